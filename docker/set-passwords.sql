-- The passwords of the roles that bootstrap.sql makes, from the environment of the container that runs this.
\getenv migrator APP_MIGRATOR_PASSWORD
\getenv runtime APP_RUNTIME_PASSWORD
\getenv queue APP_QUEUE_PASSWORD
alter role app_migrator password :'migrator';
alter role app_runtime password :'runtime';
alter role app_queue password :'queue';
