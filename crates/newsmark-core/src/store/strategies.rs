//! Projects of every kind, for the property tests of this folder.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::model::{
    Anchor, Anchored, Annotation, AnnotationId, Anonymity, Article, Card, Category, Changed, Comment, CommentId,
    Conflict, Details, Digest, Direction, Dismissal, DismissedProposal, Event, FieldPath, FieldValue, FigurePart,
    HouseholdSize, Interest, ItemId, LostAnchor, Origin, Original, Part, Person, Project, ProjectParts,
    ProjectSettings, ProposalsSetting, Provenance, RecordList, SignOff, Source, SourceId, SourceKind, Sources, Span,
    Spans, Status, Text, Tier, Time, Unplaced,
};

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
        FieldValue::Source(_) => {
            any::<Option<u64>>().prop_map(|id| FieldValue::Source(id.map(SourceId::from_u64))).boxed()
        }
        FieldValue::Mark(_) => {
            any::<Option<u64>>().prop_map(|id| FieldValue::Mark(id.map(AnnotationId::from_u64))).boxed()
        }
    }
}

/// A record with items in its lists, some of its fields filled with anything.
fn details(text: Text) -> BoxedStrategy<Details> {
    let blank = (select(Category::ALL.to_vec()), 0u64..4).prop_map(|(category, n_items)| {
        let mut details = category.unknown();
        for (list, kind) in RecordList::of(category).iter().zip(0..) {
            for n in 0..n_items {
                details.add_item(list.unknown(ItemId::from_u64(kind * 10 + n)));
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
    let field = select(vec![
        None,
        Some(FieldPath::Harm),
        Some(FieldPath::ScopeBy),
        Some(FieldPath::GroupFigure(ItemId::from_u64(7), FigurePart::Low)),
    ]);
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
            Source { id: SourceId::from_u64(id), name, other_names, role, affiliation, kind, interest, anonymity }
        });
        Sources::of(named.collect())
    })
}

fn person() -> impl Strategy<Value = Person> {
    // Taking control characters out can leave a name that is not in NFC, so that it is made twice.
    some_text().prop_map(|name| Person::new(Person::new(&format!("A{name}Z")).unwrap().name()).unwrap())
}

fn time() -> impl Strategy<Value = Time> {
    (-9_000_000_000i64..9_000_000_000).prop_map(Time)
}

fn part() -> impl Strategy<Value = Part> {
    let field = Part::Field(FieldPath::GroupFigure(ItemId::from_u64(7), FigurePart::Low));
    let later = [FieldPath::ScopeBy, FieldPath::Figure(FigurePart::OfBest)].map(Part::Field);
    let earlier = [Part::Boundary, Part::Category, Part::Status, Part::Field(FieldPath::Note), field];
    select([&earlier[..], &later].concat())
}

fn comment() -> impl Strategy<Value = Comment> {
    (person(), time(), some_text()).prop_map(|(author, time, text)| Comment {
        id: CommentId::from_u64(0),
        author,
        time,
        text,
    })
}

/// Anything that a save may tell of an annotation.
fn event() -> impl Strategy<Value = Event> {
    let changed = (part(), some_text(), some_text()).prop_map(|(part, before, after)| Changed { part, before, after });
    (time(), person(), prop::collection::vec(changed, 0..3)).prop_map(|(time, person, changes)| Event {
        time,
        person,
        changes,
    })
}

/// Any list of sign-offs; what they have seen need not be there.
pub fn any_sign_offs() -> impl Strategy<Value = Vec<SignOff>> {
    let seen = prop::collection::btree_map(any::<u64>().prop_map(AnnotationId::from_u64), any::<u64>(), 0..3);
    let seen = seen.prop_map(|seen| {
        seen.into_iter().map(|(id, fingerprint)| (id, format!("{fingerprint:016x}").parse().unwrap())).collect()
    });
    let sign_off = (person(), time(), seen, any::<Option<bool>>());
    let sign_off = sign_off.prop_map(|(person, time, seen, proposals)| SignOff { person, time, seen, proposals });
    prop::collection::vec(sign_off, 0..3)
}

/// Any settings of a project.
pub fn any_settings() -> impl Strategy<Value = ProjectSettings> {
    let proposals = (any::<bool>(), person(), time()).prop_map(|(value, by, on)| ProposalsSetting { value, by, on });
    (any::<bool>(), prop::option::of(proposals))
        .prop_map(|(four_eyes, proposals)| ProjectSettings { four_eyes, proposals })
}

/// Any list of proposals that editors did not want, each once; their words need not be there.
pub fn any_dismissed_proposals() -> impl Strategy<Value = Vec<DismissedProposal>> {
    let words = (prop::collection::vec(some_text(), 0..3), some_text(), some_text());
    let rule = (select(Category::ALL.to_vec()), some_text());
    let decision = (prop::option::of(some_text()), person(), time());
    let dismissed = (rule, words, decision).prop_map(|((category, rule), (words, before, after), (reason, by, on))| {
        DismissedProposal { category, words, before, after, rule, reason, by, on }
    });
    prop::collection::vec(dismissed, 0..3).prop_map(|mut all: Vec<DismissedProposal>| {
        all.sort_by(|one, other| one.key().cmp(&other.key()));
        all.dedup_by(|one, other| one.key() == other.key());
        all
    })
}

/// Any way in which a mark comes to be.
fn provenance() -> impl Strategy<Value = Provenance> {
    let tier = select(vec![Tier::Likely, Tier::Possible]);
    prop_oneof![
        Just(Provenance::Hand),
        (some_text(), some_text(), tier).prop_map(|(by, rule, tier)| Provenance::Proposed { by, rule, tier }),
        (some_text(), some_text(), prop::option::of(person())).prop_map(|(format, id, by)| Provenance::Imported {
            format,
            id,
            by
        }),
    ]
}

/// Any list of what a merge could not decide about a project of the text.
pub fn any_conflicts(text: Text) -> BoxedStrategy<Vec<Conflict>> {
    let version = || prop::option::of(any_annotation(text.clone()).prop_map(Arc::new));
    let id = AnnotationId::from_u64(0);
    let card = || any_card(text.clone()).prop_map(Box::new);
    let source = || any_sources().prop_map(|sources| sources.iter().next().cloned());
    let conflict = prop_oneof![
        (prop::collection::vec(part(), 0..3), version(), version())
            .prop_map(move |(parts, base, theirs)| Conflict::Annotation { id, parts, base, theirs }),
        version().prop_map(move |base| Conflict::DeletedHere { id, base }),
        (source(), source()).prop_map(|(base, theirs)| Conflict::Source { base, theirs }),
        (prop::option::of(card()), card()).prop_map(|(base, theirs)| Conflict::Card { base, theirs }),
    ];
    prop::collection::vec(conflict, 0..3).boxed()
}

/// Any annotation of the text; its id is 0.
pub fn any_annotation(text: Text) -> BoxedStrategy<Annotation> {
    let spans = prop::collection::vec(span(text.clone()), 1..4);
    let origin = (part(), person()).prop_map(|(part, person)| Origin { part, person });
    let people = (person(), prop::option::of(person()), prop::option::of(person()), provenance());
    let lists = (
        prop::collection::vec(dismissal(), 0..2),
        prop::collection::vec(comment(), 0..3),
        prop::collection::vec(origin, 0..2),
    );
    (spans, details(text), select(Status::ALL), people, some_text(), lists)
        .prop_map(|(spans, details, status, people, note, (dismissed, mut comments, origins))| {
            for (comment, n) in comments.iter_mut().zip(0..) {
                comment.id = CommentId::from_u64(n);
            }
            let (author, editor, judge, provenance) = people;
            Annotation {
                id: AnnotationId::from_u64(0),
                spans: Spans::new(spans).unwrap(),
                details,
                status,
                editor: editor.unwrap_or_else(|| author.clone()),
                author,
                judge,
                provenance,
                origins,
                note,
                dismissed,
                comments,
            }
        })
        .boxed()
}

/// Any annotation without a place; its id is 0.
pub fn any_unplaced(text: Text) -> BoxedStrategy<Unplaced> {
    let claimed = prop::collection::vec((0usize..99, 0usize..99), 0..3);
    (any_annotation(text), prop::collection::vec(some_text(), 0..3), claimed)
        .prop_map(|(annotation, words, claimed)| annotation.at(LostAnchor { words, claimed }))
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
            let base = (any_card(text.clone()), any_sources(), any_settings(), any_dismissed_proposals());
            let reviewed = (any_conflicts(text.clone()), any_sign_offs(), prop::collection::vec(event(), 0..9));
            let parts = (base, annotations, unplaced, reviewed, 0..=u64::MAX >> 14);
            parts.prop_map(move |(base, mut annotations, mut unplaced, reviewed, seed)| {
                let (card, sources, settings, dismissed_proposals) = base;
                let (conflicts, sign_offs, events) = reviewed;
                let mut ids = Vec::new();
                let mut next = seed;
                let all = annotations.iter_mut().map(|annotation| &mut annotation.id);
                for id in all.chain(unplaced.iter_mut().map(|kept| &mut kept.id)) {
                    *id = AnnotationId::from_u64(next);
                    ids.push(*id);
                    next = next.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                }
                let told = ids.iter().cycle().copied().zip(events);
                let histories = told.collect();
                let parts = ProjectParts::of(Article { text: text.clone(), card });
                let parts =
                    ProjectParts { settings, sources, sign_offs, dismissed_proposals, conflicts, histories, ..parts };
                Project::from_parts(ProjectParts { annotations, unplaced, ..parts }).unwrap()
            })
        })
        .boxed()
}
