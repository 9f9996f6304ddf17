use super::{Category, Person, Time};

/// An editor's decision that a proposal is not wanted.
///
/// It is known by its words and by what stands around them, so that a later reading of the article, which may name its
/// proposals otherwise, finds it again and asks nobody twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DismissedProposal {
    /// The category that it would have had.
    pub category: Category,
    /// The words that it would have marked, a string a span.
    pub words: Vec<String>,
    /// Words that stand before the first span; empty at the beginning of the text.
    pub before: String,
    /// Words that stand behind the last span; empty at the end of the text.
    pub after: String,
    /// The rule that found it.
    pub rule: String,
    /// Why it is not wanted, where the editor said so.
    pub reason: Option<String>,
    /// Who decided so.
    pub by: Person,
    /// When; for people to read, never to order by.
    pub on: Time,
}

impl DismissedProposal {
    /// What tells it from others: the category, the words, what stands before and behind them, and the rule. Two that are
    /// equal in these are of one proposal, whoever dismissed it, when and why.
    pub fn key(&self) -> (Category, &[String], &str, &str, &str) {
        (self.category, &self.words, &self.before, &self.after, &self.rule)
    }
}
