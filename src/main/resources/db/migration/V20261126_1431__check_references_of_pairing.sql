-- Runs that are deleted are compared no more.
call app.living_references('app.pairing');
