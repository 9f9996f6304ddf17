use eframe::egui::{Align2, Color32, Id, Rect, Role as Access, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::ledger_line::{Line, noted, record, rest, unitless};
use super::range::{Scale, paint_range};
use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::reading::reading_of;
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Button, Chip, Icon, Tone, Words, told};
use crate::figures::{Amount, Counted, FigureConflict, Ledger, Row};
use crate::model::{AnnotationId, Direction, Project};

/// Where the columns of the table stand, in points of the window, and their scales.
pub struct LedgerColumns {
    label: (f32, f32),
    numbers: [f32; 3],
    range: Option<(f32, f32)>,
    records: f32,
    source: (f32, f32),
    casualties: Scale,
    displaced: Scale,
}

/// Width of a column of numbers, in points.
// “1,234,567” in the body's size.
const COLUMN: f32 = 56.0;

/// How a line is shown.
#[derive(Clone, Copy)]
pub struct LineOptions<'a> {
    /// Whether the keys are there.
    pub is_current: bool,
    /// Whether the table has the focus.
    pub has_focus: bool,
    /// The columns.
    pub columns: &'a LedgerColumns,
}

impl LedgerColumns {
    /// The columns in a room of the window.
    pub fn of(room: Rect, margin: f32, ledger: &Ledger) -> LedgerColumns {
        let (left, right) = (room.left() + margin, room.right() - margin);
        // Below that the bars would take the room of the labels, which say what is counted.
        let is_wide = right - left >= 700.0;
        let source = if is_wide { 146.0 } else { 120.0 };
        let records = right - source - 24.0;
        let range = is_wide.then_some((records - 60.0 - (right - left) * 0.16, records - 60.0));
        let high = range.map_or(records - 60.0, |(left, _)| left - 12.0);
        let largest = |is_displaced| {
            let rows = ledger.rows.iter().filter(|row| matches!(row.of, Counted::Measure(_)) == is_displaced);
            Scale::of(rows.filter_map(|row| row.total))
        };
        LedgerColumns {
            label: (left, high - 3.0 * COLUMN),
            numbers: [high - 2.0 * COLUMN, high - COLUMN, high],
            range,
            records,
            source: (records + 24.0, right),
            casualties: largest(false),
            displaced: largest(true),
        }
    }

    /// Shows the heads of the columns.
    pub fn head(&self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::hover());
        let y = rect.center().y;
        let head = |words: &str, x: f32, align: Align2| {
            let room = align.anchor_size(pos2(x, y), Vec2::new(120.0, 16.0));
            Words::new(words, theme.text3).size(Face::SMALL).paint(ui.painter(), room, align);
        };
        head("Total", self.label.0, Align2::LEFT_CENTER);
        for (words, x) in ["Low", "Best", "High"].into_iter().zip(self.numbers) {
            head(words, x, Align2::RIGHT_CENTER);
        }
        if let Some((left, _)) = self.range {
            head("Range", left, Align2::LEFT_CENTER);
        }
        head("Records", self.records, Align2::RIGHT_CENTER);
        head("Largest source", self.source.0, Align2::LEFT_CENTER);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (theme.line_width, theme.border));
    }

    fn scale(&self, of: Counted) -> &Scale {
        match of {
            Counted::Harm(_) => &self.casualties,
            Counted::Measure(_) => &self.displaced,
        }
    }
}

/// Shows a line of the table; answers whether it was clicked.
pub fn ledger_row(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    document: &Document,
    line: &Line<'_>,
    look: LineOptions<'_>,
    commands: &mut Vec<Command>,
) -> bool {
    let theme = Theme::of(ui.ctx());
    let project = document.session.project();
    if let Line::Heading(words) = line {
        let heading = ui.interact(rect, id, Sense::hover());
        heading.widget_info(|| WidgetInfo::labeled(Access::Heading, true, *words));
        let room = rect.with_min_x(look.columns.label.0);
        Words::new(words, theme.text2).size(Face::SMALL).face(Face::Semibold).paint(
            ui.painter(),
            room,
            Align2::LEFT_CENTER,
        );
        return false;
    }
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, line.spoken(project)));
    if let Line::Total(_, is_open) = line {
        told::expanded(ui.ctx(), id, *is_open);
    }
    let holds_selected = document.session.selected.is_some_and(|selected| line.ids().contains(&selected));
    if look.is_current || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if look.is_current { theme.selected } else { theme.hover });
    }
    if look.is_current || holds_selected {
        // The bar without a ground tells which rows the selected mark counts in.
        let bar = if look.is_current && look.has_focus { theme.text } else { theme.border_strong };
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, bar);
    }
    let paint = Painted { ui, theme: &theme, rect, columns: look.columns, project };
    match line {
        Line::Heading(_) => {}
        Line::Total(row, is_open) => paint.total(row, *is_open),
        Line::Some(label, amount, _, account) => {
            let note = amount.as_ref().map(noted).unwrap_or_default();
            paint.label(&format!("{label}{note}"), 24.0, theme.text2, Role::Label);
            paint.amount(amount.as_ref(), theme.text2, None);
            paint.source(account.map(|account| account.name(project)).unwrap_or_default());
        }
        Line::Rest(id, by, amount) => {
            paint.label(&rest(project, *id, *by), 24.0, theme.text2, Role::Label);
            paint.amount(Some(amount), theme.text2, None);
        }
        Line::Record(id, not_counted) => {
            paint.record(*id, 24.0);
            let figure = project.annotation(*id).and_then(|annotation| annotation.details.figure());
            let told = [figure.map(reading_of), not_counted.map(|record| record.why.sentence().to_owned())];
            let told: Vec<String> = told.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            paint.note(&told.join(" · "));
        }
        Line::Toll(toll) => {
            paint.label(
                &format!("{}, running toll{}", toll.of.label(), noted(&toll.amount)),
                0.0,
                theme.text,
                Role::Label,
            );
            paint.amount(Some(&toll.amount), theme.text, None);
        }
        Line::Unitless(ids) => {
            let room = (look.columns.label.0, look.columns.source.1);
            paint.words(&unitless(project, ids), room, theme.text3, Role::Label);
        }
        Line::Conflict(conflict) => show_conflict(ui, id, rect, project, conflict, look, commands),
    }
    response.clicked()
}

struct Painted<'a> {
    ui: &'a Ui,
    theme: &'a Theme,
    rect: Rect,
    columns: &'a LedgerColumns,
    project: &'a Project,
}

impl Painted<'_> {
    fn total(&self, row: &Row, is_open: bool) {
        let theme = self.theme;
        let arrow = Rect::from_center_size(pos2(self.columns.label.0 + 6.0, self.rect.center().y), Vec2::splat(12.0));
        let icon = if is_open { Icon::Down } else { Icon::Next };
        icon.paint(self.ui.painter(), arrow, 12.0, theme.text3);
        let end = self.label(&row.title(), 20.0, theme.text, Role::StrongLabel);
        if row.n_errors > 0 {
            let sign = Rect::from_center_size(pos2(end + 14.0, self.rect.center().y), Vec2::splat(14.0));
            Tone::Error.icon().paint(self.ui.painter(), sign, space::ICON_SMALL, Tone::Error.ink(theme));
        }
        self.amount(row.total.as_ref(), theme.text, Some(self.columns.scale(row.of)));
        let n_records = match (row.counted.len(), row.not_counted.len()) {
            (n_counted, 0) => n_counted.to_string(),
            (n_counted, n_others) => format!("{n_counted} of {}", n_counted + n_others),
        };
        self.cell(&n_records, self.columns.records, theme.text2);
        if let Some(share) = row.largest() {
            self.share(share.account.name(self.project), share.percent());
        }
    }

    /// Paints the line's name; answers where it ends.
    fn label(&self, words: &str, indent: f32, ink: Color32, role: Role) -> f32 {
        let left = self.columns.label.0 + indent;
        // 48 for the number at the right of that column; the label is elided before it.
        self.words(words, (left, self.columns.numbers[0] - 48.0), ink, role)
    }

    fn amount(&self, amount: Option<&Amount>, ink: Color32, scale: Option<&Scale>) {
        let cells = match amount {
            Some(amount) => [amount.low_cell(), amount.best_cell(), amount.high_cell()],
            None => ["–", "–", "–"].map(str::to_owned),
        };
        for (words, x) in cells.iter().zip(self.columns.numbers) {
            // “open” and “–” are no numbers, and stand back behind those that are.
            let is_word = !words.starts_with(|c: char| c.is_ascii_digit());
            self.cell(words, x, if is_word { self.theme.text3 } else { ink });
        }
        if let (Some(amount), Some(scale), Some((left, right))) = (amount, scale, self.columns.range) {
            let room = Rect::from_min_max(pos2(left, self.rect.top()), pos2(right, self.rect.bottom()));
            paint_range(self.ui.painter(), room, amount, scale, self.theme);
        }
    }

    fn cell(&self, words: &str, right: f32, ink: Color32) {
        let room = self.rect.with_max_x(right);
        Words::new(words, ink).paint(self.ui.painter(), room, Align2::RIGHT_CENTER);
    }

    fn source(&self, words: &str) {
        self.words(words, self.columns.source, self.theme.text2, Role::Label);
    }

    /// Paints a source and its share, which is whole however long the name is.
    fn share(&self, name: &str, percent: u8) {
        let (left, right) = self.columns.source;
        // The share is set first and the name elided for it: a name can be guessed, a number cannot.
        let percent = Words::new(&format!(", {percent}%"), self.theme.text2).line(self.ui.painter());
        let end = self.words(name, (left, right - percent.size().x), self.theme.text2, Role::Label);
        let top = self.rect.center().y - percent.size().y / 2.0;
        percent.paint(self.ui.painter(), pos2(end, top));
    }

    fn note(&self, words: &str) {
        let room = (self.columns.numbers[0] - 52.0, self.columns.source.1);
        self.words(words, room, self.theme.text2, Role::Label);
    }

    /// Paints words of any script in a room from left to right, cut where they do not fit; answers where they end.
    fn words(&self, words: &str, (left, right): (f32, f32), ink: Color32, role: Role) -> f32 {
        let engine = text::Engine::of(self.ui.ctx());
        let laid = engine.layout_elided(words, role, Direction::Auto, (right - left).max(40.0), 1);
        engine.paint(&laid, self.ui.painter(), pos2(left, self.rect.center().y - laid.size().y / 2.0), ink);
        left + laid.words_rect().right()
    }

    fn record(&self, id: AnnotationId, indent: f32) {
        let left = self.columns.label.0 + indent;
        let room = (left, self.columns.numbers[0] - 64.0);
        self.words(&record(self.project, id), room, self.theme.text, Role::Words);
    }
}

/// Shows two accounts against each other, each with a button that goes there.
fn show_conflict(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    project: &Project,
    conflict: &FigureConflict,
    look: LineOptions<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = Theme::of(ui.ctx());
    let left = look.columns.label.0;
    let icon = Rect::from_min_size(pos2(left, rect.top() + 6.0), Vec2::splat(space::ICON));
    Tone::Warning.icon().paint(ui.painter(), icon, space::ICON, Tone::Warning.ink(&theme));
    let mut right = look.columns.source.1;
    // From the right, so that the words take what the buttons leave.
    for (n, mark) in conflict.ids.iter().enumerate().rev() {
        let button = Button::new(if n == 0 { "Show the first" } else { "Show the second" });
        let size = vec2(button.width(ui.painter()), space::CONTROL);
        let at = Rect::from_min_size(pos2(right - size.x, rect.center().y - size.y / 2.0), size);
        let mut inside = ui.new_child(UiBuilder::new().id_salt((id, n)).max_rect(at));
        if button.show(&mut inside).clicked() {
            commands.push(Command::Select(*mark));
        }
        right = at.left() - space::BUTTON_GAP;
    }
    let room = Rect::from_min_max(pos2(icon.right() + space::ICON_GAP, rect.top() + 4.0), pos2(right, rect.bottom()));
    let mut inside = ui.new_child(UiBuilder::new().id_salt((id, "words")).max_rect(room));
    inside.spacing_mut().item_spacing = vec2(6.0, 2.0);
    text::TextLabel::new(&conflict.why, Role::MediumLabel).color(theme.text).show(&mut inside);
    inside.horizontal(|ui| {
        for (n, mark) in conflict.ids.iter().enumerate() {
            let Some(annotation) = project.annotation(*mark) else { continue };
            if n > 0 {
                Words::new("against", theme.text3).size(Face::SMALL).show(ui);
            }
            Chip::new(annotation.category().look()).small().show(ui);
            let words = crate::app::mark_words::words_of(project, annotation);
            let room = (ui.available_width() / (2.0 - n as f32)).max(40.0);
            ui.allocate_ui(vec2(room - 40.0, 18.0), |ui| {
                text::TextLabel::new(&words, Role::Words).color(theme.text2).show(ui)
            });
        }
    });
}
