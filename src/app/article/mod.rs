//! The article: set to be read, marked by mouse and by keyboard.
//!
//! The article is divided into parts: paragraphs, and pieces of very long ones.
//! Only what is on the screen is set and painted; the heights of all other
//! parts are guessed, and the reader's place is a place in the text, so that
//! correcting a guess moves nothing.

mod access;
mod bands;
mod block;
mod caret;
mod column;
mod handles;
mod heights;
mod hits;
mod hollow_ticks;
mod hover;
mod layout_cache;
mod margin;
mod marks;
mod menu;
mod movement;
mod paint;
mod parts;
mod pointer;
mod preview;
mod proposed;
mod ruler;
mod scroll;
mod signs;
mod ticks;
mod view;
mod view_options;

pub use block::long_date;
pub use column::{Column, Reading};
pub use heights::Heights;
pub use hits::Found;
use layout_cache::LayoutCache;
pub use menu::article_menu;
pub use movement::all;
pub use preview::Preview;
pub use proposed::Lit;
pub use scroll::Scroll;
pub use view::ArticleView;
pub use view_options::{MarkStyle, ViewOptions};
