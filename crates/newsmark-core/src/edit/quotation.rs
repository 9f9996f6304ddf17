//! Quotations: from the mark that opens them to the one that closes them.

use crate::model::{Span, Text};

use super::quote_marks::{Role, closers, role};
use super::words::vicinity;

/// The quotations of the paragraph around byte `offset`, marks included, in
/// the order in which they close. One that the paragraph leaves open, as a
/// quotation of several paragraphs does, goes to the paragraph's end. Of very
/// long paragraphs only the quotations near `offset` are found.
pub fn quotations(text: &Text, offset: usize) -> Vec<Span> {
    // A mark opens again in each paragraph, so that what was open before it need not be known.
    let Some(paragraph) = vicinity(text, offset) else { return Vec::new() };
    let mut found = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut before = None;
    let mut rest = text.words(paragraph).char_indices();
    while let Some((at, c)) = rest.next() {
        let at = paragraph.start() + at;
        let after = rest.clone().next().map(|(_, after)| after);
        let innermost = open.last().map(|(mark, _)| *mark);
        match role(before, c, after, innermost) {
            Role::Opens => open.push((c, at)),
            Role::Closes => found.extend(open.pop().and_then(|(_, start)| Span::new(start, at + c.len_utf8()))),
            Role::ClosesNothing => {
                if let Some(outer) = open.iter().rposition(|(mark, _)| closers(*mark).contains(&c)) {
                    // An inner mark was never closed, as an apostrophe taken for one: the outer quotation ends all the
                    // same.
                    found.extend(Span::new(open[outer].1, at + c.len_utf8()));
                    open.truncate(outer);
                }
            }
            Role::Letter | Role::Other => {}
        }
        before = Some(c);
    }
    // A lone ' is a foot, a minute or an apostrophe.
    let goes_on = open.into_iter().filter(|(mark, _)| *mark != '\'');
    found.extend(goes_on.rev().filter_map(|(_, start)| Span::new(start, paragraph.end())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest quotation around the first place of `|` in a text.
    fn around(marked: &str) -> Option<String> {
        let at = marked.find('|').unwrap();
        let text = Text::new(marked.replace('|', ""));
        let mut found = quotations(&text, at);
        found.retain(|span| span.start() <= at && at <= span.end());
        found.iter().min_by_key(|span| span.len()).map(|span| text.words(*span).to_owned())
    }

    #[test]
    fn a_quotation_is_found_with_its_marks() {
        for (marked, quotation) in [
            ("He said: “We l|eft,” and so on.", "“We left,”"),
            ("\"We l|eft,\" he said.", "\"We left,\""),
            ("«كنا ن|ختار البرتقال»، قالت", "«كنا نختار البرتقال»"),
            ("「なぜ|？」と聞いた。", "「なぜ？」"),
            ("„Wir g|ingen“, sagte sie", "„Wir gingen“"),
            ("“He told us ‘le|ave’ and we left,” she said", "‘leave’"),
            ("“He told us ‘leave’ and w|e left,” she said", "“He told us ‘leave’ and we left,”"),
            ("“It’s the soldiers’ fam|ilies,” he said", "“It’s the soldiers’ families,”"),
        ] {
            assert_eq!(around(marked).as_deref(), Some(quotation), "{marked}");
        }
    }

    #[test]
    fn a_quotation_left_open_goes_to_the_end_of_its_paragraph() {
        assert_eq!(around("“We l|eft.\n\n“We came back.”").as_deref(), Some("“We left."));
        assert_eq!(around("“We left.\n\n“We c|ame back.”").as_deref(), Some("“We came back.”"));
    }

    #[test]
    fn words_outside_and_apostrophes_are_no_quotation() {
        assert_eq!(around("“We left,” he s|aid."), None);
        assert_eq!(around("It’s the soldiers’ fam|ilies, he isn't sure."), None);
    }
}
