use newsmark::model::Details;
use newsmark::store::{Expected, save};

use crate::chance::Chance;
use crate::other;
use crate::outcome::{Outcome, n_decided};
use crate::real::{Area, Display, Program, Screen, marks, whole};
use crate::stage::{Stage, until_written};

/// At what the program is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// One mark after the other is made.
    Marking,
    /// Letters are typed into a field of a mark.
    Typing,
    /// 5 MB are saved.
    Saving,
    /// What an earlier kill left is taken up.
    Recovering,
    /// The file, which another program changed, is read again.
    Reloading,
    /// What another program wrote is merged with marks that are not saved.
    Merging,
    /// Differences between two projects are decided.
    Comparing,
}

/// Within how many milliseconds the kill comes: a frame of a build that is not optimised takes some tens.
const SOON: u64 = 400;
/// The same for what reads and writes files.
const LATER: u64 = 900;
/// More pixels than a caret has, in a field.
const CARET: usize = 60;
/// The size of a project that takes long to be saved, in bytes.
const LARGE: usize = 5_000_000;

impl Round {
    /// All of them, in the order in which they take turns.
    pub const ALL: [Round; 7] = [
        Round::Marking,
        Round::Typing,
        Round::Saving,
        Round::Recovering,
        Round::Reloading,
        Round::Merging,
        Round::Comparing,
    ];

    /// The name by which it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Round::Marking => "marking",
            Round::Typing => "typing",
            Round::Saving => "saving",
            Round::Recovering => "recovering",
            Round::Reloading => "reloading",
            Round::Merging => "merging",
            Round::Comparing => "comparing",
        }
    }

    /// Works, is killed, and answers what had been shown, all of which is left.
    ///
    /// # Panics
    /// Where something that was shown is missing.
    pub fn play(self, display: &Display, chance: &mut Chance) -> String {
        match self {
            Round::Marking => marking(&Stage::new(display, 0), chance),
            Round::Typing => typing(&Stage::new(display, 0), chance),
            Round::Saving => saving(&Stage::new(display, LARGE), chance),
            Round::Recovering => recovering(&Stage::new(display, 0), chance),
            Round::Reloading => reloading(&Stage::new(display, 0), chance),
            Round::Merging => merging(&Stage::new(display, 0), chance),
            Round::Comparing => comparing(&Stage::new(display, 0), chance),
        }
    }
}

fn some_marks<'d>(stage: &Stage<'d>, newsmark: &mut Program<'d>, chance: &mut Chance) -> usize {
    let n_marks = 1 + chance.below(3) as usize;
    for _ in 0..n_marks {
        stage.mark(newsmark, chance);
    }
    n_marks
}

fn marking(stage: &Stage<'_>, chance: &mut Chance) -> String {
    let mut newsmark = stage.open();
    let n_shown = some_marks(stage, &mut newsmark, chance);
    stage.kill(&mut newsmark, "ctrl+Right ctrl+shift+Right 3", SOON, chance);
    let n_left = Outcome::of(&stage.desk, &stage.file).marks().len();
    assert!(n_left >= n_shown, "{n_left} marks are left of {n_shown}");
    format!("{n_shown} marks shown, {n_left} left")
}

fn typing(stage: &Stage<'_>, chance: &mut Chance) -> String {
    let mut newsmark = stage.open();
    newsmark.move_caret("ctrl+Right");
    newsmark.move_caret("ctrl+shift+Right");
    stage.press_and_see(&mut newsmark, "1", Area::LIST);
    stage.press_and_see(&mut newsmark, "Return", Area::FORM);
    // From the harm to the figure's words.
    stage.press_and_see(&mut newsmark, "Tab", Area::FORM);
    let n_letters = 2 + chance.below(8) as usize;
    // Wide letters, so that one more is told from the blink of the caret. Only the field itself tells of a letter: what
    // the checks say of the one before comes when they are done.
    let letters: String = (0..n_letters).map(|n| if n % 2 == 0 { 'm' } else { 'w' }).collect();
    for letter in letters.chars() {
        // The frame of the letter before may be half drawn: its other half is not the next one.
        let before = stage.display.screen_where("the letter before is drawn", |_| true);
        newsmark.input.press(&letter.to_string());
        newsmark.until("the letter is shown", || {
            (stage.display.screen().n_changed(&before, Area::FIGURE) > CARET).then_some(())
        });
    }
    stage.kill(&mut newsmark, "z", SOON, chance);
    let outcome = Outcome::of(&stage.desk, &stage.file);
    let words = outcome.all().flat_map(|project| {
        project.annotations().iter().map(|mark| match &mark.details {
            Details::Casualties(record) => {
                record.figure.text.as_ref().map(|text| text.value.clone()).unwrap_or_default()
            }
            _ => String::new(),
        })
    });
    let words: Vec<String> = words.collect();
    assert!(words.iter().any(|words| words.contains(&letters)), "“{letters}” is not among {words:?}");
    format!("“{letters}” shown, {words:?} left")
}

fn saving(stage: &Stage<'_>, chance: &mut Chance) -> String {
    let mut newsmark = stage.open();
    let n_shown = some_marks(stage, &mut newsmark, chance);
    newsmark.input.press("ctrl+s");
    stage.kill(&mut newsmark, "", LATER, chance);
    let outcome = Outcome::of(&stage.desk, &stage.file);
    let n_saved = marks(&outcome.saved).len();
    assert!(n_saved == 0 || n_saved == n_shown, "{n_saved} marks are in the file of {n_shown}");
    assert!(outcome.marks().len() >= n_shown, "{} marks are left of {n_shown}", outcome.marks().len());
    format!("{n_shown} marks shown, {n_saved} saved")
}

fn recovering(stage: &Stage<'_>, chance: &mut Chance) -> String {
    let mut newsmark = stage.open();
    let n_shown = some_marks(stage, &mut newsmark, chance);
    stage.kill(&mut newsmark, "ctrl+Right ctrl+shift+Right 3", SOON, chance);
    let kept = Outcome::of(&stage.desk, &stage.file).marks();
    assert!(kept.len() >= n_shown, "{} marks are left of {n_shown}", kept.len());
    let mut n_kills = 1;
    for _ in 0..1 + chance.below(3) {
        let mut newsmark = stage.desk.open(stage.display, &[]);
        stage.display.screen_where("recovery is offered", Screen::asks);
        newsmark.input.press("Return");
        stage.kill(&mut newsmark, "", LATER, chance);
        n_kills += 1;
        let left = Outcome::of(&stage.desk, &stage.file).marks();
        assert!(left.is_superset(&kept), "after {n_kills} kills {} marks are left of {}", left.len(), kept.len());
    }
    format!("{} marks left after {n_kills} kills", kept.len())
}

fn reloading(stage: &Stage<'_>, chance: &mut Chance) -> String {
    let mut newsmark = stage.open();
    let n_shown = some_marks(stage, &mut newsmark, chance);
    until_written(&mut newsmark, &stage.file, |newsmark| newsmark.input.press("ctrl+s"));
    let ours = marks(&whole(&stage.file));
    let n_theirs = 1 + chance.below(3);
    other::writes(&stage.file, 0, n_theirs);
    stage.command(&mut newsmark, "reload");
    stage.kill(&mut newsmark, "", LATER, chance);
    let outcome = Outcome::of(&stage.desk, &stage.file);
    let saved = marks(&outcome.saved);
    assert!(saved.is_superset(&ours) && ours.len() == n_shown, "{} marks of ours are left", ours.len());
    assert_eq!(saved.len(), ours.len() + n_theirs as usize, "the other program's marks are in the file");
    format!("{n_shown} marks saved, {n_theirs} of another")
}

fn merging(stage: &Stage<'_>, chance: &mut Chance) -> String {
    let mut newsmark = stage.open();
    let n_shown = some_marks(stage, &mut newsmark, chance);
    let n_theirs = 1 + chance.below(3);
    other::writes(&stage.file, 0, n_theirs);
    stage.command(&mut newsmark, "merge with the file");
    if chance.below(2) == 0 {
        newsmark.input.press("ctrl+s");
    }
    stage.kill(&mut newsmark, "", LATER, chance);
    let outcome = Outcome::of(&stage.desk, &stage.file);
    let n_left = outcome.marks().len();
    assert!(n_left >= n_shown + n_theirs as usize, "{n_left} marks are left of {n_shown} and {n_theirs}");
    let n_saved = marks(&outcome.saved).len();
    assert!(n_saved >= n_theirs as usize, "{n_saved} marks are in the file, of which {n_theirs} are another’s");
    format!("{n_shown} marks shown, {n_theirs} of another, {n_saved} saved")
}

fn comparing(stage: &Stage<'_>, chance: &mut Chance) -> String {
    let theirs = stage.desk.path("tomas.ron");
    save(&other::with_marks(whole(&stage.file), 0, 8), &theirs, Expected::Nothing).unwrap();
    let mut newsmark = stage.open();
    stage.press_and_see(&mut newsmark, "ctrl+3", Area::ALL);
    newsmark.input.press("Return");
    stage.display.screen_where("the program asks for the other project", Screen::asks);
    newsmark.input.press("ctrl+a");
    newsmark.input.write(&theirs.to_string_lossy());
    stage.display.screen_where("the path is written", Screen::asks);
    newsmark.input.press("Return");
    stage.display.screen_where("the comparison is shown", |screen| !screen.asks());
    let n_shown = 1 + chance.below(4) as usize;
    for _ in 0..n_shown {
        // One of the two is proposed, so that taking it shows nothing.
        newsmark.input.press(chance.one_of(&["Left", "Right"]));
        stage.press_and_see(&mut newsmark, "Return", Area::STATUS);
    }
    stage.kill(&mut newsmark, "Right Return", SOON, chance);
    Outcome::of(&stage.desk, &stage.file);
    let n_left = n_decided(&stage.desk);
    assert!(n_left >= n_shown, "{n_left} decisions are left of {n_shown}");
    format!("{n_shown} decisions shown, {n_left} left")
}
