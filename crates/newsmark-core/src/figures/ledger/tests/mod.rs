//! Small articles with their ledgers, to be read by those who count casualties and displacement.

mod article;
mod circles;
mod conflicts;
mod properties;
mod standing;
mod sums;
mod totals;
mod wholes;
mod worked;

pub(super) use article::{filled, ledger, project};
