//! What of a statement's words tells whether it can be checked and is worth it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::suggest::lexicon::{VerbForm, WordClass, WordList};
use crate::suggest::tagged::TaggedText;
use crate::suggest::words::TokenKind;

use super::statement::Statement;

/// How many signs there are.
pub const N_SIGNS: usize = 24;

/// The signs of a statement, in the order of [`SIGN_NAMES`].
pub type Signs = [f32; N_SIGNS];

/// The names of the signs.
pub const SIGN_NAMES: [&str; N_SIGNS] = [
    "constant",
    "figure",
    "several figures",
    "share or money",
    "large number",
    "year",
    "time",
    "change",
    "comparison",
    "extreme",
    "past tense",
    "perfect",
    "future",
    "obligation",
    "opinion",
    "question",
    "I",
    "we",
    "you",
    "names",
    "length",
    "cause",
    "public affairs",
    "deed",
];

const NUMBER_WORDS: WordList = WordList::of(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds dozen dozens half \
    third thirds quarter quarters double triple twice tens scores",
);
const LARGE: WordList =
    WordList::of("hundred hundreds thousand thousands million millions billion billions trillion trillions");
const SHARE: WordList =
    WordList::of("percent per-cent % $ € £ dollar dollars euro euros cent cents pound pounds pct percentage");
const TIME: WordList = WordList::of(
    "year years month months week weeks day days decade decades century yesterday today ago since monday tuesday \
    wednesday thursday friday saturday sunday january february march april june july august september october november \
    december annually quarter",
);
const CHANGE: WordList = WordList::of(
    "increase increases increased increasing decrease decreases decreased decreasing rise rises rose risen rising \
    fall falls fell fallen falling grow grows grew grown growing drop drops dropped dropping cut cuts cutting doubled doubles \
    tripled halved raised raise raises lost lose losing gained declined declines shrank shrunk climbed soared plunged jumped \
    reduced reduce reduces growth deficit surplus created create creates added expanded spent spend spending cost costs",
);
const COMPARISON: WordList = WordList::of(
    "more less fewer higher lower greater larger smaller bigger better worse than times faster slower twice \
    compared double average rate number majority",
);
const EXTREME: WordList = WordList::of(
    "most least largest biggest highest lowest greatest smallest best worst first last only never ever every none \
    record longest oldest deadliest fastest unprecedented all no nobody",
);
const FUTURE: WordList = WordList::of(
    "will would going shall won't i'll we'll he'll she'll they'll it'll expected forecast predicted predict predicts \
    likely soon tomorrow",
);
const OBLIGATION: WordList =
    WordList::of("should must ought need needs let let's please could can can't may might want wants have-to");
const OPINION: WordList = WordList::of(
    "think believe feel hope guess suppose wish thank thanks sorry agree disagree understand proud glad sure good \
    great important right wrong wonderful terrible opinion care try opportunity",
);
const CAUSE: WordList = WordList::of(
    "because caused causes cause led leads due result resulted linked responsible reason therefore thanks-to",
);
const PUBLIC_AFFAIRS: WordList = WordList::of(
    "law laws bill bills act vote voted votes signed passed veto vetoed court courts constitution illegal legal treaty \
    agreement tax taxes budget program programs policy congress senate administration government federal amendment ban banned \
    security insurance nuclear military troops war jobs economy trade oil energy schools health",
);
const DEEDS: WordList = WordList::of(
    "accused accuses accuse blame blamed blames responsible fault guilty attacked killed murdered bombed invaded \
    opposed supported supports failed refused lied promised said won wrote",
);

/// The signs that lists tell, by their places.
const LISTS: [(usize, WordList); 15] = [
    (3, SHARE),
    (4, LARGE),
    (6, TIME),
    (7, CHANGE),
    (8, COMPARISON),
    (9, EXTREME),
    (12, FUTURE),
    (13, OBLIGATION),
    (14, OPINION),
    (16, WordList::of("i me my i'm i've i'd i'll")),
    (17, WordList::of("we us our we're we've we'd we'll")),
    (18, WordList::of("you your you're you've")),
    (21, CAUSE),
    (22, PUBLIC_AFFAIRS),
    (23, DEEDS),
];

/// For each word of the lists the places of its signs as bits: every word of an article is asked for.
static LISTED: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut listed = HashMap::new();
    for (place, list) in LISTS {
        list.words().for_each(|word| *listed.entry(word).or_default() |= 1 << place);
    }
    listed
});

/// The signs of a statement.
pub(super) fn signs(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Signs {
    let mut counts = [0usize; N_SIGNS];
    let (mut n_words, mut n_figures, mut n_names) = (0usize, 0usize, 0usize);
    let first = statement.tokens().next().unwrap_or_default();
    for at in statement.tokens() {
        let word = tagged.word(at);
        match tagged.kind(at) {
            Some(TokenKind::Word | TokenKind::Number) => n_words += 1,
            _ if word == "?" => counts[15] += 1,
            _ => {}
        }
        n_figures += usize::from(is_figure(tagged, at));
        let original = tagged.words.word(at);
        let is_name = at != first && original.starts_with(char::is_uppercase) && tagged.class(at).is_none();
        n_names += usize::from(is_name && original.len() > 1);
        let lists = LISTED.get(word).copied().unwrap_or_default();
        for (place, count) in counts.iter_mut().enumerate() {
            *count += (lists >> place & 1) as usize;
        }
        counts[5] += usize::from(is_year(tagged, at));
        counts[10] += usize::from(
            tagged.verb_form(at) == Some(VerbForm::Past) || tagged.is_one_of(at, &["was", "were", "had", "did"]),
        );
        counts[11] += usize::from(is_perfect(tagged, at));
    }
    // What stands often says little more than what stands once.
    let mut signs = counts.map(|count| (count as f32).ln_1p());
    signs[0] = 1.0;
    signs[1] = f32::from(u8::from(n_figures > 0));
    signs[2] = f32::from(u8::from(n_figures > 1));
    signs[19] = (n_names as f32).ln_1p();
    signs[20] = (n_words.max(1) as f32).ln();
    signs
}

/// Whether the sign of this name speaks for the statement; of a name that is none it does not.
pub(super) fn has_sign(signs: &Signs, name: &str) -> bool {
    SIGN_NAMES.iter().zip(signs).any(|(own, sign)| *own == name && *sign > 0.0)
}

/// "has", "have" or "had" before a participle.
fn is_perfect(tagged: &TaggedText<'_>, at: usize) -> bool {
    let is_have = tagged.is_have(at) || tagged.is_one_of(at, &["i've", "we've", "they've", "you've"]);
    is_have
        && (at + 1..at + 4).any(|next| {
            matches!(tagged.verb_form(next), Some(VerbForm::Past | VerbForm::Participle)) || tagged.word(next) == "been"
        })
}

/// Whether token `at` is a year.
pub(super) fn is_year(tagged: &TaggedText<'_>, at: usize) -> bool {
    let word = tagged.word(at);
    word.len() == 4 && matches!(word.parse::<u32>(), Ok(1800..=2100))
}

/// Whether token `at` is a number of something: no year, date, time of day, age, place in an order or number of a name.
pub(super) fn is_figure(tagged: &TaggedText<'_>, at: usize) -> bool {
    let word = tagged.word(at);
    let next = tagged.word(at + 1);
    match tagged.kind(at) {
        Some(TokenKind::Word) => tagged.is_in(at, &NUMBER_WORDS) || tagged.is_in(at, &LARGE),
        Some(TokenKind::Number) => {
            let before = at.checked_sub(1).map_or("", |before| tagged.word(before));
            let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end));
            let is_clock = word.contains(':')
                || matches!(next, "am" | "pm" | "a.m" | "p.m" | "gmt")
                || next == ":"
                || before == ":";
            let is_month = |word: &str| crate::suggest::lexicon::is_time_word(word);
            let is_age = before == "aged" || next == "-" && tagged.is_one_of(at + 2, &["year", "month"]);
            // "Flight 123", "Resolution 2254": a name's number stands behind a name.
            let is_named = at > 0
                && tagged.words.word(at - 1).starts_with(char::is_uppercase)
                && tagged.kind(at - 1) == Some(TokenKind::Word)
                && tagged.sentence(at).start + 1 < at
                && tagged.class(at - 1) != Some(WordClass::Preposition);
            // "4chan" is a name; a unit such as "km" or "mph" has three letters at most.
            let is_written_as_name = word.chars().rev().take_while(|c| c.is_alphabetic()).count() > 3;
            let is_of_name = is_named || is_written_as_name;
            !(is_year(tagged, at)
                || is_ordinal
                || is_clock
                || is_month(before)
                || is_month(next)
                || is_age
                || is_of_name)
        }
        _ => false,
    }
}
