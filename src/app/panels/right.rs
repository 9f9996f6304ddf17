use eframe::egui::{Frame, Panel, Rangef, Ui};

use crate::app::context::ViewCtx;
use crate::app::theme::Theme;
use crate::app::widgets::{Hairline, PanelEdge, PanelHeader, Segmented, Side};

use super::{InspectorState, ListState};

/// The name under which the settings keep the list's height.
const LIST: &str = "list";
/// Its height to begin with, in points: the details have the greater part.
// The header and some rows: one sees what stands around the selected mark, and the form has the rest.
const HEIGHT: f32 = 226.0;
/// The same while proposals are gone through.
const SWEEP_HEIGHT: f32 = 303.0;
/// The heights it may have, in points.
const RANGE: Rangef = Rangef { min: 140.0, max: 520.0 };

/// Shows the right panel: the list of annotations over the details of the
/// selected one, or the two as tabs where the window is low or narrow.
pub fn right(ui: &mut Ui, list: &mut ListState, inspector: &mut InspectorState, cx: &mut ViewCtx<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if !cx.layout.has_both {
        return tabs(ui, list, inspector, cx);
    }
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.panel);
    // In the sweep the rows of what comes next are read as well.
    let sweeps = cx.proposes && cx.document.proposals.in_hand().is_some();
    let usual = if sweeps { SWEEP_HEIGHT } else { HEIGHT };
    let height = RANGE.clamp(cx.settings.widths.get(LIST).copied().unwrap_or(usual));
    let shown = Panel::top("list").exact_size(height).resizable(false).frame(frame).show(ui, |ui| {
        let count = cx.document.session.project().annotations().len().to_string();
        PanelHeader::new("Annotations").count(&count).show(ui, |_| {});
        list.show(ui, cx.document, cx.layout.margin, cx.proposes, cx.commands);
    });
    let edge = PanelEdge { name: "Height of the list", side: Side::Bottom, range: RANGE };
    if let Some(height) = edge.show(ui, shown.response.rect) {
        cx.settings.widths.insert(LIST.to_owned(), height);
    }
    inspector.show(ui, cx);
}

fn tabs(ui: &mut Ui, list: &mut ListState, inspector: &mut InspectorState, cx: &mut ViewCtx<'_>) {
    let count = format!("List {}", cx.document.session.project().annotations().len());
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(cx.layout.margin);
        let mut chosen = usize::from(inspector.is_shown);
        Segmented::new("Details or list", &[&count, "Details"]).show(ui, &mut chosen);
        inspector.is_shown = chosen == 1;
    });
    ui.add_space(8.0);
    Hairline::new().show(ui);
    if inspector.is_shown {
        inspector.show(ui, cx);
    } else {
        ui.add_space(8.0);
        list.show(ui, cx.document, cx.layout.margin, cx.proposes, cx.commands);
    }
}
