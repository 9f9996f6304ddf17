//! What version 2 has and version 1 has not.

use std::sync::Arc;

use super::{Annotation, Casualties, Conflict, Details, Displacement, File, Group};
use crate::model::{self, Dimension, FieldPath, FigurePart, Part, Provenance};

/// Whether the part of an annotation is a field that version 1 has not. A history that names it is of version 2 too:
/// programs that know version 1 alone do not read it.
pub(in crate::store) fn is_later(part: Part) -> bool {
    let is_of = |part| matches!(part, FigurePart::OfText | FigurePart::OfBest);
    match part {
        Part::Field(FieldPath::ScopeBy) => true,
        Part::Field(FieldPath::Figure(part) | FieldPath::GroupFigure(_, part)) => is_of(part),
        _ => false,
    }
}

impl File<'_> {
    /// The path of the first field that version 1 has not, as `annotations[3].scope.by`.
    pub fn later_field(&self) -> Option<String> {
        let within = |list: &'static str, all: &[Box<Annotation<'_>>]| {
            let mut parts = all.iter().map(|annotation| annotation.later_field()).enumerate();
            parts.find_map(|(n, part)| Some(format!("{list}[{n}].{}", part?)))
        };
        let in_conflict =
            |(n, conflict): (usize, &Conflict<'_>)| Some(format!("conflicts[{n}].{}", conflict.later_field()?));
        let of_settings = || self.settings.proposals.as_ref().map(|_| "settings.proposals".to_owned());
        let of_sign_offs = || {
            let later = self.sign_offs.iter().position(|sign_off| sign_off.proposals.is_some());
            later.map(|n| format!("sign_offs[{n}].proposals"))
        };
        of_settings()
            .or_else(|| within("annotations", &self.annotations))
            .or_else(|| within("unplaced", &self.unplaced))
            .or_else(|| self.conflicts.iter().enumerate().find_map(in_conflict))
            .or_else(of_sign_offs)
            .or_else(|| (!self.dismissed.is_empty()).then(|| "dismissed".to_owned()))
    }
}

impl Annotation<'_> {
    fn later_field(&self) -> Option<String> {
        let told = self.history.iter().flat_map(|event| event.parts());
        let others =
            self.origins.iter().map(|origin| origin.0.0).chain(self.dismissed.iter().filter_map(|one| one.part()));
        let field = match &self.details {
            Details::Casualties(record) => record.later_field(),
            Details::Displacement(record) => record.later_field(),
            Details::Quotes(_) | Details::Claims(_) => None,
        };
        let part = field.map(Part::Field).or_else(|| told.chain(others).find(|part| is_later(*part)));
        part.map(|part| part.to_string()).or_else(|| self.origin.as_ref().map(|_| "origin".to_owned()))
    }
}

impl Casualties<'_> {
    fn later_field(&self) -> Option<FieldPath> {
        let of_group = |group: &Group<'_>| {
            let figure = group.figure.as_ref().filter(|figure| figure.of.is_some());
            figure.map(|_| FieldPath::GroupFigure(group.id.0, FigurePart::OfText))
        };
        let is_share = self.figure.as_ref().is_some_and(|figure| figure.of.is_some());
        let figure = is_share.then_some(FieldPath::Figure(FigurePart::OfText));
        figure.or_else(|| self.groups.iter().find_map(of_group)).or_else(|| self.scope.later_field())
    }
}

impl Displacement<'_> {
    fn later_field(&self) -> Option<FieldPath> {
        let is_share = self.figure.as_ref().is_some_and(|figure| figure.of.is_some());
        is_share.then_some(FieldPath::Figure(FigurePart::OfText)).or_else(|| self.scope.later_field())
    }
}

impl Conflict<'_> {
    fn later_field(&self) -> Option<String> {
        match self {
            Conflict::Annotation { parts, base, theirs, .. } => {
                let whole = [base, theirs].into_iter().flatten().find_map(|annotation| annotation.later_field());
                let part = || parts.iter().map(|part| part.0).find(|part| is_later(*part));
                whole.or_else(|| part().map(|part| part.to_string()))
            }
            Conflict::DeletedHere { base, .. } => base.as_ref().and_then(|annotation| annotation.later_field()),
            Conflict::Source { .. } | Conflict::Card { .. } => None,
        }
    }
}

/// Whether the project has anything that version 1 cannot hold.
pub fn needs_version_2(project: &model::Project) -> bool {
    let histories = project.histories();
    let is_told = |id| histories.of(id).iter().flat_map(|event| &event.changes).any(|changed| is_later(changed.part));
    project.settings().proposals.is_some()
        || !project.dismissed_proposals().is_empty()
        || project.sign_offs().iter().any(|sign_off| sign_off.proposals.is_some())
        || project.annotations().iter().any(|annotation| needs(annotation) || is_told(annotation.id))
        || project.unplaced().iter().any(|kept| needs(kept) || is_told(kept.id))
        || project.conflicts().iter().any(conflict_needs)
}

fn needs<P>(annotation: &model::Annotation<P>) -> bool {
    let is_share = |figure: &model::Figure| figure.of != model::Denominator::default();
    let details = &annotation.details;
    let groups = match details {
        model::Details::Casualties(record) => record.groups.as_slice(),
        _ => &[],
    };
    annotation.provenance != Provenance::Hand
        || details.scope().is_some_and(|scope| scope.by != Dimension::Unspecified)
        || details.figure().is_some_and(is_share)
        || groups.iter().any(|group| is_share(&group.figure))
        || annotation.origins.iter().any(|origin| is_later(origin.part))
        || annotation.dismissed.iter().any(|one| one.field.is_some_and(|field| is_later(Part::Field(field))))
}

fn conflict_needs(conflict: &model::Conflict) -> bool {
    let any = |versions: [&Option<Arc<model::Annotation>>; 2]| versions.into_iter().flatten().any(|one| needs(one));
    match conflict {
        model::Conflict::Annotation { parts, base, theirs, .. } => {
            parts.iter().any(|part| is_later(*part)) || any([base, theirs])
        }
        model::Conflict::DeletedHere { base, .. } => any([base, &None]),
        model::Conflict::Source { .. } | model::Conflict::Card { .. } => false,
    }
}
