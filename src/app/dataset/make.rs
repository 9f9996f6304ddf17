use newsmark_dataset::{DatasetObserver, Request, write_dataset};

use super::{DatasetRequest, MadeDataset};
use crate::app::jobs::JobWatch;
use crate::model::Time;
use crate::store::Disk;

/// Why this build makes no data sets: it does.
pub const WHY_NONE: Option<&str> = None;

/// Makes the data set, or what changed of it, at the time `now`; tells `watch` how far it is.
///
/// # Errors
/// A sentence that says why there is none. What stood there stands as it was.
pub fn make(disk: &dyn Disk, wanted: &DatasetRequest, now: Time, watch: &JobWatch) -> Result<MadeDataset, String> {
    let folders = std::slice::from_ref(&wanted.folder);
    let request = Request { folders, output: &wanted.output, is_public: wanted.is_public, now };
    let observer = DatasetObserver {
        is_cancelled: &|| watch.is_cancelled(),
        on_progress: &|progress| watch.tell(progress.describe()),
    };
    let written = write_dataset(disk, request, observer).map_err(|error| error.to_string())?;
    Ok(MadeDataset { sentence: written.describe(), messages: written.messages })
}
