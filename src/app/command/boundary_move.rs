use crate::edit::boundaries::{Boundary, MoveUnit};

/// A boundary going by one stride to one side of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundaryMove {
    /// Which end of the span.
    pub boundary: Boundary,
    /// How far.
    pub stride: MoveUnit,
    /// To the right of the screen, else to the left.
    pub is_right: bool,
}
