#![doc = include_str!("../README.md")]

pub mod text;
pub mod theme;
pub mod widgets;
