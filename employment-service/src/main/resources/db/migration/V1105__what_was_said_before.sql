-- What was said of participants and programmes before it was corrected, as it was shown.
create table participant_before (
    participant bigint      not null references participant (id) on delete cascade,
    version     bigint      not null,
    said        text        not null,
    until       timestamptz not null,
    primary key (participant, version)
);
create table programme_before (
    programme text collate "C" not null references programme (key),
    version   bigint      not null,
    said      text        not null,
    until     timestamptz not null,
    primary key (programme, version)
);
