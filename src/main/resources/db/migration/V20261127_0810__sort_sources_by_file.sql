-- The type and the size of the file that a source came from, so that lists can be sorted by them: computed where they are
-- read, because rows of sources are large and stored columns would write them all anew.
alter table app.source
    add column file_type text generated always as (
        case when jsonb_typeof(source_metadata -> 'file_type') = 'string' then source_metadata ->> 'file_type' end
    ) virtual,
    add column file_size integer generated always as (
        case
            when jsonb_typeof(source_metadata -> 'file_size') = 'number'
                and (source_metadata ->> 'file_size')::numeric between 0 and 2147483647
            then (source_metadata ->> 'file_size')::numeric::integer
        end
    ) virtual;
