use crate::check::{Checked, Severity};
use crate::figures::{Amount, Counted, Row, row_order};
use crate::model::Unit;
use crate::store::Loaded;

/// What the checks found in a project, in numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckSummary {
    /// How many problems there are, in the order of [`Severity::ALL`]; what an editor dismissed is none.
    pub n_problems: [usize; 3],
    /// What its records add up to, in the order of the ledger.
    pub totals: Vec<Total>,
}

/// A row of a project's ledger, as small as it is worth keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The harm or the measure.
    pub of: Counted,
    /// The unit.
    pub unit: Unit,
    /// The sum of the records that count; `None` where none does, or where it is beyond 64 bits.
    pub amount: Option<Amount>,
    /// How many errors bear on it; beside any other number than 0 it is not to be trusted.
    pub n_errors: usize,
}

impl Total {
    /// Its place in a ledger, to be compared with that of others.
    pub(super) fn order(&self) -> ((usize, usize), usize) {
        row_order(self.of, self.unit)
    }
}

impl CheckSummary {
    /// What is found in a project as it was read.
    pub fn of(loaded: &Loaded) -> CheckSummary {
        let found = Checked::of(&loaded.project, &loaded.warnings);
        let total = |row: &Row| Total { of: row.of, unit: row.unit, amount: row.total, n_errors: row.n_errors };
        CheckSummary {
            n_problems: Severity::ALL.map(|severity| found.n(severity)),
            totals: found.ledger().rows.iter().map(total).collect(),
        }
    }

    /// How many problems of that severity there are.
    pub fn n(&self, severity: Severity) -> usize {
        self.n_problems[severity as usize]
    }
}
