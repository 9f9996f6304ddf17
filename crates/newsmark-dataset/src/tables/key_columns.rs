//! The columns by which tables are joined and sorted, the same in each.

use crate::column::Column;
use crate::column::ColumnKind::{Day, Text};

/// What the data set calls the project: by it all tables are joined.
pub(super) const PROJECT: Column =
    Column::key("project", Text, "The project: its path within the folder that was given");
/// When the article was published.
pub(super) const PUBLISHED: Column =
    Column::key("published", Day, "The day of publication; absent where it is not known");
/// What the mark is about.
pub(super) const CATEGORY: Column = Column::key("category", Text, "Casualties, Displacement, Quotes or Claims");
/// Which mark of the project it is.
pub(super) const ANNOTATION: Column = Column::key("annotation", Text, "The mark, by its id within the project");
