use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model;
use crate::store::CodePoints;

/// An anchored value: `(value: "…", words: Some("…"), at: Some((218, 229)))`;
/// one that was typed is `(value: "…")`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Anchored<'a> {
    /// What the editor means.
    pub value: Cow<'a, str>,
    /// The article's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Cow<'a, str>>,
    /// Where they stand, in code points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<(usize, usize)>,
}

impl<'a> Anchored<'a> {
    /// The value with its offsets in code points.
    pub fn of(value: &'a model::Anchored<String>, index: &CodePoints) -> Anchored<'a> {
        Anchored {
            value: Cow::Borrowed(&value.value),
            words: value.anchor.as_ref().map(|anchor| Cow::Borrowed(anchor.words.as_str())),
            at: value.anchor.as_ref().and_then(|anchor| anchor.at).map(|span| index.range(span)),
        }
    }

    /// The value, or an empty one that rests on nothing.
    pub fn of_any(value: &'a Option<model::Anchored<String>>, index: &CodePoints) -> Anchored<'a> {
        Anchored::of_known(value, index).unwrap_or_default()
    }

    /// The value; `None` where it is empty and rests on nothing.
    pub fn known(self) -> Option<Anchored<'a>> {
        (self != Anchored::default()).then_some(self)
    }

    /// The value where there is one.
    pub fn of_known(value: &'a Option<model::Anchored<String>>, index: &CodePoints) -> Option<Anchored<'a>> {
        value.as_ref().map(|value| Anchored::of(value, index))
    }

    /// The value with its offsets in bytes, as it is written: nothing is compared with the text.
    pub fn into_model(self, index: &CodePoints) -> model::Anchored<String> {
        let at = self.at.and_then(|at| index.span(at));
        let anchor = self.words.map(|words| model::Anchor { words: words.into_owned(), at });
        model::Anchored { value: self.value.into_owned(), anchor }
    }
}
