-- How robust an evaluation is follows from what is frozen with it; it is sampled once, when somebody asks for it first.
create table lot_robustness (
    procurement uuid             not null,
    lot         text collate "C" not null,
    report      text             not null,
    primary key (procurement, lot),
    foreign key (procurement, lot) references lot_evaluation (procurement, lot)
);
