//! A person at a real window: folders, a display, hands and eyes.

#![allow(unused_imports, dead_code, reason = "not every test at a window needs all of it")]

mod desk;
mod display;
mod input;
mod screen;
mod small_disk;
mod wait;

pub use desk::{Desk, Program, marks, whole};
pub use display::Display;
pub use screen::{Area, Screen};
pub use small_disk::SmallDisk;
pub use wait::until;
