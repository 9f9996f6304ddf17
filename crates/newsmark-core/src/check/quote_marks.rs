use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::quote_marks::{Role, closers, role};
use crate::edit::{Fix, Remedy};
use crate::model::{Annotation, Details, FieldPath, FieldValue, QuoteKind, Span, Spans, Text};

/// A direct quote whose quotation marks do not open, close and balance, or
/// that has words outside them: then it is mixed, or cut in the wrong place.
///
/// Knows the marks of most languages, also those that close with what others
/// open with („…“, »…«), marks within marks, and a paragraph that opens again
/// what the one before left open. ’ between letters is an apostrophe.
pub(super) const CHECK: Check = Check {
    kind: "QuoteMarks",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example { article: "“We left,” she said.\n^^^^^^^^ Quotes", records: &["1 kind = Direct"] },
    silent: Example { article: "“We left,” she said.\n^^^^^^^^^^ Quotes", records: &["1 kind = Direct"] },
};

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Quotes(quote) = &annotation.details else { return };
    if quote.kind != QuoteKind::Direct {
        return;
    }
    if let Some(wrong) = wrong(basis.text, &annotation.spans) {
        let fix = fix(basis.text, &annotation.spans, wrong);
        found.push(Finding::in_field(FieldPath::Kind, wrong.why()).or(fix));
    }
}

/// What is wrong with the marks of a direct quote.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    ClosesNothing(char),
    NotClosed(char),
    NoMarks,
    WordsOutside,
}

impl Wrong {
    fn why(self) -> String {
        match self {
            Wrong::ClosesNothing(mark) => format!("The quotation mark {mark} closes nothing"),
            Wrong::NotClosed(mark) => format!("The quotation mark {mark} is not closed"),
            Wrong::NoMarks => "The quote is direct and has no quotation marks".to_owned(),
            Wrong::WordsOutside => "The quote is direct and has words outside its quotation marks".to_owned(),
        }
    }
}

/// What is wrong with the marks, whether a ’ behind an s is taken to close or to be a possessive.
fn wrong(text: &Text, spans: &Spans) -> Option<Wrong> {
    let closing = verdict(text, spans, false)?;
    verdict(text, spans, true).map(|_| closing)
}

fn verdict(text: &Text, spans: &Spans, has_possessives: bool) -> Option<Wrong> {
    let mut reader = Reader::default();
    for span in spans.iter() {
        let mut before = text[..span.start()].chars().next_back();
        let mut rest = text.words(span).chars();
        while let Some(c) = rest.next() {
            let after = rest.clone().next().or_else(|| text[span.end()..].chars().next());
            let is_possessive = has_possessives && is_possessive(before, c, rest.as_str());
            if !is_possessive {
                reader.read(before, c, after);
            }
            before = Some(c);
        }
    }
    reader.verdict()
}

/// Whether the mark may be that of “the soldiers’ families”: behind a sibilant, before another word of the quote.
fn is_possessive(before: Option<char>, c: char, rest: &str) -> bool {
    let is_before_word = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphanumeric);
    matches!(c, '’' | '\'') && matches!(before, Some('s' | 'x' | 'z')) && is_before_word
}

/// Marks that stand just outside are taken in; else the quote is of another kind.
fn fix(text: &Text, spans: &Spans, wrong_now: Wrong) -> Option<Fix> {
    let (start, end) = (spans.start(), spans.end());
    // The mark stands directly outside where words were selected by double-click, which leaves marks out.
    let starts = [Some(start), text.previous_boundary(start)];
    let next = text.next_boundary(end);
    // A comma may stand between the last word and the mark.
    let ends = [Some(end), next, next.and_then(|next| text.next_boundary(next))];
    let outer = starts.iter().flat_map(|start| ends.iter().filter_map(move |end| Span::new((*start)?, (*end)?)));
    // The smallest first, as written: a quote that is sound with one mark more must not be given two.
    let mut sound = outer.filter_map(|outer| reaching(spans, outer)).filter(|spans| wrong(text, spans).is_none());
    if let Some(spans) = sound.next() {
        return Some(Fix { label: "Take the quotation marks in".to_owned(), remedy: Remedy::Spans(spans) });
    }
    let kind = match wrong_now {
        Wrong::NoMarks => QuoteKind::Indirect,
        Wrong::WordsOutside => QuoteKind::Mixed,
        // Half a pair is a slip of the selection or of the article: which, a person has to see.
        Wrong::ClosesNothing(_) | Wrong::NotClosed(_) => return None,
    };
    let value = FieldValue::Choice(QuoteKind::VOCABULARY, kind as usize);
    Some(Fix::fields(format!("Set the kind to {}", kind.label()), [(FieldPath::Kind, value)]))
}

/// The spans with the first beginning and the last ending where `outer` does.
fn reaching(spans: &Spans, outer: Span) -> Option<Spans> {
    let mut reaching = spans.as_slice().to_vec();
    let first = reaching.first_mut()?;
    *first = Span::new(outer.start(), first.end())?;
    let last = reaching.last_mut()?;
    *last = Span::new(last.start(), outer.end())?;
    Spans::new(reaching)
}

#[derive(Default)]
struct Reader {
    /// The marks that are open, the innermost last.
    open: Vec<char>,
    has_marks: bool,
    /// The first that was open when the one around it closed.
    left_open: Option<char>,
    closes_nothing: Option<char>,
    has_words_outside: bool,
}

impl Reader {
    fn read(&mut self, before: Option<char>, c: char, after: Option<char>) {
        let innermost = self.open.last().copied();
        match role(before, c, after, innermost) {
            Role::Opens => {
                self.has_marks = true;
                self.open.push(c);
            }
            Role::Closes => {
                self.open.pop();
            }
            Role::ClosesNothing => match self.open.iter().rposition(|open| closers(*open).contains(&c)) {
                Some(outer) => {
                    // The first mark that was left open is the one to tell: those around it follow from it.
                    self.left_open = self.left_open.or(innermost);
                    self.open.truncate(outer);
                }
                None => self.closes_nothing = self.closes_nothing.or(Some(c)),
            },
            Role::Letter => self.has_words_outside |= self.open.is_empty(),
            Role::Other => {}
        }
    }

    fn verdict(self) -> Option<Wrong> {
        if let Some(mark) = self.closes_nothing {
            return Some(Wrong::ClosesNothing(mark));
        }
        if let Some(mark) = self.left_open.as_ref().or(self.open.last()) {
            return Some(Wrong::NotClosed(*mark));
        }
        if !self.has_marks {
            return Some(Wrong::NoMarks);
        }
        self.has_words_outside.then_some(Wrong::WordsOutside)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{offered, said};
    use super::*;

    #[test]
    fn quotes_in_the_marks_of_many_languages_are_sound() {
        for marked in [
            "[“We left,”] she said",
            "[“We left,”] she said, [“and came back.”]",
            "[“We left,] she said, [and came back.”]",
            "[“It’s the soldiers’ families,”] he said",
            "[“He told us ‘leave’ and we left,”] she said",
            "[\"He told us 'leave' and we didn't,\"] she said",
            "[‘We left the town’s “safe” part’]",
            "[‘We saw the soldiers’ families leave’]",
            "['It was the boys' boat and the Marxs' house,'] she said",
            "[“He said ‘leave the nurses’ rooms’ and we left,”] she said",
            "[«غادرنا المدينة»] قالت",
            "[« Nous sommes partis »]",
            "[„Wir gingen, ‚sofort‘ und alle“], sagte sie",
            "[»Wir gingen«], sagte sie",
            "[”Vi lämnade”], sade hon",
            "[“We left.\n\n“We came back.”]",
            "[“The ’90s were worse.”]",
            "[“We left”.]",
        ] {
            assert_eq!(said(&CHECK, marked), None, "{marked}");
        }
    }

    #[test]
    fn marks_that_do_not_balance_are_told() {
        let why = |marked| said(&CHECK, marked).unwrap_or_default();
        assert_eq!(why("[“We left,] she said"), "The quotation mark “ is not closed");
        assert_eq!(why("“[We left,”] she said"), "The quotation mark ” closes nothing");
        assert_eq!(why("“[We left,]” she said"), "The quote is direct and has no quotation marks");
        assert_eq!(why("[She said “we left”]"), "The quote is direct and has words outside its quotation marks");
        assert_eq!(why("[“He said ‘leave,”]"), "The quotation mark ‘ is not closed");
        assert_eq!(
            why("[‘We left the soldiers’ families,] she said"),
            "The quote is direct and has words outside its quotation marks"
        );
        assert_eq!(why("[\"We left,] she said"), "The quotation mark \" is not closed");
    }

    #[test]
    fn marks_just_outside_are_taken_in_and_else_the_quote_is_of_another_kind() {
        let label = |marked| offered(&CHECK, marked).map(|fix| fix.label);
        for marked in ["“[We left],” she said", "[“We left],” she said", "“[We left,”] she said", "«[غادرنا]» قالت"]
        {
            assert_eq!(label(marked).as_deref(), Some("Take the quotation marks in"), "{marked}");
        }
        assert_eq!(label("She said [they left]").as_deref(), Some("Set the kind to Indirect"));
        assert_eq!(label("[She said “we left”]").as_deref(), Some("Set the kind to Mixed"));
        assert_eq!(label("[“We left,] she said"), None);
    }
}
