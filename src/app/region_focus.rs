//! Going from one part of the window to the next by key.

use eframe::egui::accesskit::Role;
use eframe::egui::{Context, FocusDirection, Id, Rect, Sense, Ui, vec2};

use super::widgets::told;

/// The article's id: what has the focus while plain letters are commands.
pub fn article_id() -> Id {
    Id::unique("article")
}

/// A part of the window with controls, in the order in which Tab goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The bar at the top.
    TopBar,
    /// Recent files and outline.
    Left,
    /// The categories over the article.
    Strip,
    /// Finding words, where that is open.
    Find,
    /// The article.
    Article,
    /// What is proposed, where anything is.
    Sweep,
    /// The ledger or the problems, where the dock is open.
    Dock,
    /// Annotations and details.
    Right,
}

impl Region {
    /// What a screen reader calls it, and as what it finds it.
    fn role_and_name(self) -> (Role, &'static str) {
        match self {
            Region::TopBar => (Role::Banner, "Top bar"),
            Region::Left => (Role::Navigation, "Side panel"),
            Region::Strip => (Role::Region, "Strip over the article"),
            Region::Find => (Role::Search, "Find bar"),
            Region::Article => (Role::Main, "Text"),
            Region::Sweep => (Role::Region, "Proposals"),
            Region::Dock => (Role::Region, "Under the article"),
            Region::Right => (Role::Complementary, "Details panel"),
        }
    }
}

/// The parts that are shown, and the one to which the focus is to go.
#[derive(Debug, Default)]
pub struct RegionFocus {
    shown: Vec<(Region, Rect)>,
    wanted: Option<Region>,
}

impl RegionFocus {
    /// Forgets what the last frame showed.
    pub fn begin(&mut self) {
        self.shown.clear();
    }

    /// A part begins here: where it is wanted, its first control gets the focus.
    pub fn part(&mut self, ui: &Ui, part: Region) {
        let (role, name) = part.role_and_name();
        told::region(ui, role, name);
        // Also where it has no control: going by key counts what is seen.
        self.shown.push((part, ui.max_rect()));
        if self.wanted != Some(part) {
            return;
        }
        self.wanted = None;
        // What cannot be seen has the focus and hands it on to the next control, as with Tab.
        let id = Id::unique("landing");
        ui.memory_mut(|memory| {
            memory.request_focus(id);
            memory.move_focus(FocusDirection::Next);
        });
        let nowhere = Rect::from_min_size(ui.max_rect().min, vec2(0.0, 0.0));
        // After the request: egui drops a focus whose widget is not shown in the frame.
        ui.interact(nowhere, id, Sense::focusable_noninteractive());
    }

    /// The focus goes to the first control of a part.
    pub fn go_to(&mut self, part: Region) {
        self.wanted = Some(part);
    }

    /// The focus goes to the next part that is shown, or to the one before.
    pub fn go(&mut self, ctx: &Context, onwards: bool) {
        let focused = ctx.memory(|memory| memory.focused()).and_then(|id| ctx.read_response(id));
        let middle = focused.map(|response| response.interact_rect.center());
        // The last one that holds it: what lies over the article comes after it.
        let holds = |(_, rect): &(Region, Rect)| middle.is_some_and(|middle| rect.contains(middle));
        let at = self.shown.iter().rposition(holds);
        let count = self.shown.len();
        let next = match (at, onwards) {
            (Some(at), true) => (at + 1) % count.max(1),
            (Some(at), false) => (at + count - 1) % count.max(1),
            // The focus is nowhere, or in something that lies over all regions; going begins at the top.
            (None, _) => 0,
        };
        self.wanted = self.shown.get(next).map(|(part, _)| *part);
        // The focus is given as the region is shown next, which nothing else may cause.
        ctx.request_repaint();
    }
}
