use super::{
    AttributionPart, EvidencePart, FieldPath, FigurePart, GroupPart, LinkPart, NamedVictimPart, PlacePart, WhenPart,
};
use crate::model::vocabulary::Chosen;
use crate::model::{Anchored, AnnotationId, Attribution, Details, Figure, HouseholdSize, Place, SourceId, When};

/// Defines where each path leads, to be read or to be changed.
macro_rules! slots {
    ($(#[$doc:meta])* $Slot:ident $slot:ident $figure:ident $when:ident $place:ident $attribution:ident $find:ident $($mut:ident)?) => {
        $(#[$doc])*
        pub(super) enum $Slot<'a> {
            Words(&'a $($mut)? Option<Anchored<String>>),
            Text(&'a $($mut)? String),
            Choice(&'a $($mut)? dyn Chosen),
            Number(&'a $($mut)? Option<u64>),
            Size(&'a $($mut)? Option<HouseholdSize>),
            Source(&'a $($mut)? Option<SourceId>),
            Mark(&'a $($mut)? Option<AnnotationId>),
        }

        /// Where the path leads in the record; `None` where it has no such field.
        pub(super) fn $slot(details: &$($mut)? Details, path: FieldPath) -> Option<$Slot<'_>> {
            use FieldPath as P;
            Some(match details {
                Details::Casualties(record) => match path {
                    P::Harm => $Slot::Choice(&$($mut)? record.harm),
                    P::Severity => $Slot::Choice(&$($mut)? record.severity),
                    P::Figure(part) => $figure(&$($mut)? record.figure, part),
                    P::Victims => $Slot::Choice(&$($mut)? record.victims),
                    P::Group(id, part) => {
                        let group = record.groups.$find().find(|group| group.id == id)?;
                        match part {
                            GroupPart::Who => $Slot::Choice(&$($mut)? group.who),
                            GroupPart::Other => $Slot::Text(&$($mut)? group.other),
                        }
                    }
                    P::GroupFigure(id, part) => {
                        let group = record.groups.$find().find(|group| group.id == id)?;
                        $figure(&$($mut)? group.figure, part)
                    }
                    P::NamedVictim(id, part) => {
                        let victim = record.named_victims.$find().find(|victim| victim.id == id)?;
                        match part {
                            NamedVictimPart::Name => $Slot::Words(&$($mut)? victim.name),
                            NamedVictimPart::Age => $Slot::Text(&$($mut)? victim.age),
                            NamedVictimPart::Sex => $Slot::Choice(&$($mut)? victim.sex),
                            NamedVictimPart::Role => $Slot::Text(&$($mut)? victim.role),
                        }
                    }
                    P::Cause => $Slot::Choice(&$($mut)? record.cause),
                    P::Responsible => $Slot::Words(&$($mut)? record.responsible),
                    P::Responsibility => $Slot::Choice(&$($mut)? record.responsibility),
                    P::When(part) => $when(&$($mut)? record.when, part),
                    P::Where(part) => $place(&$($mut)? record.place, part),
                    P::Scope => $Slot::Choice(&$($mut)? record.scope.kind),
                    P::ScopeOf => $Slot::Mark(&$($mut)? record.scope.of),
                    P::ScopeBy => $Slot::Choice(&$($mut)? record.scope.by),
                    P::Attribution(part) => $attribution(&$($mut)? record.attribution, part),
                    P::Grading => $Slot::Choice(&$($mut)? record.grading),
                    _ => return None,
                },
                Details::Displacement(record) => match path {
                    P::Term => $Slot::Choice(&$($mut)? record.term),
                    P::Measure => $Slot::Choice(&$($mut)? record.measure),
                    P::Figure(part) => $figure(&$($mut)? record.figure, part),
                    P::Cause => $Slot::Choice(&$($mut)? record.cause),
                    P::From(part) => $place(&$($mut)? record.from, part),
                    P::To(part) => $place(&$($mut)? record.to, part),
                    P::When(part) => $when(&$($mut)? record.when, part),
                    P::Role => $Slot::Choice(&$($mut)? record.role),
                    P::Scope => $Slot::Choice(&$($mut)? record.scope.kind),
                    P::ScopeOf => $Slot::Mark(&$($mut)? record.scope.of),
                    P::ScopeBy => $Slot::Choice(&$($mut)? record.scope.by),
                    P::Attribution(part) => $attribution(&$($mut)? record.attribution, part),
                    _ => return None,
                },
                Details::Quotes(record) => match path {
                    P::Kind => $Slot::Choice(&$($mut)? record.kind),
                    P::Attribution(part) => $attribution(&$($mut)? record.attribution, part),
                    P::Addressee => $Slot::Words(&$($mut)? record.addressee),
                    P::Medium => $Slot::Choice(&$($mut)? record.medium),
                    P::Inside => $Slot::Mark(&$($mut)? record.inside),
                    _ => return None,
                },
                Details::Claims(record) => match path {
                    P::Statement => $Slot::Text(&$($mut)? record.statement),
                    P::Attribution(part) => $attribution(&$($mut)? record.attribution, part),
                    P::Kind => $Slot::Choice(&$($mut)? record.kind),
                    P::CheckWorthiness => $Slot::Choice(&$($mut)? record.check_worthiness),
                    P::Verification => $Slot::Choice(&$($mut)? record.verification),
                    P::Evidence(id, part) => {
                        let evidence = record.evidence.$find().find(|evidence| evidence.id == id)?;
                        match part {
                            EvidencePart::Citation => $Slot::Text(&$($mut)? evidence.citation),
                            EvidencePart::Excerpt => $Slot::Text(&$($mut)? evidence.excerpt),
                            EvidencePart::Stance => $Slot::Choice(&$($mut)? evidence.stance),
                            EvidencePart::Seen => $Slot::Text(&$($mut)? evidence.seen),
                        }
                    }
                    P::Link(id, part) => {
                        let link = record.links.$find().find(|link| link.id == id)?;
                        match part {
                            LinkPart::Kind => $Slot::Choice(&$($mut)? link.kind),
                            LinkPart::To => $Slot::Mark(&$($mut)? link.to),
                        }
                    }
                    _ => return None,
                },
            })
        }

        fn $figure(figure: &$($mut)? Figure, part: FigurePart) -> $Slot<'_> {
            match part {
                FigurePart::Text => $Slot::Words(&$($mut)? figure.text),
                FigurePart::Qualifier => $Slot::Choice(&$($mut)? figure.qualifier),
                FigurePart::Low => $Slot::Number(&$($mut)? figure.low),
                FigurePart::Best => $Slot::Number(&$($mut)? figure.best),
                FigurePart::High => $Slot::Number(&$($mut)? figure.high),
                FigurePart::Unit => $Slot::Choice(&$($mut)? figure.unit),
                FigurePart::HouseholdSize => $Slot::Size(&$($mut)? figure.household_size),
                FigurePart::Convention => $Slot::Choice(&$($mut)? figure.convention),
                FigurePart::OfText => $Slot::Words(&$($mut)? figure.of.text),
                FigurePart::OfBest => $Slot::Number(&$($mut)? figure.of.best),
            }
        }

        fn $when(when: &$($mut)? When, part: WhenPart) -> $Slot<'_> {
            match part {
                WhenPart::Text => $Slot::Words(&$($mut)? when.text),
                WhenPart::Date => $Slot::Text(&$($mut)? when.date),
                WhenPart::Precision => $Slot::Choice(&$($mut)? when.precision),
            }
        }

        fn $place(place: &$($mut)? Place, part: PlacePart) -> $Slot<'_> {
            match part {
                PlacePart::Text => $Slot::Words(&$($mut)? place.text),
                PlacePart::Name => $Slot::Text(&$($mut)? place.name),
                PlacePart::Country => $Slot::Text(&$($mut)? place.country),
            }
        }

        fn $attribution(attribution: &$($mut)? Attribution, part: AttributionPart) -> $Slot<'_> {
            match part {
                AttributionPart::Source => $Slot::Source(&$($mut)? attribution.source),
                AttributionPart::Words => $Slot::Words(&$($mut)? attribution.words),
                AttributionPart::Cue => $Slot::Words(&$($mut)? attribution.cue),
                AttributionPart::Certainty => $Slot::Choice(&$($mut)? attribution.certainty),
                AttributionPart::Via => $Slot::Text(&$($mut)? attribution.via),
            }
        }
    };
}

slots! {
    /// A field's place in a record, to be read.
    Slot slot figure when place attribution iter
}

slots! {
    /// A field's place in a record, to be changed.
    SlotMut slot_mut figure_mut when_mut place_mut attribution_mut iter_mut mut
}
