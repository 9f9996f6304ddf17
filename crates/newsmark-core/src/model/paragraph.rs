use super::Span;

/// One line of the article as its source broke it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// First byte.
    pub start: usize,
    /// The byte after the last, without the line end; equals `start` where the line is empty.
    pub end: usize,
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a paragraph is, as far as the text alone tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Nothing but white space; not numbered.
    Blank,
    /// A headline or crosshead; not numbered.
    Heading,
    /// A paragraph of the article with its number, counted from 1.
    Body(u32),
}

impl Paragraph {
    /// The paragraph as a span; `None` where it is empty.
    pub fn span(&self) -> Option<Span> {
        Span::new(self.start, self.end)
    }

    /// Its number, counted from 1; `None` for headings and blank lines.
    pub fn number(&self) -> Option<u32> {
        match self.kind {
            ParagraphKind::Body(number) => Some(number),
            ParagraphKind::Blank | ParagraphKind::Heading => None,
        }
    }
}

/// Longest heading, in code points.
// A headline of an agency has some 60 to 80 characters; a paragraph without a full stop is rarely shorter than 100.
const HEADING_LENGTH: usize = 100;

/// Splits `text` at LF, CRLF, CR and U+2029 into its paragraphs, in order.
///
/// A text has at least one paragraph; one that ends in a line end has an empty
/// last one. A heading is a Markdown heading or a short line that no sentence
/// ends, with text somewhere after it.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    let mut breaks = text.char_indices().filter(|(_, c)| matches!(c, '\n' | '\r' | '\u{2029}'));
    let mut next = breaks.next();
    while let Some((at, line_break)) = next {
        paragraphs.push(Paragraph { start, end: at, kind: ParagraphKind::Blank });
        start = at + line_break.len_utf8();
        next = breaks.next();
        // CR LF is one line end.
        if line_break == '\r' && next == Some((start, '\n')) {
            start += 1;
            next = breaks.next();
        }
    }
    paragraphs.push(Paragraph { start, end: text.len(), kind: ParagraphKind::Blank });
    tell_kinds(text, &mut paragraphs);
    paragraphs
}

fn tell_kinds(text: &str, paragraphs: &mut [Paragraph]) {
    let mut text_follows = false;
    // From the end: whether a line is a heading hangs on whether any text follows it.
    for paragraph in paragraphs.iter_mut().rev() {
        let line = text[paragraph.start..paragraph.end].trim();
        if !line.is_empty() {
            let heading = text_follows && is_heading(line);
            paragraph.kind = if heading { ParagraphKind::Heading } else { ParagraphKind::Body(0) };
            text_follows = true;
        }
    }
    let mut number = 0;
    for paragraph in paragraphs {
        if let ParagraphKind::Body(own) = &mut paragraph.kind {
            number += 1;
            *own = number;
        }
    }
}

fn is_heading(line: &str) -> bool {
    // CommonMark, ATX headings: one to six number signs and a space.
    let marks = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&marks) && line[marks..].starts_with(' ') {
        return true;
    }
    // Behind a closing mark or bracket the sentence has ended before it.
    let last = line.trim_end_matches(['”', '"', '»', '’', '\'', ')', ']', '*', '_']).chars().next_back();
    let ends_a_sentence = last.is_none_or(|c| {
        matches!(c, '.' | '!' | '?' | '…' | ':' | ';' | ',' | '؟' | '؛' | '،' | '۔' | '。' | '！' | '？' | '।')
    });
    // An item of a list is short and ends without a full stop, and is no headline.
    let opens_a_list = line.starts_with(['-', '*', '•', '–', '—', '|', '>']);
    // A line without letters, as "* * *", parts sections and heads nothing.
    !ends_a_sentence
        && !opens_a_list
        && line.chars().any(char::is_alphabetic)
        && line.chars().nth(HEADING_LENGTH).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str) -> Vec<(&str, Option<u32>)> {
        paragraphs(text).iter().map(|p| (&text[p.start..p.end], p.number())).collect()
    }

    #[test]
    fn every_kind_of_line_end_parts_paragraphs() {
        assert_eq!(
            lines("One.\nTwo.\r\nThree.\rFour.\u{2029}Five."),
            [("One.", Some(1)), ("Two.", Some(2)), ("Three.", Some(3)), ("Four.", Some(4)), ("Five.", Some(5))]
        );
    }

    #[test]
    fn blank_lines_are_not_numbered() {
        assert_eq!(lines("One.\n \n\nTwo."), [("One.", Some(1)), (" ", None), ("", None), ("Two.", Some(2))]);
    }

    #[test]
    fn a_short_line_without_a_full_stop_heads_what_follows() {
        assert_eq!(
            lines("At the hospital\nTwo died.\nThe count"),
            [("At the hospital", None), ("Two died.", Some(1)), ("The count", Some(2))]
        );
        assert_eq!(lines("# Two died.\nThey said so."), [("# Two died.", None), ("They said so.", Some(1))]);
        assert_eq!(
            lines("“Two died.”\n- One thing\nSo."),
            [("“Two died.”", Some(1)), ("- One thing", Some(2)), ("So.", Some(3))]
        );
    }

    #[test]
    fn a_final_line_end_opens_an_empty_paragraph() {
        assert_eq!(lines("One.\r\n"), [("One.", Some(1)), ("", None)]);
        assert_eq!(lines(""), [("", None)]);
    }

    proptest! {
        #[test]
        fn paragraphs_and_line_ends_make_up_the_whole_text(text in "[ab .\n\r\u{2029}é]{0,40}") {
            let mut end = 0;
            for paragraph in paragraphs(&text) {
                let between = &text[end..paragraph.start];
                let is_line_end = ["", "\n", "\r", "\r\n", "\u{2029}"].contains(&between);
                prop_assert!(is_line_end);
                let within = &text[paragraph.start..paragraph.end];
                prop_assert!(paragraphs(within).len() == 1);
                end = paragraph.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
