//! What stands under the article: the ledger and the list of problems.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;
use newsmark::model::{
    Annotation, AnnotationId, Article, Card, Category, Dimension, FieldPath, FieldValue, FigurePart, Harm, Person,
    Project, ProjectParts, Qualifier, ScopeKind, Span, Text, Unit, Vocabulary,
};
use newsmark::store::Printed;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, NONE};

const TEXT: &str = "At least 12 people were killed in Karsa, the office said.\nFive of them were children.\nTwo more died in Marrec.\n";

fn choice(vocabulary: &'static Vocabulary, name: &str) -> FieldValue {
    let index = vocabulary.terms.iter().position(|term| term.name == name).unwrap();
    FieldValue::Choice(vocabulary, index)
}

/// A mark of people killed over `words`, with low and best, and its scope.
fn killed(id: u64, words: &str, qualifier: &str, count: u64, scope: (&str, Option<u64>)) -> Annotation {
    let start = TEXT.find(words).unwrap();
    let span = Span::new(start, start + words.len()).unwrap();
    let author = Person::new("Ines Varga").unwrap();
    let mut annotation = Annotation::draft(AnnotationId::from_u64(id), span, Category::Casualties, author);
    let high = (qualifier == "Exact").then_some(count);
    let figure = FieldPath::Figure;
    for (path, value) in [
        (FieldPath::Harm, choice(Harm::VOCABULARY, "Killed")),
        (figure(FigurePart::Qualifier), choice(Qualifier::VOCABULARY, qualifier)),
        (figure(FigurePart::Low), FieldValue::Number(Some(count))),
        (figure(FigurePart::Best), FieldValue::Number(Some(count))),
        (figure(FigurePart::High), FieldValue::Number(high)),
        (figure(FigurePart::Unit), choice(Unit::VOCABULARY, "Person")),
        (FieldPath::Scope, choice(ScopeKind::VOCABULARY, scope.0)),
        (FieldPath::ScopeOf, FieldValue::Mark(scope.1.map(AnnotationId::from_u64))),
    ] {
        annotation.set_field(path, value).unwrap();
    }
    annotation
}

fn open(annotations: Vec<Annotation>) -> (Folder, Desk) {
    let article = Article { text: Text::new(TEXT.to_owned()), card: Card::default() };
    let project = Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(article) }).unwrap();
    let folder = Folder::of_ines();
    folder.put("karsa.ron", Printed::of(&project).as_bytes());
    let desk = Desk::open(&folder, "karsa.ron");
    (folder, desk)
}

fn three() -> Vec<Annotation> {
    vec![
        killed(1, "At least 12 people were killed", "AtLeast", 12, ("Event", None)),
        killed(2, "Five of them were children", "Exact", 5, ("PartOf", Some(1))),
        killed(3, "Two more died", "Exact", 2, ("Additional", Some(1))),
    ]
}

#[test]
fn the_ledger_adds_up_and_each_number_leads_to_its_words() {
    let (_folder, mut desk) = open(three());
    desk.press(CTRL, Key::L);
    assert!(desk.focused().starts_with("Killed: low 14"), "{}", desk.focused());
    desk.assert_says("Killed: low 14, best 14, high open, records 3");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.selected(), "Casualties: At least 12 people were killed (Killed · ≥ 12 persons)");
    desk.press(NONE, Key::Enter);
    assert_eq!(
        desk.selected(),
        "Casualties: Two more died (Killed · 2 persons · on top of “At least 12 people were killed”, ¶ 1)",
        "those that count come first"
    );
    desk.press(NONE, Key::ArrowRight);
    desk.assert_says("“Five of them were children”, ¶ 2, Part of another figure");
    desk.press(NONE, Key::ArrowLeft);
    assert!(!desk.has("“Five of them were children”, ¶ 2, Part of another figure"));
    desk.press(CTRL, Key::L);
    assert_eq!(desk.focused(), "Article");
}

#[test]
fn the_ledger_follows_every_edit() {
    let (_folder, mut desk) = open(three());
    desk.press(CTRL, Key::L);
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Delete);
    desk.assert_says("no total");
    desk.press(CTRL, Key::Z);
    desk.assert_says("Killed: low 14, best 14, high open, records 3");
}

#[test]
fn two_figures_of_one_fact_that_cannot_both_hold_stand_against_each_other() {
    let (_folder, mut desk) = open(vec![
        killed(1, "At least 12 people were killed", "Exact", 12, ("Event", None)),
        killed(3, "Two more died", "Exact", 2, ("SameAs", Some(1))),
    ]);
    desk.press(CTRL, Key::L);
    desk.assert_says("In conflict");
    desk.click("Show the second");
    assert_eq!(
        desk.selected(),
        "Casualties: Two more died (Killed · 2 persons · same as “At least 12 people were killed”, ¶ 1)"
    );
}

#[test]
fn a_problem_leads_to_its_field_and_is_mended_in_one_step() {
    let mut bad = killed(1, "At least 12 people were killed", "Range", 12, ("Event", None));
    bad.set_field(FieldPath::Figure(FigurePart::High), FieldValue::Number(Some(9))).unwrap();
    let (_folder, mut desk) = open(vec![bad]);
    assert!(desk.has("1 error"), "{:?}", desk.said());
    desk.press(CTRL_SHIFT, Key::M);
    assert_eq!(desk.focused(), "Error: Best 12 is above high 9");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.selected(), "Casualties: At least 12 people were killed (Killed · 12–9 persons)");
    let label = desk.document().problems.get(0).and_then(|problem| problem.fix.clone()).unwrap().label;
    desk.click(&label);
    assert!(!desk.has("1 error"), "{:?}", desk.said());
    desk.press(CTRL, Key::Z);
    assert!(desk.has("1 error"));
}

#[test]
fn a_warning_is_dismissed_with_a_reason_that_is_kept_and_can_be_taken_back() {
    let big = killed(1, "At least 12 people were killed", "AtLeast", 12_000, ("Event", None));
    let (folder, mut desk) = open(vec![big]);
    assert!(desk.has("1 warning"), "{:?}", desk.said());
    desk.press(CTRL_SHIFT, Key::M);
    let warnings = |desk: &Desk| desk.document().problems.count(newsmark::check::Severity::Warning);
    let row = (0..desk.document().problems.len())
        .find(|row| desk.document().problems.get(*row).unwrap().severity == newsmark::check::Severity::Warning)
        .unwrap();
    desk.press_times(row, NONE, Key::ArrowDown);
    desk.click("Dismiss…");
    desk.write("The town is that large.");
    desk.press(NONE, Key::Enter);
    assert_eq!(warnings(&desk), 0);
    desk.press(CTRL, Key::S);
    let saved = newsmark::store::load(&folder.path("karsa.ron")).unwrap().project;
    let dismissed = &saved.annotations().get(0).unwrap().dismissed;
    assert_eq!((dismissed.len(), dismissed[0].reason.as_str()), (1, "The town is that large."));
    assert_eq!(dismissed[0].by.name(), "Ines Varga");
    desk.click("Restore");
    assert_eq!(warnings(&desk), 1);
}

#[test]
fn records_without_a_unit_stand_in_one_quiet_line_that_leads_to_them() {
    let mut all = three();
    for (n, harm) in [(1, "Injured"), (2, "Missing")] {
        all[n].set_field(FieldPath::Harm, choice(Harm::VOCABULARY, harm)).unwrap();
        all[n].set_field(FieldPath::Scope, choice(ScopeKind::VOCABULARY, "Event")).unwrap();
        all[n].set_field(FieldPath::Figure(FigurePart::Unit), choice(Unit::VOCABULARY, "Unspecified")).unwrap();
    }
    let (_folder, mut desk) = open(all);
    desk.press(CTRL, Key::L);
    let line = "2 records have no unit: “Five of them were children”, ¶ 2; “Two more died”, ¶ 3";
    assert!(desk.has(line), "{:#?}", desk.said());
    assert!(!desk.said().iter().any(|said| said.starts_with("Injured:") || said.starts_with("Missing:")));
    desk.press(NONE, Key::End);
    desk.press(NONE, Key::Enter);
    assert!(desk.selected().starts_with("Casualties: Five of them"), "{}", desk.selected());
    desk.click(line);
    assert!(desk.selected().starts_with("Casualties: Two more"), "{}", desk.selected());
}

/// The end of the row of those killed, where these marks name one source.
fn end_of_row(marks: &[usize]) -> image::RgbaImage {
    let (_folder, mut desk) = open(three());
    for mark in marks {
        desk.press(CTRL, Key::Home);
        desk.press(NONE, Key::Escape);
        desk.press_times(*mark, NONE, Key::J);
        desk.click("Source");
        desk.write_and_enter("The health office of the district of Karsa and of the towns around it");
        desk.press(NONE, Key::Escape);
        desk.press_times(*mark, NONE, Key::K);
    }
    desk.press(CTRL, Key::L);
    let row = desk.harness.get_by_label_contains("Killed: low 14").rect();
    desk.picture(row.with_min_x(row.right() - 150.0))
}

#[test]
fn a_share_is_whole_beside_a_long_name() {
    assert_ne!(end_of_row(&[1]), end_of_row(&[1, 3]), "86% and 100% look the same");
}

#[test]
fn a_part_that_says_no_unit_takes_that_of_its_whole_in_the_same_step() {
    let mut all = three();
    all[1] = killed(2, "Five of them were children", "Exact", 5, ("Unspecified", None));
    let unit = FieldPath::Figure(FigurePart::Unit);
    all[1].set_field(unit, choice(Unit::VOCABULARY, "Unspecified")).unwrap();
    let (_folder, mut desk) = open(all);
    let held = |desk: &Desk, path| desk.project().annotations()[1].field(path).unwrap();
    desk.press_times(2, NONE, Key::J);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Scope");
    desk.write("part");
    desk.press(NONE, Key::Enter);
    assert_eq!(held(&desk, unit), choice(Unit::VOCABULARY, "Unspecified"));
    desk.tab_to("Of");
    desk.write("12");
    desk.press(NONE, Key::Enter);
    assert_eq!(held(&desk, unit), choice(Unit::VOCABULARY, "Person"));
    desk.assert_says("The unit was taken from “At least 12 people were killed”, ¶ 1: persons");
    desk.press(CTRL, Key::Z);
    assert_eq!(held(&desk, unit), choice(Unit::VOCABULARY, "Unspecified"));
    assert_eq!(held(&desk, FieldPath::ScopeOf), FieldValue::Mark(None));
    assert_eq!(held(&desk, FieldPath::Scope), choice(ScopeKind::VOCABULARY, "PartOf"));
}

#[test]
fn a_part_of_several_says_by_what_it_divides_its_whole_and_what_its_words_say_is_offered() {
    let mut all = three();
    all[2] = killed(3, "Two more died", "Exact", 2, ("PartOf", Some(1)));
    let (_folder, mut desk) = open(all);
    let by = |desk: &Desk, n: usize| desk.project().annotations()[n].field(FieldPath::ScopeBy).unwrap();
    desk.press_times(2, NONE, Key::J);
    desk.assert_says("Its whole has 2 parts, and by its words this one divides it by group");
    desk.click("Set it");
    assert_eq!(by(&desk, 1), choice(Dimension::VOCABULARY, "Group"));
    desk.press(CTRL, Key::L);
    desk.assert_says("the rest of “At least 12 people were killed”, ¶ 1, by group: low 7, best 7, high open");
    desk.press(CTRL, Key::L);
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Divided by");
    desk.write("place");
    desk.press(NONE, Key::Enter);
    assert_eq!(by(&desk, 2), choice(Dimension::VOCABULARY, "Place"));
    desk.press(CTRL, Key::Z);
    assert_eq!(by(&desk, 2), choice(Dimension::VOCABULARY, "Unspecified"));
}

#[test]
fn an_unknown_number_is_said_beside_the_total() {
    let mut all = three();
    let qualifier = FieldPath::Figure(FigurePart::Qualifier);
    all[2].set_field(qualifier, choice(Qualifier::VOCABULARY, "UnknownPlural")).unwrap();
    for part in [FigurePart::Low, FigurePart::Best, FigurePart::High] {
        all[2].set_field(FieldPath::Figure(part), FieldValue::Number(None)).unwrap();
    }
    let (_folder, mut desk) = open(all);
    desk.press(CTRL, Key::L);
    desk.assert_says("Killed: low 12, best 12, high open, and an unknown number");
}
