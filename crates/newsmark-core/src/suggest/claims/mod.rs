//! Statements that could be checked, derived from sentences, their attributions and the counts in them.
//!
//! A statement is what is reported in a sentence, or the sentence. What it claims is told by rules (`kind`), how worth
//! checking it is by a handful of named signs (`signs`, `worth`). Only a quantity or a responsibility that somebody
//! claims who is named is likely: whether an editor wants the rest as a claim is a matter of the article.

mod contradiction;
mod kind;
mod signs;
mod statement;
mod wanted;
mod worth;

pub use signs::{N_SIGNS, SIGN_NAMES, Signs};

use std::ops::Range;

use contradiction::{Contradiction, contradictions};
use kind::{Asserted, asserted};
use signs::{is_figure, signs};
use statement::{Statement, statements};
use wanted::{can_be_denied, is_wanted};
use worth::worth;

use super::attribution::FoundAttribution;
use super::fields::{Fields, certainty_of_cue};
use super::lexicon::{EventWords, WordClass};
use super::proposal::{MAKER, Proposal, Tier};
use super::tagged::TaggedText;
use super::words::Words;
use crate::figures::Language;
use crate::model::{Article, AttributionPart, Category, Certainty, ClaimKind, Claims, Details, FieldPath, Span, Text};

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
        let against = own.iter().find_map(|count| against.get(&count.id));
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
    let is_denied = certainty.as_ref().is_some_and(|certainty| {
        certainty.value == Certainty::Denied && can_be_denied(tagged, statement, &certainty.at)
    });
    let (kind, rule, at) = match (asserted(tagged, statement), against) {
        (found, Some(_)) => (found.map_or(ClaimKind::Quantity, |found| found.kind), "contradiction", None),
        (found, None) if is_denied => {
            let kind = found.map_or(ClaimKind::Event, |found| found.kind);
            (kind, "denial", certainty.as_ref().map(|certainty| certainty.at.clone()))
        }
        (Some(Asserted { kind, rule, at }), None) => (kind, rule, Some(at)),
        (None, None) => return None,
    };
    let signs = signs(tagged, statement);
    let worth = worth(&signs);
    // What somebody foresees, denies or lays at another's door is one whatever its other words are.
    let is_settled =
        against.is_some() || is_denied || statement.by.is_some() && matches!(rule, "prediction" | "responsibility");
    if !is_settled && !is_wanted(tagged, statement, rule, &signs, worth) {
        return None;
    }
    let is_counted = is_only_counts(tagged, statement, own);
    // The article's own count is a record already, and its claim would say the same.
    if statement.by.is_none() && is_counted && !is_settled {
        return None;
    }
    let (probability, tier) = likelihood(tagged, statement, rule, worth, is_counted);
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

/// How likely an editor would call it a claim to check, from 0 to 1, and of which tier that is.
fn likelihood(
    tagged: &TaggedText<'_>,
    statement: &Statement<'_>,
    rule: &str,
    worth: f64,
    is_counted: bool,
) -> (f64, Tier) {
    // Below the likely tier however worth it is, as the signs know nothing of what the article is about.
    const MOST: f64 = 0.85;
    // A quantity that somebody names who is named is a claim for certain; whether the editor wants it is not.
    const MOST_LIKELY: f64 = 0.95;
    // A named source alone does not make of small talk a claim: as likely worth checking as not.
    const WORTH: f64 = 0.5;
    let is_sure = matches!(rule, "quantity" | "extreme") && !is_counted && worth >= WORTH || rule == "responsibility";
    // From this probability on nine of ten attributions have their content and source right, and the number stands in
    // the sentence however far its content reaches.
    const CLAIMED: f64 = 0.8;
    match statement.by.filter(|found| is_sure && found.probability >= CLAIMED && is_named(tagged, found)) {
        Some(found) => (found.probability.min(MOST_LIKELY), Tier::Likely),
        None => (worth * MOST, Tier::Possible),
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
    let whole = 0..words.tokens().len();
    let statement = Statement { words: Vec::from([whole]), by: None };
    let signs = signs(&tagged, &statement);
    (signs, worth(&signs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::testing::{all_proposed, unmarked};

    /// The claims that are proposed in an English text, as "Tier rule kind: words".
    fn lines(text: &str) -> Vec<String> {
        let (text, found) = all_proposed(&unmarked(text));
        let line = |proposal: &Proposal| match &proposal.details {
            Details::Claims(record) => {
                let words: Vec<&str> = proposal.spans.iter().map(|span| text.words(span)).collect();
                let kind = record.kind.name();
                Some(format!("{} {} {kind}: {}", proposal.tier.name(), proposal.rule, words.join(" … ")))
            }
            _ => None,
        };
        found.iter().filter_map(line).collect()
    }

    #[test]
    fn what_a_named_source_says_of_amounts_and_of_guilt_is_a_likely_claim() {
        for (text, expected) in [
            (
                "The ministry said exports had grown by 12 percent since 2019.",
                "Likely quantity Quantity: exports had grown by 12 percent since 2019",
            ),
            (
                "The mayor said the city had spent $40 million on the bridge.",
                "Likely quantity Quantity: the city had spent $40 million on the bridge",
            ),
            (
                "“It was the worst flood since 1953, and the town lost 60 percent of its houses,” the governor said.",
                "Likely extreme Quantity: It was the worst flood since 1953, and the town lost 60 percent of its houses",
            ),
            (
                "“Government forces shelled the market on Monday,” the governor said.",
                "Likely responsibility Responsibility: Government forces shelled the market on Monday",
            ),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_to_come_and_what_is_denied_are_possible_claims() {
        for (text, expected) in [
            (
                "The ministry said prices will rise again in the spring.",
                "Possible prediction Prediction: prices will rise again in the spring",
            ),
            (
                "The army denied that its planes had struck the market.",
                "Possible denial Event: that its planes had struck the market",
            ),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_count_against_another_by_somebody_else_contradicts_it() {
        let text = "At least 46 people were killed, the monitor said.\n\n12 people were killed, the army said.";
        let found = lines(text);
        assert!(found.iter().any(|line| line.starts_with("Possible contradiction")), "{found:?}");
        let (_, found) = all_proposed(&unmarked(text));
        let why = found.iter().find(|one| one.rule == "contradiction").map(|one| one.why.clone()).unwrap_or_default();
        assert!(
            why.starts_with("**12 people were killed** stands against **At least 46 people were killed**"),
            "{why}"
        );
    }

    #[test]
    fn questions_feelings_dates_and_ages_are_no_likely_claims() {
        for text in [
            "“Why were 12 percent of the houses empty?” the mayor asked.",
            "“I think that we should all be proud of it,” the mayor said.",
            "The mayor, 54, said on 12 March that the bridge was old.",
            "The mayor said the two of them met at 8:30.",
            "“Thirty years ago nobody here would have asked for a bridge,” the mayor said.",
            "The captain said the team of Tarn had won 3 – 2.",
            "It rained all night in Tarn.",
        ] {
            assert!(lines(text).iter().all(|line| !line.starts_with("Likely")), "{text}: {:?}", lines(text));
        }
    }

    #[test]
    fn what_nobody_would_check_is_no_claim() {
        for text in [
            "Both sides scored three goals in the first half.",
            "Tarn beat Oslen 3 – 1 on Saturday, with two late goals by Ilo Bast.",
            "He paid 40 euros for the lamp in 2019.",
            "Hundreds of visitors came to the fair on Saturday and Sunday.",
            "Last update: Sunday 25 August 2019, 15:55 GMT, with 3 pictures.",
            "The keeper was replaced in the second half due to an injury.",
            "The two families were denied visas to enter the country.",
            "The two families went to the town. They were twice denied visas to enter the country.",
            "The mayor said he had taken his children to the fair in Oslen.",
            "“That is how we built it in ’08 and ’12,” the mayor said.",
        ] {
            assert_eq!(lines(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn statistics_of_the_article_and_harm_that_somebody_tells_are_possible_claims() {
        for (text, expected) in [
            (
                "Exports of timber have grown by 12 percent since 2019.",
                "Possible quantity Quantity: Exports of timber have grown by 12 percent since 2019",
            ),
            (
                "One in three houses of the valley has been empty since 2015.",
                "Possible quantity Quantity: One in three houses of the valley has been empty since 2015",
            ),
            (
                "Residents said the rebels had fired shells at the market in 2019.",
                "Possible event Event: the rebels had fired shells at the market in 2019",
            ),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_count_that_is_a_record_by_itself_is_no_likely_claim_too() {
        let found = lines("At least 14 farmers were killed near Tarn on Monday, the hospital said.");
        assert!(found.iter().all(|line| !line.starts_with("Likely")), "{found:?}");
        assert_eq!(lines("At least 14 farmers were killed near Tarn on Monday."), Vec::<String>::new());
    }
}
