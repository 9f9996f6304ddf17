use super::proposal::Tier;
use crate::model::{FieldPath, FieldValue, Item, SourceId, Span};

/// What words of an article state of one field of a mark in which it is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProposal {
    /// The field; of an item of a list, its first one, with an item id that the article names and no project holds.
    pub field: FieldPath,
    /// What it would hold.
    pub value: ProposedValue,
    /// The words that state it; `None` where it follows from another field.
    pub at: Option<Span>,
    /// Whether one key may take it together with others.
    pub tier: Tier,
    /// Why it is proposed, with the words that it rests on in `**…**`; empty where its words say all.
    pub why: String,
    /// The rule that found it.
    pub rule: String,
}

/// What a proposed field would hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProposedValue {
    /// A value as it is.
    Value(FieldValue),
    /// An item of a list, as a group or a named victim.
    Item(Item),
    /// A row of the table of sources.
    Source {
        /// The row; `None` where it is yet to be made.
        known: Option<SourceId>,
        /// What the row is called, or would be.
        name: String,
    },
}
