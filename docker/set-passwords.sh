#!/bin/sh
# Runs once in the database container, after bootstrap.sql has made the roles.
set -eu

psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
\getenv migrator APP_MIGRATOR_PASSWORD
\getenv runtime APP_RUNTIME_PASSWORD
\getenv queue APP_QUEUE_PASSWORD
alter role app_migrator password :'migrator';
alter role app_runtime password :'runtime';
alter role app_queue password :'queue';
SQL
