//! How words were uttered, where the article says so: "wrote", "in a statement", "on state television".

use std::ops::Range;

use super::frame::Frame;
use crate::model::Medium;
use crate::suggest::fields::Stated;
use crate::suggest::lexicon::{WordClass, WordList};
use crate::suggest::proposal::Tier;

/// Forms of verbs that tell it by themselves.
const WRITES: WordList = WordList::of(
    "wrote write writes writing written tweeted tweets tweeting retweeted posted posts posting blogged emailed \
    e-mailed texted",
);
const SPEAKS: WordList = WordList::of(
    "told tell tells telling shouted shouts shouting yelled screamed whispered whispers muttered murmured \
    exclaimed cried quipped joked recounted stammered mumbled",
);
const CHANTS: WordList = WordList::of("chanted chants chanting sang sings singing");
const THINKS: WordList = WordList::of("thought thinks thinking think wondered wonders wondering");

/// Nouns of what is written, and of occasions to speak.
const WRITTEN: WordList = WordList::of(
    "statement statements letter letters email e-mail emails memo memos tweet tweets post posts op-ed article \
    book blog column essay memoir message messages note communique communiqué release filing filings affidavit text texts \
    newsletter editorial petition report reports leaflet pamphlet diary journal complaint lawsuit",
);
const SPOKEN: WordList = WordList::of(
    "interview interviews speech speeches address remarks briefing conference testimony sermon broadcast debate \
    hearing rally call phone telephone television tv radio podcast air eulogy toast",
);
const PLATFORMS: WordList =
    WordList::of("twitter x facebook instagram telegram weibo linkedin whatsapp website site page blog account media");

/// Words that make a statement a spoken one.
const ALOUD: WordList = WordList::of("televised recorded taped video oral broadcast audio");

/// A noun stands within so many words of its preposition: "in a strongly worded joint statement".
const LONGEST: usize = 6;

/// How the words of `frame` were uttered.
pub(super) fn medium(frame: &Frame<'_, '_>) -> Option<Stated<Medium>> {
    let told = |value, at: usize| Some(Stated { value, at: at..at + 1, tier: Tier::Likely });
    if let Some(at) = frame.cue_in(&CHANTS) {
        return told(Medium::Chant, at);
    }
    if let Some(at) = frame.cue_in(&WRITES) {
        return told(Medium::Writing, at);
    }
    // "told his supporters in a letter": what it was said in tells more than that it was told.
    if let Some(found) = frame.tokens.iter().find_map(|&at| occasion(frame, at)) {
        return Some(found);
    }
    if let Some(at) = frame.cue_in(&THINKS) {
        return told(Medium::Thought, at);
    }
    if let Some(at) = frame.cue_in(&SPEAKS) {
        return told(Medium::Speech, at);
    }
    let document = frame.source.clone()?.rev().find(|&at| frame.tagged.is(at, WordClass::Document))?;
    (frame.tagged.is_in(document, &WRITTEN) && is_head(frame, document)).then_some(())?;
    told(Medium::Writing, document)
}

/// Whether the noun at `at` is who says it, and does not belong to it: "the report", but no "author of the report".
fn is_head(frame: &Frame<'_, '_>, at: usize) -> bool {
    let first = frame.source.as_ref().map_or(at, |source| source.start);
    (first..at).all(|before| !frame.tagged.is(before, WordClass::Preposition))
}

/// Prepositions of what words were uttered in.
const BEFORE_OCCASION: WordList = WordList::of("in on at by via during through over");

/// "in a statement", "on Twitter", "at a news conference", "by telephone": from the preposition at token `at`.
fn occasion(frame: &Frame<'_, '_>, at: usize) -> Option<Stated<Medium>> {
    let tagged = frame.tagged;
    if !tagged.is_in(at, &BEFORE_OCCASION) || frame.is_source(at) {
        return None;
    }
    let phrase: Vec<usize> =
        (at + 1..at + 1 + LONGEST).take_while(|&next| frame.has(next) && !is_end(frame, next)).collect();
    let found = |value, noun: usize| {
        let range: Range<usize> = at..noun + 1;
        Some(Stated { value, at: range, tier: Tier::Likely })
    };
    for &noun in &phrase {
        let is_platform = tagged.is_in(noun, &PLATFORMS) && tagged.is_one_of(at, &["on", "via", "in"]);
        // The letter is a name only where it is written as one and ends its phrase.
        let is_letter = tagged.word(noun) == "x" && (noun != at + 1 || tagged.words.word(noun) != "X");
        let is_media = tagged.word(noun) != "media" || tagged.word(noun.saturating_sub(1)) == "social";
        if is_platform && !is_letter && is_media {
            return found(Medium::Writing, noun);
        }
        if tagged.is_in(noun, &SPOKEN) {
            return found(Medium::Speech, noun);
        }
        if tagged.is_in(noun, &WRITTEN) {
            let is_aloud = phrase.iter().any(|&word| word < noun && tagged.is_in(word, &ALOUD));
            return found(if is_aloud { Medium::Speech } else { Medium::Writing }, noun);
        }
    }
    None
}

/// Whether the phrase of a preposition cannot go on over token `at`.
fn is_end(frame: &Frame<'_, '_>, at: usize) -> bool {
    let tagged = frame.tagged;
    let is_preposition = tagged.is(at, WordClass::Preposition) && tagged.word(at) != "of";
    tagged.is_barrier(at) || tagged.word(at) == "," || is_preposition || tagged.is(at, WordClass::Relative)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Details;
    use crate::suggest::quotes::tests::quotes;

    fn medium(text: &str) -> Medium {
        let (_, found) = quotes(text);
        let of = |details: &Details| match details {
            Details::Quotes(record) => record.medium,
            _ => Medium::Unspecified,
        };
        found.first().map(|proposal| of(&proposal.details)).unwrap_or_default()
    }

    #[test]
    fn what_tells_how_it_was_uttered_is_the_medium() {
        for (text, expected) in [
            ("“The bridge will stay closed all week,” the mayor wrote.", Medium::Writing),
            ("“The bridge will stay closed all week,” the mayor said in a statement.", Medium::Writing),
            ("“The bridge will stay closed all week,” the mayor said in a televised statement.", Medium::Speech),
            ("“The bridge will stay closed all week,” the mayor said on Twitter.", Medium::Writing),
            ("“The bridge will stay closed all week,” the mayor said on X.", Medium::Writing),
            ("“The bridge will stay closed all week,” the mayor said on state television.", Medium::Speech),
            ("“The bridge will stay closed all week,” the mayor told reporters at a news conference.", Medium::Speech),
            ("“The bridge will stay closed all week,” the mayor told residents in a letter.", Medium::Writing),
            ("“The bridge will stay closed all week,” the report said.", Medium::Writing),
        ] {
            assert_eq!(medium(text), expected, "{text}");
        }
    }

    #[test]
    fn what_does_not_tell_it_leaves_it_open() {
        for text in [
            "“The bridge will stay closed all week,” the mayor said.",
            "“The bridge will stay closed all week,” the author of the report said.",
            "“The bridge will stay closed all week,” the mayor said on Monday.",
        ] {
            assert_eq!(medium(text), Medium::Unspecified, "{text}");
        }
    }
}
