use std::time::Duration;

use egui::{Color32, CornerRadius, Painter, Rect, Ui, vec2};

/// How long the caret is shown, and how long not, in seconds.
const BLINK: f64 = crate::theme::BLINK as f64;

/// After so many seconds without input it stays, and no more frames are drawn: a window that is left open overnight
/// costs nothing.
const RESTS_AFTER: f64 = 10.0;

/// Its width in points: one is hard to find among letters.
const WIDTH: f32 = 2.0;

/// Paints a caret that was last touched `idle` seconds ago, and asks for the
/// frame in which it changes.
pub fn paint(ui: &Ui, painter: &Painter, caret: Rect, color: Color32, idle: f64) {
    // A caret in a window in the background would say that one can type there.
    if !ui.input(|input| input.focused) {
        return;
    }
    let blinks = ui.visuals().text_cursor.blink && idle < RESTS_AFTER;
    if blinks {
        let until_change = BLINK - idle % BLINK;
        ui.ctx().request_repaint_after(Duration::from_secs_f64(until_change));
    }
    if !blinks || shows(idle) {
        let left = painter.round_to_pixel_center(caret.left()) - 0.5 / painter.pixels_per_point();
        let rect = Rect::from_min_size(egui::pos2(left, caret.top()), vec2(WIDTH, caret.height()));
        painter.rect_filled(rect.shrink2(vec2(0.0, 1.0)), CornerRadius::ZERO, color);
    }
}

fn shows(idle: f64) -> bool {
    idle % (2.0 * BLINK) < BLINK
}

#[cfg(test)]
mod tests {
    use super::shows;

    #[test]
    fn the_caret_is_there_right_after_a_key_and_gone_half_a_second_later() {
        assert!(shows(0.0));
        assert!(!shows(0.6));
        assert!(shows(1.1));
    }
}
