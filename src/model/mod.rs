//! Plain values: the article, its annotations and their records.
//!
//! A [`Project`] changes only through [`Project::apply`], which returns the
//! inverse of what it did. Offsets are UTF-8 bytes throughout. Nothing here
//! reads a file, a clock or a locale, and no type here is a file format.

mod anchored;
mod annotation;
mod annotations;
mod article;
mod category;
mod change;
mod code_points;
mod details;
mod digest;
mod dismissal;
mod field;
mod finder;
#[cfg(test)]
pub(crate) mod fixture;
mod id;
mod number;
mod paragraph;
mod person;
mod project;
mod source;
mod sources;
mod span;
mod starts;
mod terms;
mod text;
mod time;
mod vocabulary;

pub use anchored::{Anchor, Anchored};
pub use annotation::{Annotation, Unplaced};
pub use annotations::{Annotations, InOrder};
pub use article::{Article, Card, Direction, Original};
pub use category::Category;
pub use change::{Change, Misfit};
pub use code_points::CodePoints;
pub use details::{
    Attribution, Casualties, Claims, Details, Displacement, Evidence, Figure, Group, HouseholdSize, Link, NamedVictim,
    NotASize, Place, Quotes, Scope, When, day,
};
pub use digest::{Digest, NotADigest};
pub use dismissal::Dismissal;
pub use field::{
    AttributionPart, EvidencePart, FieldPath, FieldValue, FigurePart, GroupPart, Item, LinkPart, NamedVictimPart,
    PlacePart, RecordList, WhenPart, WrongField,
};
pub use finder::{Finder, TextState};
pub use id::{AnnotationId, ItemId, NotAnId, SourceId};
pub use number::{NotACount, grouped, read_count};
pub use paragraph::{Paragraph, ParagraphKind};
pub use person::Person;
pub use project::Project;
pub use source::{Source, SourceField};
pub use sources::Sources;
pub use span::{Span, Spans};
pub use terms::{
    Anonymity, CasualtyCause, Certainty, CheckWorthiness, ClaimKind, Convention, DisplacementCause, DisplacementTerm,
    FigureRole, Grading, GroupKind, Harm, Interest, LinkKind, Measure, Medium, Precision, Qualifier, QuoteKind,
    Responsibility, ScopeKind, Severity, Sex, SourceKind, Stance, Status, Unit, Verification, Victims,
};
pub use text::Text;
pub use time::Time;
pub use vocabulary::{Term, Vocabulary};
