//! The work for a text, counted in words asked for.

use proptest::prelude::*;

use super::super::line::N_WORDS_ASKED;
use crate::{Language, readings};

/// How often the reader asks for a word of `text`.
fn work(text: &str) -> usize {
    let before = N_WORDS_ASKED.with(std::cell::Cell::get);
    let _ = readings(text, Language::of_tag("en"));
    N_WORDS_ASKED.with(std::cell::Cell::get) - before
}

/// As many repetitions as make some `n_bytes`.
fn repeated(piece: &str, n_bytes: usize) -> String {
    piece.repeat(n_bytes / piece.len() + 1)
}

/// What a text may be long runs of: number words, quotation marks, signs, digits with marks between, kin, articles.
const RUNS: [&str; 40] = [
    "one ",
    "one hundred thousand ",
    "million ",
    "two million and ",
    "two-and-a-half-",
    "dozens of ",
    "several hundred ",
    "half a ",
    "a quarter of a ",
    "between ",
    "from 1 to ",
    "one in ",
    "1 of ",
    "12 of the ",
    "\"",
    "“",
    "'",
    "“one” ",
    ">1",
    "~",
    "$1 ",
    "1,",
    "1 ",
    "123 ",
    "1-",
    "1:",
    "1/",
    "1٢",
    "12\n",
    "a ",
    "A New ",
    "a-",
    "12 young ",
    "and her son ",
    "a woman and her son ",
    "a man, his wife and ",
    "at least ",
    "up to ",
    "the rest of ",
    "خمسة و",
];

#[test]
fn the_work_is_in_proportion_to_the_length_of_a_text() {
    for run in RUNS {
        let (once, twice) = (work(&repeated(run, 6_000)), work(&repeated(run, 12_000)));
        // A tenth more for what stands at the ends.
        assert!(10 * twice <= 22 * once + 2_000, "{run:?}: {once} for 6,000 bytes, {twice} for 12,000");
    }
}

#[test]
fn no_run_is_much_more_work_than_a_number_in_every_line() {
    let ordinary = work(&repeated("Shells killed at least 12 people in the port of Karsa.\n", 10_000));
    for run in RUNS {
        // Numbers stand in runs up to twenty times as dense as in news.
        let n = work(&repeated(run, 10_000));
        assert!(n <= 20 * ordinary, "{run:?}: {n}, and {ordinary} for ordinary text");
    }
}

proptest! {
    #[test]
    fn no_repeated_words_are_more_work_than_their_length(words in prop::collection::vec(prop::sample::select(&RUNS[..]), 1..6)) {
        let piece = words.concat();
        let (once, twice) = (work(&repeated(&piece, 4_000)), work(&repeated(&piece, 8_000)));
        prop_assert!(10 * twice <= 23 * once + 3_000, "{:?}: {} and {}", piece, once, twice);
    }
}
