-- Killed by month and place, with open bounds.
-- A bound is absent where any record lacks it, and open where one is open: a sum that leaves one out would understate.
-- Articles that tell of one event are not made one: read sums over articles as what was reported.
-- One project an article: that which was signed off, else the first by its path. Copies and second opinions would count twice.
WITH chosen AS (
    SELECT project FROM (
        SELECT project, row_number() OVER (PARTITION BY article_sha256 ORDER BY is_signed_off DESC, project) AS place
        FROM projects
    ) AS ranked WHERE place = 1
)
SELECT
    date_trunc('month', coalesce(when_day, published)) AS in_month,
    coalesce(where_name, where_text) AS place,
    where_country AS country,
    counted_unit,
    count(*) AS n_records,
    CASE WHEN count(*) = count(counted_low) + sum(CASE WHEN counted_unknown THEN 1 ELSE 0 END)
        THEN sum(counted_low) END AS low,
    CASE WHEN count(*) = count(counted_best) + sum(CASE WHEN counted_unknown THEN 1 ELSE 0 END)
        THEN sum(counted_best) END AS best,
    CASE WHEN count(*) = count(counted_high) THEN sum(counted_high) END AS high,
    max(CASE WHEN counted_open_below THEN 1 ELSE 0 END) AS is_open_below,
    max(CASE WHEN counted_open_above OR counted_unknown THEN 1 ELSE 0 END) AS is_open_above
FROM annotations JOIN chosen ON annotations.project = chosen.project
WHERE counts AND category = 'Casualties' AND counted_of = 'Killed'
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4;
