//! Statements that could be checked, derived from sentences, their attributions and the counts in them.
//!
//! A statement is what is reported in a sentence, or the sentence. What it claims is told by rules ([`kind`]), how worth
//! checking it is by a handful of named signs ([`signs`], [`worth`]). Only a quantity or a responsibility that somebody
//! claims who is named is likely: whether an editor wants the rest as a claim is a matter of the article.

mod contradiction;
mod kind;
mod signs;
mod statement;
mod worth;

pub use signs::{N_SIGNS, SIGN_NAMES, Signs};

use std::ops::Range;

use contradiction::{Contradiction, contradictions};
use kind::{Asserted, asserted};
use signs::{is_figure, signs};
use statement::{Statement, statements};
use worth::worth;

use super::attribution::{FoundAttribution, LIKELY};
use super::fields::{Fields, certainty_of_cue};
use super::lexicon::{EventWords, WordClass};
use super::proposal::{MAKER, Proposal, Tier};
use super::tagged::TaggedText;
use super::words::Words;
use crate::figures::Language;
use crate::model::{Article, AttributionPart, Category, Certainty, ClaimKind, Claims, Details, FieldPath, Span, Text};

/// What is less worth checking is not proposed, where somebody is reported to say it, and where the article says it.
const LEAST_REPORTED: f64 = 0.3;
const LEAST_STATED: f64 = 0.6;

/// The proposals of claims, in the order of the text. `counts` are those of casualties and displacement in it.
pub(super) fn claims(
    article: &Article,
    tagged: &TaggedText<'_>,
    reported: &[FoundAttribution],
    counts: &[Proposal],
) -> Vec<Proposal> {
    let against = contradictions(&article.text, counts);
    let mut next = 0;
    let mut found = Vec::new();
    for statement in statements(tagged, reported) {
        let Some(spans) = statement.spans(tagged) else { continue };
        while counts.get(next).is_some_and(|count| count.spans.end() <= spans.start()) {
            next += 1;
        }
        let own: Vec<&Proposal> = counts[next..]
            .iter()
            .take_while(|count| count.spans.start() < spans.end())
            .filter(|count| spans.iter().any(|span| span.overlaps(count.spans.as_slice()[0])))
            .collect();
        let against = own.iter().find_map(|count| contradiction::of_count(&against, count.id));
        found.extend(claim(article, tagged, &statement, &own, against));
    }
    found
}

/// The claim of a statement in which the counts `own` stand; `None` where it claims nothing that is worth a proposal.
fn claim(
    article: &Article,
    tagged: &TaggedText<'_>,
    statement: &Statement<'_>,
    own: &[&Proposal],
    against: Option<&Contradiction<'_>>,
) -> Option<Proposal> {
    let text = &article.text;
    let spans = statement.spans(tagged)?;
    let cue = statement.by.and_then(|found| found.cue).map(|cue| tokens_of(tagged, cue));
    let certainty = certainty_of_cue(tagged, cue.as_ref());
    let is_denied = certainty.as_ref().is_some_and(|certainty| certainty.value == Certainty::Denied);
    let (kind, rule, at) = match (asserted(tagged, statement), against) {
        (found, Some(_)) => (found.map_or(ClaimKind::Quantity, |found| found.kind), "contradiction", None),
        (found, None) if is_denied => {
            let kind = found.map_or(ClaimKind::Event, |found| found.kind);
            (kind, "denial", certainty.as_ref().map(|certainty| certainty.at.clone()))
        }
        (Some(Asserted { kind, rule, at }), None) => (kind, rule, Some(at)),
        (None, None) => return None,
    };
    let worth = worth(&signs(tagged, statement));
    let is_settled = against.is_some() || is_denied;
    let least = if statement.by.is_some() { LEAST_REPORTED } else { LEAST_STATED };
    if worth < least && !is_settled {
        return None;
    }
    let is_counted = is_only_counts(tagged, statement, own);
    // The article's own count is a record already, and its claim would say the same.
    if statement.by.is_none() && is_counted && !is_settled {
        return None;
    }
    let probability = probability(tagged, statement, rule, worth, is_counted);
    let tier = Tier::of(probability);
    let (mut record, mut fields) = (Claims { kind, ..Claims::default() }, Fields::default());
    fields.note(tagged, FieldPath::Kind, at.as_ref(), tier);
    if let Some(found) = statement.by {
        fields.attribute(text, found, &mut record.attribution);
    }
    if let Some(certainty) = certainty {
        record.attribution.certainty = certainty.value;
        let field = FieldPath::Attribution(AttributionPart::Certainty);
        fields.note(tagged, field, Some(&certainty.at), certainty.tier);
    }
    let own_words = at.as_ref().and_then(|at| tagged.span(at));
    let by = statement.by.map(|found| [found.source, found.cue]);
    let mut basis: Vec<Span> = own_words.into_iter().chain(by.into_iter().flatten().flatten()).collect();
    basis.sort();
    basis.dedup();
    Some(Proposal {
        id: Proposal::id_of(text.sha256(), Category::Claims, &spans, rule),
        spans,
        details: Details::Claims(record),
        maker: MAKER.to_owned(),
        rule: rule.to_owned(),
        why: why(text, rule, own_words, against, statement.by),
        basis,
        probability,
        tier,
        fields: fields.0,
    })
}

/// How likely an editor would call it a claim to check, from 0 to 1.
fn probability(tagged: &TaggedText<'_>, statement: &Statement<'_>, rule: &str, worth: f64, is_counted: bool) -> f64 {
    // Below the likely tier however worth it is, as the signs know nothing of what the article is about.
    const MOST: f64 = 0.85;
    // A quantity that somebody names who is named is a claim for certain; whether the editor wants it is not.
    const MOST_LIKELY: f64 = 0.95;
    // A named source alone does not make of small talk a claim: as likely worth checking as not.
    const WORTH: f64 = 0.5;
    let is_sure = matches!(rule, "quantity" | "extreme") && !is_counted && worth >= WORTH || rule == "responsibility";
    match statement.by.filter(|found| is_sure && found.probability >= LIKELY && is_named(tagged, found)) {
        Some(found) => found.probability.min(MOST_LIKELY),
        None => worth * MOST,
    }
}

/// Whether the claimant is more than a pronoun of nobody known.
fn is_named(tagged: &TaggedText<'_>, found: &FoundAttribution) -> bool {
    let is_noun = |source: Span| {
        let first = tokens_of(tagged, source).start;
        !matches!(tagged.class(first), Some(WordClass::Pronoun | WordClass::Relative))
    };
    found.speaker.is_some() || found.source.is_some_and(is_noun)
}

/// Whether all numbers of a statement are those of counts that are proposed by themselves.
fn is_only_counts(tagged: &TaggedText<'_>, statement: &Statement<'_>, own: &[&Proposal]) -> bool {
    let is_of_count = |at: usize| {
        let span = tagged.span(&(at..at + 1));
        let holds = |count: &&Proposal| count.spans.iter().any(|own| span.is_some_and(|span| own.encloses(span)));
        own.iter().any(holds)
    };
    !own.is_empty() && statement.tokens().filter(|&at| is_figure(tagged, at)).all(is_of_count)
}

fn tokens_of(tagged: &TaggedText<'_>, span: Span) -> Range<usize> {
    let tokens = tagged.words.tokens();
    let first = tokens.partition_point(|token| token.span.end() <= span.start());
    first..tokens.partition_point(|token| token.span.start() < span.end()).max(first)
}

fn why(
    text: &Text,
    rule: &str,
    at: Option<Span>,
    against: Option<&Contradiction<'_>>,
    by: Option<&FoundAttribution>,
) -> String {
    let words = at.map(|at| text.words(at).split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
    let says = match rule {
        "responsibility" => "says who did it",
        "quantity" => "is a quantity",
        "extreme" => "compares it with all others",
        "prediction" => "says what is to come",
        "rule-of-law" => "says what the law is",
        "correlation" => "ties one thing to another",
        "denial" => "says that it does not hold",
        _ => "says that it happened",
    };
    let mut why = match against {
        Some(against) => contradiction::why(text, against),
        None => format!("**{words}** {says}"),
    };
    if let Some(found) = by {
        why.push_str("; ");
        why.push_str(&found.why(text));
    }
    why
}

/// The signs of a text that is one statement, and how worth checking they make it, from 0 to 1: for whoever weighs the
/// signs on sentences that people judged.
///
/// ```
/// use newsmark_core::model::Text;
/// use newsmark_core::suggest::claims::worth_of;
///
/// let worth = |sentence: &str| worth_of(&Text::new(sentence.to_owned())).1;
/// assert!(worth("Unemployment fell by 3 percent in 2019.") > worth("Thank you, it is good to be here."));
/// ```
pub fn worth_of(sentence: &Text) -> (Signs, f64) {
    let words = Words::of(sentence);
    let tagged = TaggedText::of(&words, Language::of_tag("en"), EventWords::english());
    let statement = Statement { words: vec![0..words.tokens().len()], by: None };
    let signs = signs(&tagged, &statement);
    (signs, worth(&signs))
}
