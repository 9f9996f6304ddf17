/// What the window is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// An article is marked.
    #[default]
    Annotate,
    /// Marks are judged.
    Review,
    /// Projects of one article are compared and brought together.
    Compare,
    /// A folder of projects is looked through.
    Library,
}

impl Mode {
    /// Those that a project is opened in, in the order of the switch.
    pub const OF_A_PROJECT: [Mode; 3] = [Mode::Annotate, Mode::Review, Mode::Compare];

    /// What the switch calls it.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Annotate => "Annotate",
            Mode::Review => "Review",
            Mode::Compare => "Compare",
            Mode::Library => "Library",
        }
    }
}
