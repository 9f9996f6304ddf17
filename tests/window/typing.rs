//! Keys faster than the window: each goes to what was opened, whatever the frame it comes in.

use eframe::egui::{Event, Key, Modifiers};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SHIFT};

fn key(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    let name = key.symbol_or_name();
    let types = !modifiers.command && name.chars().count() == 1 && name.is_ascii();
    let text = if modifiers.shift { name.to_owned() } else { name.to_lowercase() };
    [event(true)].into_iter().chain(types.then_some(Event::Text(text))).chain([event(false)]).collect()
}

/// Letters and digits as a keyboard sends them: each as a key and as what it types.
fn letters(text: &str) -> Vec<Event> {
    let all = text.chars().flat_map(|letter| match Key::from_name(&letter.to_string()) {
        Some(own) if letter.is_ascii_alphanumeric() || letter == ' ' => {
            let event = |pressed| Event::Key { key: own, physical_key: None, pressed, repeat: false, modifiers: NONE };
            vec![event(true), Event::Text(letter.to_string()), event(false)]
        }
        _ => vec![Event::Text(letter.to_string())],
    });
    all.collect()
}

/// Each way in which these keys may come: all in one frame, one in each, in twos and in fives.
fn ways(keys: &[Event]) -> Vec<Vec<Vec<Event>>> {
    let in_groups_of = |n: usize| {
        let mut frames: Vec<Vec<Event>> = keys.chunks(n).map(<[Event]>::to_vec).collect();
        // A key and what it types always come together.
        for at in 1..frames.len() {
            if matches!(frames[at].first(), Some(Event::Text(_))) {
                let text = frames[at].remove(0);
                frames[at - 1].push(text);
            }
        }
        frames
    };
    vec![vec![keys.to_vec()], in_groups_of(1), in_groups_of(2), in_groups_of(5)]
}

fn send(desk: &mut Desk, frames: Vec<Vec<Event>>) {
    for frame in frames {
        desk.frame(frame);
    }
    // What is held back for a field may open something in its turn.
    desk.settle();
    desk.settle();
}

fn marked() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num4);
    (folder, desk)
}

#[test]
fn what_is_typed_behind_enter_goes_into_the_field_that_it_opens() {
    let keys = [key(NONE, Key::Enter), letters("12 died")].concat();
    for frames in ways(&keys) {
        let (_folder, mut desk) = marked();
        send(&mut desk, frames);
        assert_eq!(desk.focused(), "Statement");
        assert_eq!(desk.marks(), ["Claims: wounding dozens (Unverified)"], "no digit marked");
        desk.assert_holds("Statement", "12 died");
    }
}

#[test]
fn what_is_typed_behind_ctrl_f_is_looked_for() {
    let keys = [key(CTRL, Key::F), letters("shells 1j")].concat();
    for frames in ways(&keys) {
        let (_folder, mut desk) = marked();
        send(&mut desk, frames);
        assert_eq!(desk.focused(), "Find in the article");
        desk.assert_holds("Find in the article", "shells 1j");
        assert_eq!(desk.marks().len(), 1);
    }
}

#[test]
fn the_palette_its_words_and_enter_may_come_at_once_and_so_may_what_its_command_is_for() {
    let keys = [key(CTRL_SHIFT, Key::P), letters("find in the article"), key(NONE, Key::Enter), letters("dozens 2")];
    for frames in ways(&keys.concat()) {
        let (_folder, mut desk) = marked();
        send(&mut desk, frames);
        assert_eq!(desk.focused(), "Find in the article");
        desk.assert_holds("Find in the article", "dozens 2");
        assert_eq!(desk.marks().len(), 1);
    }
}

#[test]
fn the_name_that_the_first_mark_asks_for_is_typed_ahead_without_the_digit_that_asked() {
    let keys = [key(NONE, Key::Num1), letters("Ines Varga"), key(NONE, Key::Enter), key(NONE, Key::Enter)].concat();
    for frames in ways(&keys) {
        let folder = Folder::new();
        folder.put("karsa.txt", KARSA);
        let mut desk = Desk::open(&folder, "karsa.txt");
        desk.drag_over("wounding dozens");
        send(&mut desk, frames);
        assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
        assert_eq!(desk.project().annotations()[0].author.name(), "Ines Varga");
        assert_eq!(desk.focused(), "Harm");
    }
}

#[test]
fn a_dialogs_field_takes_the_keys_behind_the_one_that_opened_it() {
    let folder = Folder::of_ines();
    let path = folder.put("karsa.txt", KARSA);
    let typed = path.to_string_lossy().into_owned();
    let keys = [key(CTRL, Key::O), key(CTRL, Key::A), letters(&typed), key(NONE, Key::Enter)].concat();
    for frames in ways(&keys) {
        let mut desk = Desk::start(&folder);
        send(&mut desk, frames);
        assert_eq!(&*desk.project().article().text, KARSA);
    }
}

#[test]
fn what_is_typed_behind_a_command_that_opens_a_file_does_nothing_to_the_project_of_before() {
    let keys = [key(CTRL_SHIFT, Key::P), letters("sample"), key(NONE, Key::Enter), letters("j")].concat();
    for frames in ways(&keys) {
        let folder = Folder::of_ines();
        folder.put("lir.ron", include_bytes!("../../projects/port-of-lir.ron"));
        let mut desk = Desk::open(&folder, "lir.ron");
        desk.press(NONE, Key::J);
        send(&mut desk, frames);
        assert_eq!(desk.document().name(), "karsa-market.ron");
        assert!(desk.selected().starts_with("Casualties: killing at least 12 people"), "J is for the sample");
    }
}

#[test]
fn tab_and_text_go_from_field_to_field_however_fast() {
    let keys =
        [letters("one"), key(NONE, Key::Tab), letters("two"), key(NONE, Key::Escape), key(NONE, Key::J)].concat();
    for frames in ways(&keys) {
        let (_folder, mut desk) = marked();
        desk.press(NONE, Key::Enter);
        desk.tab_to("Named as");
        send(&mut desk, frames);
        assert_eq!(desk.focused(), "Article");
        desk.assert_holds("Named as", "one");
        desk.assert_holds("Cue", "two");
    }
}

/// What there is to see after these keys, the same in whichever way they come.
#[track_caller]
fn seen_after(keys: &[Event], mark: Key, see: impl Fn(&Desk) -> String) -> String {
    let seen = ways(keys).into_iter().map(|frames| {
        let folder = Folder::of_ines();
        folder.put("karsa.txt", KARSA);
        let mut desk = Desk::open(&folder, "karsa.txt");
        desk.drag_over("wounding dozens");
        desk.press(NONE, mark);
        send(&mut desk, frames);
        see(&desk)
    });
    let mut seen: Vec<_> = seen.collect();
    seen.dedup();
    assert_eq!(seen.len(), 1, "{seen:#?}");
    seen.remove(0)
}

#[test]
fn arrows_typed_ahead_into_a_list_are_counted_one_by_one() {
    let downs = |n: usize| vec![key(NONE, Key::ArrowDown); n].concat();
    let palette = |n| [key(CTRL_SHIFT, Key::P), letters("theme"), downs(n), key(NONE, Key::Enter)].concat();
    let ground = |desk: &Desk| format!("{:?}", desk.harness.ctx.global_style().visuals.panel_fill);
    assert_ne!(seen_after(&palette(1), Key::Num4, ground), seen_after(&palette(2), Key::Num4, ground));
    // The first arrow opens the list of the first field.
    let choice = |n| [key(NONE, Key::Enter), downs(n), key(NONE, Key::Enter)].concat();
    let harm = |desk: &Desk| desk.marks().join("\n");
    assert_ne!(seen_after(&choice(2), Key::Num1, harm), seen_after(&choice(3), Key::Num1, harm));
}

#[test]
fn a_key_that_opens_nothing_holds_nothing_back_for_long() {
    let (_folder, mut desk) = marked();
    desk.frame(key(CTRL, Key::Z));
    desk.frame(key(SHIFT, Key::ArrowRight));
    let mut n_frames = 0;
    while desk.selected_words().is_empty() {
        desk.frame(Vec::new());
        n_frames += 1;
        assert!(n_frames < 6, "the arrow waits");
    }
}

#[test]
fn no_key_stays_down_that_was_let_go_while_it_waited() {
    let (_folder, mut desk) = marked();
    desk.frame([key(NONE, Key::Enter), letters("a b")].concat());
    desk.settle();
    assert!(desk.harness.ctx.input(|input| input.keys_down.is_empty()));
    desk.assert_holds("Statement", "a b");
}

#[test]
fn enter_leads_from_field_to_field() {
    let (_folder, mut desk) = marked();
    desk.press(NONE, Key::Enter);
    desk.tab_to("Named as");
    desk.write("the mayor");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Cue");
    desk.press(NONE, Key::Num2);
    desk.assert_holds("Cue", "2");
    assert_eq!(desk.marks(), ["Claims: wounding dozens (Unverified · the mayor)"], "the digit was typed");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Certainty");
}

#[test]
fn the_focus_is_always_somewhere() {
    let (_folder, mut desk) = marked();
    let modes = [Key::Num1, Key::Num2, Key::Num3, Key::Num1];
    let walk = [Key::Tab, Key::Enter, Key::Tab, Key::Escape, Key::Tab, Key::Tab, Key::Tab, Key::Delete, Key::Escape];
    for mode in modes {
        desk.press(CTRL, mode);
        for n in 0..2 {
            for key in walk {
                for _ in 0..n {
                    desk.press(NONE, Key::Tab);
                }
                desk.press(NONE, key);
                assert!(!desk.focused().is_empty(), "nowhere after {key:?} in the mode of {mode:?}");
            }
            desk.press(NONE, Key::Escape);
            desk.press(NONE, Key::Escape);
            desk.press(CTRL, mode);
        }
    }
}
