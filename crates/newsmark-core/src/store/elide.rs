use std::borrow::Cow;

/// Most characters of somebody's input that an error or a warning quotes: enough to find it by, and a line of a window.
const LONGEST: usize = 80;

/// The beginning of what an error quotes: a name or a word of a file may be as long as the file.
pub fn elided(quoted: &str) -> Cow<'_, str> {
    match quoted.char_indices().nth(LONGEST) {
        Some((cut, _)) => Cow::Owned(format!("{}…", &quoted[..cut])),
        None => Cow::Borrowed(quoted),
    }
}

/// A sentence in which each stretch in quotes is elided: what a library says of the input quotes all of it.
pub fn elided_within(sentence: &str) -> String {
    let mut told = String::new();
    let mut rest = sentence;
    while let Some(open) = rest.find(['`', '“', '"']) {
        let mut after = rest[open..].chars();
        let close = match after.next() {
            Some('“') => '”',
            Some(quote) => quote,
            None => break,
        };
        let inner = after.as_str();
        // A quotation that is never closed goes to the end: the input itself may hold the sign that would close it.
        let end = inner.find(close).unwrap_or(inner.len());
        told.push_str(&rest[..rest.len() - inner.len()]);
        told.push_str(&elided(&inner[..end]));
        rest = &inner[end..];
        if let Some(past) = rest.strip_prefix(close) {
            told.push(close);
            rest = past;
        }
    }
    told.push_str(rest);
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_cut_between_characters_and_what_is_said_of_it_is_not() {
        assert_eq!(elided("ق".repeat(80).as_str()), "ق".repeat(80));
        assert_eq!(elided("ق".repeat(81).as_str()), format!("{}…", "ق".repeat(80)));
        let long = "x".repeat(5_000);
        let short = format!("{}…", "x".repeat(80));
        assert_eq!(
            elided_within(&format!("Expected `a` but found `{long}`")),
            format!("Expected `a` but found `{short}`")
        );
        assert_eq!(elided_within(&format!("“{long}” is no day")), format!("“{short}” is no day"));
        assert_eq!(elided_within(&format!("not closed: \"{long}")), format!("not closed: \"{short}"));
        assert_eq!(elided_within("at 3:1: Expected string"), "at 3:1: Expected string");
    }
}
