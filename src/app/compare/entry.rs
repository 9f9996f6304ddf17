use crate::app::command::DifferenceFilter;
use crate::app::reading::reading_of;
use crate::app::text::isolated;
use crate::figures::Amount;
use crate::model::{Annotation, Category, FieldPath, Part, Project, Span};
use crate::review::agreement::FieldOf;
use crate::review::{Comparison, Difference, Impact, TotalChange, TotalsImpacts, taken_together};

use super::names::Names;

/// A mark in which projects differ, as the list shows it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its place in [`Comparison::rows`].
    pub row: usize,
    /// Its category, as the first that has it says.
    pub category: Category,
    /// Under which title it is listed.
    pub group: Group,
    /// What is said first: “≥ 12 persons against 12 persons”.
    pub title: String,
    /// What differs.
    pub told: String,
    /// What each project says of it, for who does not see them side by side: “Ines: 12 persons, Tomas: –”.
    pub sides: String,
    /// The levels on which it can be decided.
    pub levels: Vec<Level>,
    /// What taking each other project's mark does to the totals of the first: “Killed 17 → 21 if Tomas’s is taken”.
    pub effects: Vec<String>,
}

/// What a difference changes, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A total.
    Total,
    /// A record that only some have.
    Only,
    /// A record.
    Record,
    /// Words alone.
    Words,
}

/// Something about a mark that is decided by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The parts that differ and are taken together; none where the question is whether the mark is there.
    pub parts: Vec<Part>,
    /// What the window calls it: “Boundary”, “Number”, “Cue”.
    pub label: &'static str,
}

impl Group {
    /// The title over its differences.
    pub fn title(self) -> &'static str {
        match self {
            Group::Total => "Changes a total",
            Group::Only => "Only one marked it",
            Group::Record => "Changes a record",
            Group::Words => "Same record, other words",
        }
    }

    /// How many of three rising bars tell of it.
    pub fn bars(self) -> usize {
        match self {
            Group::Total => 3,
            Group::Only | Group::Record => 2,
            Group::Words => 1,
        }
    }
}

impl Entry {
    /// Every mark in which projects differ, by effect; `project` has all marks in common terms.
    pub fn all(comparison: &Comparison, effects: &TotalsImpacts<'_>, project: &Project, names: &Names) -> Vec<Entry> {
        let mut by_row: Vec<(Impact, Vec<&Difference>)> = vec![(Impact::Words, Vec::new()); comparison.rows().len()];
        for difference in comparison.differences() {
            let (bearing, of_row) = &mut by_row[difference.row];
            *bearing = (*bearing).min(effects.impact(difference));
            of_row.push(difference);
        }
        let differing = by_row.iter().filter(|(_, differences)| !differences.is_empty());
        let mut entries: Vec<Entry> = differing
            .filter_map(|(bearing, differences)| Entry::of(comparison, *bearing, differences, effects, project, names))
            .collect();
        // Gravest first, and within a group as the text runs, so that deciding goes through the article once.
        entries.sort_by_key(|entry| (entry.group, entry.row));
        entries
    }

    fn of(
        comparison: &Comparison,
        bearing: Impact,
        differences: &[&Difference],
        effects: &TotalsImpacts<'_>,
        project: &Project,
        names: &Names,
    ) -> Option<Entry> {
        let row = differences.first()?.row;
        let aligned = &comparison.rows()[row];
        let mark = aligned.first()?;
        let mut levels: Vec<Level> = Vec::new();
        for difference in differences {
            let Some(part) = difference.part else {
                // Whether there is a mark at all is decided before anything in it.
                levels.insert(0, Level { parts: Vec::new(), label: "Mark" });
                continue;
            };
            // Bounds and number of one figure are decided at once: taken apart they could contradict each other.
            let together = taken_together(part);
            match levels.iter_mut().find(|level| level.parts.iter().any(|known| together.contains(known))) {
                Some(level) => level.parts.push(part),
                None => levels.push(Level { parts: vec![part], label: label(part, mark) }),
            }
        }
        levels.sort_by_key(|level| level.parts.first().copied());
        let group = match bearing {
            Impact::Total => Group::Total,
            _ if !aligned.is_everywhere() => Group::Only,
            Impact::Record => Group::Record,
            Impact::Words => Group::Words,
        };
        let [title, told] = described(comparison, row, &levels, project, names);
        let effects = told_effects(comparison, differences, effects, names);
        let sides = levels.iter().max_by_key(|level| weight(level));
        let sides = sides.map(|level| level.of_all(comparison, row, project, names)).unwrap_or_default();
        Some(Entry { row, category: mark.category(), group, title, told, sides, levels, effects })
    }

    /// Whether it is listed among those.
    pub fn is_among(&self, only: DifferenceFilter) -> bool {
        let differs =
            |is: &dyn Fn(Part) -> bool| self.levels.iter().any(|level| level.parts.iter().any(|part| is(*part)));
        match only {
            DifferenceFilter::All => true,
            DifferenceFilter::Of(category) => self.category == category,
            DifferenceFilter::Words => {
                self.levels.iter().any(|level| level.parts.is_empty()) || differs(&|p| p == Part::Boundary)
            }
            DifferenceFilter::Category => differs(&|part| part == Part::Category),
            DifferenceFilter::Figure => differs(&|part| matches!(part, Part::Field(FieldPath::Figure(_)))),
            DifferenceFilter::Field(category, field) => {
                self.category == category
                    && differs(&|part| matches!(part, Part::Field(path) if FieldOf::of(path) == field))
            }
        }
    }
}

impl Level {
    /// What a mark says on this level, as a person reads it; empty where it does not say.
    pub fn value(&self, comparison: &Comparison, mark: &Annotation, project: &Project) -> String {
        match self.parts.first() {
            None => mark.details.reading(project),
            Some(Part::Field(FieldPath::Figure(_))) => {
                let figure = mark.details.figure();
                let words = self.parts.iter().map(|part| comparison.written(mark, *part));
                let words: Vec<String> = words.filter(|value| !value.is_empty()).collect();
                match figure.map(reading_of).filter(|reading| !reading.is_empty()) {
                    Some(reading) if words.is_empty() => reading,
                    Some(reading) => format!("{reading} ({})", words.join(", ")),
                    None => words.join(", "),
                }
            }
            Some(_) => {
                let values = self.parts.iter().map(|part| comparison.written(mark, *part));
                values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

impl Level {
    /// What every project says on this level: “Ines: 12 persons, Tomas: did not mark it”.
    pub fn of_all(&self, comparison: &Comparison, row: usize, project: &Project, names: &Names) -> String {
        let marks = comparison.rows()[row].marks.iter();
        let said = marks.zip(&names.short).map(|(mark, name)| match mark {
            None => format!("{name}: did not mark it"),
            Some(mark) => match self.value(comparison, mark, project) {
                value if !value.is_empty() => format!("{name}: {value}"),
                _ if self.parts.is_empty() => format!("{name}: marked it"),
                _ => format!("{name}: not stated"),
            },
        });
        said.collect::<Vec<_>>().join(", ")
    }
}

fn label(part: Part, mark: &Annotation) -> &'static str {
    match part {
        Part::Boundary => "Boundary",
        Part::Category => "Category",
        Part::Status => "Status",
        Part::Field(FieldPath::Figure(_)) => "Number",
        Part::Field(FieldPath::ScopeOf | FieldPath::ScopeBy) => "Scope",
        Part::Field(path) => path.label(mark.category()),
    }
}

/// The first words of a mark.
pub fn words(comparison: &Comparison, mark: &Annotation) -> String {
    let text = comparison.text();
    let words = mark.spans.iter().map(|span| {
        // A row shows one line; a span of a chapter is not copied for that.
        let words: String = text.words(span).chars().take(200).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    words.collect::<Vec<_>>().join(" … ")
}

/// What a list says of a mark: what is compared, and in what it differs.
fn described(comparison: &Comparison, row: usize, levels: &[Level], project: &Project, names: &Names) -> [String; 2] {
    let aligned = &comparison.rows()[row];
    let Some(mark) = aligned.first() else { return Default::default() };
    let marked = words(comparison, mark);
    // The gravest level speaks for the row; the others are counted behind it.
    let Some(level) = levels.iter().max_by_key(|level| weight(level)) else { return [marked, String::new()] };
    let more = match levels.len() - 1 {
        0 => String::new(),
        1 => ", and 1 more".to_owned(),
        n_more => format!(", and {n_more} more"),
    };
    if level.parts.is_empty() {
        let who = names.list(aligned.present().map(|(side, _)| side));
        let reading = mark.details.reading(project);
        let reading = if reading.is_empty() { String::new() } else { format!(", {reading}") };
        return [marked, format!("Only {who}{reading}{more}")];
    }
    if level.parts[0] == Part::Boundary {
        return [marked, boundary(comparison, row, names) + &more];
    }
    let values: Vec<String> = aligned.present().map(|(_, mark)| level.value(comparison, mark, project)).collect();
    if weight(level) == KIND
        && let [first, other] = &values[..]
    {
        let readings = aligned.present().filter_map(|(_, mark)| Some(reading_of(mark.details.figure()?)));
        let readings: Vec<String> = readings.collect();
        let with = |value: &str, reading: Option<&String>| match reading.filter(|reading| !reading.is_empty()) {
            Some(reading) if readings.first() != readings.last() => format!("{value} {reading}"),
            _ => value.to_owned(),
        };
        let title = format!(
            "{} against {}",
            isolated(&with(first, readings.first()), first),
            isolated(&with(other, readings.last()), other)
        );
        return [title, format!("{}{more}", level.label)];
    }
    let or_unknown = |value: &String| if value.is_empty() { "not stated".to_owned() } else { value.clone() };
    let figures: Vec<String> =
        aligned.present().filter_map(|(_, mark)| Some(reading_of(mark.details.figure()?))).collect();
    if level.label == "Number"
        && let [first, other] = &figures[..]
        && first != other
    {
        let parts = level.parts.iter().map(|part| match part {
            Part::Field(path) => path.label(mark.category()),
            _ => "",
        });
        let told = format!("{}{more}", parts.collect::<Vec<_>>().join(", "));
        return [format!("{} against {}", or_unknown(first), or_unknown(other)), told];
    }
    let values = values.iter().map(or_unknown).collect::<Vec<_>>().join(", ");
    [marked, format!("{}: {values}{more}", level.label)]
}

/// The weight of a level on which projects count something else.
const KIND: u8 = 5;

/// Which level says most about a difference.
fn weight(level: &Level) -> u8 {
    match level.parts.first() {
        None => 6,
        // What is counted says more than how many: killed against injured is no matter of numbers.
        Some(Part::Field(FieldPath::Harm | FieldPath::Term | FieldPath::Measure)) => KIND,
        Some(Part::Field(FieldPath::Figure(_))) => 4,
        Some(Part::Category) => 3,
        Some(Part::Field(FieldPath::Note)) => 0,
        Some(Part::Field(_) | Part::Status) => 2,
        Some(Part::Boundary) => 1,
    }
}

/// How boundaries differ: “Ends 6 words later in Tomas’s”.
fn boundary(comparison: &Comparison, row: usize, names: &Names) -> String {
    let present: Vec<_> = comparison.rows()[row].present().collect();
    let [(_, one), .., (side, other)] = &present[..] else { return String::new() };
    let text = comparison.text();
    let count = |from: usize, to: usize| {
        let n = Span::new(from, to).map_or(0, |span| text.words(span).split_whitespace().count());
        if n == 1 { "1 word".to_owned() } else { format!("{n} words") }
    };
    let whose = names.whose(*side);
    let (start, end) = ((one.spans.start(), other.spans.start()), (one.spans.end(), other.spans.end()));
    match (start.0 == start.1, end.0 == end.1) {
        // Of split marks the ends say nothing about what lies between.
        _ if one.spans.as_slice().len() + other.spans.as_slice().len() > 2 => format!("Other words in {whose}"),
        (true, false) if end.1 > end.0 => format!("Ends {} later in {whose}", count(end.0, end.1)),
        (true, false) => format!("Ends {} earlier in {whose}", count(end.1, end.0)),
        (false, true) if start.1 > start.0 => format!("Begins {} later in {whose}", count(start.0, start.1)),
        (false, true) => format!("Begins {} earlier in {whose}", count(start.1, start.0)),
        _ => format!("Other words in {whose}"),
    }
}

/// A sentence for each other project whose mark would change a total of the first.
fn told_effects(
    comparison: &Comparison,
    differences: &[&Difference],
    effects: &TotalsImpacts<'_>,
    names: &Names,
) -> Vec<String> {
    let mut told = Vec::new();
    for side in 1..comparison.sides().len() {
        let changes: Vec<TotalChange> = effects.totals_impact_of_mark(differences[0].row, side).totals;
        if changes.is_empty() {
            continue;
        }
        let sentences: Vec<String> = changes.iter().map(sentence).collect();
        let is_there = comparison.rows()[differences[0].row].marks[side].is_some();
        let whose = if is_there { format!("{} is taken", names.whose(side)) } else { "it is left out".to_owned() };
        told.push(format!("{} if {whose}", sentences.join(", ")));
    }
    told
}

/// “Killed 17 → 21”, and “Killed none → 21”.
fn sentence(change: &TotalChange) -> String {
    let sign = |amount: Option<Amount>| amount.map_or_else(|| "none".to_owned(), |amount| amount.sign());
    format!("{} {} → {}", change.label, sign(change.before), sign(change.after))
}
