alter table signature drop constraint signature_pkey;
alter table signature
    add column reference        text collate "C",
    add column proposed_on      date,
    add column signed_on        date,
    add column ended_on         date,
    add column withdrawn_reason text,
    add column superseded_by    text collate "C",
    add column on_behalf_of     text,
    add column represents       int    not null default 0 check (represents >= 0),
    add column version          bigint not null default 0;
update signature set reference = organisation || '-' || edition || '-1';
alter table signature
    add primary key (reference),
    add foreign key (superseded_by) references signature,
    add constraint signature_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_reason is not null)),
    add constraint signature_superseded check ((state = 'SUPERSEDED') = (superseded_by is not null));

-- At most one SIGNED of an organisation under an edition, and no proposal beside it.
create unique index signature_open on signature (edition, organisation) where state in ('PROPOSED', 'SIGNED');
