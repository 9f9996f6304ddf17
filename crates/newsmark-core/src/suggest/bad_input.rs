//! Texts that are no articles: proposals or none, never a panic, and no more work for a byte than in any other.

use crate::model::{Article, Card, Text};

use super::{ArticleProposals, Proposal};

/// Long enough that what grows with the square of a text would take minutes, and short enough for a test.
const BYTES: usize = 20_000;

/// The proposals in a text of `BYTES` bytes of nothing but `piece`.
fn of_repeated(piece: &str) -> Vec<Proposal> {
    let text = Text::new(piece.repeat(BYTES / piece.len()));
    let card = Card { language: "en".to_owned(), ..Card::default() };
    let stated = ArticleProposals::of(&Article { text: text.clone(), card });
    let found: Vec<Proposal> = stated.all.iter().map(|proposal| (**proposal).clone()).collect();
    for proposal in &found {
        let spans = proposal.spans.iter().chain(proposal.basis.iter().copied());
        let spans = spans.chain(proposal.fields.iter().filter_map(|field| field.at));
        assert!(spans.into_iter().all(|span| text.get(span.range()).is_some()), "{piece}: {proposal:?}");
    }
    found
}

#[test]
fn quotation_marks_alone_propose_nothing() {
    for piece in ["“", "”", "\"", "'", "«", "“‘", "’”", "``''"] {
        assert_eq!(of_repeated(piece), Vec::new(), "{piece}");
    }
}

#[test]
fn one_sentence_without_an_end_is_read() {
    let found = of_repeated("killed 12 people and he said that it rained, ");
    assert!(found.iter().any(|proposal| proposal.details.figure().is_some()));
    of_repeated("killed 12 people and ");
    of_repeated("the mayor said ");
    of_repeated("“He said ");
    of_repeated("he accused them of ");
}

#[test]
fn tables_lists_and_single_marks_are_read() {
    for piece in ["Tarn | 12 | 13 killed | 14\n", "Ana Orlo\n", "1 ", ", ", "- \n", "12%\n", ": ", "— "] {
        of_repeated(piece);
    }
}

#[test]
fn all_capitals_and_no_capitals_are_read() {
    let counts = |piece: &str| of_repeated(piece).iter().filter(|one| one.details.figure().is_some()).count();
    assert!(counts("AT LEAST 12 PEOPLE WERE KILLED IN TARN, THE MAYOR SAID.\n") > 0);
    assert!(counts("at least 12 people were killed in tarn, the mayor said.\n") > 0);
}

#[test]
fn a_live_blog_and_a_transcript_propose_what_each_entry_says() {
    let blog = of_repeated("10:15 At least 12 people were killed in Tarn, the mayor said.\n\n");
    assert!(blog.len() >= BYTES / 70, "{}", blog.len());
    let turns = "ORLO: Where were you on Friday, when the bridge fell?\nBAST: At home, I said so to all of them.\n";
    let transcript = of_repeated(turns);
    let is_turn = |proposal: &&Proposal| proposal.why.contains("a turn of");
    assert!(transcript.iter().filter(is_turn).count() >= BYTES / turns.len());
}
