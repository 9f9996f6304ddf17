use super::Aligned;
use crate::model::{AnnotationId, AttributionPart, Category, FieldPath, FieldValue, FigurePart, Part, WhenPart};

/// What kind of thing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceKind {
    /// Some have the mark and some have not.
    OnlyIn,
    /// Its category, and with it the record.
    Category,
    /// The words that it covers.
    Boundary,
    /// A field of the record, or the note.
    Field,
}

impl DifferenceKind {
    /// How JSON writes it.
    pub fn name(self) -> &'static str {
        match self {
            DifferenceKind::OnlyIn => "OnlyIn",
            DifferenceKind::Category => "Category",
            DifferenceKind::Boundary => "Boundary",
            DifferenceKind::Field => "Field",
        }
    }

    /// How the window writes it.
    pub fn label(self) -> &'static str {
        match self {
            DifferenceKind::OnlyIn => "Only in one",
            DifferenceKind::Category => "Category differs",
            DifferenceKind::Boundary => "Boundary differs",
            DifferenceKind::Field => "Field differs",
        }
    }
}

/// What a difference bears on, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impact {
    /// A total of the ledger.
    Total,
    /// What a record says.
    Record,
    /// Words alone: where a mark begins and ends, words that a field rests on, a note.
    Words,
}

impl Impact {
    /// How JSON writes it.
    pub fn name(self) -> &'static str {
        match self {
            Impact::Total => "Total",
            Impact::Record => "Record",
            Impact::Words => "Words",
        }
    }
}

/// Something in which projects differ about one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it bears on, as far as its kind and field say.
    pub impact: Impact,
    /// The place of the mark in [`Comparison::rows`](super::Comparison::rows).
    pub row: usize,
    /// What differs; `None` where some have the mark and some have not.
    pub part: Option<Part>,
}

impl Difference {
    /// What kind of thing differs.
    pub fn kind(&self) -> DifferenceKind {
        match self.part {
            None => DifferenceKind::OnlyIn,
            Some(Part::Category) => DifferenceKind::Category,
            Some(Part::Boundary) => DifferenceKind::Boundary,
            Some(Part::Field(_) | Part::Status) => DifferenceKind::Field,
        }
    }

    /// The field that differs, where it is one.
    pub fn field(&self) -> Option<FieldPath> {
        match self.part {
            Some(Part::Field(path)) => Some(path),
            _ => None,
        }
    }
}

/// The differences of a row.
pub(super) fn differences(n: usize, row: &Aligned) -> impl Iterator<Item = Difference> {
    let only_in = (!row.is_everywhere()).then(|| Difference { impact: impact_of_mark(row), row: n, part: None });
    let parts = row.parts.iter().map(move |&part| Difference { impact: impact(row, part), row: n, part: Some(part) });
    only_in.into_iter().chain(parts)
}

fn impact_of_mark(row: &Aligned) -> Impact {
    // Quotes and claims enter no total, so a mark more or less of them changes none.
    let counts = |category| matches!(category, Category::Casualties | Category::Displacement);
    if row.present().any(|(_, mark)| counts(mark.category())) { Impact::Total } else { Impact::Record }
}

fn impact(row: &Aligned, part: Part) -> Impact {
    let path = match part {
        // A statement is the editor's own wording of the claim; nothing is reckoned from it.
        Part::Boundary | Part::Status | Part::Field(FieldPath::Note | FieldPath::Statement) => return Impact::Words,
        Part::Category => return impact_of_mark(row),
        Part::Field(path) if can_change_a_total(path) => return Impact::Total,
        Part::Field(path) => path,
    };
    let is_of_words = |value: Option<FieldValue>| matches!(value, Some(FieldValue::Words(_)));
    if row.present().any(|(_, mark)| is_of_words(mark.field(path))) { Impact::Words } else { Impact::Record }
}

/// Whether the ledger's totals depend on the field.
fn can_change_a_total(path: FieldPath) -> bool {
    use FieldPath::{
        Attribution, Figure, Grading, Group, GroupFigure, Harm, Measure, Role, Scope, ScopeBy, ScopeOf, Term, Victims,
        When, Where,
    };
    match path {
        // The words of a figure are only what its numbers were read from, and a share is of a whole that is counted
        // elsewhere.
        Figure(part) => !matches!(part, FigurePart::Text | FigurePart::OfText | FigurePart::OfBest),
        // Whose account it is decides between later figures of one fact.
        Attribution(part) => part != AttributionPart::Cue && part != AttributionPart::Via,
        When(part) => part == WhenPart::Date,
        // Who and where they were tells whether parts of one whole may overlap.
        Victims | Where(_) | Group(..) | GroupFigure(..) => true,
        path => matches!(path, Harm | Term | Measure | Role | Scope | ScopeOf | ScopeBy | Grading),
    }
}

/// The parts that are taken together with that part, itself among them: a number with its
/// bounds, qualifier, unit and words, and a scope with the mark that it names and
/// how it is divided. One without
/// the others would say what nobody said.
pub fn taken_together(part: Part) -> Vec<Part> {
    let fields: Vec<FieldPath> = match part {
        Part::Field(FieldPath::Figure(_)) => FigurePart::ALL.iter().map(|&part| FieldPath::Figure(part)).collect(),
        Part::Field(FieldPath::GroupFigure(id, _)) => {
            FigurePart::ALL.iter().map(|&part| FieldPath::GroupFigure(id, part)).collect()
        }
        Part::Field(FieldPath::Scope | FieldPath::ScopeOf | FieldPath::ScopeBy) => {
            vec![FieldPath::Scope, FieldPath::ScopeOf, FieldPath::ScopeBy]
        }
        part => return vec![part],
    };
    fields.into_iter().map(Part::Field).collect()
}

/// The id by which a row is called in common terms.
pub(super) fn row_id(row: usize) -> AnnotationId {
    AnnotationId::from_u64(row as u64)
}
