use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use newsmark::model::{AnnotationId, Project};
use newsmark::store::recover;

use crate::real::{Desk, marks, whole};

/// What is left after a kill: the project's file, which is whole, and what the next start offers.
pub struct Outcome {
    /// The project in the file.
    pub saved: Project,
    /// The projects that are offered.
    pub recovered: Vec<Project>,
}

impl Outcome {
    /// Looks at the file and at what can be recovered, every part of which must be sound.
    pub fn of(desk: &Desk, file: &Path) -> Outcome {
        let saved = whole(file);
        let offered = desk.recoverable();
        let recovered = offered.iter().map(|recovery| {
            let recovered = recover(recovery).unwrap();
            if recovery.is_needless() {
                let missing: Vec<_> = marks(&recovered.project).difference(&marks(&saved)).copied().collect();
                assert_eq!(missing, [], "what is not offered is in the file");
            }
            recovered.project
        });
        let recovered = recovered.collect();
        Outcome { saved, recovered }
    }

    /// All marks that are left anywhere.
    pub fn marks(&self) -> BTreeSet<AnnotationId> {
        self.all().flat_map(marks).collect()
    }

    /// The file's project and those that are offered.
    pub fn all(&self) -> impl Iterator<Item = &Project> {
        std::iter::once(&self.saved).chain(&self.recovered)
    }
}

/// How many differences are settled in the files of decisions.
pub fn n_decided(desk: &Desk) -> usize {
    let Ok(entries) = fs::read_dir(desk.path("state/newsmark/comparisons")) else { return 0 };
    let files =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "ron"));
    files.map(|path| fs::read_to_string(path).unwrap().matches("settled: true").count()).sum()
}
