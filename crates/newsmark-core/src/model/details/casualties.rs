use super::{Attribution, Figure, Place, Scope, When};
use crate::model::{Anchored, CasualtyCause, Grading, GroupKind, Harm, ItemId, Responsibility, Severity, Sex, Victims};

/// Harm to people (Every Casualty, *Standards for Casualty Recording*; SDG 16.1.2; Airwars).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Casualties {
    /// What was done to them.
    pub harm: Harm,
    /// How badly, of the injured.
    pub severity: Severity,
    /// How many.
    pub figure: Figure,
    /// Who they were.
    pub victims: Victims,
    /// Some of them, with figures of their own.
    pub groups: Vec<Group>,
    /// Those whose names stand in the article.
    pub named_victims: Vec<NamedVictim>,
    /// What caused it.
    pub cause: CasualtyCause,
    /// Who is held responsible.
    pub responsible: Option<Anchored<String>>,
    /// How they are held responsible.
    pub responsibility: Responsibility,
    /// When it happened.
    pub when: When,
    /// Where it happened.
    pub place: Place,
    /// How the count stands to others.
    pub scope: Scope,
    /// By whose account.
    pub attribution: Attribution,
    /// How well a reviewer finds it attested.
    pub grading: Grading,
}

/// Some of the people of a figure, as "five of them children".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name within the project.
    pub id: ItemId,
    /// Who they are.
    pub who: GroupKind,
    /// Who they are in words, for another group.
    pub other: String,
    /// How many.
    pub figure: Figure,
}

/// Somebody harmed whose name stands in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedVictim {
    /// Its name within the project.
    pub id: ItemId,
    /// The person's name.
    pub name: Option<Anchored<String>>,
    /// The age as reported, as "34" or "8 months".
    pub age: String,
    /// The sex, as the article says it.
    pub sex: Sex,
    /// What the person was or did.
    pub role: String,
}

impl Group {
    /// A group of which nothing is known.
    pub fn new(id: ItemId) -> Group {
        Group { id, who: GroupKind::default(), other: String::new(), figure: Figure::default() }
    }
}

impl NamedVictim {
    /// A person of whom nothing is known.
    pub fn new(id: ItemId) -> NamedVictim {
        NamedVictim { id, name: None, age: String::new(), sex: Sex::default(), role: String::new() }
    }
}
