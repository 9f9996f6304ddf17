use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Attribution, Id, Placing, Term};
use crate::model::{self, AnnotationId, CheckWorthiness, ClaimKind, ItemId, LinkKind, Stance, Verification};
use crate::store::CodePoints;

/// See [`model::Claims`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Claims<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    statement: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_unknown")]
    attribution: Attribution<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    kind: Term<ClaimKind>,
    #[serde(skip_serializing_if = "is_unknown")]
    check_worthiness: Term<CheckWorthiness>,
    #[serde(skip_serializing_if = "is_unknown")]
    verification: Term<Verification>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) evidence: Vec<Evidence<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) links: Vec<Link>,
}

/// See [`model::Evidence`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Evidence<'a> {
    pub(super) id: Id<ItemId>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    citation: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    excerpt: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    stance: Term<Stance>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    seen: Cow<'a, str>,
}

/// See [`model::Link`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Link {
    pub(super) id: Id<ItemId>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    kind: Term<LinkKind>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    to: Option<Id<AnnotationId>>,
}

impl<'a> Claims<'a> {
    /// The record with its offsets in code points.
    pub fn of(record: &'a model::Claims, index: &CodePoints) -> Claims<'a> {
        Claims {
            statement: Cow::Borrowed(&record.statement),
            attribution: Attribution::of(&record.attribution, index),
            kind: Term(record.kind),
            check_worthiness: Term(record.check_worthiness),
            verification: Term(record.verification),
            evidence: record.evidence.iter().map(Evidence::of).collect(),
            links: record.links.iter().map(Link::of).collect(),
        }
    }

    /// The record in the model.
    pub fn into_model(self, placing: Placing<'_, 'a>) -> model::Claims {
        model::Claims {
            statement: self.statement.into_owned(),
            attribution: self.attribution.into_model(placing),
            kind: self.kind.0,
            check_worthiness: self.check_worthiness.0,
            verification: self.verification.0,
            evidence: self.evidence.into_iter().map(Evidence::into_model).collect(),
            links: self.links.into_iter().map(Link::into_model).collect(),
        }
    }
}

impl<'a> Evidence<'a> {
    fn of(evidence: &'a model::Evidence) -> Evidence<'a> {
        Evidence {
            id: Id(evidence.id),
            citation: Cow::Borrowed(&evidence.citation),
            excerpt: Cow::Borrowed(&evidence.excerpt),
            stance: Term(evidence.stance),
            seen: Cow::Borrowed(&evidence.seen),
        }
    }

    fn into_model(self) -> model::Evidence {
        model::Evidence {
            id: self.id.0,
            citation: self.citation.into_owned(),
            excerpt: self.excerpt.into_owned(),
            stance: self.stance.0,
            seen: self.seen.into_owned(),
        }
    }
}

impl Link {
    fn of(link: &model::Link) -> Link {
        Link { id: Id(link.id), kind: Term(link.kind), to: link.to.map(Id) }
    }

    fn into_model(self) -> model::Link {
        model::Link { id: self.id.0, kind: self.kind.0, to: self.to.map(|id| id.0) }
    }
}
