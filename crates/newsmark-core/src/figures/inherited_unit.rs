use crate::model::{Annotation, AnnotationId, Project, ScopeKind, Unit};

use super::{Language, readings};

/// Marks of more bytes are no figures, and are not searched for a unit.
// No figure with its noun is as long as a paragraph, and this is asked of every mark while checks run.
const LONGEST: usize = 2_000;

/// The unit that a figure has from the one it is a part, an update or a repetition of, with that one:
/// where it says none, neither in its field nor in its words ("five of them"), and the other has one.
/// Never filled without an editor.
pub fn inherited_unit(project: &Project, annotation: &Annotation) -> Option<(Unit, AnnotationId)> {
    let scope = annotation.details.scope().filter(|scope| counts_the_same(scope.kind))?;
    let figure =
        annotation.details.figure().filter(|figure| figure.unit == Unit::Unspecified && !figure.is_unknown())?;
    // A scope that names its own mark is a circle, which another check tells.
    let other = project.annotation(scope.of?).filter(|other| other.id != annotation.id)?;
    let unit = other.details.figure().map(|figure| figure.unit).filter(|unit| *unit != Unit::Unspecified)?;
    let article = project.article();
    let language = Language::of_tag(&article.card.language);
    let own = figure.text.iter().map(|text| text.value.as_str());
    let marked = annotation.spans.iter().map(|span| article.text.words(span)).filter(|words| words.len() <= LONGEST);
    // The words come first: "five families of them" is households whatever the whole counts.
    let says_unit = |words: &str| readings(words, language).iter().any(|read| read.unit != Unit::Unspecified);
    (!own.chain(marked).any(says_unit)).then_some((unit, other.id))
}

fn counts_the_same(kind: ScopeKind) -> bool {
    matches!(kind, ScopeKind::PartOf | ScopeKind::UpdateOf | ScopeKind::SameAs)
}
