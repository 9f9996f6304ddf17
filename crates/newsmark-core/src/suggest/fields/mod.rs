//! What the words around a count state of it: who, by what, by whom, when and where.
//!
//! Nothing unknown is filled with a guess: a field is proposed with the words that state it, or not at all.

mod agent;
mod blame;
mod cause;
mod certainty;
mod figure;
mod people;
mod place;
mod responsible;
mod source;
mod time;

pub(super) use cause::causes;
pub(super) use certainty::{certainty, certainty_of_cue};
pub(super) use figure::figure;
pub(super) use people::{people, severity};
pub(super) use place::{destination, origin, place};
pub(super) use responsible::responsible;
pub(super) use source::source;
pub(super) use time::time;

use std::ops::Range;

use super::proposal::{ProposedField, Tier};
use super::rules::Governed;
use super::tagged::TaggedText;
use crate::model::{Anchored, FieldPath, Span};

/// A value with the words that state it.
#[derive(Clone, Debug)]
pub(super) struct Stated<T> {
    pub value: T,
    /// The tokens that state it.
    pub at: Range<usize>,
    pub tier: Tier,
}

/// Fills fields of one record and remembers with which words.
#[derive(Default)]
pub(super) struct Fields(pub Vec<ProposedField>);

impl Fields {
    /// Notes that `field` rests on the tokens `at`.
    pub fn note(&mut self, tagged: &TaggedText<'_>, field: FieldPath, at: Option<&Range<usize>>, tier: Tier) {
        self.note_with(field, at.and_then(|at| tagged.span(at)), tier, String::new());
    }

    /// Notes that `field` rests on the bytes `at`, for the reason `why`.
    pub fn note_with(&mut self, field: FieldPath, at: Option<Span>, tier: Tier, why: String) {
        self.0.push(ProposedField { field, at, tier, why });
    }
}

/// The words of `at` as an anchored value.
pub(super) fn anchored(tagged: &TaggedText<'_>, at: &Range<usize>) -> Option<Anchored<String>> {
    tagged.span(at).map(|span| Anchored::taken(tagged.words.text(), span))
}

/// The tokens of the sentence of a count, as far as they can belong to it.
pub(super) fn sentence(tagged: &TaggedText<'_>, count: &Governed) -> Range<usize> {
    tagged.near(count.governor.start.min(tagged.mentions[count.mention].phrase.start), count.governor.end)
}

/// Of `places`, the one nearest to the words that govern `count`; of two as near, the later one.
pub(super) fn nearest(count: &Governed, places: impl Iterator<Item = Range<usize>>) -> Option<Range<usize>> {
    let distance = |place: &Range<usize>| {
        if place.start >= count.governor.end {
            place.start - count.governor.end
        } else {
            // What stands before a verb belongs to it less often than what stands behind it.
            (count.governor.start.saturating_sub(place.end)) * 2
        }
    };
    places.min_by_key(distance)
}

#[cfg(test)]
mod tests {
    use crate::model::{Certainty, Details, FieldValue};
    use crate::suggest::testing::proposed;

    /// Fields that the model of attributions finds, which other articles than these are to tell of.
    fn is_of_source(path: &str) -> bool {
        matches!(path, "attribution.words" | "attribution.cue")
    }

    /// The fields of the first proposal of a text, as `path=value`, but for those of the figure and the scope.
    fn stated(text: &str) -> Vec<String> {
        let (_, found) = proposed(text);
        let details: &Details = &found[0].details;
        let written = |value: FieldValue| match value {
            FieldValue::Words(words) => words.map(|words| words.value).unwrap_or_default(),
            FieldValue::Choice(vocabulary, index) => vocabulary.terms[index].name.to_owned(),
            FieldValue::Text(text) => text,
            _ => String::new(),
        };
        let paths = details.fields().into_iter().filter(|path| {
            let path = path.to_string();
            !path.starts_with("figure")
                && !path.starts_with("scope")
                && !path.contains(".figure.")
                && !is_of_source(&path)
        });
        paths
            .filter_map(|path| {
                let value = details.field(path).filter(|value| !value.is_unknown())?;
                Some(format!("{path}={}", written(value)))
            })
            .collect()
    }

    #[test]
    fn the_fields_of_a_casualty_are_what_its_sentence_states() {
        for (text, expected) in [
            (
                "At least 14 farmers were killed in a suspected drone strike near the village of Tarn on Monday, the hospital said.",
                &[
                    "harm=Killed",
                    "cause=AirStrike",
                    "when.text=on Monday",
                    "when.date=2026-03-16",
                    "when.precision=Day",
                    "where.text=near the village of Tarn",
                ][..],
            ),
            (
                "Government forces killed 12 civilians, including two women and a boy, in the town of Oslen last week.",
                &[
                    "harm=Killed",
                    "victims=Civilian",
                    "responsible=Government forces",
                    "responsibility=Suspected",
                    "when.text=last week",
                    "when.date=2026-03-09",
                    "when.precision=Week",
                    "where.text=the town of Oslen",
                    "groups[1].who=Women",
                    "groups[2].who=Children",
                ],
            ),
            (
                "Three soldiers were severely wounded by a landmine outside Marrec on 12 March 2026.",
                &[
                    "harm=Injured",
                    "severity=Serious",
                    "victims=ArmedForces",
                    "cause=PlantedExplosive",
                    "when.text=on 12 March 2026",
                    "when.date=2026-03-12",
                    "when.precision=Day",
                    "where.text=outside Marrec",
                ],
            ),
            ("Twelve people died, the ministry said on Tuesday.", &["harm=Killed"]),
            (
                "Twelve people were killed in Ruvian air strikes.",
                &["harm=Killed", "cause=AirStrike", "responsible=Ruvian", "responsibility=Suspected"],
            ),
            ("Five people were killed and 20, including women and children, were wounded.", &["harm=Killed"]),
            ("Nearly 60 miners were feared dead.", &["harm=Killed", "attribution.certainty=Feared"]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn a_bombing_comes_from_the_air_where_a_state_did_it() {
        for (text, cause) in [
            ("A bombing carried out by the coalition killed nine people in Osk.", "cause=AirStrike"),
            ("Nine people died in army bombings of the valley.", "cause=AirStrike"),
            ("A bombing in the market killed nine people.", "cause=PlantedExplosive"),
            ("Nine people were killed in a bombing claimed by the militants.", "cause=PlantedExplosive"),
        ] {
            assert!(stated(text).iter().any(|field| field == cause), "{text}: {:?}", stated(text));
        }
    }

    #[test]
    fn the_fields_of_a_displacement_are_what_its_sentence_states() {
        for (text, expected) in [
            (
                "Some 4,300 people fled the Sarn valley for safety after clashes on Saturday.",
                &[
                    "term=ForcedToFlee",
                    "measure=Flow",
                    "cause=Conflict",
                    "from.text=the Sarn valley",
                    "when.text=on Saturday",
                    "when.date=2026-03-14",
                    "when.precision=Day",
                ][..],
            ),
            (
                "About 2,000 families remain displaced by the flood.",
                &["term=Displaced", "measure=Stock", "cause=Disaster"],
            ),
            (
                "More than 900 people were evacuated from Oslen to the city of Marrec.",
                &["term=Evacuated", "measure=Flow", "from.text=Oslen", "to.text=the city of Marrec"],
            ),
            ("The earthquake destroyed 60 homes.", &["term=DestroyedHousing", "cause=Disaster"]),
            ("Some 12,000 people are living in camps.", &["term=InReliefCamp", "measure=Stock", "to.text=camps"]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn the_source_of_a_count_is_whoever_reports_it() {
        let (text, found) = proposed("Twelve people died, the ministry said on Tuesday.");
        let attribution = found[0].details.attribution();
        let words =
            |anchored: &Option<crate::model::Anchored<String>>| anchored.as_ref().map(|words| words.value.clone());
        assert_eq!(words(&attribution.words).as_deref(), Some("the ministry"));
        assert_eq!(words(&attribution.cue).as_deref(), Some("said"));
        let field = found[0].fields.iter().find(|field| field.field.to_string() == "attribution.words").unwrap();
        assert_eq!(field.at.map(|at| text.words(at)), Some("the ministry"));
    }

    #[test]
    fn who_denies_a_count_is_not_who_claims_it() {
        let words = |text: &str| {
            let (_, found) = proposed(text);
            let attribution = found[0].details.attribution().clone();
            let source = attribution.words.as_ref().map(|words| words.value.clone()).unwrap_or_default();
            (source, attribution.certainty)
        };
        assert_eq!(
            words("Karsa denied claims by Marrec that its army was behind a raid that killed three Marrec nurses."),
            ("Marrec".to_owned(), Certainty::Unspecified)
        );
        assert_eq!(
            words("The army denied that its planes had killed 12 villagers in Tarn."),
            ("The army".to_owned(), Certainty::Denied)
        );
    }
}
