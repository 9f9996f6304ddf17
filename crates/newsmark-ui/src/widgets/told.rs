//! What a screen reader is told beyond the name of a control: lists and places in them, what is open, what is chosen.

use egui::accesskit::Role;
use egui::{Context, Id, Rect, Ui, accesskit_root_id, scroll_area::ScrollAreaOutput};

use crate::text::access::bounds;

/// AT-SPI, the bus of screen readers on Linux, is handed neither the value of a choice nor whether something is open
/// by AccessKit; there a description says it. Elsewhere it would be heard twice.
const NEEDS_WORDS: bool = cfg!(all(unix, not(target_os = "macos")));

/// The window is called by its title.
pub fn window(ctx: &Context, title: &str) {
    ctx.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(title));
}

/// A part of the window that a screen reader can go to by its name.
pub fn region(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// A part named by [`region`] stands there, in points of the window.
pub fn place(ui: &Ui, rect: Rect) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_bounds(bounds(rect)));
}

/// What is shown in `ui` are the rows of a list, of which it may show a few alone. It is no list box: a screen reader
/// would say what is chosen in one wherever the focus is, and what was decided is said already.
pub fn list(ui: &Ui, name: &str, n_rows: usize) {
    region(ui, Role::List, name);
    n_of(ui.ctx(), ui.unique_id(), n_rows);
}

/// A list that has a node already has so many rows.
pub fn n_of(ctx: &Context, list: Id, n_rows: usize) {
    ctx.accesskit_node_builder(list, |node| node.set_size_of_set(n_rows));
}

/// A row has that place in its list, counted from 0, and is the one that keys and panels are at or not.
pub fn row(ctx: &Context, row: Id, place: usize, is_current: bool) {
    ctx.accesskit_node_builder(row, |node| {
        node.set_position_in_set(place);
        node.set_selected(is_current);
    });
}

/// While `list`, a field or a list, has the focus, the keys are at this row, which is shown in this frame.
pub fn active(ctx: &Context, list: Id, row: Id) {
    ctx.accesskit_node_builder(list, |node| node.set_active_descendant(row.accesskit_id()));
}

/// Something that opens and closes is open.
pub fn expanded(ctx: &Context, id: Id, is_open: bool) {
    ctx.accesskit_node_builder(id, |node| {
        node.set_expanded(is_open);
        if NEEDS_WORDS {
            node.set_description(if is_open { "expanded" } else { "collapsed" });
        }
    });
}

/// A choice has that value; with `why` it can not be changed.
pub fn choice(ctx: &Context, id: Id, value: &str, why: Option<&str>, is_open: bool) {
    ctx.accesskit_node_builder(id, |node| {
        node.set_value(value);
        node.set_expanded(is_open);
        let value = Some(value).filter(|_| NEEDS_WORDS);
        let told: Vec<&str> = value.into_iter().chain(why).collect();
        if !told.is_empty() {
            node.set_description(told.join(". "));
        }
    });
}

/// A part that scrolls, of which the bars are called by what they scroll.
pub trait Scrolled {
    /// Calls its bars by `what` they scroll: “the list of marks”.
    fn named(self, ctx: &Context, what: &str) -> Self;
}

impl<R> Scrolled for ScrollAreaOutput<R> {
    fn named(self, ctx: &Context, what: &str) -> Self {
        // The ids that egui gives the bars: the horizontal one and the vertical one.
        for bar in [0_usize, 1].map(|axis| self.id.with(axis)) {
            if ctx.has_accesskit_node(bar) {
                ctx.accesskit_node_builder(bar, |node| node.set_label(format!("Scroll bar of {what}")));
            }
        }
        self
    }
}
