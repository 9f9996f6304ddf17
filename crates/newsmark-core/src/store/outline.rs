//! Finding a field in the beginning of a project file without understanding the rest.

use super::elide::elided;

/// The digest of the article's text: the first text after `sha256` after `offsets`, the field that says what offsets
/// count. The digest of the original file stands before it.
///
/// The two words are not looked for in what the file quotes: a headline may have them.
pub fn article_digest(head: &str) -> Option<&str> {
    // The digest of the file that the article came from is called the same and stands before it.
    let mut pieces = Pieces(head).skip_while(|piece| *piece != Piece::Word("offsets"));
    pieces.find(|piece| *piece == Piece::Word("sha256"))?;
    pieces.find_map(|piece| match piece {
        Piece::Quoted(text) => Some(text),
        Piece::Word(_) | Piece::Sign(_) => None,
    })
}

/// Where in a file of RON its beginning ends, as `annotations[3].details.harm`; empty at the top.
///
/// The last name or number of a list is that of the value which is being read where `head` ends.
pub fn path(head: &str) -> String {
    /// A project nests less than half as deep; the rest of a million brackets helps nobody to find a mistake.
    const DEEPEST: usize = 16;
    let mut within: Vec<Level> = Vec::new();
    let mut word = None;
    for piece in Pieces(head) {
        match (piece, within.last_mut()) {
            (Piece::Sign('(' | '{'), _) => within.push(Level::Fields(None)),
            (Piece::Sign('['), _) => within.push(Level::Items(0)),
            (Piece::Sign(')' | '}' | ']'), _) => {
                within.pop();
            }
            (Piece::Sign(':'), Some(Level::Fields(name))) => *name = word,
            (Piece::Sign(','), Some(Level::Fields(name))) => *name = None,
            (Piece::Sign(','), Some(Level::Items(count))) => *count += 1,
            (Piece::Sign(_) | Piece::Word(_) | Piece::Quoted(_), _) => {}
        }
        word = match piece {
            Piece::Word(word) | Piece::Quoted(word) => Some(word),
            Piece::Sign(_) => None,
        };
    }
    let mut path = String::new();
    for level in within.iter().take(DEEPEST) {
        match level {
            // The brackets of `Some(…)` and of a record's kind have no name of their own.
            Level::Fields(None) => {}
            Level::Fields(Some(name)) => {
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(&elided(name));
            }
            Level::Items(before) => path.push_str(&format!("[{before}]")),
        }
    }
    path
}

/// A pair of brackets that is open.
enum Level<'t> {
    /// Those of a struct or a map, with the name of the field whose value is being read.
    Fields(Option<&'t str>),
    /// Those of a list, with how many items stand before the one that is being read.
    Items(usize),
}

/// What RON text is made of, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    /// A name or a number.
    Word(&'t str),
    /// What stands between quotation marks, as it is written.
    Quoted(&'t str),
    /// Any other character: a bracket, a colon, a comma.
    Sign(char),
}

struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        loop {
            self.0 = self.0.trim_start();
            if let Some(quoted) = self.0.strip_prefix('"') {
                let end = end_of_quoted(quoted)?;
                self.0 = &quoted[end + 1..];
                return Some(Piece::Quoted(&quoted[..end]));
            }
            if let Some((raw, mark)) = raw(self.0) {
                let end = raw.find(&mark)?;
                self.0 = &raw[end + mark.len()..];
                return Some(Piece::Quoted(&raw[..end]));
            }
            let length = self.0.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.0.len());
            if length > 0 {
                let word = &self.0[..length];
                self.0 = &self.0[length..];
                return Some(Piece::Word(word));
            }
            if self.0.starts_with("//") {
                self.0 = self.0.split_once('\n')?.1;
            } else if let Some(comment) = self.0.strip_prefix("/*") {
                self.0 = comment.split_once("*/")?.1;
            } else {
                let sign = self.0.chars().next()?;
                self.0 = &self.0[sign.len_utf8()..];
                return Some(Piece::Sign(sign));
            }
        }
    }
}

/// Where the quotation ends that these bytes begin within.
fn end_of_quoted(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        // A backslash that is escaped itself escapes nothing. Bytes will do: in UTF-8 no other character holds these
        // two.
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    })
}

/// What follows the beginning of a raw text, `r"` or `r##"`, with the mark that ends it.
fn raw(text: &str) -> Option<(&str, String)> {
    let text = text.strip_prefix('r')?;
    let rest = text.trim_start_matches('#');
    // The text is ended by a quotation mark and as many hashes as it began with.
    let mark = format!("\"{}", &text[..text.len() - rest.len()]);
    Some((rest.strip_prefix('"')?, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_found_wherever_the_words_are_quoted() {
        for head in [
            r##"(offsets: CodePoints, sha256: "ab", text: ""##,
            r##"(title: (value: "offsets: sha256: \"no\" \\"), original: (sha256: Some("no")), offsets:CodePoints,sha256:"ab""##,
            r###"(title: r#"offsets, sha256: "no""#, /* offsets sha256 "no" */ // offsets sha256 "no"
               offsets: CodePoints, sha256: "ab")"###,
        ] {
            assert_eq!(article_digest(head), Some("ab"), "{head}");
        }
        for head in ["", "offsets", "(offsets: CodePoints, sha256: \"ab", "(sha256: \"ab\")", "\"", "r#", "/* offsets"]
        {
            assert_eq!(article_digest(head), None, "{head}");
        }
    }

    #[test]
    fn the_path_is_of_the_value_that_is_being_read() {
        for (head, expected) in [
            ("", ""),
            ("(version: 1, ", ""),
            ("(version: ", "version"),
            ("(article: (title: (value: \"a, b\", from: ", "article.title.from"),
            ("(a: [(1, 2), (3, 4)], b: [(id: \"7\"), (id: \"8\", details: Casualties((harm: Kil", "b[1].details.harm"),
            ("(a: (b: 1), // c: (\n /* d: [ */ e: r#\"f: (\"#, g: [[], [", "g[1][0]"),
            ("(a: {\"one\": (x: 1), \"two\": (y: ", "a.two.y"),
            (")]}), x", ""),
        ] {
            assert_eq!(path(head), expected, "{head}");
        }
        assert_eq!(path(&"[".repeat(1_000_000)), "[0]".repeat(16));
        assert_eq!(path(&format!("(a: ({}: ", "x".repeat(500))), format!("a.{}…", "x".repeat(80)));
    }
}
