//! What the words state is proposed: marks in the article, values in the form; taken, refused and gone through by key.

use eframe::egui::{Key, vec2};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, NONE, SHIFT};

const OSLEN: &str = "\
Strike on the Oslen road kills at least 14

At least 14 farmers were killed in a suspected drone strike near the village of Tarn on Monday, the district hospital \
said. Nine of them were women.

Some 400 families fled the salt villages after the strike.

“We lay in the ditch and counted the engines,” said Mirel Osk, who drives a milk lorry.
";

fn desk() -> (Folder, Desk) {
    let folder = Folder::proposing();
    folder.put("oslen.txt", OSLEN);
    let desk = Desk::open(&folder, "oslen.txt");
    (folder, desk)
}

/// How many marks are proposed, as the list says.
fn n_proposed(desk: &Desk) -> usize {
    desk.document().proposals.len()
}

#[test]
fn the_sweep_goes_by_key_from_the_first_proposal_to_none() {
    let (_folder, mut desk) = desk();
    let n = n_proposed(&desk);
    assert!(n >= 3, "{n}");
    desk.press(NONE, Key::N);
    desk.assert_says(&format!("1 of {n}"));
    for _ in 0..n {
        if n_proposed(&desk) == 0 {
            break;
        }
        desk.press(NONE, Key::A);
    }
    assert_eq!(n_proposed(&desk), 0);
    assert_eq!(desk.project().annotations().len(), n);
    assert!(desk.said().iter().any(|said| said.starts_with("No proposals left")), "{:?}", desk.said());
}

#[test]
fn what_the_window_says_stands_above_the_bar_of_proposals() {
    let folder = Folder::proposing();
    folder.put(
        "two.txt",
        "Two drovers were killed in Tarn.\n\nThree drovers were killed in Osk.\n\nSome 400 families fled.\n",
    );
    let mut desk = Desk::open(&folder, "two.txt");
    desk.press(NONE, Key::N);
    desk.press(SHIFT, Key::X);
    assert!(desk.said().iter().any(|said| said.starts_with("2 proposals of one rule")), "{:?}", desk.said());
    let (undo, dismiss) = (desk.place_of("Undo"), desk.place_of("Dismiss"));
    assert!(undo.y + 20.0 < dismiss.y, "{undo:?} over {dismiss:?}");
}

#[test]
fn the_keys_of_the_bar_stand_beside_each_other_in_every_width() {
    let folder = Folder::proposing();
    folder.put("two.txt", "Two drovers were killed in Tarn.\n\nThree drovers were killed in Osk.\n");
    for width in (800..1500).step_by(60) {
        let mut desk = Desk::start_with(&folder, &[folder.path("two.txt")], vec2(width as f32, 800.0));
        desk.press(NONE, Key::N);
        let dismiss = desk.rect_of("Dismiss");
        let rule = desk.rects_of("Dismiss 2 of this rule").pop().unwrap_or(dismiss);
        assert!(rule == dismiss || dismiss.right() < rule.left(), "{width}: {dismiss} and {rule}");
        // The form has the same arrows.
        let mut arrows = desk.rects_of("Previous proposal");
        arrows.retain(|arrow| arrow.center().y == dismiss.center().y);
        assert!(arrows.len() == 1 && rule.right() + 4.0 < arrows[0].left(), "{width}: {rule} and {arrows:?}");
    }
}

#[test]
fn accepting_is_one_step_and_undoing_all_gives_the_project_back() {
    let (_folder, mut desk) = desk();
    let before = desk.project().clone();
    let n = n_proposed(&desk);
    desk.press(NONE, Key::N);
    desk.press(NONE, Key::A);
    assert!(!desk.marks().is_empty());
    desk.press(CTRL, Key::Z);
    assert_eq!((desk.project() == &before, n_proposed(&desk)), (true, n));
}

#[test]
fn a_mark_made_by_hand_is_filled_in_with_three_keys_after_its_words_are_selected() {
    let (_folder, mut desk) = desk();
    desk.drag_over("At least 14 farmers were killed");
    let keys = [(NONE, Key::Num1), (CTRL, Key::Enter), (CTRL, Key::Enter)];
    for (modifiers, key) in keys {
        desk.press(modifiers, key);
    }
    let mark = desk.project().annotations().iter().find(|mark| mark.spans.start() > 40).cloned();
    let mark = mark.as_deref().map(|mark| (mark.details.reading(desk.project()), mark.details.clone()));
    let (reading, details) = mark.expect("it was made");
    assert!(reading.starts_with("Killed · ≥ 14 persons"), "{reading}");
    for (path, expected) in [
        ("cause", "AirStrike"),
        ("where.text", "near the village of Tarn"),
        ("when.text", "on Monday"),
        ("attribution.words", "the district hospital"),
        ("attribution.cue", "said"),
    ] {
        let path = path.parse().unwrap();
        let value = format!("{:?}", details.field(path).unwrap());
        let shown = match details.field(path).unwrap() {
            newsmark::model::FieldValue::Choice(list, at) => list.terms[at].name.to_owned(),
            newsmark::model::FieldValue::Words(Some(words)) => words.value,
            _ => value,
        };
        assert_eq!(shown, expected, "{path}");
    }
    let source = details.attribution().source.and_then(|id| desk.project().sources().get(id).cloned());
    assert_eq!(source.map(|source| source.name).as_deref(), Some("the district hospital"));
}

#[test]
fn one_proposed_field_is_taken_by_enter_and_the_next_refused_by_delete() {
    let (_folder, mut desk) = desk();
    desk.drag_over("At least 14 farmers were killed");
    desk.press(NONE, Key::Num1);
    desk.press(NONE, Key::Enter);
    assert!(desk.focused().starts_with("Harm, proposed: Killed"), "{}", desk.focused());
    desk.press(NONE, Key::Enter);
    let mark = desk.project().annotations()[0].clone();
    assert!(mark.details.reading(desk.project()).starts_with("Killed"), "{}", mark.details.reading(desk.project()));
    let next = desk.focused();
    assert!(next.starts_with("Cause, proposed: Air strike"), "{next}");
    desk.press(NONE, Key::Delete);
    assert_ne!(desk.focused(), next);
    assert!(!desk.has(&next), "it is proposed no more");
}

#[test]
fn typing_over_a_proposal_replaces_it() {
    let (_folder, mut desk) = desk();
    desk.drag_over("At least 14 farmers were killed");
    desk.press(NONE, Key::Num1);
    desk.press(NONE, Key::Enter);
    while !desk.focused().starts_with("Where, ") {
        desk.press_tab();
        assert!(!desk.focused().is_empty());
    }
    desk.write("Tarn");
    let mark = desk.project().annotations()[0].clone();
    let place = mark.details.field("where.text".parse().unwrap());
    let Some(newsmark::model::FieldValue::Words(Some(words))) = place else { panic!("{place:?}") };
    assert_eq!((words.value.as_str(), words.anchor), ("Tarn", None));
}

#[test]
fn what_is_dismissed_stays_away_from_the_saved_project() {
    let (folder, mut desk) = desk();
    let n = n_proposed(&desk);
    desk.press(NONE, Key::N);
    desk.press(NONE, Key::X);
    assert_eq!((n_proposed(&desk), desk.marks().len()), (n - 1, 0));
    desk.save_as(&folder.path("oslen.ron"));
    assert!(desk.said().iter().any(|said| said.contains("version 2")), "{:?}", desk.said());
    let mut again = Desk::open(&folder, "oslen.ron");
    again.wait();
    assert_eq!(n_proposed(&again), n - 1);
    again.press(CTRL, Key::S);
    assert!(!again.said().iter().any(|said| said.contains("version 2")), "it is said once");
}

#[test]
fn enter_accepts_and_opens_the_form_and_esc_leaves_the_sweep() {
    let (_folder, mut desk) = desk();
    desk.press(NONE, Key::N);
    desk.press(NONE, Key::Escape);
    assert!(desk.document().proposals.in_hand().is_none());
    desk.press(NONE, Key::N);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.document().session.selected, Some(desk.project().annotations()[0].id));
    assert!(desk.focused().starts_with("Harm"), "{}", desk.focused());
}

#[test]
fn in_review_nothing_is_proposed_and_no_key_reaches_it() {
    let (_folder, mut desk) = desk();
    desk.press(CTRL, Key::Num2);
    assert!(!desk.has("Begin the sweep"));
    desk.press(NONE, Key::N);
    desk.press(SHIFT, Key::X);
    assert!(desk.document().proposals.in_hand().is_none());
    assert!(desk.project().dismissed_proposals().is_empty());
}

#[test]
fn a_project_that_wants_none_has_none_until_somebody_turns_them_on() {
    let (_folder, mut desk) = desk();
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter("Propose nothing");
    desk.wait();
    assert_eq!(n_proposed(&desk), 0);
    desk.press(NONE, Key::N);
    desk.assert_says("Proposals are off in this project");
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter("Propose marks");
    desk.wait();
    assert!(n_proposed(&desk) > 0);
}

#[test]
fn a_part_whose_whole_is_only_proposed_brings_it_in_one_step() {
    let (_folder, mut desk) = desk();
    let part = desk.document().proposals.in_text().iter().find(|one| {
        one.details.scope().is_some_and(|scope| scope.of.is_some_and(|of| desk.document().proposals.get(of).is_some()))
    });
    let id = part.expect("nine of them are a part").id;
    while desk.document().proposals.in_hand().map(|one| one.id) != Some(id) {
        desk.press(NONE, Key::N);
    }
    desk.press(NONE, Key::A);
    assert!(desk.project().annotations().len() >= 2);
    let is_bound = desk.project().annotations().iter().any(|mark| {
        mark.details.scope().and_then(|scope| scope.of).is_some_and(|of| desk.project().annotation(of).is_some())
    });
    assert!(is_bound);
    desk.press(CTRL, Key::Z);
    assert!(desk.project().annotations().is_empty());
}

#[test]
fn a_click_on_proposed_words_takes_them_in_hand() {
    let (_folder, mut desk) = desk();
    desk.click_words(1, "Some 400 [families] fled");
    assert!(desk.document().proposals.in_hand().is_some());
    desk.click("Dismiss");
    assert_eq!(desk.project().dismissed_proposals().len(), 1);
}

/// A file in which a program proposes a claim in the article of that digest.
fn parrots_file(digest: &str) -> String {
    let start = OSLEN.split("a milk lorry").next().map_or(0, |before| before.chars().count());
    format!(
        "{{\"maker\": \"parrot 3\", \"article\": {{\"sha256\": \"{digest}\"}}, \"suggestions\": \
         [{{\"category\": \"Claims\", \"at\": [{{\"start\": {start}, \"end\": {}}}]}}]}}",
        start + "a milk lorry".chars().count()
    )
}

fn is_of_parrot(desk: &Desk) -> bool {
    desk.document().proposals.in_text().iter().any(|one| one.maker == "parrot 3")
}

#[test]
fn proposals_of_another_program_outlive_a_crash_and_go_with_the_project() {
    let (folder, mut desk) = desk();
    folder.put("parrot.json", parrots_file(&desk.project().article().text.sha256().to_string()));
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter("Proposals from a file");
    desk.write_path(&folder.path("parrot.json"));
    desk.wait();
    desk.drag_over("Some 400 families fled");
    desk.press(NONE, Key::Num2);
    let after = folder.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&after);
    desk.press(NONE, Key::Enter);
    desk.wait();
    assert_eq!((desk.project().annotations().len(), is_of_parrot(&desk)), (1, true));
    // The journal that goes on has them as well, and tells of one that was damaged meanwhile.
    let again = after.after_a_crash();
    let kept = again.journals().into_iter().find(|name| name.ends_with(".proposals")).expect("it is kept");
    std::fs::write(again.beside_journals(&kept.replace(".0.", ".1.")), "{").expect("written");
    drop(desk);
    let mut desk = Desk::start(&again);
    desk.press(NONE, Key::Enter);
    desk.wait();
    assert!(is_of_parrot(&desk));
    desk.assert_says("Proposals of another program could not be read again");
    desk.save_as(&folder.path("oslen.ron"));
    desk.press(CTRL, Key::W);
    desk.wait();
    assert_eq!(again.journals(), Vec::<String>::new());
}

#[test]
fn proposals_of_another_program_come_from_a_file_under_its_name() {
    let (folder, mut desk) = desk();
    let digest = desk.project().article().text.sha256();
    let n = n_proposed(&desk);
    folder.put("of another.json", parrots_file(&"0".repeat(64)));
    folder.put("parrot.json", parrots_file(&digest.to_string()));
    for (name, told) in [("of another.json", "No proposals were taken"), ("parrot.json", "1 proposal of parrot 3")] {
        desk.press(CTRL_SHIFT, Key::P);
        desk.write_and_enter("Proposals from a file");
        desk.write_path(&folder.path(name));
        desk.wait();
        assert!(desk.said().iter().any(|said| said.contains(told)), "{name}: {:?}", desk.said());
    }
    assert_eq!(n_proposed(&desk), n + 1);
    let id = desk.document().proposals.in_text().iter().find(|one| one.maker == "parrot 3").map(|one| one.id);
    while desk.document().proposals.in_hand().map(|one| one.id) != id {
        desk.press(NONE, Key::N);
    }
    desk.press(NONE, Key::A);
    let made = desk.project().annotations().iter().find_map(|mark| mark.provenance.describe());
    assert!(made.is_some_and(|made| made.starts_with("proposed by parrot 3")));
}

#[test]
fn what_is_undone_is_not_told_as_dismissed() {
    let (_folder, mut desk) = desk();
    let n = n_proposed(&desk);
    desk.press(NONE, Key::N);
    desk.press(NONE, Key::X);
    desk.wait();
    assert_eq!(desk.document().proposals.n_judged(), [0, 1]);
    desk.press(CTRL, Key::Z);
    desk.wait();
    assert_eq!((n_proposed(&desk), desk.document().proposals.n_judged()), (n, [0, 0]));
}

#[test]
fn a_dismissal_may_have_a_reason() {
    let (_folder, mut desk) = desk();
    desk.press(NONE, Key::N);
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter("Dismiss the proposal with");
    desk.write_and_enter("A heading counts nothing");
    let dismissed = desk.project().dismissed_proposals().first().and_then(|one| one.reason.clone());
    assert_eq!(dismissed.as_deref(), Some("A heading counts nothing"));
}

#[test]
fn what_was_dismissed_four_times_is_hidden_and_said_and_can_be_had_again() {
    let folder = Folder::proposing();
    let lines: String = (3..10).map(|n| format!("\nIn the village {n} people were wounded.\n")).collect();
    folder.put("villages.txt", format!("What the villages say\n{lines}"));
    let mut desk = Desk::open(&folder, "villages.txt");
    let n = n_proposed(&desk);
    assert!(n >= 6, "{n}");
    desk.press(NONE, Key::N);
    for _ in 0..4 {
        desk.press(NONE, Key::X);
        desk.wait();
    }
    desk.press(NONE, Key::Escape);
    let is_less_likely = desk.document().proposals.n_likely() == 0;
    assert!(is_less_likely || !desk.document().proposals.hidden().is_empty());
}

#[test]
fn where_a_mark_says_something_else_than_its_words_the_form_says_so() {
    let (_folder, mut desk) = desk();
    desk.drag_over("At least 14 farmers were killed");
    desk.press(NONE, Key::Num1);
    desk.press(CTRL, Key::Enter);
    desk.press(NONE, Key::Enter);
    desk.write("Injured");
    desk.press(NONE, Key::Enter);
    desk.wait();
    assert!(desk.said().iter().any(|said| said.starts_with("The words say Killed")), "{:?}", desk.said());
}

#[test]
fn figures_without_a_mark_are_notes_also_in_review() {
    let (_folder, mut desk) = desk();
    desk.press(CTRL, Key::Num2);
    desk.press(CTRL_SHIFT, Key::M);
    assert!(desk.said().iter().any(|said| said.contains("No mark holds")), "{:?}", desk.said());
}
