use super::Anchored;
use crate::model::{self, FieldPath};

/// Finds where the words of the field that it is told stand.
pub(in crate::store) type Placing<'p, 'a> = &'p mut dyn FnMut(FieldPath, Anchored<'a>) -> model::Anchored<String>;
