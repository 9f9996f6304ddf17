//! Data sets of the folder that the library shows, made away from the window's thread.

#[cfg(feature = "dataset")]
mod make;
#[cfg(not(feature = "dataset"))]
#[path = "make_none.rs"]
mod make;
mod request;

pub use make::{WHY_NONE, make};
pub use request::{DatasetRequest, MadeDataset};
