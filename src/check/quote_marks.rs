use super::{Check, Context, Example, Found, Severity};
use crate::edit::quote_marks::{Role, closers, role};
use crate::model::{Annotation, Details, FieldPath, QuoteKind};

/// A direct quote whose quotation marks do not open, close and balance, or
/// that has words outside them: then it is mixed, or cut in the wrong place.
///
/// Knows the marks of most languages, also those that close with what others
/// open with („…“, »…«), marks within marks, and a paragraph that opens again
/// what the one before left open. ’ between letters is an apostrophe.
pub(super) const CHECK: Check = Check {
    kind: "QuoteMarks",
    severity: Severity::Error,
    run,
    fires: Example { article: "“We left,” she said.\n^^^^^^^^ Quotes", records: &["1 kind = Direct"] },
    silent: Example { article: "“We left,” she said.\n^^^^^^^^^^ Quotes", records: &["1 kind = Direct"] },
};

fn run(context: &Context<'_>, annotation: &Annotation, found: &mut Vec<Found>) {
    let text = context.text;
    let Details::Quotes(quote) = &annotation.details else { return };
    if quote.kind != QuoteKind::Direct {
        return;
    }
    let mut reader = Reader::default();
    for span in annotation.spans.iter() {
        let mut before = text[..span.start()].chars().next_back();
        let mut rest = text.words(span).chars();
        while let Some(c) = rest.next() {
            let after = rest.clone().next().or_else(|| text[span.end()..].chars().next());
            reader.read(before, c, after);
            before = Some(c);
        }
    }
    found.extend(reader.verdict().map(|why| Found::in_field(FieldPath::Kind, why)));
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
                    self.left_open = self.left_open.or(innermost);
                    self.open.truncate(outer);
                }
                None => self.closes_nothing = self.closes_nothing.or(Some(c)),
            },
            Role::Letter => self.has_words_outside |= self.open.is_empty(),
            Role::Other => {}
        }
    }

    fn verdict(self) -> Option<String> {
        if let Some(mark) = self.closes_nothing {
            return Some(format!("The quotation mark {mark} closes nothing"));
        }
        if let Some(mark) = self.left_open.as_ref().or(self.open.last()) {
            return Some(format!("The quotation mark {mark} is not closed"));
        }
        if !self.has_marks {
            return Some("The quote is direct and has no quotation marks".to_owned());
        }
        self.has_words_outside.then(|| "The quote is direct and has words outside its quotation marks".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
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
        assert_eq!(why("[\"We left,] she said"), "The quotation mark \" is not closed");
    }
}
