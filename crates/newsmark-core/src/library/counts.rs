use crate::model::{Category, Status};

/// How many annotations there are, by category and by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the order of [`Category::ALL`].
    pub by_category: [usize; 4],
    /// In the order of [`Status::ALL`].
    pub by_status: [usize; 5],
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, category: Category, status: Status) {
        self.by_category[category as usize] += 1;
        self.by_status[status as usize] += 1;
    }

    /// Both together.
    pub fn plus(mut self, other: &Counts) -> Counts {
        self.by_category.iter_mut().zip(other.by_category).for_each(|(n, more)| *n += more);
        self.by_status.iter_mut().zip(other.by_status).for_each(|(n, more)| *n += more);
        self
    }

    /// How many there are of the category.
    pub fn category(&self, category: Category) -> usize {
        self.by_category[category as usize]
    }

    /// How many have the status.
    pub fn status(&self, status: Status) -> usize {
        self.by_status[status as usize]
    }

    /// How many there are.
    pub fn n_annotations(&self) -> usize {
        self.by_category.iter().sum()
    }

    /// How many a reviewer decided for or against.
    pub fn n_decided(&self) -> usize {
        self.status(Status::Approved) + self.status(Status::Rejected)
    }

    /// How many wait for a reviewer.
    pub fn n_waiting(&self) -> usize {
        self.status(Status::Submitted)
    }

    /// How many are with their authors: drafts and those that were sent back.
    pub fn n_with_authors(&self) -> usize {
        self.status(Status::Draft) + self.status(Status::ChangesRequested)
    }
}
