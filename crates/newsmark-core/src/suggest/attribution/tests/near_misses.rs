use super::*;
use crate::suggest::attribution::LIKELY;

/// Contents that are likely to be somebody's words.
fn likely(text: &str) -> Vec<String> {
    let (text, found) = found(text);
    let likely = found.iter().filter(|found| found.probability >= LIKELY);
    likely.flat_map(|found| found.content.iter()).map(|span| text.words(span).to_owned()).collect()
}

#[test]
fn scare_quotes_are_nobodys_words() {
    assert_eq!(likely("The so-called “model farm” lay empty behind a fence."), Vec::<String>::new());
    assert_eq!(likely("The “ceasefire” lasted an hour."), Vec::<String>::new());
}

#[test]
fn titles_are_nobodys_words() {
    assert_eq!(likely("The film “A River Without Any Banks” opens in Tarn next week."), Vec::<String>::new());
    assert_eq!(likely("Her second novel, “The House at the End of Winter,” sold well."), Vec::<String>::new());
}

#[test]
fn names_in_marks_are_nobodys_words() {
    assert_eq!(likely("Jon “the Miller” Bast was born in the valley."), Vec::<String>::new());
}

#[test]
fn plain_facts_are_nobodys_words() {
    assert_eq!(likely("The river rose in the night. Two bridges fell, and the road was shut."), Vec::<String>::new());
}
