use eframe::egui::{Frame, Id, Panel, Rangef, Ui};

use crate::app::command::Command;
use crate::app::layout::Layout;
use crate::app::opened::Opened;
use crate::app::theme::Theme;
use crate::app::widgets::{Hairline, PanelEdge, PanelHeader, Segmented, Side};
use crate::model::Time;

use super::{InspectorState, ListState};

/// Shows the right panel: the list of annotations over the details of the
/// selected one, or the two as tabs where the window is low or narrow.
pub fn right(
    ui: &mut Ui,
    opened: &Opened,
    list: &mut ListState,
    inspector: &mut InspectorState,
    (layout, now): (Layout, Time),
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if !layout.has_both {
        tabs(ui, opened, list, inspector, (layout, now), commands);
        return;
    }
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.panel);
    let (id, range) = (Id::unique("height of the list"), Rangef::new(140.0, 520.0));
    let height = ui.data(|data| data.get_temp(id)).unwrap_or(298.0_f32);
    let shown = Panel::top("list").exact_size(height).resizable(false).frame(frame).show(ui, |ui| {
        let count = opened.open.project().annotations().len().to_string();
        PanelHeader::new("Annotations").count(&count).show(ui, |_| {});
        list.show(ui, opened, layout.margin, commands);
    });
    let edge = PanelEdge { name: "Height of the list", side: Side::Bottom, range };
    if let Some(height) = edge.show(ui, shown.response.rect) {
        ui.data_mut(|data| data.insert_temp(id, height));
    }
    inspector.show(ui, opened, now, layout.margin, commands);
}

fn tabs(
    ui: &mut Ui,
    opened: &Opened,
    list: &mut ListState,
    inspector: &mut InspectorState,
    (layout, now): (Layout, Time),
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
        inspector.show(ui, opened, now, layout.margin, commands);
    } else {
        ui.add_space(8.0);
        list.show(ui, opened, layout.margin, commands);
    }
}
