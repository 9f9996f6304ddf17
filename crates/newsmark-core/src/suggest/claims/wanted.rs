//! Which statements somebody who checks facts would look at: most sentences with a number are of no use as a claim.

use std::ops::Range;

use super::kind::is_ratio;
use super::signs::{Signs, has_sign, is_figure};
use super::statement::Statement;
use crate::model::ParagraphKind;
use crate::suggest::lexicon::{Circumstances, WordClass, WordList};
use crate::suggest::tagged::TaggedText;

/// What is less worth checking is not proposed, where somebody is reported to say it, and where the article says it.
const LEAST_REPORTED: f64 = 0.3;
const LEAST_STATED: f64 = 0.6;

/// A number that somebody names is worth checking somewhat sooner than a sentence of the same words without one.
const LEAST_QUANTITY: f64 = 0.4;

/// What somebody says that happened or why is told in every other sentence of news: unless it is of harm, only what is
/// somewhat more worth checking than an even chance.
const LEAST_EVENT: f64 = 0.65;

/// Whether a statement that `rule` found, with these signs and this worth, is worth a proposal.
pub(super) fn is_wanted(
    tagged: &TaggedText<'_>,
    statement: &Statement<'_>,
    rule: &str,
    signs: &Signs,
    worth: f64,
) -> bool {
    let is_grave = || is_of_harm(tagged, statement);
    if statement.by.is_some() {
        let least = match rule {
            "quantity" => LEAST_QUANTITY,
            "event" | "correlation" if !is_grave() => LEAST_EVENT,
            _ => LEAST_REPORTED,
        };
        return worth >= least;
    }
    // A heading says what the text under it says, and a line without a verb is a table, a date or an address.
    let is_sentence = !is_in_heading(tagged, statement) && statement.tokens().any(|at| is_verb(tagged, at));
    let is_of_use = match rule {
        "quantity" => is_statistic(tagged, statement, signs) || is_grave(),
        // "was replaced due to an injury" tells a story and ties no two things together.
        "correlation" => is_statistic(tagged, statement, signs),
        _ => true,
    };
    worth >= LEAST_STATED && is_sentence && is_of_use
}

/// Whether what the cue at the tokens `cue` denies can hold or not: a clause, or the noun of a deed. "They were denied
/// visas" and "the court denied the motion" deny nothing that could be checked.
pub(super) fn can_be_denied(tagged: &TaggedText<'_>, statement: &Statement<'_>, cue: &Range<usize>) -> bool {
    // "were denied", "were twice denied", and a cue of "were" and "denied".
    let is_passive = (cue.start.saturating_sub(2)..cue.start + 1).any(|at| tagged.is_be(at));
    if is_passive {
        return false;
    }
    const NOUNS: WordList = WordList::of(
        "responsibility involvement role charge charges allegation allegations accusation accusations claim claims report \
        reports rumour rumours rumor rumors wrongdoing guilt suggestion suggestions link links existence",
    );
    let is_deed = |at: usize| tagged.is_in(at, &NOUNS) || tagged.word(at).ends_with("ing") && tagged.word(at).len() > 5;
    statement.tokens().any(|at| is_verb(tagged, at) || is_deed(at)) || is_of_harm(tagged, statement)
}

/// Whether it tells a share, or a large number or an amount of money that is compared, changes or concerns the public.
fn is_statistic(tagged: &TaggedText<'_>, statement: &Statement<'_>, signs: &Signs) -> bool {
    const FACTORS: WordList = WordList::of("fold majority doubled tripled quadrupled halved");
    let is_share = statement.tokens().any(|at| {
        tagged.is_one_of(at, &["%", "percent", "pct", "percentage"])
            || tagged.word(at) == "cent" && tagged.is_one_of(at.saturating_sub(1), &["per", "-"])
            || tagged.is_in(at, &FACTORS)
            || is_ratio(tagged, at)
    });
    let has = |names: &[&str]| names.iter().any(|name| has_sign(signs, name));
    let is_large = has(&["share or money", "large number"]) || statement.tokens().any(|at| is_large(tagged, at));
    let is_public = has(&["change", "comparison", "extreme", "public affairs"]);
    is_share || is_large && is_public
}

/// Whether token `at` is a number of four digits and more that is no year.
fn is_large(tagged: &TaggedText<'_>, at: usize) -> bool {
    let n_digits = tagged.word(at).bytes().filter(u8::is_ascii_digit).count();
    n_digits >= 4 && is_figure(tagged, at)
}

/// Whether it tells of harm to people, of a weapon or of a disaster.
fn is_of_harm(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> bool {
    let words = Circumstances::english();
    statement.tokens().any(|at| {
        let is_harm = tagged.events(at).any(|event| event.meaning.is_harm() && !event.is_weak);
        let word = tagged.word(at);
        let is_cause = words.begins_cause(word)
            && (words.cause(word).is_some() || words.cause(&format!("{word} {}", tagged.word(at + 1))).is_some());
        is_harm || is_cause
    })
}

/// Whether token `at` is a verb of a clause.
fn is_verb(tagged: &TaggedText<'_>, at: usize) -> bool {
    let is_listed = tagged.verb_form(at).is_some() || tagged.class(at).is_none() && tagged.word(at).ends_with("ed");
    // "Last Update" and "United" are of a line or a name.
    let is_capital = tagged.words.word(at).starts_with(char::is_uppercase);
    tagged.is_finite(at) || is_listed && !is_capital && !tagged.is(at, WordClass::Noun)
}

fn is_in_heading(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> bool {
    let first = statement.tokens().next().and_then(|at| tagged.span(&(at..at + 1)));
    let text = tagged.words.text();
    first.is_some_and(|first| text.paragraphs()[text.paragraph_at(first.start())].kind == ParagraphKind::Heading)
}
