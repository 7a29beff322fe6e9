-- Makes sure that no other request with the key is under way, until the transaction ends, and says what was answered before.
-- Being volatile, it looks for the answer only once it is alone: what a request that has just ended wrote is seen.
create function earlier_answer(asking text, asked text)
returns table (alone boolean, request text, location text, etag text, body text)
language plpgsql volatile as $$
begin
    alone := pg_try_advisory_xact_lock(hashtextextended(asked, 2));
    if alone then
        select i.request, i.location, i.etag, i.body into request, location, etag, body
        from idempotency i where i.caller = asking and i.key = asked;
    end if;
    return next;
end $$;
