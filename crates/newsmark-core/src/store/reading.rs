use serde::{Deserialize, Serialize};

/// The face of the article's text; Arabic has its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ArticleFace {
    /// Source Serif 4.
    #[default]
    Serif,
    /// Source Sans 3.
    Sans,
}

/// How long the article's lines are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// About 60 characters.
    Narrow,
    /// About 70 characters.
    #[default]
    Usual,
    /// About 85 characters.
    Wide,
    /// As long as there is room.
    Full,
}

/// How far the article's lines stand apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spacing {
    /// 0.9 of the usual.
    Compact,
    /// The line height of the face.
    #[default]
    Usual,
    /// 1.2 of the usual.
    Airy,
}

impl ArticleFace {
    /// All of them, in the order of the settings.
    pub const ALL: [ArticleFace; 2] = [ArticleFace::Serif, ArticleFace::Sans];
}

impl Measure {
    /// All of them, the shortest first.
    pub const ALL: [Measure; 4] = [Measure::Narrow, Measure::Usual, Measure::Wide, Measure::Full];
}

impl Spacing {
    /// All of them, the closest first.
    pub const ALL: [Spacing; 3] = [Spacing::Compact, Spacing::Usual, Spacing::Airy];

    /// The height of a line over the usual one.
    pub fn leading(self) -> f32 {
        match self {
            Spacing::Compact => 0.9,
            Spacing::Usual => 1.0,
            Spacing::Airy => 1.2,
        }
    }
}
