//! By whose account a mark may be, as several places of the article may state it.

use std::cmp::Ordering;

use super::article_proposals::ArticleProposals;
use super::attribution::FoundAttribution;
use super::carried::carried_from;
use super::field_proposal::{FieldProposal, ProposedValue};
use super::marked::shared;
use super::proposal::{Proposal, Tier};
use super::source_row::source_row;
use crate::edit::sentences_around;
use crate::model::{Anchored, Annotation, Attribution, AttributionPart, FieldPath, FieldValue, Project, Sources, Span};

/// Who said it and with which word, from one place: source, words and cue are never mixed from two.
#[derive(Clone, Debug)]
pub(super) struct Account {
    /// The row of the table of sources, as [`ProposedValue::Source`].
    pub row: Option<ProposedValue>,
    /// The words that name the row.
    pub named: Option<Span>,
    pub words: Option<Anchored<String>>,
    pub cue: Option<Anchored<String>>,
    pub tier: Tier,
    pub why: String,
    pub rule: String,
}

/// The name of the rule that reads an account off the attribution of the words.
const ATTRIBUTION: &str = "attribution";

/// The name of the rule that finds the row of the words that a mark has already.
const NAMED_AS: &str = "named-as";

/// What is proposed of source, words and cue of a mark: by the words that it has, by its own proposal, by the attribution
/// around it, by its sentence, by the marks before it, by its paragraph; the first of these that fits what it says.
pub(super) fn account_fields(
    stated: &ArticleProposals,
    project: &Project,
    mark: &Annotation,
    own: Option<&Proposal>,
) -> Vec<FieldProposal> {
    let held = mark.details.attribution();
    if held.source.is_some() && held.words.is_some() && held.cue.is_some() {
        return Vec::new();
    }
    let sources = project.sources();
    let fits = |account: &Account| fits(account, held);
    let of = |found: &FoundAttribution| of_attribution(stated, sources, found);
    let account = own
        .and_then(|own| of_proposal(stated, sources, own))
        .filter(fits)
        .or_else(|| around(stated, mark).map(of).filter(fits))
        .or_else(|| in_sentence(stated, mark).map(of).map(|account| account.possible("the same sentence")).filter(fits))
        .or_else(|| carried_from(project, mark, |before| of_mark_before(project, before)).filter(fits))
        .or_else(|| in_paragraph(stated, mark).map(of).map(|one| one.possible("the same paragraph")).filter(fits))
        .or_else(|| named_as(sources, held));
    account.map(|account| account.fields(held)).unwrap_or_default()
}

impl Account {
    /// The fields that `held` knows nothing of.
    fn fields(self, held: &Attribution) -> Vec<FieldProposal> {
        let Account { row, named, words, cue, tier, why, rule } = self;
        let field = |part, value, at| FieldProposal {
            field: FieldPath::Attribution(part),
            value,
            at,
            tier,
            why: why.clone(),
            rule: rule.clone(),
        };
        let at = |words: &Anchored<String>| words.anchor.as_ref().and_then(|anchor| anchor.at);
        let taken = |part, words: Anchored<String>| {
            let at = at(&words);
            field(part, ProposedValue::Value(FieldValue::Words(Some(words))), at)
        };
        let row = row.filter(|_| held.source.is_none()).map(|row| field(AttributionPart::Source, row, named));
        let words = words.filter(|_| held.words.is_none()).map(|words| taken(AttributionPart::Words, words));
        let cue = cue.filter(|_| held.cue.is_none()).map(|cue| taken(AttributionPart::Cue, cue));
        [row, words, cue].into_iter().flatten().collect()
    }

    /// The same as what is only near the mark, at `place`.
    fn possible(self, place: &str) -> Account {
        Account { tier: Tier::Possible, why: format!("{place}: {}", self.why), ..self }
    }
}

/// Whether an account is of whom the mark names already.
fn fits(account: &Account, held: &Attribution) -> bool {
    let row = match &account.row {
        Some(ProposedValue::Source { known, .. }) => *known,
        _ => None,
    };
    let is_row = held.source.is_none() || held.source == row;
    let is_named = held.words.as_ref().is_none_or(|own| {
        account.words.as_ref().is_some_and(|words| words.value.to_lowercase() == own.value.to_lowercase())
    });
    is_row && is_named
}

/// The row of the words that the mark has.
fn named_as(sources: &Sources, held: &Attribution) -> Option<Account> {
    let words = held.words.as_ref()?;
    Some(Account {
        row: Some(source_row(sources, &words.value)?),
        named: words.anchor.as_ref().and_then(|anchor| anchor.at),
        words: None,
        cue: None,
        tier: Tier::Likely,
        why: format!("named as **{}**", words.value),
        rule: NAMED_AS.to_owned(),
    })
}

fn of_proposal(stated: &ArticleProposals, sources: &Sources, proposal: &Proposal) -> Option<Account> {
    let attribution = proposal.details.attribution();
    let noted = |part| proposal.fields.iter().find(|noted| noted.field == FieldPath::Attribution(part));
    let words = noted(AttributionPart::Words);
    let named = noted(AttributionPart::Source).or(words)?;
    let name = Anchored::taken(stated.text(), named.at?).value;
    Some(Account {
        row: source_row(sources, &name),
        named: named.at,
        words: attribution.words.clone(),
        cue: attribution.cue.clone(),
        tier: named.tier,
        why: named.why.clone(),
        rule: proposal.rule.clone(),
    })
}

fn of_attribution(stated: &ArticleProposals, sources: &Sources, found: &FoundAttribution) -> Account {
    let text = stated.text();
    let taken = |span: Option<Span>| span.map(|span| Anchored::taken(text, span));
    let named = found.speaker.or(found.source);
    Account {
        row: named.and_then(|named| source_row(sources, &Anchored::taken(text, named).value)),
        named,
        words: taken(found.source),
        cue: taken(found.cue),
        tier: found.tier,
        why: found.why(text),
        rule: ATTRIBUTION.to_owned(),
    }
}

/// By whose account the mark before is.
fn of_mark_before(project: &Project, before: &Annotation) -> Option<Account> {
    let attribution = before.details.attribution();
    let source = project.sources().get(attribution.source?)?;
    Some(Account {
        row: Some(ProposedValue::Source { known: Some(source.id), name: source.name.clone() }),
        named: attribution.words.as_ref().and_then(|words| words.anchor.as_ref()?.at),
        words: attribution.words.clone(),
        cue: attribution.cue.clone(),
        tier: Tier::Possible,
        // Said by who carries it over.
        why: String::new(),
        rule: String::new(),
    })
}

/// The attribution whose content has most of the words of a mark; of several as good the surest.
pub(super) fn around<'s>(stated: &'s ArticleProposals, mark: &Annotation) -> Option<&'s FoundAttribution> {
    let common = |found: &FoundAttribution| shared(found.content.as_slice(), mark.spans.as_slice());
    surest(stated, |found| common(found) > 0, |one, other| common(one).cmp(&common(other)))
}

/// The surest attribution of which any part stands in the sentence of a mark.
fn in_sentence<'s>(stated: &'s ArticleProposals, mark: &Annotation) -> Option<&'s FoundAttribution> {
    let sentence = sentences_around(stated.text(), mark.spans.start(), mark.spans.start())?;
    named_within(stated, sentence)
}

/// The surest attribution of which any part stands in the paragraph of a mark.
fn in_paragraph<'s>(stated: &'s ArticleProposals, mark: &Annotation) -> Option<&'s FoundAttribution> {
    let text = stated.text();
    let paragraph = text.paragraphs()[text.paragraph_at(mark.spans.start())].span()?;
    named_within(stated, paragraph)
}

fn named_within(stated: &ArticleProposals, place: Span) -> Option<&FoundAttribution> {
    let is_within = |found: &FoundAttribution| found.source.is_some_and(|source| place.encloses(source));
    surest(stated, is_within, |_, _| Ordering::Equal)
}

fn surest(
    stated: &ArticleProposals,
    fits: impl Fn(&FoundAttribution) -> bool,
    order: impl Fn(&FoundAttribution, &FoundAttribution) -> Ordering,
) -> Option<&FoundAttribution> {
    let fitting = stated.reported.iter().filter(|found| fits(found));
    fitting.max_by(|one, other| order(one, other).then_with(|| one.probability.total_cmp(&other.probability)))
}
