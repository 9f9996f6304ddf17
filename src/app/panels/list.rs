use eframe::egui::{Align2, Context, Id, Margin, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::app::category_look::{CategoryLook, looks};
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::focused_row::FocusedRow;
use crate::app::keymap::Keymap;
use crate::app::mark_words::{paragraph_of, words_of};
use crate::app::text::{self, Engine, Role, TextField};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Button, Chip, Hairline, Icon, LetterFilter, Row, RowInk, Scrolled, Words, told};
use crate::edit::OpenProject;
use crate::model::{Annotation, AnnotationId, Direction, Project, Unplaced, grouped};

use super::proposed_rows::ProposedRows;

/// Height of a row in points.
pub(super) const ROW_HEIGHT: f32 = 45.0;

/// What the list of annotations shows.
#[derive(Debug)]
pub struct ListState {
    search: String,
    categories: [bool; 4],
    wants_search: bool,
    wants_selected: bool,
    /// The row that had the focus when the list was last shown.
    focused: Option<FocusedRow>,
    filtered: Option<Filtered>,
}

/// The annotations that fitted a filter, at a revision of the project.
#[derive(Debug)]
struct Filtered {
    revision: u64,
    search: String,
    categories: [bool; 4],
    ids: Vec<AnnotationId>,
}

/// What the list shows: all annotations, or those that fit the filter.
enum Rows<'a> {
    All(&'a Project),
    Some(&'a [AnnotationId]),
}

impl Rows<'_> {
    fn len(&self) -> usize {
        match self {
            Rows::All(project) => project.annotations().len(),
            Rows::Some(ids) => ids.len(),
        }
    }

    fn get(&self, place: usize) -> Option<AnnotationId> {
        match self {
            Rows::All(project) => project.annotations().get(place).map(|annotation| annotation.id),
            Rows::Some(ids) => ids.get(place).copied(),
        }
    }

    fn place(&self, id: AnnotationId) -> Option<usize> {
        match self {
            Rows::All(project) => project.place(id),
            Rows::Some(ids) => ids.iter().position(|other| *other == id),
        }
    }
}

impl Default for ListState {
    fn default() -> ListState {
        ListState {
            search: String::new(),
            categories: [true; 4],
            wants_search: false,
            wants_selected: false,
            focused: None,
            filtered: None,
        }
    }
}

impl ListState {
    /// Forgets everything, for another project.
    pub fn reset(&mut self) {
        *self = ListState::default();
    }

    /// Gives the search field the focus in the next frame.
    pub fn focus_search(&mut self) {
        self.wants_search = true;
    }

    /// Shows all annotations.
    pub fn clear(&mut self) {
        self.search.clear();
        self.categories = [true; 4];
    }

    /// Brings the selected annotation on the screen in the next frame.
    pub fn show_selected(&mut self) {
        self.wants_selected = true;
    }

    /// The mark whose row has the focus, so that plain letters are commands, and are for it.
    pub fn focused(&self, ctx: &Context) -> Option<AnnotationId> {
        self.focused.and_then(|row| row.if_focused(ctx))
    }

    /// Whether the list shows an annotation.
    pub fn fits(&self, project: &Project, annotation: &Annotation) -> bool {
        let wanted = self.search.trim().to_lowercase();
        self.categories[annotation.category() as usize]
            && (wanted.is_empty() || haystack(project, annotation).contains(&wanted))
    }

    fn rows<'a>(&'a mut self, open: &'a OpenProject) -> Rows<'a> {
        let project = open.project();
        if !self.is_filtering() {
            return Rows::All(project);
        }
        let is_fresh = |last: &Filtered| {
            last.revision == open.revision() && last.search == self.search && last.categories == self.categories
        };
        let filtered = match self.filtered.take().filter(is_fresh) {
            Some(last) => last,
            None => {
                let fitting = project.annotations().iter().filter(|annotation| self.fits(project, annotation));
                let ids = fitting.map(|annotation| annotation.id).collect();
                let (revision, categories) = (open.revision(), self.categories);
                Filtered { revision, search: self.search.clone(), categories, ids }
            }
        };
        Rows::Some(&self.filtered.insert(filtered).ids)
    }

    fn is_filtering(&self) -> bool {
        !self.search.trim().is_empty() || self.categories != [true; 4]
    }

    /// Shows search, filter and rows.
    /// With `proposes`, what is proposed stands after the marks, in the order of the sweep.
    pub fn show(&mut self, ui: &mut Ui, document: &Document, margin: f32, proposes: bool, commands: &mut Vec<Command>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.filter(ui, margin);
        ui.add_space(8.0);
        let unplaced = document.session.project().unplaced();
        let wants_selected = std::mem::take(&mut self.wants_selected);
        let n_marks = document.session.project().annotations().len();
        let rows = self.rows(&document.session);
        let n_hidden = n_marks - rows.len();
        let proposals = Some(&document.proposals).filter(|proposals| proposes && !proposals.is_empty());
        if rows.len() == 0 && unplaced.is_empty() && proposals.is_none() {
            self.empty(ui, margin);
            return;
        }
        let scroll_to = document.session.selected.filter(|_| wants_selected).and_then(|id| rows.place(id));
        let wants_in_hand = wants_selected && scroll_to.is_none();
        let mut focused = None;
        ui.spacing_mut().scroll = thin_scroll();
        let height = ui.available_height() - if n_hidden > 0 { FOOT } else { 0.0 };
        let scrolled = ScrollArea::vertical().id_salt("annotations").auto_shrink(false).max_height(height.max(0.0));
        scrolled
            .show_viewport(ui, |ui, view| {
                for (place, kept) in unplaced.iter().enumerate() {
                    unplaced_row(ui, kept, place, document, margin, commands);
                }
                let name = if n_hidden > 0 { "Annotations that fit the filter" } else { "All annotations" };
                told::list(ui, name, rows.len());
                let top = ui.cursor().top();
                let offset = unplaced.len() as f32 * UNPLACED_ROW;
                ui.set_height(rows.len() as f32 * ROW_HEIGHT);
                let first = ((view.top() - offset) / ROW_HEIGHT).floor().max(0.0) as usize;
                let last = (((view.bottom() - offset) / ROW_HEIGHT).ceil().max(0.0) as usize).min(rows.len());
                for (place, id) in (first..last).filter_map(|place| Some((place, rows.get(place)?))) {
                    let rect = row_rect(ui, top, place);
                    focused = row(ui, rect, document, place, id, margin, commands).or(focused);
                }
                if let Some(place) = scroll_to {
                    ui.scroll_to_rect(row_rect(ui, top, place).expand(8.0), None);
                }
                if proposals.is_some() {
                    let top = top + rows.len() as f32 * ROW_HEIGHT;
                    let list = ProposedRows { document, margin, top, scrolls: wants_in_hand };
                    list.show(ui, view, commands);
                }
            })
            .named(ui.ctx(), "the list of marks");
        self.focused = focused;
        if n_hidden > 0 {
            self.foot(ui, n_hidden, margin);
        }
    }

    /// Says under the rows how many marks the filter hides, and takes it away: a list that is cut short must not be
    /// taken for the whole.
    fn foot(&mut self, ui: &mut Ui, n_hidden: usize, margin: f32) {
        let theme = Theme::of(ui.ctx());
        Hairline::new().show(ui);
        ui.allocate_ui(vec2(ui.available_width(), FOOT - 1.0), |ui| {
            ui.horizontal_centered(|ui| {
                ui.add_space(margin);
                ui.spacing_mut().item_spacing.x = space::ICON_GAP;
                let words = format!("{} hidden by the filter", grouped(n_hidden as u64));
                Words::new(&words, theme.text2).size(Face::SMALL).show(ui);
                if Button::new("Clear filter").quiet().tight().show(ui).clicked() {
                    self.clear();
                }
            });
        });
    }

    fn filter(&mut self, ui: &mut Ui, margin: f32) {
        let theme = Theme::of(ui.ctx());
        ui.horizontal(|ui| {
            ui.add_space(margin);
            ui.spacing_mut().item_spacing.x = 8.0;
            let width = ui.available_width() - LetterFilter::new(&looks()).width() - margin - 8.0;
            let id = Id::unique("search annotations");
            let field = TextField::new(&mut self.search, id, Role::Label)
                .name("Search annotations")
                .placeholder("Words, sources, notes")
                .lead(24.0)
                .width(width)
                .show(ui);
            Icon::Search.paint(ui.painter(), field.lead_rect, 16.0, theme.text2);
            if std::mem::take(&mut self.wants_search) {
                field.response.request_focus();
            }
            LetterFilter::new(&looks()).show(ui, &mut self.categories);
        });
    }

    fn empty(&mut self, ui: &mut Ui, margin: f32) {
        let theme = Theme::of(ui.ctx());
        let room = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(room);
        let mut inside = ui.new_child(UiBuilder::new().id_salt("empty").max_rect(room));
        // In the lowest list both lines are still whole.
        inside.add_space(((room.height() - EMPTY) / 2.0).clamp(4.0, 24.0));
        inside.horizontal(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                if self.is_filtering() {
                    Words::new("No annotation fits this filter", theme.text).face(Face::Semibold).show(ui);
                    ui.add_space(8.0);
                    if Button::new("Clear filter").show(ui).clicked() {
                        self.clear();
                    }
                } else {
                    Words::new("No marks yet", theme.text).face(Face::Semibold).show(ui);
                    ui.add_space(2.0);
                    Words::new(&Keymap::of(ui.ctx()).how_to_mark(), theme.text2).show(ui);
                }
            });
        });
    }
}

/// Height of the line that tells what the filter hides, in points.
const FOOT: f32 = 36.0;

/// Height of what stands in an empty list, in points.
const EMPTY: f32 = 18.0 + 8.0 + space::CONTROL;

/// Height of the row of an annotation without a place.
const UNPLACED_ROW: f32 = 76.0;

pub(super) fn row_rect(ui: &Ui, top: f32, place: usize) -> Rect {
    let left = ui.max_rect().left();
    let size = vec2(ui.max_rect().width(), ROW_HEIGHT);
    Rect::from_min_size(pos2(left, top + place as f32 * ROW_HEIGHT), size)
}

/// Shows one annotation; answers with its row where that has the focus.
fn row(
    ui: &mut Ui,
    rect: Rect,
    document: &Document,
    place: usize,
    id: AnnotationId,
    margin: f32,
    commands: &mut Vec<Command>,
) -> Option<FocusedRow> {
    let project = document.session.project();
    let annotation = project.annotation(id)?;
    let words = words_of(project, annotation);
    let reading = annotation.details.reading(project);
    let name = format!("{}, {reading}: {words}", annotation.category().name());
    let is_selected = document.session.selected == Some(id);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(id.to_string()).max_rect(rect));
    let response =
        Row::new(&name).height(ROW_HEIGHT).margin(Margin { left: margin as i8, right: 12, top: 0, bottom: 0 });
    let response = response.selected(is_selected).place(place).show(&mut ui, |ui, ink| {
        let chip = Chip::new(annotation.category().look());
        row_words(ui, chip, first(&words), &reading, &paragraph_of(project, &annotation.spans), ink);
    });
    let response = response.response;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        let (paragraph, status) = (paragraph_of(project, &annotation.spans), annotation.status.label().to_lowercase());
        let place = paragraph.replace('¶', "Paragraph");
        node.set_description(format!("{place}, {status}, by {}", annotation.author));
    });
    if response.clicked() {
        commands.push(Command::Select(id));
    }
    FocusedRow::of(&response, id)
}

/// As much of some words as a row could show: the rest need not be shaped.
pub(super) fn first(words: &str) -> &str {
    words.char_indices().nth(IN_A_ROW).map_or(words, |(end, _)| &words[..end])
}

/// More code points than a row of the widest panel has room for.
const IN_A_ROW: usize = 100;

/// Sets a row: chip, words over reading, the paragraph at the right.
pub(super) fn row_words(ui: &Ui, chip: Chip, words: &str, reading: &str, paragraph: &str, ink: RowInk) {
    let rect = ui.max_rect();
    let painter = ui.painter();
    chip.paint(painter, Rect::from_min_size(rect.min + vec2(0.0, 6.0), Vec2::splat(chip.side())));
    let engine = Engine::of(ui.ctx());
    let place = Rect::from_min_size(pos2(rect.right() - 60.0, rect.top() + 5.0), vec2(60.0, 18.0));
    let place = Words::new(paragraph, ink.text3).size(Face::SMALL).paint(painter, place, Align2::RIGHT_CENTER);
    let left = rect.left() + chip.side() + 10.0;
    let width = (place.left() - 8.0 - left).max(40.0);
    let mut top = rect.top() + 4.0;
    for (text, role, colour) in [(words, Role::Words, ink.text), (reading, Role::Hint, ink.text2)] {
        let laid = engine.layout_elided(text, role, Direction::Auto, width, 1);
        engine.paint(&laid, painter, pos2(left, top), colour);
        top += laid.size().y;
    }
}

fn unplaced_row(
    ui: &mut Ui,
    kept: &Unplaced,
    place: usize,
    document: &Document,
    margin: f32,
    commands: &mut Vec<Command>,
) {
    let theme = Theme::of(ui.ctx());
    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.max_rect().width(), UNPLACED_ROW));
    ui.allocate_rect(rect, Sense::hover());
    let inner = rect.shrink2(vec2(margin, 6.0));
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("unplaced", place)).max_rect(inner));
    ui.horizontal(|ui| {
        let (icon, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        Icon::Warning.paint(ui.painter(), icon, 16.0, theme.warning);
        ui.add_space(8.0);
        text::TextLabel::new(&kept.spans.words.join(" … "), Role::Words).color(theme.text).show(ui);
    });
    let why = "Not placed: these words were not found for certain";
    Words::new(why, theme.warning).size(Face::SMALL).show(&mut ui);
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let no_words = document.session.selected_words().is_none().then_some("Select its words in the article first");
        let mut button = Button::new("Place on the selected words").tight();
        if no_words.is_some() {
            button = button.disabled(no_words);
        }
        if button.show(ui).clicked() {
            commands.push(Command::Place(kept.id));
        }
        if Button::new("Delete mark").quiet().tight().show(ui).clicked() {
            commands.push(Command::DeleteMark(kept.id));
        }
    });
}

fn haystack(project: &Project, annotation: &Annotation) -> String {
    let words = words_of(project, annotation);
    format!("{words}\n{}\n{}\n{}", annotation.details.reading(project), annotation.note, annotation.author)
        .to_lowercase()
}
