use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Name, bare};
use crate::model;

/// See [`model::Provenance`]; a field of version 2. A file leaves out that a mark was made by hand.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) enum Provenance<'a> {
    /// See [`model::Provenance::Hand`].
    Hand,
    /// See [`model::Provenance::Proposed`].
    Proposed {
        /// The program that proposed it.
        by: Cow<'a, str>,
        /// The rule that found it.
        rule: Cow<'a, str>,
        /// How sure the program was.
        tier: Tier,
    },
    /// See [`model::Provenance::Imported`].
    Imported {
        /// The format.
        format: Cow<'a, str>,
        /// The mark's name in that file.
        id: Cow<'a, str>,
        /// Who made it.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
        by: Option<Name<'a>>,
    },
}

/// See [`model::Tier`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq)]
pub(in crate::store) enum Tier {
    /// See [`model::Tier::Likely`].
    Likely,
    /// See [`model::Tier::Possible`].
    Possible,
}

impl<'a> Provenance<'a> {
    /// How the mark came to be, as the file writes it.
    pub fn of(provenance: &'a model::Provenance) -> Provenance<'a> {
        match provenance {
            model::Provenance::Hand => Provenance::Hand,
            model::Provenance::Proposed { by, rule, tier } => {
                let tier = match tier {
                    model::Tier::Likely => Tier::Likely,
                    model::Tier::Possible => Tier::Possible,
                };
                Provenance::Proposed { by: Cow::Borrowed(by), rule: Cow::Borrowed(rule), tier }
            }
            model::Provenance::Imported { format, id, by } => Provenance::Imported {
                format: Cow::Borrowed(format),
                id: Cow::Borrowed(id),
                by: by.as_ref().map(Name::of),
            },
        }
    }

    /// How the mark came to be; `None` for one that was made by hand.
    pub fn of_other(provenance: &'a model::Provenance) -> Option<Provenance<'a>> {
        Some(Provenance::of(provenance)).filter(|provenance| *provenance != Provenance::Hand)
    }

    /// How the mark came to be, in the model.
    pub fn into_model(self) -> model::Provenance {
        match self {
            Provenance::Hand => model::Provenance::Hand,
            Provenance::Proposed { by, rule, tier } => {
                let tier = match tier {
                    Tier::Likely => model::Tier::Likely,
                    Tier::Possible => model::Tier::Possible,
                };
                model::Provenance::Proposed { by: by.into_owned(), rule: rule.into_owned(), tier }
            }
            Provenance::Imported { format, id, by } => model::Provenance::Imported {
                format: format.into_owned(),
                id: id.into_owned(),
                by: by.map(Name::into_model),
            },
        }
    }
}
