//! Controls that every panel uses: they paint and answer, and know nothing of a project.
//!
//! The words they show are the program's own; words of an article are painted by [`crate::app::text`], so what can
//! hold them takes a closure. Each has a name for screen readers and a hit area of at least 24 points.

mod focus_ring;
mod icon;
mod icon_path;

pub use focus_ring::FocusRing;
pub use icon::Icon;
