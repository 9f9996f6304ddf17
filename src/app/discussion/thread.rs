use std::collections::HashMap;

use eframe::egui::{Align, Frame, Id, Layout as Direction, Margin, Stroke, Ui};

use crate::app::command::{Command, ReviewCommand};
use crate::app::context::ViewCtx;
use crate::app::platform::day_or_clock;
use crate::app::text::{self, Role, TextField};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Hairline, Icon, IconButton, PanelHeader, Words, menu, menu_entry};
use crate::model::{Annotation, AnnotationId, Comment, CommentId};

use super::padded;

/// What is being written in the threads of a project.
#[derive(Debug, Default)]
pub struct Thread {
    /// What is typed and not sent, by mark: going to another mark loses nothing.
    replies: HashMap<AnnotationId, String>,
    /// A comment of one's own that gets other words.
    editing: Option<(CommentId, String)>,
    /// Whether the field in which changes are asked for is to get the focus.
    wants_ask: bool,
    wants_edit: bool,
}

impl Thread {
    /// Gives the field in which changes are asked for the focus.
    pub fn ask(&mut self) {
        self.wants_ask = true;
    }

    /// Forgets what was typed as a reply.
    pub fn forget(&mut self, id: AnnotationId) {
        self.replies.remove(&id);
    }

    /// What is typed as a reply.
    pub fn reply(&self, id: AnnotationId) -> &str {
        self.replies.get(&id).map_or("", String::as_str)
    }

    /// Shows the comments of an annotation and, where none is being written elsewhere, the field for another one.
    pub fn show(&mut self, ui: &mut Ui, annotation: &Annotation, has_field: bool, cx: &mut ViewCtx<'_>) {
        let margin = cx.layout.margin;
        let theme = Theme::of(ui.ctx());
        let count = annotation.comments.len().to_string();
        let mut header = PanelHeader::new("Comments").margin(margin);
        if !annotation.comments.is_empty() {
            header = header.count(&count);
        }
        header.show(ui, |_| {});
        padded(ui, margin, |ui| {
            if !annotation.comments.is_empty() {
                let edge = Stroke::new(theme.line_width, theme.border_strong);
                let frame = Frame::new().fill(theme.raised).stroke(edge).corner_radius(space::RADIUS_CARD);
                frame.show(ui, |ui| {
                    for (place, comment) in annotation.comments.iter().enumerate() {
                        if place > 0 {
                            Hairline::new().show(ui);
                        }
                        self.comment(ui, annotation.id, comment, cx);
                    }
                });
                ui.add_space(8.0);
            }
            if !has_field {
                return;
            }
            let placeholder =
                if annotation.comments.is_empty() { "Ask a question or say what should change" } else { "Reply" };
            if let Some(text) = self.field(ui, annotation.id, "Reply", placeholder, 1, false) {
                cx.commands.push(Command::Review(ReviewCommand::Comment(annotation.id, text)));
            }
        });
        ui.add_space(16.0);
    }

    /// Shows the field in which it is asked for changes; answers what is to be sent.
    pub fn ask_field(&mut self, ui: &mut Ui, id: AnnotationId) -> Option<String> {
        let wants = std::mem::take(&mut self.wants_ask);
        self.field(ui, id, "What should change", "What should change", 2, wants)
    }

    /// A field of what is typed as a reply. Enter sends it, with Shift it breaks the line.
    fn field(
        &mut self,
        ui: &mut Ui,
        id: AnnotationId,
        name: &str,
        placeholder: &str,
        rows: usize,
        wants_focus: bool,
    ) -> Option<String> {
        let mut text = self.reply(id).to_owned();
        let field = TextField::new(&mut text, Id::unique((name, id.to_string())), Role::Label)
            .name(name)
            .placeholder(placeholder)
            .multiline(rows)
            .ends_by_enter()
            .show(ui);
        if wants_focus {
            field.response.request_focus();
        }
        if field.changed {
            // By mark, so that a reply begun for one is still there after looking at another.
            self.replies.insert(id, text.clone());
        }
        let is_blank = text.trim().is_empty();
        // Enter has taken the focus away, with nothing to send.
        if field.submitted && is_blank {
            field.response.request_focus();
        }
        (field.submitted && !is_blank).then_some(text)
    }

    fn comment(&mut self, ui: &mut Ui, id: AnnotationId, comment: &Comment, cx: &mut ViewCtx<'_>) {
        let (document, now) = (cx.document, cx.now);
        let theme = Theme::of(ui.ctx());
        let is_own = document.session.person.as_ref() == Some(&comment.author) && document.session.read_only.is_none();
        Frame::new().inner_margin(Margin { left: 12, right: 8, top: 6, bottom: 8 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.set_min_height(if is_own { space::HIT } else { 18.0 });
                text::TextLabel::new(comment.author.name(), Role::StrongLabel).color(theme.text).show(ui);
                Words::new(&day_or_clock(comment.time, now), theme.text3).size(Face::SMALL).show(ui);
                if is_own {
                    ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
                        self.own_menu(ui, id, comment, cx.commands);
                    });
                }
            });
            if self.editing.as_ref().is_some_and(|(editing, _)| *editing == comment.id) {
                self.edited(ui, id, comment.id, cx.commands);
            } else {
                text::TextLabel::new(&comment.text, Role::Label).color(theme.text).wrap().show(ui);
            }
        });
    }

    /// What can be done with a comment of one's own.
    fn own_menu(&mut self, ui: &mut Ui, id: AnnotationId, comment: &Comment, commands: &mut Vec<Command>) {
        // By the comment's id and not its place: a menu that is open stays with its comment when one above is
        // deleted.
        ui.push_id(comment.id.to_string(), |ui| {
            let button = IconButton::new(Icon::More, "Your comment").side(space::HIT).icon_side(14.0).show(ui);
            menu(&button).show(|ui| {
                if menu_entry(ui, "Change comment").clicked() {
                    self.editing = Some((comment.id, comment.text.clone()));
                    self.wants_edit = true;
                    ui.close();
                }
                if menu_entry(ui, "Delete comment").clicked() {
                    commands.push(Command::Review(ReviewCommand::DeleteComment(id, comment.id)));
                    ui.close();
                }
            });
        });
    }

    /// A comment as a field: Enter keeps the words, Esc the old ones.
    fn edited(&mut self, ui: &mut Ui, id: AnnotationId, comment: CommentId, commands: &mut Vec<Command>) {
        let Some((_, text)) = &mut self.editing else { return };
        let field = TextField::new(text, Id::unique(("comment", comment.to_string())), Role::Label)
            .name("Comment")
            .multiline(1)
            .ends_by_enter()
            .show(ui);
        if std::mem::take(&mut self.wants_edit) {
            field.response.request_focus();
        }
        let text = text.clone();
        if field.submitted {
            commands.push(Command::Review(ReviewCommand::EditComment(id, comment, text)));
        }
        if field.submitted || field.cancelled {
            self.editing = None;
        }
    }
}
