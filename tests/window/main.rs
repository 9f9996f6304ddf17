//! The window, worked as a person works it: by the names that a screen reader
//! says, by keys and by the mouse. No display and no graphics card is needed.
#![cfg(feature = "gui")]

mod desk;
mod folder;
mod gate;
mod pointing;
#[path = "../support/renderer.rs"]
mod renderer;

mod access;
mod aftermath;
mod arabic;
mod bounds;
mod clipboard;
mod commands;
mod compare;
mod dataset;
mod dock;
mod fields;
mod files;
mod filling;
mod find;
mod flow;
mod forms;
mod given;
mod hands;
mod heard;
mod items;
#[cfg(unix)]
mod journal;
mod keyboard;
mod library;
mod looks;
mod mark_visibility;
mod marking;
mod odd;
mod panels;
mod pictures;
mod place;
mod problems;
mod proposals;
mod reading;
mod recovery;
mod review;
mod rows;
mod saving;
mod second_button;
mod session;
mod shares;
mod sources;
mod told;
mod typing;
mod unplaced;
mod unsaved;
