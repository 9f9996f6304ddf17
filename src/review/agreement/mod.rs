//! How far several people agree, in coefficients with a source each.
//!
//! A number that is not defined says why; none is ever made up in its place.

mod alpha;
mod alpha_u;
mod coefficient;
mod kappa;
mod labels;
mod marked;

pub use alpha::nominal;
pub use alpha_u::{Unit, alpha_u};
pub use coefficient::{Coefficient, Measured, Undefined};
pub use kappa::{Confusion, cohen, fleiss};
pub use labels::Labels;
