use super::arguments::DatasetArguments;
use super::report::Report;

/// Says that this build has no data sets, and which has.
pub(super) fn run(_arguments: &DatasetArguments) -> Report {
    Report::failed(
        "The data set was not written: this build of Newsmark makes none. Build it with `cargo build --release \
         --features dataset`",
    )
}
