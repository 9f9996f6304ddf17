use std::path::Path;

use newsmark_figures::Reader;

use super::{LoadError, load::read_file};

/// A number reader that knows the words of the file at `path` as well, in the form that the README of `newsmark-figures`
/// tells; `None` where there is no such file.
///
/// # Errors
/// A sentence for people where the file cannot be read whole, with its line: then none of its words count, as half of a
/// list would make figures that nobody can tell the reason of.
///
/// ```
/// let path = std::path::Path::new("no such folder/words.txt");
/// assert!(newsmark_core::store::load_words(path)?.is_none());
/// # Ok::<(), String>(())
/// ```
pub fn load_words(path: &Path) -> Result<Option<Reader>, String> {
    /// Larger than any list of words that a person writes: the built-in ones are a tenth of it.
    const LARGEST: u64 = 1 << 20;
    let unused = |why: String| format!("No words were added to those of the number reader: {why}: {}", path.display());
    let bytes = match read_file(path, LARGEST) {
        Ok(bytes) => bytes,
        Err(LoadError::Missing(_)) => return Ok(None),
        Err(error) => return Err(format!("No words were added to those of the number reader. {error}")),
    };
    let text = String::from_utf8(bytes).map_err(|_| unused("the file is not UTF-8".to_owned()))?;
    let reader = Reader::with_additions(text.trim_start_matches('\u{feff}'));
    reader.map(Some).map_err(|error| unused(error.to_string()))
}

#[cfg(test)]
mod tests {
    use newsmark_figures::{Language, Unit};

    use super::*;

    #[test]
    fn words_of_a_file_are_read_and_a_line_that_is_none_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("words.txt");
        std::fs::write(&path, "language: en\nperson: mudlark\n").unwrap();
        let reader = load_words(&path).unwrap().unwrap();
        assert_eq!(reader.reading("three mudlarks", Language::of_tag("en")).unwrap().unit, Unit::Person);
        std::fs::write(&path, "language: en\nmudlark\n").unwrap();
        let told = load_words(&path).err().unwrap();
        assert!(told.starts_with("No words were added to those of the number reader: "), "{told}");
        assert!(told.contains("Line 2") && told.ends_with("words.txt"), "{told}");
        std::fs::write(&path, [0xff, 0xfe]).unwrap();
        assert!(load_words(&path).err().unwrap().contains("not UTF-8"));
    }
}
