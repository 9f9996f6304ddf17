use serde::{Deserialize, Serialize};

use super::{Id, Moment, Name};
use crate::model::{self, AnnotationId, Fingerprint};

/// See [`model::SignOff`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct SignOff<'a> {
    time: Moment,
    person: Name<'a>,
    seen: Vec<(Id<AnnotationId>, Id<Fingerprint>)>,
}

impl<'a> SignOff<'a> {
    /// The sign-off as the file writes it.
    pub fn of(sign_off: &'a model::SignOff) -> SignOff<'a> {
        SignOff {
            time: Moment(sign_off.time),
            person: Name::of(&sign_off.person),
            seen: sign_off.seen.iter().map(|(id, fingerprint)| (Id(*id), Id(*fingerprint))).collect(),
        }
    }

    /// The sign-off in the model.
    pub fn into_model(self) -> model::SignOff {
        let mut seen: Vec<_> = self.seen.into_iter().map(|(id, fingerprint)| (id.0, fingerprint.0)).collect();
        seen.sort_unstable();
        model::SignOff { time: self.time.0, person: self.person.into_model(), seen }
    }
}
