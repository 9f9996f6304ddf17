use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::kept::keep_as;
use super::load::read_file;
use super::save_error::Subject;
use super::{Disk, Expected, LoadError, SaveError};
use crate::model::{Digest, Part};
use crate::review::Decision;

/// What somebody has decided over a comparison that is not finished: one small file in the state folder, whose name
/// tells of which projects it is.
///
/// A crash takes no decision that stands there; the same projects compared again find it.
///
/// ```
/// use newsmark_core::model::Digest;
/// use newsmark_core::store::{Decisions, RealDisk};
///
/// let folder = tempfile::tempdir()?;
/// let decisions = Decisions::over(folder.path(), &[Digest::of(b"one"), Digest::of(b"other")]);
/// assert_eq!(decisions.load()?, []);
/// // In another order the first project is another one, so that these are other decisions.
/// assert_ne!(decisions, Decisions::over(folder.path(), &[Digest::of(b"other"), Digest::of(b"one")]));
/// decisions.save(&RealDisk, &[])?;
/// assert!(!decisions.path().exists(), "nothing was decided");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decisions {
    path: PathBuf,
}

/// The file.
#[derive(Serialize, Deserialize)]
struct Written {
    decisions: Vec<WrittenDecision>,
}

#[derive(Serialize, Deserialize)]
struct WrittenDecision {
    row: usize,
    side: usize,
    parts: BTreeMap<String, usize>,
    left_out: bool,
    settled: bool,
}

/// Larger than the decisions over any comparison.
const LARGEST: u64 = 1 << 28;

impl Decisions {
    /// The decisions over projects of those digests, in that order.
    pub fn over(folder: &Path, projects: &[Digest]) -> Decisions {
        // By digest, not by path: projects that were moved find their decisions, and projects that were changed do not,
        // as the rows that were decided may be others.
        let names: Vec<String> = projects.iter().map(ToString::to_string).collect();
        let name = Digest::of(names.join("\n").as_bytes()).to_string();
        Decisions { path: folder.join(format!("{name}.ron")) }
    }

    /// Their file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads them, each with the place of its mark; none where nothing was decided.
    ///
    /// # Errors
    /// A sentence that says why what is there cannot be read. It is left as it is.
    pub fn load(&self) -> Result<Vec<(usize, Decision)>, String> {
        let bytes = match read_file(&self.path, LARGEST) {
            Ok(bytes) => bytes,
            Err(LoadError::Missing(_)) => return Ok(Vec::new()),
            Err(error) => return Err(error.to_string()),
        };
        let written: Written = ron::de::from_bytes(&bytes)
            .map_err(|error| format!("What was decided before cannot be read ({error}): {}", self.path.display()))?;
        Ok(written.decisions.into_iter().map(WrittenDecision::read).collect())
    }

    /// Puts these in the place of what was kept, in a folder that is made where it is not there.
    ///
    /// # Errors
    /// A [`SaveError`], and what was kept is as it was.
    pub fn save(&self, disk: &dyn Disk, decisions: &[(usize, Decision)]) -> Result<(), SaveError> {
        // No file says the same as an empty one, and leaves nothing behind in the state folder.
        if decisions.is_empty() {
            return match disk.remove(&self.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    Err(SaveError::of(error, &self.path).about(Subject::Decisions))
                }
                _ => Ok(()),
            };
        }
        let written = Written { decisions: decisions.iter().map(WrittenDecision::of).collect() };
        let layout = ron::ser::PrettyConfig::new().new_line("\n").depth_limit(2);
        // Numbers, names and maps of them always print.
        #[expect(clippy::expect_used, reason = "proved above")]
        let text = ron::ser::to_string_pretty(&written, layout).expect("decisions print");
        keep_as(disk, &self.path, text.as_bytes(), Expected::Anything, Subject::Decisions)
    }

    /// Forgets them: what was decided stands in a project, or nothing is decided any more.
    pub fn discard(&self, disk: &dyn Disk) {
        // What cannot be removed is found again by the same projects only.
        let _ = disk.remove(&self.path);
    }
}

impl WrittenDecision {
    fn of((row, decision): &(usize, Decision)) -> WrittenDecision {
        let Decision { side, parts, is_left_out, is_settled } = decision;
        let parts = parts.iter().map(|(part, side)| (part.to_string(), *side)).collect();
        WrittenDecision { row: *row, side: *side, parts, left_out: *is_left_out, settled: *is_settled }
    }

    fn read(self) -> (usize, Decision) {
        // A part that this version does not know was decided by a newer one; the rest holds all the same.
        let parts = self.parts.iter().filter_map(|(part, side)| Some((part.parse::<Part>().ok()?, *side)));
        let (is_left_out, is_settled) = (self.left_out, self.settled);
        (self.row, Decision { side: self.side, parts: parts.collect(), is_left_out, is_settled })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FieldPath, FigurePart};
    use crate::store::RealDisk;

    #[test]
    fn decisions_are_read_as_they_were_kept_by_the_same_projects_only() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = [Digest::of(b"one"), Digest::of(b"other")];
        let kept = Decisions::over(&folder.path().join("comparisons"), &[one, other]);
        assert_eq!(kept.load(), Ok(Vec::new()));
        let parts = BTreeMap::from([(Part::Boundary, 0), (Part::Field(FieldPath::Figure(FigurePart::Low)), 1)]);
        let decisions = vec![
            (3, Decision { side: 1, parts, is_left_out: false, is_settled: true }),
            (8, Decision { side: 0, parts: BTreeMap::new(), is_left_out: true, is_settled: false }),
        ];
        kept.save(&RealDisk, &decisions).unwrap();
        assert_eq!(kept.load(), Ok(decisions));
        assert_eq!(Decisions::over(&folder.path().join("comparisons"), &[other, one]).load(), Ok(Vec::new()));
        kept.save(&RealDisk, &[]).unwrap();
        assert_eq!(std::fs::read_dir(folder.path().join("comparisons")).unwrap().count(), 0);
    }

    #[test]
    fn a_file_of_decisions_that_is_damaged_is_told_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Decisions::over(folder.path(), &[Digest::of(b"one")]);
        std::fs::write(&kept.path, "(decisions: [(row: 3").unwrap();
        assert!(kept.load().unwrap_err().starts_with("What was decided before cannot be read"));
        assert_eq!(std::fs::read_to_string(&kept.path).unwrap(), "(decisions: [(row: 3");
    }
}
