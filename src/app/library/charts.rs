//! What the projects of the table add up to, as bars; each leads to what it counts.

use eframe::egui::{
    Align2, CornerRadius, Id, Rect, Response, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use jiff::civil::Date;

use super::row::bars;
use super::view::LibraryView;
use super::{days, head::counted};
use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::find::grouped;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Chip, FocusRing, Hairline, PanelHeader, Scrolled, Words, tip_sentence};
use crate::library::{SideBySide, TableView, TotalsPart};
use crate::model::{Category, Direction, Status, Time};

/// Height of a row of bars, and of one in a list, in points.
// Bars of up to 22 points with 5 around them: enough to tell weeks apart, while the four categories
// stay on one screen.
const BARS: f32 = 32.0;
const ROW: f32 = space::ROW;
/// Width of the numbers at the right.
// “12,345” in small figures.
const NUMBER: f32 = 44.0;
/// How many sources, people and projects of a total are shown.
// The first few are most of the work; all of a large desk would push the totals off the panel.
const MOST: usize = 8;

/// Shows them all, to be scrolled.
pub fn show(ui: &mut Ui, library: &LibraryView, now: Time, commands: &mut Vec<Command>) {
    if library.rows.is_empty() {
        return;
    }
    let mut chosen = None;
    ui.spacing_mut().scroll = thin_scroll();
    ScrollArea::vertical()
        .id_salt("charts")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            chosen = weeks(ui, library, now)
                .or_else(|| statuses(ui, library))
                .or_else(|| people(ui, library))
                .or_else(|| quoted(ui, library));
            let total = ledgers(ui, library, commands);
            chosen = chosen.take().or(total);
        })
        .named(ui.ctx(), "the charts");
    if let Some(part) = chosen {
        // What is chosen once more is let go of.
        let part = (library.shown.part.as_ref() != Some(&part)).then_some(part);
        commands.push(Command::ShowInLibrary(Box::new(TableView { part, ..library.shown.clone() })));
    }
}

/// The marks of each category, week by week.
fn weeks(ui: &mut Ui, library: &LibraryView, now: Time) -> Option<TotalsPart> {
    let weeks = &library.totals.weeks;
    let (first, last) = (weeks.first()?.0, weeks.last()?.0);
    let theme = Theme::of(ui.ctx());
    let told = match weeks.len() {
        1 => format!("week of {}", days::day(first, now)),
        n => format!("{n} weeks to that of {}", days::day(last, now)),
    };
    PanelHeader::new("Marks a week").show_right(ui, |ui| {
        ui.add_space(8.0);
        Words::new(&told, theme.text3).size(Face::SMALL).show(ui);
    });
    let most = weeks.iter().flat_map(|(_, counts)| counts).copied().max().unwrap_or(0).max(1);
    let mut chosen = None;
    for category in Category::ALL {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), BARS), Sense::hover());
        let total = library.totals.counts.category(category);
        let label = rect.with_max_x(rect.left() + 128.0);
        let name = format!("{}, {}", category.name(), counted(total, "mark"));
        let response = pressable(ui, label, Id::unique("weeks").with(category as usize), &name);
        let chip = Chip::new(category.look());
        let left = rect.left() + space::PANEL_MARGIN;
        let place =
            Rect::from_min_size(pos2(left, rect.center().y - chip.side() / 2.0), vec2(chip.side(), chip.side()));
        chip.paint(ui.painter(), place);
        Words::new(category.name(), theme.text).paint_at(ui.painter(), pos2(place.right() + 10.0, rect.center().y));
        number(ui, rect, total);
        let room = Rect::from_min_max(
            pos2(label.right(), rect.top() + 5.0),
            pos2(rect.right() - space::PANEL_MARGIN - NUMBER, rect.bottom() - 5.0),
        );
        if response.clicked() {
            chosen = Some(TotalsPart::Category(category));
        }
        chosen = chosen.or(columns(ui, room, library, category, most));
    }
    ui.add_space(6.0);
    Hairline::new().show(ui);
    chosen
}

/// The bars of a category, one a week, each of which can be pressed.
fn columns(ui: &Ui, room: Rect, library: &LibraryView, category: Category, most: usize) -> Option<TotalsPart> {
    let theme = Theme::of(ui.ctx());
    let n_weeks = library.totals.weeks.len();
    // At most 26: two weeks alone would else be two slabs.
    let pitch = (room.width() / n_weeks as f32).min(26.0);
    let left = room.right() - pitch * n_weeks as f32;
    ui.painter().hline(left..=room.right(), room.bottom(), (theme.line_width, theme.border_strong));
    let mut chosen: Option<Date> = None;
    for (n, (monday, count)) in library.totals.bars(category).enumerate() {
        let cell = Rect::from_min_size(pos2(left + n as f32 * pitch, room.top()), vec2(pitch, room.height()));
        let name = format!("{}, week of {monday}: {}", category.name(), counted(count, "mark"));
        let response = pressable(ui, cell, Id::unique("week").with((category as usize, n)), &name);
        // A single mark beside a week of hundreds is still a mark.
        let height = if count == 0 { 0.0 } else { (room.height() * count as f32 / most as f32).max(1.5) };
        let bar = Rect::from_min_max(
            pos2(cell.left() + 1.5, room.bottom() - height),
            pos2(cell.right() - 1.5, room.bottom()),
        );
        ui.painter().rect_filled(bar, CornerRadius { nw: 1, ne: 1, sw: 0, se: 0 }, theme.mark(category.look()).line);
        tip_sentence(&response, &name);
        if response.clicked() {
            chosen = Some(monday);
        }
    }
    chosen.map(TotalsPart::Week)
}

/// How far the marks have come.
fn statuses(ui: &mut Ui, library: &LibraryView) -> Option<TotalsPart> {
    let counts = &library.totals.counts;
    let most = Status::ALL.iter().map(|status| counts.status(*status)).max().filter(|most| *most > 0)?;
    PanelHeader::new("Progress").show(ui, |_| {});
    let mut chosen = None;
    for &status in Status::ALL {
        let n = counts.status(status);
        if n > 0 && bar_row(ui, ("status", status as usize), status.label(), n, most).clicked() {
            chosen = Some(TotalsPart::Status(status));
        }
    }
    end(ui);
    chosen
}

/// The marks of each person, and how far those have come.
fn people(ui: &mut Ui, library: &LibraryView) -> Option<TotalsPart> {
    let theme = Theme::of(ui.ctx());
    let mut people: Vec<_> = library.totals.people.iter().collect();
    // Who has most first; a stable sort leaves those with as many in the order of their names.
    people.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.n_annotations()));
    let most = people.first().map(|(_, counts)| counts.n_annotations())?;
    PanelHeader::new("People").show_right(ui, |ui| {
        ui.add_space(8.0);
        Words::new("approved, waiting, with them", theme.text3).size(Face::SMALL).show(ui);
    });
    let mut chosen = None;
    for (n, (person, counts)) in people.iter().take(MOST).enumerate() {
        let all = counts.n_annotations();
        let name = format!("{person}, {}, {} approved or rejected", counted(all, "mark"), counts.n_decided());
        let (rect, room, response) = row(ui, ("person", n), &name, person.name());
        number(ui, rect, all);
        if all > 0 {
            let width = room.width() * all as f32 / most as f32;
            bars(ui, Rect::from_min_size(pos2(room.left(), room.center().y - 4.0), vec2(width.max(4.0), 8.0)), counts);
        }
        if response.clicked() {
            chosen = Some(TotalsPart::Person(person.clone()));
        }
    }
    more(ui, people.len());
    end(ui);
    chosen
}

/// Who is quoted most.
fn quoted(ui: &mut Ui, library: &LibraryView) -> Option<TotalsPart> {
    let quoted = &library.totals.quoted;
    let most = quoted.first()?.1;
    PanelHeader::new("Most quoted sources").show(ui, |_| {});
    let mut chosen = None;
    for (n, (name, count)) in quoted.iter().take(MOST).enumerate() {
        if bar_row(ui, ("quoted", n), name, *count, most).clicked() {
            chosen = Some(TotalsPart::Quoted(name.clone()));
        }
    }
    more(ui, quoted.len());
    end(ui);
    chosen
}

/// The ledgers side by side: what each project says of one total. They are never added up.
fn ledgers(ui: &mut Ui, library: &LibraryView, commands: &mut Vec<Command>) -> Option<TotalsPart> {
    if library.totals.ledgers.is_empty() {
        return None;
    }
    PanelHeader::new("Totals side by side").show(ui, |_| {});
    let mut chosen = None;
    for (n, side) in library.totals.ledgers.iter().enumerate() {
        chosen = chosen.or(ledger(ui, n, side, commands));
    }
    ui.add_space(12.0);
    chosen
}

fn ledger(ui: &mut Ui, n: usize, side: &SideBySide, commands: &mut Vec<Command>) -> Option<TotalsPart> {
    let theme = Theme::of(ui.ctx());
    let label = side.label();
    let name = format!("{label} in {}", counted(side.totals.len(), "project"));
    let (rect, _, response) = row(ui, ("ledger", n), &name, &label);
    number(ui, rect, side.totals.len());
    for (place, (entry, total)) in side.totals.iter().take(MOST).enumerate() {
        let amount = total.amount.map_or_else(|| "–".to_owned(), |amount| amount.sign());
        let title = entry.title();
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
        let id = Id::unique("ledgers").with((n, place));
        let said = format!("{title}: {label}, {}", total.amount.map_or_else(|| "no total".to_owned(), |a| a.words()));
        if pressable(ui, rect, id, &said).clicked() {
            commands.push(Command::OpenFromLibrary(entry.path.clone(), None));
        }
        let inner = rect.shrink2(vec2(space::PANEL_MARGIN, 0.0));
        // A total with unresolved errors must not pass for a sound one when it is compared.
        let ink = if total.n_errors > 0 { theme.error } else { theme.text };
        let shown = Words::new(&amount, ink).size(Face::SMALL).paint(ui.painter(), inner, Align2::RIGHT_CENTER);
        let room = inner.with_min_x(inner.left() + 12.0).with_max_x(shown.left() - 10.0);
        title_at(ui, room, &title, Role::Hint, theme.text2);
    }
    more(ui, side.totals.len());
    response.clicked().then_some(TotalsPart::Total(side.of, side.unit))
}

/// Shows a row with a name, a plain bar and a number.
fn bar_row(ui: &mut Ui, id: (&'static str, usize), name: &str, n: usize, most: usize) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, room, response) = row(ui, id, &format!("{name}, {}", grouped(n)), name);
    number(ui, rect, n);
    let width = (room.width() * n as f32 / most.max(1) as f32).max(2.0);
    let bar = Rect::from_min_size(pos2(room.left(), room.center().y - 4.0), vec2(width, 8.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), theme.text2);
    response
}

/// A row that can be pressed with a name at its left; answers it and the room for a bar.
fn row(ui: &mut Ui, id: (&'static str, usize), spoken: &str, name: &str) -> (Rect, Rect, Response) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = pressable(ui, rect, Id::unique("charts").with(id), spoken);
    let inner = rect.shrink2(vec2(space::PANEL_MARGIN, 0.0));
    // Names in one half, bars in the other, so that all bars of the panel begin below each other.
    let middle = inner.left() + inner.width() * 0.5;
    title_at(ui, inner.with_max_x(middle - 10.0), name, Role::Label, theme.text);
    (rect, Rect::from_min_max(pos2(middle, rect.top()), pos2(inner.right() - NUMBER, rect.bottom())), response)
}

fn pressable(ui: &Ui, rect: Rect, id: Id, spoken: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    FocusRing::within(ui.painter(), &response);
    response
}

fn number(ui: &Ui, rect: Rect, n: usize) {
    let theme = Theme::of(ui.ctx());
    let room = rect.shrink2(vec2(space::PANEL_MARGIN, 0.0));
    Words::new(&grouped(n), theme.text2).size(Face::SMALL).paint(ui.painter(), room, Align2::RIGHT_CENTER);
}

fn title_at(ui: &Ui, room: Rect, text: &str, role: Role, ink: eframe::egui::Color32) {
    let engine = Engine::of(ui.ctx());
    let laid = engine.layout_elided(text, role, Direction::Auto, room.width().max(30.0), 1);
    let top = room.center().y - laid.size().y / 2.0;
    engine.paint(&laid, ui.painter(), pos2(room.left() - laid.words_rect().left(), top), ink);
}

/// Says how many there are that are not shown.
fn more(ui: &mut Ui, n: usize) {
    if n > MOST {
        let theme = Theme::of(ui.ctx());
        ui.horizontal(|ui| {
            ui.add_space(space::PANEL_MARGIN);
            Words::new(&format!("and {} more", grouped(n - MOST)), theme.text3).size(Face::SMALL).show(ui);
        });
    }
}

fn end(ui: &mut Ui) {
    ui.add_space(6.0);
    Hairline::new().show(ui);
}
