-- How many tests models wrote, added up as their tokens are.

alter table app.token_usage add column generated_tests bigint not null default 0;
