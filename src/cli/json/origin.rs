use serde::Serialize;

use crate::model::Provenance;

/// How a mark came to be; of one that was made by hand the key is absent.
#[derive(Serialize)]
#[serde(tag = "kind")]
pub(super) enum OriginJson<'p> {
    Proposed { by: &'p str, rule: &'p str, tier: &'static str },
    Imported { format: &'p str, id: &'p str, by: Option<&'p str> },
}

impl<'p> OriginJson<'p> {
    /// How the mark came to be; `None` where by hand.
    pub fn of(provenance: &'p Provenance) -> Option<OriginJson<'p>> {
        match provenance {
            Provenance::Hand => None,
            Provenance::Proposed { by, rule, tier } => Some(OriginJson::Proposed { by, rule, tier: tier.name() }),
            Provenance::Imported { format, id, by } => {
                Some(OriginJson::Imported { format, id, by: by.as_ref().map(|by| by.name()) })
            }
        }
    }
}
