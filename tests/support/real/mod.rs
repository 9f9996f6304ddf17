//! A person at a real window: folders, a display, hands and eyes.

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
