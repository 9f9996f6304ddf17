//! Two editors' projects of one article, side by side, and what is decided between them.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use eframe::egui::{Key, vec2};
use newsmark::model::{
    Annotation, Category, Details, FieldPath, FigurePart, Part, Person, Project, ProjectParts, Qualifier, Scope,
    ScopeKind, Span, Spans, Text,
};
use newsmark::store::{Expected, Printed, parse};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, NONE};

const KARSA: &[u8] = include_bytes!("../../projects/karsa-market.ron");
const LIR: &[u8] = include_bytes!("../../projects/port-of-lir.ron");

/// The folder of Ines, with a project of hers and one of Tomas: he reads the dead as 12 in fewer words, marks the
/// children in more, has a claim of his own and not her share of households.
pub fn folder() -> Folder {
    let folder = Folder::of_ines();
    let sample = parse(KARSA).unwrap().project;
    let text = sample.article().text.clone();
    let at = |words: &str| Span::new(text.find(words).unwrap(), text.find(words).unwrap() + words.len()).unwrap();
    let common = ["killing at least 12 people", "wounding dozens", "Five of the dead were children"];
    let of = |name: &str, words: &[&str]| -> Vec<Annotation> {
        let person = Person::new(name).unwrap();
        let is_wanted = |mark: &&std::sync::Arc<Annotation>| {
            words.contains(&text.words(mark.spans.as_slice()[0])) && mark.category() != Category::Claims
        };
        let by = |mark: &std::sync::Arc<Annotation>| {
            let mut mark = Annotation { author: person.clone(), editor: person.clone(), ..Annotation::clone(mark) };
            // The reports that the first one brings up to date are not among these.
            if let (Details::Casualties(record), "killing at least 12 people") =
                (&mut mark.details, text.words(mark.spans.as_slice()[0]))
            {
                record.scope = Scope { kind: ScopeKind::Event, ..Scope::default() };
            }
            mark
        };
        sample.annotations().iter().filter(is_wanted).map(by).collect()
    };
    let put = |name: &str, annotations: Vec<Annotation>| {
        let (article, sources) = (sample.article().clone(), sample.sources().clone());
        let parts = ProjectParts { annotations, sources, ..ProjectParts::of(article) };
        let project = Project::from_parts(parts).unwrap();
        Printed::of(&project).save(&folder.path(name), Expected::Anything).unwrap();
    };
    put("ines.ron", of("Ines Varga", &[common[0], common[1], common[2], "35% a week earlier"]));
    let mut tomas = of("Tomas Reed", &common);
    for mark in &mut tomas {
        let words = text.words(mark.spans.as_slice()[0]);
        if words == common[0] {
            mark.spans = Spans::from(at("at least 12 people"));
            if let Details::Casualties(record) = &mut mark.details {
                record.figure.qualifier = Qualifier::Exact;
                record.figure.high = record.figure.low;
            }
        } else if words == common[2] {
            mark.spans = Spans::from(at("Five of the dead were children, the health office said"));
        }
    }
    let claim = newsmark::model::AnnotationId::from_u64(7);
    let person = Person::new("Tomas Reed").unwrap();
    tomas.push(Annotation::draft(claim, Spans::from(at("the district health office")), Category::Claims, person));
    put("tomas.ron", tomas);
    folder
}

/// A window with Ines’s project, compared with that of Tomas.
pub fn comparing(folder: &Folder) -> Desk {
    compared_in(Desk::open(folder, "ines.ron"), folder)
}

fn compared_in(mut desk: Desk, folder: &Folder) -> Desk {
    desk.press(CTRL, Key::Num3);
    desk.assert_says("Open a second project of this article to compare");
    desk.click("Open…");
    desk.write_path(&folder.path("tomas.ron"));
    desk
}

/// How many files of decisions there are.
fn n_kept(folder: &Folder) -> usize {
    std::fs::read_dir(folder.platform.comparisons()).map_or(0, Iterator::count)
}

/// Decides everything by keys, from the first difference on.
fn decide_all(desk: &mut Desk) {
    for key in [Key::ArrowLeft, Key::ArrowRight, Key::Enter] {
        desk.press(NONE, key);
    }
    for key in [Key::ArrowRight, Key::Enter, Key::ArrowRight, Key::Enter, Key::ArrowLeft, Key::Enter, Key::A] {
        desk.press(NONE, key);
    }
}

#[test]
fn without_a_second_project_enter_asks_for_one() {
    let folder = folder();
    let mut desk = Desk::open(&folder, "ines.ron");
    desk.press(CTRL, Key::Num3);
    desk.press(NONE, Key::Enter);
    desk.assert_says("Compare with");
}

#[test]
fn two_projects_are_adjudicated_by_keys_alone_and_the_result_is_a_new_project() {
    let folder = folder();
    let mut desk = comparing(&folder);
    desk.assert_says("Differences, 4");
    desk.assert_says("0 of 4 settled");
    desk.assert_says("1 of 5 marks cover the same words");
    desk.assert_says("Killed ≥ 12 → 12 if Tomas’s is taken");
    desk.assert_says("Casualties, ≥ 12 persons against 12 persons: Qualifier, High, and 1 more. Ines: ≥ 12 persons");
    desk.assert_says("Tomas: 12 persons (Exact, 12)");
    let before = (folder.read("ines.ron"), folder.read("tomas.ron"));

    desk.press(NONE, Key::ArrowLeft);
    desk.press(NONE, Key::ArrowRight);
    desk.press(NONE, Key::Enter);
    desk.assert_says("1 of 4 settled");
    desk.press(CTRL, Key::Z);
    desk.assert_says("0 of 4 settled");
    desk.press(CTRL_SHIFT, Key::Z);
    desk.assert_says("1 of 4 settled");
    desk.press(NONE, Key::N);
    for key in [Key::ArrowRight, Key::Enter, Key::ArrowRight, Key::Enter, Key::ArrowRight, Key::Enter] {
        desk.press(NONE, key);
    }
    desk.assert_says("4 of 4 settled");
    desk.press(NONE, Key::F);
    desk.assert_says("Accept the mark on which all agree first");
    desk.press(NONE, Key::A);
    desk.press(NONE, Key::F);

    assert_eq!(desk.document().name(), "ines adjudicated.ron");
    assert!(desk.document().is_dirty() && desk.document().file.is_none());
    let marks = desk.marks();
    assert!(marks[0].starts_with("Casualties: killing at least 12 people (Killed · 12 persons"), "{marks:#?}");
    let words: Vec<&str> = marks.iter().filter_map(|mark| mark.split(" (").next()).collect();
    assert_eq!(
        words,
        [
            "Casualties: killing at least 12 people",
            "Casualties: wounding dozens",
            "Claims: the district health office",
            "Casualties: Five of the dead were children, the health office said",
        ]
    );
    let origins = &desk.project().annotations()[0].origins;
    let whose = |part: Part| origins.iter().filter(|o| o.part == part).map(|o| o.person.name()).collect::<Vec<_>>();
    assert_eq!(whose(Part::Boundary), ["Ines Varga"]);
    assert_eq!(whose(Part::Field(FieldPath::Figure(FigurePart::Qualifier))), ["Tomas Reed"]);
    assert_eq!((folder.read("ines.ron"), folder.read("tomas.ron")), before);
    assert_eq!(n_kept(&folder), 0);
}

#[test]
fn the_mouse_decides_the_same_and_goes_to_the_mark_that_is_clicked() {
    let folder = folder();
    let mut desk = comparing(&folder);
    desk.click("Keep Tomas’s");
    desk.assert_says("1 of 4 settled");
    desk.click(
        "Displacement, 35% a week earlier: Only Ines, Displaced · 35 percent · Karsa. \
         Ines: Displaced · 35 percent · Karsa, Tomas: did not mark it",
    );
    desk.assert_says("3 of 4");
    desk.click("Mark, Tomas Reed: Tomas did not mark it");
    desk.press(NONE, Key::Enter);
    desk.assert_says("2 of 4 settled");
    desk.click("Claims: 0 of 1 marks agree");
    desk.assert_says("Differences, 1 of 4");
    desk.click("Show all");
    desk.assert_says("Differences, 4");
    desk.click("Tomas");
    assert!(!desk.has("Only Ines, line below"), "the lines tell of nobody where one alone is shown");
}

#[test]
fn what_is_taken_part_from_one_part_from_the_other_is_settled_by_its_button() {
    let folder = folder();
    let mut desk = comparing(&folder);
    assert!(!desk.has("Settle as ticked"), "all is taken from Ines so far");
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::ArrowRight);
    assert!(!desk.has("Keep Ines’s"), "that would take back what was ticked");
    desk.click("Settle as ticked");
    desk.assert_says("1 of 4 settled");
    for key in [Key::ArrowRight, Key::Enter, Key::ArrowRight, Key::Enter, Key::ArrowRight, Key::Enter, Key::A, Key::F] {
        desk.press(NONE, key);
    }
    let origins = &desk.project().annotations()[0].origins;
    let whose = |part: Part| origins.iter().filter(|o| o.part == part).map(|o| o.person.name()).collect::<Vec<_>>();
    assert_eq!(whose(Part::Boundary), ["Ines Varga"]);
    assert_eq!(whose(Part::Field(FieldPath::Figure(FigurePart::Qualifier))), ["Tomas Reed"]);
}

#[test]
fn a_crash_takes_no_decision_and_the_finished_comparison_leaves_none() {
    let folder = folder();
    let mut desk = comparing(&folder);
    for key in [Key::ArrowLeft, Key::ArrowRight, Key::Enter] {
        desk.press(NONE, key);
    }
    assert_eq!(n_kept(&folder), 1);
    drop(desk);

    let mut desk = comparing(&folder);
    desk.assert_says("1 of 4 settled");
    for key in [Key::ArrowRight, Key::Enter, Key::ArrowRight, Key::Enter, Key::ArrowLeft, Key::Enter, Key::A, Key::F] {
        desk.press(NONE, key);
    }
    let marks = desk.marks();
    assert!(marks[0].starts_with("Casualties: killing at least 12 people (Killed · 12 persons"), "{marks:#?}");
    assert_eq!(n_kept(&folder), 0);
}

#[test]
fn decisions_made_while_the_ones_before_are_written_are_kept_though_the_comparison_is_left() {
    let mut folder = folder();
    let gate = crate::gate::Gate::new();
    folder.platform.disk = std::sync::Arc::clone(&gate) as std::sync::Arc<dyn newsmark::store::Disk>;
    let mut desk = comparing(&folder);
    gate.set("comparisons", crate::gate::Trouble::Hangs);
    let key = |key| eframe::egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
    for pressed in [Key::ArrowLeft, Key::ArrowRight, Key::Enter, Key::ArrowRight, Key::Enter] {
        desk.frame(vec![key(pressed)]);
        desk.frame(Vec::new());
    }
    let closes =
        eframe::egui::Event::Key { key: Key::W, physical_key: None, pressed: true, repeat: false, modifiers: CTRL };
    desk.frame(vec![eframe::egui::Event::ModifiersChanged(CTRL), closes]);
    desk.frame(vec![eframe::egui::Event::ModifiersChanged(NONE)]);
    assert!(desk.window().document().is_none());
    gate.end();
    desk.settle();
    drop(desk);
    let desk = comparing(&folder);
    desk.assert_says("2 of 4 settled");
}

#[test]
fn the_result_is_recovered_after_a_crash() {
    let folder = folder();
    let mut desk = comparing(&folder);
    decide_all(&mut desk);
    desk.press(NONE, Key::F);
    let marks = desk.marks();
    let after = folder.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&after);
    desk.assert_says("Newsmark ended before these were saved");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), marks);
}

#[test]
fn what_is_worked_on_in_between_is_compared_anew_and_decisions_stay() {
    let folder = folder();
    let mut desk = comparing(&folder);
    desk.click("Keep Ines’s");
    desk.assert_says("1 of 4 settled");
    desk.press(CTRL, Key::Num1);
    desk.drag_over("Shells struck");
    desk.press(NONE, Key::Num4);
    desk.press(CTRL, Key::Num3);
    desk.assert_says("1 of 5 settled");
    assert_eq!(n_kept(&folder), 1);
    decide_all(&mut desk);
}

#[test]
fn nothing_edits_the_open_project_while_projects_are_compared() {
    let folder = folder();
    let mut desk = comparing(&folder);
    let marks = desk.marks();
    desk.press(NONE, Key::Delete);
    desk.assert_says("Marks are changed in Annotate");
    desk.press(NONE, Key::B);
    desk.press(NONE, Key::S);
    assert_eq!(desk.marks(), marks);
    assert!(!desk.document().is_dirty());
}

#[test]
fn what_cannot_be_compared_is_told_and_nothing_changes() {
    let folder = folder();
    folder.put("lir.ron", LIR);
    folder.put("broken.ron", "(\n    version: 1,\n    article: (");
    let mut desk = comparing(&folder);
    for (name, sentence) in [
        ("lir.ron", "The projects were not compared. These are projects of different articles"),
        ("broken.ron", "The projects were not compared."),
        ("ines.ron", "ines.ron is the one that is open"),
    ] {
        desk.click("Find a command");
        desk.write_and_enter("Compare with");
        desk.write_path(&folder.path(name));
        desk.assert_says(sentence);
        desk.click("Close");
        desk.assert_says("Differences, 4");
    }
}

#[test]
fn a_third_project_is_compared_beside_the_two() {
    let folder = folder();
    folder.put("third.ron", folder.read("tomas.ron").replace("Tomas Reed", "Lena Torvik"));
    let mut desk = comparing(&folder);
    desk.click("Find a command");
    desk.write_and_enter("Compare with");
    desk.write_path(&folder.path("third.ron"));
    desk.assert_says("With Ines");
    assert!(desk.has("Number, Lena Torvik: 12 persons (Exact, 12)"), "{:#?}", desk.said());
    desk.press(NONE, Key::Num3);
    desk.press(NONE, Key::Enter);
    desk.assert_says("1 of 4 settled");
}

#[test]
fn where_the_texts_differ_is_listed_with_both_wordings_and_leads_to_its_place() {
    let folder = folder();
    let tomas = parse(folder.read("tomas.ron").as_bytes()).unwrap().project;
    let mut article = tomas.article().clone();
    article.text = Text::new(article.text.replace("at least 12 people", "at least 17 people"));
    let annotations = tomas.annotations().iter().map(|mark| Annotation::clone(mark)).collect();
    let later = Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(article) }).unwrap();
    Printed::of(&later).save(&folder.path("later.ron"), Expected::Anything).unwrap();

    let mut desk = Desk::open(&folder, "ines.ron");
    desk.press(CTRL, Key::Num3);
    desk.click("Open…");
    desk.write_path(&folder.path("later.ron"));
    desk.assert_says("The articles differ");
    desk.assert_says("Marks without a certain place");
    desk.click("“12” in Ines’s, “17” in Tomas’s: ¶ 1");
    assert_eq!(desk.selected_words(), "12");
    desk.click("Casualties, at least 17 people: The words of Tomas’s mark do not stand in Ines’s article");
    let head = desk.document().session.selection.head;
    let text = &desk.project().article().text;
    assert!(text[head..].starts_with("12 people were") || text[head..].starts_with("at least 12"), "{}", &text[head..]);
}

#[test]
fn agreement_of_a_field_leads_to_the_marks_in_which_it_differs() {
    let folder = folder();
    // So high that no field has to be scrolled to.
    let desk = Desk::start_with(&folder, &[folder.path("ines.ron")], vec2(1440.0, 2000.0));
    let mut desk = compared_in(desk, &folder);
    desk.assert_says("Casualties fields");
    // At least and Exact, twice Several, twice Exact: α = 1 − (2 / 6) / ((36 − 1 − 4 − 9) / 30).
    desk.click("Casualties: Qualifier, 67 %, α 0.55");
    desk.assert_says("Differences, 1 of 4");
    desk.click("Show all");
    desk.assert_says("Differences, 4");
    assert!(!desk.has("Casualties: Harm, 100 %"), "what agrees is shown when it is asked for");
}

#[test]
fn of_five_projects_the_fifth_is_taken_by_its_key() {
    let folder = folder();
    let mut desk = comparing(&folder);
    for (file, name) in [("c.ron", "Lena Torvik"), ("d.ron", "Ana Sole"), ("e.ron", "Omar Haddad")] {
        folder.put(file, folder.read("tomas.ron").replace("Tomas Reed", name));
        desk.click("Find a command");
        desk.write_and_enter("Compare with");
        desk.write_path(&folder.path(file));
    }
    desk.assert_says("Ana: 12 persons (Exact, 12), Omar: 12 persons (Exact, 12)");
    assert!(!desk.has("Number, Omar Haddad: 12 persons (Exact, 12)"), "three stand side by side");
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::Num5);
    desk.press(NONE, Key::ArrowUp);
    desk.press(NONE, Key::ArrowDown);
    assert!(desk.has("Number, Omar Haddad: 12 persons (Exact, 12)"), "{:#?}", desk.said());
}
