//! The window. The only place that names egui, eframe, rfd and parley.

pub mod text;
pub mod theme;
pub mod widgets;
