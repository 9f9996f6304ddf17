//! What a letter costs: the changed stretch, whatever the size of article, mark and field.

use std::fs;
use std::sync::Arc;

use super::{Desk, entry, ines};
use crate::edit::{Entry, EntryKind};
use crate::model::{
    Annotation, AnnotationId, Article, Card, Category, Change, FieldPath, FieldValue, Person, Project, ProjectParts,
    Source, SourceId, Sources, Span, Status, Text,
};
use crate::store::journal::recover;

/// The most that a typed letter may add to the journal, in bytes.
const MOST: u64 = 200;

fn length(desk: &Desk) -> u64 {
    fs::metadata(desk.first_journal()).unwrap().len()
}

fn article(length: usize) -> Text {
    Text::new("قُتل At least 12 people died in Veld. ".repeat(length / 38))
}

fn claim(text: &Text, covered: usize) -> Annotation {
    let span = Span::new(0, text.floor_char_boundary(covered)).unwrap();
    let author = Person::new("Somebody with a long name of the desk for checking").unwrap();
    let id = AnnotationId::from_u64(u64::MAX);
    Annotation { status: Status::Approved, ..Annotation::draft(id, span, Category::Claims, author) }
}

/// Types ten letters in the middle of a field that has so many bytes, and answers with the most that one cost.
fn typed(article: Text, covered: usize, path: FieldPath, length_of_field: usize) -> u64 {
    let mut mark = claim(&article, covered);
    let text = "Ænima – قُتل. ".repeat(length_of_field.div_ceil(18));
    mark.set_field(path, FieldValue::Text(text.clone())).unwrap();
    let parts = ProjectParts::of(Article { text: article, card: Card::default() });
    let project = Project::from_parts(ProjectParts { annotations: vec![mark.clone()], ..parts }).unwrap();
    let desk = Desk { project, ..Desk::new() };
    let journal = desk.begin(None);
    let mut most = 0;
    let mut after = text.clone();
    let mut entries = Vec::new();
    for n in 0..10 {
        after.insert(text.floor_char_boundary(text.len() / 2) + n, 'x');
        mark.set_field(path, FieldValue::Text(after.clone())).unwrap();
        mark.status = Status::Submitted;
        let step = format!("change of {}", path.label(Category::Claims).to_lowercase());
        let kind = if n == 0 { EntryKind::Do } else { EntryKind::Join };
        entries.push(Entry { kind, ..entry(&step, Change::Replace(Arc::new(mark.clone()))) });
        let before = length(&desk);
        journal.append(&entries[n..]).unwrap();
        most = most.max(length(&desk) - before);
    }
    drop(journal);
    assert_eq!(recover(&desk.found()).unwrap().entries, entries);
    most
}

#[test]
fn a_letter_typed_costs_under_200_bytes_whatever_the_size_of_article_mark_and_field() {
    let (small, large) = (article(6_000), article(5_000_000));
    for (what, cost) in [
        ("a short field", typed(small.clone(), 40, FieldPath::Statement, 40)),
        ("a note", typed(small.clone(), 40, FieldPath::Note, 40)),
        ("a mark of 5 kB", typed(small.clone(), 5_000, FieldPath::Statement, 40)),
        ("an article of 5 MB", typed(large.clone(), 5_000, FieldPath::Note, 40)),
        ("a mark of 5 MB", typed(large, 5_000_000, FieldPath::Statement, 40)),
        ("a field of 5 MB", typed(small, 40, FieldPath::Statement, 5_000_000)),
    ] {
        assert!(cost < MOST, "{what}: {cost}");
    }
}

#[test]
fn a_letter_typed_into_one_of_many_sources_costs_no_more() {
    let desk = Desk::new();
    let sources: Vec<Source> = (0..1000)
        .map(|n| Source::named(SourceId::from_u64(n), format!("The office of district {n} in Veld")))
        .collect();
    let journal = desk.begin(None);
    journal.append(&[entry("add sources", Change::ReplaceSources(Sources::of(sources.clone())))]).unwrap();
    let mut sources = Sources::of(sources);
    for (n, letter) in "relief".chars().enumerate() {
        let mut source = sources.get(SourceId::from_u64(700)).unwrap().clone();
        source.name.insert(4 + n, letter);
        sources = sources.with(source);
        let before = length(&desk);
        journal.append(&[entry("change of source", Change::ReplaceSources(sources.clone()))]).unwrap();
        let cost = length(&desk) - before;
        assert!(cost < MOST, "{cost}");
    }
    drop(journal);
    assert_eq!(recover(&desk.found()).unwrap().project.sources(), &sources);
}

#[test]
fn a_mark_of_5_mb_is_written_without_its_words() {
    let text = article(5_000_000);
    let project = Project::new(Article { text: text.clone(), card: Card::default() });
    let desk = Desk { project, ..Desk::new() };
    let journal = desk.begin(None);
    let before = length(&desk);
    let insert = entry("mark as claim", Change::Insert(Arc::new(claim(&text, 5_000_000))));
    journal.append(std::slice::from_ref(&insert)).unwrap();
    assert!(length(&desk) - before < 2 * MOST, "{}", length(&desk) - before);
    drop(journal);
    let recovery = desk.found();
    assert_eq!((recover(&recovery).unwrap().entries, recovery.lock_owner()), (vec![insert], Some(ines())));
}
