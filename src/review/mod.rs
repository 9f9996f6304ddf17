//! Several projects of one article: compared, measured, brought together.
//!
//! Everything here is a pure function over projects, and none changes what it is given.

mod adjudicate;
pub mod agreement;
mod alignment;
mod common;
mod compare;
mod difference;
mod effect;
mod replaced;
mod sum;
mod text_difference;
mod united;

pub use adjudicate::{Adjudication, Decision, NoResult};
pub use compare::{Aligned, CompareError, Comparison, Side};
pub use difference::{Bearing, Difference, DifferenceKind};
pub use effect::{Effect, Effects, TotalChange};
pub use text_difference::TextDifference;
