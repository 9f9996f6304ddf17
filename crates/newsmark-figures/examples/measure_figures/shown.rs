//! Readings of ordinary news, to be judged by eye: GUM and PolNeAR, in which hardly anybody comes to harm.

use std::path::Path;

use newsmark_figures::{Language, Reading, readings};

use crate::draw::Draw;
use crate::files::{files_of, name_of, one_line, text_of};

/// So many bytes are shown on each side of a reading, enough for its clause.
const AROUND: usize = 90;

/// A reading with the words around it.
struct Shown {
    file: String,
    before: String,
    words: String,
    after: String,
    read: String,
}

/// Prints readings drawn from all texts, each in its context.
///
/// # Errors
/// A sentence where the data cannot be read.
pub fn show(folder: &Path, draw: Draw) -> Result<(), String> {
    let mut all = Vec::new();
    for of in ["gum", "polnear/dev/text"] {
        for path in files_of(&folder.join(of), |name| name.ends_with(".txt"))? {
            let text = text_of(&path)?;
            let found = readings(&text, Language::of_tag("en"));
            all.extend(found.iter().map(|reading| shown(&name_of(&path), &text, reading)));
        }
    }
    let n_readings = all.len();
    let drawn = draw.of(all);
    println!("GUM and PolNeAR dev: {n_readings} readings, {} drawn by seed {}", drawn.len(), draw.seed);
    for (n, Shown { file, before, words, after, read }) in (1..).zip(&drawn) {
        println!("{n:>4} {before}«{words}»{after}\n     = {read} ({file})");
    }
    Ok(())
}

fn shown(file: &str, text: &str, reading: &Reading) -> Shown {
    let start = text.floor_char_boundary(reading.at.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary(reading.at.end.saturating_add(AROUND).min(text.len()));
    let words = |at: std::ops::Range<usize>| one_line(text.get(at).unwrap_or_default());
    Shown {
        file: file.to_owned(),
        // The space beside a reading is not that of its context.
        before: words(start..reading.at.start) + " ",
        words: words(reading.at.clone()),
        after: " ".to_owned() + &words(reading.at.end..end),
        read: reading.sentence(text),
    }
}
