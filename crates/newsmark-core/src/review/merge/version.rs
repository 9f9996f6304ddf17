use std::sync::Arc;

use super::choice::{Choice, choice, larger};
use super::record;
use super::sequence::{merge_lists, merge_values};
use crate::model::{
    Annotation, AnnotationId, Comment, FieldPath, LostAnchor, Part, Project, SourceId, Spans, Status, Unplaced,
};

/// An annotation as it is in one of the projects, placed or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Version {
    /// It stands in the article.
    Placed(Arc<Annotation>),
    /// Its words were not found.
    Unplaced(Arc<Unplaced>),
}

/// Where an annotation stands, or what is known of where it did.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    At(Spans),
    Lost(LostAnchor),
}

impl Version {
    /// The annotation of that id.
    pub fn of(project: &Project, id: AnnotationId) -> Option<Version> {
        let unplaced = || project.unplaced_one(id).cloned().map(Version::Unplaced);
        project.annotation(id).cloned().map(Version::Placed).or_else(unplaced)
    }

    /// The annotation, where it has a place.
    pub fn placed(&self) -> Option<&Arc<Annotation>> {
        match self {
            Version::Placed(annotation) => Some(annotation),
            Version::Unplaced(_) => None,
        }
    }

    /// The source that its record names.
    pub fn source(&self) -> Option<SourceId> {
        match self {
            Version::Placed(annotation) => annotation.details.attribution().source,
            Version::Unplaced(kept) => kept.details.attribution().source,
        }
    }

    /// The annotation, at that place where it has none.
    pub fn placed_at(&self, spans: &Spans) -> Arc<Annotation> {
        match self {
            Version::Placed(annotation) => annotation.clone(),
            Version::Unplaced(kept) => Arc::new(kept.as_ref().clone().at(spans.clone())),
        }
    }

    fn whole(&self) -> Annotation<Place> {
        match self {
            Version::Placed(annotation) => {
                let spans = annotation.spans.clone();
                annotation.as_ref().clone().at(Place::At(spans))
            }
            Version::Unplaced(kept) => {
                let lost = kept.spans.clone();
                kept.as_ref().clone().at(Place::Lost(lost))
            }
        }
    }
}

impl From<Annotation<Place>> for Version {
    fn from(annotation: Annotation<Place>) -> Version {
        match annotation.spans.clone() {
            Place::At(spans) => Version::Placed(Arc::new(annotation.at(spans))),
            Place::Lost(lost) => Version::Unplaced(Arc::new(annotation.at(lost))),
        }
    }
}

/// The annotation with what either side changed, and the parts that both
/// changed, where ours stands.
///
/// What was approved waits for a reviewer again where the other side's changes
/// come to it, as after any edit. Comments are one thread; one that the same
/// person gave other words in both has both. Who edited it last, where both
/// did, is the one whose name comes later.
pub fn merged(base: Option<&Version>, ours: &Version, theirs: &Version) -> (Version, Vec<Part>) {
    // The three plain cases come first: nearly every annotation of a merge is one of them, and none needs its fields
    // looked at.
    if ours == theirs || base == Some(theirs) {
        return (ours.clone(), Vec::new());
    }
    if base == Some(ours) {
        return (theirs.clone(), Vec::new());
    }
    let base = base.map(Version::whole);
    let (merged, contested) = merged_whole(base.as_ref(), &ours.whole(), &theirs.whole());
    (Version::from(merged), contested)
}

type Whole = Annotation<Place>;

fn merged_whole(base: Option<&Whole>, ours: &Whole, theirs: &Whole) -> (Whole, Vec<Part>) {
    let mut merged = ours.clone();
    let mut contested = Vec::new();
    match choice(base.map(|base| &base.spans), &ours.spans, &theirs.spans) {
        Choice::Ours => {}
        Choice::Theirs => merged.spans = theirs.spans.clone(),
        Choice::Contested => contested.push(Part::Boundary),
    }
    let (details, fields) = record::merged(base.map(|base| &base.details), &ours.details, &theirs.details);
    merged.details = details;
    contested.extend(fields);
    match choice(base.map(|base| &base.note), &ours.note, &theirs.note) {
        Choice::Ours => {}
        Choice::Theirs => merged.note.clone_from(&theirs.note),
        Choice::Contested => contested.push(Part::Field(FieldPath::Note)),
    }
    unite(&mut merged, base, ours, theirs);
    if judge(&mut merged, base, ours, theirs, contested.is_empty()) {
        // Parts stand in the order of `Part`, the status before the fields.
        let after = contested.iter().take_while(|part| !matches!(part, Part::Field(_))).count();
        contested.insert(after, Part::Status);
    }
    (merged, contested)
}

/// Gives the status and who gave it; answers whether it is contested. An
/// approval holds for what its reviewer saw: where something else came of it,
/// or is contested, it counts as waiting.
fn judge(merged: &mut Whole, base: Option<&Whole>, ours: &Whole, theirs: &Whole, is_clean: bool) -> bool {
    // An approval holds for the words, record and note that were approved, whichever side they came from.
    let says_so =
        |side: &&Whole| side.spans == merged.spans && side.details == merged.details && side.note == merged.note;
    let approving = [ours, theirs].into_iter().filter(|side| side.status == Status::Approved);
    let is_seen = is_clean && approving.filter(says_so).count() > 0;
    let was_approved = base.is_some_and(|base| base.status == Status::Approved);
    let given = |side: &Whole| match side.status {
        Status::Approved if !is_seen && !was_approved => (Status::Submitted, None),
        status => (status, side.judge.clone()),
    };
    let (here, there) = (given(ours), given(theirs));
    let choice = choice(base.map(|base| &base.status), &here.0, &there.0);
    (merged.status, merged.judge) = match choice {
        // Two reviewers who decided alike are no conflict; one of the names is taken by a rule that both sides share.
        _ if here.0 == there.0 => (here.0, larger(base.map(|base| &base.judge), &here.1, &there.1)),
        Choice::Theirs => there,
        Choice::Ours | Choice::Contested => here,
    };
    // Nobody approved what came of the merge.
    if merged.status == Status::Approved && !is_seen {
        (merged.status, merged.judge) = (Status::Submitted, None);
    }
    choice == Choice::Contested
}

/// Who made it and changed it, and the lists that both add to.
fn unite(merged: &mut Whole, base: Option<&Whole>, ours: &Whole, theirs: &Whole) {
    fn list<'a, T>(base: Option<&'a Whole>, list: fn(&'a Whole) -> &'a Vec<T>) -> &'a [T] {
        base.map_or(&[], |base| list(base))
    }
    merged.author = larger(base.map(|base| &base.author), &ours.author, &theirs.author);
    merged.editor = larger(base.map(|base| &base.editor), &ours.editor, &theirs.editor);
    // A mark comes from one place; where two projects disagree, that one names a place is more than that the other does
    // not, and is the larger.
    merged.provenance = larger(base.map(|base| &base.provenance), &ours.provenance, &theirs.provenance);
    merged.origins = merge_values(list(base, |base| &base.origins), &ours.origins, &theirs.origins, |origin| {
        (origin.part, origin.person.clone())
    });
    merged.dismissed = merge_values(list(base, |base| &base.dismissed), &ours.dismissed, &theirs.dismissed, |one| {
        (one.kind.clone(), one.field, one.why.clone(), one.reason.clone(), one.by.clone())
    });
    merged.comments = merge_lists(
        list(base, |base| &base.comments),
        &ours.comments,
        &theirs.comments,
        |one, other| one.id == other.id,
        |one, other| (one.time, one.id).cmp(&(other.time, other.id)),
        comment,
    );
}

/// A comment that both have.
fn comment(base: Option<&Comment>, ours: &Comment, theirs: &Comment) -> Comment {
    match choice(base, ours, theirs) {
        Choice::Ours => ours.clone(),
        Choice::Theirs => theirs.clone(),
        Choice::Contested => {
            // In the order of the words, so that both people's merges give the same thread.
            let (first, second) = if ours.text <= theirs.text { (ours, theirs) } else { (theirs, ours) };
            let text = if first.text == second.text {
                first.text.clone()
            } else {
                format!("{}\n\n{}", first.text, second.text)
            };
            let author = first.author.clone().max(second.author.clone());
            Comment { id: ours.id, author, time: ours.time.max(theirs.time), text }
        }
    }
}
