use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, Serializer};

/// Where a person was when the window was last left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The project that was open; `None` where none was.
    #[serde(serialize_with = "as_text")]
    pub project: Option<PathBuf>,
    /// What the window was used for: "Annotate", "Review", "Compare", "Library".
    pub mode: String,
    /// Where selecting began and where the caret stood, in bytes of the article's text.
    pub selection: (usize, usize),
    /// The mark that was selected, by its id.
    pub mark: Option<String>,
    /// The byte at the top of the view, and how far its line was below it, in points.
    pub top: Option<(usize, f32)>,
}

/// Where the window stood when it was last left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// The upper left corner of its frame, in pixels of the desktop; `None` where the desktop does not tell.
    #[serde(default)]
    pub corner: Option<(i32, i32)>,
    /// Pixels of a point there, before the scale that is chosen in the settings.
    #[serde(default = "one")]
    pub scale: f32,
    /// Width and height within its frame, in such points; those of before it was maximized.
    pub size: (f32, f32),
    /// Whether it filled the screen.
    #[serde(default)]
    pub is_maximized: bool,
}

impl WindowPlace {
    /// Whether a window can be so large, and stand there.
    pub fn is_possible(&self) -> bool {
        /// No screen is larger, and a number that is would be one that was damaged.
        const MOST: f32 = 32_000.0;
        let (width, height) = self.size;
        let near = |at: i32| at.unsigned_abs() <= MOST as u32;
        // Comparisons with a number that is none are false, so that one from a damaged file is no place.
        (1.0..=MOST).contains(&width)
            && (1.0..=MOST).contains(&height)
            && (0.1..=20.0).contains(&self.scale)
            && self.corner.is_none_or(|(x, y)| near(x) && near(y))
    }
}

fn one() -> f32 {
    1.0
}

/// Paths that are no text are written as nearly as can be.
fn as_text<S: Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
    path.as_deref().map(Path::to_string_lossy).serialize(serializer)
}
