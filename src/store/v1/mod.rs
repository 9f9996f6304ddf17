//! Version 1 of the project file: structs of its own, converted from and to the model.
//!
//! A file format is a promise and the model is not, so that no type of the
//! model is a serde type. Offsets are Unicode code points, half-open. Unknown
//! fields are refused; a missing optional field is unknown. What is borrowed
//! when writing is owned when reading.

mod annotation;
mod article;
mod details;
mod scalar;
mod term;
mod words;

use serde::{Deserialize, Serialize};

pub use annotation::Annotation;
pub use article::{Article, Card};
pub use details::Details;
pub use scalar::{Day, Id, Name, Sha256};
pub use term::Term;
pub use words::Anchored;

use super::CodePoints;
use crate::model::Project;

/// The version that these structs are.
pub const VERSION: u32 = 1;

/// A project file.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct File<'a> {
    version: u32,
    /// The article.
    pub article: Article<'a>,
    /// The annotations, by first code point, then id.
    #[serde(default)]
    pub annotations: Vec<Annotation<'a>>,
    /// The annotations without a place, by id.
    #[serde(default)]
    pub unplaced: Vec<Annotation<'a>>,
}

impl<'a> File<'a> {
    /// The project as the file writes it; `index` counts its article's text.
    pub fn of(project: &'a Project, index: &'a CodePoints) -> File<'a> {
        let title = Anchored::of(&project.article().card.title, index);
        File {
            version: VERSION,
            article: Article::of(project.article(), title),
            annotations: project.annotations().iter().map(|annotation| Annotation::of(annotation, index)).collect(),
            unplaced: project.unplaced().iter().map(|kept| Annotation::of_unplaced(kept, index)).collect(),
        }
    }
}
