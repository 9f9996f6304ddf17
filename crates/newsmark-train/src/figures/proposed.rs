use newsmark_core::model::{Article, Card, Details, Harm, Project, Qualifier, Scope, Text, Unit};
use newsmark_core::suggest::{Proposal, proposals};

/// The counts that are proposed in a text in English with no day of publication.
pub fn proposed(text: &str) -> (Text, Vec<Proposal>) {
    let text = Text::new(text.to_owned());
    let card = Card { language: "en".to_owned(), ..Card::default() };
    let mut found = proposals(&Project::new(Article { text: text.clone(), card }));
    found.retain(|proposal| proposal.details.figure().is_some());
    (text, found)
}

/// What a count says, for comparing it with a key.
#[derive(Clone, Debug)]
pub struct Said {
    /// The harm; `None` of a displacement.
    pub harm: Option<Harm>,
    pub qualifier: Qualifier,
    pub unit: Unit,
    pub low: Option<u64>,
    pub best: Option<u64>,
    pub high: Option<u64>,
    pub scope: Scope,
}

impl Said {
    /// What `proposal` says.
    pub fn of(proposal: &Proposal) -> Option<Said> {
        let figure = proposal.details.figure()?;
        let harm = match &proposal.details {
            Details::Casualties(record) => Some(record.harm),
            _ => None,
        };
        let scope = proposal.details.scope().unwrap_or_default();
        let (low, best, high) = (figure.low, figure.best, figure.high);
        Some(Said { harm, qualifier: figure.qualifier, unit: figure.unit, low, best, high, scope })
    }

    /// Whether one of its bounds is `number`.
    pub fn names(&self, number: u64) -> bool {
        [self.low, self.best, self.high].contains(&Some(number))
    }

    /// Whether any number is known.
    pub fn is_numeric(&self) -> bool {
        [self.low, self.best, self.high].iter().any(Option::is_some)
    }
}
