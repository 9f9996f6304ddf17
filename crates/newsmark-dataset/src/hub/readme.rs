use std::collections::BTreeSet;

use super::{LEFT_OUT, WHAT};
use crate::manifest::Manifest;
use crate::table::Table;

/// The README, with the head that hubs of data sets read.
pub(super) fn print(manifest: &Manifest) -> String {
    let mut readme = head(manifest);
    let n_unread = manifest.projects.entries().filter(|entry| entry.error.is_some()).count();
    let years: BTreeSet<i16> = manifest.projects.entries().map(|entry| entry.year).collect();
    let years: Vec<String> =
        years.into_iter().map(|year| if year == 0 { "unknown".to_owned() } else { year.to_string() }).collect();
    readme.push_str(&format!("# Newsmark data set\n\n{WHAT}\n\n"));
    if manifest.public {
        readme.push_str(&format!("{LEFT_OUT}\n\n"));
    }
    let (n_projects, years) = (manifest.projects.len() - n_unread, years.join(", "));
    readme.push_str(&format!("It is of {n_projects} projects, published in: {years}.\n"));
    if n_unread > 0 {
        readme.push_str(&format!("{n_unread} files could not be read; the table `problems` names them (`Unread`).\n"));
    }
    readme.push_str(READING);
    for table in Table::of_set(manifest.public) {
        readme.push_str(&format!(
            "\n### {}\n\n{}.\n\n| column | kind | holds |\n|---|---|---|\n",
            table.name(),
            table.says()
        ));
        for column in table.columns_of(manifest.public) {
            readme.push_str(&format!("| `{}` | {} | {} |\n", column.name, column.kind.of_package(), column.says));
        }
    }
    readme
}

/// The YAML of a hub: of each table its files.
fn head(manifest: &Manifest) -> String {
    let mut head = String::from("---\npretty_name: Newsmark data set\ntags:\n- news\n- annotation\nconfigs:\n");
    for table in Table::of_set(manifest.public) {
        let name = table.name();
        let is_first = if table == Table::Annotations { "  default: true\n" } else { "" };
        head.push_str(&format!("- config_name: {name}\n{is_first}  data_files: \"{name}/*/*.parquet\"\n"));
    }
    head.push_str("---\n\n");
    head
}

/// How the tables are read.
const READING: &str = "
## Reading it

Each table is a folder of Parquet with a folder a year of publication, `year=0` where that is not known:

```sql
SELECT * FROM read_parquet('annotations/*/*.parquet', hive_partitioning = true);  -- DuckDB
```

`queries/` answers what desks ask. In DuckDB, started in this folder, run `.read queries/views_duckdb.sql` first; in other
engines make each folder a table of its name. Files are replaced as a whole when the set is written again, all in one step.

- `project` joins all tables, `project` with `annotation` those that are about a mark.
- Offsets are of the article’s text, and what stands at an end is not in it any more:
  `substr(text, start_cp + 1, end_cp - start_cp)` gives the words.
- What the ledger enters for a mark is `counted_low`, `counted_best` and `counted_high`, in `counted_unit`, under
  `counted_of`, where `counts` is true; else `why_not` says why not. A total’s bound is absent where any row lacks it, but
  for rows with `counted_unknown`, of which all that is known is that there are some: they leave the highest bound open.
- Totals of one project are its ledger’s. Sums over projects count an event as often as articles tell of it, and a project
  as often as its article was annotated: the queries take one project an article.
- Times are UTC. Days are of the years 1583 to 9999, and numbers at most 9,223,372,036,854,775,807; what is beyond is
  absent, and named in `problems` (`BeyondTables`).

## Tables
";
