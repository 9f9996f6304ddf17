use proptest::prelude::*;

use super::*;

fn words(text: &str) -> Words {
    Words::of(&Text::new(text.to_owned()))
}

fn quotations(text: &str) -> Vec<String> {
    let words = words(text);
    words.quotations().iter().map(|quotation| words.text().words(quotation.span).to_owned()).collect()
}

#[test]
fn tokens_are_words_numbers_and_marks() {
    let words = words("Mr. Orlo's 1,200 goats -- ''fat'' ones -- left.");
    let found: Vec<_> = (0..words.tokens().len()).map(|at| words.word(at)).collect();
    assert_eq!(found, ["Mr", ".", "Orlo's", "1,200", "goats", "--", "''", "fat", "''", "ones", "--", "left", "."]);
}

#[test]
fn quotations_are_the_outermost_ones() {
    assert_eq!(quotations("“They said ‘go’ and we went,” she said."), ["“They said ‘go’ and we went,”"]);
    assert_eq!(quotations("''We left,'' he said. ''All.''"), ["''We left,''", "''All.''"]);
    assert_eq!(quotations("The soldiers' bread wasn't theirs."), Vec::<String>::new());
    assert_eq!(quotations("«كنا ننتظر»، قالت."), ["«كنا ننتظر»"]);
}

#[test]
fn a_quotation_left_open_ends_with_its_paragraph() {
    let words = words("“One.\n\n“Two.” Three.");
    let found: Vec<_> = words.quotations().iter().map(|q| (words.text().words(q.span), q.is_left_open)).collect();
    assert_eq!(found, [("“One.", true), ("“Two.”", false)]);
}

#[test]
fn every_token_is_in_a_sentence_of_its_paragraph() {
    let words = words("One fled. Two stayed.\n\nThree came back");
    let sentences: Vec<_> = words.sentences().iter().map(|s| words.text().words(words.span(s).unwrap())).collect();
    assert_eq!(sentences, ["One fled.", "Two stayed.", "Three came back"]);
    assert_eq!(words.paragraphs().len(), 2);
}

#[test]
fn an_article_of_quotation_marks_is_read() {
    for mark in ["“", "”", "\"", "'", "«", "»", "‘", "``"] {
        let words = words(&mark.repeat(50_000));
        assert!(!words.tokens().is_empty());
    }
    let words = words(&("“".repeat(50_000) + &"»".repeat(50_000)));
    assert_eq!(words.quotations().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn two_threads_read_the_words_that_one_reads(
        paragraphs in prop::collection::vec("(“|”|\"|One fled\\.|It’s dry|1,200|said|قال| ){1,40}\n{1,2}", 1..40)
    ) {
        let once = paragraphs.concat();
        let text = Text::new(once.repeat(LONG_TEXT / once.len() + 1));
        let (by_two, by_one) = (Words::of(&text), Words::of_paragraphs(&text, text.paragraphs()));
        prop_assert_eq!(by_two.tokens, by_one.tokens);
        prop_assert_eq!(by_two.sentences, by_one.sentences);
        prop_assert_eq!(by_two.paragraphs, by_one.paragraphs);
        prop_assert_eq!(by_two.quotations, by_one.quotations);
        prop_assert_eq!(by_two.entries, by_one.entries);
    }
}
