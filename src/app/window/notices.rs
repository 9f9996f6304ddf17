//! What the window says at its foot is shown, answered, and goes after a while.

use crate::app::command::Command;
use crate::app::notices::{Notice, is_held, toast};
use crate::app::widgets::{self, NoticeAnswer};
use eframe::egui::{Rect, Ui};
use std::time::Duration;

use super::Window;

/// The room below a notice in points: it stands at the foot of the article, and covers nothing that can be pressed in
/// the bar of proposals or in the dock below that.
pub(super) fn above(ui: &Ui, article: Option<Rect>) -> f32 {
    /// Between a notice and what is below it.
    const GAP: f32 = 12.0;
    /// The line at the foot, where nothing else is below.
    const FOOT: f32 = 28.0;
    let below = article.map_or(FOOT, |article| ui.ctx().content_rect().bottom() - article.bottom());
    // A dock that takes nearly all of the window leaves the article no room for a notice.
    GAP + below.min(ui.ctx().content_rect().height() / 2.0)
}

impl Window {
    /// Shows the last notice; closing it shows the one before. What has expired, or belongs to a step that is not the
    /// last one any more, goes. `above` is the room below it, in points.
    pub(in crate::app) fn show_notices(&mut self, ui: &Ui, above: f32) {
        let step = self.document.as_ref().map(|document| document.session.n_edits());
        let is_of_step = |notice: &Notice| !notice.offers(&Command::Undo) || notice.step == step;
        // “Undo” in a notice is of its own edit. After another edit the same button would undo that one.
        self.notices.retain(is_of_step);
        self.expire(ui);
        let Some(notice) = self.notices.last() else { return };
        let labels: Vec<&str> = notice.actions.iter().map(|(label, _)| *label).collect();
        let shown = widgets::Notice::new(notice.tone, &notice.sentence).actions(&labels).closable().nth(notice.number);
        match shown.show_toast(ui.ctx(), toast(), above) {
            Some(NoticeAnswer::Action(index)) => {
                let Some(mut notice) = self.notices.pop() else { return };
                // The notice goes with its other actions, so their order does not matter any more.
                match notice.actions.swap_remove(index).1 {
                    // The project's own step, whatever undo means where this is read.
                    Command::Undo => self.edit(|open, now| open.undo(now).map(drop)),
                    command => self.commands.push(command),
                }
            }
            Some(NoticeAnswer::Closed) => drop(self.notices.pop()),
            None => {}
        }
    }

    /// Takes away the notice that was shown long enough. Its time begins anew while the pointer or the focus is on it.
    pub(super) fn expire(&mut self, ui: &Ui) {
        let now = ui.input(|input| input.time);
        let is_held = is_held(ui.ctx());
        let n_covered = self.notices.len().saturating_sub(1);
        // A covered notice was not read; its time begins when the one above it goes.
        self.notices[..n_covered].iter_mut().for_each(|covered| covered.shown_since = None);
        let Some(notice) = self.notices.last_mut() else { return };
        let Some(lasts) = notice.seconds() else { return };
        if is_held {
            notice.shown_since = None;
        }
        let left = *notice.shown_since.get_or_insert(now) + lasts - now;
        if left <= 0.0 {
            self.notices.pop();
        } else {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        }
    }
}
