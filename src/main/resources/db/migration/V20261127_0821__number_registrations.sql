-- The place of what a connection registered last among all that it registered. A late writer replaces nothing that is newer.
alter table app.connector_route add column registration int not null default 0;
