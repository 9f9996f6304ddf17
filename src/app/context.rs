//! What a panel is lent for one frame: all it may read, and where it puts what it asks for.

use crate::model::Time;
use crate::store::Settings;

use super::command::Command;
use super::document::Document;
use super::layout::Layout;

/// What a panel of the open document is lent.
///
/// A panel keeps its own state beside it, never the window's: what it wants done it pushes as a command, which runs
/// after all panels were shown.
pub struct ViewCtx<'a> {
    /// The document, only to read.
    pub document: &'a Document,
    /// Whether what is proposed is shown: while words are marked, in a project that wants it.
    pub proposes: bool,
    /// The settings; a panel writes which of its sections are folded, and its sizes.
    pub settings: &'a mut Settings,
    /// What the window's size leaves room for.
    pub layout: Layout,
    /// The time of day, for how long ago something was.
    pub now: Time,
    /// What is to be done after the panels, in this order.
    pub commands: &'a mut Vec<Command>,
}

/// What a panel is lent that needs no open document.
pub struct AppCtx<'a> {
    /// The settings; a panel writes which of its sections are folded, and its sizes.
    pub settings: &'a mut Settings,
    /// What the window's size leaves room for.
    pub layout: Layout,
    /// The time of day, for how long ago something was.
    pub now: Time,
    /// What is to be done after the panels, in this order.
    pub commands: &'a mut Vec<Command>,
}
