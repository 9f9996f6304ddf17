//! The words that say how a count stands to others.

use std::ops::Range;

use crate::suggest::lexicon::WordList;
use crate::suggest::rules::Governed;
use crate::suggest::tagged::TaggedText;

/// The words that make a count a running toll: "since 2011", "the war has claimed".
pub(super) fn running_toll(tagged: &TaggedText<'_>, count: &Governed) -> Option<Range<usize>> {
    const WARS: WordList = WordList::of("war conflict uprising insurgency revolt crisis unrest occupation campaign");
    const LONG: WordList = WordList::of("years months year decade decades year's month century");
    let mention = &tagged.mentions[count.mention];
    let sentence = tagged.near(mention.phrase.start, mention.phrase.end);
    for at in sentence.clone() {
        if tagged.word(at) == "since"
            && !is_superlative(tagged, at, sentence.start)
            && opens_past(tagged, at + 1, sentence.end)
        {
            return Some(at..at + 2);
        }
        let is_over =
            tagged.is_one_of(at, &["so"]) && tagged.is_one_of(at + 1, &["far"]) && tagged.word(at + 2) == "this"
                || tagged.is_one_of(at, &["over", "during", "in"])
                    && tagged.word(at + 1) == "the"
                    && tagged.is_one_of(at + 2, &["past", "last"])
                    && (at + 3..at + 6).any(|at| tagged.is_in(at, &LONG));
        if is_over {
            return Some(at..(at + 4).min(sentence.end));
        }
    }
    // "the war has killed 12,000", "the toll from the five-year conflict": a war right before the governor.
    let reach =
        sentence.start.max(count.governor.start.saturating_sub(6))..count.governor.end.max(mention.phrase.start);
    let war =
        reach.clone().find(|&at| tagged.is_in(at, &WARS) && !tagged.is_one_of(at + 1, &["monitor", "planes", "plane"]));
    let is_subject = |war: usize| {
        (war..count.governor.end).any(|at| tagged.is_have(at))
            || (reach.start..war).any(|at| tagged.word(at) == "toll")
            || tagged.is_one_of(war + 1, &["that", "which", "killed", "claimed", "displaced"])
    };
    if let Some(war) = war.filter(|&war| is_subject(war)) {
        return Some(war..war + 1);
    }
    // So many were not killed in one event that a sentence in the perfect tells of.
    const MANY: u64 = 1_000;
    let is_perfect = (count.governor.start.saturating_sub(3)..count.governor.end).any(|at| tagged.is_have(at));
    let is_large = mention.number().is_some_and(|number| number >= MANY);
    (count.meaning.is_harm() && is_perfect && is_large).then(|| count.governor.clone())
}

/// "the deadliest attack since 2016" compares and counts nothing.
fn is_superlative(tagged: &TaggedText<'_>, since: usize, first: usize) -> bool {
    (first..since).rev().take(7).any(|at| {
        let word = tagged.word(at);
        word.len() > 4
            && word.ends_with("est")
            && !matches!(word, "west" | "northwest" | "southwest" | "arrest" | "protest" | "latest")
            || matches!(word, "worst" | "first")
    })
}

/// Whether what follows "since" reaches back beyond a few days: a year, a month, the beginning of a war.
fn opens_past(tagged: &TaggedText<'_>, at: usize, end: usize) -> bool {
    const DAYS: WordList = WordList::of("monday tuesday wednesday thursday friday saturday sunday yesterday midnight");
    let first = tagged.word(at);
    if DAYS.holds(first) {
        return false;
    }
    const BEGINNINGS: WordList =
        WordList::of("began begun started erupted start beginning outbreak war conflict uprising broke then");
    const MONTHS: WordList =
        WordList::of("january february march april may june july august september october november december last mid");
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    (at..end.min(at + 8)).any(|at| {
        let word = tagged.word(at);
        is_year(word) || BEGINNINGS.holds(word) || MONTHS.holds(word)
    })
}

/// The words that make a count a later one: "rose to", "later said", "bringing the toll to".
pub(super) fn update(tagged: &TaggedText<'_>, count: &Governed) -> Option<Range<usize>> {
    const RISES: WordList = WordList::of(
        "rose risen rises rising climbed climbs increased jumped grew grown raised raising revised updated brings \
        bringing brought soared up",
    );
    let mention = &tagged.mentions[count.mention];
    let sentence = tagged.near(mention.phrase.start, mention.phrase.end);
    let start = sentence.start.max(mention.phrase.start.saturating_sub(10));
    let rise = (start..mention.phrase.start).rev().find(|&at| {
        tagged.is_in(at, &RISES)
            && (at + 1..mention.phrase.start).any(|at| tagged.is_one_of(at, &["to", "at", "from", "الى"]))
    });
    // "The monitor later said that 31 people were killed".
    let later = || {
        (sentence.start..mention.phrase.start).find(|&at| {
            tagged.is_one_of(at, &["later", "subsequently", "now"])
                && tagged
                    .is_one_of(at + 1, &["said", "says", "put", "reported", "reports", "confirmed", "told", "puts"])
        })
    };
    rise.or_else(later).map(|at| at..at + 1)
}

/// The words that make a count one on top of another: "another 20", "a further five", "three more".
pub(super) fn addition(tagged: &TaggedText<'_>, count: &Governed) -> Option<Range<usize>> {
    let mention = &tagged.mentions[count.mention];
    let words = mention.phrase.start.saturating_sub(1)..(mention.phrase.end + 1).min(tagged.words.tokens().len());
    let found = words.clone().find(|&at| {
        let is_more = tagged.word(at) == "more" && !tagged.is_one_of(at + 1, &["than"]);
        tagged.is_one_of(at, &["another", "further", "additional"]) || is_more
    });
    found.map(|at| at..at + 1)
}

/// The words that narrow a count down: "in the province alone".
pub(super) fn narrower_place(tagged: &TaggedText<'_>, count: &Governed) -> Option<Range<usize>> {
    let mention = &tagged.mentions[count.mention];
    let sentence = tagged.near(mention.phrase.start, mention.phrase.end);
    let near = sentence.start.max(mention.phrase.start.saturating_sub(20))..sentence.end.min(mention.phrase.end + 12);
    near.clone().find(|&at| tagged.word(at) == "alone" && !tagged.is_be(at - 1)).map(|at| at..at + 1)
}
