-- A percentile over groups that were counted one by one: their values are put together first.
create aggregate app.concatenate(bigint[]) (sfunc = array_cat, stype = bigint[], parallel = safe);

create function app.percentile(sorted_or_not bigint[], fraction double precision) returns double precision
    language sql immutable parallel safe as $$
    select percentile_cont(fraction) within group (order by v) from unnest(sorted_or_not) v
$$;

grant execute on function app.concatenate(bigint[]), app.percentile(bigint[], double precision) to app_runtime, app_owner;
