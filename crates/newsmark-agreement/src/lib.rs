#![doc = include_str!("../README.md")]

mod alpha;
mod alpha_u;
mod coefficient;
mod kappa;
mod scores;

pub use alpha::{NominalCounts, nominal};
pub use alpha_u::{Unit, alpha_u};
pub use coefficient::{Coefficient, Measured, Undefined};
pub use kappa::{Confusion, cohen, fleiss};
pub use scores::{MatchCounts, Scores};
