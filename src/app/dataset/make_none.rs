use super::{DatasetRequest, MadeDataset};
use crate::app::jobs::JobWatch;
use crate::model::Time;
use crate::store::Disk;

/// Whether this build makes data sets.
pub const IS_BUILT_IN: bool = false;

/// Makes none.
///
/// # Errors
/// A sentence that says which builds do.
pub fn make(_: &dyn Disk, _: &DatasetRequest, _: Time, _: &JobWatch) -> Result<MadeDataset, String> {
    Err("The data set was not written: this build of Newsmark makes none. Packages of it do, and what is built with \
         `cargo build --release --features dataset`"
        .to_owned())
}
