use crate::model::Category;
use crate::review::agreement::FieldOf;

/// What can be done while projects are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
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
    Only(Only),
    /// Lists the differences in that order.
    Sort(Order),
    /// Lists what a merge left open in the open project.
    Conflicts,
}

/// In which order differences are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// First what changes a total.
    #[default]
    Effect,
    /// As in the article.
    Text,
}

/// Which differences are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
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

impl Order {
    /// What the menu calls it.
    pub fn name(self) -> &'static str {
        match self {
            Order::Effect => "By effect",
            Order::Text => "As in the article",
        }
    }
}

impl Act {
    /// What menu and palette call it.
    pub fn name(self) -> &'static str {
        match self {
            Act::Next => "Next difference",
            Act::Previous => "Previous difference",
            Act::Go(_) => "Go to the difference",
            Act::Place(_) => "Show where the texts differ",
            Act::LevelUp => "Level above",
            Act::LevelDown => "Level below",
            Act::Level(_) => "Go to the level",
            Act::TakeLeft => "Take the left one’s",
            Act::TakeRight => "Take the right one’s",
            Act::Take(0) => "Take the first one’s",
            Act::Take(1) => "Take the second one’s",
            Act::Take(2) => "Take the third one’s",
            Act::Take(3) => "Take the fourth one’s",
            Act::Take(4) => "Take the fifth one’s",
            Act::Take(5) => "Take the sixth one’s",
            Act::Take(6) => "Take the seventh one’s",
            Act::Take(7) => "Take the eighth one’s",
            Act::Take(8) => "Take the ninth one’s",
            Act::Take(_) => "Take another’s",
            Act::Keep(_) => "Keep the whole mark",
            Act::Settle => "Settle the difference",
            Act::Later => "Settle it later",
            Act::TakeAgreed => "Accept all that agree",
            Act::Finish => "Finish the comparison…",
            Act::View(_) => "Show the marks of one or all",
            Act::Only(_) => "List some differences",
            Act::Sort(Order::Effect) => "List differences by effect",
            Act::Sort(Order::Text) => "List differences as in the article",
            Act::Conflicts => "Settle what a merge left open",
        }
    }

    /// What the file of keys calls it; empty for what has no keys.
    pub fn stable_name(self) -> &'static str {
        match self {
            Act::Next => "next-difference",
            Act::Previous => "previous-difference",
            Act::LevelUp => "level-above",
            Act::LevelDown => "level-below",
            Act::TakeLeft => "take-left",
            Act::TakeRight => "take-right",
            Act::Take(0) => "take-first",
            Act::Take(1) => "take-second",
            Act::Take(2) => "take-third",
            Act::Take(3) => "take-fourth",
            Act::Take(4) => "take-fifth",
            Act::Take(5) => "take-sixth",
            Act::Take(6) => "take-seventh",
            Act::Take(7) => "take-eighth",
            Act::Take(8) => "take-ninth",
            Act::Settle => "settle",
            Act::Later => "settle-later",
            Act::TakeAgreed => "accept-agreed",
            Act::Finish => "finish-comparison",
            Act::Sort(Order::Effect) => "differences-by-effect",
            Act::Sort(Order::Text) => "differences-by-text",
            Act::Conflicts => "settle-conflicts",
            _ => "",
        }
    }
}
