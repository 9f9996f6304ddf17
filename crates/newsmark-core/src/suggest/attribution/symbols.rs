//! The closed set of symbols that features are made of.
//!
//! A word of the lists has a symbol of its own or of its class; of any other word only the ending and the case of its
//! letters count, so that no word of a text that a model was trained on can stand in its file.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::suggest::lexicon::{LexicalEntry, Lexicon, VerbForm, WordClass};
use crate::suggest::words::{TokenKind, Words, lowered};

/// A symbol; its name is in [`SymbolTable::name`].
pub type Symbol = u16;

/// How a word is seen, from nearest to farthest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordSymbols {
    /// A listed word itself; of any other its ending and case.
    pub fine: Symbol,
    /// A function word itself, the class and form of a verb with what it takes, the class of another listed word.
    pub medium: Symbol,
    /// Something like a part of speech.
    pub coarse: Symbol,
}

/// What a symbol is for whoever looks for cues and marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SymbolKind {
    /// A verb that reports in a form that takes a subject, or "according".
    pub is_cue: bool,
    /// A mark of punctuation.
    pub is_mark: bool,
}

/// The names of all symbols.
#[derive(Debug)]
pub struct SymbolTable {
    names: Vec<String>,
    by_name: HashMap<String, Symbol>,
    /// The symbols of the words of the lists, by their places.
    listed: Vec<WordSymbols>,
    /// For each symbol whether it may head a cue, and whether it is a mark.
    kinds: Vec<SymbolKind>,
    /// The symbols of unlisted words, by ending and then by case.
    endings: Vec<[WordSymbols; 4]>,
}

/// Endings that tell parts of speech of English apart, longer ones first; every word has the last, which is empty.
pub(crate) const ENDINGS: [&str; 47] = [
    "ation", "ition", "sion", "tion", "ment", "ness", "ship", "hood", "ance", "ence", "able", "ible", "less", "ings",
    "ists", "isms", "ical", "ally", "ward", "ful", "ous", "ive", "ing", "ion", "ism", "ist", "ity", "ies", "ied",
    "ers", "ors", "ian", "ans", "ese", "est", "man", "men", "ed", "ly", "er", "or", "al", "ic", "en", "'s", "s", "",
];

/// How the letters of a word are written.
const CASES: [&str; 4] = ["lower", "Name", "CAPS", "miXed"];

/// Symbols that are no words, by name.
pub(crate) const OTHERS: [&str; 40] = [
    "-",
    "<edge>",
    "<number>",
    "<open>",
    "<close>",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    "--",
    "(",
    ")",
    "&",
    "%",
    "$",
    "/",
    "…",
    "@",
    "#",
    "<mark>",
    "yes",
    "no",
    // Where a word stands among quotation marks.
    "q:out",
    "q:in",
    "q:short",
    "q:open",
    "q:close",
    "q:endless",
    // Distances: how many words to something, by doubling.
    "d:none",
    "d:0",
    "d:1",
    "d:2",
    "d:3-4",
    "d:5-7",
    "d:8-12",
    "d:13-20",
    "d:21+",
    "d:last",
];

static TABLE: LazyLock<SymbolTable> = LazyLock::new(SymbolTable::build);

impl SymbolTable {
    /// The table, which is the same in every run.
    pub fn shared() -> &'static SymbolTable {
        &TABLE
    }

    /// The name of a symbol.
    pub fn name(&self, symbol: Symbol) -> &str {
        self.names.get(usize::from(symbol)).map_or("", String::as_str)
    }

    /// The symbol with this name.
    pub fn symbol(&self, name: &str) -> Option<Symbol> {
        self.by_name.get(name).copied()
    }

    /// The names in order of their symbols.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// What a symbol is.
    pub(super) fn kind(&self, symbol: Symbol) -> SymbolKind {
        self.kinds.get(usize::from(symbol)).copied().unwrap_or_default()
    }

    /// The symbols of token `at`. Where a capital is usual it means little.
    pub(super) fn of_token(&self, words: &Words, at: usize, is_capital_usual: bool) -> WordSymbols {
        let Some(token) = words.tokens().get(at) else { return WordSymbols::default() };
        let word = words.word(at);
        match token.kind {
            TokenKind::Number => return self.plain("<number>"),
            TokenKind::Opens => return self.plain("<open>"),
            TokenKind::Closes => return self.plain("<close>"),
            TokenKind::Mark => {
                let mark = match word {
                    "–" | "—" | "―" | "-" => "--",
                    "[" => "(",
                    "]" => ")",
                    "..." => "…",
                    _ => word,
                };
                return self.plain_or(mark, "<mark>");
            }
            TokenKind::Word => {}
        }
        let straight = if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) };
        let entry = match &straight {
            Cow::Owned(straight) => Lexicon::english().entry(&lowered(straight)),
            Cow::Borrowed(_) => words.entry(at),
        };
        let case = case_of(word);
        if let Some(entry) = entry
            && let Some(found) = self.listed.get(entry.place)
        {
            // "May", "House" and "President" are what the lists say in capitals too; "Frank" and "Brown" are names.
            let is_kept = case == 0
                || is_capital_usual
                || entry.class.is_some_and(|class| {
                    class.is_function()
                        || matches!(
                            class,
                            WordClass::Title
                                | WordClass::Role
                                | WordClass::Organisation
                                | WordClass::Time
                                | WordClass::Document
                        )
                });
            if is_kept {
                return *found;
            }
        }
        self.endings[ending_of(&lowered(&straight))][case]
    }

    fn plain(&self, name: &str) -> WordSymbols {
        self.plain_or(name, "")
    }

    /// The symbol `name` however nearly seen; `other` where there is none.
    fn plain_or(&self, name: &str, other: &str) -> WordSymbols {
        let symbol = self.symbol(name).or_else(|| self.symbol(other)).unwrap_or_default();
        WordSymbols { fine: symbol, medium: symbol, coarse: symbol }
    }

    fn build() -> SymbolTable {
        let lexicon = Lexicon::english();
        let mut table = SymbolTable {
            names: Vec::new(),
            by_name: HashMap::new(),
            listed: Vec::new(),
            kinds: Vec::new(),
            endings: Vec::new(),
        };
        for name in OTHERS {
            table.intern(name.to_owned());
        }
        // In alphabetical order, so that symbols are the same in every run.
        for (word, entry) in lexicon.entries() {
            let symbols = table.of_entry(word, entry);
            table.listed.push(symbols);
        }
        for ending in ENDINGS {
            let of_case = CASES.map(|case| {
                let fine = table.intern(format!("{case}~{ending}"));
                let coarse = table.intern(match (case, ending) {
                    ("lower", "ed" | "ied" | "ing" | "ly" | "s") => format!("{case}~{ending}"),
                    _ => case.to_owned(),
                });
                WordSymbols { fine, medium: if case == "lower" { fine } else { coarse }, coarse }
            });
            table.endings.push(of_case);
        }
        table.kinds = table.names.iter().map(|name| SymbolKind::named(name)).collect();
        table
    }

    fn of_entry(&mut self, word: &str, entry: &LexicalEntry) -> WordSymbols {
        let fine = self.intern(format!("={word}"));
        if let Some(class) = entry.class.filter(|class| class.is_function() || entry.verb.is_none()) {
            let medium = if class.is_function() { fine } else { self.intern(format!("{{{}}}", class.name())) };
            let coarse = self.intern(format!("{{{}}}", class.name()));
            return WordSymbols { fine, medium, coarse };
        }
        let Some(verb) = &entry.verb else { return WordSymbols { fine, medium: fine, coarse: fine } };
        let form = match verb.form {
            VerbForm::Base => "base",
            VerbForm::Third => "s",
            VerbForm::Past => "ed",
            VerbForm::Participle => "en",
            VerbForm::Ing => "ing",
        };
        let takes = &verb.takes;
        let takes: String = [
            (takes.clause, 't'),
            (takes.quotation, 'q'),
            (takes.question, 'w'),
            (takes.infinitive, 'i'),
            (takes.object, 'o'),
        ]
        .into_iter()
        .filter_map(|(has, letter)| has.then_some(letter))
        .collect();
        // "report" and "claims" are nouns as well.
        let noun = entry.class.map_or("", |_| "/noun");
        let medium = self.intern(format!("{{{}.{form}.{takes}{noun}}}", verb.class.name()));
        let coarse = self.intern(match verb.class.is_reporting() {
            true => format!("{{reports.{form}{noun}}}"),
            false => format!("{{act.{form}{noun}}}"),
        });
        WordSymbols { fine, medium, coarse }
    }

    fn intern(&mut self, name: String) -> Symbol {
        if let Some(known) = self.by_name.get(&name) {
            return *known;
        }
        // The lists hold some thousands of words; 14 bits of a feature hold 16,384 symbols, and a test counts them.
        let symbol = u16::try_from(self.names.len()).unwrap_or_default();
        self.names.push(name.clone());
        self.by_name.insert(name, symbol);
        symbol
    }
}

impl SymbolKind {
    fn named(name: &str) -> SymbolKind {
        SymbolKind {
            is_cue: name.starts_with("{reports.") || name == "=according",
            is_mark: !name.starts_with(['=', '{']) && !name.contains('~') && name != "<number>",
        }
    }
}

/// The place among [`ENDINGS`] of the ending of a word in lower case.
fn ending_of(word: &str) -> usize {
    let last = word.as_bytes().last();
    let ends = |ending: &&str| {
        let is_near = ending.is_empty() || ending.as_bytes().last() == last;
        is_near && word.len() > ending.len() && word.ends_with(*ending)
    };
    ENDINGS.iter().position(ends).unwrap_or(ENDINGS.len() - 1)
}

/// The place of a word's case among [`CASES`].
fn case_of(word: &str) -> usize {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let first_is_upper = letters.next().is_some_and(char::is_uppercase);
    let (mut n_upper, mut n_lower) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() {
            n_upper += 1;
        } else {
            n_lower += 1;
        }
    }
    match (first_is_upper, n_upper, n_lower) {
        (false, 0, _) => 0,
        (true, 0, _) => 1,
        (true, _, 0) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn symbols_fit_a_feature() {
        assert!(SymbolTable::shared().names().len() < 1 << 14);
    }

    #[test]
    fn an_unlisted_word_is_its_ending_and_its_case() {
        let table = SymbolTable::shared();
        let name = |word: &str, usual| {
            let words = Words::of(&Text::new(word.to_owned()));
            table.name(table.of_token(&words, 0, usual).fine)
        };
        assert_eq!(name("zorbing", false), "lower~ing");
        assert_eq!(name("Zorban", false), "Name~");
        assert_eq!(name("Frank's", false), "Name~'s");
        assert_eq!(name("said", false), "=said");
        assert_eq!(name("Says", false), "Name~s");
        assert_eq!(name("Says", true), "=says");
        assert_eq!(name("Senator", false), "=senator");
    }
}
