//! The panels around the article. Each takes the project only to read and pushes commands.

mod inspector;
mod left;
mod list;
mod menu;
mod outline;
mod proposed_rows;
mod right;
mod status_bar;
mod strip;
mod sweep;
mod top_bar;
mod visibility_menu;
mod welcome;

pub use inspector::{
    FormRow, InspectorState, beside_first_line, inspector_words, item_rows, name_of_item, nothing_selected, sections,
};
pub use left::left;
pub use list::ListState;
pub use menu::{is_enabled, name_of};
pub use right::right;
pub use status_bar::status_bar;
pub use strip::{categories, show_hints, strip};
pub use sweep::{sweep, sweep_height};
pub use top_bar::top_bar;
pub use visibility_menu::visibility_menu;
pub use welcome::welcome;
