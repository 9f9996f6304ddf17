//! Projects for the tests of this folder.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::model::{
    Anchor, Anchored, Annotation, AnnotationId, Anonymity, Article, Card, Casualties, Category, Details, Digest,
    Direction, Dismissal, FieldPath, FieldValue, Figure, FigurePart, Harm, HouseholdSize, Interest, ItemId, Original,
    Person, Project, RecordList, Source, SourceId, SourceKind, Sources, Span, Spans, Status, Text, Unplaced, Victims,
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
    let author = Person::new("Ines Varga").unwrap();
    Annotation {
        details: Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: Figure::worded(figure),
            victims: Victims::Civilian,
            ..Default::default()
        }),
        status: Status::Submitted,
        ..Annotation::draft(AnnotationId::mint(id), Spans::new(spans).unwrap(), Category::Casualties, author)
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
    Project::from_parts(Article { text, card: Card::default() }, Sources::default(), annotations, Vec::new()).unwrap()
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

/// Any value that a field holding `like` could hold.
fn value(text: Text, like: FieldValue) -> BoxedStrategy<FieldValue> {
    match like {
        FieldValue::Words(_) => prop::option::of(anchored(text)).prop_map(FieldValue::Words).boxed(),
        FieldValue::Text(_) => some_text().prop_map(FieldValue::Text).boxed(),
        FieldValue::Choice(vocabulary, _) => {
            (0..vocabulary.terms.len()).prop_map(move |index| FieldValue::Choice(vocabulary, index)).boxed()
        }
        FieldValue::Number(_) => any::<Option<u64>>().prop_map(FieldValue::Number).boxed(),
        FieldValue::Size(_) => (0u32..200_000).prop_map(|n| FieldValue::Size(HouseholdSize::of_hundredths(n))).boxed(),
        FieldValue::Source(_) => any::<Option<u64>>().prop_map(|id| FieldValue::Source(id.map(SourceId::mint))).boxed(),
        FieldValue::Mark(_) => any::<Option<u64>>().prop_map(|id| FieldValue::Mark(id.map(AnnotationId::mint))).boxed(),
    }
}

/// A record with items in its lists, some of its fields filled with anything.
fn details(text: Text) -> BoxedStrategy<Details> {
    let blank = (select(Category::ALL.to_vec()), 0u64..4).prop_map(|(category, n_items)| {
        let mut details = category.unknown();
        for (list, kind) in RecordList::of(category).iter().zip(0..) {
            for n in 0..n_items {
                details.add_item(list.unknown(ItemId::mint(kind * 10 + n)));
            }
        }
        details
    });
    let filled = blank.prop_flat_map(move |details| {
        let fields = details.fields().into_iter().filter_map(|path| Some((path, details.field(path)?)));
        let values: Vec<_> = fields.map(|(path, like)| (Just(path), value(text.clone(), like))).collect();
        (Just(details), values, any::<u64>())
    });
    filled
        .prop_map(|(mut details, values, known)| {
            for (n, (path, value)) in values.into_iter().enumerate() {
                if known >> (n % 64) & 1 == 1 {
                    details.set_field(path, value).unwrap();
                }
            }
            details
        })
        .boxed()
}

/// A dismissal that stands in a file.
fn dismissal() -> impl Strategy<Value = Dismissal> {
    let field =
        select(vec![None, Some(FieldPath::Harm), Some(FieldPath::GroupFigure(ItemId::mint(7), FigurePart::Low))]);
    (some_text(), field, some_text(), some_text()).prop_map(|(kind, field, why, reason)| Dismissal {
        kind,
        field,
        why,
        reason,
        by: Person::new("Tomas Reed").unwrap(),
    })
}

/// Any table of sources.
pub fn any_sources() -> impl Strategy<Value = Sources> {
    let texts = [some_text(), some_text(), some_text()];
    let terms = (select(SourceKind::ALL), select(Interest::ALL), select(Anonymity::ALL));
    let source = (any::<u64>(), texts, prop::collection::vec(some_text(), 0..3), terms);
    prop::collection::vec(source, 0..4).prop_map(|sources| {
        let named = sources.into_iter().map(|(id, [name, role, affiliation], other_names, terms)| {
            let (kind, interest, anonymity) = terms;
            Source { id: SourceId::mint(id), name, other_names, role, affiliation, kind, interest, anonymity }
        });
        Sources::of(named.collect())
    })
}

/// Any annotation of the text; its id is 0.
pub fn any_annotation(text: Text) -> BoxedStrategy<Annotation> {
    let spans = prop::collection::vec(span(text.clone()), 1..4);
    // Taking control characters out can leave a name that is not in NFC, so that it is made twice.
    let author = some_text().prop_map(|name| Person::new(Person::new(&format!("A{name}Z")).unwrap().name()).unwrap());
    (spans, details(text), select(Status::ALL), author, some_text(), prop::collection::vec(dismissal(), 0..2))
        .prop_map(|(spans, details, status, author, note, dismissed)| Annotation {
            id: AnnotationId::mint(0),
            spans: Spans::new(spans).unwrap(),
            details,
            status,
            author,
            note,
            dismissed,
        })
        .boxed()
}

/// Any annotation without a place; its id is 0.
pub fn any_unplaced(text: Text) -> BoxedStrategy<Unplaced> {
    let claimed = prop::collection::vec((0usize..99, 0usize..99), 0..3);
    (any_annotation(text), prop::collection::vec(some_text(), 0..3), claimed)
        .prop_map(|(annotation, words, claimed)| {
            let Annotation { id, details, status, author, note, dismissed, .. } = annotation;
            Unplaced { words, claimed, id, details, status, author, note, dismissed }
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
            let parts = (any_card(text.clone()), any_sources(), annotations, unplaced, 0..=u64::MAX >> 14);
            parts.prop_map(move |(card, sources, mut annotations, mut unplaced, seed)| {
                let ids = annotations.iter_mut().map(|annotation| &mut annotation.id);
                let mut next = seed;
                for id in ids.chain(unplaced.iter_mut().map(|kept| &mut kept.id)) {
                    *id = AnnotationId::mint(next);
                    next = next.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                }
                let article = Article { text: text.clone(), card };
                Project::from_parts(article, sources, annotations, unplaced).unwrap()
            })
        })
        .boxed()
}
