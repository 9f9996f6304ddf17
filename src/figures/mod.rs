//! What words and records say in numbers: days from words.
//!
//! Pure functions over words and projects. Nothing here changes a project, and
//! nothing is decided on an editor's behalf: what was worked out comes with how.

mod dates;

pub use dates::{ResolvedDay, is_relative, resolved_day};
