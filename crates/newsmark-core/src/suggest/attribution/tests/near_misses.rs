use super::*;
use crate::model::Tier;

/// Contents that are likely to be somebody's words.
fn likely(text: &str) -> Vec<String> {
    let (text, found) = found(text);
    let likely = found.iter().filter(|found| found.tier == Tier::Likely);
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
fn titles_initiatives_and_headings_in_marks_are_not_proposed() {
    for text in [
        "“We met in spring,” said Ana Orlo, the host of “The Late Night Hour of Tarn.”",
        "Voters backed the “green roofs for all schools initiative” in 2010, the clerk said.",
        "The mayor said it rained.\n\n“A LONG WINTER AND NO WOOD”\n\nThe valley is quiet.",
    ] {
        let (text, found) = found(text);
        for attribution in &found {
            let first = text.words(attribution.content.as_slice()[0]);
            assert!(!["“The Late", "“green", "“A LONG"].iter().any(|begins| first.starts_with(begins)), "{first}");
        }
    }
}

#[test]
fn letters_of_an_interview_name_nobody() {
    let text = "Q: How was the winter?\n\nA: We burned the fence.\n\nQ: And then?\n\nA: Then spring came.";
    assert_eq!(likely(text), Vec::<String>::new());
    assert_eq!(found(text).1.len(), 4);
}

#[test]
fn names_in_marks_are_nobodys_words() {
    assert_eq!(likely("Jon “the Miller” Bast was born in the valley."), Vec::<String>::new());
}

#[test]
fn plain_facts_are_nobodys_words() {
    assert_eq!(likely("The river rose in the night. Two bridges fell, and the road was shut."), Vec::<String>::new());
}
