-- How often and how each speaker is quoted.
-- One project an article: that which was signed off, else the first by its path. Copies and second opinions would count twice.
WITH chosen AS (
    SELECT project FROM (
        SELECT project, row_number() OVER (PARTITION BY article_sha256 ORDER BY is_signed_off DESC, project) AS place
        FROM projects
    ) AS ranked WHERE place = 1
)
SELECT
    coalesce(attribution_source_name, attribution_words) AS speaker,
    count(*) AS n_quotes,
    count(DISTINCT annotations.project) AS n_articles,
    sum(CASE WHEN kind = 'Direct' THEN 1 ELSE 0 END) AS n_direct,
    min(published) AS first_published,
    max(published) AS last_published
FROM annotations JOIN chosen ON annotations.project = chosen.project
WHERE category = 'Quotes'
GROUP BY 1
ORDER BY 2 DESC, 1;
