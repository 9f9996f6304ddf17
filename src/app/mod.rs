//! The window. With the crate `newsmark-ui`, the only place that names egui; the only one that names eframe, winit,
//! ashpd and rfd.
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
//! | `command` | everything that can be asked of the window, and what is known of each |
//! | `panels` | what stands around it |
//! | `clipboard`, `typing` | the system's clipboard; keys held back until what they are for has the focus |
//! | `dialogs` | questions, one a file |
//! | `document` | what is open: how far its saving is |
//! | `jobs`, `writer` | what is done and what is written away from the window's thread |
//! | `category_look`, `choice_entries`, `reading` | what controls show of the model, which they do not know |
//! | `given` | files named on the command line or dropped |
//! | `window` | the window itself: what it owns, what each command does, what comes of jobs |
//! | `review` | the queue, the record to be judged, comments |
//! | [`text`], [`theme`], [`widgets`] | the crate `newsmark-ui`: words of any script, colours, controls |

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
#[cfg(not(any(windows, target_os = "macos")))]
mod desktop_colours;
mod dialogs;
mod discussion;
mod dock;
mod document;
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
