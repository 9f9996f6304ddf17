//! The window. The only place that names egui, eframe, rfd and parley.
//!
//! [`Window`] holds all there is; a frame shows the panels, which lend the
//! project only to read and push [`Command`]s, and then runs the commands in
//! order. Whatever takes time is a job on another thread, and whatever is
//! written in the background goes through one writer; what comes of either
//! comes back before a later frame.
//!
//! | part | holds |
//! |---|---|
//! | [`article`] | the article: column, paragraphs, marks, caret, mouse |
//! | `find` | the find bar, its search, the list of hits |
//! | `compare` | projects of one article side by side |
//! | `panels` | what stands around it |
//! | `dialogs` | questions, one a file |
//! | `document` | what is open: how far its saving is |
//! | `jobs`, `writer` | what is done and what is written away from the window's thread |
//! | `review` | the queue, the record to be judged, comments |
//! | [`text`] | shaping and painting of words that are not the program's own |
//! | [`theme`], [`widgets`] | colours, type, controls |

pub mod article;
mod bounds;
mod clipboard;
mod command;
mod compare;
mod dialogs;
mod dock;
mod document;
mod emphasis;
mod events;
mod execute;
mod find;
mod form;
mod guard;
mod jobs;
mod keeping;
mod keymap;
mod keys;
mod landing;
mod layout;
mod leaving;
mod library;
mod locking;
mod marking;
mod merging;
mod mode;
mod notices;
mod opened;
mod opening;
mod palette;
mod panels;
mod pinch;
mod platform;
mod preferences;
mod problems;
mod progress;
mod quitting;
mod records;
mod reporting;
mod review;
mod run;
mod saving;
mod sides;
pub mod text;
pub mod theme;
pub mod widgets;
mod window;
mod writer;
mod writing;

pub use command::Command;
pub use opened::Opened;
pub use platform::Platform;
pub use run::{NewsmarkApp, options, run};
pub use window::Window;
