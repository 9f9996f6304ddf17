//! Version 1 of the project file, which is final and stays readable for ever.
//!
//! Version 2 adds fields and changes none, so that its structs hold a file of version 1, too: one that has none of the
//! added fields.

use super::v2;

/// The version that such a file says it is.
pub(super) const VERSION: u32 = 1;

/// A file that says it is of version 1.
pub(super) struct File<'a>(pub v2::File<'a>);

/// A field that version 1 has not, in a file that says it is of version 1: where it stands, as `annotations[3].scope.by`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LaterField(pub String);

impl<'a> TryFrom<File<'a>> for v2::File<'a> {
    type Error = LaterField;

    /// The same file as one of version 2.
    ///
    /// # Errors
    /// A [`LaterField`]: what a program of version 1 would have refused means nothing certain.
    fn try_from(File(file): File<'a>) -> Result<v2::File<'a>, LaterField> {
        match file.later_field() {
            None => Ok(file),
            Some(field) => Err(LaterField(field)),
        }
    }
}
