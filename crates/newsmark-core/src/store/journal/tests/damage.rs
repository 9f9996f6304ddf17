//! Damaged journals: a line costs what depends on it, and nothing that cannot be read is removed.

use std::fs;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Desk, entry, mark, with};
use crate::edit::Entry;
use crate::model::{Annotation, AnnotationId, Change, FieldPath, FieldValue, HouseholdSize, Person, Project, Status};
use crate::store::journal::{FileState, recover};
use crate::store::{Expected, Printed};

/// The journal's lines, each with its line end.
fn lines(desk: &Desk) -> Vec<String> {
    fs::read_to_string(desk.first_journal()).unwrap().split_inclusive('\n').map(str::to_owned).collect()
}

/// Changes one letter of the line, as a worn disk does.
fn damage(desk: &Desk, line: usize) {
    let mut lines = lines(desk);
    let middle = lines[line].len() / 2;
    let middle = lines[line].floor_char_boundary(middle);
    let letter = if lines[line][middle..].starts_with('x') { "y" } else { "x" };
    let end = middle + lines[line][middle..].chars().next().unwrap().len_utf8();
    lines[line].replace_range(middle..end, letter);
    fs::write(desk.first_journal(), lines.concat()).unwrap();
}

/// Two first lines come before the entries.
const FIRST_ENTRY: usize = 2;

/// The mark with another value in a field, as an entry.
fn set(project: &Project, id: u64, path: FieldPath, value: FieldValue) -> Entry {
    let mut mark = Annotation::clone(project.annotation(AnnotationId::from_u64(id)).unwrap());
    mark.set_field(path, value).unwrap();
    entry("change of field", Change::Replace(Arc::new(mark)))
}

fn note(project: &Project, id: u64, note: &str) -> Entry {
    set(project, id, FieldPath::Note, FieldValue::Text(note.to_owned()))
}

/// Appends what each step makes of the project; answers with the entries.
fn appended(desk: &Desk, steps: &[&dyn Fn(&Project) -> Entry]) -> Vec<Entry> {
    let journal = desk.begin(Some(&desk.path()));
    let mut project = desk.project.clone();
    let mut entries = Vec::new();
    for step in steps {
        let entry = step(&project);
        project.apply(entry.change.clone()).unwrap();
        journal.append(std::slice::from_ref(&entry)).unwrap();
        entries.push(entry);
    }
    entries
}

#[test]
fn a_damaged_letter_costs_what_was_typed_on_and_no_other_field() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let entries = appended(
        &desk,
        &[
            &|it| note(it, 7, "a"),
            &|it| note(it, 7, "ab"),
            &|it| set(it, 7, FieldPath::Figure(crate::model::FigurePart::Low), FieldValue::Number(Some(12))),
            &|it| note(it, 7, "abc"),
            &|it| mark(it, 1, "died"),
        ],
    );
    damage(&desk, FIRST_ENTRY + 1);
    let recovery = desk.found();
    assert!(!recovery.is_needless());
    let recovered = recover(&recovery).unwrap();
    assert_eq!(recovered.file_state, FileState::Fits(Printed::of(&desk.project).digest()));
    let mark = recovered.project.annotation(AnnotationId::from_u64(7)).unwrap();
    assert_eq!(mark.note, "a", "what was typed after the damaged letter builds on it");
    assert_eq!(mark.field(FieldPath::Figure(crate::model::FigurePart::Low)), Some(FieldValue::Number(Some(12))));
    assert_eq!(recovered.entries[2..], entries[4..], "the mark that was made at the end");
    assert_eq!(
        recovered.warnings,
        [
            "1 change is damaged in the journal and cannot be read",
            "1 change was left out, as it builds on one that cannot be read"
        ]
    );
}

#[test]
fn a_mark_whose_line_is_damaged_takes_its_fields_along_and_no_other_mark() {
    let desk = Desk::new();
    let steps: [&dyn Fn(&Project) -> Entry; 5] = [
        &|it| mark(it, 1, "12"),
        &|it| note(it, 1, "of 1"),
        &|it| mark(it, 2, "died"),
        &|it| note(it, 2, "of 2"),
        &|it| note(it, 7, "of 7"),
    ];
    let entries = appended(&desk, &steps);
    damage(&desk, FIRST_ENTRY);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.entries, entries[2..]);
}

#[test]
fn a_batch_that_builds_on_a_damaged_line_is_left_out_as_a_whole() {
    let desk = Desk::new();
    let batch = |project: &Project| {
        let (one, two) = (note(project, 7, "ab").change, mark(project, 2, "died").change);
        entry("both", Change::Batch(vec![two, one]))
    };
    let entries = appended(&desk, &[&|it| note(it, 7, "a"), &batch, &|it| mark(it, 3, "12")]);
    damage(&desk, FIRST_ENTRY);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.entries, entries[2..]);
    assert_eq!(recovered.project, with(&desk.project, &entries[2..]));
}

#[test]
fn a_flipped_bit_in_the_first_entry_or_the_first_line_removes_nothing() {
    for line in [0, 1, FIRST_ENTRY] {
        let desk = Desk::new();
        desk.save(&desk.project);
        let entries =
            appended(&desk, &[&|it| mark(it, 1, "12"), &|it| mark(it, 2, "died"), &|it| mark(it, 3, "people")]);
        damage(&desk, line);
        let written = fs::read(desk.first_journal()).unwrap();
        let recovery = desk.found();
        assert!(!recovery.is_needless());
        assert_eq!(recovery.project(), Some(desk.path().as_path()));
        let recovered = recover(&recovery).unwrap();
        let n_lost = usize::from(line == FIRST_ENTRY);
        assert_eq!(recovered.entries, entries[n_lost..]);
        assert_eq!(recovered.warnings.len(), 1);
        let aside = recovery.discard().unwrap().expect("a damaged journal is set aside");
        assert_eq!(fs::read(&aside).unwrap(), written);
        assert!(aside.with_extension("base").is_file());
        assert_eq!((desk.names(""), desk.names("set-aside").len()), (vec!["set-aside".to_owned()], 3));
    }
}

#[test]
fn a_journal_without_a_first_line_is_recovered_on_the_base_beside_it() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let entries = appended(&desk, &[&|it| mark(it, 1, "12"), &|it| note(it, 7, "a"), &|it| note(it, 7, "ab")]);
    damage(&desk, 0);
    damage(&desk, 1);
    let recovery = desk.found();
    assert_eq!((recovery.project(), recovery.is_needless()), (None, false));
    let recovered = recover(&recovery).unwrap();
    assert_eq!((recovered.file_state, &recovered.entries), (FileState::Unsaved, &entries));
    assert_eq!((recovered.base, recovered.warnings.len()), (desk.project.clone(), 1));
}

#[test]
fn a_torn_end_is_told_although_the_file_was_saved() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let saved = with(&desk.project, &[mark(&desk.project, 1, "12")]);
    journal.append(&[mark(&desk.project, 1, "12")]).unwrap();
    let printed = Printed::of(&saved);
    journal.mark_saving(&desk.path(), printed.digest(), 1).unwrap();
    printed.save(&desk.path(), Expected::Anything).unwrap();
    journal.append(&[mark(&desk.project, 2, "died")]).unwrap();
    drop(journal);
    let written = fs::read(desk.first_journal()).unwrap();
    fs::write(desk.first_journal(), &written[..written.len() - 5]).unwrap();

    let recovery = desk.found();
    assert_eq!((recovery.file_state(), recovery.n_changes()), (Some(FileState::Saved(printed.digest())), 0));
    assert!(!recovery.is_needless(), "the last change may be in no file");
    assert_eq!(recovery.damage().len(), 1);
    let recovered = recover(&recovery).unwrap();
    assert_eq!((recovered.base, recovered.warnings.len()), (saved, 1));
}

#[test]
fn damage_before_the_save_costs_nothing_as_the_file_has_it_all() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let entries = [mark(&desk.project, 1, "12"), mark(&desk.project, 2, "died")];
    journal.append(&entries[..1]).unwrap();
    let saved = with(&desk.project, &entries[..1]);
    let printed = Printed::of(&saved);
    journal.mark_saving(&desk.path(), printed.digest(), 1).unwrap();
    printed.save(&desk.path(), Expected::Anything).unwrap();
    journal.append(&entries[1..]).unwrap();
    drop(journal);
    damage(&desk, FIRST_ENTRY);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.base, &recovered.entries[..]), (saved, &entries[1..]));
    assert_eq!(recovered.project, with(&desk.project, &entries));
}

#[test]
fn what_cannot_be_read_at_all_is_set_aside_beside_what_is_there() {
    let desk = Desk::new();
    fs::create_dir(desk.journals()).unwrap();
    for content in ["nothing that is a journal\n", "nor this"] {
        fs::write(desk.journals().join("1-1-0.0.journal"), content).unwrap();
        let recovery = desk.found();
        assert!(!recovery.is_needless() && recover(&recovery).is_err());
        let aside = recovery.discard().unwrap().unwrap();
        assert_eq!(fs::read_to_string(aside).unwrap(), content);
    }
    assert_eq!(desk.names("set-aside"), ["1-1-0-1.0.journal", "1-1-0-1.claim", "1-1-0.0.journal", "1-1-0.claim"]);
}

#[test]
fn an_undo_whose_step_is_damaged_takes_no_other_step_back() {
    use crate::edit::OpenProject;
    use crate::model::Time;
    let desk = Desk::new();
    let mut open = OpenProject::new(desk.project.clone(), true);
    let (one, two) = (mark(&desk.project, 1, "12"), note(&desk.project, 7, "a"));
    open.adopt(&one.step, one.change, Time(0)).unwrap();
    open.adopt(&two.step, two.change, Time(0)).unwrap();
    open.undo(Time(0)).unwrap();
    let journal = desk.begin(None);
    journal.append(&open.take_log()).unwrap();
    drop(journal);
    damage(&desk, FIRST_ENTRY + 1);
    let recovered = recover(&desk.found()).unwrap();
    let mut again = OpenProject::new(recovered.base.clone(), true);
    again.replay(recovered.entries);
    assert_eq!(again.project(), open.project());
    while again.undo(Time(0)).unwrap() {}
    assert_eq!(again.project(), &recovered.base);
}

#[test]
fn a_number_of_an_entry_that_is_far_away_costs_no_memory() {
    let desk = Desk::new();
    appended(&desk, &[&|it| mark(it, 1, "12")]);
    let mut bytes = fs::read(desk.first_journal()).unwrap();
    let change = crate::store::journal::edit::Edit::Batch(Vec::new());
    let kind = crate::store::journal::journal_line::WrittenEntryKind::Do;
    let record = crate::store::journal::journal_line::JournalLine::Did(u64::MAX, kind, "".into(), 0, change);
    crate::store::journal::journal_line::write(&record, &mut bytes).unwrap();
    fs::write(desk.first_journal(), bytes).unwrap();
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.entries.len(), recovered.warnings.len()), (2, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn of_a_damaged_journal_every_change_of_a_whole_line_is_recovered(at: Index, bit in 0u8..9) {
        let desk = Desk::new();
        let words = ["12", "died", "people", "least"];
        let journal = desk.begin(Some(&desk.path()));
        let entries: Vec<Entry> = (1..).zip(words).map(|(id, words)| mark(&desk.project, id, words)).collect();
        entries.iter().for_each(|entry| journal.append(std::slice::from_ref(entry)).unwrap());
        drop(journal);
        let mut bytes = fs::read(desk.first_journal()).unwrap();
        let lines: Vec<usize> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::len).collect();
        let at = at.index(bytes.len());
        let mut begun = 0;
        let line = lines.iter().position(|length| { begun += length; at < begun }).unwrap();
        let is_line_end = at + 1 == begun;
        let is_lost = |n: usize| match bit {
            // Cut off at a line's beginning, nothing shows that there was more.
            8 => n >= line,
            _ => n == line || (is_line_end && n == line + 1),
        };
        match bit {
            8 => bytes.truncate(at),
            bit => bytes[at] ^= 1 << bit,
        }
        fs::write(desk.first_journal(), bytes).unwrap();
        let recovery = desk.found();
        if bit == 8 && at < lines[0] {
            prop_assert!(recover(&recovery).is_err() && !recovery.is_needless());
            return Ok(());
        }
        let recovered = recover(&recovery).unwrap();
        let whole = entries.iter().zip(FIRST_ENTRY..).filter(|(_, n)| !is_lost(*n)).map(|(entry, _)| entry);
        prop_assert_eq!(recovered.entries.iter().collect::<Vec<_>>(), whole.collect::<Vec<_>>());
        let is_cut_at_a_line = bit == 8 && at + lines[line] == begun;
        prop_assert_eq!(recovered.warnings.is_empty(), is_cut_at_a_line);
        prop_assert!(is_cut_at_a_line || recovery.discard().unwrap().is_some(), "what is damaged is set aside");
    }
}

#[test]
fn the_editor_of_a_mark_and_its_status_do_not_build_on_a_damaged_line() {
    let desk = Desk::new();
    let changed = |project: &Project, change: &dyn Fn(&mut Annotation)| {
        let mut mark = Annotation::clone(project.annotation(AnnotationId::from_u64(7)).unwrap());
        change(&mut mark);
        entry("change", Change::Replace(Arc::new(mark)))
    };
    let tomas = || Person::new("Tomas Reed").unwrap();
    let size = FieldPath::Figure(crate::model::FigurePart::HouseholdSize);
    appended(
        &desk,
        &[
            &|it| changed(it, &|mark| mark.status = Status::Rejected),
            &|it| changed(it, &|mark| (mark.status, mark.judge) = (Status::Approved, Some(tomas()))),
            &|it| changed(it, &|mark| mark.editor = tomas()),
            &|it| set(it, 7, size, FieldValue::Size(HouseholdSize::of_hundredths(450))),
        ],
    );
    damage(&desk, FIRST_ENTRY);
    let recovered = recover(&desk.found()).unwrap();
    let mark = recovered.project.annotation(AnnotationId::from_u64(7)).unwrap();
    assert_eq!((mark.status, &mark.judge, &mark.editor), (Status::Approved, &Some(tomas()), &tomas()));
    assert_eq!(recovered.warnings, ["1 change is damaged in the journal and cannot be read"]);
}
