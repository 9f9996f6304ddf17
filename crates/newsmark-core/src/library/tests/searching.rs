use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::find::Query;
use crate::library::passages::Passages;
use crate::library::{Hit, HitPlace, ProjectHits, Search, SearchCache};
use crate::model::{AttributionPart, Comment, CommentId, SourceField};
use crate::store::strategies::any_project;
use crate::store::{Printed, parse};

const TEXT: &str = "Shelling of Karsa\n\nAt least 12 people died, said the town’s mayor, and at least two more were \
                    missing on the far side of the river when night fell over the valley.\n\nقُتِلَ خمسة.";

fn rich() -> Project {
    let marks = [
        ("At least 12 people", Category::Casualties, Status::Draft),
        ("at least two more", Category::Casualties, Status::Draft),
        ("missing on the far side of the river", Category::Claims, Status::Draft),
    ];
    let mut project = project("Shelling of Karsa", TEXT, &marks);
    let mut first = Annotation::clone(&project.annotations().iter().next().unwrap().clone());
    first.note = "Compare with the “ministry\\update” of March".to_owned();
    let said = Anchored::taken(
        &project.article().text,
        Span::new(TEXT.find("said").unwrap(), TEXT.find(" the town").unwrap()).unwrap(),
    );
    let cue = FieldPath::Attribution(AttributionPart::Cue);
    first.set_field(cue, FieldValue::Words(Some(said))).unwrap();
    first.set_field(FieldPath::Attribution(AttributionPart::Via), FieldValue::Text("State radio".to_owned())).unwrap();
    let (author, text) = (first.author.clone(), "Who counted them?".to_owned());
    first.comments.push(Comment { id: CommentId::from_u64(1), author, time: Time(0), text });
    let mayor = Source { role: "Mayor of Karsa".to_owned(), ..Source::named(SourceId::from_u64(1), "Ilo Teres") };
    project.apply(crate::model::Change::Replace(Arc::new(first))).unwrap();
    project.apply(crate::model::Change::ReplaceSources(Sources::of(vec![mayor]))).unwrap();
    project
}

struct SearchCaches {
    folder: tempfile::TempDir,
    search_cache: SearchCache,
}

impl SearchCaches {
    fn new() -> SearchCaches {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "a.ron", &rich());
        put(folder.path(), "b.ron", &project("Port of Lir", "Six boats left the harbour.", &[]));
        fs::write(folder.path().join("cut.ron"), "(version: 1, at least").unwrap();
        SearchCaches { folder, search_cache: SearchCache::default() }
    }

    fn search(&self, query: &Query) -> Search {
        let entries = scanned(self.folder.path(), &[]).entries;
        self.search_cache.search(&entries, &query.pattern().unwrap(), &|| false, &|_| {}).unwrap()
    }

    /// The hits in the first project, with their words in brackets.
    fn found(&self, needle: &str) -> Vec<String> {
        let search = self.search(&Query { needle: needle.to_owned(), ..Query::default() });
        search.found.first().map(|found| found.hits.iter().map(line).collect()).unwrap_or_default()
    }
}

fn line(hit: &Hit) -> String {
    format!("{}[{}]{}", hit.before, hit.words, hit.after)
}

#[test]
fn hits_stand_in_their_context_with_the_marks_over_them() {
    let search_caches = SearchCaches::new();
    let search = search_caches.search(&Query { needle: "AT LEAST".to_owned(), ..Query::default() });
    assert_eq!((search.found.len(), search.n_hits(), search.n_unread), (1, 2, 1));
    let ProjectHits { entry, hits, .. } = &search.found[0];
    assert_eq!(entry.title(), "Shelling of Karsa");
    assert_eq!(line(&hits[0]), "[At least] 12 people died, said the town’s mayor, and at …");
    assert_eq!(
        line(&hits[1]),
        "… 12 people died, said the town’s mayor, and [at least] two more were missing on the far side of the …"
    );
    assert_eq!(hits[0].marks, [(AnnotationId::from_u64(0), Category::Casualties)]);
    assert_eq!(hits[1].marks, [(AnnotationId::from_u64(1), Category::Casualties)]);
    assert_eq!(hits[0].paragraph, Some(1));
}

#[test]
fn notes_fields_sources_and_cards_are_searched() {
    let search_caches = SearchCaches::new();
    let place = |needle: &str| {
        let search = search_caches.search(&Query { needle: needle.to_owned(), ..Query::default() });
        search.found[0].hits[0].place
    };
    let id = AnnotationId::from_u64(0);
    assert_eq!(place("ministry\\update"), HitPlace::Field(id, Category::Casualties, FieldPath::Note));
    let via = FieldPath::Attribution(AttributionPart::Via);
    assert_eq!(place("state radio"), HitPlace::Field(id, Category::Casualties, via));
    assert_eq!(place("who counted"), HitPlace::Comment(id, Category::Casualties));
    assert_eq!(place("mayor of"), HitPlace::Source(SourceId::from_u64(1), SourceField::Role));
    assert_eq!(place("ilo teres"), HitPlace::Source(SourceId::from_u64(1), SourceField::Name));
    assert_eq!(place("Valley Radio"), HitPlace::Card("Outlet"));
}

#[test]
fn words_are_found_as_the_article_s_own_search_finds_them() {
    let search_caches = SearchCaches::new();
    assert_eq!(search_caches.found("قتل خمسه"), ["[قُتِلَ خمسة]."]);
    assert_eq!(search_caches.found("town's").len(), 1, "typographic quotes are their plain forms");
    assert_eq!(search_caches.found("nowhere at all"), [] as [&str; 0]);
    assert_eq!(search_caches.found("harm:"), [] as [&str; 0], "the names of a file's fields are no words of it");
}

#[test]
fn words_taken_from_the_article_are_found_there_once() {
    assert_eq!(SearchCaches::new().found("said").len(), 1);
}

#[test]
fn nothing_is_found_across_two_fields() {
    let search_caches = SearchCaches::new();
    assert_eq!(search_caches.found("Teres Mayor").len(), 0);
    let expression =
        Query { needle: "Teres\\s+\\S*\\s+Mayor".to_owned(), regular_expression: true, ..Query::default() };
    assert_eq!(search_caches.search(&expression).n_hits(), 0);
}

#[test]
fn a_second_search_and_one_by_expression_find_the_same() {
    let search_caches = SearchCaches::new();
    let words = Query { needle: "boats".to_owned(), ..Query::default() };
    let first = search_caches.search(&words);
    assert_eq!((first.n_hits(), search_caches.search(&words)), (1, first.clone()));
    let expression = Query { needle: "b[aeiou]+ts".to_owned(), regular_expression: true, ..Query::default() };
    assert_eq!(search_caches.search(&expression).found, first.found);
}

#[test]
fn a_project_that_changed_is_read_again() {
    let search_caches = SearchCaches::new();
    assert_eq!(search_caches.search(&Query { needle: "boats".to_owned(), ..Query::default() }).n_hits(), 1);
    put(
        search_caches.folder.path(),
        "b.ron",
        &project("Port of Lir", "Six ships left the harbour, and no boats, no boats.", &[]),
    );
    assert_eq!(search_caches.search(&Query { needle: "boats".to_owned(), ..Query::default() }).n_hits(), 2);
}

#[test]
fn a_search_that_nobody_waits_for_ends() {
    let search_caches = SearchCaches::new();
    let entries = scanned(search_caches.folder.path(), &[]).entries;
    let pattern = Query { needle: "boats".to_owned(), ..Query::default() }.pattern().unwrap();
    assert!(search_caches.search_cache.search(&entries, &pattern, &|| true, &|_| {}).is_none());
}

#[test]
fn a_project_that_vanished_is_counted_and_keeps_nobody_from_the_others() {
    let search_caches = SearchCaches::new();
    let entries = scanned(search_caches.folder.path(), &[]).entries;
    fs::remove_file(search_caches.folder.path().join("a.ron")).unwrap();
    let pattern = Query { needle: "boats".to_owned(), ..Query::default() }.pattern().unwrap();
    let search = search_caches.search_cache.search(&entries, &pattern, &|| false, &|_| {}).unwrap();
    assert_eq!((search.n_hits(), search.n_unread), (1, 2));
}

proptest! {
    #[test]
    fn what_stands_in_a_project_stands_in_its_file_as_it_is_searched(
        project in any_project(),
        at in any::<Index>(),
        length in 1usize..12,
        match_case in any::<bool>(),
        match_diacritics in any::<bool>(),
    ) {
        let printed = Printed::of(&project);
        let written = printed.as_str();
        let letters: Vec<char> = written.chars().collect();
        let start = at.index(letters.len());
        let needle: String = letters[start..(start + length).min(letters.len())].iter().collect();
        let query = Query { needle, match_case, match_diacritics, ..Query::default() };
        if let Ok(pattern) = query.pattern() {
            let passages = Passages::of(&parse(printed.as_bytes()).unwrap().project);
            let (_, n_hits) = passages.search(&pattern, 9, &|| false).unwrap();
            let is_read = written.contains('\\') || pattern.may_be_within(written);
            prop_assert!(is_read || n_hits == 0, "{:?} in {written}", query.needle);
        }
    }
}
