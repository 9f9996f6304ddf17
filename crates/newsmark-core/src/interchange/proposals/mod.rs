//! Proposals of another program, in the JSON that `newsmark suggest --json` writes.

mod error;
mod record;
#[cfg(test)]
mod tests;

pub use error::{BadSuggestion, ProposalsError};

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::model::{AnnotationId, Article, Category, CodePoints, Details, Digest, FieldPath, Span, Spans};
use crate::suggest::{Proposal, ProposedField, Tier};

use record::details;

/// Largest file of proposals that is read, in bytes: some tens of thousands of proposals.
pub const MAX_PROPOSAL_BYTES: usize = 32 << 20;

/// What another program proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenProposals {
    /// The program, as it names itself.
    pub maker: String,
    /// Its proposals, as its file lists them.
    pub proposals: Vec<Proposal>,
}

/// Reads the proposals of another program for `article`: `{"maker", "article": {"sha256"}, "suggestions": […]}`.
///
/// A suggestion needs `category` and `at`, a list of spans `{"start", "end"}` in code points, half-open, of which `text`
/// must be the words where it is given. What is absent or null is unknown. A record's fields have the names that
/// `newsmark show --json` gives them; a source, a grade and a verification are a person's to give and not read.
///
/// # Errors
/// A [`ProposalsError`], with the suggestion that is wrong; then none is read.
///
/// ```
/// use newsmark_core::interchange::read_proposals;
/// use newsmark_core::model::{Article, Card, Text};
///
/// let article = Article { text: Text::new("Ten died.".to_owned()), card: Card::default() };
/// let file = format!(
///     r#"{{"maker": "ours", "article": {{"sha256": "{}"}}, "suggestions": [
///         {{"category": "Casualties", "at": [{{"start": 0, "end": 8}}], "details": {{"harm": "Killed"}}}}]}}"#,
///     article.text.sha256()
/// );
/// let given = read_proposals(file.as_bytes(), &article)?;
/// assert_eq!((given.maker.as_str(), given.proposals[0].spans.end()), ("ours", 8));
/// # Ok::<(), newsmark_core::interchange::ProposalsError>(())
/// ```
pub fn read_proposals(bytes: &[u8], article: &Article) -> Result<GivenProposals, ProposalsError> {
    if bytes.len() > MAX_PROPOSAL_BYTES {
        return Err(ProposalsError::TooLarge { size: bytes.len() });
    }
    // What the file says is quoted in the error, and may hold what a terminal obeys.
    let file: FileJson =
        serde_json::from_slice(bytes).map_err(|error| ProposalsError::NotProposals(shown(Some(&error.to_string()))))?;
    if file.article.sha256 != article.text.sha256().to_string() {
        return Err(ProposalsError::OtherText);
    }
    let maker =
        one_line(&file.maker).filter(|maker| maker.chars().count() <= LONGEST_NAME).ok_or(ProposalsError::Maker)?;
    let points = CodePoints::of(&article.text);
    let reader = Reader { maker: &maker, points: &points, text: article.text.sha256() };
    let mut proposals = Vec::with_capacity(file.suggestions.len());
    let mut ids: HashMap<String, AnnotationId> = HashMap::new();
    let mut taken = HashSet::new();
    for (n, suggestion) in file.suggestions.into_iter().enumerate() {
        let wrong = |why| ProposalsError::Suggestion { n: n + 1, why };
        let name = suggestion.id.clone();
        let proposal = reader.proposal(n, suggestion).map_err(wrong)?;
        let is_twice = name.is_some_and(|name| ids.insert(name, proposal.id).is_some());
        if is_twice || !taken.insert(proposal.id) {
            return Err(wrong(BadSuggestion::SameId));
        }
        proposals.push(proposal);
    }
    Ok(GivenProposals { maker, proposals })
}

/// Most letters of the name of a program or a rule: both are shown on one line, and kept with what was accepted.
const LONGEST_NAME: usize = 100;

/// Most letters of a reason, which is read in a strip of two lines.
const LONGEST_WHY: usize = 1_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileJson {
    maker: String,
    article: ArticleJson,
    suggestions: Vec<SuggestionJson>,
    /// The name of an article in a stream, which says nothing here.
    #[serde(rename = "id", default)]
    _id: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleJson {
    sha256: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SuggestionJson {
    #[serde(default)]
    id: Option<String>,
    category: String,
    at: Vec<SpanJson>,
    #[serde(default)]
    rule: Option<String>,
    #[serde(default)]
    why: Option<String>,
    #[serde(default)]
    basis: Vec<SpanJson>,
    #[serde(default)]
    probability: Option<f64>,
    #[serde(default)]
    tier: Option<String>,
    #[serde(default)]
    details: Option<Map<String, Value>>,
    #[serde(default)]
    fields: Vec<FieldJson>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpanJson {
    start: usize,
    end: usize,
    #[serde(default)]
    text: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldJson {
    field: String,
    #[serde(default)]
    at: Option<SpanJson>,
    #[serde(default)]
    tier: Option<String>,
    #[serde(default)]
    why: Option<String>,
}

/// What each suggestion is read against.
struct Reader<'r> {
    maker: &'r str,
    points: &'r CodePoints,
    text: Digest,
}

impl Reader<'_> {
    fn proposal(&self, n: usize, suggestion: SuggestionJson) -> Result<Proposal, BadSuggestion> {
        let SuggestionJson { id, category, at, rule, why, basis, probability, tier, details: written, fields } =
            suggestion;
        let category = Category::ALL.into_iter().find(|known| known.name() == category);
        let category = category.ok_or(BadSuggestion::Category)?;
        let spans = at.iter().map(|span| self.span(span)).collect::<Result<Vec<Span>, _>>()?;
        let spans = Spans::new(spans).ok_or(BadSuggestion::NoWords)?;
        let is_blank = spans.iter().all(|span| self.points.text().words(span).trim().is_empty());
        if is_blank {
            return Err(BadSuggestion::NoWords);
        }
        let details = details(category, written.unwrap_or_default(), &|name| self.id(name), &|span| self.span(span))?;
        let probability = match probability {
            Some(probability) if (0.0..=1.0).contains(&probability) => Some(probability),
            Some(_) => return Err(BadSuggestion::Probability),
            None => None,
        };
        // Nothing said is no promise: it waits behind what is likely.
        let usual = probability.map_or(Tier::Possible, Tier::of);
        let tier = tier.map_or(Ok(usual), |tier| tier_named(&tier))?;
        let rule = match &rule {
            Some(rule) => {
                one_line(rule).filter(|rule| rule.chars().count() <= LONGEST_NAME).ok_or(BadSuggestion::Rule)?
            }
            None => UNNAMED.to_owned(),
        };
        let fields = fields.into_iter().map(|field| self.field(&details, tier, field)).collect::<Result<_, _>>()?;
        Ok(Proposal {
            id: id.map_or_else(|| Proposal::given_id(self.text, self.maker, &format!("{n}")), |id| self.id(&id)),
            spans,
            details,
            maker: self.maker.to_owned(),
            rule,
            why: shown(why.as_deref()),
            basis: basis.iter().map(|span| self.span(span)).collect::<Result<_, _>>()?,
            probability: probability.unwrap_or(0.5),
            tier,
            fields,
        })
    }

    fn field(&self, details: &Details, tier: Tier, field: FieldJson) -> Result<ProposedField, BadSuggestion> {
        let unknown = || BadSuggestion::UnknownField(field.field.clone());
        let path: FieldPath = field.field.parse().map_err(|()| unknown())?;
        details.field(path).ok_or_else(unknown)?;
        Ok(ProposedField {
            field: path,
            at: field.at.as_ref().map(|span| self.span(span)).transpose()?,
            tier: field.tier.map_or(Ok(tier), |tier| tier_named(&tier))?,
            why: shown(field.why.as_deref()),
        })
    }

    /// The bytes of a span of code points, which must be whole graphemes: editing keeps marks on these.
    fn span(&self, written: &SpanJson) -> Result<Span, BadSuggestion> {
        let (start, end) = (written.start, written.end);
        let span = self.points.span((start, end)).ok_or(BadSuggestion::OutOfRange { start, end })?;
        let text = self.points.text();
        if !text.is_boundary(span.start()) || !text.is_boundary(span.end()) {
            return Err(BadSuggestion::WithinCharacter { start, end });
        }
        match &written.text {
            Some(words) if text.words(span) != words => Err(BadSuggestion::OtherWords { start, end }),
            _ => Ok(span),
        }
    }

    /// The id of a suggestion, or of a mark that it points at: as this program writes it, or made of another's name.
    fn id(&self, name: &str) -> AnnotationId {
        name.parse().unwrap_or_else(|_| Proposal::given_id(self.text, self.maker, name))
    }
}

/// The rule of a suggestion that names none.
const UNNAMED: &str = "unnamed";

fn tier_named(name: &str) -> Result<Tier, BadSuggestion> {
    let tier = [Tier::Likely, Tier::Possible].into_iter().find(|tier| tier.name() == name);
    tier.ok_or(BadSuggestion::Tier)
}

/// A name that is not blank and has no line ends or other characters that a terminal or a file would obey.
fn one_line(name: &str) -> Option<String> {
    let name = name.trim();
    (!name.is_empty() && !name.chars().any(char::is_control)).then(|| name.to_owned())
}

/// A reason on one line, cut where nobody would read on.
fn shown(why: Option<&str>) -> String {
    let why = why.unwrap_or_default().split(|letter: char| letter.is_control() || letter.is_whitespace());
    let words = why.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST_WHY).collect()
}
