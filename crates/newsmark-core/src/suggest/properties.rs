//! What holds of every text, however odd.

use proptest::prelude::*;

use crate::model::{Annotation, Change, FieldValue, Person, ScopeKind};

use super::testing::{proposed, unmarked};
use super::{Proposal, proposals};

/// A text of pieces that rules look for, in an order that nobody writes.
fn odd_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "12 people",
        "were",
        "killed",
        "killing",
        "and",
        ",",
        "three of them",
        "including",
        "wounded",
        "the death toll",
        "rose to",
        "dead",
        "fled",
        "homes",
        "of",
        "the",
        "(",
        ")",
        ".",
        "\n\n",
        "“",
        "”",
        "who",
        "among the dead were",
        "a man",
        "since 2011",
        "not",
        "could",
        "another 5",
        "families",
        "displaced",
        "in Karsa",
        "on Monday",
        "said",
        "in",
        "to",
        "18,000",
        "others",
        "قُتل",
        "١٢ شخصا",
        "KILLED",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.join(" "))
}

fn spans_lie_within(text: &str, proposal: &Proposal) -> bool {
    let fields = proposal.fields.iter().filter_map(|field| field.at);
    let anchors = proposal.details.fields().into_iter().filter_map(|path| match proposal.details.field(path) {
        Some(FieldValue::Words(Some(words))) => words.anchor.and_then(|anchor| anchor.at),
        _ => None,
    });
    proposal
        .spans
        .iter()
        .chain(proposal.basis.iter().copied())
        .chain(fields)
        .chain(anchors)
        .all(|span| text.get(span.range()).is_some())
}

proptest! {
    // Each text is read whole, with its attributions: a quarter of the usual cases keeps the tests short.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn proposals_are_the_same_each_time_and_lie_within_the_text(text in odd_text()) {
        let (_, found) = proposed(&text);
        prop_assert_eq!(&found, &proposed(&text).1);
        for proposal in &found {
            prop_assert!(spans_lie_within(&text, proposal));
            prop_assert!((0.0..=1.0).contains(&proposal.probability));
        }
    }

    #[test]
    fn scopes_lead_to_other_proposals_of_the_same_article(text in odd_text()) {
        let (_, found) = proposed(&text);
        for proposal in &found {
            let scope = proposal.details.scope().unwrap_or_default();
            let has_other = matches!(scope.kind, ScopeKind::PartOf | ScopeKind::Additional | ScopeKind::UpdateOf | ScopeKind::SameAs);
            prop_assert_eq!(scope.of.is_some(), has_other);
            let leads = scope.of.is_none_or(|of| of != proposal.id && found.iter().any(|other| other.id == of));
            prop_assert!(leads, "{:?}", proposal.why);
        }
    }

    #[test]
    fn what_is_marked_is_not_proposed_again(text in odd_text()) {
        let mut project = unmarked(&text);
        let found = proposals(&project);
        let author = Person::new("Ines Varga").unwrap();
        for proposal in &found {
            let draft = Annotation::draft(proposal.id, proposal.spans.clone(), proposal.category(), author.clone());
            let mark = Annotation { details: proposal.details.clone(), ..draft };
            // Two findings of the same words have one name; the second is the same mark.
            let _ = project.apply(Change::Insert(mark.into()));
        }
        prop_assert_eq!(proposals(&project), Vec::new());
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,200}") {
        let (_, found) = proposed(&text);
        prop_assert!(found.iter().all(|proposal| spans_lie_within(&text, proposal)));
    }
}

#[test]
fn a_part_of_a_larger_mark_is_proposed_as_its_part() {
    let text = "Shells killed at least 12 people in Karsa, including three children.";
    let mut project = unmarked(text);
    let found = proposals(&project);
    let author = Person::new("Ines Varga").unwrap();
    let draft = Annotation::draft(found[0].id, found[0].spans.clone(), found[0].category(), author);
    let mark = Annotation { id: crate::model::AnnotationId::from_u64(7), details: found[0].details.clone(), ..draft };
    project.apply(Change::Insert(mark.into())).unwrap();
    let left = proposals(&project);
    let scopes: Vec<_> = left.iter().filter_map(|one| one.details.scope()).collect();
    assert_eq!(scopes.len(), 1);
    assert_eq!((scopes[0].kind, scopes[0].of), (ScopeKind::PartOf, Some(crate::model::AnnotationId::from_u64(7))));
}

#[test]
fn long_odd_texts_are_read() {
    let pieces = [
        "“",
        "12 ",
        "killed ",
        "12 people ",
        "12 people were killed and ",
        "( ",
        ", ",
        "KILLED 12, ",
        "of them 3 ",
        "\n\n12 died\n",
    ];
    for piece in pieces {
        let _ = proposed(&piece.repeat(20_000 / piece.len()));
    }
}

#[test]
fn other_languages_have_no_counts() {
    use crate::model::{Article, Card, Project, Text};
    let text = Text::new("12 personas died; 12 people were killed.".to_owned());
    let found = |language: &str| {
        let card = Card { language: language.to_owned(), ..Card::default() };
        proposals(&Project::new(Article { text: text.clone(), card })).len()
    };
    assert_eq!((found("es"), found("en-GB"), found("")), (0, 2, 2));
}
