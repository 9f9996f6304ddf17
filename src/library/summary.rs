use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Findings, Tally};
use crate::model::{Attribution, Details, Digest, Person, Project};
use crate::store::Loaded;

/// What a library tells of a project without opening it.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The headline; empty where it is not known.
    pub title: String,
    /// Who published the article; empty where it is not known.
    pub outlet: String,
    /// The day of publication.
    pub published: Option<Date>,
    /// A BCP 47 tag; empty where it is not known.
    pub language: String,
    /// By which projects of one article are told.
    pub article: Digest,
    /// The annotations that have a place.
    pub tally: Tally,
    /// How many annotations have no place.
    pub n_unplaced: usize,
    /// Who made annotations, and those, sorted by name.
    pub people: Vec<(Person, Tally)>,
    /// Who is quoted, with the number of quotes, sorted by name.
    pub quoted: Vec<(String, usize)>,
    /// Whether somebody signed it off as it stands.
    pub is_signed_off: bool,
    /// What the checks found.
    pub findings: Findings,
}

impl Summary {
    /// What there is to tell of a project as it was read.
    pub fn of(loaded: &Loaded) -> Summary {
        let project = &loaded.project;
        let card = &project.article().card;
        let annotations = || project.annotations().iter().map(AsRef::as_ref);
        let mut people: BTreeMap<&Person, Tally> = BTreeMap::new();
        for annotation in annotations() {
            people.entry(&annotation.author).or_default().add(annotation.category(), annotation.status);
        }
        let mut summary = Summary {
            title: card.title.value.clone(),
            outlet: card.outlet.clone(),
            published: card.published,
            language: card.language.clone(),
            article: project.article().text.sha256(),
            tally: Tally::of(annotations()),
            n_unplaced: project.unplaced().len(),
            people: people.into_iter().map(|(person, tally)| (person.clone(), tally)).collect(),
            quoted: quoted(project),
            is_signed_off: false,
            findings: Findings::of(loaded),
        };
        summary.is_signed_off = summary.is_decided();
        summary
    }

    /// Whether it has annotations and a reviewer decided on each, which is what signing off asks for.
    fn is_decided(&self) -> bool {
        let n_annotations = self.tally.n_annotations();
        n_annotations > 0 && self.n_unplaced == 0 && self.tally.n_decided() == n_annotations
    }
}

/// Who is quoted: the source's name, else the words that name it.
fn quoted(project: &Project) -> Vec<(String, usize)> {
    let mut quoted: BTreeMap<String, usize> = BTreeMap::new();
    for annotation in project.annotations() {
        let Details::Quotes(record) = &annotation.details else { continue };
        if let Some(name) = name(project, &record.attribution) {
            *quoted.entry(name).or_default() += 1;
        }
    }
    quoted.into_iter().collect()
}

fn name(project: &Project, attribution: &Attribution) -> Option<String> {
    let source = attribution.source.and_then(|id| project.sources().get(id)).map(|source| source.name.as_str());
    let words = attribution.words.as_ref().map(|words| words.value.as_str());
    let name = source.or(words)?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}
