//! What is open in the window: the project with its history, its file and what guards it.
//!
//! | part | holds |
//! |---|---|
//! | `opened` | the document itself, and what there is besides its project |
//! | `saving` | how far its saving is, as a state machine |
//! | `session_guard` | its journal and its lock, which outlive a crash and keep others out |
//! | `problems` | what the checks last found in it |
//! | `mark_visibility` | which of its marks are shown |
//! | `told_apart` | what its marks can be told apart by |

mod mark_visibility;
mod opened;
mod problems;
mod saving;
mod session_guard;
mod told_apart;

pub use mark_visibility::MarkVisibility;
pub use opened::{Import, Opened, ProjectFile, file_name};
pub use problems::{CheckFindings, Problems, tone, way};
pub use saving::{Begin, Next, Saving, Verdict};
pub use session_guard::{Journaling, PendingDocument, SessionGuard};
