//! Texts with what annotators marked in them: `text/NAME.txt` with brat's `attributions/NAME_….ann`.
//!
//! The roles of an attribution are those of PolNeAR and PARC 3: Source, Cue, Content.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use newsmark_core::interchange::BratFile;
use newsmark_core::model::{CodePoints, Text};

/// A text and what its annotators marked.
pub struct AnnotatedText {
    /// The text, as its file holds it.
    pub text: Text,
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
            texts.insert(
                stem.to_owned(),
                AnnotatedText { text: Text::new(fs::read_to_string(&path)?), annotators: Vec::new() },
            );
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
            let marks = marked_attributions(&fs::read_to_string(&path)?, &text.text);
            text.annotators.push(marks);
        }
    }
    Ok(texts.into_values().filter(|text| !text.annotators.is_empty()).collect())
}

/// The attributions that a `.ann` file marks in `text`: its events with a content. What has no place in the text marks
/// nothing.
pub fn marked_attributions(file: &str, text: &Text) -> Vec<MarkedAttribution> {
    let file = BratFile::read(file);
    let points = CodePoints::of(text);
    let place = |range: &(usize, usize)| points.span(*range).map(|span| span.range());
    let stretches: HashMap<&str, Vec<Range<usize>>> =
        file.words.iter().map(|words| (words.id, words.ranges.iter().filter_map(place).collect())).collect();
    let marked = file.events.iter().map(|event| {
        let mut marked = MarkedAttribution::default();
        for (role, id) in &event.arguments {
            let ranges = stretches.get(id).cloned().unwrap_or_default();
            match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                "Source" => marked.source.extend(ranges),
                "Cue" => marked.cue.extend(ranges),
                "Content" => marked.content.extend(ranges),
                _ => {}
            }
        }
        marked
    });
    marked.filter(|marked| !marked.content.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribution_is_an_event_with_its_parts() {
        let text = Text::new("“É bom,” Ana said. “Sim.”".to_owned());
        let file = "T1\tSource 9 12\tAna\nT2\tCue 13 17\tsaid\nT3\tContent 0 8;19 25\t“É bom,” “Sim.”\n\
                    T4\tAttribution 13 17\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n";
        let marks = marked_attributions(file, &text);
        let words = |ranges: &[Range<usize>]| ranges.iter().map(|r| text[r.clone()].to_owned()).collect::<Vec<_>>();
        assert_eq!(marks.len(), 1);
        assert_eq!(words(&marks[0].content), ["“É bom,”", "“Sim.”"]);
        assert_eq!((words(&marks[0].source), words(&marks[0].cue)), (vec!["Ana".to_owned()], vec!["said".to_owned()]));
    }

    #[test]
    fn what_has_no_place_in_the_text_marks_nothing() {
        let file = "T1\tContent 5 999\tx\nE1\tAttribution:T1 Content:T1 Source:T9\n";
        assert_eq!(marked_attributions(file, &Text::new("abc".to_owned())), []);
    }
}
