//! What is said to those who do not see the window, where it is not the focus that says it.

pub mod words;

use std::mem;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Context, Id};

/// What waits to be said in this frame, and what was said last.
#[derive(Clone, Debug, Default)]
struct Announcements {
    waiting: Vec<String>,
    said: String,
    /// How many times something was said.
    n_said: u64,
}

/// Says something once a screen reader is done with what it says. What is asked for in one frame is said in one go.
/// Errors are notices, which speak for themselves and at once.
pub fn announce(ctx: &Context, text: impl Into<String>) {
    let text: String = text.into();
    if text.is_empty() {
        return;
    }
    ctx.data_mut(|data| {
        let all = data.get_temp_mut_or_default::<Announcements>(id());
        // A key that repeats within a frame is heard once.
        if all.waiting.last() != Some(&text) {
            all.waiting.push(text);
        }
    });
}

/// Shows what was said last as the one node of the window that speaks by itself. Nothing of it is painted.
///
/// Assistive technology hears of a node that comes and of a name that changes; so that the same words are heard when
/// they are said again, each saying is a node of its own.
pub fn show(ctx: &Context) {
    let all = ctx.data_mut(|data| {
        let all = data.get_temp_mut_or_default::<Announcements>(id());
        if !all.waiting.is_empty() {
            all.said = mem::take(&mut all.waiting).join(". ");
            all.n_said += 1;
        }
        all.clone()
    });
    // An empty live node would be read as one that says nothing.
    if all.n_said == 0 {
        return;
    }
    ctx.accesskit_node_builder(id().with(all.n_said), |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_label(all.said);
    });
}

fn id() -> Id {
    Id::unique("announcements")
}
