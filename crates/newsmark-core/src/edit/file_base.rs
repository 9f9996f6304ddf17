use crate::model::{Digest, Project};

/// What stands in the project's file, as far as it is known here, at every step of the history.
///
/// A merge takes in what somebody else wrote. Undoing the merge makes the file somebody else's again: a save must not
/// replace it then, and another merge begins where that one did.
#[derive(Debug)]
pub(super) struct FileBase {
    project: Project,
    digest: Option<Digest>,
    merges: Vec<Merge>,
}

/// A merge in the history.
#[derive(Debug)]
struct Merge {
    /// How many steps are done once it is.
    position: usize,
    /// What stood in the file on its other side: before it where it is done, else after it.
    project: Project,
    digest: Option<Digest>,
}

impl FileBase {
    /// A project as it was opened.
    pub fn new(project: Project) -> FileBase {
        FileBase { project, digest: None, merges: Vec::new() }
    }

    /// The project in the file.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The digest of the file's bytes; `None` where they were not read.
    pub fn digest(&self) -> Option<Digest> {
        self.digest
    }

    /// The file's bytes have that digest.
    pub fn set_digest(&mut self, digest: Digest) {
        self.digest = Some(digest);
    }

    /// The project was saved: what the file was before, nobody needs to know any more, whatever is undone.
    pub fn saved(&mut self, project: Project) {
        *self = FileBase::new(project);
    }

    /// What somebody else wrote was taken in without a step of the history.
    pub fn adopted(&mut self, project: Project) {
        self.project = project;
        self.digest = None;
    }

    /// What somebody else wrote was taken in by the last of so many steps.
    pub fn merged(&mut self, position: usize, project: Project) {
        let project = std::mem::replace(&mut self.project, project);
        self.merges.push(Merge { position, project, digest: self.digest.take() });
    }

    /// A step was made, so many are done since: those that were undone cannot be made again.
    pub fn recorded(&mut self, position: usize) {
        // A step takes the place of the one that was undone at its position.
        self.merges.retain(|merge| merge.position < position);
    }

    /// A step was undone or made again: the one that made it so many.
    pub fn crossed(&mut self, position: usize) {
        if let Some(merge) = self.merges.iter_mut().find(|merge| merge.position == position) {
            // One swap serves undo and redo: each holds what stands on the other side.
            std::mem::swap(&mut self.project, &mut merge.project);
            std::mem::swap(&mut self.digest, &mut merge.digest);
        }
    }
}
