use proptest::prelude::*;

use super::*;
use crate::app::command::ProposalCommand;

const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// The keys of a person whose file says that.
fn of(file: &str) -> Keymap {
    let (file, told) = KeyFile::parse(file);
    Keymap::wanted(&file, told)
}

/// The two commands that share a key, with the key.
fn shared(keymap: &Keymap) -> Option<String> {
    let all: Vec<(&Command, Keys)> =
        keymap.keys.iter().flat_map(|(command, keys)| keys.iter().map(move |keys| (*command, *keys))).collect();
    all.iter().enumerate().find_map(|(index, (command, keys))| {
        let (other, _) = all[index + 1..].iter().find(|(other, those)| other != command && those.is_same(keys))?;
        Some(format!("{command:?} and {other:?} share {}", cap(*keys)))
    })
}

#[test]
fn no_two_commands_share_a_usual_key() {
    assert_eq!(shared(&Keymap::usual()), None);
}

#[test]
fn no_usual_key_moves_the_caret_or_is_the_systems_own() {
    let owners = [Command::Copy, Command::SelectAll, Command::BackToArticle];
    for (command, keys) in Keymap::usual().keys.iter().filter(|(command, _)| !owners.contains(command)) {
        for keys in keys {
            assert_eq!(taken(*keys), None, "{command:?}: {}", cap(*keys));
        }
    }
}

#[test]
fn a_key_counts_with_the_modifiers_it_was_pressed_with() {
    let keymap = Keymap::usual();
    let asked = |key, modifiers, mode, in_article| keymap.asked(key, modifiers, mode, in_article);
    assert_eq!(asked(Key::Z, CTRL_SHIFT, Mode::Annotate, false), Some(Command::Redo));
    assert_eq!(asked(Key::Z, Modifiers::COMMAND, Mode::Annotate, false), Some(Command::Undo));
    assert_eq!(asked(Key::C, CTRL_SHIFT, Mode::Annotate, true), Some(Command::CopyWithCitation));
    assert_eq!(asked(Key::Num1, Modifiers::NONE, Mode::Annotate, false), None);
    assert_eq!(asked(Key::Num1, Modifiers::NONE, Mode::Annotate, true), Some(Command::Mark(Category::Casualties)));
    assert_eq!(
        asked(Key::Num1, Modifiers::SHIFT, Mode::Annotate, true),
        Some(Command::MarkExactly(Category::Casualties))
    );
    assert_eq!(asked(Key::A, Modifiers::COMMAND, Mode::Annotate, false), None, "a field selects all of itself");
}

#[test]
fn a_persons_keys_take_the_place_of_the_usual_ones() {
    let keymap = of("{ \"save\": [\"F2\", \"Ctrl+Alt+S\"], \"next-mark\": [\"G\"], \"undo\": [] }");
    assert!(keymap.troubles.is_empty(), "{:?}", keymap.troubles);
    assert_eq!(keymap.asked(Key::F2, Modifiers::NONE, Mode::Annotate, false), Some(Command::Save));
    assert_eq!(keymap.asked(Key::S, Modifiers::COMMAND, Mode::Annotate, false), None);
    assert_eq!(keymap.asked(Key::G, Modifiers::NONE, Mode::Annotate, true), Some(Command::NextMark));
    assert_eq!(
        keymap.asked(Key::G, Modifiers::NONE, Mode::Annotate, false),
        None,
        "a letter is for writing in a field"
    );
    assert_eq!(keymap.asked(Key::J, Modifiers::NONE, Mode::Annotate, true), None);
    assert_eq!(keymap.asked(Key::Z, Modifiers::COMMAND, Mode::Annotate, false), None);
    assert_eq!((keymap.cap(&Command::Save), keymap.cap(&Command::Undo)), ("F2".to_owned(), String::new()));
    assert_eq!(keymap.cap(&Command::Open), Keymap::usual().cap(&Command::Open));
}

#[test]
fn two_commands_may_swap_their_keys() {
    let keymap = of("{ \"next-mark\": [\"K\"], \"previous-mark\": [\"J\"] }");
    assert!(keymap.troubles.is_empty(), "{:?}", keymap.troubles);
    assert_eq!(keymap.asked(Key::J, Modifiers::NONE, Mode::Annotate, true), Some(Command::PreviousMark));
}

#[test]
fn whatever_cannot_be_had_is_told_and_the_usual_keys_stay() {
    let cases = [
        ("\"saev\": [\"F2\"]", "There is no command “saev”; its keys were left out"),
        ("\"save\": [\"Ctrl+Foo\"]", "“Ctrl+Foo” is no key that can be read; “save” keeps its usual keys"),
        (
            "\"save\": [\"F2\", \"S\"]",
            "“S” alone is for writing, and the command works everywhere; “save” keeps its usual keys",
        ),
        (
            "\"save\": [\"Shift+S\"]",
            "“Shift+S” alone is for writing, and the command works everywhere; “save” keeps its usual keys",
        ),
        (
            "\"save\": [\"Home\"]",
            "“Home” moves the caret and cannot be given to a command; “save” keeps its usual keys",
        ),
        ("\"save\": [\"Tab\"]", "“Tab” moves the focus and cannot be given to a command; “save” keeps its usual keys"),
        ("\"save\": [\"Ctrl+V\"]", "“Ctrl+V” pastes and cannot be given to a command; “save” keeps its usual keys"),
        (
            "\"next-mark\": [\"Space\"]",
            "“Space” shows the clean text and cannot be given to a command; “next-mark” keeps its usual keys",
        ),
        ("\"save\": [\"F1\"]", "“F1” is wanted for “save” and belongs to “keys”; “save” keeps its usual keys"),
        (
            "\"save\": [\"F2\"], \"open\": [\"F2\"]",
            "“F2” is wanted for “open” and belongs to “save”; “open” keeps its usual keys",
        ),
    ];
    for (line, sentence) in cases {
        let keymap = of(&format!("{{ {line} }}"));
        assert_eq!(keymap.troubles, [sentence], "{line}");
        let kept = sentence.rsplit('“').next().and_then(|rest| rest.strip_suffix("” keeps its usual keys"));
        for (command, keys) in &keymap.keys {
            if kept == Some(command.info().stable_name) {
                assert_eq!(keys, &command.info().keys().collect::<Vec<_>>(), "{line}");
            }
        }
    }
}

#[test]
fn a_key_that_a_hand_knows_beats_the_usual_one_of_a_command_of_the_sweep() {
    let keymap = of("{ \"next-mark\": [\"N\"], \"save\": [\"Ctrl+Enter\"] }");
    assert_eq!(keymap.asked(Key::N, Modifiers::NONE, Mode::Annotate, true), Some(Command::NextMark));
    assert_eq!(keymap.asked(Key::Enter, Modifiers::COMMAND, Mode::Annotate, false), Some(Command::Save));
    assert_eq!(keymap.cap(&ProposalCommand::Next.into()), "");
    let told = "“N” is another command’s by your own wish, so that “next-proposal” has no key: give it one";
    assert_eq!(keymap.troubles[0], told);
    assert_eq!(keymap.troubles.len(), 2, "{:?}", keymap.troubles);
    let own = of("{ \"next-mark\": [\"N\"], \"next-proposal\": [\"G\"] }");
    assert_eq!(own.asked(Key::G, Modifiers::NONE, Mode::Annotate, true), Some(ProposalCommand::Next.into()));
}

#[test]
fn a_wish_that_is_taken_back_takes_back_what_built_on_it() {
    let keymap = of("{ \"save\": [\"Ctrl+O\"], \"open\": [\"Ctrl+W\"] }");
    assert_eq!(keymap.keys, Keymap::usual().keys);
    assert_eq!(keymap.troubles.len(), 2, "{:?}", keymap.troubles);
}

#[test]
fn the_file_to_begin_with_changes_nothing_and_names_every_command() {
    let printed = Keymap::usual().print();
    assert_eq!(of(&printed), Keymap::usual(), "{printed}");
    for command in Command::LISTED {
        assert!(printed.contains(&format!("\"{}\": [", command.info().stable_name)), "{command:?}");
    }
    assert!(printed.lines().all(|line| line.chars().count() <= 120), "{printed}");
}

#[test]
fn how_to_mark_names_the_keys_that_a_person_has() {
    assert_eq!(Keymap::usual().how_to_mark(), "Select words, then press 1, 2, 3 or 4");
    assert_eq!(of("{ \"mark-claim\": [\"L\"] }").how_to_mark(), "Select words, then press 1, 2, 3 or L");
    assert_eq!(Keymap::usual().marking(Command::Mark), "1–4");
    assert_eq!(Keymap::usual().marking(Command::MarkExactly), "Shift 1–4");
    assert_eq!(of("{ \"mark-claim\": [\"L\"] }").marking(Command::Mark), "1, 2, 3, L");
    assert_eq!(of("{ \"mark-claim\": [] }").marking(Command::Mark), "");
    assert_eq!(of("{ \"mark-claim\": [] }").how_to_mark(), "Select words, then choose a category above");
}

proptest! {
    #[test]
    fn no_file_makes_two_commands_share_a_key(
        lines in prop::collection::vec(
            (
                prop::sample::select(Command::LISTED.to_vec()),
                prop::collection::vec(
                    prop::sample::select(vec!["Ctrl+S", "Ctrl+O", "J", "K", "F1", "F2", "1", "Ctrl++", "Ctrl+Shift+=", "Esc", "Ctrl+Z"]),
                    0..3,
                ),
            ),
            0..12,
        ),
    ) {
        let entry = |(command, keys): &(Command, Vec<&str>)| {
            (command.info().stable_name.to_owned(), keys.iter().map(|key| (*key).to_owned()).collect())
        };
        let keymap = Keymap::wanted(&KeyFile { wanted: lines.iter().map(entry).collect() }, Vec::new());
        prop_assert_eq!(shared(&keymap), None);
        prop_assert_eq!(keymap.keys.len(), Command::LISTED.len());
    }
}
