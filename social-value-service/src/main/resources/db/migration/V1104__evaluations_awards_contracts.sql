-- What was evaluated, and what came of it, each as it was hashed; posted to /evaluations the request gives the result again.
create table lot_evaluation (
    procurement  uuid             not null,
    lot          text collate "C" not null,
    request      text             not null,
    result       text             not null,
    sha256       text             not null,
    winner       text,
    evaluated_at timestamptz      not null,
    evaluated_by text             not null,
    primary key (procurement, lot),
    foreign key (procurement, lot) references procurement_lot (procurement, lot)
);
create function refuse_change_of_evaluation() returns trigger language plpgsql as $$
begin
    raise exception 'An evaluation cannot be changed';
end $$;
create trigger lot_evaluation_unchangeable before update or delete or truncate on lot_evaluation
    for each statement execute function refuse_change_of_evaluation();

-- No bid where none is accepted for the lot.
create table award (
    procurement uuid             not null,
    lot         text collate "C" not null,
    bid         text collate "C" references bid (reference),
    reason      text,
    decided_at  timestamptz      not null,
    decided_by  text             not null,
    primary key (procurement, lot),
    foreign key (procurement, lot) references procurement_lot (procurement, lot)
);

-- The notice that starts the standstill, and the last day of that; none where the regime asks for none.
create table award_notice (
    procurement     uuid primary key references procurement (id),
    notice          text        not null,
    published_on    date        not null,
    standstill_rule text,
    standstill_ends date,
    recorded_at     timestamptz not null,
    recorded_by     text        not null
);

create table contract (
    id                  uuid primary key,
    key                 text collate "C" not null unique,
    buyer               text collate "C" not null,
    procurement         uuid             not null,
    lot                 text collate "C" not null,
    bid                 text collate "C" not null references bid (reference),
    title               text             not null,
    supplier            text             not null,
    supplier_id         text             not null,
    value               numeric(18, 2)   not null,
    signed_on           date             not null,
    starts_on           date             not null,
    term_years          int              not null,
    social_value_weight numeric(7, 4)    not null,
    catalogue           text,
    awarded_on          date             not null,
    confirmed_at        timestamptz      not null,
    confirmed_by        text             not null,
    unique (procurement, lot),
    foreign key (procurement, lot) references procurement_lot (procurement, lot)
);
create index contract_of_buyer on contract (buyer, key);

-- What the supplier owes: the commitments of the bid that won, each valued by the methodology and the catalogue it was won under.
create table contract_obligation (
    contract    uuid           not null references contract (id),
    number      int            not null,
    measure     text           not null,
    kind        text           not null,
    unit        text           not null,
    -- Year of the contract, the first is 1.
    year        int            not null,
    -- None where it is described and not counted.
    quantity    numeric,
    -- None where it is not monetised.
    proxy       numeric(18, 2),
    value       numeric(18, 2),
    text        text,
    beneficiary text,
    -- Whether it counted in the evaluation: local, specific to the contract, additional.
    counted     boolean        not null,
    primary key (contract, number)
);
