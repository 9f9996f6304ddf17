use proptest::prelude::*;

use super::*;
use crate::model::Text;

fn query(needle: &str) -> Query {
    Query { needle: needle.to_owned(), ..Query::default() }
}

/// The words of each hit, between bars.
fn found(text: &str, query: &Query) -> String {
    let searched = Searched::new(Text::new(text.to_owned()));
    let hits = searched.hits(&query.pattern().unwrap(), &|| false).unwrap();
    hits.as_slice().iter().map(|hit| searched.text().words(*hit)).collect::<Vec<_>>().join("|")
}

#[test]
fn words_are_found_whatever_their_case_diacritics_and_quotes() {
    assert_eq!(found("“Why?” she asked. \"WHY?\"", &query("\"why?\"")), "“Why?”|\"WHY?\"");
    assert_eq!(found("قُتِلَ أربعون، وقتل آخرون", &query("قتل")), "قُتِلَ|قتل");
    assert_eq!(found("إلى الأقصى، الى الاقصي", &query("الى الأقصى")), "إلى الأقصى|الى الاقصي");
    assert_eq!(found("Café, CAFE\u{301}, cafe", &query("CAFE")), "Café|CAFE\u{301}|cafe");
}

#[test]
fn what_is_to_match_must_match() {
    let text = "Café, cafe, Cafe";
    assert_eq!(found(text, &Query { match_case: true, ..query("cafe") }), "cafe");
    assert_eq!(found(text, &Query { match_diacritics: true, ..query("cafe") }), "cafe|Cafe");
    assert_eq!(found(text, &Query { match_diacritics: true, ..query("CAFÉ") }), "Café");
    assert_eq!(found(text, &Query { match_case: true, match_diacritics: true, ..query("Cafe") }), "Cafe");
}

#[test]
fn a_whole_word_ends_where_words_end() {
    let whole = |needle: &str| Query { whole_word: true, ..query(needle) };
    assert_eq!(found("man, woman, Man’s, man-made, (man)", &whole("man")), "man|man|man");
    assert_eq!(found("وقتل قُتِلَ قتلى", &whole("قتل")), "قُتِلَ");
    assert_eq!(found("ab a b a b", &whole("b a b")), "b a b", "the hit begins within what was no whole word");
}

#[test]
fn a_hit_takes_whole_graphemes() {
    let exact = |needle: &str| Query { match_case: true, match_diacritics: true, ..query(needle) };
    assert_eq!(found("cafe\u{301}s", &exact("e")), "e\u{301}");
    assert_eq!(found("a 👩‍👩‍👧 b", &exact("👩")), "👩‍👩‍👧", "two hits within one grapheme are one");
    assert_eq!(found(&format!("e{}", "\u{301}".repeat(10_000)), &exact("\u{301}")).chars().count(), 10_001);
}

#[test]
fn a_hit_stays_within_its_paragraph() {
    assert_eq!(found("to\nbe, to be", &query("to be")), "to be");
    let expression = |needle: &str| Query { regular_expression: true, ..query(needle) };
    assert_eq!(found("One.\nTwo.\r\nThree.", &expression("^[^.]+")), "One|Two|Three");
    assert_eq!(found("One.\nTwo.\r\nThree.", &expression("e\\.$")), "e.|e.");
}

#[test]
fn expressions_match_as_they_are_told() {
    let expression = |needle: &str| Query { regular_expression: true, ..query(needle) };
    assert_eq!(found("12 and 1,500 PEOPLE", &expression("[\\d,]+|people")), "12|1,500|PEOPLE");
    assert_eq!(found("12 people, People", &Query { match_case: true, ..expression("People") }), "People");
    assert_eq!(found("man woman", &Query { whole_word: true, ..expression("m.n") }), "man");
    assert_eq!(found("abc", &expression("x*")), "", "an empty match is no hit");
    assert_eq!(found("cafe\u{301}", &expression("e$|e")), "e\u{301}");
}

#[test]
fn an_expression_with_an_error_says_where_and_what() {
    let sentence = |needle: &str| {
        let query = Query { regular_expression: true, ..query(needle) };
        query.pattern().unwrap_err().to_string()
    };
    assert_eq!(sentence("قتل("), "The expression cannot be read at character 4: unclosed group");
    assert_eq!(sentence("[a"), "The expression cannot be read at character 1: unclosed character class");
    assert_eq!(sentence("(\\w{900}){90}"), "The expression is too large");
    assert_eq!(
        sentence(&"killed|wounded|".repeat(7_000)),
        "The expression is longer than 2000 characters: search for a part of it"
    );
}

#[test]
fn what_folds_to_nothing_finds_nothing_and_says_so() {
    assert_eq!(query("\u{64E}\u{640}").pattern().unwrap_err(), BadQuery::FoldsToNothing);
    assert_eq!(found("anything", &query("")), "");
    assert_eq!(found("قُتِل", &Query { match_diacritics: true, ..query("\u{64F}") }), "قُ");
}

#[test]
fn an_outdated_search_ends() {
    let searched = Searched::new(Text::new("a\na a\na".to_owned()));
    for regular_expression in [false, true] {
        let asked = std::cell::Cell::new(0);
        let pattern = Query { regular_expression, ..query("a") }.pattern().unwrap();
        let is_outdated = || {
            asked.set(asked.get() + 1);
            asked.get() > 2
        };
        assert_eq!(searched.hits(&pattern, &is_outdated), None);
    }
}

proptest! {
    #[test]
    fn an_exact_search_finds_what_the_text_says(text in "[ab é\n]{0,60}", needle in "[ab é]{1,3}") {
        let query = Query { match_case: true, match_diacritics: true, ..query(&needle) };
        let searched = Searched::new(Text::new(text.clone()));
        let hits = searched.hits(&query.pattern().unwrap(), &|| false).unwrap();
        let naive: Vec<_> = text.match_indices(&needle).map(|(at, found)| at..at + found.len()).collect();
        let hits: Vec<_> = hits.as_slice().iter().map(|hit| hit.range()).collect();
        prop_assert_eq!(hits, naive);
    }

    #[test]
    fn every_hit_holds_what_was_sought_on_grapheme_boundaries(
        text in "([a-cA-C é'’]{0,9}|[قُتِلـأا ]{0,9}|[e\u{301}👩\u{200D}🇫\r\n]{0,5}|\\PC{0,4}){0,9}",
        start in 0usize..60,
        length in 1usize..4,
        match_case in any::<bool>(),
        match_diacritics in any::<bool>(),
        whole_word in any::<bool>(),
    ) {
        let needle: String = text.chars().skip(start).take(length).collect();
        let query = Query { match_case, match_diacritics, whole_word, ..query(&needle) };
        let Ok(pattern) = query.pattern() else { return Ok(()) };
        let folded = |words: &str| words.chars().filter_map(|c| query.folds().fold(c)).collect::<String>();
        let text = Text::new(text);
        let hits = Searched::new(text.clone()).hits(&pattern, &|| false).unwrap();
        for pair in hits.as_slice().windows(2) {
            prop_assert!(pair[0].end() <= pair[1].start());
        }
        for hit in hits.as_slice() {
            prop_assert!(text.is_boundary(hit.start()) && text.is_boundary(hit.end()));
            prop_assert!(folded(text.words(*hit)).contains(&folded(&needle)));
        }
        if !whole_word && !needle.is_empty() {
            prop_assert!(!hits.is_empty(), "what was taken from the text is found in it");
            let outside = hits.as_slice().iter().fold((String::new(), 0), |(rest, from), hit| {
                (rest + &folded(&text[from..hit.start()]) + "\u{0}", hit.end())
            });
            let outside = outside.0 + &folded(&text[outside.1..]);
            prop_assert!(!outside.contains(&folded(&needle)), "nothing is left out");
        }
    }
}
