use std::path::Path;

use super::elide::elided;
use super::fields::{Fields, read};
use super::kept::keep_as;
use super::save_error::Subject;
use super::{Disk, Expected, LoadError, SaveError, load::read_file};

/// The keys that a person wants, as the file of keys names them.
///
/// Reading never fails: what cannot be read is left out, and a sentence says
/// so. What commands and keys there are is not known here.
///
/// ```
/// use newsmark_core::store::KeyFile;
///
/// let (file, warnings) = KeyFile::parse(r#"{"undo": ["Ctrl+Z"], "redo": 7}"#);
/// assert_eq!(file.wanted, [("undo".to_owned(), vec!["Ctrl+Z".to_owned()])]);
/// assert_eq!(warnings.len(), 1, "the keys of “redo” are no list");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyFile {
    /// The name of each command that is listed, with its keys as they are written, in the order of the file.
    pub wanted: Vec<(String, Vec<String>)>,
}

impl KeyFile {
    /// Reads the file at `path` with a sentence for each thing that was not as
    /// it should be. A file that is not there is not worth a sentence.
    pub fn load(path: &Path) -> (KeyFile, Vec<String>) {
        /// Larger than any file of keys.
        const LARGEST: u64 = 1 << 20;
        match read_file(path, LARGEST) {
            Ok(bytes) => KeyFile::parse(&String::from_utf8_lossy(&bytes)),
            Err(LoadError::Missing(_)) => (KeyFile::default(), Vec::new()),
            Err(error) => (KeyFile::default(), vec![format!("The usual keys are used. {error}")]),
        }
    }

    /// Reads a RON map from names of commands to lists of keys.
    pub fn parse(text: &str) -> (KeyFile, Vec<String>) {
        let mut file = KeyFile::default();
        let mut warnings = Vec::new();
        let Fields { fields, broken } = Fields::of_map(text.trim_start_matches('\u{feff}'));
        if let Some(why) = broken {
            warnings.push(format!(
                "The file of keys can be read only in part ({why}); for the rest the usual ones are used"
            ));
        }
        for (name, value) in fields {
            let shown = elided(&name);
            match read::<Vec<String>>(&value) {
                Err(why) => warnings.push(format!("The list of keys of “{shown}” {why}; it keeps its usual keys")),
                Ok(_) if file.wanted.iter().any(|(other, _)| *other == name) => {
                    warnings.push(format!("“{shown}” is in the file of keys more than once; the first counts"));
                }
                Ok(keys) => file.wanted.push((name, keys)),
            }
        }
        (file, warnings)
    }

    /// Writes `text` as the file at `path`, in a folder that is made where it
    /// is not there; a file that is there already stays. Answers whether one was.
    ///
    /// # Errors
    /// A [`SaveError`], and nothing was written.
    pub fn begin(disk: &dyn Disk, path: &Path, text: &str) -> Result<bool, SaveError> {
        match keep_as(disk, path, text.as_bytes(), Expected::Nothing, Subject::Keys) {
            Ok(()) => Ok(false),
            // What somebody has written there is never replaced by the list of usual keys.
            Err(SaveError::Exists(_)) => Ok(true),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::RealDisk;

    #[test]
    fn a_list_that_cannot_be_read_is_told_and_the_others_are_kept() {
        let text =
            "// mine\n{\n \"save\": [\"F2\"], // saves\n \"open\": 7,\n \"undo\": [],\n \"save\": [\"F3\"],\n}\n";
        let (file, warnings) = KeyFile::parse(text);
        let wanted = [("save".to_owned(), vec!["F2".to_owned()]), ("undo".to_owned(), Vec::new())];
        assert_eq!(file.wanted, wanted);
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        assert!(warnings[0].starts_with("The list of keys of “open” cannot be read"), "{warnings:?}");
        assert_eq!(warnings[1], "“save” is in the file of keys more than once; the first counts");
    }

    #[test]
    fn what_stands_before_a_broken_place_is_kept() {
        let (file, warnings) = KeyFile::parse("{ \"save\": [\"F2\"], \"open\": [\"Ct");
        assert_eq!(file.wanted, [("save".to_owned(), vec!["F2".to_owned()])]);
        assert_eq!(warnings.len(), 1, "{warnings:?}");
    }

    #[test]
    fn a_file_that_is_there_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config").join("keys.ron");
        assert_eq!(KeyFile::load(&path), (KeyFile::default(), Vec::new()));
        assert!(!KeyFile::begin(&RealDisk, &path, "{}").unwrap());
        assert!(KeyFile::begin(&RealDisk, &path, "{ \"save\": [] }").unwrap());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "{}");
    }

    proptest! {
        #[test]
        fn any_text_gives_a_file_of_keys(text in "\\PC{0,60}", cut in 0usize..60) {
            KeyFile::parse(&text);
            let sound = "{ \"save\": [\"Ctrl+S\"], \"open\": [] }";
            let (file, _) = KeyFile::parse(&sound[..sound.floor_char_boundary(cut)]);
            prop_assert!(file.wanted.len() <= 2);
        }
    }
}
