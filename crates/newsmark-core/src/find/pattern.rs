use memchr::memmem::Finder;
use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;

use super::{BadQuery, Folded, Folds, Query};

/// Largest compiled regular expression, in bytes: `\w{150}` still fits. What a search takes for a character grows with it.
const LARGEST_EXPRESSION: usize = 4 << 20;

/// Longest regular expression, in characters: nobody reads a longer one, and compiling it takes its time too.
const LONGEST_EXPRESSION: usize = 2_000;

/// A query made ready to be looked for in any text.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub(super) sought: Sought,
    pub(super) whole_word: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Sought {
    /// Nothing, and so it is found nowhere.
    Nothing,
    /// The folded words, to be looked for in a text folded likewise.
    Words { finder: Box<Finder<'static>>, folds: Folds },
    /// A regular expression, to be looked for in the text itself.
    Expression(Regex),
}

impl Pattern {
    pub(super) fn new(query: &Query) -> Result<Pattern, BadQuery> {
        let sought = if query.needle.is_empty() {
            Sought::Nothing
        } else if query.regular_expression {
            Sought::Expression(expression(query)?)
        } else {
            let folds = query.folds();
            let words: String = query.needle.chars().filter_map(|c| folds.fold(c)).collect();
            if words.is_empty() {
                // A query of vowel signs alone would match between any two letters.
                return Err(BadQuery::FoldsToNothing);
            }
            Sought::Words { finder: Box::new(Finder::new(&words).into_owned()), folds }
        };
        Ok(Pattern { sought, whole_word: query.whole_word })
    }
}

impl Pattern {
    /// Whether a text that stands somewhere in `whole`, as it is, may fit the pattern: quick, and never
    /// false where it does. A regular expression may always.
    pub fn may_be_within(&self, whole: &str) -> bool {
        match &self.sought {
            Sought::Nothing => false,
            Sought::Words { finder, folds } if folds.is_exact() => finder.find(whole.as_bytes()).is_some(),
            Sought::Words { finder, folds } => finder.find(Folded::new(whole, *folds).as_str().as_bytes()).is_some(),
            Sought::Expression(_) => true,
        }
    }
}

fn expression(query: &Query) -> Result<Regex, BadQuery> {
    if query.needle.chars().nth(LONGEST_EXPRESSION).is_some() {
        return Err(BadQuery::TooLong { most: LONGEST_EXPRESSION });
    }
    let parsed = ParserBuilder::new().multi_line(true).case_insensitive(!query.match_case).build().parse(&query.needle);
    // Parsed apart from being built, as the builder's error does not tell the place.
    parsed.map_err(|error| BadQuery::parsing(&query.needle, &error))?;
    RegexBuilder::new(&query.needle)
        .multi_line(true)
        .case_insensitive(!query.match_case)
        .size_limit(LARGEST_EXPRESSION)
        .build()
        .map_err(|_| BadQuery::TooLarge)
}
