use crate::model::{AnnotationId, Attribution, Project, SourceId, Sources};

/// Whose account something is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    /// That of a source of the project.
    Source(SourceId),
    /// That of whom the words name, letters' case and white space apart; no source was chosen.
    Words(String),
}

/// How much of a total rests on one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The source.
    pub account: Account,
    /// From 0 to 1, of the total's best.
    pub share: f64,
    /// The records that rest on it, in the order of the text.
    pub ids: Vec<AnnotationId>,
}

impl Account {
    /// Whose account the attribution says it is; `None` where it says nothing.
    pub fn of(attribution: &Attribution, sources: &Sources) -> Option<Account> {
        let known = attribution.source.filter(|id| sources.get(*id).is_some()).map(Account::Source);
        known.or_else(|| {
            let words = attribution.words.as_ref()?.value.split_whitespace().collect::<Vec<_>>().join(" ");
            (!words.is_empty()).then(|| Account::Words(words.to_lowercase()))
        })
    }

    /// The source's name, or the words.
    pub fn name<'a>(&'a self, project: &'a Project) -> &'a str {
        match self {
            Account::Source(id) => project.sources().get(*id).map_or("", |source| &source.name),
            Account::Words(words) => words,
        }
    }
}

impl Share {
    /// As a whole percentage, rounded down so that only all of it is 100.
    pub fn percent(&self) -> u8 {
        (self.share * 100.0) as u8
    }
}
