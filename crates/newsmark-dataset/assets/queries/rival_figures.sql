-- Figures that cannot both hold, side by side, as the ledger of each project finds them.
SELECT
    links.published,
    links.project,
    links.kind,
    one.figure_text AS one_figure,
    one.attribution_source_name AS one_source,
    other.figure_text AS other_figure,
    other.attribution_source_name AS other_source,
    links.annotation AS one_mark,
    links.to_annotation AS other_mark
FROM links
JOIN annotations AS one ON one.project = links.project AND one.annotation = links.annotation
JOIN annotations AS other ON other.project = links.project AND other.annotation = links.to_annotation
WHERE links.via = 'conflict'
ORDER BY links.published, links.project, one.start_cp;
