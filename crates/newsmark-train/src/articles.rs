use std::io;
use std::path::Path;

use newsmark_core::suggest::Words;

use crate::annotated::read_folder;
use crate::gold::GoldAttribution;

/// An article as the program reads it, and what one annotator marked in it.
pub struct Article {
    /// Its words.
    pub words: Words,
    /// The marks.
    pub gold: Vec<GoldAttribution>,
}

/// The articles of a folder, one for each annotator of each text.
///
/// # Errors
/// Where the folder cannot be read.
pub fn articles(folder: &Path) -> io::Result<Vec<Article>> {
    let mut found = Vec::new();
    for annotated in read_folder(folder)? {
        let words = Words::of(&annotated.text);
        for marks in &annotated.annotators {
            let gold = marks.iter().filter_map(|marked| GoldAttribution::of(marked, &words)).collect();
            found.push(Article { words: words.clone(), gold });
        }
    }
    Ok(found)
}
