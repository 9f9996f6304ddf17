-- Claims by what was found about them, and how many pieces of evidence there are.
-- One project an article: that which was signed off, else the first by its path. Copies and second opinions would count twice.
WITH chosen AS (
    SELECT project FROM (
        SELECT project, row_number() OVER (PARTITION BY article_sha256 ORDER BY is_signed_off DESC, project) AS place
        FROM projects
    ) AS ranked WHERE place = 1
)
SELECT
    verification,
    kind,
    check_worthiness,
    count(DISTINCT annotations.project || ' ' || annotations.annotation) AS n_claims,
    count(evidence.evidence_id) AS n_evidence
FROM annotations JOIN chosen ON annotations.project = chosen.project
LEFT JOIN evidence ON evidence.project = annotations.project AND evidence.annotation = annotations.annotation
WHERE annotations.category = 'Claims'
GROUP BY 1, 2, 3
ORDER BY 4 DESC, 1, 2, 3;
