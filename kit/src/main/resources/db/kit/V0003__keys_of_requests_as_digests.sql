-- What a client makes up as a key may be words about somebody; it is known by its digest.
update idempotency set key = encode(sha256(convert_to(caller || ' ' || key, 'UTF8')), 'hex');
