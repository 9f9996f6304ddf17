//! What is stated of a count that an editor marked and no rule proposes.

use super::casualties::casualties;
use super::displacement::displacement;
use super::language::ReadLanguage;
use super::lexicon::{EventWords, Meaning};
use super::marked::figure_span;
use super::proposal::{MAKER, Proposal, ProposedField, Tier};
use super::rules::{Bond, Governed, Mood, governed};
use super::tagged::TaggedText;
use super::words::Words;
use crate::figures::Language;
use crate::model::{Annotation, Article, Category, Details, DisplacementTerm, FieldValue, Harm, Measure, Span, Text};

/// Longest paragraph that is read, in bytes: it is read again whenever a mark is selected, and one of news has a few
/// hundred.
const LONGEST: usize = 20_000;

/// What the words around the number of a mark state of it; the mark itself says that it counts people. `None` for a mark
/// of no count, or without a number.
pub(super) fn bare_count(article: &Article, mark: &Annotation) -> Option<Proposal> {
    let is_harm = match mark.category() {
        Category::Casualties => true,
        Category::Displacement => false,
        Category::Quotes | Category::Claims => return None,
    };
    let (events, is_arabic) = match ReadLanguage::of(article) {
        ReadLanguage::English => (EventWords::english(), false),
        ReadLanguage::Arabic => (EventWords::arabic(), true),
        ReadLanguage::Other => return None,
    };
    let text = &article.text;
    let paragraph = text.paragraphs()[text.paragraph_at(mark.spans.start())].span();
    let paragraph = paragraph.filter(|paragraph| paragraph.len() <= LONGEST)?;
    let words = Words::of(&Text::new(text.words(paragraph).to_owned()));
    let tagged = TaggedText::of(&words, Language::of_tag(&article.card.language), events);
    let counted = figure_span(&mark.details).unwrap_or(*mark.spans.as_slice().first()?);
    let overlaps = |n: &usize| {
        let figure = tagged.span(&tagged.mentions[*n].figure);
        figure.and_then(|figure| moved(figure, paragraph.start())).is_some_and(|figure| figure.overlaps(counted))
    };
    let mention = (0..tagged.mentions.len()).find(overlaps)?;
    let is_of_it = |count: &Governed| count.mention == mention && count.meaning.is_harm() == is_harm;
    let governed = governed(&tagged, is_arabic).into_iter().find(is_of_it);
    let is_governed = governed.is_some();
    let count = governed.unwrap_or_else(|| ungoverned(&tagged, mention, is_harm));
    let published = article.card.published;
    let (details, fields) = if is_harm {
        let (record, fields) = casualties(&tagged, &count, &[], published);
        (Details::Casualties(record), fields)
    } else {
        let (mut record, fields) = displacement(&tagged, &count, published);
        // What it measures is told by the word that governs it.
        record.measure = if is_governed { record.measure } else { Measure::Unspecified };
        (Details::Displacement(record), fields)
    };
    Some(Proposal {
        id: mark.id,
        spans: mark.spans.clone(),
        details: moved_details(details, paragraph.start()),
        maker: MAKER.to_owned(),
        rule: if is_governed { count.rule.to_owned() } else { RULE.to_owned() },
        why: String::new(),
        basis: Vec::new(),
        probability: 0.0,
        // Of what no rule proposes, nothing is more than possible.
        tier: Tier::Possible,
        fields: fields.0.into_iter().map(|field| moved_field(field, paragraph.start())).collect(),
    })
}

/// The name of the rule that reads the sentence around a number that no word governs.
const RULE: &str = "sentence";

/// The count of a number of which no word says what happened.
fn ungoverned(tagged: &TaggedText<'_>, mention: usize, is_harm: bool) -> Governed {
    let meaning =
        if is_harm { Meaning::Harm(Harm::Unspecified) } else { Meaning::Movement(DisplacementTerm::Unspecified) };
    let governor = tagged.mentions[mention].phrase.clone();
    Governed {
        mention,
        governor,
        meaning,
        mood: Mood::Real,
        rule: RULE,
        bond: Bond::Attribute,
        is_weak: true,
        part: None,
    }
}

/// A span of the paragraph as one of the article.
fn moved(span: Span, by: usize) -> Option<Span> {
    Span::new(span.start() + by, span.end() + by)
}

fn moved_field(field: ProposedField, by: usize) -> ProposedField {
    ProposedField { at: field.at.and_then(|at| moved(at, by)), tier: Tier::Possible, ..field }
}

fn moved_details(mut details: Details, by: usize) -> Details {
    for path in details.fields() {
        if let Some(FieldValue::Words(Some(mut words))) = details.field(path) {
            if let Some(anchor) = &mut words.anchor {
                anchor.at = anchor.at.and_then(|at| moved(at, by));
            }
            let is_set = details.set_field(path, FieldValue::Words(Some(words)));
            debug_assert!(is_set.is_ok(), "{path} was read from it");
        }
    }
    details
}
