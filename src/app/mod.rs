//! The window. With the crate `newsmark-ui`, the only place that names egui; the only one that names eframe, winit,
//! ashpd and rfd.
//!
//! [`Window`] owns all there is. A frame shows the panels of a workspace, each with a state of its own; a panel is lent
//! the document only to read and pushes [`Command`]s, and questions answer; the window then does what was asked, in
//! order. Whatever takes time is a job on another thread, and whatever is written in the background goes through one
//! writer; what comes of either comes back before a later frame.
//!
//! The rooms stand in rows. A room names rooms of its own row and of the rows above it in this table, and
//! `tests/tidy/rooms.rs` holds that:
//!
//! | row | room | holds |
//! |---|---|---|
//! | asked | `command` | everything that can be asked of the window, with its payloads and what is known of each |
//! | | `keymap`, `typing` | which keys ask for what; keys held back until what they are for has the focus |
//! | | `jobs`, `writer` | what is done and what is written away from the window's thread |
//! | | `platform`, `clipboard`, `file_dialog` | what the machine gives: folders, clock, clipboard, dialogs |
//! | | `region_focus`, `layout`, `geometry` | where the focus is; what the size leaves room for; where the window stands |
//! | | `category_look`, `choice_entries`, `field_group`, `reading` | what controls show of the model, which they do not know |
//! | open | `document` | what is open: its session, file, journal, lock, problems; how far its saving is |
//! | lent | `context` | what a panel is lent for a frame |
//! | shown | [`article`] | the article: column, paragraphs, marks, caret, mouse |
//! | | `panels`, `dock`, `find`, `discussion` | what stands around it |
//! | | `review`, `compare`, `library` | the queue and the record; projects side by side; a folder of projects |
//! | | `dialogs`, `palette` | questions, one a file; the commands by name |
//! | mode | `workspace` | which panels a mode has, and what a command means in it |
//! | owner | `window` | what the window owns; what each command, each answer and each job's end does |
//! | | `run` | the start |
//!
//! [`text`], [`theme`] and [`widgets`] are the crate `newsmark-ui`: words of any script, colours, controls.

mod announce;
pub mod article;
mod boundary_edit;
mod category_look;
mod choice_entries;
mod citation;
mod clipboard;
mod command;
mod compare;
mod context;
mod crashed_session;
mod dataset;
#[cfg(not(any(windows, target_os = "macos")))]
mod desktop_colours;
mod dialogs;
mod discussion;
mod dock;
mod document;
mod field_group;
mod file_dialog;
mod find;
mod focused_row;
mod geometry;
mod given;
mod jobs;
mod kept_file;
mod keymap;
mod layout;
mod library;
mod mark_words;
mod menu_item;
mod no_window;
mod notices;
mod palette;
mod panels;
mod pasted;
mod paths;
mod pending_field_pick;
mod pending_replace;
mod pinch;
mod platform;
mod read_article;
mod reading;
mod region_focus;
mod review;
mod run;
mod theme_choice;
mod typing;
mod window;
mod workspace;
mod writer;

pub use clipboard::{Board, Clipboard, Kind};
pub use command::Command;
pub use document::Document;
pub use newsmark_ui::{text, theme, widgets};
pub use platform::Platform;
pub use run::{NewsmarkApp, options, run};
pub use window::Window;
