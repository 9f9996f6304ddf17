use eframe::egui::Key;

use super::info::{
    BoundaryEffect::Ends,
    Effect::Looks,
    Info,
    KeysAfter::{Free, Held},
    Needs::Project,
    info,
};
use super::keys::in_compare;
use crate::model::{AnnotationId, Category};
use crate::review::agreement::FieldOf;

/// What can be done while projects are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareCommand {
    /// Goes to the next difference.
    Next,
    /// Goes to the difference before.
    Previous,
    /// Goes to that mark.
    Go(usize),
    /// Shows that place where the texts differ, by its number in the list.
    Place(usize),
    /// Goes to the level above: from a field to the category, to the boundary.
    LevelUp,
    /// Goes to the level below.
    LevelDown,
    /// Goes to that level.
    Level(usize),
    /// Takes what the project on the left says, for the level.
    TakeLeft,
    /// Takes what the project on the right says, for the level.
    TakeRight,
    /// Takes what that project says, for the level.
    Take(usize),
    /// Takes the whole mark as that project has it, and goes on.
    Keep(usize),
    /// Is done with the mark as it is decided and goes on, or opens it again.
    Settle,
    /// Goes on and leaves the mark open.
    Later,
    /// Accepts every mark on which all agree.
    TakeAgreed,
    /// Makes a new project of what was decided.
    Finish,
    /// Shows the marks of all projects, or of one.
    View(Option<usize>),
    /// Lists only some of the differences.
    Only(DifferenceFilter),
    /// Lists the differences in that order.
    Sort(DifferenceOrder),
    /// Goes to the difference of that mark.
    Mark(AnnotationId),
    /// Goes to the difference of the marks at that byte of the article.
    At(usize),
    /// Takes the last decision back.
    Undo,
    /// Makes the decision again that was taken back.
    Redo,
    /// Lists what a merge left open in the open project.
    Conflicts,
}

/// In which order differences are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DifferenceOrder {
    /// First what changes a total.
    #[default]
    Effect,
    /// As in the article.
    Text,
}

/// Which differences are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DifferenceFilter {
    /// All.
    #[default]
    All,
    /// Marks that not all have, or that cover other words.
    Words,
    /// Marks of which the category differs.
    Category,
    /// Marks of which the figure was read otherwise.
    Figure,
    /// Marks of a category.
    Of(Category),
    /// Marks of a category in which that field differs.
    Field(Category, FieldOf),
}

impl DifferenceOrder {
    /// What the menu calls it.
    pub fn name(self) -> &'static str {
        match self {
            DifferenceOrder::Effect => "By effect",
            DifferenceOrder::Text => "As in the article",
        }
    }
}

impl CompareCommand {
    /// What menu and palette call it.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// What is known of it.
    pub fn info(self) -> Info {
        match self {
            CompareCommand::Next => {
                info("Next difference", Project, Looks, Ends, Free).listed("next-difference").key(in_compare(Key::J))
            }
            CompareCommand::Previous => info("Previous difference", Project, Looks, Ends, Free)
                .listed("previous-difference")
                .key(in_compare(Key::K)),
            CompareCommand::Go(_) => info("Go to the difference", Project, Looks, Ends, Free),
            CompareCommand::Mark(_) | CompareCommand::At(_) => {
                info("Go to the difference of the mark", Project, Looks, Ends, Free)
            }
            CompareCommand::Undo => info("Take the decision back", Project, Looks, Ends, Free),
            CompareCommand::Redo => info("Decide it again", Project, Looks, Ends, Free),
            CompareCommand::Place(_) => info("Show where the texts differ", Project, Looks, Ends, Free),
            CompareCommand::LevelUp => {
                info("Level above", Project, Looks, Ends, Free).listed("level-above").key(in_compare(Key::ArrowUp))
            }
            CompareCommand::LevelDown => {
                info("Level below", Project, Looks, Ends, Free).listed("level-below").key(in_compare(Key::ArrowDown))
            }
            CompareCommand::Level(_) => info("Go to the level", Project, Looks, Ends, Free),
            CompareCommand::TakeLeft => info("Take the left one’s", Project, Looks, Ends, Free)
                .listed("take-left")
                .key(in_compare(Key::ArrowLeft)),
            CompareCommand::TakeRight => info("Take the right one’s", Project, Looks, Ends, Free)
                .listed("take-right")
                .key(in_compare(Key::ArrowRight)),
            CompareCommand::Take(0) => {
                info("Take the first one’s", Project, Looks, Ends, Free).listed("take-first").key(in_compare(Key::Num1))
            }
            CompareCommand::Take(1) => info("Take the second one’s", Project, Looks, Ends, Free)
                .listed("take-second")
                .key(in_compare(Key::Num2)),
            CompareCommand::Take(2) => {
                info("Take the third one’s", Project, Looks, Ends, Free).listed("take-third").key(in_compare(Key::Num3))
            }
            CompareCommand::Take(3) => info("Take the fourth one’s", Project, Looks, Ends, Free)
                .listed("take-fourth")
                .key(in_compare(Key::Num4)),
            CompareCommand::Take(4) => {
                info("Take the fifth one’s", Project, Looks, Ends, Free).listed("take-fifth").key(in_compare(Key::Num5))
            }
            CompareCommand::Take(5) => {
                info("Take the sixth one’s", Project, Looks, Ends, Free).listed("take-sixth").key(in_compare(Key::Num6))
            }
            CompareCommand::Take(6) => info("Take the seventh one’s", Project, Looks, Ends, Free)
                .listed("take-seventh")
                .key(in_compare(Key::Num7)),
            CompareCommand::Take(7) => info("Take the eighth one’s", Project, Looks, Ends, Free)
                .listed("take-eighth")
                .key(in_compare(Key::Num8)),
            CompareCommand::Take(8) => {
                info("Take the ninth one’s", Project, Looks, Ends, Free).listed("take-ninth").key(in_compare(Key::Num9))
            }
            CompareCommand::Take(_) => info("Take another’s", Project, Looks, Ends, Free),
            CompareCommand::Keep(_) => info("Keep the whole mark", Project, Looks, Ends, Free),
            CompareCommand::Settle => {
                info("Settle the difference", Project, Looks, Ends, Free).listed("settle").key(in_compare(Key::Enter))
            }
            CompareCommand::Later => {
                info("Settle it later", Project, Looks, Ends, Free).listed("settle-later").key(in_compare(Key::N))
            }
            CompareCommand::TakeAgreed => info("Accept all that agree", Project, Looks, Ends, Free)
                .listed("accept-agreed")
                .key(in_compare(Key::A)),
            CompareCommand::Finish => info("Finish the comparison…", Project, Looks, Ends, Held)
                .listed("finish-comparison")
                .key(in_compare(Key::F)),
            CompareCommand::View(_) => info("Show the marks of one or all", Project, Looks, Ends, Free),
            CompareCommand::Only(_) => info("List some differences", Project, Looks, Ends, Free),
            CompareCommand::Sort(DifferenceOrder::Effect) => {
                info("List differences by effect", Project, Looks, Ends, Free).listed("differences-by-effect")
            }
            CompareCommand::Sort(DifferenceOrder::Text) => {
                info("List differences as in the article", Project, Looks, Ends, Free).listed("differences-by-text")
            }
            CompareCommand::Conflicts => {
                info("Settle what a merge left open", Project, Looks, Ends, Free).listed("settle-conflicts")
            }
        }
    }
}
