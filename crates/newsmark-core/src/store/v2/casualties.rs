use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Anchored, Attribution, Figure, Id, Place, Placing, Scope, Term, When};
use crate::model::{
    self, CasualtyCause, FieldPath, Grading, GroupKind, Harm, ItemId, NamedVictimPart, Responsibility, Severity, Sex,
    Victims,
};
use crate::store::CodePoints;

/// See [`model::Casualties`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Casualties<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    harm: Term<Harm>,
    #[serde(skip_serializing_if = "is_unknown")]
    severity: Term<Severity>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) figure: Option<Figure<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    victims: Term<Victims>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) groups: Vec<Group<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) named_victims: Vec<NamedVictim<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    cause: Term<CasualtyCause>,
    #[serde(skip_serializing_if = "is_unknown")]
    responsible: Option<Anchored<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    responsibility: Term<Responsibility>,
    #[serde(skip_serializing_if = "is_unknown")]
    when: Option<When<'a>>,
    #[serde(rename = "where", skip_serializing_if = "is_unknown")]
    place: Option<Place<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) scope: Scope,
    #[serde(skip_serializing_if = "is_unknown")]
    attribution: Attribution<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    grading: Term<Grading>,
}

/// See [`model::Group`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Group<'a> {
    pub(super) id: Id<ItemId>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    who: Term<GroupKind>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    other: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub(super) figure: Option<Figure<'a>>,
}

/// See [`model::NamedVictim`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct NamedVictim<'a> {
    pub(super) id: Id<ItemId>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    name: Option<Anchored<'a>>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    age: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    sex: Term<Sex>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    role: Cow<'a, str>,
}

impl<'a> Casualties<'a> {
    /// The record with its offsets in code points.
    pub fn of(record: &'a model::Casualties, index: &CodePoints) -> Casualties<'a> {
        Casualties {
            harm: Term(record.harm),
            severity: Term(record.severity),
            figure: Figure::of(&record.figure, index),
            victims: Term(record.victims),
            groups: record.groups.iter().map(|group| Group::of(group, index)).collect(),
            named_victims: record.named_victims.iter().map(|victim| NamedVictim::of(victim, index)).collect(),
            cause: Term(record.cause),
            responsible: Anchored::of_known(&record.responsible, index),
            responsibility: Term(record.responsibility),
            when: When::of(&record.when, index),
            place: Place::of(&record.place, index),
            scope: Scope::of(record.scope),
            attribution: Attribution::of(&record.attribution, index),
            grading: Term(record.grading),
        }
    }

    /// The record in the model.
    pub fn into_model(self, placing: Placing<'_, 'a>) -> model::Casualties {
        model::Casualties {
            harm: self.harm.0,
            severity: self.severity.0,
            figure: self.figure.unwrap_or_default().into_model(FieldPath::Figure, placing),
            victims: self.victims.0,
            groups: self.groups.into_iter().map(|group| group.into_model(placing)).collect(),
            named_victims: self.named_victims.into_iter().map(|victim| victim.into_model(placing)).collect(),
            cause: self.cause.0,
            responsible: self.responsible.map(|words| placing(FieldPath::Responsible, words)),
            responsibility: self.responsibility.0,
            when: self.when.unwrap_or_default().into_model(placing),
            place: self.place.unwrap_or_default().into_model(FieldPath::Where, placing),
            scope: self.scope.into_model(),
            attribution: self.attribution.into_model(placing),
            grading: self.grading.0,
        }
    }
}

impl<'a> Group<'a> {
    fn of(group: &'a model::Group, index: &CodePoints) -> Group<'a> {
        Group {
            id: Id(group.id),
            who: Term(group.who),
            other: Cow::Borrowed(&group.other),
            figure: Figure::of(&group.figure, index),
        }
    }

    fn into_model(self, placing: Placing<'_, 'a>) -> model::Group {
        let id = self.id.0;
        model::Group {
            id,
            who: self.who.0,
            other: self.other.into_owned(),
            figure: self.figure.unwrap_or_default().into_model(|part| FieldPath::GroupFigure(id, part), placing),
        }
    }
}

impl<'a> NamedVictim<'a> {
    fn of(victim: &'a model::NamedVictim, index: &CodePoints) -> NamedVictim<'a> {
        NamedVictim {
            id: Id(victim.id),
            name: Anchored::of_known(&victim.name, index),
            age: Cow::Borrowed(&victim.age),
            sex: Term(victim.sex),
            role: Cow::Borrowed(&victim.role),
        }
    }

    fn into_model(self, placing: Placing<'_, 'a>) -> model::NamedVictim {
        let id = self.id.0;
        model::NamedVictim {
            id,
            name: self.name.map(|name| placing(FieldPath::NamedVictim(id, NamedVictimPart::Name), name)),
            age: self.age.into_owned(),
            sex: self.sex.0,
            role: self.role.into_owned(),
        }
    }
}
