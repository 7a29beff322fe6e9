-- What was told of groups before these were told rounded is kept as it is kept since.
update programme_outcome
set participants = case when participants > 7 then (participants + 2) / 5 * 5 end,
    job_offers = case when job_offers > 7 then (job_offers + 2) / 5 * 5 end,
    in_work = case when in_work > 7 then (in_work + 2) / 5 * 5 end,
    sustained = case when sustained > 7 then (sustained + 2) / 5 * 5 end,
    quality = case quality when 'EXACT' then 'ROUNDED' else quality end
where grp <> '';

-- What a programme is called, by the version; null where that was taken in before it was kept, and its totals say it.
alter table registered_programme add column name text;
