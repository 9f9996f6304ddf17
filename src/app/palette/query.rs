use std::cmp::Reverse;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What was typed into the palette: words, each of which a command has somewhere.
///
/// A command that has them in its name goes before one that only other words for it have them in, and that before
/// one whose name merely has their letters in that order, as “fs” is in “Full screen”. Within these, what begins
/// with a word goes before what has it in the middle. Case and accents do not count.
pub struct Query {
    words: Vec<Word>,
    matcher: Matcher,
    buffer: Vec<char>,
}

/// A typed word, as it stands and letter by letter.
struct Word {
    whole: Atom,
    letters: Atom,
}

/// How well a command fits: the better one is the lesser. The score is the sum of what the matcher gives each word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(Fit, Reverse<u32>);

/// Where a word was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Name,
    OtherWords,
    Letters,
}

/// What the matcher gives a letter that was found, before it adds for the beginning of a word or a run of letters and
/// takes off for gaps. A word whose gaps cost more than that adds is scattered over the name by chance.
const OF_A_LETTER: usize = 16;

impl Query {
    /// The words of `wanted`; none of its characters has a meaning of its own.
    pub fn new(wanted: &str) -> Query {
        let atom = |word, kind| Atom::new(word, CaseMatching::Ignore, Normalization::Smart, kind, false);
        let word = |word| Word { whole: atom(word, AtomKind::Substring), letters: atom(word, AtomKind::Fuzzy) };
        Query {
            words: wanted.split_whitespace().map(word).collect(),
            matcher: Matcher::new(Config::DEFAULT),
            buffer: Vec::new(),
        }
    }

    /// How well a command of that name fits; `None` where it lacks a word. Without words all fit alike.
    pub fn rank(&mut self, name: &str, other_words: &str) -> Option<Rank> {
        let mut rank = Rank(Fit::Name, Reverse(0));
        for word in &self.words {
            let mut score = |atom: &Atom, text| {
                let text = Utf32Str::new(text, &mut self.buffer);
                atom.score(text, &mut self.matcher)
            };
            let least = word.letters.needle_text().len() * OF_A_LETTER;
            let of_letters = |score: &u16| usize::from(*score) >= least;
            let (fit, score) = (score(&word.whole, name).map(|score| (Fit::Name, score)))
                .or_else(|| Some((Fit::OtherWords, score(&word.whole, other_words)?)))
                .or_else(|| Some((Fit::Letters, score(&word.letters, name).filter(of_letters)?)))?;
            rank = Rank(rank.0.max(fit), Reverse(rank.1.0 + u32::from(score)));
        }
        Some(rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Command;

    /// The names of all listed commands that fit, the best first.
    fn found(wanted: &str) -> Vec<&'static str> {
        let mut query = Query::new(wanted);
        let ranked = Command::LISTED.iter().map(|command| (query.rank(command.name(), command.other_words()), command));
        let mut ranked: Vec<_> = ranked.filter_map(|(rank, command)| Some((rank?, command.name()))).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn nothing_typed_lists_all_in_their_order() {
        let all: Vec<_> = Command::LISTED.iter().map(|command| command.name()).collect();
        assert_eq!(found("  "), all);
    }

    #[test]
    fn every_name_finds_its_own_command_first() {
        for command in Command::LISTED {
            let first = found(command.name())[0];
            assert_eq!(first, command.name());
        }
    }

    #[test]
    fn a_name_goes_before_other_words_and_these_before_letters() {
        let rank = |name, other_words| Query::new("save").rank(name, other_words).unwrap();
        let (name, other, letters) = (rank("Save", ""), rank("Close", "save"), rank("Show all verbs except", ""));
        assert!(name < other && other < letters, "{name:?} {other:?} {letters:?}");
        assert!(rank("Save", "") == rank("Save", "save"));
    }

    #[test]
    fn the_beginning_of_a_word_goes_before_its_middle() {
        let rank = |name| Query::new("mark").rank(name, "").unwrap();
        assert!(rank("Next mark") < rank("Unmark"));
        assert_eq!(rank("Mark as claim"), rank("Next mark"), "the order of the list decides");
    }

    #[test]
    fn first_letters_find_a_command_and_letters_by_chance_do_not() {
        assert_eq!(found("fs")[0], "Full screen");
        assert_eq!(Query::new("scr").rank("Reset the colour", ""), None);
        assert!(found("zqx").is_empty());
    }

    #[test]
    fn accents_and_signs_have_no_meaning() {
        assert!(Query::new("ines").rank("Show alone: Inés", "").is_some());
        assert_eq!(Query::new("!save").rank("Open", ""), None, "it does not stand for “not”");
    }
}
