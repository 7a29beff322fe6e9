-- Who has signed the charter, as charter-service tells; follows from its events alone.
create table signature (
    signature    text primary key,
    organisation text collate "C" not null,
    edition      text             not null,
    -- From the first day of the first reporting year to the last of the last one.
    from_day     date             not null,
    to_day       date             not null,
    state        text             not null,
    -- Since when it has this state; none where nobody knows.
    on_day       date,
    version      bigint           not null
);
create index signature_of_organisation on signature (organisation);
