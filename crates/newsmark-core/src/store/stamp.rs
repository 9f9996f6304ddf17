use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::Time;

/// By what a change of a file is noticed without reading it.
///
/// Two writes of one length within a tick of the file system's clock, a
/// hundredth of a second or on old ones two seconds, leave the same stamp: see
/// [`Stamp::is_settled`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The length in bytes.
    pub size: u64,
    /// When its bytes changed last, in nanoseconds since 1970; 0 where the system does not say.
    pub modified: i64,
    /// When anything about it changed last, likewise, which no program can set back; 0 where systems do not tell.
    pub changed: i64,
}

impl Stamp {
    /// What the system says of a file.
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        let modified = metadata.modified().map_or(0, nanoseconds);
        Stamp { size: metadata.len(), modified, changed: changed(metadata) }
    }

    /// When the file's bytes changed last, in whole seconds.
    pub fn time(&self) -> Time {
        Time(self.modified.div_euclid(1_000_000_000))
    }

    /// Whether a file that was read at `now` and has this stamp later on is the same: its last change
    /// was so long before that another one would have left another stamp.
    pub fn is_settled(&self, now: Time) -> bool {
        /// Longer than a tick of any file system and what clocks of a network differ by as a rule.
        const SECONDS: i64 = 5;
        let last = self.modified.max(self.changed).div_euclid(1_000_000_000);
        // A file whose time the system does not tell never counts as settled: it is read each time.
        self.modified != 0 && last.saturating_add(SECONDS) < now.0
    }
}

fn nanoseconds(time: SystemTime) -> i64 {
    // 64 bits hold the years up to 2262; a time beyond is as good as any other late one.
    let nanoseconds = |nanoseconds: u128| i64::try_from(nanoseconds).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => nanoseconds(after.as_nanos()),
        Err(before) => -nanoseconds(before.duration().as_nanos()),
    }
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    metadata.ctime().saturating_mul(1_000_000_000).saturating_add(metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_metadata: &Metadata) -> i64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_trusted_only_when_its_file_had_rested() {
        let stamp = Stamp { size: 1, modified: 100_000_000_000, changed: 107_000_000_000 };
        assert_eq!(stamp.time(), Time(100));
        assert!(!stamp.is_settled(Time(112)) && stamp.is_settled(Time(113)));
        assert!(!stamp.is_settled(Time(i64::MIN)), "a clock that ran backwards is not trusted");
        assert!(!Stamp { modified: 0, ..stamp }.is_settled(Time(i64::MAX)));
        assert_eq!(nanoseconds(UNIX_EPOCH - std::time::Duration::from_secs(1)), -1_000_000_000);
    }
}
