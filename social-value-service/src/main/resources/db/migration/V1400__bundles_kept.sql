-- What an evaluation follows from, in the bytes that were signed off, by the names that the parts have in its bundle; the evaluation
-- itself stands in lot_evaluation. Whatever a later version would write, what was signed does not change.
create table lot_bundle (
    procurement uuid             not null,
    lot         text collate "C" not null,
    part        text collate "C" not null,
    content     text             not null,
    primary key (procurement, lot, part),
    foreign key (procurement, lot) references lot_evaluation (procurement, lot)
);
create trigger lot_bundle_unchangeable before update or delete or truncate on lot_bundle
    for each statement execute function refuse_change_of_evaluation();
comment on table lot_robustness is 'How robust an evaluation is follows from what is frozen with it; it is found out with it, once.';
