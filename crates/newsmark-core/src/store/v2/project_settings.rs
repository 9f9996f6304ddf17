use serde::{Deserialize, Serialize};

use super::{Moment, Name, OnOff, bare};
use crate::model;

/// See [`model::ProjectSettings`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct ProjectSettings<'a> {
    four_eyes: bool,
    #[serde(skip_serializing_if = "Option::is_none", with = "bare")]
    pub(super) proposals: Option<ProposalsSetting<'a>>,
}

/// See [`model::ProposalsSetting`]; a field of version 2.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct ProposalsSetting<'a> {
    value: OnOff,
    by: Name<'a>,
    on: Moment,
}

impl<'a> ProjectSettings<'a> {
    /// The settings as the file writes them.
    pub fn of(settings: &'a model::ProjectSettings) -> ProjectSettings<'a> {
        let model::ProjectSettings { four_eyes, proposals } = settings;
        let proposals = proposals.as_ref().map(|setting| ProposalsSetting {
            value: setting.value.into(),
            by: Name::of(&setting.by),
            on: Moment(setting.on),
        });
        ProjectSettings { four_eyes: *four_eyes, proposals }
    }

    /// The settings in the model.
    pub fn into_model(self) -> model::ProjectSettings {
        let ProjectSettings { four_eyes, proposals } = self;
        let proposals = proposals.map(|setting| model::ProposalsSetting {
            value: setting.value.into(),
            by: setting.by.into_model(),
            on: setting.on.0,
        });
        model::ProjectSettings { four_eyes, proposals }
    }
}
