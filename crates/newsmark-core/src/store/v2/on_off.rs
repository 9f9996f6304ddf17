use serde::{Deserialize, Serialize};

/// Whether something is done, as a person reads it in the file.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq)]
pub(in crate::store) enum OnOff {
    /// It is.
    On,
    /// It is not.
    Off,
}

impl From<bool> for OnOff {
    fn from(is_on: bool) -> OnOff {
        if is_on { OnOff::On } else { OnOff::Off }
    }
}

impl From<OnOff> for bool {
    fn from(written: OnOff) -> bool {
        written == OnOff::On
    }
}
