//! Version 1 of the project file: structs of its own, converted from and to the model.
//!
//! A file format is a promise and the model is not, so that no type of the
//! model is a serde type. Offsets are Unicode code points, half-open. Unknown
//! fields are refused; a missing optional field is unknown, and what is unknown
//! in a record is left out. What is borrowed
//! when writing is owned when reading.

mod annotation;
mod article;
mod casualties;
mod circumstance;
mod claims;
mod details;
mod dismissal;
mod displacement;
mod figure;
mod quotes;
mod scalar;
mod source;
mod term;
mod unknown;
mod words;

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

pub use annotation::Annotation;
pub use article::{Article, Card};
pub use casualties::Casualties;
pub use circumstance::{Attribution, Place, Scope, When};
pub use claims::Claims;
pub use details::{Details, Placing};
pub use dismissal::Dismissal;
pub use displacement::Displacement;
pub use figure::Figure;
pub use quotes::Quotes;
pub use scalar::{Day, Id, Name, Path, Sha256, Size};
pub use source::Source;
pub use term::Term;
pub use words::Anchored;

use super::CodePoints;
use crate::model;

/// The version that these structs are.
pub const VERSION: u32 = 1;

/// A project file.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct File<'a> {
    version: u32,
    /// The article.
    pub article: Article<'a>,
    /// The sources, by id.
    #[serde(default)]
    pub sources: Vec<Source<'a>>,
    /// The annotations, by first code point, then id.
    #[serde(default)]
    pub annotations: Vec<Annotation<'a>>,
    /// The annotations without a place, by id.
    #[serde(default)]
    pub unplaced: Vec<Annotation<'a>>,
}

impl<'a> File<'a> {
    /// The project as the file writes it; `index` counts its article's text.
    pub fn of(project: &'a model::Project, index: &'a CodePoints) -> File<'a> {
        let Head { version, article, sources } = Head::of(project, index);
        File {
            version,
            article,
            sources,
            annotations: project.annotations().iter().map(|annotation| Annotation::of(annotation, index)).collect(),
            unplaced: project.unplaced().iter().map(|kept| Annotation::of_unplaced(kept, index)).collect(),
        }
    }
}

/// The first fields of a [`File`] to be written.
#[derive(Serialize)]
pub struct Head<'a> {
    version: u32,
    article: Article<'a>,
    sources: Vec<Source<'a>>,
}

/// The annotations of a [`File`] to be written, or some of them, each converted when its turn comes.
#[derive(Serialize)]
pub struct Marks<'a> {
    annotations: Converted<'a, model::InOrder<'a>, model::Annotation>,
}

/// The last field of a [`File`] to be written.
#[derive(Serialize)]
pub struct Tail<'a> {
    unplaced: Converted<'a, std::slice::Iter<'a, Arc<model::Unplaced>>, model::Unplaced>,
}

struct Converted<'a, I, T> {
    items: I,
    index: &'a CodePoints,
    convert: fn(&'a T, &'a CodePoints) -> Annotation<'a>,
}

impl<'a, T, I: Iterator<Item = &'a Arc<T>> + Clone> Serialize for Converted<'a, I, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.clone().map(|item| (self.convert)(item, self.index)))
    }
}

impl<'a> Head<'a> {
    /// The version, the article and the sources.
    pub fn of(project: &'a model::Project, index: &'a CodePoints) -> Head<'a> {
        let article = project.article();
        Head {
            version: VERSION,
            article: Article::of(article, Anchored::of(&article.card.title, index)),
            sources: project.sources().iter().map(Source::of).collect(),
        }
    }
}

impl<'a> Marks<'a> {
    /// These annotations.
    pub fn of(annotations: model::InOrder<'a>, index: &'a CodePoints) -> Marks<'a> {
        Marks { annotations: Converted { items: annotations, index, convert: Annotation::of } }
    }
}

impl<'a> Tail<'a> {
    /// These annotations without a place.
    pub fn of(unplaced: &'a [Arc<model::Unplaced>], index: &'a CodePoints) -> Tail<'a> {
        Tail { unplaced: Converted { items: unplaced.iter(), index, convert: Annotation::of_unplaced } }
    }
}
