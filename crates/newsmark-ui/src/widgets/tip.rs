use egui::{Response, Tooltip, Ui};

use super::{KeyCap, Words};
use crate::theme::{Theme, space};

/// Shows the name of a control and the keys that do the same in its tooltip, in one line.
pub fn tip(response: &Response, name: &str, key: Option<&str>) {
    Tooltip::for_enabled(response).show(|ui| {
        let theme = Theme::of(ui.ctx());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::ICON_GAP;
            Words::new(name, theme.text).show(ui);
            if let Some(key) = key {
                KeyCap::new(key).show(ui);
            }
        });
    });
}

/// Shows a sentence in the tooltip of what can be used, in as many lines as it takes.
pub fn tip_sentence(response: &Response, sentence: &str) {
    describe(response, sentence);
    Tooltip::for_enabled(response).show(|ui| lines(ui, sentence));
}

/// Shows why something cannot be used, in its tooltip.
pub fn tip_disabled(response: &Response, why: &str) {
    describe(response, why);
    Tooltip::for_disabled(response).show(|ui| lines(ui, why));
}

/// A screen reader gets the tooltip as well, where it says more than the name.
fn describe(response: &Response, sentence: &str) {
    // Asking for a node makes one, and one without a role would be a stop that says nothing.
    if !response.ctx.has_accesskit_node(response.id) {
        return;
    }
    response.ctx.accesskit_node_builder(response.id, |node| {
        // Else a screen reader would read the same sentence twice.
        let is_said = node.label() == Some(sentence) || node.value() == Some(sentence);
        if node.description().is_none() && !is_said {
            node.set_description(sentence);
        }
    });
}

fn lines(ui: &mut Ui, sentence: &str) {
    let ink = Theme::of(ui.ctx()).text;
    Words::new(sentence, ink).show_lines(ui);
}
