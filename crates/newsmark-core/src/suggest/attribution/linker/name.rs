//! Titles, names and headings in marks, which nobody says.

use std::ops::Range;

use crate::suggest::lexicon::{Lexicon, WordClass};
use crate::suggest::words::{TokenKind, Words};

use super::draft::{Draft, n_words};

/// Names and headings have fewer words than this: nine tenths of what has more is somebody's.
const LONGEST_NAME: usize = 9;

/// Whether words in marks are a title or a name: nearly all of them are capitalised.
pub fn is_title(words: &Words, quotation: &Range<usize>) -> bool {
    let is_word = |at: &usize| words.tokens()[*at].kind == TokenKind::Word;
    let n_words = quotation.clone().filter(is_word).count();
    let n_capitals =
        quotation.clone().filter(|at| is_word(at) && words.word(*at).starts_with(char::is_uppercase)).count();
    // What shouts in capitals is somebody's, as a placard.
    let is_shouted = quotation.clone().filter(is_word).all(|at| !words.word(at).contains(char::is_lowercase));
    // Articles and prepositions of a title stay small: "A River Without Any Banks", "The House at the End of Winter".
    n_capitals * 5 >= n_words * 3 && !is_shouted
}

/// Whether the content of a draft is but the title of something, behind the words that say of what: "a friend of the play
/// “…”". "A play called “…”" has a cue that stands there.
pub fn is_of_title(words: &Words, draft: &Draft) -> bool {
    let [content] = &draft.parts.content[..] else { return false };
    let is_behind = |part: &Option<Range<usize>>| part.as_ref().is_some_and(|part| part.end == content.start);
    is_whole(words, content) && is_title(words, content) && is_embedded(words, content) && !is_behind(&draft.parts.cue)
}

/// Whether words in marks that nothing reports are a name or a heading: a few that stand behind a word of their sentence
/// and say nothing of anything ("the “keep the valley green initiative”"), or a line of its own that no mark ends.
pub fn is_name(words: &Words, draft: &Draft) -> bool {
    let [content] = &draft.parts.content[..] else { return false };
    if draft.parts.cue.is_some() || !is_whole(words, content) || n_words(words, content) >= LONGEST_NAME {
        return false;
    }
    let is_scare = is_embedded(words, content) && !content.clone().any(|at| is_verb(words, at));
    let is_left_open = words.quotation_of(content.start).is_some_and(|quotation| quotation.is_left_open);
    let is_line =
        words.paragraphs().binary_search_by_key(&content.start, |paragraph| paragraph.start).is_ok_and(|at| {
            words.paragraphs()[at] == *content
                && !content.clone().any(|at| matches!(words.word(at), "." | "!" | "?" | "," | "…"))
        });
    is_scare || is_line && !is_left_open
}

/// Whether a range is a quotation with its marks.
fn is_whole(words: &Words, range: &Range<usize>) -> bool {
    words.quotation_of(range.start).is_some_and(|quotation| quotation.tokens == *range)
}

/// Whether a quotation stands behind a word of its sentence, with no mark between.
fn is_embedded(words: &Words, quotation: &Range<usize>) -> bool {
    let Some(before) = quotation.start.checked_sub(1) else { return false };
    let is_word = words.tokens()[before].kind == TokenKind::Word;
    is_word && words.tokens()[before].sentence == words.tokens()[quotation.start].sentence
}

/// Whether token `at` can be the verb of a clause or its subject; a word that no list knows is a verb by its ending alone.
fn is_verb(words: &Words, at: usize) -> bool {
    use WordClass::{Auxiliary, Contraction, Modal, Pronoun};
    let Some(entry) = Lexicon::english().entry(&words.word(at).to_lowercase()) else {
        return words.word(at).ends_with("ed");
    };
    entry.verb.is_some() || matches!(entry.class, Some(Auxiliary | Modal | Contraction | Pronoun))
}
