-- Persons displaced by the place that they left, else the one that they reached; the twelve with most of them. Those who
-- moved are added up; how many are somewhere at a time is another question (`counted_of = 'Stock'`).
select coalesce(from_name, from_text, to_name, to_text) as label,
       case when count(*) = count(counted_low) then sum(counted_low) end as low,
       case when count(*) = count(counted_best) then sum(counted_best) end as best,
       case when count(*) = count(counted_high) then sum(counted_high) end as high,
       count(*) as n_records,
       count(*) - count(counted_best) as n_without_best,
       sum(counted_best) as best_of_those_with
from annotations
where counts and counted_of = 'Flow' and counted_unit = 'Person' and label is not null
group by label
having best_of_those_with is not null
order by best_of_those_with desc, label
limit 12
