-- Keys are compared byte by byte, so that pages follow one order on every machine.
create table programme (
    key               text collate "C" primary key,
    name              text        not null,
    provider          text        not null,
    delivery_partners text[]      not null,
    starts_on         date,
    length_weeks      int,
    places            int,
    target_groups     text[]      not null,
    outcome_rule      text        not null,
    funding_source    text,
    funding_amount    numeric(18, 2),
    funding_currency  text,
    registered_at     timestamptz not null,
    version           bigint      not null
);
create index programme_provider on programme (provider, key);
