use serde::{Deserialize, Serialize};

use super::{Id, Moment, Name, OnOff, bare};
use crate::model::{self, AnnotationId, Fingerprint};

/// See [`model::SignOff`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct SignOff<'a> {
    time: Moment,
    person: Name<'a>,
    seen: Vec<(Id<AnnotationId>, Id<Fingerprint>)>,
    /// Whether the marks were made with proposals; a field of version 2.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    pub(super) proposals: Option<OnOff>,
}

impl<'a> SignOff<'a> {
    /// The sign-off as the file writes it.
    pub fn of(sign_off: &'a model::SignOff) -> SignOff<'a> {
        SignOff {
            time: Moment(sign_off.time),
            person: Name::of(&sign_off.person),
            seen: sign_off.seen.iter().map(|(id, fingerprint)| (Id(*id), Id(*fingerprint))).collect(),
            proposals: sign_off.proposals.map(OnOff::from),
        }
    }

    /// The sign-off in the model.
    pub fn into_model(self) -> model::SignOff {
        let mut seen: Vec<_> = self.seen.into_iter().map(|(id, fingerprint)| (id.0, fingerprint.0)).collect();
        seen.sort_unstable();
        let proposals = self.proposals.map(bool::from);
        model::SignOff { time: self.time.0, person: self.person.into_model(), seen, proposals }
    }
}
