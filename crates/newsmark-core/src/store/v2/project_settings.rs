use serde::{Deserialize, Serialize};

use crate::model;

/// See [`model::ProjectSettings`].
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct ProjectSettings {
    four_eyes: bool,
}

impl From<model::ProjectSettings> for ProjectSettings {
    fn from(settings: model::ProjectSettings) -> ProjectSettings {
        let model::ProjectSettings { four_eyes } = settings;
        ProjectSettings { four_eyes }
    }
}

impl From<ProjectSettings> for model::ProjectSettings {
    fn from(settings: ProjectSettings) -> model::ProjectSettings {
        let ProjectSettings { four_eyes } = settings;
        model::ProjectSettings { four_eyes }
    }
}
