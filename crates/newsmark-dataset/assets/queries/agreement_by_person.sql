-- Of the marks of one person, how many another person made with the very same bounds and category in the same article.
-- This is exact overlap alone; `newsmark compare` tells agreement corrected for chance.
WITH marks AS (
    SELECT DISTINCT projects.article_sha256, annotations.author, annotations.category,
        annotations.start_cp, annotations.end_cp
    FROM annotations JOIN projects ON projects.project = annotations.project
    WHERE annotations.start_cp IS NOT NULL
),
pairs AS (
    SELECT DISTINCT one.article_sha256, one.author AS person, other.author AS other_person
    FROM marks AS one JOIN marks AS other
        ON other.article_sha256 = one.article_sha256 AND other.author <> one.author
)
SELECT
    pairs.person,
    pairs.other_person,
    count(*) AS n_marks,
    count(same.author) AS n_same,
    count(same.author) * 1.0 / count(*) AS share_same
FROM pairs
JOIN marks AS own ON own.article_sha256 = pairs.article_sha256 AND own.author = pairs.person
LEFT JOIN marks AS same ON same.article_sha256 = pairs.article_sha256 AND same.author = pairs.other_person
    AND same.category = own.category AND same.start_cp = own.start_cp AND same.end_cp = own.end_cp
GROUP BY 1, 2
ORDER BY 1, 2;
