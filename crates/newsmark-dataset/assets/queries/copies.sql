-- Files that are copies of each other, and projects of one article.
SELECT article_sha256, file_sha256, count(*) AS n_projects, min(project) AS first_project, max(project) AS last_project
FROM projects
WHERE article_sha256 IN (SELECT article_sha256 FROM projects GROUP BY 1 HAVING count(*) > 1)
GROUP BY 1, 2
ORDER BY 1, 2;
