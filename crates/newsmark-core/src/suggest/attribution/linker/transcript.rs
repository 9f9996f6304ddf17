//! Transcripts: paragraphs that begin with a name and a colon, by turns.

use std::collections::HashMap;
use std::ops::Range;

use crate::suggest::words::{TokenKind, Words};

use super::super::{AttributionParts, SourceLink};
use super::draft::Draft;

/// So many turns make a transcript; "Note: …" and "Update: …" stand alone.
const FEWEST_TURNS: usize = 4;

/// A speaker's name before the colon has at most so many tokens: "MS. ORLO", "Q", "Reporter 2".
const LONGEST_NAME: usize = 5;

/// A layout that nothing else has; but whose words the letters of "Q" and "A" are, nothing tells.
const SURE: f64 = 0.97;
const LETTERS: f64 = 0.7;

/// The drafts with the turns of a transcript in the place of what else was found in those paragraphs.
pub fn turns(words: &Words, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let found: Vec<Turn> = words.paragraphs().iter().filter_map(|paragraph| turn(words, paragraph)).collect();
    let mut times: HashMap<String, usize> = HashMap::new();
    for turn in &found {
        *times.entry(name(words, turn)).or_default() += 1;
    }
    // In an interview two people speak by turns, each more than once.
    let n_speakers = times.values().filter(|times| **times > 1).count();
    if found.len() < FEWEST_TURNS || n_speakers < 2 {
        return drafts;
    }
    let found = found.into_iter().filter(|turn| times.get(&name(words, turn)).is_some_and(|times| *times > 1));
    let turns: Vec<Draft> = found.map(|turn| draft(words, turn)).collect();
    drafts.retain(|draft| {
        let at = draft.parts.start();
        let next = turns.partition_point(|turn| turn.parts.source.as_ref().is_some_and(|source| source.start <= at));
        // The content of a turn goes to the end of its paragraph.
        let is_of_turn = next.checked_sub(1).and_then(|last| turns[last].parts.content.last());
        is_of_turn.is_none_or(|content| content.end <= at)
    });
    drafts.extend(turns);
    drafts.sort_by_key(|draft| draft.parts.start());
    drafts
}

fn draft(words: &Words, turn: Turn) -> Draft {
    let probability = if words.word(turn.source.start).chars().count() == 1 { LETTERS } else { SURE };
    let cue = Some(turn.source.end..turn.source.end + 1);
    let parts = AttributionParts { source: Some(turn.source), cue, content: vec![turn.content] };
    Draft { parts, link: SourceLink::Turn, probability, evidence: None }
}

struct Turn {
    source: Range<usize>,
    content: Range<usize>,
}

fn turn(words: &Words, paragraph: &Range<usize>) -> Option<Turn> {
    // A transcript that is quoted opens its marks before the name.
    let is_quoted = words.tokens().get(paragraph.start)?.kind == TokenKind::Opens;
    let start = paragraph.start + usize::from(is_quoted);
    let near = start..paragraph.end.min(start + LONGEST_NAME + 1);
    let colon = near.into_iter().find(|at| words.word(*at) == ":")?;
    let source = start..colon;
    let content = colon + 1..paragraph.end;
    let first = words.tokens().get(source.start)?;
    let is_name = first.kind == TokenKind::Word && words.word(source.start).starts_with(char::is_uppercase);
    // "Orlo: 2,316." is a line of a result.
    let is_spoken = content.clone().any(|at| words.tokens()[at].kind == TokenKind::Word);
    (is_name && !source.is_empty() && is_spoken).then_some(Turn { source, content })
}

fn name(words: &Words, turn: &Turn) -> String {
    turn.source.clone().map(|at| words.word(at).to_lowercase()).collect::<Vec<_>>().join(" ")
}
