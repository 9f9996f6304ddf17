use crate::model::AnnotationId;

/// Two accounts of one fact that cannot both hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureConflict {
    /// What they differ in.
    pub kind: ConflictKind,
    /// The two annotations, in the order of the text.
    pub ids: [AnnotationId; 2],
    /// What stands against what, in a sentence without a full stop.
    pub why: String,
}

/// What two accounts differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// Their numbers: the ranges do not meet.
    Figures,
    /// Who did it: held responsible here and denied there.
    Responsibility,
}

impl ConflictKind {
    /// How JSON writes it.
    pub fn name(self) -> &'static str {
        match self {
            ConflictKind::Figures => "Figures",
            ConflictKind::Responsibility => "Responsibility",
        }
    }
}
