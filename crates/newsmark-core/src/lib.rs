//! The core of Newsmark: what a project is, how it changes, what its records add up to, and how it is kept.
//!
//! Nothing here knows of a window, reads the clock or the environment, or draws at random: times, folders, names and
//! chance are passed in. The map of the rooms stands in the documentation of the package `newsmark`.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make the files that they read"))]

pub mod check;
pub mod edit;
pub mod figures;
pub mod find;
pub mod interchange;
mod join;
pub mod library;
pub mod model;
pub mod report;
pub mod review;
pub mod store;
pub mod suggest;
