//! Controls that every panel uses: they paint and answer, and know nothing of a project.
//!
//! The words they show are the program's own, set by [`crate::text`] as all words are; what shows words of an
//! article in their own direction takes a closure. Each has a name for screen readers and a hit area of at least 24 points.

mod button;
mod chip;
mod choice;
mod choice_entry;
mod choice_list;
mod dialog;
mod edge;
mod empty_state;
pub mod form;
#[cfg(test)]
mod gallery;
mod hairline;
mod icon;
mod icon_button;
mod icon_path;
mod key_cap;
mod letter_filter;
mod list_cursor;
mod list_state;
mod menu;
mod notice;
mod palette_button;
mod panel_header;
mod pill;
mod pressable;
mod row;
#[cfg(test)]
mod samples;
mod segmented;
mod stepper;
#[cfg(test)]
mod tests;
mod tick;
mod tip;
pub mod told;
mod tone_icon;
mod type_ahead;
mod virtual_list;
mod words;

pub use crate::theme::{FieldFrame, FocusRing, Tone};
pub use button::Button;
pub use chip::Chip;
pub use choice::Choice;
pub use choice_entry::ChoiceEntry;
pub use dialog::{Dialog, DialogAnswer};
pub use edge::{PanelEdge, Side};
pub use empty_state::EmptyState;
pub use hairline::Hairline;
pub use icon::Icon;
pub use icon_button::IconButton;
pub use key_cap::KeyCap;
pub use letter_filter::LetterFilter;
pub use list_cursor::ListCursor;
pub use menu::{context_menu, menu, menu_entry};
pub use notice::{Notice, NoticeAnswer};
pub use palette_button::{PaletteButton, PaletteDensity};
pub use panel_header::PanelHeader;
pub use pill::Pill;
pub use pressable::pressable;
pub use row::{Row, RowInk};
pub use segmented::Segmented;
pub use stepper::Stepper;
pub use tick::tick;
pub use tip::{tip, tip_disabled, tip_sentence};
pub use told::Scrolled;
pub use virtual_list::{ListResponse, ListRow, RowHeights, VirtualList};
pub use words::{LaidWords, Words};
