/// A moment: whole seconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// The core has no clock; skins pass the moment in. Nothing is ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub i64);
