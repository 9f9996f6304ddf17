use eframe::egui::{
    Align2, CornerRadius, Id, Rangef, Rect, Response, Role as Access, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::columns::{BAR, Columns};
use super::{days, head::counted};
use crate::app::category_look::CategoryLook;
use crate::app::document::tone;
use crate::app::find::grouped;
use crate::app::text::{Engine, Role, Style};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Icon, Words};
use crate::check::Severity;
use crate::library::{Counts, LibraryEntry, ProposalsLeft, Summary, Totals};
use crate::model::{Category, Direction, Status, Time};

/// How a row is shown.
#[derive(Clone, Copy)]
pub struct RowOptions<'a> {
    /// The columns.
    pub columns: &'a Columns,
    /// How many annotations the longest bar under a count stands for.
    pub most: usize,
    /// Whether the keys are there.
    pub is_current: bool,
    /// Whether the table has the focus.
    pub has_focus: bool,
    /// The present moment.
    pub now: Time,
    /// Where it is in the folder, where other rows have its headline.
    pub where_it_is: Option<&'a str>,
}

/// Shows a project, or the error of a file that cannot be read.
pub fn show(ui: &mut Ui, id: Id, rect: Rect, entry: &LibraryEntry, look: RowOptions<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, id, Sense::CLICK);
    let spoken = spoken(entry, look.where_it_is);
    response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, &spoken));
    if look.is_current || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if look.is_current { theme.selected } else { theme.hover });
    }
    if look.is_current {
        let bar = if look.has_focus { theme.text } else { theme.border_strong };
        // A bar besides the ground: in high contrast the two grounds differ little.
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, bar);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (theme.line_width, theme.border));
    match &entry.holds {
        Ok(summary) => {
            article(ui, rect, entry, summary, look);
            numbers(ui, rect, entry, summary, look);
            response
        }
        Err(why) => {
            damaged(ui, rect, entry, why, look.columns);
            // Why a file cannot be read is longer than a row, and nothing else tells it.
            response.on_hover_ui(|ui| {
                ui.set_max_width(480.0);
                crate::app::text::TextLabel::new(why, Role::Label).max_lines(12).show(ui);
            })
        }
    }
}

/// Headline over outlet, and where the file is where it is no plain project.
fn article(ui: &Ui, rect: Rect, entry: &LibraryEntry, summary: &Summary, look: RowOptions<'_>) {
    let theme = Theme::of(ui.ctx());
    let outlet = summary.outlet.split_whitespace().collect::<Vec<_>>().join(" ");
    let copy = entry.copy_of.as_ref().map(|original| {
        let name = original.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        format!("Conflicted copy of {name}")
    });
    let told = copy.or(look.where_it_is.map(str::to_owned));
    let below = match (told, outlet.is_empty()) {
        (Some(told), true) => told,
        (Some(told), false) => format!("{outlet} · {told}"),
        // The file's name where the card says nothing: two untitled articles must differ.
        (None, true) => entry.name(),
        (None, false) => outlet,
    };
    let ink = if entry.copy_of.is_some() { theme.warning } else { theme.text2 };
    two_lines(
        ui,
        rect,
        Rangef::new(look.columns.article.0, look.columns.article.1),
        (&entry.title(), theme.text),
        (&below, ink),
    );
}

/// Two lines of words that run in their own direction.
fn two_lines(
    ui: &Ui,
    rect: Rect,
    across: Rangef,
    above: (&str, eframe::egui::Color32),
    below: (&str, eframe::egui::Color32),
) {
    let engine = Engine::of(ui.ctx());
    let (left, right) = (across.min, across.max);
    let lines = [(above, Style::new(Role::TableWords), 4.0), (below, Style::new(Role::Hint), 24.0)];
    for ((words, ink), style, top) in lines {
        let laid = engine.layout_elided(words, style, Direction::Auto, (right - left).max(40.0), 1);
        // What runs from right to left begins at the left of its column all the same, as the rows are read so.
        let shift = laid.words_rect().left();
        engine.paint(&laid, ui.painter(), pos2(left - shift, rect.top() + top), ink);
    }
}

fn damaged(ui: &Ui, rect: Rect, entry: &LibraryEntry, why: &str, columns: &Columns) {
    let theme = Theme::of(ui.ctx());
    let (left, _) = columns.article;
    // In the middle of the second line, which begins at 24.
    let icon = Rect::from_min_size(pos2(left, rect.top() + 25.0), vec2(space::ICON_SMALL, space::ICON_SMALL));
    Icon::Error.paint(ui.painter(), icon, space::ICON_SMALL, theme.error);
    let engine = Engine::of(ui.ctx());
    let right = columns.changed.unwrap_or(columns.problems);
    let lines = [
        (entry.title(), Role::TableWords, left, 4.0, theme.text),
        (why.to_owned(), Role::Hint, icon.right() + 6.0, 24.0, theme.error),
    ];
    for (words, role, left, top, ink) in lines {
        let laid = engine.layout_elided(&words, role, Direction::Auto, (right - left).max(40.0), 1);
        engine.paint(&laid, ui.painter(), pos2(left - laid.words_rect().left(), rect.top() + top), ink);
    }
}

fn numbers(ui: &Ui, rect: Rect, entry: &LibraryEntry, summary: &Summary, look: RowOptions<'_>) {
    let theme = Theme::of(ui.ctx());
    let (painter, columns) = (ui.painter(), look.columns);
    let until = |right: f32, width: f32| rect.with_min_x(right - width).with_max_x(right);
    if let Some(at) = columns.published {
        let day = summary.published.map(|day| days::day(day, look.now)).unwrap_or_else(|| "–".to_owned());
        Words::new(&day, theme.text2).paint(painter, until(at, 76.0), Align2::RIGHT_CENTER);
    }
    for (category, at) in Category::ALL.into_iter().zip(columns.categories) {
        let n = summary.counts.category(category);
        let (count, ink) = if n == 0 { ("–".to_owned(), theme.text2) } else { (grouped(n), theme.text) };
        Words::new(&count, ink).paint(painter, until(at, 40.0), Align2::RIGHT_CENTER);
        // All rows and categories share one scale, so that bars compare down and across.
        let width = if n == 0 { 0.0 } else { (columns.bar * n as f32 / look.most.max(1) as f32).max(2.0) };
        let bar = Rect::from_min_max(pos2(at - width, rect.bottom() - 9.0), pos2(at, rect.bottom() - 7.0));
        painter.rect_filled(bar, 0.0, theme.mark(category.look()).line);
    }
    progress(ui, rect, &summary.counts, columns);
    if let Some(at) = columns.proposals_left {
        let (words, ink) = match summary.proposals_left {
            ProposalsLeft::NotCounted => ("…".to_owned(), theme.text2),
            ProposalsLeft::NotProposed => ("–".to_owned(), theme.text2),
            ProposalsLeft::Count(0) => ("none".to_owned(), theme.text2),
            ProposalsLeft::Count(n) => (grouped(n), theme.text),
        };
        Words::new(&words, ink).paint(painter, until(at, 48.0), Align2::RIGHT_CENTER);
    }
    problems(ui, until(columns.problems, 70.0), summary);
    if let Some(at) = columns.changed {
        let words = days::moment(entry.changed(), look.now);
        Words::new(&words, theme.text2).paint(painter, until(at, 60.0), Align2::RIGHT_CENTER);
    }
}

/// The bar of what was decided, what waits and what is with its authors, and the numbers beside it.
fn progress(ui: &Ui, rect: Rect, counts: &Counts, columns: &Columns) {
    let theme = Theme::of(ui.ctx());
    let (left, has_words) = columns.approved;
    let bar = Rect::from_min_size(pos2(left, rect.center().y - 4.0), vec2(BAR, 8.0));
    bars(ui, bar, counts);
    if has_words {
        let words = format!("{} of {}", counts.n_decided(), counts.n_annotations());
        Words::new(&words, theme.text2).paint_at(ui.painter(), pos2(bar.right() + 10.0, rect.center().y));
    }
}

/// Paints a bar of three parts: decided solid, waiting hollow, with its authors pale.
pub fn bars(ui: &Ui, bar: Rect, counts: &Counts) {
    let theme = Theme::of(ui.ctx());
    let all = counts.n_annotations();
    let parts = [counts.n_decided(), counts.n_waiting(), counts.n_with_authors()];
    let n_gaps = parts.iter().filter(|n| **n > 0).count().saturating_sub(1);
    // Two points between the parts, which differ by shade alone.
    let room = bar.width() - 2.0 * n_gaps as f32;
    let mut left = bar.left();
    for (n, kind) in parts.into_iter().zip(0..).filter(|(n, _)| *n > 0) {
        // A single mark among hundreds is seen, even if the bar grows by a point or two.
        let width = (room * n as f32 / all as f32).max(3.0);
        let part = Rect::from_min_size(pos2(left, bar.top()), vec2(width, bar.height()));
        match kind {
            0 => ui.painter().rect_filled(part, CornerRadius::same(2), theme.text2),
            1 => {
                let edge = Stroke::new(1.0, theme.text2);
                ui.painter().rect_stroke(part, CornerRadius::same(2), edge, StrokeKind::Inside)
            }
            _ => ui.painter().rect_filled(part, CornerRadius::same(2), theme.border_strong),
        };
        left = part.right() + 2.0;
    }
}

fn problems(ui: &Ui, room: Rect, summary: &Summary) {
    let theme = Theme::of(ui.ctx());
    let mut right = room.right();
    let grave = [Severity::Warning, Severity::Error].into_iter().filter(|of| summary.findings.n(*of) > 0);
    for severity in grave.clone() {
        let words = grouped(summary.findings.n(severity));
        let place = Words::new(&words, theme.text).paint(ui.painter(), room.with_max_x(right), Align2::RIGHT_CENTER);
        let icon = Rect::from_center_size(pos2(place.left() - 12.0, room.center().y), vec2(14.0, 14.0));
        tone(severity).icon().paint(ui.painter(), icon, space::ICON_SMALL, tone(severity).ink(&theme));
        right = icon.left() - 6.0;
    }
    if grave.count() == 0 {
        Words::new("none", theme.text2).paint(ui.painter(), room, Align2::RIGHT_CENTER);
    }
}

/// Shows what all rows add up to.
pub fn total(ui: &mut Ui, id: Id, rect: Rect, totals: &Totals, columns: &Columns) {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, id, Sense::hover());
    let counts = &totals.counts;
    let by_category =
        Category::ALL.map(|category| format!("{} {}", counts.category(category), category.name().to_lowercase()));
    let decided = format!("{} of {}", grouped(counts.n_decided()), grouped(counts.n_annotations()));
    let left = totals.n_proposals_left.map(|n| format!(", {} left", counted(n, "proposal"))).unwrap_or_default();
    let spoken = format!("Total: {}, {decided} approved or rejected{left}", by_category.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &spoken));
    let painter = ui.painter();
    Words::new("Total", theme.text2).paint_at(painter, pos2(columns.article.0, rect.center().y));
    for (category, at) in Category::ALL.into_iter().zip(columns.categories) {
        let count = grouped(counts.category(category));
        let room = rect.with_min_x(at - 44.0).with_max_x(at);
        Words::new(&count, theme.text).face(Face::Medium).paint(painter, room, Align2::RIGHT_CENTER);
    }
    Words::new(&decided, theme.text2).paint_at(painter, pos2(columns.approved.0, rect.center().y));
    if let (Some(at), Some(n)) = (columns.proposals_left, totals.n_proposals_left) {
        let room = rect.with_min_x(at - 48.0).with_max_x(at);
        Words::new(&grouped(n), theme.text).face(Face::Medium).paint(painter, room, Align2::RIGHT_CENTER);
    }
}

/// All that a screen reader says of a row.
fn spoken(entry: &LibraryEntry, where_it_is: Option<&str>) -> String {
    let Some(summary) = entry.summary() else {
        return format!(
            "{}, cannot be read: {}",
            entry.title(),
            entry.holds.as_ref().err().cloned().unwrap_or_default()
        );
    };
    let counts = &summary.counts;
    let mut said = vec![entry.title()];
    said.extend((!summary.outlet.is_empty()).then(|| summary.outlet.clone()));
    said.extend(where_it_is.map(str::to_owned));
    said.extend(entry.copy_of.is_some().then(|| "conflicted copy".to_owned()));
    said.extend(summary.published.map(|day| format!("published {day}")));
    let of = |category: Category| format!("{} {}", counts.category(category), category.name().to_lowercase());
    said.extend(Category::ALL.into_iter().filter(|category| counts.category(*category) > 0).map(of));
    said.push(format!("{} of {} approved or rejected", counts.n_decided(), counts.n_annotations()));
    said.extend((counts.status(Status::Submitted) > 0).then(|| format!("{} waiting", counts.n_waiting())));
    said.extend(match summary.proposals_left {
        ProposalsLeft::NotCounted => None,
        ProposalsLeft::NotProposed => Some("nothing is proposed".to_owned()),
        ProposalsLeft::Count(0) => Some("no proposals left".to_owned()),
        ProposalsLeft::Count(n) => Some(format!("{} left", counted(n, "proposal"))),
    });
    said.extend(summary.is_signed_off.then(|| "signed off".to_owned()));
    for severity in [Severity::Error, Severity::Warning] {
        let n = summary.findings.n(severity);
        said.extend((n > 0).then(|| counted(n, &severity.name().to_lowercase())));
    }
    said.join(", ")
}
