use super::{Account, Amount, Counted, Share, Why};
use crate::model::{AnnotationId, Dimension, GroupKind, ScopeKind, Unit, Victims};

/// What the records of one harm or measure and unit add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The harm or the measure.
    pub of: Counted,
    /// The unit; households with a size stand with the persons.
    pub unit: Unit,
    /// The sum of the records that count; `None` where none does, or where it is beyond 64 bits.
    pub total: Option<Amount>,
    /// The records that the total is of, in the order of the text.
    pub counted: Vec<AnnotationId>,
    /// The records of this row that do not count, in the order of the text.
    pub not_counted: Vec<NotCounted>,
    /// The total by who was harmed; empty for displacement.
    pub victims: Vec<ByVictims>,
    /// Some of the total by group; empty for displacement.
    pub groups: Vec<ByGroup>,
    /// The parts of this row's records under their wholes, in the order of the wholes.
    pub parts: Vec<Parts>,
    /// How much of the total rests on each source, the largest first.
    pub shares: Vec<Share>,
    /// How many errors bear on the total; beside any other number than 0 the total is not to be trusted.
    pub n_errors: usize,
}

/// A record that enters no total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCounted {
    /// The record.
    pub id: AnnotationId,
    /// Its scope.
    pub scope: ScopeKind,
    /// Why it does not count.
    pub why: Why,
}

/// How many of a total were such victims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByVictims {
    /// Who they were.
    pub who: Victims,
    /// How many; `None` where it is beyond 64 bits.
    pub amount: Option<Amount>,
    /// The records that say so, in the order of the text.
    pub ids: Vec<AnnotationId>,
}

/// How many of a total were of a group, as far as the article says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByGroup {
    /// Who they were.
    pub who: GroupKind,
    /// Who they were in words, for another group; else empty.
    pub other: String,
    /// How many; `None` where it is beyond 64 bits.
    pub amount: Option<Amount>,
    /// The records that say so, in the order of the text.
    pub ids: Vec<AnnotationId>,
    /// By whose account, where it is one only.
    pub account: Option<Account>,
}

/// Parts of a record, all of one dimension: parts by place and parts by group divide one whole in two ways, and are
/// never added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The whole.
    pub of: AnnotationId,
    /// By what they divide it.
    pub by: Dimension,
    /// Whether the whole itself counts in the total.
    pub is_counted: bool,
    /// Its parts, in the order of the text.
    pub parts: Vec<PartAmount>,
    /// What the whole has besides these parts, never negative; `None` where
    /// together they are more than the whole. Nothing is stated of it where one is in another
    /// unit, or where some of them may be the same people.
    pub residual: Option<Amount>,
}

/// One part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartAmount {
    /// The record.
    pub id: AnnotationId,
    /// How many; that of “the rest” is the residual.
    pub amount: Amount,
}

/// A running toll, which enters no total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toll {
    /// The record.
    pub id: AnnotationId,
    /// What it counts.
    pub of: Counted,
    /// The unit; households with a size are persons.
    pub unit: Unit,
    /// How many.
    pub amount: Amount,
}

impl Row {
    /// What the row is called: "Killed", with its unit where that is not persons: "Displaced, flow (households)".
    pub fn label(&self) -> String {
        self.of.label_in(self.unit)
    }

    /// The row's label with what its bounds do not tell: "Killed, and an unknown number".
    pub fn title(&self) -> String {
        match self.total.and_then(|total| total.note()) {
            Some(note) => format!("{}, {note}", self.label()),
            None => self.label(),
        }
    }

    /// The source that most of the total rests on.
    pub fn largest(&self) -> Option<&Share> {
        self.shares.first()
    }

    /// Every record of the row, counted or not.
    pub fn ids(&self) -> impl Iterator<Item = AnnotationId> {
        self.counted.iter().copied().chain(self.not_counted.iter().map(|record| record.id))
    }
}
