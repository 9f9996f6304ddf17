//! Where it happened, where people left and where they went.

use std::ops::Range;

use super::{Stated, anchored, nearest, sentence};
use crate::model::Place;
use crate::suggest::lexicon::{Circumstances, WordClass, WordList, is_time_word};
use crate::suggest::proposal::Tier;
use crate::suggest::rules::Governed;
use crate::suggest::tagged::TaggedText;
use crate::suggest::words::TokenKind;

/// Nouns that name places.
const PLACES: WordList = WordList::of(
    "market hospital hospitals school schools mosque church village villages town towns city cities camp camps street \
    square neighbourhood neighborhood neighbourhoods neighborhoods district districts province provinces region \
    regions area areas border checkpoint base airport station building prison suburb suburbs countryside outskirts \
    capital island valley river coast road highway county state governorate municipality farm mine factory shrine \
    hotel restaurant settlement shelters houses homes territory",
);

/// Longest description of a place, in tokens: "the village of Tarn in the north of the province".
const LONGEST: usize = 14;

/// Where what is counted happened, as its sentence says.
pub(in crate::suggest) fn place(tagged: &TaggedText<'_>, count: &Governed) -> Option<Stated<Place>> {
    const IN: WordList = WordList::of("in at near outside inside around across on throughout within off along");
    const STRUCK: WordList =
        WordList::of("struck hit targeted bombed shelled rocked pounded raided targeting hitting striking stormed");
    let own = sentence(tagged, count);
    let introduced = own.clone().filter(|&at| tagged.is_in(at, &IN) || tagged.is_in(at, &STRUCK));
    let places = introduced.filter_map(|at| {
        // "near" says where, "in" only that it is there.
        let keeps = tagged.is_one_of(at, &["near", "outside", "around", "off", "along"]);
        let named = noun_phrase(tagged, at + 1, own.end)?;
        Some(if keeps { at..named.end } else { named })
    });
    stated(tagged, nearest(count, places)?)
}

/// Where people left: "from the valley", "fled Karsa".
pub(in crate::suggest) fn origin(tagged: &TaggedText<'_>, count: &Governed) -> Option<Stated<Place>> {
    let own = sentence(tagged, count);
    let from = own.clone().filter(|&at| tagged.word(at) == "from");
    let mut places: Vec<Range<usize>> = from.filter_map(|at| noun_phrase(tagged, at + 1, own.end)).collect();
    if tagged.is_one_of(count.governor.end - 1, &["fled", "left", "flee", "fleeing", "leaving", "leave", "abandoned"]) {
        places.extend(noun_phrase(tagged, count.governor.end, own.end));
    }
    stated(tagged, nearest(count, places.into_iter())?)
}

/// Where people went: "to the camps", "sought refuge in schools".
pub(in crate::suggest) fn destination(tagged: &TaggedText<'_>, count: &Governed) -> Option<Stated<Place>> {
    let own = sentence(tagged, count);
    let to = own.clone().filter(|&at| {
        let is_refuge = at > own.start
            && tagged.is_one_of(at - 1, &["refuge", "shelter", "sanctuary", "sheltering", "living", "arrived"]);
        tagged.is_one_of(at, &["to", "into", "towards"]) || is_refuge && tagged.is_one_of(at, &["in", "at", "with"])
    });
    let places = to.filter(|&at| at >= count.governor.start).filter_map(|at| noun_phrase(tagged, at + 1, own.end));
    stated(tagged, nearest(count, places)?)
}

fn stated(tagged: &TaggedText<'_>, at: Range<usize>) -> Option<Stated<Place>> {
    let text = anchored(tagged, &at)?;
    Some(Stated { value: Place::worded(text), at, tier: Tier::Likely })
}

/// The description of a place that begins at token `start`: it names one by a noun of places or by a capital.
fn noun_phrase(tagged: &TaggedText<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let end = end.min(start + LONGEST);
    let mut at = start;
    let mut last_named = None;
    while at < end {
        let is_link = at > start && is_link(tagged, at);
        if tagged.is_in(at, &PLACES) || is_name(tagged, at) {
            last_named = Some(at);
        } else if is_link && (last_named != Some(at - 1) || tagged.word(at) == "and" && !is_name(tagged, at + 1)) {
            // "on developments in the province": what is named behind the link is where, not what stands before it.
            break;
        } else if !is_link && !goes_on(tagged, at) {
            break;
        }
        at += 1;
    }
    let last = last_named?;
    // "in Russian air strikes": a name that describes a noun is no place.
    let describes =
        last + 1 < at && !is_link(tagged, last + 1) || last + 1 == at && is_described_by_name(tagged, at, end);
    let is_adjective = !tagged.is_in(last, &PLACES) && describes;
    (!is_adjective).then_some(start..last + 1)
}

/// Whether token `at` is a name: a capital that is no day, title or person.
fn is_name(tagged: &TaggedText<'_>, at: usize) -> bool {
    use WordClass::{Document, Organisation, Person, Role, Time, Title};
    let letters = tagged.words.word(at);
    let is_capital = letters.chars().next().is_some_and(char::is_uppercase);
    let is_other = matches!(tagged.class(at), Some(Time | Title | Role | Person | Organisation | Document));
    let is_word = tagged.kind(at) == Some(TokenKind::Word) && tagged.events(at).next().is_none();
    // In capitals throughout, only a word that no list knows may be a name.
    let is_shouted = letters.len() > 1 && !letters.chars().any(char::is_lowercase);
    let is_known = tagged.class(at).is_some() || tagged.verb_form(at).is_some();
    let is_cause = Circumstances::english().cause(tagged.word(at)).is_some()
        || tagged.is_one_of(at + 1, &["bomb", "bombs", "bombing", "raid", "strike", "strikes"]);
    let is_first = tagged.sentence(at).start == at || is_cause;
    let is_no_name = is_other || is_first || is_time_word(tagged.word(at)) || is_shouted && is_known;
    is_capital && is_word && !is_no_name
}

/// Whether token `at`, behind a name, is a noun that the name describes: "in International Coalition raids".
fn is_described_by_name(tagged: &TaggedText<'_>, at: usize, end: usize) -> bool {
    let is_noun =
        matches!(tagged.class(at), None | Some(WordClass::Organisation | WordClass::Person | WordClass::Role));
    at < end
        && is_noun
        && !is_of_time(tagged, at)
        && tagged.kind(at) == Some(TokenKind::Word)
        && !tagged.is_finite(at)
        && tagged.events(at).next().is_none()
        && !tagged.is_adverbial(at)
}

/// Whether token `at` begins a time, as behind a place: "in Tarn last week".
fn is_of_time(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_one_of(at, &["last", "this", "next", "early", "late"]) || is_time_word(tagged.word(at))
}

fn is_link(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_one_of(at, &["of", "in", "near", "and"])
}

/// Whether token `at` can stand within the description of a place.
fn goes_on(tagged: &TaggedText<'_>, at: usize) -> bool {
    use WordClass::{Adjective, Determiner, Noun};
    let is_described = matches!(tagged.class(at), None | Some(Adjective | Determiner | Noun));
    // "the government-held areas".
    let is_hyphen = tagged.word(at) == "-" || at > 0 && tagged.word(at - 1) == "-";
    is_hyphen
        || is_described
            && tagged.verb_form(at).is_none()
            && tagged.kind(at) == Some(TokenKind::Word)
            && !tagged.is_adverbial(at)
            && !is_of_time(tagged, at)
            && tagged.mention_at(at).is_none()
}
