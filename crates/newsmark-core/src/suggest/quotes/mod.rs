//! Quotations and reported words that are not yet marked, with their record.
//!
//! Each attribution of the article is one; scare quotes, titles and names in marks are none, as nobody says them.

mod addressee;
mod frame;
mod medium;

use addressee::{OUTLETS, addressee};
use frame::Frame;
use medium::medium;

use super::attribution::{FoundAttribution, SourceLink};
use super::fields::{Fields, certainty_of_cue};
use super::proposal::{MAKER, Proposal, Tier};
use super::tagged::TaggedText;
use crate::model::{
    Anchored, Article, AttributionPart, Category, Details, FieldPath, Medium, QuoteKind, Quotes, Span, Text,
};

/// What is less likely is not proposed: more of it is wrong than right.
const LEAST: f64 = 0.3;

/// The proposals of quotes, in the order of `reported`. To whom and how words were said is read where `tagged` is of a
/// language whose words are listed.
pub(super) fn quotes(
    article: &Article,
    tagged: Option<&TaggedText<'_>>,
    reported: &[FoundAttribution],
) -> Vec<Proposal> {
    let is_quote = |found: &&FoundAttribution| found.probability >= LEAST && says_something(&article.text, found);
    reported.iter().filter(is_quote).map(|found| quote(article, tagged, found)).collect()
}

/// Whether what is reported without marks has so many words as a statement has.
fn says_something(text: &Text, found: &FoundAttribution) -> bool {
    const FEWEST_WORDS: usize = 3;
    let words = found.content.iter().flat_map(|span| text.words(span).split_whitespace());
    found.kind != QuoteKind::Indirect || words.take(FEWEST_WORDS).count() == FEWEST_WORDS
}

fn quote(article: &Article, tagged: Option<&TaggedText<'_>>, found: &FoundAttribution) -> Proposal {
    let text = &article.text;
    let tier = found.tier;
    let (mut record, mut fields) = (Quotes { kind: found.kind, ..Quotes::default() }, Fields::default());
    fields.note_with(FieldPath::Kind, None, tier, why_kind(found.kind).to_owned());
    fields.attribute(text, found, &mut record.attribution);
    if let Some(tagged) = tagged {
        circumstances(tagged, found, &mut record, &mut fields);
    }
    let rule = match found.kind {
        QuoteKind::Direct => "direct-quote",
        QuoteKind::Mixed => "mixed-quote",
        QuoteKind::Indirect | QuoteKind::Unspecified => "reported-speech",
    };
    let mut basis: Vec<Span> = [found.source, found.cue, found.speaker].into_iter().flatten().collect();
    basis.sort();
    Proposal {
        id: Proposal::id_of(text.sha256(), Category::Quotes, &found.content, rule),
        spans: found.content.clone(),
        details: Details::Quotes(record),
        maker: MAKER.to_owned(),
        rule: rule.to_owned(),
        why: found.why(text),
        basis,
        probability: found.probability,
        tier,
        fields: fields.0,
    }
}

/// How sure, to whom and how it was said, as the words around it state.
fn circumstances(tagged: &TaggedText<'_>, found: &FoundAttribution, record: &mut Quotes, fields: &mut Fields) {
    let frame = Frame::of(tagged, found);
    let text = tagged.words.text();
    if let Some(certainty) = certainty_of_cue(tagged, frame.cue.as_ref()) {
        record.attribution.certainty = certainty.value;
        let field = FieldPath::Attribution(AttributionPart::Certainty);
        fields.note(tagged, field, Some(&certainty.at), certainty.tier);
    }
    if let Some(whom) = addressee(&frame)
        && let Some(span) = tagged.span(&whom.at)
    {
        let words = Anchored::taken(text, span);
        // Whoever tells an outlet speaks through it.
        if whom.at.clone().any(|at| tagged.is_in(at, &OUTLETS)) {
            record.attribution.via.clone_from(&words.value);
            fields.note(tagged, FieldPath::Attribution(AttributionPart::Via), Some(&whom.at), Tier::Possible);
        }
        record.addressee = Some(words);
        fields.note(tagged, FieldPath::Addressee, Some(&whom.at), whom.tier);
    }
    if let Some(medium) = medium(&frame) {
        record.medium = medium.value;
        fields.note(tagged, FieldPath::Medium, Some(&medium.at), medium.tier);
    } else if found.link == SourceLink::Turn {
        record.medium = Medium::Speech;
        let why = "a turn of a transcript".to_owned();
        fields.note_with(FieldPath::Medium, found.source, Tier::Possible, why);
    }
}

fn why_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "all of it stands in quotation marks",
        QuoteKind::Mixed => "quotation marks stand around a part of it",
        QuoteKind::Indirect => "no quotation marks stand in it",
        QuoteKind::Unspecified => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::testing::{all_proposed, unmarked};

    /// The quotes that are proposed in an English text.
    pub fn quotes(text: &str) -> (Text, Vec<Proposal>) {
        let (text, found) = all_proposed(&unmarked(text));
        let is_quote = |proposal: &Proposal| proposal.category() == Category::Quotes;
        (text, found.into_iter().filter(is_quote).collect())
    }

    fn lines(text: &str) -> Vec<String> {
        let (text, found) = quotes(text);
        let line = |proposal: &Proposal| {
            let words: Vec<&str> = proposal.spans.iter().map(|span| text.words(span)).collect();
            format!("{} {}: {}", proposal.tier.name(), proposal.rule, words.join(" … "))
        };
        found.iter().map(line).collect()
    }

    #[test]
    fn what_somebody_says_is_a_quote_of_its_kind() {
        for (text, expected) in [
            ("“The bridge is closed,” the mayor of Tarn said.", "Likely direct-quote: “The bridge is closed,”"),
            (
                "“We waited all night,” Ana Orlo said, “and nobody came to help us.”",
                "Likely direct-quote: “We waited all night,” … “and nobody came to help us.”",
            ),
            (
                "The mayor said the road was “a danger to everybody” and would be closed.",
                "Likely mixed-quote: the road was “a danger to everybody” and would be closed",
            ),
            (
                "Officials said the river had flooded the valley.",
                "Likely reported-speech: the river had flooded the valley",
            ),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn names_titles_and_scare_quotes_are_no_likely_quotes() {
        for text in [
            "The so-called “model farm” lay empty behind a fence.",
            "The film “A River Without Any Banks” opens in Tarn next week.",
            "Jon “the Miller” Bast was born in the valley.",
            "The “ceasefire” lasted an hour.",
        ] {
            assert!(lines(text).iter().all(|line| line.starts_with("Possible")), "{text}");
        }
        assert_eq!(lines("The film “A River Without Any Banks” opens in Tarn next week."), Vec::<String>::new());
    }

    #[test]
    fn a_quote_has_the_fields_that_its_words_state() {
        let (text, found) = quotes("“The bridge is closed for the winter,” the mayor told the Tarn radio station.");
        let Details::Quotes(record) = &found[0].details else { panic!() };
        assert_eq!((record.kind, record.medium), (QuoteKind::Direct, Medium::Speech));
        assert_eq!(record.attribution.via, "the Tarn radio station");
        let fields: Vec<_> =
            found[0].fields.iter().map(|one| (one.field.to_string(), one.at.map(|at| text.words(at)))).collect();
        assert!(fields.contains(&("attribution.words".to_owned(), Some("the mayor"))), "{fields:?}");
        assert!(fields.contains(&("attribution.cue".to_owned(), Some("told"))), "{fields:?}");
    }

    #[test]
    fn other_languages_have_quotations_alone() {
        use crate::model::{Card, Project};
        let found = |language: &str, text: &str| {
            let card = Card { language: language.to_owned(), ..Card::default() };
            let (text, found) = all_proposed(&Project::new(Article { text: Text::new(text.to_owned()), card }));
            let words = |proposal: &Proposal| text.words(proposal.spans.as_slice()[0]).to_owned();
            found.iter().map(|one| (words(one), one.tier, one.basis.len())).collect::<Vec<_>>()
        };
        assert_eq!(
            found("fr", "« Nous avons attendu toute la nuit dehors », raconte Ana Orlo. Le maire said it rained."),
            [("« Nous avons attendu toute la nuit dehors »".to_owned(), Tier::Possible, 0)]
        );
        let arabic = found("ar", "«لم يبق في القرية أحد بعد الفيضان»، قالت سيدة من السكان.");
        assert_eq!(arabic, [("«لم يبق في القرية أحد بعد الفيضان»".to_owned(), Tier::Likely, 2)]);
    }
}
