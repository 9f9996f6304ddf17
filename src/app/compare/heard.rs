//! What is heard of differences and decisions by those who do not see them side by side.

use crate::app::command::{Command, CompareCommand, Mode};

use super::run::Compare;
use super::work::ComparisonState;

/// A difference or a conflict as it is heard, and how far the decisions are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// “3 of 12: Casualties, ‘at least 12’, …”.
    pub difference: String,
    /// The current level with what every project says on it; empty where there are no levels.
    pub level: String,
    n_level: usize,
    is_settled: bool,
    n_left: usize,
    n_agreed: usize,
}

impl Compare {
    /// What is heard of the current difference or conflict in that mode; `None` where none is shown.
    pub fn heard(&self, mode: Mode) -> Option<Heard> {
        if let Some(conflicts) = self.conflicts(mode) {
            let (difference, n_left) = (conflicts.heard(), conflicts.n_questions());
            return Some(Heard {
                difference,
                level: String::new(),
                n_level: 0,
                is_settled: false,
                n_left,
                n_agreed: 0,
            });
        }
        self.shown(mode).map(ComparisonState::heard)
    }

    /// What a command did, by what was heard before it; empty where it is not about differences.
    pub fn heard_after(&self, mode: Mode, command: &Command, before: &Heard, has_edited: bool) -> String {
        let Some(after) = self.heard(mode) else { return String::new() };
        let act = match command {
            Command::Compare(act) => *act,
            // In Compare the keys of the article mean this, and what is said follows what was done.
            Command::EditDetails => CompareCommand::Settle,
            Command::NextMark | Command::NextProblem => CompareCommand::Next,
            Command::PreviousMark | Command::PreviousProblem => CompareCommand::Previous,
            Command::Select(_) | Command::SelectAt(_) => CompareCommand::Go(0),
            Command::Undo if *before != after || has_edited => return format!("Undone. {}", after.difference),
            Command::Redo if *before != after || has_edited => return format!("Redone. {}", after.difference),
            Command::Undo => return "Nothing to undo".to_owned(),
            Command::Redo => return "Nothing to redo".to_owned(),
            _ => return String::new(),
        };
        match self.shown(mode) {
            Some(work) => work.heard_after(act, before, &after),
            None if has_edited => format!("Settled, {}. {}", left(after.n_left), after.difference),
            None => after.difference,
        }
    }
}

impl ComparisonState {
    fn heard(&self) -> Heard {
        let n_left = self.n_differences() - self.n_settled();
        let n_agreed = self.n_agreed_open();
        let Some(entry) = self.entry() else {
            let difference = "No difference is listed".to_owned();
            return Heard { difference, level: String::new(), n_level: 0, is_settled: false, n_left, n_agreed };
        };
        let is_settled = self.is_settled(entry.row);
        let settled = if is_settled { ", settled" } else { "" };
        let difference = format!(
            "{} of {}: {}, {}: {}{settled}. {}",
            self.place() + 1,
            self.listed().len(),
            entry.category.name(),
            entry.title,
            entry.told,
            entry.sides
        );
        Heard { difference, level: self.level_heard(self.level), n_level: self.level, is_settled, n_left, n_agreed }
    }

    /// A level of the current difference: “Number. Ines: 12 persons, Tomas: 17 persons. Ines’s is taken”.
    fn level_heard(&self, n: usize) -> String {
        let Some((entry, level)) = self.entry().and_then(|entry| Some((entry, entry.levels.get(n)?))) else {
            return String::new();
        };
        let said = level.of_all(&self.comparison, entry.row, self.project(), &self.names);
        let taken = self.taken_from(entry.row, level).map(|side| format!(". {} is taken", self.names.whose(side)));
        format!("{}. {said}{}", level.label, taken.unwrap_or_default())
    }

    fn heard_after(&self, act: CompareCommand, before: &Heard, after: &Heard) -> String {
        // The same difference again, as at the last one, is not read out once more.
        let next = if before.difference == after.difference { "" } else { after.difference.as_str() };
        match act {
            CompareCommand::Next
            | CompareCommand::Previous
            | CompareCommand::Later
            | CompareCommand::Go(_)
            | CompareCommand::Mark(_)
            | CompareCommand::At(_)
            | CompareCommand::Undo
            | CompareCommand::Redo => after.difference.clone(),
            CompareCommand::LevelUp | CompareCommand::LevelDown | CompareCommand::Level(_) => after.level.clone(),
            CompareCommand::TakeLeft | CompareCommand::TakeRight | CompareCommand::Take(_) => {
                let taken = self.level_heard(before.n_level);
                if after.n_level == before.n_level { taken } else { format!("{taken}. Next: {}", after.level) }
            }
            CompareCommand::Keep(side) => {
                joined(&format!("Kept {}, {}", self.names.whose(side), left(after.n_left)), next)
            }
            CompareCommand::Settle if before.is_settled && after.n_left > before.n_left => {
                format!("Open again, {}", left(after.n_left))
            }
            CompareCommand::Settle => joined(&format!("Settled, {}", left(after.n_left)), next),
            CompareCommand::TakeAgreed => match before.n_agreed - after.n_agreed {
                1 => "1 mark accepted on which all agree".to_owned(),
                n => format!("{n} marks accepted on which all agree"),
            },
            CompareCommand::View(None) => "The marks of all are shown".to_owned(),
            CompareCommand::View(Some(side)) => {
                let name = self.names.full.get(side).map_or("", String::as_str);
                format!("The marks of {name} are shown")
            }
            CompareCommand::Only(_) => format!("{} listed. {}", self.listed().len(), after.difference),
            CompareCommand::Sort(order) => format!("{}. {}", order.name(), after.difference),
            CompareCommand::Place(n) => {
                self.texts.get(n).map(|place| format!("{}: {}", place.title, place.told)).unwrap_or_default()
            }
            CompareCommand::Finish | CompareCommand::Conflicts => String::new(),
        }
    }
}

/// How many differences are not settled yet.
fn left(n: usize) -> String {
    if n == 0 { "none left".to_owned() } else { format!("{n} left") }
}

fn joined(one: &str, other: &str) -> String {
    if other.is_empty() { one.to_owned() } else { format!("{one}. {other}") }
}
