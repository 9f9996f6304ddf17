//! Plain values: the article, its annotations and their records.
//!
//! A [`Project`] changes only through [`Project::apply`], which returns the
//! inverse of what it did. What review adds stands beside the records: who
//! changed and judged an annotation, [`Comment`]s, the [`Event`]s of its history,
//! [`SignOff`]s, and the [`Conflict`]s that a merge left. Offsets are UTF-8 bytes throughout. Nothing here
//! reads a file, a clock or a locale, and no type here is a file format.

mod anchored;
mod annotation;
mod annotations;
mod article;
mod called;
mod category;
mod change;
mod code_points;
mod comment;
mod conflict;
mod details;
mod difference;
mod digest;
mod dismissal;
mod dismissed_proposal;
mod event;
mod field;
mod finder;
mod fingerprint;
#[cfg(any(test, feature = "testing"))]
pub mod fixture;
mod grams;
mod histories;
mod id;
mod origin;
mod paragraph;
mod part;
mod person;
mod project;
mod project_settings;
mod provenance;
mod sign_off;
mod source;
mod sources;
mod span;
mod start_by_id;
mod terms;
mod text;
mod tier;
mod time;
mod vocabulary;
mod written;

pub use anchored::{Anchor, Anchored};
pub use annotation::{Annotation, LostAnchor, Unplaced};
pub(crate) use annotations::ChunkView;
pub use annotations::{Annotations, InOrder};
pub use article::{Article, Card, Original};
pub use category::Category;
pub use change::{ApplyError, Change};
pub use code_points::CodePoints;
pub use comment::Comment;
pub use conflict::Conflict;
pub use details::{
    Attribution, Casualties, Claims, Denominator, Details, Displacement, Evidence, Figure, Group, HouseholdSize, Link,
    NamedVictim, NotASize, Place, Quotes, Scope, When,
};
pub use digest::{Digest, NotADigest};
pub use dismissal::Dismissal;
pub use dismissed_proposal::DismissedProposal;
pub use event::{Changed, Event};
pub use field::{
    AttributionPart, EvidencePart, FieldPath, FieldValue, FigurePart, GroupPart, Item, LinkPart, NamedVictimPart,
    PlacePart, RecordList, WhenPart, WrongField,
};
pub use finder::{Finder, TextState};
pub use fingerprint::{Fingerprint, NotAFingerprint};
pub use histories::Histories;
pub use id::{AnnotationId, CommentId, ItemId, NotAnId, SourceId};
pub use newsmark_direction::Direction;
pub use newsmark_figures::{
    Convention, NotACount, Precision, Qualifier, Term, Unit, Vocabulary, day, first_day, grouped, latin_digits,
    read_count,
};
pub use origin::Origin;
pub use paragraph::{Paragraph, ParagraphKind};
pub use part::{NotAPart, Part};
pub use person::Person;
pub use project::{Project, ProjectParts};
pub use project_settings::{ProjectSettings, ProposalsSetting};
pub use provenance::Provenance;
pub use sign_off::SignOff;
pub use source::{Source, SourceField};
pub use sources::Sources;
pub use span::{Span, Spans};
pub use terms::{
    Anonymity, CasualtyCause, Certainty, CheckWorthiness, ClaimKind, Dimension, DisplacementCause, DisplacementTerm,
    FigureRole, Grading, GroupKind, Harm, Interest, LinkKind, Measure, Medium, QuoteKind, Responsibility, ScopeKind,
    Severity, Sex, SourceKind, Stance, Status, Verification, Victims,
};
pub use text::Text;
pub use tier::Tier;
pub use time::{NotATime, Time};
