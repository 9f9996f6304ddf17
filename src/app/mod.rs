//! The window. The only place that names egui, eframe, winit, ashpd, rfd and parley.
//!
//! [`Window`] holds all there is; a frame shows the panels, which lend the
//! project only to read and push [`Command`]s, and then runs the commands in
//! order. Whatever takes time is a job on another thread, and whatever is
//! written in the background goes through one writer; what comes of either
//! comes back before a later frame.
//!
//! | part | holds |
//! |---|---|
//! | `announce` | what is said to those who do not see the window |
//! | [`article`] | the article: column, paragraphs, marks, caret, mouse |
//! | `find` | the find bar, its search, the list of hits |
//! | `compare` | projects of one article side by side |
//! | `panels` | what stands around it |
//! | `clipboard`, `typing` | the system's clipboard; keys held back until what they are for has the focus |
//! | `dialogs` | questions, one a file |
//! | `document` | what is open: how far its saving is |
//! | `jobs`, `writer` | what is done and what is written away from the window's thread |
//! | `given` | files named on the command line or dropped |
//! | `review` | the queue, the record to be judged, comments |
//! | [`text`] | shaping and painting of words that are not the program's own |
//! | [`theme`], [`widgets`] | colours, type, controls |

mod aftermath;
mod announce;
pub mod article;
mod bounds;
mod citation;
mod clipboard;
mod command;
mod compare;
mod dialogs;
mod dock;
mod document;
mod emphasis;
mod events;
mod execute;
mod file_dialog;
mod find;
mod focused_row;
mod form;
mod geometry;
mod given;
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
mod naming;
mod no_window;
mod notices;
mod opened;
mod opening;
mod palette;
mod panels;
mod pasted;
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
mod session;
mod sides;
pub mod text;
pub mod theme;
mod told_apart;
mod typing;
pub mod widgets;
mod window;
mod writer;
mod writing;

pub use clipboard::{Board, Clipboard, Kind};
pub use command::Command;
pub use opened::Opened;
pub use platform::Platform;
pub use run::{NewsmarkApp, options, run};
pub use window::Window;
