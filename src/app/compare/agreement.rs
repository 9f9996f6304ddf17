use eframe::egui::{Align2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, CompareCommand, DifferenceFilter};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Chip, FocusRing, Icon, PanelHeader, Scrolled, Words, tip_sentence};
use crate::model::Category;
use crate::review::agreement::Measured;

use super::counts::ByCategory;
use super::fields::fields;
use super::work::ComparisonState;

/// Right edge of the numbers, from the margin, in points.
// Room for “99 of 120” in semibold; the sentences of all lines then begin at one edge.
const NUMBERS: f32 = 64.0;
/// Height of a line of words, in points.
const LINE: f32 = 18.0;

/// Shows how far the projects agree, in words. Each number leads to the differences behind it. Answers how high all
/// of it is, in points.
pub fn agreement(ui: &mut Ui, work: &ComparisonState, margin: f32, commands: &mut Vec<Command>) -> f32 {
    let top = ui.cursor().top();
    ui.spacing_mut().item_spacing.y = 0.0;
    PanelHeader::new("Agreement").margin(margin).show(ui, |_| {});
    ui.spacing_mut().scroll = thin_scroll();
    // Measured and added to the contents, since the caller keeps the whole height for the next frame.
    let head = ui.cursor().top() - top;
    let scrolled = ScrollArea::vertical()
        .id_salt("agreement")
        .show(ui, |ui| {
            let counts = &work.counts;
            let of = |(part, whole): (usize, usize)| format!("{part} of {whole}");
            let numbers = [
                (of(counts.same_words), "marks cover the same words", DifferenceFilter::Words),
                (of(counts.same_category), "of those have the same category", DifferenceFilter::Category),
                (of(counts.same_figure), "figures were read alike", DifferenceFilter::Figure),
            ];
            for (value, words, only) in numbers {
                let spoken = format!("{value} {words}");
                let number_of_marks = Number { value: &value, sentence: words, spoken: &spoken, only, is_choice: true };
                number(ui, number_of_marks, work, margin, commands);
            }
            // The coefficient by its own name: two coders and several have different ones.
            let kind = work.agreement.kappa.kind.name();
            let kappa = format!("{kind}’s κ");
            for (measured, words, name) in [
                (
                    &work.agreement.alpha_u,
                    "agreement beyond chance on where marks stand, where 1 is full and 0 is luck",
                    "Krippendorff’s uα",
                ),
                (&work.agreement.kappa.value, "agreement beyond chance word by word", kappa.as_str()),
            ] {
                let (value, words) = describe(measured, words);
                let sentence = format!("{words} ({name})");
                let spoken = format!("{value} {sentence}");
                let coefficient = Number {
                    value: &value,
                    sentence: &sentence,
                    spoken: &spoken,
                    only: DifferenceFilter::Words,
                    is_choice: false,
                };
                number(ui, coefficient, work, margin, commands);
            }
            ui.add_space(4.0);
            // One scale for all categories, so that the bars compare with each other.
            let most = counts.by_category.iter().map(|by| by.all()).max().unwrap_or(0).max(1);
            for (category, by) in Category::ALL.into_iter().zip(counts.by_category) {
                if by.all() > 0 {
                    bar(ui, category, by, most, work, margin, commands);
                }
            }
            for (category, by) in Category::ALL.into_iter().zip(counts.by_category) {
                if let Some(sentence) = alone(work, category, by) {
                    note(ui, &sentence, margin);
                }
            }
            fields(ui, work, margin, commands);
            ui.add_space(8.0);
        })
        .named(ui.ctx(), "the agreement");
    head + scrolled.content_size.y
}

/// A number of the agreement with its words.
pub struct Number<'a> {
    /// The number.
    pub value: &'a str,
    /// What it says.
    pub sentence: &'a str,
    /// Both, as a screen reader says them.
    pub spoken: &'a str,
    /// The differences behind it.
    pub only: DifferenceFilter,
    /// Whether it is shown as chosen while those are listed.
    pub is_choice: bool,
}

/// A coefficient as it is shown, or why there is none.
fn describe(measured: &Measured, words: &str) -> (String, String) {
    match measured {
        Ok(coefficient) => {
            let bounds =
                coefficient.bounds.map(|[low, high]| format!(", likely from {low:.2} to {high:.2}").replace('-', "−"));
            (format!("{:.2}", coefficient.value).replace('-', "−"), format!("{words}{}", bounds.unwrap_or_default()))
        }
        Err(why) => ("–".to_owned(), why.to_string()),
    }
}

/// Shows a number with its words, which leads to what is behind it.
pub fn number(ui: &mut Ui, shown: Number<'_>, work: &ComparisonState, margin: f32, commands: &mut Vec<Command>) {
    let Number { value, sentence, spoken, only, is_choice } = shown;
    let theme = Theme::of(ui.ctx());
    let left = margin + NUMBERS + 12.0;
    let width = (ui.available_width() - left - margin).max(80.0);
    let lines = Words::new(sentence, theme.text).lines(ui.painter(), width);
    let height = (lines.size().y + 10.0).max(space::HIT);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    // The coefficients lead to the same list as the first number, which alone is shown as chosen.
    let is_chosen = work.only == only && is_choice;
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if is_chosen { theme.selected } else { theme.hover });
    }
    let first = Rect::from_min_size(rect.min + vec2(margin, 5.0), vec2(NUMBERS, LINE));
    Words::new(value, theme.text).face(Face::Semibold).paint(ui.painter(), first, Align2::RIGHT_CENTER);
    lines.paint(ui.painter(), pos2(rect.left() + left, rect.top() + 5.0));
    FocusRing::within(ui.painter(), &response);
    tip_sentence(&response, "Lists the differences behind it");
    if response.clicked() {
        let only = if is_chosen { DifferenceFilter::All } else { only };
        commands.push(Command::Compare(CompareCommand::Only(only)));
    }
}

/// The marks of a category: as a bar those on which all agree, as a low line those of the first alone, as a high
/// line those of others alone.
fn bar(
    ui: &mut Ui,
    category: Category,
    by: ByCategory,
    most: usize,
    work: &ComparisonState,
    margin: f32,
    commands: &mut Vec<Command>,
) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    let ByCategory { agreed, first, others } = by;
    let all = by.all();
    let spoken = format!("{}: {agreed} of {all} marks agree", category.name());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let only = DifferenceFilter::Of(category);
    if work.only == only || response.hovered() {
        let fill = if work.only == only { theme.selected } else { theme.hover };
        ui.painter().rect_filled(rect, 0.0, fill);
    }
    let painter = ui.painter();
    let chip = Chip::new(category.look()).small();
    let middle = rect.center().y;
    let place =
        Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + margin, middle), eframe::egui::Vec2::splat(chip.side()));
    chip.paint(painter, place);
    Words::new(category.name(), theme.text).paint_at(painter, pos2(place.right() + 10.0, middle));
    let count =
        Rect::from_min_max(pos2(rect.right() - margin - 60.0, rect.top()), pos2(rect.right() - margin, rect.bottom()));
    let told = format!("{agreed} of {all}");
    Words::new(&told, theme.text2).size(Face::SMALL).paint(painter, count, Align2::RIGHT_CENTER);
    // 130 is a chip, its gap and “Displacement”, so that the bars of all categories begin below each
    // other.
    let (left, right) = (rect.left() + margin + 130.0, count.left() - 8.0);
    let unit = (right - left).max(10.0) / most as f32;
    let line = theme.mark(category.look()).line;
    let mut at = left;
    // As in the article: a full band for both, the line below for the first, the line above for others.
    for (n, top, bottom) in [(agreed, -5.0, 5.0), (first, 3.0, 5.0), (others, -5.0, -3.0)] {
        if n > 0 {
            let width = unit * n as f32;
            let piece =
                // Two points between the pieces, and two at least of each, or a single mark among hundreds would not
                // be seen.
                Rect::from_min_max(pos2(at, middle + top), pos2((at + width - 2.0).max(at + 2.0), middle + bottom));
            painter.rect_filled(piece, 1.0, line);
            at += width;
        }
    }
    FocusRing::within(painter, &response);
    if response.clicked() {
        let only = if work.only == only { DifferenceFilter::All } else { only };
        commands.push(Command::Compare(CompareCommand::Only(only)));
    }
}

/// What is to be said where one alone marked a category.
fn alone(work: &ComparisonState, category: Category, by: ByCategory) -> Option<String> {
    // One mark may be a slip. Two or more by one side alone, and none together, is another reading of the
    // rules.
    if by.agreed > 0 || by.all() < 2 || work.names.short.len() != 2 {
        return None;
    }
    let has = |side: usize| {
        let of = |mark: &std::sync::Arc<crate::model::Annotation>| mark.category() == category;
        work.comparison.rows().iter().any(|row| row.marks[side].as_ref().is_some_and(of))
    };
    let who = match [has(0), has(1)] {
        [true, false] => &work.names.short[0],
        [false, true] => &work.names.short[1],
        _ => return None,
    };
    let (marks, kind) = match category {
        Category::Quotes => ("Quotes", "quote"),
        Category::Claims => ("Claims", "claim"),
        Category::Casualties => ("Casualties", "casualty"),
        Category::Displacement => return None,
    };
    Some(format!(
        "{marks} were marked by {who} alone. Agree on what counts as a {kind} before you settle these one by one"
    ))
}

fn note(ui: &mut Ui, sentence: &str, margin: f32) {
    let theme = Theme::of(ui.ctx());
    let width = (ui.available_width() - 2.0 * margin - 24.0).max(80.0);
    // The 24 taken off are the icon and its gap.
    let lines = Words::new(sentence, theme.text2).lines(ui.painter(), width);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), lines.size().y + 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, sentence));
    let icon = Rect::from_min_size(rect.min + vec2(margin, 5.0), vec2(space::ICON, space::ICON));
    Icon::Note.paint(ui.painter(), icon, space::ICON, theme.text2);
    lines.paint(ui.painter(), pos2(icon.right() + 8.0, rect.top() + 4.0));
}
