//! From an article to its proposals.

use std::ops::Range;

use super::attribution::{FoundAttribution, attributions, quotations_alone};
use super::casualties::casualties;
use super::claims::claims;
use super::displacement::displacement;
use super::fields::source;
use super::language::ReadLanguage;
use super::lexicon::EventWords;
use super::proposal::{MAKER, Proposal, Tier};
use super::quotes::quotes;
use super::rank::probability;
use super::rules::{Governed, governed, with_them};
use super::scope::{FoundScope, scopes};
use super::tagged::TaggedText;
use super::words::{LONG_TEXT, Words};
use crate::figures::Language;
use crate::join::join;
use crate::model::{AnnotationId, Article, Category, Details, FieldPath, Scope, ScopeKind, Span, Spans};

/// All that the words of an article state and who is reported in it to say what, both in the order of the text.
pub(super) fn stated(article: &Article) -> (Vec<Proposal>, Vec<FoundAttribution>) {
    let words = Words::of(&article.text);
    let language = Language::of_tag(&article.card.language);
    match ReadLanguage::of(article) {
        ReadLanguage::English => {
            let counted = || Counted::of(TaggedText::of(&words, language, EventWords::english()), false);
            let (counted, reported) = both(article, || attributions(&words), counted);
            let tagged = &counted.tagged;
            let of_counts = || {
                let mut found = counts(article, &counted, &reported);
                found.extend(claims(article, tagged, &reported, &found));
                found
            };
            let (mut found, quotes) = both(article, || quotes(article, Some(tagged), &reported), of_counts);
            found.extend(quotes);
            (sorted(found), reported)
        }
        ReadLanguage::Arabic => {
            let reported = quotations_alone(&words);
            let counted = Counted::of(TaggedText::of(&words, language, EventWords::arabic()), true);
            let mut found = counts(article, &counted, &reported);
            found.extend(quotes(article, None, &reported));
            (sorted(found), reported)
        }
        ReadLanguage::Other => {
            let reported = quotations_alone(&words);
            (quotes(article, None, &reported), reported)
        }
    }
}

/// What `work` and `other` answer; of a long article at one time.
fn both<T, O: Send>(article: &Article, other: impl Fn() -> O + Sync, work: impl FnOnce() -> T) -> (T, O) {
    if article.text.len() < LONG_TEXT { (work(), other()) } else { join(other, work) }
}

fn sorted(mut found: Vec<Proposal>) -> Vec<Proposal> {
    // At one place a count goes before the sentence that it stands in, whose record says less.
    found.sort_by_key(|proposal| (proposal.spans.start(), proposal.category(), proposal.spans.end()));
    found
}

/// The counts of an article in the order of the text, each with how likely it is and how it stands to the others.
struct Counted<'a> {
    tagged: TaggedText<'a>,
    counts: Vec<Governed>,
    sure: Vec<f64>,
    scopes: Vec<FoundScope>,
}

impl<'a> Counted<'a> {
    fn of(tagged: TaggedText<'a>, is_arabic: bool) -> Counted<'a> {
        let governed = governed(&tagged, is_arabic).into_iter();
        let sure = governed.filter_map(|count| probability(&tagged, &count).map(|sure| (count, sure)));
        let (counts, sure): (Vec<Governed>, Vec<f64>) = sure.unzip();
        let scopes = scopes(&tagged, &counts);
        Counted { tagged, counts, sure, scopes }
    }
}

/// The figures of an article that its words say are of casualties or displacement, in the order of the text; `reported`
/// tells by whose account.
fn counts(article: &Article, counted: &Counted<'_>, reported: &[FoundAttribution]) -> Vec<Proposal> {
    let Counted { tagged, counts, sure, scopes } = counted;
    let ids: Vec<AnnotationId> = counts.iter().map(|count| id(article, tagged, count)).collect();
    let mut proposals = Vec::with_capacity(counts.len());
    for (n, count) in counts.iter().enumerate() {
        let Some(span) = marked(tagged, count) else { continue };
        let parts = parts(counts, scopes, n);
        let of = scopes[n].of.map(|of| ids[of]);
        let scope = Scope { kind: scopes[n].kind, of, ..Scope::default() };
        let published = article.card.published;
        let (mut details, mut fields) = if count.meaning.is_harm() {
            let (mut record, fields) = casualties(tagged, count, &parts, published);
            record.scope = scope;
            (Details::Casualties(record), fields)
        } else {
            let (mut record, fields) = displacement(tagged, count, published);
            record.scope = scope;
            (Details::Displacement(record), fields)
        };
        let figure = tagged.span(&tagged.mentions[count.mention].figure);
        if let Some(found) = figure.and_then(|figure| source(reported, figure)) {
            fields.attribute_count(tagged, found, details.attribution_mut());
        }
        fields.note(tagged, FieldPath::Scope, scopes[n].cue.as_ref(), Tier::of(sure[n]));
        proposals.push(Proposal {
            id: ids[n],
            spans: Spans::from(span),
            details,
            maker: MAKER.to_owned(),
            rule: count.rule.to_owned(),
            why: why(tagged, count, &scopes[n], scopes[n].of.map(|of| &counts[of])),
            basis: basis(tagged, count, &scopes[n]),
            probability: sure[n],
            tier: Tier::of(sure[n]),
            fields: fields.0,
        });
    }
    proposals
}

/// The counts that are parts of count `whole`.
fn parts<'c>(counts: &'c [Governed], scopes: &[FoundScope], whole: usize) -> Vec<&'c Governed> {
    // Parts stand near their whole, and an article may hold many counts.
    const FARTHEST: usize = 40;
    let end = counts.len().min(whole + FARTHEST);
    (whole + 1..end)
        .filter(|&n| scopes[n].kind == ScopeKind::PartOf && scopes[n].of == Some(whole))
        .map(|n| &counts[n])
        .collect()
}

/// The words to mark: the number with its noun, and with what governs it where that stands right by.
fn marked(tagged: &TaggedText<'_>, count: &Governed) -> Option<Span> {
    let phrase = tagged.mentions[count.mention].phrase.clone();
    let span = tagged.span(&joined(tagged, &phrase, count))?;
    // An Arabic conjunction is written to its word and stands outside a mark.
    let first = tagged
        .words
        .text()
        .words(span)
        .chars()
        .next()
        .filter(|letter| count.rule == "arabic" && matches!(letter, 'و' | 'ف'));
    let is_of_word = tagged.span(&(count.governor.start..count.governor.start + 1)).is_some_and(|word| {
        word.start() == span.start() && EventWords::arabic().of(tagged.word(count.governor.start)).is_empty()
    });
    match first {
        Some(letter) if is_of_word => Span::new(span.start() + letter.len_utf8(), span.end()),
        _ => Some(span),
    }
}

/// Tokens between a number and its governor within which both are one phrase.
const NEAR: usize = 3;

fn joined(tagged: &TaggedText<'_>, phrase: &Range<usize>, count: &Governed) -> Range<usize> {
    let governor = &count.governor;
    // "among the dead were three children": what makes them a part stands before them and is no word of theirs.
    let is_part = count.part.is_some() && (count.rule == "apposition" || governor.start < phrase.start);
    let gap = if governor.start >= phrase.end {
        governor.start - phrase.end
    } else {
        phrase.start.saturating_sub(governor.end)
    };
    let is_toll = matches!(count.rule, "toll" | "event-of");
    if is_part {
        return with_them(tagged, count.mention);
    }
    if gap > NEAR && !is_toll {
        return phrase.clone();
    }
    // "the death toll": what kind of toll belongs to it.
    let is_of_deaths =
        governor.start > 0 && tagged.is_one_of(governor.start - 1, &["death", "casualty"]) && count.rule == "toll";
    let start = phrase.start.min(governor.start - usize::from(is_of_deaths));
    let all = start..phrase.end.max(governor.end);
    // Between "killed five soldiers and three nurses" another count stands, which marks its own words.
    let is_parted = (all.start..all.end).any(|at| {
        let other = tagged.mention_at(at);
        other.is_some_and(|other| other != count.mention)
    });
    if is_parted { phrase.clone() } else { all }
}

fn basis(tagged: &TaggedText<'_>, count: &Governed, scope: &FoundScope) -> Vec<Span> {
    let phrase = &tagged.mentions[count.mention].phrase;
    let ranges = [Some(&count.governor), Some(phrase), scope.cue.as_ref()];
    let mut spans: Vec<Span> = ranges.into_iter().flatten().filter_map(|range| tagged.span(range)).collect();
    spans.sort();
    spans.dedup();
    spans
}

/// "**killed** governs **at least 46 people**; **including** makes them a part of **60 people**".
fn why(tagged: &TaggedText<'_>, count: &Governed, scope: &FoundScope, other: Option<&Governed>) -> String {
    let words = |range: &Range<usize>| {
        let words = tagged.span(range).map(|span| tagged.words.text().words(span)).unwrap_or_default();
        format!("**{}**", words.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let phrase = words(&tagged.mentions[count.mention].phrase);
    let mut why = format!("{} governs {phrase}", words(&count.governor));
    let whole = other.map(|other| words(&tagged.mentions[other.mention].phrase)).unwrap_or_default();
    let cue = scope.cue.as_ref().map(words);
    let sentence = match (scope.kind, cue) {
        (ScopeKind::PartOf, Some(cue)) => format!("{cue} makes them a part of {whole}"),
        (ScopeKind::PartOf, None) => format!("with the others it adds up to {whole}"),
        (ScopeKind::SameAs, _) => format!("the same number and harm as {whole}: said again"),
        (ScopeKind::UpdateOf, Some(cue)) => format!("{cue} makes it a later figure in place of {whole}"),
        (ScopeKind::Additional, Some(cue)) => format!("{cue} puts them on top of {whole}"),
        (ScopeKind::Cumulative, Some(cue)) => format!("{cue} makes it a running toll"),
        _ => return why,
    };
    why.push_str("; ");
    why.push_str(&sentence);
    why
}

fn id(article: &Article, tagged: &TaggedText<'_>, count: &Governed) -> AnnotationId {
    let category = if count.meaning.is_harm() { Category::Casualties } else { Category::Displacement };
    match marked(tagged, count) {
        Some(span) => Proposal::id_of(article.text.sha256(), category, &Spans::from(span), count.rule),
        None => AnnotationId::from_u64(0),
    }
}
