use crate::model::{Project, Text};

/// What checks may look at: the project, and what is worked out once for all of its annotations.
pub struct Context<'p> {
    /// The project.
    pub project: &'p Project,
    /// The text of its article.
    pub text: &'p Text,
}

impl<'p> Context<'p> {
    /// Works out what the checks share, in one pass over the annotations.
    pub fn of(project: &'p Project) -> Context<'p> {
        Context { project, text: &project.article().text }
    }
}
