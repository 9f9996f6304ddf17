use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::document::file_name;
use crate::app::read_article::ReadArticle;
use crate::app::text::{Role, TextLabel};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{self, Button, DialogAnswer, Icon, Scrolled};
use crate::interchange::{ENCODINGS, Encoding};

use super::card::CardForm;
use super::{Answer, DialogCtx};

/// An article about to be opened: how it was read, what is known of it, whether it is there already.
pub struct ImportForm {
    read: ReadArticle,
    card: CardForm,
    preview: String,
}

/// How many characters of the article are shown.
// Five lines of the dialog: enough to see whether the letters of a script came out right.
const PREVIEW: usize = 420;

impl ImportForm {
    /// Begins with an article as it was read.
    pub fn of(read: ReadArticle) -> ImportForm {
        let article = &read.imported.article;
        let preview: String = article.text.chars().take(PREVIEW).collect();
        let preview = preview.split_whitespace().collect::<Vec<_>>().join(" ");
        ImportForm { card: CardForm::of(&article.card), preview, read }
    }

    /// Whether something was said of the article that was not read from it.
    pub fn is_changed(&self) -> bool {
        self.card.is_changed()
    }

    /// Shows it; `None` once it was answered.
    pub fn show(mut self: Box<Self>, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<Box<ImportForm>> {
        let mut encoding = None;
        let mut known = None;
        let mut submitted = false;
        let none_of_them = format!("Open none of the other {}", cx.n_waiting);
        let others: &[&str] = if cx.n_waiting > 0 { &[&none_of_them] } else { &[] };
        let dialog = widgets::Dialog::new("Open article", "Open article").others(others).width(600.0);
        let answer = dialog.show(ui.ctx(), id, |ui| {
            self.known(ui, &mut known);
            self.encoding(ui, id, &mut encoding);
            self.preview(ui);
            submitted = self.card.fields(ui, id);
        });
        // The dialog goes, and with it the article that was read: the project has it already.
        if let Some(path) = known {
            cx.answer(Answer::Run(Command::OpenPath(path)));
            return None;
        }
        if let Some((import, encoding)) = self.read.import.clone().zip(encoding) {
            cx.answer(Answer::ReadAgain(import, encoding));
            return None;
        }
        match answer.or(submitted.then_some(DialogAnswer::Primary)) {
            Some(DialogAnswer::Primary) => {
                let mut read = self.read;
                let card = self.card.card(&read.imported.article.text);
                read.is_edited = card != read.imported.article.card;
                read.imported.article.card = card;
                cx.answer(Answer::OpenRead(Box::new(read)));
            }
            Some(DialogAnswer::Other(_)) => {
                cx.answer(Answer::AskNoMore);
                return Some(self);
            }
            Some(_) => {}
            None => return Some(self),
        }
        None
    }

    /// Says that the article is in the folder already.
    fn known(&self, ui: &mut Ui, chosen: &mut Option<std::path::PathBuf>) {
        let theme = Theme::of(ui.ctx());
        // More than three projects of one article in a folder are copies; the form below would leave the
        // screen.
        for path in self.read.known.iter().take(3) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let (icon, _) = ui.allocate_exact_size([16.0, 16.0].into(), eframe::egui::Sense::hover());
                Icon::Note.paint(ui.painter(), icon, space::ICON, theme.text2);
                let sentence = format!("This article is in the folder already: {}", file_name(path));
                TextLabel::new(&sentence, Role::Label).color(theme.text).show(ui);
                if Button::new("Open that project").show(ui).clicked() {
                    *chosen = Some(path.clone());
                }
            });
        }
    }

    /// Shows the encoding and offers others.
    fn encoding(&self, ui: &mut Ui, id: Id, chosen: &mut Option<&'static Encoding>) {
        let theme = Theme::of(ui.ctx());
        let Some(found) = &self.read.imported.encoding else { return };
        crate::app::widgets::form::form_row(ui, "Encoding", 0.0, |ui, width| {
            ui.vertical(|ui| {
                let label = format!("{} · {}", found.encoding.name(), found.basis.label().to_lowercase());
                let button = Button::new(&label).show(ui);
                let popup = eframe::egui::Popup::menu(&button).accessible_name("Encodings").id(id.with("encodings"));
                popup.show(|ui| {
                    ui.set_width(width.min(320.0));
                    let area = eframe::egui::ScrollArea::vertical().max_height(320.0);
                    area.show(ui, |ui| {
                        for choice in ENCODINGS {
                            if Button::new(choice.label).quiet().show(ui).clicked() {
                                *chosen = Some(choice.encoding);
                                ui.close();
                            }
                        }
                    })
                    .named(ui.ctx(), "the list of encodings");
                });
                for notice in &self.read.imported.notices {
                    let sentence = notice.to_string();
                    widgets::Words::new(&sentence, theme.warning).size(Face::SMALL).show(ui);
                }
            });
        });
    }

    fn preview(&self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        let frame = eframe::egui::Frame::new()
            .fill(theme.page)
            .stroke(eframe::egui::Stroke::new(theme.line_width, theme.border))
            .corner_radius(space::RADIUS_BUTTON)
            .inner_margin(12.0);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            TextLabel::new(&self.preview, Role::Words).color(theme.text).max_lines(5).show(ui);
        });
    }
}
