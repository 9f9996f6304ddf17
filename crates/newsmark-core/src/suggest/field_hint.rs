use super::article_proposals::ArticleProposals;
use super::of_mark::proposal_of;
use super::proposal::{Proposal, Tier};
use crate::model::{Annotation, Convention, Details, FieldPath, FieldValue, FigurePart, Span};

/// A field of a mark that says something else than its words do. It changes nothing: the editor may know better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHint {
    /// The field.
    pub field: FieldPath,
    /// What the words say, as a form would show it: "Injured", "12".
    pub said: String,
    /// The words.
    pub at: Option<Span>,
    /// Why they say so: "**were wounded** governs **12 people**".
    pub why: String,
}

/// See [`ArticleProposals::hints_of`].
pub(super) fn hints_of(stated: &ArticleProposals, mark: &Annotation) -> Vec<FieldHint> {
    let Some(of_mark) = proposal_of(stated, mark).filter(|of_mark| of_mark.is_alone) else { return Vec::new() };
    let proposal = of_mark.proposal;
    // Whoever marks what is only possible has decided; to doubt it once more would only annoy.
    if proposal.tier != Tier::Likely {
        return Vec::new();
    }
    let what = [FieldPath::Harm, FieldPath::Term].into_iter().filter_map(|field| hint(proposal, mark, field));
    what.chain(number(proposal, mark)).collect()
}

/// The hint at the first bound that differs: one number misread differs in several.
fn number(proposal: &Proposal, mark: &Annotation) -> Option<FieldHint> {
    // Who reckoned a number or knows it from elsewhere has said so.
    let is_read = |details: &Details| {
        details.figure().is_some_and(|figure| !matches!(figure.convention, Convention::Editor | Convention::Derived))
    };
    let parts = [FigurePart::Best, FigurePart::Low, FigurePart::High];
    let differing = parts.into_iter().find_map(|part| hint(proposal, mark, FieldPath::Figure(part)));
    differing.filter(|_| is_read(&mark.details))
}

/// The hint at a field that is known in both and differs.
fn hint(proposal: &Proposal, mark: &Annotation, field: FieldPath) -> Option<FieldHint> {
    let (own, said) = (mark.details.field(field)?, proposal.details.field(field)?);
    if own == said || own.is_unknown() || said.is_unknown() {
        return None;
    }
    let said = match said {
        FieldValue::Choice(vocabulary, index) => vocabulary.terms.get(index)?.label.to_owned(),
        FieldValue::Number(number) => number?.to_string(),
        _ => return None,
    };
    let of = if matches!(field, FieldPath::Figure(_)) { FieldPath::Figure(FigurePart::Text) } else { field };
    let at = proposal.fields.iter().find(|noted| noted.field == of).and_then(|noted| noted.at);
    // What follows the first clause tells how it stands to others.
    let why = proposal.why.split("; ").next().unwrap_or_default().to_owned();
    Some(FieldHint { field, said, at, why })
}
