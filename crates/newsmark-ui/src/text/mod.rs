//! Shaping and painting all words of the window: the article, quotations,
//! notes, names, what is typed into fields, and the program’s own labels, which
//! may hold a name or a file of any script.
//!
//! egui has no bidirectional text (46 would be drawn as 64 in an Arabic
//! sentence), so all words are shaped by parley, rasterised by swash and
//! painted as meshes from an atlas of glyphs. egui’s own text is not used
//! (`tests/tidy` of the program sees to that).
//!
//! [`Engine`] lays text out, keeps layouts over frames and paints them;
//! [`TextLayout`] answers where words are and walks through them; [`TextLabel`] is a
//! label and [`TextField`] a field. The text that comes in is never changed:
//! all places are byte offsets into it.

pub mod access;
mod atlas;
mod elide;
mod engine;
mod field;
mod fonts;
mod glyphs;
mod isolate;
mod lines;
mod mesh;
mod missing;
mod motion;
mod script;
mod shape;
mod style;
#[cfg(test)]
mod tests;
mod text_label;
mod text_layout;

pub use engine::Engine;
pub use field::{FieldResponse, TextField};
pub use fonts::FontSource;
pub use isolate::{isolated, quotations_isolated};
pub use newsmark_direction::Direction;
pub use script::is_mostly_arabic;
pub use style::{Role, Style};
pub use text_label::TextLabel;
pub use text_layout::{Affinity, Line, Place, TextLayout};
