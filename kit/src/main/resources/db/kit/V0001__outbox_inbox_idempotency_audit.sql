-- Events that have happened and are on their way to Kafka.
create table outbox (
    id           bigint generated always as identity primary key,
    event_id     uuid        not null unique,
    topic        text        not null,
    key          text        not null,
    type         text        not null,
    occurred_at  timestamptz not null,
    traceparent  text,
    payload      text        not null,
    published_at timestamptz
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

create function announce_outbox() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_announced after insert on outbox for each statement execute function announce_outbox();

-- Events that have had their effect, for each consumer.
create table inbox (
    consumer   text        not null,
    event_id   uuid        not null,
    handled_at timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_handled on inbox (handled_at);

-- First answers, to be given again when the same request comes again.
create table idempotency (
    caller      text        not null,
    key         text        not null,
    request     text        not null,
    status      int         not null,
    location    text,
    etag        text,
    body        text,
    answered_at timestamptz not null,
    primary key (caller, key)
);
create index idempotency_answered on idempotency (answered_at);

-- Who did what. Each entry holds the hash of the one before it; audit_head holds the newest.
create table audit_entry (
    seq           bigint      primary key,
    at            timestamptz not null,
    subject       text        not null,
    who           text        not null,
    organisation  text,
    request_id    text,
    deed          text        not null,
    object        text        not null,
    detail        text        not null,
    previous_hash text        not null,
    hash          text        not null
);
create index audit_entry_object on audit_entry (object, seq);
create table audit_head (
    only_row boolean primary key default true check (only_row),
    seq      bigint  not null,
    hash     text    not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail can only be added to';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
