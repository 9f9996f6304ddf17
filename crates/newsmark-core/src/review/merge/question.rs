use super::choice::MergeSide;
use super::version::Version;
use crate::model::{Annotation, AnnotationId, Category, Conflict, Part, Project, Source, SourceField};

/// One thing that a merge left for a person to decide: a conflict, or one contested part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The conflict's place in [`Project::conflicts`].
    pub conflict: usize,
    /// The contested part of an annotation; `None` where the conflict is decided as a whole.
    pub part: Option<Part>,
    /// What it is about.
    pub about: About,
    /// What a person calls that: the marked words, a source's name.
    pub title: String,
    /// What is contested of it: “Low”, “Category”, “Whole mark”.
    pub label: &'static str,
    /// What stands in the project now.
    pub ours: String,
    /// What the others made of it.
    pub theirs: String,
    /// What it was before; `None` where that is not known.
    pub base: Option<String>,
    /// Whose stands in the project until it is decided.
    pub standing: MergeSide,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// An annotation of that category, which is not known where nobody has it any more.
    Mark(AnnotationId, Option<Category>),
    /// A source.
    Source,
    /// The article's card.
    Card,
}

impl Question {
    /// The annotation that it is about.
    pub fn mark(&self) -> Option<AnnotationId> {
        match self.about {
            About::Mark(id, _) => Some(id),
            About::Source | About::Card => None,
        }
    }

    /// What that side has; `None` where it is not known. Empty is unknown, as in the record.
    pub fn answer(&self, side: MergeSide) -> Option<&str> {
        match side {
            MergeSide::Ours => Some(&self.ours),
            MergeSide::Theirs => Some(&self.theirs),
            MergeSide::Base => self.base.as_deref(),
        }
    }
}

/// What a merge left open in the project, in the order of its conflicts, one
/// question a contested part: [`resolution`](super::resolution) takes the
/// answer of a side.
pub fn questions(project: &Project) -> Vec<Question> {
    let conflicts = project.conflicts().iter().enumerate();
    conflicts.flat_map(|(n, conflict)| asked(project, n, conflict)).collect()
}

fn asked(project: &Project, n: usize, conflict: &Conflict) -> Vec<Question> {
    match conflict {
        Conflict::Annotation { id, parts, base, theirs } => {
            let (base, theirs) = (base.as_deref(), theirs.as_deref());
            match theirs {
                Some(theirs) if !parts.is_empty() => {
                    parts.iter().map(|part| of_part(project, n, *id, base, theirs, *part)).collect()
                }
                // Without parts the conflict is whether the mark stays at all.
                _ => vec![of_whole(project, n, *id, base, theirs, MergeSide::Ours)],
            }
        }
        Conflict::DeletedHere { id, base } => {
            vec![of_whole(project, n, *id, base.as_deref(), None, MergeSide::Theirs)]
        }
        Conflict::Source { base, theirs } => {
            vec![of_source(project, n, conflict, base.as_ref(), theirs.as_ref())]
        }
        Conflict::Card { base, theirs } => {
            let fields = |card: &crate::model::Card| card.written().to_vec();
            let ours = fields(&project.article().card);
            let (base, theirs) = (base.as_deref().map(fields), fields(theirs));
            let [ours, theirs, before] = differing(&ours, &theirs, base.as_deref());
            let title = "The article’s card".to_owned();
            let base = base.map(|_| before);
            vec![Question {
                conflict: n,
                part: None,
                about: About::Card,
                title,
                label: "Card",
                ours,
                theirs,
                base,
                standing: MergeSide::Ours,
            }]
        }
    }
}

/// What the project has of an annotation in that part; says so where it has it no more.
fn of_part(
    project: &Project,
    conflict: usize,
    id: AnnotationId,
    base: Option<&Annotation>,
    theirs: &Annotation,
    part: Part,
) -> Question {
    let (ours, category) = match Version::of(project, id) {
        Some(Version::Placed(mark)) => (project.written(&mark, part), mark.category()),
        Some(Version::Unplaced(kept)) => (project.written_unplaced(&kept, part), kept.category()),
        None => (DELETED.to_owned(), theirs.category()),
    };
    Question {
        conflict,
        part: Some(part),
        about: About::Mark(id, Some(category)),
        title: words(project, id, Some(theirs)),
        label: part_label(part, category),
        ours,
        theirs: project.written(theirs, part),
        base: base.map(|base| project.written(base, part)),
        standing: MergeSide::Ours,
    }
}

/// Whether an annotation stays at all.
fn of_whole(
    project: &Project,
    conflict: usize,
    id: AnnotationId,
    base: Option<&Annotation>,
    theirs: Option<&Annotation>,
    standing: MergeSide,
) -> Question {
    let reading = |mark: &Annotation| match mark.details.reading(project) {
        reading if reading.is_empty() => "Kept".to_owned(),
        reading => reading,
    };
    let here = match Version::of(project, id) {
        Some(Version::Placed(mark)) => Some((reading(&mark), mark.category())),
        Some(Version::Unplaced(kept)) => Some((kept.details.reading(project), kept.category())),
        None => None,
    };
    let category = here.as_ref().map(|(_, category)| *category);
    let category = category.or(theirs.map(Annotation::category)).or(base.map(Annotation::category));
    let here = here.map_or(DELETED.to_owned(), |(reading, _)| reading);
    let there = theirs.map_or(DELETED.to_owned(), reading);
    let (ours, theirs_says) = if standing == MergeSide::Ours { (here, there) } else { (DELETED.to_owned(), here) };
    Question {
        conflict,
        part: None,
        about: About::Mark(id, category),
        title: words(project, id, theirs.or(base)),
        label: "Whole mark",
        ours,
        theirs: theirs_says,
        base: base.map(reading),
        standing,
    }
}

fn of_source(
    project: &Project,
    conflict: usize,
    of: &Conflict,
    base: Option<&Source>,
    theirs: Option<&Source>,
) -> Question {
    let ours = of.source().and_then(|id| project.sources().get(id));
    let title = ours.or(theirs).or(base).map_or(String::new(), |source| source.name.clone());
    let fields = |source: &Source| -> Vec<(&'static str, String)> {
        let single = SourceField::ALL.iter().filter(|field| **field != SourceField::OtherNames);
        single.map(|field| (field.label(), source.written(*field))).collect()
    };
    let before = base.map(fields);
    let (ours, theirs, base) = match (ours.map(fields), theirs.map(fields)) {
        (Some(ours), Some(theirs)) => {
            let [ours, theirs, base] = differing(&ours, &theirs, before.as_deref());
            (ours, theirs, before.map(|_| base))
        }
        (ours, theirs) => {
            let whole = |fields: Option<Vec<_>>| fields.map_or(DELETED.to_owned(), |fields| known(&fields));
            (whole(ours), whole(theirs), before.map(|fields| known(&fields)))
        }
    };
    let about = About::Source;
    Question { conflict, part: None, about, title, label: "Source", ours, theirs, base, standing: MergeSide::Ours }
}

/// Stands for a side that does not have it.
const DELETED: &str = "Deleted";

/// The contested fields of the three, each as “Role: spokeswoman”.
fn differing(ours: &[(&str, String)], theirs: &[(&str, String)], base: Option<&[(&str, String)]>) -> [String; 3] {
    let is_contested = |n: &usize| {
        let before = base.map(|base| &base[*n].1);
        ours[*n].1 != theirs[*n].1 && before != Some(&ours[*n].1) && before != Some(&theirs[*n].1)
    };
    // What only one side changed was merged already and is not asked.
    let contested: Vec<usize> = (0..ours.len()).filter(is_contested).collect();
    let told = |fields: &[(&str, String)]| {
        let of = |n: &usize| match &fields[*n] {
            (label, value) if value.is_empty() => format!("{label} not stated"),
            (label, value) => format!("{label}: {value}"),
        };
        contested.iter().map(of).collect::<Vec<_>>().join("; ")
    };
    [told(ours), told(theirs), base.map(told).unwrap_or_default()]
}

/// What is known of a source as a whole.
fn known(fields: &[(&str, String)]) -> String {
    let known = fields.iter().filter(|(_, value)| !value.is_empty()).map(|(_, value)| value.as_str());
    known.collect::<Vec<_>>().join(", ")
}

/// What a person calls a part of an annotation.
fn part_label(part: Part, category: Category) -> &'static str {
    match part {
        Part::Boundary => "Marked words",
        Part::Category => "Category",
        Part::Status => "Status",
        Part::Field(path) => path.label(category),
    }
}

/// The words of an annotation, as they stand here or in another version of it.
fn words(project: &Project, id: AnnotationId, other: Option<&Annotation>) -> String {
    match (Version::of(project, id), other) {
        (Some(Version::Placed(mark)), _) => project.written(&mark, Part::Boundary),
        (Some(Version::Unplaced(kept)), _) => project.written_unplaced(&kept, Part::Boundary),
        (None, Some(other)) => project.written(other, Part::Boundary),
        (None, None) => String::new(),
    }
}
