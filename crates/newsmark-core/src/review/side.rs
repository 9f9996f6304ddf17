use std::sync::Arc;

use super::reanchored::{Reanchored, reanchored};
use super::text_difference::{self, TextDifference};
use crate::model::{Annotation, Details, Project, Unplaced};

/// One of the projects that are compared.
#[derive(Debug)]
pub struct Side {
    /// What it is called.
    pub name: String,
    /// The project as it was given.
    pub project: Project,
    /// Its marks that have no certain place in the first project's text, as they were given.
    pub not_placed: Vec<Arc<Annotation>>,
    /// What those say, with the words that their fields rest on where they stand in the first project's text.
    pub(super) left: Vec<Details>,
    /// Where its text differs from the first project's, which is `one`.
    pub text_differences: Vec<TextDifference>,
    /// Its own annotations without a place, in common terms; the words that their fields rest on stand in the first
    /// project's text or nowhere.
    pub(super) unplaced: Vec<Arc<Unplaced>>,
}

/// Why projects cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompareError {
    /// There are fewer than two.
    #[error("Comparing takes two projects or more")]
    TooFew,
    /// Two are not of one article.
    #[error("These are projects of different articles, which cannot be compared: {first} and {other}")]
    OtherArticle {
        /// The first project.
        first: String,
        /// The one that is of another article.
        other: String,
    },
}

/// A side's marks on the first one's text with their own ids, where they had to be placed again.
pub(super) type PlacedAgain = Option<Vec<Arc<Annotation>>>;

impl Side {
    /// The side, and its marks on the first one's text where its own text is another.
    pub(super) fn of(
        first: Option<&Side>,
        name: String,
        project: Project,
    ) -> Result<(Side, PlacedAgain), CompareError> {
        let own = &project.article().text;
        // By digest: comparing long texts byte by byte for each side would cost more than all else, and a digest is
        // there already.
        let other_text = first.map(|first| &first.project.article().text).filter(|text| text.sha256() != own.sha256());
        let Some((first, text)) = first.zip(other_text) else {
            let (unplaced, text_differences) = (project.unplaced().to_vec(), Vec::new());
            let (not_placed, left) = (Vec::new(), Vec::new());
            return Ok((Side { name, project, not_placed, left, text_differences, unplaced }, None));
        };
        if text_difference::are_different_articles(text, own) {
            return Err(CompareError::OtherArticle { first: first.name.clone(), other: name });
        }
        let text_differences = text_difference::differences(text, own);
        let Reanchored { placed, left, unplaced } = reanchored(text, &project, &text_differences);
        let (not_placed, left) = left.into_iter().unzip();
        Ok((Side { name, project, not_placed, left, text_differences, unplaced }, Some(placed)))
    }
}
