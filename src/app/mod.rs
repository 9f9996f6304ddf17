//! The window. The only place that names egui, eframe, rfd and parley.
//!
//! [`Window`] holds all there is; a frame shows the panels, which lend the
//! project only to read and push [`Command`]s, and then runs the commands in
//! order. Whatever takes time is a job on another thread whose outcome comes
//! back before a later frame.
//!
//! | part | holds |
//! |---|---|
//! | [`article`] | the article: column, paragraphs, marks, caret, mouse |
//! | `find` | the find bar, its search, the list of hits |
//! | `compare` | projects of one article side by side |
//! | `panels` | what stands around it |
//! | `dialogs` | questions, one a file |
//! | `review` | the queue, the record to be judged, comments |
//! | [`text`] | shaping and painting of words that are not the program's own |
//! | [`theme`], [`widgets`] | colours, type, controls |

mod aftermath;
pub mod article;
mod bounds;
mod command;
mod compare;
mod dialogs;
mod dock;
mod emphasis;
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
mod marking;
mod merging;
mod mode;
mod naming;
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

pub use command::Command;
pub use opened::Opened;
pub use platform::Platform;
pub use run::{NewsmarkApp, options, run};
pub use window::Window;
