-- Adds what one request did behind the newest entry of the trail, and holds the trail until the transaction ends. The last array
-- holds what each entry is hashed over besides the hash before it, which always has 64 characters, and its number.
create procedure add_audit_entries(
    done_at timestamptz, by_subject text, by_name text, by_organisation text, in_request text,
    deeds text[], objects text[], details text[], texts text[])
language plpgsql as $$
declare
    number bigint;
    newest text;
    hashed text;
    done record;
begin
    select seq, hash into strict number, newest from audit_head for update;
    for done in
        select * from unnest(deeds, objects, details, texts) with ordinality as d (deed, object, detail, text, place) order by place
    loop
        number := number + 1;
        hashed := encode(sha256(convert_to(
            '64:' || newest || length(number::text) || ':' || number || done.text, 'UTF8')), 'hex');
        insert into audit_entry
            (seq, at, subject, who, organisation, request_id, deed, object, detail, previous_hash, hash)
        values
            (number, done_at, by_subject, by_name, by_organisation, in_request, done.deed, done.object, done.detail, newest, hashed);
        newest := hashed;
    end loop;
    update audit_head set seq = number, hash = newest;
end $$;
