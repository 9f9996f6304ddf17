//! Finding in the window: the bar over the article, the search behind it, the list of hits to be marked.

mod bar;
mod excerpt;
mod hit_list;
pub mod search;
mod toggle;

pub use bar::{FindBar, grouped};
pub use hit_list::HitList;
