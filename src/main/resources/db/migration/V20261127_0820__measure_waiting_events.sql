-- The length of an event's JSON, by which those that wait for the spans of one trace are bounded.
alter table app.span_event add column characters int not null default 0;
