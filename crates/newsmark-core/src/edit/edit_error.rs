use crate::model::{ApplyError, Person, WrongField};
use crate::review::merge::NotMergeable;

/// Why an edit was not made; the project is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The project may only be read; the sentence says why.
    #[error("{0}")]
    ReadOnly(String),
    /// An edit of words without selected words.
    #[error("No words are selected. Select words in the article first")]
    NoWords,
    /// Words to be added to a mark are in it.
    #[error("These words are in the mark already. Nothing was changed")]
    OwnWords,
    /// The only words of a mark cannot be taken off it.
    #[error("These are the only words of the mark. Press Delete to delete the mark")]
    LastSpan,
    /// A judgement or a comment of nobody.
    #[error("Nobody is named. Enter your name in the settings first")]
    Nobody,
    /// An approval by the person who last changed the mark.
    #[error("You last changed this mark. In this project somebody else must approve it")]
    FourEyes,
    /// A change of a comment that another person wrote.
    #[error("{0} wrote this comment, and nobody else changes it. Answer it instead")]
    OthersComment(Person),
    /// A sign-off before everything is judged.
    #[error("Some marks are neither approved nor rejected. Judge them first, then sign off")]
    NotJudged,
    /// The change does not fit the project.
    #[error("This could not be changed: {0}. Nothing was changed")]
    ApplyError(#[from] ApplyError),
    /// The field does not belong to the annotation.
    #[error("This could not be changed: {0}. Nothing was changed")]
    WrongField(#[from] WrongField),
    /// What others made of the file cannot be merged.
    #[error(transparent)]
    NotMergeable(#[from] NotMergeable),
}
