//! The sample projects are read without a warning, are what the program
//! saves, and mark whole characters of the articles they come from.

#![expect(clippy::unwrap_used, reason = "a sample that is not there fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use newsmark::check::{Severity, problems};
use newsmark::figures::{ConflictKind, Ledger, Why};
use newsmark::model::{
    Anchored, Annotation, AnnotationId, Category, Digest, FieldPath, FieldValue, FigurePart, GroupKind, Project, Span,
    Text,
};
use newsmark::store::{self, Printed};

struct Sample {
    name: String,
    bytes: Vec<u8>,
    article: Vec<u8>,
}

fn samples() -> Vec<Sample> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut projects: Vec<PathBuf> =
        fs::read_dir(root.join("projects")).unwrap().map(|entry| entry.unwrap().path()).collect();
    projects.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    projects.sort();
    assert!(projects.len() >= 3, "the samples are there");
    let sample = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let article = root.join("assets/articles").join(&name).with_extension("txt");
        Sample { bytes: fs::read(path).unwrap(), article: fs::read(article).unwrap(), name }
    };
    projects.into_iter().map(sample).collect()
}

fn project(sample: &Sample) -> Project {
    let loaded = store::parse(&sample.bytes).unwrap_or_else(|error| panic!("{}: {error}", sample.name));
    assert_eq!(loaded.warnings, [], "{}", sample.name);
    loaded.project
}

fn sample(name: &str) -> Project {
    project(samples().iter().find(|sample| sample.name == name).unwrap())
}

/// The words that an annotation marks.
fn marked(project: &Project, id: AnnotationId) -> String {
    let spans = project.annotation(id).unwrap().spans.iter();
    spans.map(|span| project.article().text.words(span)).collect::<Vec<_>>().join(" … ")
}

/// The words of every field that has some, with the field.
fn anchored(annotation: &Annotation) -> Vec<(FieldPath, Anchored<String>)> {
    let paths = annotation.fields().into_iter();
    paths
        .filter_map(|path| match annotation.field(path)? {
            FieldValue::Words(words) => Some((path, words?)),
            _ => None,
        })
        .collect()
}

fn assert_whole(text: &Text, span: Span, what: &str) {
    let words = text.words(span);
    assert!(text.is_boundary(span.start()) && text.is_boundary(span.end()), "{what}: {words:?} cuts a character");
    assert_eq!(words, words.trim(), "{what} begins or ends with white space");
}

#[test]
fn a_sample_is_what_the_program_saves() {
    for sample in samples() {
        let printed = Printed::of(&project(&sample));
        // A change of the format writes the samples anew: UPDATE_SAMPLES=1.
        if std::env::var_os("UPDATE_SAMPLES").is_some() {
            std::fs::write(format!("projects/{}.ron", sample.name), printed.as_bytes()).unwrap();
            continue;
        }
        assert!(printed.as_bytes() == sample.bytes, "{} is printed to other bytes", sample.name);
    }
}

#[test]
fn a_sample_holds_its_article_to_the_byte() {
    for sample in samples() {
        let project = project(&sample);
        let article = project.article();
        assert!(article.text.as_bytes() == sample.article, "{} holds another text", sample.name);
        assert_eq!(article.card.original.name, format!("{}.txt", sample.name));
        assert_eq!(article.card.original.sha256, Some(Digest::of(&sample.article)), "{}", sample.name);
        let title = article.card.title.anchor.as_ref().and_then(|anchor| anchor.at).expect("the title is in the text");
        assert_eq!(article.text.words(title), article.card.title.value);
    }
}

#[test]
fn a_sample_marks_whole_characters_and_no_white_space_around_them() {
    for sample in samples() {
        let project = project(&sample);
        let text = &project.article().text;
        for annotation in project.annotations() {
            let what = format!("{} {}", sample.name, annotation.id);
            annotation.spans.iter().for_each(|span| assert_whole(text, span, &what));
            for (path, words) in anchored(annotation) {
                let at =
                    words.anchor.and_then(|anchor| anchor.at).unwrap_or_else(|| panic!("{what} {path} has a place"));
                assert_whole(text, at, &format!("{what} {path}"));
            }
        }
    }
}

#[test]
fn a_figure_stands_within_its_mark() {
    for sample in samples() {
        for annotation in project(&sample).annotations() {
            let Some(FieldValue::Words(Some(figure))) = annotation.field(FieldPath::Figure(FigurePart::Text)) else {
                continue;
            };
            let at = figure.anchor.and_then(|anchor| anchor.at).unwrap();
            let within = annotation.spans.iter().any(|span| span.encloses(at));
            assert!(within, "{} {}: {}", sample.name, annotation.id, figure.value);
        }
    }
}

#[test]
fn every_sample_shows_all_four_categories() {
    for sample in samples() {
        let project = project(&sample);
        for category in Category::ALL {
            let shown = project.annotations().iter().any(|annotation| annotation.category() == category);
            assert!(shown, "{} has no {}", sample.name, category.name());
        }
    }
}

#[test]
fn every_sample_has_a_conflict_a_part_an_update_and_an_open_ended_total() {
    for sample in samples() {
        let ledger = Ledger::of(&project(&sample));
        let rows = || ledger.rows.iter();
        let is_replaced = |why| matches!(why, Why::Replaced(_));
        let is_open = |row: &newsmark::figures::Row| row.total.is_some_and(|total| total.open_above);
        assert!(!ledger.conflicts.is_empty(), "{} has no conflict", sample.name);
        assert!(rows().any(|row| !row.parts.is_empty()), "{} has no part", sample.name);
        let updates = rows().flat_map(|row| &row.not_counted).filter(|record| is_replaced(record.why)).count();
        assert!(updates > 0, "{} has no update", sample.name);
        assert!(rows().any(is_open), "{} has no open-ended total", sample.name);
        assert_eq!(ledger.n_errors, 0, "{}", sample.name);
    }
}

#[test]
fn no_sample_contradicts_itself_or_warns() {
    for sample in samples() {
        let mut problems = problems(&project(&sample), &[]);
        problems.retain(|problem| problem.severity != Severity::Note);
        let said: Vec<String> = problems.iter().map(|problem| format!("{}: {}", problem.kind, problem.why)).collect();
        assert_eq!(said, [""; 0], "{}", sample.name);
    }
}

#[test]
fn the_totals_of_the_market_are_those_of_its_article() {
    let project = sample("karsa-market");
    let ledger = Ledger::of(&project);
    let cells = ledger.rows.iter().map(|row| match row.total {
        Some(total) => {
            format!("{}: {} {} {}", row.label(), total.low_cell(), total.best_cell(), total.high_cell())
        }
        None => format!("{}: none", row.label()),
    });
    let expected = [
        "Killed: 12 12 open",
        "Injured: 63 63 63",
        "Missing: 3 3 3",
        "Detained: 24 24 open",
        "Displaced, flow: – 4,300 –",
        "Displaced, flow (dwellings): 26 26 open",
        "Displaced, flow (per cent): none",
        "Displaced, stock: 100 100 open",
        "Displaced, stock (households): – 900 –",
        "At risk: open – 1,500",
        "At risk (households): 2,000 2,000 2,000",
        "Visits (households): 12 12 open",
    ];
    assert_eq!(cells.collect::<Vec<_>>(), expected);

    let killed = &ledger.rows[0];
    let children = killed.groups.iter().find(|group| group.who == GroupKind::Children).unwrap();
    assert_eq!(children.amount.map(|amount| amount.words()).as_deref(), Some("5"));
    assert_eq!(
        killed.largest().map(|share| (share.account.name(&project), share.percent())),
        Some(("District health office", 100))
    );
    let tolls: Vec<String> = ledger.cumulative.iter().map(|toll| toll.amount.words()).collect();
    assert_eq!(tolls, ["214", "18,000", "nearly 31,000"]);
}

#[test]
fn the_market_is_told_by_two_sides_that_do_not_agree() {
    let project = sample("karsa-market");
    let conflicts = Ledger::of(&project).conflicts;
    let told: Vec<_> =
        conflicts.iter().map(|conflict| (conflict.kind, conflict.ids.map(|id| marked(&project, id)))).collect();
    let told: Vec<_> = told.iter().map(|(kind, [one, other])| (*kind, one.as_str(), other.as_str())).collect();
    let expected = [
        (
            ConflictKind::Responsibility,
            "accused the army of shelling it twice, the second time as rescuers arrived",
            "one of the group’s own rockets had fallen short",
        ),
        (ConflictKind::Figures, "18,000 people have fled", "close to 31,000"),
    ];
    assert_eq!(told, expected);
}
