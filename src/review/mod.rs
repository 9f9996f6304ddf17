//! Several projects of one article: compared, measured, brought together.
//!
//! Everything here is a pure function over projects.

pub mod agreement;
mod alignment;
