use std::sync::Arc;

use eframe::egui::{Align, Id, Key, Layout, Ui};

use crate::app::find::{HitList, grouped};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::form::form_row;
use crate::app::widgets::{self, Button, DialogAnswer, Segmented, Words};
use crate::edit::OpenProject;
use crate::find::Hits;
use crate::model::{Category, Digest, Span};

use super::{Answer, DialogCtx};

/// Which hits are to be marked, and as what.
pub struct MarkAllForm {
    text: Digest,
    hits: Arc<Hits>,
    category: Category,
    /// The hits that no mark of the category covers yet: their numbers, and their words without spaces around them.
    numbers: Vec<usize>,
    rows: Vec<Span>,
    n_marked: usize,
    /// For each hit whether it is to be marked.
    chosen: Vec<bool>,
    n_chosen: usize,
    list: HitList,
}

/// Rows that are seen at once, and the height of one in points.
const ROWS: f32 = 12.0;
const ROW: f32 = 28.0;

impl MarkAllForm {
    /// Begins with all hits chosen.
    pub fn new(open: &OpenProject, hits: Arc<Hits>) -> MarkAllForm {
        let mut form = MarkAllForm {
            text: open.project().article().text.sha256(),
            category: Category::Casualties,
            numbers: Vec::new(),
            rows: Vec::new(),
            n_marked: 0,
            // All are chosen to begin with: a search is made narrow before it is marked.
            chosen: vec![true; hits.len()],
            n_chosen: 0,
            list: HitList::default(),
            hits,
        };
        form.choose_category(open, Category::Casualties);
        form
    }

    /// Lists the hits that are not marked as that yet.
    fn choose_category(&mut self, open: &OpenProject, category: Category) {
        self.category = category;
        (self.numbers, self.rows) = open.unmarked(category, self.hits.as_slice()).into_iter().unzip();
        let text = &open.project().article().text;
        // Hits of blanks alone can never be marked, and do not count as marked already.
        let n_words = self.hits.as_slice().iter().filter(|hit| !text.words(**hit).trim().is_empty()).count();
        self.n_marked = n_words - self.rows.len();
        self.count();
    }

    fn count(&mut self) {
        self.n_chosen = self.numbers.iter().filter(|n| self.chosen[**n]).count();
    }

    /// Shows the hits; `None` once it was answered.
    pub fn show(mut self: Box<Self>, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<Box<MarkAllForm>> {
        let open = &cx.document?.session;
        // Another project was opened behind the question, in which these bytes are other words.
        if open.project().article().text.sha256() != self.text {
            return None;
        }
        let reason = match (self.rows.is_empty(), self.n_chosen) {
            (true, _) => Some("All of these are marked so already"),
            (false, 0) => Some("No hit is chosen"),
            _ => None,
        };
        let primary = format!("Mark {}", grouped(self.n_chosen));
        let dialog = widgets::Dialog::new("Mark all hits", &primary).primary_disabled(reason).width(720.0);
        let mut submitted = false;
        let answer = dialog.show(ui.ctx(), id, |ui| submitted = self.body(ui, id, open));
        match answer.or((submitted && reason.is_none()).then_some(DialogAnswer::Primary)) {
            Some(DialogAnswer::Primary) => {
                let rows = self.numbers.iter().zip(&self.rows).filter(|(n, _)| self.chosen[**n]);
                let spans: Vec<Span> = rows.map(|(_, span)| *span).collect();
                cx.answer(Answer::MarkAll(self.category, spans));
                cx.answer(Answer::FocusArticle);
            }
            Some(_) => cx.answer(Answer::FocusArticle),
            None => return Some(self),
        }
        None
    }

    /// Shows category, counts and hits; answers whether Enter was pressed among the hits.
    fn body(&mut self, ui: &mut Ui, id: Id, open: &OpenProject) -> bool {
        let mut index = self.category as usize;
        let names = Category::ALL.map(Category::name);
        form_row(ui, "Mark as", 0.0, |ui, _| Segmented::new("Mark as", &names).show(ui, &mut index));
        // The keys that mark in the article work here too, where no field takes letters.
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
        if let Some(pressed) = keys.iter().position(|key| ui.input(|input| input.key_pressed(*key))) {
            index = pressed;
        }
        if index != self.category as usize {
            self.choose_category(open, Category::ALL[index]);
        }
        self.counts(ui);
        // 300 for all that stands around the list; at least four rows, at most twelve, which are skimmed
        // without losing the line.
        let height = (ui.ctx().content_rect().height() - 300.0).clamp(4.0 * ROW, ROWS * ROW);
        let is_chosen = |row: usize| self.chosen[self.numbers[row]];
        let answer = self.list.show(ui, id.with("hits"), open.project(), &self.rows, is_chosen, height);
        if let Some(row) = answer.turned {
            let chosen = &mut self.chosen[self.numbers[row]];
            *chosen = !*chosen;
            self.count();
        }
        answer.submitted
    }

    fn counts(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let told = format!("{} of {} chosen", grouped(self.n_chosen), grouped(self.rows.len()));
            Words::new(&told, theme.text).face(Face::Semibold).show(ui);
            if self.n_marked > 0 {
                let told = format!("{} already marked", grouped(self.n_marked));
                Words::new(&told, theme.text2).show(ui);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (label, choice) in [("Choose none", false), ("Choose all", true)] {
                    if Button::new(label).quiet().tight().show(ui).clicked() {
                        self.numbers.iter().for_each(|n| self.chosen[*n] = choice);
                        self.count();
                    }
                }
            });
        });
    }
}
