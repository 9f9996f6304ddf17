//! Version 2 of the project file: structs of its own, converted from and to the model.
//!
//! A file format is a promise and the model is not, so that no type of the
//! model is a serde type. Offsets are Unicode code points, half-open. Unknown
//! fields are refused; a missing optional field is unknown, and what is unknown
//! in a record is left out. What is borrowed
//! when writing is owned when reading.
//!
//! Version 1 is final: nothing here may change what a file of it means. What this version has beyond it is optional and
//! left out where nothing is known, and a project that has none of it is written as version 1, so that programs that
//! know no other go on reading it.

mod annotation;
mod article;
mod bare;
mod casualties;
mod circumstance;
mod claims;
mod comment;
mod conflict;
mod details;
mod dismissal;
mod dismissed_proposal;
mod displacement;
mod event;
mod figure;
mod later;
mod on_off;
mod placing;
mod project_settings;
mod provenance;
mod quotes;
mod scalar;
mod sign_off;
mod source;
mod term;
mod unknown;
mod words;

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

pub(in crate::store) use annotation::Annotation;
pub(in crate::store) use article::{Article, Card};
pub(in crate::store) use casualties::{Casualties, Group};
pub(in crate::store) use circumstance::{Attribution, Place, Scope, When};
pub(in crate::store) use claims::Claims;
pub(in crate::store) use comment::Comment;
pub(in crate::store) use conflict::Conflict;
pub(in crate::store) use details::Details;
pub(in crate::store) use dismissal::Dismissal;
pub(in crate::store) use dismissed_proposal::DismissedProposal;
pub(in crate::store) use displacement::Displacement;
pub(in crate::store) use event::Event;
pub(in crate::store) use figure::Figure;
pub(in crate::store) use later::is_later;
pub(in crate::store) use on_off::OnOff;
pub(in crate::store) use placing::Placing;
pub(in crate::store) use project_settings::ProjectSettings;
pub(in crate::store) use provenance::Provenance;
pub(in crate::store) use quotes::Quotes;
pub(in crate::store) use scalar::{Day, Id, Moment, Name, PartName, Path, Sha256, Size};
pub(in crate::store) use sign_off::SignOff;
pub(in crate::store) use source::Source;
pub(in crate::store) use term::Term;
pub(in crate::store) use words::Anchored;

use super::{CodePoints, v1};
use crate::model;
use unknown::is_unknown;

/// The version that these structs are.
pub(in crate::store) const VERSION: u32 = 2;

/// A project file.
///
/// Annotations are boxed, so that reading lets go of each when it is converted: all of them twice is the most memory
/// that reading would take.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
#[expect(clippy::vec_box, reason = "each box is given back as it is converted, long before the list is")]
pub struct File<'a> {
    version: u32,
    /// The article.
    pub(in crate::store) article: Article<'a>,
    /// What the project asks of those who work on it.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub(in crate::store) settings: ProjectSettings<'a>,
    /// The sources, by id.
    #[serde(default)]
    pub(in crate::store) sources: Vec<Source<'a>>,
    /// The annotations, by first code point, then id.
    #[serde(default)]
    pub(in crate::store) annotations: Vec<Box<Annotation<'a>>>,
    /// The annotations without a place, by id.
    #[serde(default)]
    pub(in crate::store) unplaced: Vec<Box<Annotation<'a>>>,
    /// What a merge could not decide.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub(in crate::store) conflicts: Vec<Conflict<'a>>,
    /// Who said that the project is done, the oldest first.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub(in crate::store) sign_offs: Vec<SignOff<'a>>,
    /// Proposals that editors did not want, the oldest first; a field of version 2.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub(in crate::store) dismissed: Vec<DismissedProposal<'a>>,
}

impl<'a> File<'a> {
    /// The project as the file writes it; `index` counts its article's text.
    pub fn of(project: &'a model::Project, index: &'a CodePoints) -> File<'a> {
        let Head { version, article, settings, sources } = Head::of(project, index);
        let Tail { unplaced, conflicts, sign_offs, dismissed } = Tail::of(project, index);
        File {
            version,
            article,
            settings,
            sources,
            annotations: Marks::of(project, project.annotations().iter(), index)
                .annotations
                .all()
                .map(Box::new)
                .collect(),
            unplaced: unplaced.all().map(Box::new).collect(),
            conflicts,
            sign_offs,
            dismissed,
        }
    }
}

/// The first fields of a [`File`] to be written.
#[derive(Serialize)]
pub(in crate::store) struct Head<'a> {
    version: u32,
    article: Article<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    settings: ProjectSettings<'a>,
    sources: Vec<Source<'a>>,
}

/// The annotations of a [`File`] to be written, or some of them, each converted when its turn comes.
#[derive(Serialize)]
pub(in crate::store) struct Marks<'a> {
    annotations: Converted<'a, model::InOrder<'a>, model::Annotation>,
}

/// The last fields of a [`File`] to be written.
#[derive(Serialize)]
pub(in crate::store) struct Tail<'a> {
    unplaced: Converted<'a, std::slice::Iter<'a, Arc<model::Unplaced>>, model::Unplaced>,
    #[serde(skip_serializing_if = "is_unknown")]
    conflicts: Vec<Conflict<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    sign_offs: Vec<SignOff<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    dismissed: Vec<DismissedProposal<'a>>,
}

/// Annotations to be written with their histories, each converted when its turn comes.
struct Converted<'a, I, T> {
    items: I,
    index: &'a CodePoints,
    histories: &'a model::Histories,
    convert: fn(&'a T, &'a CodePoints) -> Annotation<'a>,
}

impl<'a, P: 'a, I: Iterator<Item = &'a Arc<model::Annotation<P>>> + Clone> Converted<'a, I, model::Annotation<P>> {
    fn all(&self) -> impl Iterator<Item = Annotation<'a>> {
        let (index, histories, convert) = (self.index, self.histories, self.convert);
        self.items.clone().map(move |item| convert(item, index).with_history(histories.of(item.id)))
    }
}

impl<'a, P: 'a, I: Iterator<Item = &'a Arc<model::Annotation<P>>> + Clone> Serialize
    for Converted<'a, I, model::Annotation<P>>
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.all())
    }
}

impl<'a> Head<'a> {
    /// The version, the article, the settings and the sources.
    pub fn of(project: &'a model::Project, index: &'a CodePoints) -> Head<'a> {
        let article = project.article();
        Head {
            version: lowest(project),
            article: Article::of(article, Anchored::of(&article.card.title, index)),
            settings: ProjectSettings::of(project.settings()),
            sources: project.sources().iter().map(Source::of).collect(),
        }
    }
}

/// The lowest version that holds the project.
fn lowest(project: &model::Project) -> u32 {
    if later::needs_version_2(project) { VERSION } else { v1::VERSION }
}

impl<'a> Marks<'a> {
    /// These annotations of the project.
    pub fn of(project: &'a model::Project, annotations: model::InOrder<'a>, index: &'a CodePoints) -> Marks<'a> {
        let histories = project.histories();
        Marks { annotations: Converted { items: annotations, index, histories, convert: Annotation::of } }
    }
}

impl<'a> Tail<'a> {
    /// The annotations without a place, the conflicts, the sign-offs and the dismissed proposals.
    pub fn of(project: &'a model::Project, index: &'a CodePoints) -> Tail<'a> {
        let (items, histories) = (project.unplaced().iter(), project.histories());
        Tail {
            unplaced: Converted { items, index, histories, convert: Annotation::of_unplaced },
            conflicts: project.conflicts().iter().map(|conflict| Conflict::of(conflict, index)).collect(),
            sign_offs: project.sign_offs().iter().map(|sign_off| SignOff::of(sign_off)).collect(),
            dismissed: project.dismissed_proposals().iter().map(|one| DismissedProposal::of(one)).collect(),
        }
    }
}
