use std::cell::Cell;

use newsmark::find::{Query, Searched};
use newsmark::model::Text;

use super::{Target, kind, rough};
use crate::corpus::files;
use crate::parts::head;

pub const TARGET: Target = Target { name: "finder", corpus: "finder", seeds, words: OF_QUERIES, run };

/// What regular expressions are made of, beside prose.
const OF_QUERIES: &[&str] = &[
    "a",
    "e",
    "12",
    "قتل",
    "\u{301}",
    "ß",
    "(",
    ")",
    "[",
    "]",
    "{2}",
    "{1000}",
    "{1000}{1000}",
    "*",
    "+",
    "?",
    "|",
    "^",
    "$",
    ".",
    "\\w",
    "\\d+",
    "\\b",
    "\\B",
    "\\pL",
    "\\p{Arabic}",
    "(?i)",
    "(?s)",
    "(?x)",
    "(?-u)",
    "\\xff",
    "[^a]",
    "[[:alpha:]]",
    "\\u{202e}",
    "(a|b|ab)*c",
    ".*.*.*x",
    "(?:)",
    "\n",
    "\r\n",
    "👨🏻‍🚒",
    "e\u{301}",
    "ـ",
    "the ",
    "people",
];

/// Every text with queries of all kinds.
fn seeds() -> Vec<Vec<u8>> {
    let texts = files("corpus", "text");
    let queries = ["0the", "1At", "2people", "4\\w+ing\\b", "8قتل", "7(?i)s[a-z]{2,5}|\\d+", "6.*", "4(\\w|\\d|x)*$"];
    texts.iter().flat_map(|(_, text)| queries.map(|query| [query.as_bytes(), b"\n", text].concat())).collect()
}

/// Each hit is whole characters of the text, after the last one; a search that nobody waits for ends.
fn run(input: &[u8]) -> u64 {
    let (query, text) = head(input);
    let (&flags, needle) = query.split_first().unwrap_or((&b'0', &[]));
    let query = Query {
        needle: String::from_utf8_lossy(needle).into_owned(),
        match_case: flags & 1 != 0,
        whole_word: flags & 2 != 0,
        regular_expression: flags & 4 != 0,
        match_diacritics: flags & 8 != 0,
    };
    let pattern = match query.pattern() {
        Ok(pattern) => pattern,
        Err(bad) => {
            let told = bad.to_string();
            assert!(told.len() < 400, "an error of {} bytes", told.len());
            return kind(told.split(|c: char| c.is_ascii_digit()).next());
        }
    };
    let text = Text::new(String::from_utf8_lossy(text).into_owned());
    let searched = Searched::new(text.clone());
    let hits = searched.hits(&pattern, &|| false).unwrap();
    let mut passed = 0;
    for hit in hits.as_slice() {
        assert!(passed <= hit.start() && hit.end() <= text.len(), "hits overlap or leave the text");
        assert!(text.is_boundary(hit.start()) && text.is_boundary(hit.end()), "a hit is within a character");
        passed = hit.end();
    }
    let n_asked = Cell::new(0);
    let given_up = searched.hits(&pattern, &|| {
        n_asked.set(n_asked.get() + 1);
        n_asked.get() > 1
    });
    assert!(given_up.is_none() || n_asked.get() <= 1, "it went on");
    kind((flags & 15, rough(hits.len()), n_asked.get()))
}
