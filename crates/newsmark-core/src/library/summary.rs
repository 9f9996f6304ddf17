use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{CheckSummary, Counts, ProposalsLeft};
use crate::model::{Annotation, Attribution, Details, Digest, Person, Project};
use crate::store::Loaded;

/// What a library tells of a project without opening it.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The SHA-256 of the file, by which one that was written again with the same bytes is told.
    pub file: Digest,
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
    /// The annotations, those without a place too.
    pub counts: Counts,
    /// How many of them have no place.
    pub n_unplaced: usize,
    /// Everybody who made, changed, judged or discussed annotations or signed them off, with those that they
    /// made, sorted by name.
    pub people: Vec<(Person, Counts)>,
    /// Who is quoted, with the number of quotes, sorted by name.
    pub quoted: Vec<(String, usize)>,
    /// Whether somebody signed it off as it stands.
    pub is_signed_off: bool,
    /// What the checks found.
    pub findings: CheckSummary,
    /// How many likely proposals wait for a decision.
    pub proposals_left: ProposalsLeft,
}

impl Summary {
    /// What there is to tell of a project as it was read, but for its proposals, which are counted later.
    pub fn of(loaded: &Loaded) -> Summary {
        let project = &loaded.project;
        let card = &project.article().card;
        let mut people = People::default();
        project.annotations().iter().for_each(|annotation| people.add(annotation));
        // Work that lost its place is work all the same.
        project.unplaced().iter().for_each(|kept| people.add(kept));
        project.sign_offs().iter().for_each(|sign_off| people.name(&sign_off.person));
        Summary {
            file: loaded.digest,
            title: card.title.value.clone(),
            outlet: card.outlet.clone(),
            published: card.published,
            language: card.language.clone(),
            article: project.article().text.sha256(),
            counts: people.counts,
            n_unplaced: project.unplaced().len(),
            people: people.people.into_iter().map(|(person, counts)| (person.clone(), counts)).collect(),
            quoted: quoted(project),
            is_signed_off: project.is_signed_off(),
            findings: CheckSummary::of(loaded),
            proposals_left: ProposalsLeft::NotCounted,
        }
    }
}

/// Who worked on a project.
#[derive(Default)]
struct People<'p> {
    counts: Counts,
    people: BTreeMap<&'p Person, Counts>,
}

impl<'p> People<'p> {
    fn add<P>(&mut self, annotation: &'p Annotation<P>) {
        self.counts.add(annotation.category(), annotation.status);
        self.people.entry(&annotation.author).or_default().add(annotation.category(), annotation.status);
        self.name(&annotation.editor);
        annotation.judge.iter().for_each(|judge| self.name(judge));
        annotation.comments.iter().for_each(|comment| self.name(&comment.author));
    }

    fn name(&mut self, person: &'p Person) {
        self.people.entry(person).or_default();
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
