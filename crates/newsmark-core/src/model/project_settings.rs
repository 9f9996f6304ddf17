use super::{Person, Time};

/// What a project asks of those who work on it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProjectSettings {
    /// Whether a mark is approved by somebody else than who last changed it.
    pub four_eyes: bool,
    /// Whether the program proposes marks and fields, as somebody decided; `None` where nobody did, which means yes.
    pub proposals: Option<ProposalsSetting>,
}

/// Somebody's decision whether the program proposes marks and fields. Two people whose marks are to be compared work
/// without: proposals would make them alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalsSetting {
    /// Whether it does.
    pub value: bool,
    /// Who decided.
    pub by: Person,
    /// When; between two decisions that did not know of each other the later one holds.
    pub on: Time,
}

impl ProjectSettings {
    /// Whether the program proposes marks and fields.
    ///
    /// ```
    /// use newsmark_core::model::ProjectSettings;
    ///
    /// assert!(ProjectSettings::default().proposes());
    /// ```
    pub fn proposes(&self) -> bool {
        self.proposals.as_ref().is_none_or(|setting| setting.value)
    }
}
