use std::path::PathBuf;

/// What a data set is to be made of, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetRequest {
    /// The folder of projects.
    pub folder: PathBuf,
    /// The folder of the data set.
    pub output: PathBuf,
    /// Whether it leaves out what only a desk may see.
    pub is_public: bool,
}

/// A data set that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeDataset {
    /// What was written, a sentence without its full stop.
    pub sentence: String,
    /// What people should know of its projects, a sentence each.
    pub messages: Vec<String>,
}
