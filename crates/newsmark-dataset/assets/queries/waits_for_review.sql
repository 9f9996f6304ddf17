-- What waits for a reviewer, and what was sent back, the longest published first.
SELECT
    annotations.status,
    annotations.published,
    annotations.project,
    projects.title,
    annotations.author,
    annotations.category,
    count(*) AS n_marks
FROM annotations JOIN projects ON projects.project = annotations.project
WHERE annotations.status IN ('Submitted', 'ChangesRequested')
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1 DESC, 2, 3, 5, 6;
