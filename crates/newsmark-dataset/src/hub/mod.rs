//! What stands beside the tables: for people, for hubs of data sets, and for those who ask in SQL.

mod croissant;
mod datapackage;
mod queries;
mod readme;

use crate::manifest::Manifest;

/// The files beside the tables, by their paths.
pub(crate) fn files(manifest: &Manifest) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("README.md".to_owned(), readme::print(manifest).into_bytes()),
        ("croissant.json".to_owned(), croissant::print(manifest)),
        ("datapackage.json".to_owned(), datapackage::print(manifest)),
    ];
    files.extend(queries::files(manifest.public));
    files
}

/// What a public set leaves out, a sentence.
const LEFT_OUT: &str = "This is a public data set: victims’ names, notes, comments and texts are left out, with the \
                        words of marks, the sentences of problems and stories, and excerpts of evidence. A cell in \
                        which a victim’s name stands is absent.";

/// What a data set is, a sentence.
const WHAT: &str =
    "Annotations of news: casualties, displacement, quotes and claims, as editors marked them in Newsmark.";
