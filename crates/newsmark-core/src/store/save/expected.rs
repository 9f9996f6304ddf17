use crate::model::Digest;

/// What a save expects to find in the file's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The bytes of this digest, as opened or last saved.
    Digest(Digest),
    /// No file.
    Nothing,
    /// Whatever is there may be replaced: somebody was asked.
    Anything,
}
