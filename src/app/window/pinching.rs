//! Two fingers, or the wheel with Ctrl, set the reading size.

use eframe::egui::{Rect, Ui};

use super::Window;

impl Window {
    /// Sets the article's text larger or smaller as it is pinched.
    pub(in crate::app) fn read_pinch(&mut self, ui: &Ui, article: Rect) {
        let factor = ui.input(|input| input.zoom_delta());
        // Only over the article: over a panel Ctrl and the wheel would change something that is not looked at.
        if factor != 1.0 && ui.rect_contains_pointer(article) {
            let size = self.pinch.turned(self.settings.reading_size, factor);
            if size != self.settings.reading_size {
                self.set_reading_size(size);
            }
        }
    }
}
