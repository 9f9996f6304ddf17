//! The record of a count of people who had to leave, or could not.

use jiff::civil::Date;

use super::fields::{Fields, causes, certainty, destination, figure, origin, time};
use super::lexicon::{Meaning, WordList};
use super::proposal::Tier;
use super::rules::Governed;
use super::tagged::TaggedText;
use crate::model::{
    AttributionPart, Displacement, DisplacementTerm, FieldPath, FigurePart, Measure, PlacePart, WhenPart,
};

/// The record of `count`, with the words of its fields.
pub(super) fn displacement(
    tagged: &TaggedText<'_>,
    count: &Governed,
    published: Option<Date>,
) -> (Displacement, Fields) {
    let mut fields = Fields::default();
    let term = term(tagged, count);
    fields.note(tagged, FieldPath::Term, Some(&count.governor), Tier::Likely);
    let measure = measure(tagged, count, term);
    if measure != Measure::Unspecified {
        fields.note(tagged, FieldPath::Measure, Some(&count.governor), Tier::Likely);
    }
    let mut record = Displacement { term, measure, figure: figure(tagged, count), ..Displacement::default() };
    let words = &tagged.mentions[count.mention].figure;
    fields.note(tagged, FieldPath::Figure(FigurePart::Text), Some(words), Tier::Likely);
    if let Some(found) = causes(tagged, count).displacement {
        record.cause = found.value;
        fields.note(tagged, FieldPath::Cause, Some(&found.at), found.tier);
    }
    if let Some(found) = origin(tagged, count) {
        fields.note(tagged, FieldPath::From(PlacePart::Text), Some(&found.at), found.tier);
        record.from = found.value;
    }
    if let Some(found) = destination(tagged, count) {
        fields.note(tagged, FieldPath::To(PlacePart::Text), Some(&found.at), found.tier);
        record.to = found.value;
    }
    if let Some((found, how)) = time(tagged, count, published) {
        fields.note_with(FieldPath::When(WhenPart::Text), tagged.span(&found.at), found.tier, how);
        record.when = found.value;
    }
    if let Some(found) = certainty(tagged, count) {
        fields.note(tagged, FieldPath::Attribution(AttributionPart::Certainty), Some(&found.at), found.tier);
        record.attribution.certainty = found.value;
    }
    (record, fields)
}

/// The term of a count: that of its governor, made more exact by where people were forced to go.
fn term(tagged: &TaggedText<'_>, count: &Governed) -> DisplacementTerm {
    let Meaning::Movement(term) = count.meaning else { return DisplacementTerm::Unspecified };
    let verb = count.governor.clone().map(|at| tagged.word(at)).find(|verb| is_of_refuge(verb)).unwrap_or_default();
    let end = tagged.sentence(count.governor.start).end;
    let behind = tagged.mentions[count.mention].phrase.end.max(count.governor.end)..end;
    let near = behind.start..end.min(behind.start + 10);
    let names = |words: &[&str]| near.clone().any(|at| tagged.is_one_of(at, words));
    // "forced 500 to seek refuge in camps" tells where they live; "fled to a camp" how they left.
    let is_forced = verb.starts_with("forc");
    let tells_where = !verb.is_empty() && (!is_forced || names(&["refuge", "shelter", "stay", "shelters"]));
    if !tells_where {
        return term;
    }
    if names(&["camp", "camps"]) {
        DisplacementTerm::InReliefCamp
    } else if names(&[
        "shelter", "shelters", "school", "schools", "centre", "centres", "centers", "mosques", "churches", "tents",
    ]) {
        DisplacementTerm::Sheltered
    } else if names(&["refuge"]) || is_forced || matches!(verb, "sought" | "seek" | "seeking") {
        DisplacementTerm::ForcedToFlee
    } else {
        term
    }
}

/// Whether a verb is of those that say where people went rather than how they left: "took refuge", "forced to seek".
fn is_of_refuge(verb: &str) -> bool {
    const REFUGE: WordList =
        WordList::of("take took taken taking seek sought seeking found force forced forces forcing");
    REFUGE.holds(verb)
}

/// What the count measures: movements in a period, or people on a date.
fn measure(tagged: &TaggedText<'_>, count: &Governed, term: DisplacementTerm) -> Measure {
    match count.meaning {
        Meaning::AtRisk => return Measure::AtRisk,
        Meaning::Visit => return Measure::Visit,
        _ => {}
    }
    let governor = || count.governor.clone();
    let stays = governor().any(|at| {
        tagged.is_one_of(
            at,
            &[
                "remain",
                "remained",
                "remains",
                "still",
                "living",
                "live",
                "lives",
                "are",
                "staying",
                "stayed",
                "sheltering",
            ],
        )
    });
    match term {
        DisplacementTerm::InReliefCamp | DisplacementTerm::Sheltered if stays || count.rule != "passive" => {
            Measure::Stock
        }
        _ if count.rule == "count" => Measure::Stock,
        _ if stays && !governor().any(|at| tagged.word(at) == "being") => Measure::Stock,
        DisplacementTerm::DestroyedHousing
        | DisplacementTerm::PartiallyDestroyedHousing
        | DisplacementTerm::UninhabitableHousing => Measure::Unspecified,
        _ => Measure::Flow,
    }
}
