use super::Details;

/// The four kinds of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// People killed, injured, missing, detained.
    Casualties,
    /// People who had to leave, or could not return.
    Displacement,
    /// Words of somebody that the article reports.
    Quotes,
    /// Statements that could be checked.
    Claims,
}

impl Category {
    /// All four, in the order of their keys 1 to 4.
    pub const ALL: [Category; 4] = [Category::Casualties, Category::Displacement, Category::Quotes, Category::Claims];

    /// How the window and the file write it.
    pub fn name(self) -> &'static str {
        match self {
            Category::Casualties => "Casualties",
            Category::Displacement => "Displacement",
            Category::Quotes => "Quotes",
            Category::Claims => "Claims",
        }
    }

    /// One mark of it, within a sentence: "mark as quote".
    pub fn noun(self) -> &'static str {
        match self {
            Category::Casualties => "casualties",
            Category::Displacement => "displacement",
            Category::Quotes => "quote",
            Category::Claims => "claim",
        }
    }

    /// Its letter in margin and lists. Claims is L (cLaims), as C is taken.
    pub fn letter(self) -> char {
        match self {
            Category::Casualties => 'C',
            Category::Displacement => 'D',
            Category::Quotes => 'Q',
            Category::Claims => 'L',
        }
    }

    /// A record of it in which everything is unknown.
    pub fn unknown(self) -> Details {
        match self {
            Category::Casualties => Details::Casualties(Default::default()),
            Category::Displacement => Details::Displacement(Default::default()),
            Category::Quotes => Details::Quotes(Default::default()),
            Category::Claims => Details::Claims(Default::default()),
        }
    }
}
