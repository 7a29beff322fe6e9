-- Keys are in byte order (V1011), and so is all that names them: an index in another order is of no use to a join.
do $$
declare named record;
begin
    for named in
        select table_name, column_name from information_schema.columns
        where table_schema = current_schema() and column_name in ('organisation', 'reference')
          and data_type = 'text' and collation_name is null and table_name <> 'audit_entry'
    loop
        execute format('alter table %I alter column %I type text collate "C"', named.table_name, named.column_name);
    end loop;
end $$;
