-- Results of before get the hashes of what their run pinned, so that such a run can be a baseline. What a run did not pin
-- (language, files, metadata, type) is taken as the test has it now. The canonical JSON is that of RFC 8785, as the
-- application writes it from now on.

create function app.old_number(value numeric) returns text
    language plpgsql as $$
declare
    number   double precision := value;
    mantissa text := split_part(abs(number)::text, 'e', 1);
    digits   text := ltrim(replace(mantissa, '.', ''), '0');
    -- of the first digit
    exponent int := coalesce(nullif(split_part(abs(number)::text, 'e', 2), '')::int, 0) + length(split_part(mantissa, '.', 1))
                    - 1 - (length(replace(mantissa, '.', '')) - length(digits));
begin
    if number = 0 then
        return '0';
    end if;
    digits := rtrim(digits, '0');
    return case when number < 0 then '-' else '' end || case
        when exponent between 0 and 20 and length(digits) <= exponent + 1 then rpad(digits, exponent + 1, '0')
        when exponent between 0 and 20 then left(digits, exponent + 1) || '.' || substr(digits, exponent + 2)
        when exponent between -6 and -1 then '0.' || repeat('0', -exponent - 1) || digits
        else left(digits, 1) || case when length(digits) > 1 then '.' else '' end || substr(digits, 2)
             || case when exponent < 0 then 'e-' else 'e+' end || abs(exponent) end;
end
$$;

-- Sorts keys by their UTF-16 code units.
create function app.old_utf16(value text) returns text
    language sql as $$
    select coalesce(string_agg(
               case when c < 65536 then lpad(to_hex(c), 4, '0')
                    else to_hex(55296 + ((c - 65536) >> 10)) || to_hex(56320 + ((c - 65536) & 1023)) end, '' order by place), '')
    from (select ascii(letter) as c, place from regexp_split_to_table(value, '') with ordinality as l (letter, place)
          where letter <> '') l
$$;

create function app.old_canonical(value jsonb) returns text
    language plpgsql as $$
begin
    return case jsonb_typeof(value)
        when 'object' then
            (select '{' || coalesce(string_agg(to_json(e.key)::text || ':' || app.old_canonical(e.value), ','
                                               order by app.old_utf16(e.key) collate "C"), '') || '}'
             from jsonb_each(value) e)
        when 'array' then
            (select '[' || coalesce(string_agg(app.old_canonical(e.value), ',' order by e.place), '') || ']'
             from jsonb_array_elements(value) with ordinality as e (value, place))
        when 'string' then to_json(value #>> '{}')::text
        when 'number' then app.old_number((value #>> '{}')::numeric)
        else coalesce(value::text, 'null') end;
end
$$;

create function app.old_hash(value text) returns text
    language sql as $$
    select encode(sha256(convert_to(value, 'UTF8')), 'hex')
$$;

update app.test_run_item i
set tested_id = i.test_id
where i.tested_id is null;

update app.test_result r
set tested_id = coalesce(r.test_id, (select i.test_id from app.test_run_item i
                                     where i.organization_id = r.organization_id and i.id = r.test_run_item_id))
where r.tested_id is null;

create table app.old_hashes as
select b.organization_id, b.id,
       app.old_hash('{"category":' || b.category || b.prefix || b.metadata || b.prompt || ',"requirement":' || b.requirement
                    || b.suffix || ',"topic":' || b.topic || '}') as content_hash,
       app.old_hash('{' || substr(b.prefix, 2) || b.prompt || b.suffix || '}') as stimulus_hash
from (select r.organization_id, r.id,
             coalesce(to_json(r.category)::text, 'null') as category,
             ',"expected_response":' || coalesce(to_json(r.expected)::text, 'null')
             || ',"files":' || app.old_canonical(to_jsonb(array(
                    select f.content_hash from app.file f
                    where f.organization_id = r.organization_id and f.entity_type = 'Test' and f.entity_id = r.tested_id
                      and f.deleted_at is null
                    order by f.content_hash)))
             || ',"language_code":' || coalesce(to_json(p.language_code)::text, 'null') as prefix,
             ',"metadata":' || app.old_canonical(coalesce(t.test_metadata, 'null')) as metadata,
             ',"prompt":' || coalesce(to_json(r.input)::text, 'null') as prompt,
             coalesce(to_json(r.requirement)::text, 'null') as requirement,
             ',"test_configuration":' || app.old_canonical(coalesce(r.script, t.test_configuration, 'null'))
             || ',"test_type":' || to_json(coalesce(y.type_value,
                    case when r.script is null then 'Single-Turn' else 'Multi-Turn' end))::text as suffix,
             coalesce(to_json(r.topic)::text, 'null') as topic
      from app.tested_result r
      left join app.prompt p on p.organization_id = r.organization_id and p.id = r.prompt_id
      left join app.test t on t.organization_id = r.organization_id and t.id = r.tested_id
      left join app.type_lookup y on y.organization_id = t.organization_id and y.id = t.test_type_id
      where r.test_run_id is not null and not r.is_of_nothing) b;

update app.test_result r
set content_hash = h.content_hash, stimulus_hash = h.stimulus_hash
from app.old_hashes h
where r.organization_id = h.organization_id and r.id = h.id;

update app.test_run_item i
set content_hash = r.content_hash, stimulus_hash = r.stimulus_hash, set_position = i.position
from app.test_result r
where r.organization_id = i.organization_id and r.test_run_item_id = i.id and r.deleted_at is null;

update app.test_result r
set set_position = i.position
from app.test_run_item i
where i.organization_id = r.organization_id and i.id = r.test_run_item_id and i.repetition = 1;

drop table app.old_hashes;
drop function app.old_hash(text), app.old_canonical(jsonb), app.old_utf16(text), app.old_number(numeric);
