use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Moment, Name, bare};
use crate::model;

/// See [`model::DismissedProposal`]; a field of version 2.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct DismissedProposal<'a> {
    category: Category,
    words: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    before: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    after: Cow<'a, str>,
    rule: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    reason: Option<Cow<'a, str>>,
    by: Name<'a>,
    on: Moment,
}

/// See [`model::Category`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq)]
enum Category {
    Casualties,
    Displacement,
    Quotes,
    Claims,
}

impl<'a> DismissedProposal<'a> {
    /// The dismissal as the file writes it.
    pub fn of(dismissed: &'a model::DismissedProposal) -> DismissedProposal<'a> {
        DismissedProposal {
            category: match dismissed.category {
                model::Category::Casualties => Category::Casualties,
                model::Category::Displacement => Category::Displacement,
                model::Category::Quotes => Category::Quotes,
                model::Category::Claims => Category::Claims,
            },
            words: dismissed.words.iter().map(|words| Cow::Borrowed(words.as_str())).collect(),
            before: Cow::Borrowed(&dismissed.before),
            after: Cow::Borrowed(&dismissed.after),
            rule: Cow::Borrowed(&dismissed.rule),
            reason: dismissed.reason.as_deref().map(Cow::Borrowed),
            by: Name::of(&dismissed.by),
            on: Moment(dismissed.on),
        }
    }

    /// The dismissal in the model.
    pub fn into_model(self) -> model::DismissedProposal {
        model::DismissedProposal {
            category: match self.category {
                Category::Casualties => model::Category::Casualties,
                Category::Displacement => model::Category::Displacement,
                Category::Quotes => model::Category::Quotes,
                Category::Claims => model::Category::Claims,
            },
            words: self.words.into_iter().map(Cow::into_owned).collect(),
            before: self.before.into_owned(),
            after: self.after.into_owned(),
            rule: self.rule.into_owned(),
            reason: self.reason.map(Cow::into_owned),
            by: self.by.into_model(),
            on: self.on.0,
        }
    }
}
