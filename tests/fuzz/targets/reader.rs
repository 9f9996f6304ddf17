use newsmark::figures::{Language, days, is_relative, phrase_around, reading, readings, resolved_day};

use super::{Target, kind, rough, words};
use crate::corpus::files;
use crate::parts::head;

pub const TARGET: Target = Target { name: "reader", corpus: "reader", seeds, words: words::OF_PROSE, run };

/// Longest text that is read, in bytes: reading takes its time by the line, and a longer one finds nothing else.
const LONGEST: usize = 12_000;

fn seeds() -> Vec<Vec<u8>> {
    let texts = files("corpus", "text");
    texts.iter().flat_map(|(_, text)| ["en", "ar", "de"].map(|tag| [tag.as_bytes(), b"\n", text].concat())).collect()
}

/// Readings are disjoint stretches of the text, in order, whose bounds do not contradict each other.
fn run(input: &[u8]) -> u64 {
    let (tag, text) = head(input);
    let language = Language::of_tag(&String::from_utf8_lossy(tag));
    let text = String::from_utf8_lossy(&text[..text.len().min(LONGEST)]);
    let found = readings(&text, language);
    let mut passed = 0;
    for one in &found {
        let at = one.at.clone();
        assert!(passed <= at.start, "readings overlap");
        passed = at.end;
        let words = &text[at.clone()];
        assert!(!words.trim().is_empty(), "a reading of nothing");
        let _ = reading(words, language);
        if let (Some(low), Some(high)) = (one.low, one.high) {
            assert!(low <= high, "“{words}” is read from {low} to {high}");
        }
        if let Some(phrase) = phrase_around(&text, language, at) {
            assert!(text.get(phrase).is_some(), "a phrase within a character");
        }
    }
    let why = reading(&text, language).map_or_else(|unread| unread.to_string(), |_| String::new());
    let published = Some(jiff::civil::date(2026, 3, 14));
    let mut passed = 0;
    for day in days(&text, language, published) {
        assert!(passed <= day.at.start, "days overlap");
        passed = day.at.end;
        let words = &text[day.at];
        // What its own words say is what a field resolves them to; the year of a stretch may stand at its end.
        if day.resolved.is_some() && day.is_relative == is_relative(words, language) {
            assert_eq!(resolved_day(words, language, published), day.resolved, "“{words}” by itself");
        }
    }
    let day = text.lines().take(20).filter(|line| resolved_day(line, language, published).is_some());
    let n_relative = text.lines().take(20).filter(|line| is_relative(line, language)).count();
    kind((rough(found.len()), why, rough(day.count()), rough(n_relative)))
}
