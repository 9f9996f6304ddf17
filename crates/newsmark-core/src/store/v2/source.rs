use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Id, Term};
use crate::model::{self, Anonymity, Interest, SourceId, SourceKind};

/// See [`model::Source`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Source<'a> {
    /// Its id.
    pub id: Id<SourceId>,
    name: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    other_names: Cow<'a, [String]>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    role: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    affiliation: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    kind: Term<SourceKind>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    interest: Term<Interest>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    anonymity: Term<Anonymity>,
}

impl<'a> Source<'a> {
    /// The source as the file writes it.
    pub fn of(source: &'a model::Source) -> Source<'a> {
        Source {
            id: Id(source.id),
            name: Cow::Borrowed(&source.name),
            other_names: Cow::Borrowed(&source.other_names),
            role: Cow::Borrowed(&source.role),
            affiliation: Cow::Borrowed(&source.affiliation),
            kind: Term(source.kind),
            interest: Term(source.interest),
            anonymity: Term(source.anonymity),
        }
    }

    /// The source in the model.
    pub fn into_model(self) -> model::Source {
        model::Source {
            id: self.id.0,
            name: self.name.into_owned(),
            other_names: self.other_names.into_owned(),
            role: self.role.into_owned(),
            affiliation: self.affiliation.into_owned(),
            kind: self.kind.0,
            interest: self.interest.0,
            anonymity: self.anonymity.0,
        }
    }
}
