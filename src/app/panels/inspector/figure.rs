use eframe::egui::{
    Align, Align2, CornerRadius, Layout, Painter, Rect, Role as Access, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::app::choice_entries::choice_entries;
use crate::app::command::Command;
use crate::app::reading::reading_of;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::form_row;
use crate::app::widgets::{Button, Choice, FocusRing, Tone, Words, tip_sentence};
use crate::model::{Denominator, Direction, FieldPath, FieldValue, Figure, FigurePart, ItemId, Unit};

use super::form::Form;
use super::number::written;
use super::offer::{Offer, figure_of};
use super::section::figure_path;

/// What is wrong in what was typed into a cell.
type Problem = Option<(FieldPath, String)>;

/// Heights of the card's parts in points: what the words read as, and a row of cells.
const HEAD: f32 = 32.0;
// A small label over its value, in a row that is still easy to hit.
const CELL: f32 = 44.0;
/// From a cell's edge to its words.
const INDENT: f32 = 8.0;
/// Points for the arrow between words and reading, with the gaps beside it.
const ARROW: f32 = 28.0;
/// Narrowest cell, and what a cell has beside its words.
// Room for three or four digits, so that a cell does not grow with each one that is typed.
const NARROWEST: f32 = 48.0;
const AROUND: f32 = 18.0;
/// What a cell shows where nothing is known.
const UNKNOWN: &str = "Unknown";

impl Form<'_> {
    /// Shows the words of a figure and the card of its reading under them.
    pub fn figure(&mut self, ui: &mut Ui, item: Option<ItemId>) {
        let Some(figure) = figure_of(&self.annotation.details, item).cloned() else { return };
        let offer = self.memory.offers.of(&self.document.session, self.annotation, item);
        // One key takes nothing that the reader doubts.
        let sure = offer.clone().filter(|offer| offer.is_sure);
        let accept = sure.map(|offer| Command::SetFields(self.annotation.id, "reading of the figure", offer.values));
        let path = figure_path(item, FigurePart::Text);
        form_row(ui, path.label(self.annotation.category()), self.margin, |ui, width| {
            self.words(ui, path, width, figure.text.clone(), accept);
            ui.add_space(space::FORM_GAP);
            let mut problem = None;
            match offer {
                Some(offer) => self.offered_card(ui, width, item, &figure, offer, &mut problem),
                None => self.card(ui, width, item, &figure, &mut problem),
            }
            if let Some((path, why)) = problem {
                self.say_wrong(path, Tone::Error, why);
            }
        });
        if is_share(&figure) {
            ui.add_space(space::FORM_GAP);
            let path = figure_path(item, FigurePart::OfText);
            let whole = figure.of.text.clone();
            form_row(ui, path.label(self.annotation.category()), self.margin, |ui, width| {
                self.words(ui, path, width, whole, None);
            });
        }
    }

    /// The card of a figure: what its words read as, the bounds, and how the words limit them. It is as high whatever
    /// is known and offered, so that no field moves while a reading comes and goes.
    fn card(&mut self, ui: &mut Ui, width: f32, item: Option<ItemId>, figure: &Figure, problem: &mut Problem) {
        let frame = frame(ui, width, HEAD + 2.0 * CELL);
        let head = frame.with_max_y(frame.top() + HEAD);
        self.head(ui, head, item, figure);
        let row = Rect::from_min_size(head.left_bottom(), vec2(width, CELL));
        self.numbers(ui, row, item, figure, Some(head), problem);
        let row = row.translate(vec2(0.0, CELL));
        rule(ui, row);
        self.limits(ui, row, item, figure, problem);
    }

    /// The card while nothing but a reading is there: what it is, the empty bounds, and a button that takes it.
    fn offered_card(
        &mut self,
        ui: &mut Ui,
        width: f32,
        item: Option<ItemId>,
        figure: &Figure,
        offer: Offer,
        problem: &mut Problem,
    ) {
        let theme = Theme::of(ui.ctx());
        let path = figure_path(item, FigurePart::Text);
        let frame = frame(ui, width, HEAD + 2.0 * CELL);
        let head = frame.with_max_y(frame.top() + HEAD);
        let engine = Engine::of(ui.ctx());
        let lines = engine.layout_elided(&offer.sentence, Role::Hint, Direction::LeftToRight, width - 2.0 * INDENT, 2);
        engine.paint(
            &lines,
            ui.painter(),
            pos2(head.left() + INDENT, head.center().y - lines.size().y / 2.0),
            theme.text2,
        );
        let area = ui.interact(head, self.id(path).with("offer"), Sense::hover());
        area.widget_info(|| WidgetInfo::labeled(Access::Label, true, &offer.sentence));
        if lines.is_elided() {
            tip_sentence(&area, &offer.sentence);
        }
        let row = Rect::from_min_size(head.left_bottom(), vec2(width, CELL));
        rule(ui, row);
        self.numbers(ui, row, item, figure, None, problem);
        let row = row.translate(vec2(0.0, CELL));
        rule(ui, row);
        self.take_button(ui, row.shrink2(vec2(INDENT, 0.0)), path, offer);
    }

    fn take_button(&mut self, ui: &mut Ui, room: Rect, path: FieldPath, offer: Offer) {
        let layout = Layout::left_to_right(Align::Center);
        let mut ui = ui.new_child(UiBuilder::new().id_salt("offer").max_rect(room).layout(layout));
        let takes_enter = self.memory.focused == Some(path) || self.memory.wants == Some(path);
        let mut button = Button::new("Take the reading").tight();
        // The cap shows only where Enter would in fact take it.
        if takes_enter && offer.is_sure {
            button = button.key("Enter");
        }
        if button.show(&mut ui).clicked() {
            self.commands.push(Command::SetFields(self.annotation.id, "reading of the figure", offer.values));
            // Taken by the mouse or by Enter, the focus stays at the figure, whose other cells come next.
            self.rest_in(path);
        }
    }

    /// Paints what the words read as: "at least 12 → ≥ 12 persons"; the reading alone where there is no room for both,
    /// as the words stand in the field above it.
    fn head(&self, ui: &Ui, rect: Rect, item: Option<ItemId>, figure: &Figure) {
        let theme = Theme::of(ui.ctx());
        rule(ui, rect.translate(vec2(0.0, rect.height())));
        let (painter, engine) = (ui.painter(), Engine::of(ui.ctx()));
        let room = rect.width() - INDENT - self.convention_width(painter, item);
        let read = describe(figure);
        let (words, said) = read.as_ref().map_or(("", "No number yet"), |(words, told)| (*words, told.as_str()));
        let mut x = rect.left() + INDENT;
        let middle = rect.top() + HEAD / 2.0;
        let wide = |words: &str, role| engine.layout(words, role, Direction::Auto, None).size().x;
        let fits = || wide(words, Role::Words) + wide(said, Role::StrongLabel) + ARROW <= room;
        if is_worth_both(words, said) && fits() {
            let words = engine.layout_elided(words, Role::Words, Direction::Auto, room, 1);
            // Words from right to left stand at the right end of what they were laid in.
            let left = x - words.words_rect().left();
            engine.paint(&words, painter, pos2(left, middle - words.size().y / 2.0), theme.text);
            x += words.words_rect().width().ceil() + 6.0;
            x = Words::new("→", theme.text3).paint_at(painter, pos2(x, middle)).right() + 6.0;
        }
        let right = rect.left() + INDENT + room;
        let reading = engine.layout_elided(said, Role::StrongLabel, Direction::Auto, right - x, 1);
        let ink = if read.is_some() { theme.text } else { theme.text3 };
        engine.paint(&reading, painter, pos2(x, middle - reading.size().y / 2.0), ink);
        let area = ui.interact(rect, self.id(figure_path(item, FigurePart::Text)).with("reading"), Sense::hover());
        area.widget_info(|| WidgetInfo::labeled(Access::Label, true, said));
    }

    /// The convention, at the right of what the words read as.
    fn convention(&mut self, ui: &mut Ui, head: Rect, item: Option<ItemId>) {
        let path = figure_path(item, FigurePart::Convention);
        let Some(FieldValue::Choice(vocabulary, index)) = self.annotation.field(path) else { return };
        let width = self.convention_width(ui.painter(), item);
        let rect = Rect::from_min_size(pos2(head.right() - width, head.top() + 2.0), vec2(width, space::CONTROL));
        let name = self.name(path);
        let mut ui = cell_ui(ui, rect, "convention");
        let entries = choice_entries(vocabulary);
        let field = Choice::new(&name, &entries).aside().placeholder("Convention").width(width);
        self.chosen(&mut ui, path, field, vocabulary, index);
    }

    fn convention_width(&self, painter: &Painter, item: Option<ItemId>) -> f32 {
        let value = self.annotation.field(figure_path(item, FigurePart::Convention));
        let label = match value {
            Some(FieldValue::Choice(list, index)) if index > 0 => list.terms[index].label,
            _ => "Convention",
        };
        let ink = Theme::of(painter.ctx()).text2;
        Words::new(label, ink).size(Face::SMALL).line(painter).size().x + 2.0 * INDENT + 2.0
    }

    /// The cells of the bounds and the unit; between them for Tab stands the convention in the card's head.
    fn numbers(
        &mut self,
        ui: &mut Ui,
        row: Rect,
        item: Option<ItemId>,
        figure: &Figure,
        head: Option<Rect>,
        problem: &mut Problem,
    ) {
        let parts = [FigurePart::Low, FigurePart::Best, FigurePart::High];
        let absent = absent(figure);
        let least = self.least_widths(ui.painter(), item, &absent);
        let unit = self.unit_width(ui.painter(), item);
        // A long number in a narrow panel moves the unit to the next row rather than being cut off.
        let is_below = is_unit_below(least, unit, row.width());
        let widths = shares(least, if is_below { row.width() } else { row.width() - unit });
        let mut left = row.left();
        for ((part, absent), width) in parts.into_iter().zip(absent).zip(widths) {
            let right = if is_below && part == FigurePart::High { row.right() } else { left + width };
            let rect = row.with_min_x(left).with_max_x(right);
            self.number_cell(ui, rect, figure_path(item, part), absent, problem);
            left = right;
            if left < row.right() {
                ui.painter().vline(left, row.y_range(), edge(ui));
            }
        }
        if let Some(head) = head {
            self.convention(ui, head, item);
        }
        if !is_below {
            self.term_cell(ui, row.with_min_x(left), figure_path(item, FigurePart::Unit));
        }
    }

    /// The widths that the three bounds need.
    fn least_widths(&self, painter: &Painter, item: Option<ItemId>, absent: &[&str; 3]) -> [f32; 3] {
        let parts = [FigurePart::Low, FigurePart::Best, FigurePart::High];
        let ink = Theme::of(painter.ctx()).text;
        let width = |words: &str| Words::new(words, ink).face(Face::Semibold).line(painter).size().x + AROUND;
        let mut widths = absent.map(width);
        for (least, part) in widths.iter_mut().zip(parts) {
            if let Some(value) = self.annotation.field(figure_path(item, part)).filter(|value| !value.is_unknown()) {
                *least = width(&written(&value));
            }
        }
        widths
    }

    fn unit_width(&self, painter: &Painter, item: Option<ItemId>) -> f32 {
        let label = match self.annotation.field(figure_path(item, FigurePart::Unit)) {
            Some(FieldValue::Choice(list, index)) if index > 0 => list.terms[index].label,
            _ => UNKNOWN,
        };
        let words = Words::new(label, Theme::of(painter.ctx()).text).face(Face::Semibold).size(Face::VALUE);
        (words.line(painter).size().x + 2.0 * INDENT + 4.0).ceil()
    }

    /// The cells under them: how the words limit the number, and how many persons a household has.
    fn limits(&mut self, ui: &mut Ui, row: Rect, item: Option<ItemId>, figure: &Figure, problem: &mut Problem) {
        let has_size = figure.unit == Unit::Household || figure.household_size.is_some();
        let least = self.least_widths(ui.painter(), item, &absent(figure));
        let is_below = is_unit_below(least, self.unit_width(ui.painter(), item), row.width());
        let parts = [
            Some(FigurePart::Qualifier),
            is_below.then_some(FigurePart::Unit),
            has_size.then_some(FigurePart::HouseholdSize),
            is_share(figure).then_some(FigurePart::OfBest),
        ];
        let parts: Vec<FigurePart> = parts.into_iter().flatten().collect();
        let width = (row.width() / parts.len() as f32).round();
        let mut left = row.left();
        for (place, part) in parts.iter().enumerate() {
            let right = if place + 1 == parts.len() { row.right() } else { left + width };
            let rect = row.with_min_x(left).with_max_x(right);
            let path = figure_path(item, *part);
            match part {
                FigurePart::HouseholdSize | FigurePart::OfBest => self.number_cell(ui, rect, path, UNKNOWN, problem),
                _ => self.term_cell(ui, rect, path),
            }
            if place > 0 {
                ui.painter().vline(left, row.y_range(), edge(ui));
            }
            left = right;
        }
    }

    fn number_cell(&mut self, ui: &mut Ui, rect: Rect, path: FieldPath, absent: &str, problem: &mut Problem) {
        // Both kinds of cells have their values on one line; a list's text begins 2.5 lower within its own
        // height.
        let mut cell = cell_ui(ui, rect.with_min_y(rect.top() + 17.0), &path.to_string());
        let shown = self.number(&mut cell, path, rect.width(), absent);
        let is_wrong = shown.problem.is_some() || self.problem(path) == Some(Tone::Error);
        self.label(ui, rect, path, shown.focused, is_wrong);
        *problem = shown.problem.map(|why| (path, why)).or(problem.take());
    }

    fn term_cell(&mut self, ui: &mut Ui, rect: Rect, path: FieldPath) {
        let Some(FieldValue::Choice(vocabulary, index)) = self.annotation.field(path) else { return };
        let mut cell = cell_ui(ui, rect.with_min_y(rect.top() + 14.5), &path.to_string());
        let name = self.name(path);
        let entries = choice_entries(vocabulary);
        let field = Choice::new(&name, &entries).cell().placeholder(UNKNOWN).width(rect.width());
        let focused = self.chosen(&mut cell, path, field, vocabulary, index);
        self.label(ui, rect, path, focused, false);
    }

    /// Paints the label over a cell, and its ring.
    fn label(&self, ui: &Ui, rect: Rect, path: FieldPath, focused: bool, is_wrong: bool) {
        let theme = Theme::of(ui.ctx());
        let label = Words::new(path.label(self.annotation.category()), theme.text2).size(Face::SMALL);
        let room = Rect::from_min_max(rect.min + vec2(INDENT, 4.0), pos2(rect.right(), rect.top() + 20.0));
        label.paint(ui.painter(), room, Align2::LEFT_CENTER);
        if is_wrong {
            let y = rect.bottom() - theme.line_width;
            ui.painter().hline(rect.x_range(), y, Stroke::new(2.0 * theme.line_width, theme.error));
        }
        if focused {
            FocusRing::paint(ui.painter(), rect.shrink(3.0), space::RADIUS_CHIP);
        }
    }
}

/// Whether the figure is a share, whose whole the form asks for.
fn is_share(figure: &Figure) -> bool {
    figure.unit == Unit::Percent || figure.of != Denominator::default()
}

/// The words of a figure and what they read as; `None` before there is a number.
fn describe(figure: &Figure) -> Option<(&str, String)> {
    let words = figure.text.as_ref().map(|text| text.value.as_str()).unwrap_or_default();
    let reading = reading_of(figure);
    let has_number = figure.low.or(figure.best).or(figure.high).is_some();
    (!reading.is_empty() && (has_number || figure.reading() != words)).then_some((words, reading))
}

/// Whether the words say something besides what they read as.
fn is_worth_both(words: &str, told: &str) -> bool {
    !words.is_empty() && !told.trim_start_matches('\u{2068}').starts_with(words)
}

/// Widths of three cells that need at least so much of `all`; what is left over is shared.
fn shares(least: [f32; 3], all: f32) -> [f32; 3] {
    let wanted = least.map(|width| width.max(NARROWEST).ceil());
    let sum: f32 = wanted.iter().sum();
    if sum >= all {
        return wanted.map(|width| (width * all / sum).floor());
    }
    // At most 24 more each: the rest goes to the unit, whose words are longer.
    wanted.map(|width| width + ((all - sum) / 3.0).floor().min(24.0))
}

/// Whether the unit stands in the row under the bounds, as there is no room beside them.
fn is_unit_below(least: [f32; 3], unit: f32, all: f32) -> bool {
    least.iter().map(|width| width.max(NARROWEST).ceil()).sum::<f32>() + unit > all
}

/// What stands in the place of an absent low, best and high.
fn absent(figure: &Figure) -> [&'static str; 3] {
    let open = |is_open| if is_open { "open" } else { "–" };
    [open(figure.is_open_below()), "–", open(figure.is_open_above())]
}

/// Takes room for a card and paints its ground.
fn frame(ui: &mut Ui, width: f32, height: f32) -> Rect {
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let theme = Theme::of(ui.ctx());
    let radius = CornerRadius::same(space::RADIUS_BUTTON);
    ui.painter().rect(rect, radius, theme.raised, edge(ui), StrokeKind::Inside);
    rect
}

/// Paints the line at the upper edge of a row of the card.
fn rule(ui: &Ui, row: Rect) {
    ui.painter().hline(row.x_range(), row.top(), edge(ui));
}

fn edge(ui: &Ui) -> Stroke {
    let theme = Theme::of(ui.ctx());
    Stroke::new(theme.line_width, theme.border)
}

/// A part of the card in which a control stands by itself.
fn cell_ui(ui: &mut Ui, rect: Rect, salt: &str) -> Ui {
    ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect))
}
