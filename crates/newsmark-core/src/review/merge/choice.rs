/// Whose value stands where three versions of something meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Ours: theirs is the same, or was not changed.
    Ours,
    /// Theirs: ours was not changed.
    Theirs,
    /// Both were changed, each to something else.
    Contested,
}

/// A side of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeSide {
    /// What stands in the project.
    Ours,
    /// What the others made of it.
    Theirs,
    /// What it was before.
    Base,
}

/// Whose value stands; where it is not known what it was before, values that differ are contested.
pub fn choice<T: PartialEq>(base: Option<&T>, ours: &T, theirs: &T) -> Choice {
    if ours == theirs || base == Some(theirs) {
        Choice::Ours
    } else if base == Some(ours) {
        Choice::Theirs
    } else {
        Choice::Contested
    }
}

/// The value that stands, of a contested one that of the side preferred, with
/// ours for a base that is not known. Says in `is_contested` that it was.
pub fn preferred<T: PartialEq + Clone>(
    base: Option<&T>,
    ours: &T,
    theirs: &T,
    side: MergeSide,
    is_contested: &mut bool,
) -> T {
    match (choice(base, ours, theirs), side) {
        (Choice::Ours, _) => ours.clone(),
        (Choice::Theirs, _) => theirs.clone(),
        (Choice::Contested, side) => {
            *is_contested = true;
            match side {
                MergeSide::Ours => ours.clone(),
                MergeSide::Theirs => theirs.clone(),
                MergeSide::Base => base.unwrap_or(ours).clone(),
            }
        }
    }
}

/// The value that stands, the larger of two that are contested: for what nobody is asked about.
pub fn larger<T: Ord + Clone>(base: Option<&T>, ours: &T, theirs: &T) -> T {
    match choice(base, ours, theirs) {
        Choice::Ours => ours.clone(),
        Choice::Theirs => theirs.clone(),
        Choice::Contested => ours.max(theirs).clone(),
    }
}
