use eframe::egui::{Event, InputState, Popup, Response, Ui};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, Visibility};
use crate::app::document::MarkVisibility;
use crate::app::menu_item::menu_item;
use crate::app::text::{Role, TextLabel};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{self, Chip};
use crate::edit::OpenProject;
use crate::model::{AnnotationId, Category};

use super::menu::article_menu;

/// The marks that cover a byte of the article, the smallest first.
#[derive(Default)]
pub struct Hover {
    found_for: Option<(u64, usize)>,
    mark_visibility: MarkVisibility,
    marks: Vec<AnnotationId>,
    n_more: usize,
    /// Whether the pointer was moved since a key was last pressed.
    is_pointing: bool,
}

/// So many marks are told one by one.
// More would cover the words around the pointer, which are what is pointed at.
const MOST: usize = 6;

impl Hover {
    /// Finds what covers a byte; nothing where there is none under the pointer.
    /// What is hidden covers nothing.
    pub fn sync(&mut self, open: &OpenProject, mark_visibility: &MarkVisibility, byte: Option<usize>) {
        let wanted = byte.map(|byte| (open.revision(), byte));
        if self.found_for == wanted && self.mark_visibility == *mark_visibility {
            return;
        }
        let mut found = byte.map_or(Vec::new(), |byte| open.project().annotations_at(byte));
        found.retain(|annotation| mark_visibility.of(annotation) != Visibility::Hidden);
        self.n_more = found.len().saturating_sub(MOST);
        self.marks = found.into_iter().take(MOST).map(|annotation| annotation.id).collect();
        self.found_for = wanted;
        self.mark_visibility.clone_from(mark_visibility);
    }

    /// The smallest.
    pub fn smallest(&self) -> Option<AnnotationId> {
        self.marks.first().copied()
    }

    /// Tells in a tooltip what covers the point, the smallest first.
    ///
    /// Keys scroll the article under a pointer that lies still. Nobody points
    /// with it then, and a tooltip would cover the words that are read.
    pub fn tooltip(&mut self, response: &Response, open: &OpenProject) {
        self.is_pointing = response.ctx.input(|input| points(input, self.is_pointing));
        if self.marks.is_empty() || !self.is_pointing {
            return;
        }
        response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(360.0);
            for (place, (category, sentence)) in self.marks.iter().filter_map(|id| describe(open, *id)).enumerate() {
                if place > 0 {
                    ui.add_space(6.0);
                }
                mark(ui, category, &sentence);
            }
            if self.n_more > 0 {
                ui.add_space(6.0);
                let more = format!("and {} more; each further click selects the next", self.n_more);
                TextLabel::new(&more, Role::Hint).show(ui);
            }
        });
    }
}

/// Whether the pointer is used to point, after what this frame brought.
fn points(input: &InputState, before: bool) -> bool {
    input.events.iter().fold(before, |points, event| match event {
        Event::Key { pressed: true, .. } | Event::Text(_) => false,
        Event::PointerMoved(_) | Event::PointerButton { .. } | Event::MouseWheel { .. } => true,
        _ => points,
    })
}

fn mark(ui: &mut Ui, category: Category, sentence: &str) {
    ui.horizontal(|ui| {
        Chip::new(category.look()).small().show(ui);
        let ink = Theme::of(ui.ctx()).text;
        widgets::Words::new(category.name(), ink).face(Face::Semibold).show(ui);
    });
    TextLabel::new(sentence, Role::Hint).wrap().show(ui);
}

/// A mark in one sentence, as a tooltip and a screen reader give it.
pub fn describe(open: &OpenProject, id: AnnotationId) -> Option<(Category, String)> {
    let annotation = open.project().annotation(id)?;
    let status = annotation.status.label();
    Some((
        annotation.category(),
        format!("{} · {status} · {}", annotation.details.reading(open.project()), annotation.author),
    ))
}

/// Shows the menu of the article where the secondary button asked for it.
pub fn context_menu(response: &Response, open: &OpenProject, commands: &mut Vec<Command>) {
    Popup::context_menu(response).accessible_name("Menu of the article").show(|ui| {
        if let Some((id, annotation)) = open.selected.and_then(|id| Some((id, open.project().annotation(id)?)))
            && open.picking.is_none()
        {
            ui.horizontal(|ui| {
                ui.add_space(8.0);
                Chip::new(annotation.category().look()).small().show(ui);
                let name = open.project().called(id).unwrap_or_default();
                TextLabel::new(&name, Role::MediumLabel).show(ui);
            });
            ui.add_space(4.0);
        }
        for command in article_menu(open) {
            if menu_item(ui, &command, command.name(), true) {
                commands.push(command);
            }
        }
    });
}
