use crate::edit::Entry;
use crate::model::Project;

/// What came of applying entries to a project.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The project with the entries.
    pub project: Project,
    /// The entries that were applied, in order.
    pub entries: Vec<Entry>,
    /// Why it ended before the last entry, a sentence.
    pub warning: Option<String>,
}

/// Applies the entries in order, up to the first that does not fit.
pub fn replay(base: &Project, entries: impl IntoIterator<Item = Entry>) -> Replayed {
    let mut replayed = Replayed { project: base.clone(), entries: Vec::new(), warning: None };
    for entry in entries {
        if let Err(misfit) = replayed.project.apply(entry.change.clone()) {
            let n = replayed.entries.len();
            replayed.warning =
                Some(format!("The changes end after the {n} recovered ones: the next did not fit, as {misfit}"));
            break;
        }
        replayed.entries.push(entry);
    }
    replayed
}
