//! Projects for the tests of this folder.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::model::{
    Anchor, Anchored, Annotation, AnnotationId, Article, Attribution, Card, Casualties, Claims, Details, Digest,
    Direction, Displacement, DisplacementTerm, Figure, Harm, Original, Person, Place, Project, QuoteKind, Quotes, Span,
    Spans, Status, Text, Unplaced, Verification, Victims,
};

/// The span of the first occurrence of `words`.
pub fn span_of(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words are in the text");
    Span::new(start, start + words.len()).unwrap()
}

/// An annotation over the words.
pub fn casualties(id: u64, text: &Text, words: &[&str]) -> Annotation {
    let spans = words.iter().map(|words| span_of(text, words)).collect();
    let mut figure = Anchored::taken(text, span_of(text, words[0]));
    figure.value = figure.value.to_lowercase();
    Annotation {
        id: AnnotationId::mint(id),
        spans: Spans::new(spans).unwrap(),
        details: Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: Some(Figure { text: figure }),
            victims: Victims::Civilian,
        }),
        status: Status::Submitted,
        author: Person::new("Ines Varga").unwrap(),
        note: String::new(),
    }
}

/// A project whose text has Arabic, a combining mark, quotes and two kinds of line end.
pub fn small_project() -> Project {
    project_of("“قُتل” é\r\n\r\nAt least 12 people \"died\".\n", &[&["At least 12", "people"]])
}

/// A project of that text with an annotation over each group of words, with the ids 7, 8, ….
pub fn project_of(text: &str, words: &[&[&str]]) -> Project {
    let text = Text::new(text.to_owned());
    let annotations = words.iter().zip(7..).map(|(words, id)| casualties(id, &text, words)).collect();
    Project::from_parts(Article { text, card: Card::default() }, annotations, Vec::new()).unwrap()
}

/// Text with everything that a printer could trip over.
pub fn nasty_text() -> impl Strategy<Value = String> {
    let pieces = [
        "\"",
        "\"#",
        "\"###",
        "###",
        "\\",
        "\\\"",
        "\\n",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\u{2028}",
        "\u{2029}",
        "\u{feff}",
        "\u{301}",
        "e\u{301}",
        "👨🏻‍🚒",
        "🇫🇷",
        "قُتل",
        "46",
        "said",
        " ",
        "r#\"",
        "/*",
        "//",
        "(",
        ")",
        "]",
        ",",
        "\u{7f}",
        "\u{202e}",
        "\u{10ffff}",
        "\t",
        "\u{85}",
        "'",
    ];
    prop::collection::vec(select(pieces.to_vec()), 1..40).prop_map(|pieces| pieces.concat())
}

fn some_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), nasty_text(), "\\PC{0,12}"]
}

fn span(text: Text) -> impl Strategy<Value = Span> {
    (any::<Index>(), any::<Index>()).prop_filter_map("a span is not empty", move |(one, other)| {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (one, other) = (*one.get(&ends), *other.get(&ends));
        Span::new(one.min(other), one.max(other))
    })
}

fn anchored(text: Text) -> BoxedStrategy<Anchored<String>> {
    let anchor = prop_oneof![
        Just(None),
        some_text().prop_map(|words| Some(Anchor { words, at: None })),
        span(text.clone()).prop_map(move |span| Some(Anchor { words: text.words(span).to_owned(), at: Some(span) })),
    ];
    (some_text(), anchor).prop_map(|(value, anchor)| Anchored { value, anchor }).boxed()
}

fn details(text: Text) -> BoxedStrategy<Details> {
    let words = || prop::option::of(anchored(text.clone()));
    let attribution = || (words(), words()).prop_map(|(words, cue)| Attribution { words, cue });
    let figure = || words().prop_map(|text| text.map(|text| Figure { text }));
    let place = || words().prop_map(|text| text.map(|text| Place { text }));
    prop_oneof![
        (select(Harm::ALL), figure(), select(Victims::ALL))
            .prop_map(|(harm, figure, victims)| Details::Casualties(Casualties { harm, figure, victims })),
        (select(DisplacementTerm::ALL), figure(), place(), place())
            .prop_map(|(term, figure, from, to)| Details::Displacement(Displacement { term, figure, from, to })),
        (select(QuoteKind::ALL), attribution())
            .prop_map(|(kind, attribution)| Details::Quotes(Quotes { kind, attribution })),
        (some_text(), attribution(), select(Verification::ALL)).prop_map(|(statement, attribution, verification)| {
            Details::Claims(Claims { statement, attribution, verification })
        }),
    ]
    .boxed()
}

/// Any annotation of the text; its id is 0.
pub fn any_annotation(text: Text) -> BoxedStrategy<Annotation> {
    let spans = prop::collection::vec(span(text.clone()), 1..4);
    // Taking control characters out can leave a name that is not in NFC, so that it is made twice.
    let author = some_text().prop_map(|name| Person::new(Person::new(&format!("A{name}Z")).unwrap().name()).unwrap());
    (spans, details(text), select(Status::ALL), author, some_text())
        .prop_map(|(spans, details, status, author, note)| Annotation {
            id: AnnotationId::mint(0),
            spans: Spans::new(spans).unwrap(),
            details,
            status,
            author,
            note,
        })
        .boxed()
}

/// Any annotation without a place; its id is 0.
pub fn any_unplaced(text: Text) -> BoxedStrategy<Unplaced> {
    let claimed = prop::collection::vec((0usize..99, 0usize..99), 0..3);
    (any_annotation(text), prop::collection::vec(some_text(), 0..3), claimed)
        .prop_map(|(annotation, words, claimed)| {
            let Annotation { id, details, status, author, note, .. } = annotation;
            Unplaced { words, claimed, id, details, status, author, note }
        })
        .boxed()
}

/// Any card of the text's article.
pub fn any_card(text: Text) -> BoxedStrategy<Card> {
    let published =
        prop::option::of((1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d)));
    let direction = select(Direction::ALL.to_vec());
    let digest = prop::option::of(any::<u64>().prop_map(|n| Digest::of(&n.to_le_bytes())));
    let strings = [some_text(), some_text(), some_text(), some_text(), some_text(), some_text()];
    (anchored(text), strings, published, direction, digest)
        .prop_map(|(title, strings, published, direction, sha256)| {
            let [outlet, byline, url, language, name, encoding] = strings;
            let original = Original { name, encoding, sha256 };
            Card { title, outlet, byline, published, url, language, direction, original }
        })
        .boxed()
}

/// Any project of a nasty text.
pub fn any_project() -> BoxedStrategy<Project> {
    nasty_text()
        .prop_flat_map(|string| {
            let text = Text::new(string);
            let annotations = prop::collection::vec(any_annotation(text.clone()), 0..4);
            let unplaced = prop::collection::vec(any_unplaced(text.clone()), 0..3);
            let parts = (any_card(text.clone()), annotations, unplaced, 0..=u64::MAX >> 14);
            parts.prop_map(move |(card, mut annotations, mut unplaced, seed)| {
                let ids = annotations.iter_mut().map(|annotation| &mut annotation.id);
                let mut next = seed;
                for id in ids.chain(unplaced.iter_mut().map(|kept| &mut kept.id)) {
                    *id = AnnotationId::mint(next);
                    next = next.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                }
                let article = Article { text: text.clone(), card };
                Project::from_parts(article, annotations, unplaced).unwrap()
            })
        })
        .boxed()
}
