use crate::table::Table;

/// What desks ask, a file a question. They name tables alone, so that every engine reads them once it knows these.
const QUERIES: [(&str, &str); 8] = [
    ("agreement_by_person.sql", include_str!("../../assets/queries/agreement_by_person.sql")),
    ("claims_by_verification.sql", include_str!("../../assets/queries/claims_by_verification.sql")),
    ("copies.sql", include_str!("../../assets/queries/copies.sql")),
    ("killed_by_month_and_place.sql", include_str!("../../assets/queries/killed_by_month_and_place.sql")),
    ("quotes_by_speaker.sql", include_str!("../../assets/queries/quotes_by_speaker.sql")),
    ("rival_figures.sql", include_str!("../../assets/queries/rival_figures.sql")),
    ("totals_by_source.sql", include_str!("../../assets/queries/totals_by_source.sql")),
    ("waits_for_review.sql", include_str!("../../assets/queries/waits_for_review.sql")),
];

/// The files of queries, by their paths.
pub(super) fn files(is_public: bool) -> impl Iterator<Item = (String, Vec<u8>)> {
    let asked = QUERIES.iter().map(|(name, query)| ((*name).to_owned(), (*query).to_owned()));
    let all = std::iter::once(("views_duckdb.sql".to_owned(), views(is_public))).chain(asked);
    all.map(|(name, query)| (format!("queries/{name}"), query.into_bytes()))
}

/// The tables as views of DuckDB, which is started in the folder of the set.
fn views(is_public: bool) -> String {
    let mut views = String::from("-- The tables by their names. Start DuckDB in the folder of the data set.\n");
    for table in Table::of_set(is_public) {
        let name = table.name();
        views.push_str(&format!(
            "CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{name}/*/*.parquet', hive_partitioning = true);\n"
        ));
    }
    views
}
