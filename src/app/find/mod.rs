//! Finding in the window: the bar over the article, the search behind it, the list of hits to be marked.

mod actions;
mod bar;
mod excerpt;
mod hit_list;
mod search;
mod toggle;

pub use bar::{FindBar, grouped};
pub use hit_list::HitList;
