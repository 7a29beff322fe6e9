-- What kind of a body an organisation is, as charter-service tells; follows from its events alone.
create table organisation_sector (
    organisation text collate "C" primary key,
    sector       text   not null,
    version      bigint not null
);
