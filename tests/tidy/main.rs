//! Rules of the house that the compiler does not know, and its measurements.
//!
//! ```text
//! cargo test --test tidy -- --nocapture
//! ```
//!
//! prints the table of [`measures`], which says how each figure is counted.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

mod circles;
mod engine;
mod house;
mod imports;
mod layers;
mod measures;
mod rooms;
mod source;
