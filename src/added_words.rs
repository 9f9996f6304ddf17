//! The words that a person adds to those of the number reader: `words.txt` beside the settings.

use crate::store::load_words;

/// Lets all figures of this run be read by the words of `words.txt` too, where that is there. Called once, as the program
/// starts: window and command line then read alike.
///
/// # Errors
/// A sentence for people where the file cannot be read; figures are read by the built-in words then.
pub fn install() -> Result<(), String> {
    let Some(folders) = directories::ProjectDirs::from("", "", "newsmark") else { return Ok(()) };
    if let Some(reader) = load_words(&folders.config_dir().join("words.txt"))? {
        // False only where figures are read by another one already.
        let _ = reader.install();
    }
    Ok(())
}
