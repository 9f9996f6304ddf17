/// What a project asks of those who work on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ProjectSettings {
    /// Whether a mark is approved by somebody else than who last changed it.
    pub four_eyes: bool,
}
