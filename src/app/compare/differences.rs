use eframe::egui::{Align, Layout as Direction, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::command::{Command, CompareCommand, DifferenceFilter, DifferenceOrder};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Button, EmptyState, Hairline, PanelHeader, Pill, Scrolled, Words, menu, menu_entry, told};

use super::row::{ROW_HEIGHT, place_row, row};
use super::run::open_still;
use super::work::ComparisonState;

/// Height of the title of a group, in points.
const TITLE: f32 = 32.0;
/// Height of the buttons at the foot, in points.
const FOOT: f32 = 48.0;

/// A line of the list.
enum Line {
    Title(&'static str, usize),
    /// The place of a difference among those that are listed.
    Row(usize),
    /// The number of a place where the texts differ.
    Place(usize),
}

/// Shows the left panel: the differences by what they change, and how to come to an end.
pub fn differences(ui: &mut Ui, work: &mut ComparisonState, margin: f32, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    header(ui, work, margin, commands);
    let foot = Rect::from_min_max(pos2(ui.max_rect().left(), ui.max_rect().bottom() - FOOT), ui.max_rect().max);
    let room = Rect::from_min_max(ui.cursor().min, pos2(foot.right(), foot.top()));
    let mut list = ui.new_child(UiBuilder::new().id_salt("differences").max_rect(room));
    list.set_clip_rect(room.intersect(ui.clip_rect()));
    if work.n_differences() == 0 && work.texts.is_empty() {
        let n = work.comparison.rows().len();
        let sentence = match n {
            1 => "1 mark agrees in every field".to_owned(),
            n => format!("{n} of {n} marks agree in every field"),
        };
        let title = if work.comparison.sides().len() == 2 { "Both marked the same" } else { "All marked the same" };
        EmptyState::new(title).sentence(&sentence).show(&mut list);
    } else if work.listed().len() == 0 && work.only != DifferenceFilter::All {
        if EmptyState::new("No difference of this kind").buttons(&["Show all"]).show(&mut list).is_some() {
            commands.push(Command::Compare(CompareCommand::Only(DifferenceFilter::All)));
        }
    } else {
        rows(&mut list, work, commands);
    }
    let mut foot = ui.new_child(UiBuilder::new().id_salt("finish").max_rect(foot));
    finish(&mut foot, work, margin, commands);
}

fn header(ui: &mut Ui, work: &ComparisonState, margin: f32, commands: &mut Vec<Command>) {
    let count = match (work.only, work.n_differences()) {
        (DifferenceFilter::All, n) => n.to_string(),
        (_, n) => format!("{} of {n}", work.listed().len()),
    };
    PanelHeader::new("Differences").count(&count).margin(margin).show_right(ui, |ui| {
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing.x = 6.0;
        let order = Pill::new(work.order.name()).menu("Order of the differences").show(ui);
        menu(&order).show(|ui| {
            for order in [DifferenceOrder::Effect, DifferenceOrder::Text] {
                if menu_entry(ui, order.name()).clicked() {
                    commands.push(Command::Compare(CompareCommand::Sort(order)));
                }
            }
        });
        if work.only != DifferenceFilter::All && Button::new("Show all").quiet().tight().show(ui).clicked() {
            commands.push(Command::Compare(CompareCommand::Only(DifferenceFilter::All)));
        }
    });
    Hairline::new().show(ui);
}

fn rows(ui: &mut Ui, work: &mut ComparisonState, commands: &mut Vec<Command>) {
    let lines = lines(work);
    let mut tops = Vec::with_capacity(lines.len() + 1);
    let mut height = 0.0;
    for line in &lines {
        tops.push(height);
        height += if matches!(line, Line::Title(..)) { TITLE } else { ROW_HEIGHT };
    }
    tops.push(height);
    let reveals = std::mem::take(&mut work.wants_current);
    let current = work.place();
    ui.spacing_mut().scroll = thin_scroll();
    ScrollArea::vertical()
        .id_salt("rows")
        .auto_shrink(false)
        .show_viewport(ui, |ui, view| {
            let origin = ui.cursor().min;
            let width = ui.max_rect().width();
            ui.set_height(height);
            let n_rows = lines.iter().filter(|line| !matches!(line, Line::Title(..))).count();
            told::list(ui, "List of differences", n_rows);
            let rect = |n: usize| {
                Rect::from_min_max(pos2(origin.x, origin.y + tops[n]), pos2(origin.x + width, origin.y + tops[n + 1]))
            };
            let first = tops.partition_point(|top| *top <= view.top()).saturating_sub(1);
            for n in (first..lines.len()).take_while(|n| tops[*n] < view.bottom()) {
                match lines[n] {
                    Line::Title(group, count) => title(ui, rect(n), group, count, n > 0),
                    Line::Place(number) => {
                        if place_row(ui, rect(n), work.listed().len() + number, number, &work.texts[number]) {
                            commands.push(Command::Compare(CompareCommand::Place(number)));
                        }
                    }
                    Line::Row(place) => {
                        let Some(entry) = work.listed().nth(place) else { continue };
                        if row(ui, rect(n), work, place, entry, place == current) {
                            commands.push(Command::Compare(CompareCommand::Go(entry.row)));
                        }
                    }
                }
            }
            let line = lines.iter().position(|line| matches!(line, Line::Row(place) if *place == current));
            if let Some(line) = line.filter(|_| reveals) {
                ui.scroll_to_rect(rect(line).expand2(vec2(0.0, 8.0)), None);
            }
        })
        .named(ui.ctx(), "the list of differences");
}

/// The lines of the list: with titles where it is by effect. Where the texts differ comes last.
fn lines(work: &ComparisonState) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut last = None;
    for (place, entry) in work.listed().enumerate() {
        if work.order == DifferenceOrder::Effect && last != Some(entry.group) {
            last = Some(entry.group);
            let count = work.listed().filter(|other| other.group == entry.group).count();
            lines.push(Line::Title(entry.group.title(), count));
        }
        lines.push(Line::Row(place));
    }
    if work.only == DifferenceFilter::All {
        let mut number = 0;
        for group in work.texts.chunk_by(|one, other| one.group() == other.group()) {
            lines.push(Line::Title(group[0].group(), group.len()));
            lines.extend((number..number + group.len()).map(Line::Place));
            number += group.len();
        }
    }
    lines
}

fn title(ui: &mut Ui, rect: Rect, group: &str, count: usize, has_line: bool) {
    let theme = Theme::of(ui.ctx());
    if has_line {
        Hairline::new().paint_above(ui, rect);
    }
    let inside = rect.shrink2(vec2(space::PANEL_MARGIN, 0.0));
    let mut ui =
        ui.new_child(UiBuilder::new().id_salt(group).max_rect(inside).layout(Direction::left_to_right(Align::Center)));
    ui.spacing_mut().item_spacing.x = space::ICON_GAP;
    Words::new(group, theme.text2).size(Face::SMALL).show(&mut ui);
    Words::new(&count.to_string(), theme.text2).size(Face::SMALL).show(&mut ui);
}

/// What leads to the end: accepting what all agree on, then the new project.
fn finish(ui: &mut Ui, work: &ComparisonState, margin: f32, commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    Hairline::new().paint_above(ui, rect);
    let (rect, _) = ui.allocate_exact_size(rect.size(), Sense::hover());
    let inside = rect.shrink2(vec2(margin, 0.0));
    let mut ui = ui.new_child(
        UiBuilder::new().id_salt("buttons").max_rect(inside).layout(Direction::left_to_right(Align::Center)),
    );
    ui.spacing_mut().item_spacing.x = space::BUTTON_GAP;
    let n_agreed = work.n_agreed_open();
    if n_agreed > 0 {
        let key = Command::Compare(CompareCommand::TakeAgreed).key_cap(ui.ctx());
        let label = format!("Accept all that agree ({n_agreed})");
        if Button::new(&label).key(&key).tight().show(&mut ui).clicked() {
            commands.push(Command::Compare(CompareCommand::TakeAgreed));
        }
    }
    let why = open_still(work.n_differences() - work.n_settled(), n_agreed);
    let key = Command::Compare(CompareCommand::Finish).key_cap(ui.ctx());
    let mut button = Button::new("Finish").key(&key).tight();
    match &why {
        Some(why) => button = button.disabled(Some(why)),
        None => button = button.primary(),
    }
    if button.show(&mut ui).clicked() {
        commands.push(Command::Compare(CompareCommand::Finish));
    }
}
