use super::{DatasetRequest, MadeDataset};
use crate::app::jobs::JobWatch;
use crate::model::Time;
use crate::store::Disk;

/// Why this build makes no data sets.
pub const WHY_NONE: Option<&str> = Some(NONE);

const NONE: &str = "The data set was not written: this build of Newsmark makes none. Packages of it do, and what is built \
                    with `cargo build --release --features dataset`";

/// Makes none.
///
/// # Errors
/// A sentence that says which builds do.
pub fn make(_: &dyn Disk, _: &DatasetRequest, _: Time, _: &JobWatch) -> Result<MadeDataset, String> {
    Err(NONE.to_owned())
}
