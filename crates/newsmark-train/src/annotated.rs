//! Reading brat standoff: `text/NAME.txt` with `attributions/NAME_….ann`, offsets in Unicode code points.
//!
//! Brat: Stenetorp et al. 2012; the roles of an attribution are those of PolNeAR and PARC 3: Source, Cue, Content.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

/// A text and what its annotators marked.
pub struct AnnotatedText {
    /// The text, as its file holds it.
    pub text: String,
    /// The attributions of every annotator, one list a file.
    pub annotators: Vec<Vec<MarkedAttribution>>,
}

/// One marked attribution, in bytes of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedAttribution {
    /// The stretches of its sources.
    pub source: Vec<Range<usize>>,
    /// Those of its cues.
    pub cue: Vec<Range<usize>>,
    /// Those of its content.
    pub content: Vec<Range<usize>>,
}

/// Reads every text of the folder that has marks, in the order of their names.
///
/// # Errors
/// Where a folder or file cannot be read.
pub fn read_folder(folder: &Path) -> io::Result<Vec<AnnotatedText>> {
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(folder.join("text"))? {
        let path = entry?.path();
        if let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) {
            texts.insert(stem.to_owned(), AnnotatedText { text: fs::read_to_string(&path)?, annotators: Vec::new() });
        }
    }
    let mut paths: Vec<_> = fs::read_dir(folder.join("attributions"))?.collect::<io::Result<Vec<_>>>()?;
    paths.sort_by_key(fs::DirEntry::path);
    for path in paths.into_iter().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "ann"))
    {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        // Behind the last line stroke stands who marked it.
        let name = stem.rsplit_once('_').map_or(stem, |(name, _)| name);
        if let Some(text) = texts.get_mut(name) {
            let marks = read_marks(&fs::read_to_string(&path)?, &text.text);
            text.annotators.push(marks);
        }
    }
    Ok(texts.into_values().filter(|text| !text.annotators.is_empty()).collect())
}

/// The attributions that a `.ann` file marks in `text`; a line that is not understood marks nothing.
pub fn read_marks(file: &str, text: &str) -> Vec<MarkedAttribution> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut stretches: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    let mut found = Vec::new();
    for line in file.lines() {
        let Some((id, rest)) = line.split_once('\t') else { continue };
        if id.starts_with('T') {
            let places = rest.split('\t').next().and_then(|places| places.split_once(' '));
            let ranges = places.map_or("", |(_, ranges)| ranges).split(';').filter_map(|range| {
                let (start, end) = range.split_once(' ')?;
                let start = *bytes.get(start.parse::<usize>().ok()?)?;
                let end = *bytes.get(end.parse::<usize>().ok()?)?;
                (start < end).then_some(start..end)
            });
            stretches.insert(id, ranges.collect());
        } else if id.starts_with('E') {
            let mut marked = MarkedAttribution::default();
            for (role, id) in rest.split(' ').filter_map(|argument| argument.split_once(':')) {
                let ranges = stretches.get(id).cloned().unwrap_or_default();
                match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                    "Source" => marked.source.extend(ranges),
                    "Cue" => marked.cue.extend(ranges),
                    "Content" => marked.content.extend(ranges),
                    _ => {}
                }
            }
            if !marked.content.is_empty() {
                found.push(marked);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_code_points_and_stretches_may_be_two() {
        let text = "“É bom,” Ana said. “Sim.”";
        let file = "T1\tSource 9 12\tAna\nT2\tCue 13 17\tsaid\nT3\tContent 0 8;19 25\t“É bom,” “Sim.”\n\
                    T4\tAttribution 13 17\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n";
        let marks = read_marks(file, text);
        let words = |ranges: &[Range<usize>]| ranges.iter().map(|r| text[r.clone()].to_owned()).collect::<Vec<_>>();
        assert_eq!(marks.len(), 1);
        assert_eq!(words(&marks[0].content), ["“É bom,”", "“Sim.”"]);
        assert_eq!((words(&marks[0].source), words(&marks[0].cue)), (vec!["Ana".to_owned()], vec!["said".to_owned()]));
    }

    #[test]
    fn lines_that_mean_nothing_mark_nothing() {
        assert!(
            read_marks("T1\nT2\tCue\tx\nE1\tContent:T9\nA1\tDiscuss T1\n\nT3\tContent 5 999\tx\n", "abc").is_empty()
        );
    }
}
