use crate::model::{AnnotationId, ScopeKind};

/// Why a record enters no total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Its scope says so: part of another, same as another, cumulative, or not decided.
    Scope(ScopeKind),
    /// A later figure stands in its place.
    Replaced(AnnotationId),
    /// What it counts is not known.
    Unit,
    /// It is a share, and shares do not add up.
    Share,
    /// Whether it is a flow or a stock is not known.
    Measure,
    /// It is kept for comparison.
    Triangulation,
    /// Its source denies it.
    Denied,
    /// A reviewer decided against the annotation.
    Rejected,
    /// A reviewer found that it was not so.
    Discounted,
    /// Another source's later figure stands in the total, and the two are in conflict.
    Rival(AnnotationId),
    /// Its parts say what was done to all of them, and count for themselves.
    PassedOn,
    /// People who went back are no displacement.
    Returns,
    /// Not all who are affected are displaced.
    Affected,
    /// Error: its words were not found in the article.
    Unplaced,
    /// Error: its scope needs another mark and names none.
    NoMark,
    /// Error: the mark that its scope names is not in the project.
    Absent,
    /// Error: the mark that its scope names records something else.
    OtherKind,
    /// Error: its scope leads in a circle.
    Circle,
    /// Error: its low, best and high are not in order, or differ though it is exact.
    Disorder,
    /// Error: its persons are beyond 64 bits.
    TooLarge,
    /// Error: its parts, which say what was done, are more than all of it.
    PartsAbove,
}

impl Why {
    /// Whether it is an error that the total has to tell.
    pub fn is_error(self) -> bool {
        match self {
            Why::Unplaced
            | Why::NoMark
            | Why::Absent
            | Why::OtherKind
            | Why::Circle
            | Why::Disorder
            | Why::TooLarge
            | Why::PartsAbove => true,
            Why::Scope(_)
            | Why::Replaced(_)
            | Why::Unit
            | Why::Share
            | Why::Measure
            | Why::Triangulation
            | Why::Denied
            | Why::Rejected
            | Why::Discounted
            | Why::Rival(_)
            | Why::PassedOn
            | Why::Returns
            | Why::Affected => false,
        }
    }

    /// How JSON writes it.
    pub fn name(self) -> &'static str {
        match self {
            Why::Scope(kind) => kind.name(),
            Why::Replaced(_) => "Replaced",
            Why::Unit => "Unit",
            Why::Share => "Share",
            Why::Measure => "Measure",
            Why::Triangulation => "Triangulation",
            Why::Denied => "Denied",
            Why::Rejected => "Rejected",
            Why::Discounted => "Discounted",
            Why::Rival(_) => "Rival",
            Why::PassedOn => "PassedOn",
            Why::Returns => "Returns",
            Why::Affected => "Affected",
            Why::Unplaced => "Unplaced",
            Why::NoMark => "NoMark",
            Why::Absent => "Absent",
            Why::OtherKind => "OtherKind",
            Why::Circle => "Circle",
            Why::Disorder => "Disorder",
            Why::TooLarge => "TooLarge",
            Why::PartsAbove => "PartsAbove",
        }
    }

    /// A sentence without a full stop.
    pub fn sentence(self) -> &'static str {
        match self {
            Why::Scope(ScopeKind::PartOf) => "Part of another figure",
            Why::Scope(ScopeKind::SameAs) => "Another figure said again",
            Why::Scope(ScopeKind::Cumulative) => "A running toll, which stands apart",
            Why::Scope(_) => "Its scope, or that of what it updates, is not decided",
            Why::Replaced(_) => "A later figure stands in its place",
            Why::Unit => "What it counts is not known",
            Why::Share => "Shares do not add up",
            Why::Measure => "Its measure is not decided",
            Why::Triangulation => "Kept for comparison",
            Why::Denied => "Its source denies it",
            Why::Rejected => "A reviewer decided against it",
            Why::Discounted => "A reviewer found that it was not so",
            Why::Rival(_) => "Another source’s later figure stands in the total and conflicts with it",
            Why::PassedOn => "Its parts say what was done to all of them, and count for themselves",
            Why::Returns => "People who went back, who are no displacement",
            Why::Affected => "People affected, not all of whom were displaced",
            Why::Unplaced => "Its words were not found in the article",
            Why::NoMark => "Its scope leads nowhere: no mark is named",
            Why::Absent => "Its scope leads to a mark that is not there",
            Why::OtherKind => "Its scope leads to a mark that records something else",
            Why::Circle => "Its scope leads in a circle",
            Why::Disorder => "Its low, best and high are not in order",
            Why::TooLarge => "Its number is too large to count",
            Why::PartsAbove => "Its parts are more than all of it, and neither it nor they count",
        }
    }
}
