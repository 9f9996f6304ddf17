-- Killed by month, with the least and the most. A bound is absent where any record lacks it: a sum that leaves one out
-- would understate. Articles that tell of one event are not made one: read a month as what was reported.
select strftime(coalesce(when_day, published), '%Y-%m') as label,
       case when count(*) = count(counted_low) then sum(counted_low) end as low,
       case when count(*) = count(counted_best) then sum(counted_best) end as best,
       case when count(*) = count(counted_high) then sum(counted_high) end as high,
       count(*) as n_records,
       count(*) - count(counted_best) as n_without_best,
       sum(counted_best) as best_of_those_with
from annotations
where counts and counted_of = 'Killed' and counted_unit = 'Person' and coalesce(when_day, published) is not null
group by label
order by label
