alter table award_notice add column summaries_sent_on date;

-- What somebody objected to an award; its contracts wait until all is answered.
create table award_representation (
    procurement uuid        not null references procurement (id),
    number      int         not null,
    sender      text        not null,
    received_on date        not null,
    about       text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    answered_on date,
    answer      text,
    primary key (procurement, number),
    check ((answered_on is null) = (answer is null))
);

-- Why a contract is worth something else than the price that was bid.
alter table contract add column value_reason text;
