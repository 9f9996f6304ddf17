use eframe::egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Hairline, PanelHeader, Scrolled, told};
use crate::model::AnnotationId;
use crate::review::Stage;

use super::queue_row::{ROW_HEIGHT, RowPlace, row};
use super::{ReviewState, queue_head};

/// Height of the heading of a stage, in points.
const HEAD: f32 = 32.0;

/// Shows the left panel of Review: how far it has come, and the marks by stage.
pub fn queue(ui: &mut Ui, document: &Document, state: &mut ReviewState, margin: f32, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    state.focused = None;
    queue_head::head(ui, document, state, margin, commands);
    Hairline::new().show(ui);
    queue_head::nothing_waits(ui, document, state, margin, commands);
    let wanted = document.session.selected.filter(|_| std::mem::take(&mut state.wants_selected));
    let wanted = wanted.and_then(|id| state.queue().find(id));
    if let Some((stage, _)) = wanted {
        state.open[stage as usize] = true;
    }
    let shown: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| !state.queue().stage(*stage).is_empty()).collect();
    let n_rows = |state: &ReviewState, stage: Stage| {
        if state.open[stage as usize] { state.queue().stage(stage).len() } else { 0 }
    };
    let height: f32 = shown.iter().map(|stage| HEAD + n_rows(state, *stage) as f32 * ROW_HEIGHT).sum();
    ui.spacing_mut().scroll = thin_scroll();
    ScrollArea::vertical()
        .id_salt("queue")
        .auto_shrink(false)
        .show_viewport(ui, |ui, view| {
            let (left, top, width) = (ui.max_rect().left(), ui.cursor().top(), ui.max_rect().width());
            ui.set_height(height);
            told::list(ui, "Marks to review", shown.iter().map(|stage| n_rows(state, *stage)).sum());
            let (mut y, mut n_before) = (0.0, 0);
            for stage in shown {
                let place = Rect::from_min_size(pos2(left, top + y), vec2(width, HEAD));
                heading(ui, place, stage, margin, state);
                y += HEAD;
                let n_rows = n_rows(state, stage);
                let place_of = |n: usize| {
                    let at = pos2(left, top + y + n as f32 * ROW_HEIGHT);
                    Rect::from_min_size(at, vec2(width, ROW_HEIGHT))
                };
                let first = ((view.top() - y) / ROW_HEIGHT).floor().max(0.0) as usize;
                let last = (((view.bottom() - y) / ROW_HEIGHT).ceil().max(0.0) as usize).min(n_rows);
                let ids: Vec<AnnotationId> = state.queue().stage(stage).get(first..last).unwrap_or_default().to_vec();
                for (n, id) in ids.into_iter().enumerate() {
                    let nth = n_before + first + n;
                    let place = RowPlace { rect: place_of(first + n), nth, margin };
                    let focused = row(ui, place, id, document, state, commands);
                    state.focused = focused.or(state.focused);
                }
                if let Some((_, n)) = wanted.filter(|(of, _)| *of == stage) {
                    ui.scroll_to_rect(place_of(n).expand(8.0), None);
                }
                y += n_rows as f32 * ROW_HEIGHT;
                n_before += n_rows;
            }
        })
        .named(ui.ctx(), "the queue");
}

/// The heading of a stage, which folds it.
fn heading(ui: &mut Ui, place: Rect, stage: Stage, margin: f32, state: &mut ReviewState) {
    let mut ui = ui.new_child(UiBuilder::new().id_salt(stage.name()).max_rect(place));
    if stage != Stage::Waiting {
        Hairline::new().paint_above(&ui, place);
    }
    let count = state.queue().stage(stage).len().to_string();
    let is_open = state.open[stage as usize];
    let header = PanelHeader::new(stage.name()).count(&count).open(is_open).height(HEAD).margin(margin);
    if header.show(&mut ui, |_| {}).response.clicked() {
        state.open[stage as usize] = !is_open;
    }
}
