//! Bringing together what two people made of one project.
//!
//! [`merge`] takes what both began with, what we made of it and what they made
//! of it. It goes by annotation and part: where it stands, its category, its
//! status, each field, the items of its lists by id, its note. What only one
//! changed is taken; what both changed to the same is taken once; what both
//! changed to different things is kept as a [`Conflict`],
//! in which ours stands and theirs is whole. What one deleted and the other
//! changed stays, with a conflict. Comments, dismissals, origins, sign-offs, dismissed proposals and
//! histories are united without doubles. Sources go by id and field, the card and the settings by
//! field; of four eyes the stricter stands where both changed it, of whether there are proposals the later decision.
//!
//! The outcome is the same whichever side is ours but for which side a conflict
//! calls ours, and whichever two of three meet first, where nothing conflicts.
//! Without what both began with, equal things unite and others are conflicts.
//!
//! [`resolution`] is the change that settles a conflict, [`conflict_sentence`]
//! what a list says of one, [`questions`] what a person is asked about them one by one. Everything here is pure; nothing is ordered by a
//! clock but what has no other order: the events, comments and sign-offs of two
//! people who did not know of each other.

mod annotations;
mod card;
mod choice;
mod conflicts;
mod dismissed;
mod histories;
mod question;
mod record;
mod resolution;
mod sentence;
mod sequence;
mod settings;
mod sources;
#[cfg(test)]
mod tests;
mod version;

use std::sync::Arc;

use crate::model::{AnnotationId, ApplyError, Change, Conflict, Project, SignOff, SourceId};

pub use choice::MergeSide;
pub use question::{About, Question, questions};
pub use resolution::resolution;
pub use sentence::conflict_sentence;

use annotations::MergedAnnotations;
pub(in crate::review) use dismissed::merged_dismissed;
use version::Version;

/// Two projects brought together.
#[derive(Clone, Debug)]
pub struct Merged {
    /// What came of it; its conflicts are those that remain.
    pub project: Project,
    /// What turns ours into it, but for the histories.
    pub change: Change,
    /// How many annotations, sources and other parts of ours become others by it.
    pub n_brought: usize,
    /// Whether what both began with was known, and of this article.
    pub has_base: bool,
    /// Their versions of annotations without a place that both changed: each is
    /// kept as an annotation without a place of its own, under this id.
    pub apart: Vec<AnnotationId>,
}

impl Merged {
    /// How many things are left for a person to decide.
    pub fn n_open(&self) -> usize {
        self.project.conflicts().len() + self.apart.len()
    }
}

/// Why two projects cannot be merged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMergeable {
    /// They are of different articles.
    #[error(
        "The two projects are of different articles, or one article’s text was changed, so they cannot be merged. \
         Nothing was changed. Compare them instead"
    )]
    OtherArticle,
    /// A change does not fit our project.
    #[error("The projects cannot be merged: {0}. Nothing was changed")]
    ApplyError(#[from] ApplyError),
}

/// Merges what they made of `base` into what we made of it. A base that is
/// missing or of another article is not known.
///
/// # Errors
/// [`NotMergeable`] where the two are not of the same article.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span};
/// use newsmark_core::review::merge::merge;
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// // A project in which somebody marked one stretch of the text.
/// let marked = |name, id, start, end| {
///     let (span, author) = (Span::new(start, end)?, Person::new(name)?);
///     let mark = Annotation::draft(AnnotationId::from_u64(id), span, Category::Casualties, author);
///     Project::from_parts(ProjectParts { annotations: vec![mark], ..ProjectParts::of(article.clone()) }).ok()
/// };
/// let base = Project::new(article.clone());
/// let ours = marked("Ines Varga", 1, 0, 3).ok_or("no mark")?;
/// let theirs = marked("Tomas Reed", 2, 10, 13).ok_or("no mark")?;
/// let merged = merge(Some(&base), &ours, &theirs)?;
/// assert_eq!((merged.project.annotations().len(), merged.n_open()), (2, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn merge(base: Option<&Project>, ours: &Project, theirs: &Project) -> Result<Merged, NotMergeable> {
    let is_same_text = |project: &&Project| project.article().text.sha256() == ours.article().text.sha256();
    if !is_same_text(&theirs) {
        return Err(NotMergeable::OtherArticle);
    }
    // Offsets of a base with another text would compare nothing; without it differences become conflicts and nothing is
    // lost.
    let base = base.filter(is_same_text);
    let MergedAnnotations { mut changes, mut n_changed, mut conflicts, apart } = annotations::merge(base, ours, theirs);
    let mut project = ours.clone();
    // Annotations first: whether a source is still needed is asked of the merged ones.
    project.apply(Change::Batch(changes.clone()))?;

    let is_needed =
        |id: SourceId, side: MergeSide| is_needed(id, &project, if side == MergeSide::Ours { ours } else { theirs });
    let (sources, undecided) = sources::merge(base.map(Project::sources), ours.sources(), theirs.sources(), is_needed);
    conflicts.extend(undecided);
    let mut others = Vec::new();
    if sources != *ours.sources() {
        n_changed += sources.iter().filter(|source| ours.sources().get(source.id) != Some(source)).count();
        n_changed += ours.sources().iter().filter(|source| sources.get(source.id).is_none()).count();
        others.push(Change::ReplaceSources(sources));
    }
    let plain = plain_changes(base, ours, theirs, &mut conflicts);
    n_changed += plain.len();
    others.extend(plain);
    project.apply(Change::Batch(others.clone()))?;
    changes.append(&mut others);

    // Last, as it asks what stands in the merged project.
    let left = conflicts::left(base, ours, theirs, &project, conflicts);
    if left != ours.conflicts() {
        let change = Change::ReplaceConflicts(left);
        project.apply(change.clone())?;
        changes.push(change);
    }
    // Histories are no change of the project: undo does not take back what others told.
    project.set_histories(histories::merge_histories(ours.histories(), theirs.histories()));
    Ok(Merged { project, change: Change::Batch(changes), n_brought: n_changed, has_base: base.is_some(), apart })
}

/// Whether a mark names the source that does not in the project of the side that took the source out.
fn is_needed(id: SourceId, merged: &Project, without: &Project) -> bool {
    let names = |version: Option<Version>| version.and_then(|version| version.source()) == Some(id);
    let placed = merged.annotations().iter().map(|annotation| annotation.id);
    let mut all = placed.chain(merged.unplaced().iter().map(|kept| kept.id));
    all.any(|mark| names(Version::of(merged, mark)) && !names(Version::of(without, mark)))
}

/// What changes of the card, the settings, the sign-offs and the dismissed proposals.
fn plain_changes(
    base: Option<&Project>,
    ours: &Project,
    theirs: &Project,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let before = base.map(|base| &base.article().card);
    let (here, there) = (&ours.article().card, &theirs.article().card);
    let (card, is_contested) = card::merged_card(before, here, there, MergeSide::Ours);
    if is_contested {
        conflicts.push(Conflict::Card { base: before.cloned().map(Box::new), theirs: Box::new(there.clone()) });
    }
    if card != *here {
        changes.push(Change::ReplaceCard(Box::new(card)));
    }
    let settings = settings::merged_settings(base.map(Project::settings), ours.settings(), theirs.settings());
    if settings != *ours.settings() {
        changes.push(Change::ReplaceSettings(settings));
    }
    let signed = base.map_or(&[][..], Project::sign_offs);
    let key =
        |sign_off: &Arc<SignOff>| (sign_off.time, sign_off.person.clone(), sign_off.seen.clone(), sign_off.proposals);
    let sign_offs = sequence::merge_values(signed, ours.sign_offs(), theirs.sign_offs(), key);
    if sign_offs != ours.sign_offs() {
        changes.push(Change::ReplaceSignOffs(sign_offs));
    }
    let dismissed = base.map_or(&[][..], Project::dismissed_proposals);
    let dismissed = merged_dismissed(dismissed, ours.dismissed_proposals(), theirs.dismissed_proposals());
    if dismissed != ours.dismissed_proposals() {
        changes.push(Change::ReplaceDismissedProposals(dismissed));
    }
    changes
}
