use std::path::PathBuf;

use super::document::Import;
use crate::interchange::Imported;

/// An article that was read and not yet opened.
pub struct ReadArticle {
    /// The article.
    pub imported: Imported,
    /// What it was imported from; `None` for a paste.
    pub import: Option<Import>,
    /// Where a file for its project is proposed.
    pub proposed: PathBuf,
    /// Projects of the same text that are in the folder already.
    pub known: Vec<PathBuf>,
    /// Whether somebody has said more of it than was read.
    pub is_edited: bool,
}
