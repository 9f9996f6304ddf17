use eframe::egui::{Frame, Panel, Ui};

use crate::app::command::Command;
use crate::app::layout::Layout;
use crate::app::opened::Opened;
use crate::app::theme::Theme;
use crate::app::widgets::{Hairline, PanelHeader, Segmented};

use super::{InspectorState, ListState};

/// Shows the right panel: the list of annotations over the details of the
/// selected one, or the two as tabs where the window is low or narrow.
pub fn right(
    ui: &mut Ui,
    opened: &Opened,
    list: &mut ListState,
    inspector: &mut InspectorState,
    layout: Layout,
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if !layout.has_both {
        tabs(ui, opened, list, inspector, layout, commands);
        return;
    }
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.panel);
    Panel::top("list").default_size(298.0).size_range(140.0..=520.0).resizable(true).frame(frame).show(ui, |ui| {
        let count = opened.open.project().annotations().len().to_string();
        PanelHeader::new("Annotations").count(&count).show(ui, |_| {});
        list.show(ui, opened, layout.margin, commands);
    });
    inspector.show(ui, opened, layout.margin, commands);
}

fn tabs(
    ui: &mut Ui,
    opened: &Opened,
    list: &mut ListState,
    inspector: &mut InspectorState,
    layout: Layout,
    commands: &mut Vec<Command>,
) {
    let count = format!("List {}", opened.open.project().annotations().len());
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(layout.margin);
        let mut chosen = usize::from(inspector.is_shown);
        Segmented::new(&[&count, "Details"]).show(ui, &mut chosen);
        inspector.is_shown = chosen == 1;
    });
    ui.add_space(8.0);
    Hairline::new().show(ui);
    if inspector.is_shown {
        inspector.show(ui, opened, layout.margin, commands);
    } else {
        ui.add_space(8.0);
        list.show(ui, opened, layout.margin, commands);
    }
}
