use eframe::egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use crate::app::context::ViewCtx;
use crate::app::document::Document;
use crate::app::platform::{clock, day_or_clock};
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{PanelHeader, Words, tip_sentence};
use crate::model::{Annotation, AnnotationId, Time};
use crate::review::HistoryLine;

/// The story of the mark that is shown, kept for as long as the project is as it was.
#[derive(Debug, Default)]
pub struct History {
    made_for: Option<(AnnotationId, u64)>,
    told: Vec<HistoryLine>,
    /// Whether the last sentence is what the next save would add.
    is_pending: bool,
}

/// Room for the moment at the right of a sentence, in points.
// “12 Mar 2026”, or “Not saved”.
const MOMENT: f32 = 66.0;
/// Room for the dot before it.
const DOT: f32 = 16.0;

impl History {
    fn sync(&mut self, document: &Document, annotation: &Annotation, now: Time) {
        let made_for = Some((annotation.id, document.session.revision()));
        // A story compares every save of the file, which is too much for each frame.
        if self.made_for != made_for {
            let (told, is_pending) = document.session.history_lines(annotation.id, now);
            *self = History { made_for, told, is_pending };
        }
    }

    /// Shows the story, the oldest first, a sentence a line with its moment; answers whether there is one.
    pub fn show(&mut self, ui: &mut Ui, annotation: &Annotation, cx: &ViewCtx<'_>) -> bool {
        let (document, now, margin) = (cx.document, cx.now, cx.layout.margin);
        self.sync(document, annotation, now);
        let Some(last) = self.told.len().checked_sub(1) else { return false };
        PanelHeader::new("History").margin(margin).show(ui, |_| {});
        let mut dot_above = None;
        for (place, told) in self.told.iter().enumerate() {
            let is_pending = self.is_pending && place == last;
            let moment = if is_pending { "Not saved".to_owned() } else { day_or_clock(told.time, now) };
            let dot = line(ui, &told.sentence, &moment, &clock(told.time, now), margin);
            let theme = Theme::of(ui.ctx());
            if let Some(above) = dot_above.replace(dot) {
                let (top, bottom): (f32, f32) = (above + 5.0, dot - 5.0);
                let x = ui.max_rect().left() + margin + 4.0;
                ui.painter().vline(x, top..=bottom, Stroke::new(theme.line_width, theme.border_strong));
            }
        }
        ui.add_space(8.0);
        true
    }
}

/// One sentence; answers the height of its dot in the window.
fn line(ui: &mut Ui, sentence: &str, moment: &str, whole: &str, margin: f32) -> f32 {
    let theme = Theme::of(ui.ctx());
    let room = ui.max_rect();
    let top = ui.cursor().top();
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin + DOT);
        let width = ui.available_width() - MOMENT - margin;
        ui.allocate_ui(vec2(width, 0.0), |ui| {
            ui.set_width(width);
            ui.vertical(|ui| text::TextLabel::new(sentence, Role::Label).color(theme.text).wrap().show(ui));
        });
    });
    let place = Rect::from_min_max(pos2(room.right() - margin - MOMENT, top), pos2(room.right() - margin, top + 18.0));
    Words::new(moment, theme.text3).size(Face::SMALL).paint(ui.painter(), place, Align2::RIGHT_CENTER);
    tip_sentence(&shown.response, whole);
    ui.add_space(5.0);
    let dot = pos2(room.left() + margin + 4.0, top + 9.0);
    ui.painter().circle_filled(dot, 3.0, theme.text3);
    dot.y
}
