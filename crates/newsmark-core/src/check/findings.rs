use super::{Dismissed, Problem};
use crate::figures::Ledger;

/// What was found in a project, told apart by what its editors decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// What is to be looked at.
    pub problems: Vec<Problem>,
    /// What an editor decided is no problem.
    pub dismissed: Vec<Dismissed>,
    /// What the records add up to, which the checks rest on.
    pub ledger: Ledger,
}
