-- Counts the changes to what completeness is counted from, so that it need not be counted again before there is one.
create table completeness_stamp (
    what    text   primary key,
    changes bigint not null
);
insert into completeness_stamp values ('reports', 0), ('signatures', 0);

create function note_change_of_completeness() returns trigger language plpgsql as $$
begin
    update completeness_stamp set changes = changes + 1 where what = tg_argv[0];
    return null;
end $$;
create trigger completeness_by_signature after insert or update or delete or truncate on signature
    for each statement execute function note_change_of_completeness('signatures');
create trigger completeness_by_edition after insert or update or delete or truncate on charter_edition
    for each statement execute function note_change_of_completeness('signatures');
create trigger completeness_by_report after insert or update or delete or truncate on consolidated_report
    for each statement execute function note_change_of_completeness('reports');
create trigger completeness_by_decision after insert or update or delete or truncate on consolidated_decision
    for each statement execute function note_change_of_completeness('reports');
