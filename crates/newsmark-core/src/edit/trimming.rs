use crate::model::{Span, Text};

use super::quote_marks::{Role, closers, is_quote_mark, role};
use super::sentences::{ends_in_abbreviation, sentences};
use super::words::widened;

/// What is marked of a selection, and how that differs from it.
///
/// The rule: no white space and no stray punctuation at either end, and no
/// word cut in two. A comma, semicolon, colon or dash at an end is stray, and
/// so are a full stop after what is no whole sentence and a quotation mark or
/// bracket whose other half is not selected, unless the paragraph leaves it
/// open. Abbreviations keep their full stop, and quotations their marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trimming {
    /// What is marked: on grapheme boundaries.
    pub span: Span,
    start: Edge,
    end: Edge,
}

/// How one end of what is marked differs from the selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Edge {
    /// Names of what was left out, from the outside inwards, each once.
    left_out: Vec<&'static str>,
    is_widened: bool,
}

/// The words with the full stop that follows them where it belongs to an abbreviation as "U.S.".
fn with_full_stop(text: &Text, words: Span) -> Span {
    let longer = Span::new(words.start(), words.end() + 1).filter(|_| text[words.end()..].starts_with('.'));
    let is_dotted = || text.words(words).rsplit(char::is_whitespace).next().is_some_and(|word| word.contains('.'));
    longer.filter(|longer| is_dotted() && ends_in_abbreviation(text.words(*longer))).unwrap_or(words)
}

/// The longest selection whose ends are judged by the sentences and quotations
/// in it, in bytes: the rule is asked in every frame.
const LONGEST: usize = 16 * 1024;

/// What the rule marks of the selected `span`; `None` where that is all white space.
pub fn trimmed(text: &Text, span: Span) -> Option<Trimming> {
    let mut trimming = Trimming { span, start: Edge::default(), end: Edge::default() };
    trimming.span = text.snap(span.start(), span.end())?;
    trimming.leave_out_spaces(text)?;
    let words = with_full_stop(text, widened(text, trimming.span));
    trimming.start.is_widened = words.start() < trimming.span.start();
    trimming.end.is_widened = words.end() > trimming.span.end();
    trimming.span = words;
    // A selection of punctuation alone is meant: it is marked as it is.
    let with_punctuation = trimming.clone();
    while trimming.leave_out_mark(text) {
        if trimming.leave_out_spaces(text).is_none() {
            return Some(with_punctuation);
        }
    }
    let has_words = text.words(trimming.span).chars().any(|c| c.is_alphanumeric() || !c.is_ascii());
    Some(if has_words { trimming } else { with_punctuation })
}

/// The stretch of `span` without white space at either end; `None` where nothing else is there.
pub fn without_spaces(text: &Text, span: Span) -> Option<Span> {
    let words = text.words(span);
    let start = span.start() + (words.len() - words.trim_start_matches(is_space).len());
    let inner = Span::new(start, span.start() + words.trim_end_matches(is_space).len())?;
    text.snap(inner.start(), inner.end())
}

/// The selected `span` as it is, on grapheme boundaries; `None` where it is all white space.
pub fn as_selected(text: &Text, span: Span) -> Option<Span> {
    let is_blank = text.words(span).chars().all(is_space);
    if is_blank { None } else { text.snap(span.start(), span.end()) }
}

impl Trimming {
    /// How what is marked differs from the selection, as "Without the comma at
    /// the end"; `None` where it does not.
    pub fn sentence(&self) -> Option<String> {
        let ends = [(&self.start, "start"), (&self.end, "end")];
        let left_out = ends.iter().filter(|(edge, _)| !edge.left_out.is_empty());
        let without = left_out.map(|(edge, name)| format!("{} at the {name}", edge.left_out.join(" and ")));
        let widened = ends.iter().filter(|(edge, _)| edge.is_widened).map(|(_, name)| *name).collect::<Vec<_>>();
        let without = without.collect::<Vec<_>>().join(" and ");
        match (without.is_empty(), widened.is_empty()) {
            (true, true) => None,
            (false, true) => Some(format!("Without {without}")),
            (true, false) => Some(format!("With the whole word at the {}", widened.join(" and the "))),
            (false, false) => {
                Some(format!("Without {without}, with the whole word at the {}", widened.join(" and the ")))
            }
        }
    }

    /// Moves both ends inwards over white space; `None` where nothing else is there.
    fn leave_out_spaces(&mut self, text: &Text) -> Option<()> {
        let inner = without_spaces(text, self.span)?;
        if inner.start() > self.span.start() {
            self.start.leave_out(SPACE);
        }
        if inner.end() < self.span.end() {
            self.end.leave_out(SPACE);
        }
        self.span = inner;
        Some(())
    }

    /// Moves an end inwards over a stray mark; answers whether there was one.
    fn leave_out_mark(&mut self, text: &Text) -> bool {
        let (start, end) = (self.span.start(), self.span.end());
        let (Some(first), Some(last)) = (text.next_boundary(start), text.previous_boundary(end)) else { return false };
        // The end first: a full stop there is judged by the sentence, which the start is part of.
        if let Some(name) = stray_at_end(text, self.span)
            && let Some(span) = Span::new(start, last)
        {
            self.span = span;
            self.end.leave_out(name);
            return true;
        }
        if let Some(name) = stray_at_start(text, self.span)
            && let Some(span) = Span::new(first, end)
        {
            self.span = span;
            self.start.leave_out(name);
            return true;
        }
        false
    }
}

impl Edge {
    /// Notes what was left out; spaces go without saying where marks are.
    fn leave_out(&mut self, name: &'static str) {
        // "Without the comma" says enough; the space behind it goes without saying.
        if name != SPACE || self.left_out.is_empty() {
            self.left_out.retain(|noted| *noted != name && *noted != SPACE);
            self.left_out.push(name);
        }
    }
}

const SPACE: &str = "the space";

/// White space, and what shows nothing and belongs to no word.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn stray_at_end(text: &Text, span: Span) -> Option<&'static str> {
    let last = text.words(span).chars().next_back()?;
    if let Some(name) = part_of_sentence(last) {
        return Some(name);
    }
    match last {
        '.' | '。' | '۔' if is_stray_full_stop(text, span) => Some("the full stop"),
        _ => is_unbalanced(text, span, Side::End).then(|| name_of_half(last)),
    }
}

fn stray_at_start(text: &Text, span: Span) -> Option<&'static str> {
    let mut chars = text.words(span).chars();
    let (first, second) = (chars.next()?, chars.next());
    // "-5" keeps its sign.
    let is_minus = matches!(first, '-' | '−' | '–') && second.is_some_and(char::is_numeric);
    if let Some(name) = part_of_sentence(first).filter(|_| !is_minus) {
        return Some(name);
    }
    let is_before_space = second.is_some_and(is_space);
    match first {
        '.' | '。' | '۔' if !second.is_some_and(char::is_numeric) => Some("the full stop"),
        // A star before a word may be a footnote or emphasis.
        '*' if is_before_space => Some("the bullet"),
        '•' | '◦' | '▪' | '‣' | '·' => Some("the bullet"),
        _ => is_unbalanced(text, span, Side::Start).then(|| name_of_half(first)),
    }
}

/// The name of a mark that parts what stands within a sentence.
fn part_of_sentence(c: char) -> Option<&'static str> {
    Some(match c {
        ',' | '،' | '，' | '、' => "the comma",
        ';' | '؛' | '；' => "the semicolon",
        ':' | '：' => "the colon",
        '-' | '‐' | '–' | '—' | '―' | '−' => "the dash",
        _ => return None,
    })
}

fn name_of_half(c: char) -> &'static str {
    if is_quote_mark(c) { "the quotation mark" } else { "the bracket" }
}

/// Whether the full stop at the end of `span` ends a sentence of which the start is not selected.
fn is_stray_full_stop(text: &Text, span: Span) -> bool {
    if span.len() > LONGEST || ends_in_abbreviation(text.words(span)) {
        return false;
    }
    let sentences = sentences(text, span.end() - 1);
    let Some(sentence) = sentences.iter().find(|sentence| sentence.contains(span.end() - 1)) else { return false };
    // A closing mark or bracket may stand behind the full stop of a sentence.
    let closes_nothing_more = |c: char| is_quote_mark(c) || matches!(c, ')' | ']' | '…' | '.');
    let ends_sentence = text[span.end()..sentence.end()].chars().all(closes_nothing_more);
    let begun = if sentence.start() < span.start() { &text[sentence.start()..span.start()] } else { "" };
    let is_whole = !begun.chars().any(char::is_alphanumeric);
    ends_sentence && !is_whole
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Start,
    End,
}

/// Whether the mark at that end of `span` has its other half outside it, or nowhere.
fn is_unbalanced(text: &Text, span: Span, side: Side) -> bool {
    let words = text.words(span);
    let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) else { return false };
    let mark = if side == Side::Start { first } else { last };
    if span.len() > LONGEST {
        return false;
    }
    if let Some(other) = other_bracket(mark) {
        let count = |c: char| words.chars().filter(|found| *found == c).count();
        return count(mark) > count(other);
    }
    if !is_quote_mark(mark) {
        return false;
    }
    let at = if side == Side::Start { span.start() } else { span.end() - mark.len_utf8() };
    let may_stay = is_balanced_at(text, span, at) || (side == Side::Start && is_left_open(text, span));
    !may_stay
}

fn other_bracket(c: char) -> Option<char> {
    let pairs = [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('【', '】'), ('《', '》')];
    pairs.into_iter().find_map(|(open, close)| match c {
        _ if c == open => Some(close),
        _ if c == close => Some(open),
        _ => None,
    })
}

/// Whether the mark at byte `at` is one of a pair within `span`, or no quotation mark there.
fn is_balanced_at(text: &Text, span: Span, at: usize) -> bool {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut before = text[..span.start()].chars().next_back();
    let mut rest = text.words(span).char_indices();
    while let Some((offset, c)) = rest.next() {
        let here = span.start() + offset;
        let after = rest.clone().next().map(|(_, c)| c).or_else(|| text[span.end()..].chars().next());
        match role(before, c, after, open.last().map(|(mark, _)| *mark)) {
            Role::Opens => open.push((c, here)),
            Role::Closes => {
                let opened = open.pop().map(|(_, start)| start);
                if here == at || opened == Some(at) {
                    return true;
                }
            }
            Role::ClosesNothing => match open.iter().rposition(|(mark, _)| closers(*mark).contains(&c)) {
                Some(outer) if here == at || open[outer].1 == at => return true,
                Some(outer) => open.truncate(outer),
                None if here == at => return false,
                None => {}
            },
            Role::Other if here == at => return true,
            Role::Letter | Role::Other => {}
        }
        before = Some(c);
    }
    false
}

/// Whether the quotation that `span` begins with is closed nowhere in its paragraph.
fn is_left_open(text: &Text, span: Span) -> bool {
    let paragraph = text.paragraphs()[text.paragraph_at(span.start())];
    let quotations = super::quotation::quotations(text, span.start());
    let of_it = quotations.into_iter().find(|quotation| quotation.start() == span.start());
    of_it.is_some_and(|quotation| {
        quotation.end() == paragraph.end && !is_balanced_at(text, quotation, quotation.start())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A text with the selected words in brackets ⟦ ⟧.
    fn read(marked: &str) -> (Text, Span) {
        let start = marked.find('⟦').unwrap();
        let end = marked.find('⟧').unwrap() - '⟦'.len_utf8();
        (Text::new(marked.replace(['⟦', '⟧'], "")), Span::new(start, end).unwrap())
    }

    fn marks(marked: &str) -> (String, Option<String>) {
        let (text, span) = read(marked);
        let trimming = trimmed(&text, span).unwrap();
        (text.words(trimming.span).to_owned(), trimming.sentence())
    }

    #[test]
    fn what_is_stray_at_an_end_is_left_out_and_told() {
        for (marked, words, told) in [
            ("Killed ⟦at least 12 people, ⟧he said.", "at least 12 people", "Without the comma at the end"),
            ("Two ⟦died;⟧ three fled.", "died", "Without the semicolon at the end"),
            ("⟦Two died –⟧ or three.", "Two died", "Without the dash at the end"),
            ("Shells ⟦killed 12 people.⟧ Three fled.", "killed 12 people", "Without the full stop at the end"),
            ("⟦- They fled⟧ at night", "They fled", "Without the dash at the start"),
            ("⟦• They fled⟧ at night", "They fled", "Without the bullet at the start"),
            ("Karsa (⟦near Marrek)⟧ fell.", "near Marrek", "Without the bracket at the end"),
            ("⟦“We left⟧,” she said.", "We left", "Without the quotation mark at the start"),
            ("“⟦We left,”⟧ she said.", "We left", "Without the quotation mark and the comma at the end"),
            ("They ⟦fled ⟧at night", "fled", "Without the space at the end"),
            ("قال ⟦إن 46 جريحًا،⟧ تسعة", "إن 46 جريحًا", "Without the comma at the end"),
        ] {
            let (found, sentence) = marks(marked);
            assert_eq!((found.as_str(), sentence.as_deref().unwrap_or_default()), (words, told), "{marked}");
        }
    }

    #[test]
    fn what_belongs_to_the_words_is_kept() {
        for marked in [
            "“We fled,” she said. ⟦Two died.⟧ Three fled.",
            "⟦“We left,”⟧ she said.",
            "“⟦We left.⟧”",
            "He said: ⟦“We left.”⟧",
            "Aid from ⟦the U.S.⟧ The rest stayed.",
            "They came ⟦at 5 a.m.⟧",
            "the ⟦soldiers’⟧ tents",
            "⟦“We left.⟧\n\n“We came back.”",
            "⟦Karsa (near Marrek)⟧ fell",
            "⟦-5 degrees⟧ at night",
            "⟦why?⟧",
            "⟦«كنا نختار البرتقال»⟧، قالت",
            "⟦It was over. They fled.⟧",
        ] {
            let (text, span) = read(marked);
            let trimming = trimmed(&text, span).unwrap();
            assert_eq!((text.words(trimming.span), trimming.sentence()), (text.words(span), None), "{marked}");
        }
    }

    #[test]
    fn a_word_that_is_cut_is_taken_whole() {
        assert_eq!(
            marks("Shells ki⟦lled 12 peo⟧ple."),
            ("killed 12 people".into(), Some("With the whole word at the start and the end".into()))
        );
        assert_eq!(marks("⟦Aid from the U.S⟧. The rest stayed.").0, "Aid from the U.S.");
        assert_eq!(marks("About ⟦12⟧,000 fled.").0, "12,000");
        assert_eq!(marks("30\u{A0}⟦000⟧ fled.").0, "30\u{A0}000");
        assert_eq!(
            marks("Two di⟦ed,⟧ he said.").1.unwrap(),
            "Without the comma at the end, with the whole word at the start"
        );
    }

    #[test]
    fn an_arabic_prefix_may_stay_outside() {
        for marked in ["و⟦قال⟧ المسعفون", "وب⟦المدينة⟧", "ال⟦مدينة⟧", "وبال⟦مدينة⟧"]
        {
            let (text, span) = read(marked);
            assert_eq!(text.words(trimmed(&text, span).unwrap().span), text.words(span), "{marked}");
        }
        assert_eq!(marks("قا⟦ل⟧ المسعفون").0, "قال");
    }

    #[test]
    fn spaces_alone_mark_nothing_and_punctuation_alone_is_kept() {
        let (text, span) = read("He⟦ \u{A0}⟧said");
        assert_eq!((trimmed(&text, span), as_selected(&text, span)), (None, None));
        assert_eq!(marks("He said ⟦—⟧ so").0, "—");
        let (text, span) = read("He ⟦said, ⟧so");
        assert_eq!(as_selected(&text, span), Some(span));
    }

    proptest! {
        #[test]
        fn what_is_marked_is_never_blank_and_marking_it_again_changes_nothing(
            line in "(Gen|U\\.S|12|,000|و|قال|ال|e\u{301}|👨🏻‍🚒|“|”|«|»|‘|’|\"|'|[(.!?؟,،:—)-]|\n| ){1,20}",
            start in 0usize..60,
            length in 1usize..60,
        ) {
            let text = Text::new(line);
            if let Some(trimming) = text.snap(start, start + length).and_then(|span| trimmed(&text, span)) {
                let span = trimming.span;
                prop_assert!(text.is_boundary(span.start()) && text.is_boundary(span.end()));
                prop_assert!(!text.words(span).chars().all(is_space));
                prop_assert!(!text.words(span).starts_with(is_space) && !text.words(span).ends_with(is_space) || span.len() < 9);
                let again = trimmed(&text, span).unwrap();
                prop_assert_eq!(again.span, span, "{:?}", text.words(span));
            }
        }
    }
}
