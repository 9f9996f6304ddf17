use crate::model::{Annotation, AnnotationId, Project, ScopeKind, Unit};

use super::{Language, readings};

/// Marks of more bytes are no figures, and are not searched for a unit.
const LONGEST: usize = 2_000;

/// The unit that a part has from its whole, with the whole: where the part says none, neither in its
/// field nor in its words ("five of them"), and the whole has one. Never filled without an editor.
pub fn unit_of_whole(project: &Project, part: &Annotation) -> Option<(Unit, AnnotationId)> {
    let scope = part.details.scope().filter(|scope| scope.kind == ScopeKind::PartOf)?;
    let figure = part.details.figure().filter(|figure| figure.unit == Unit::Unspecified && !figure.is_unknown())?;
    let whole = project.annotation(scope.of?).filter(|whole| whole.id != part.id)?;
    let unit = whole.details.figure().map(|figure| figure.unit).filter(|unit| *unit != Unit::Unspecified)?;
    let article = project.article();
    let language = Language::of_tag(&article.card.language);
    let own = figure.text.iter().map(|text| text.value.as_str());
    let marked = part.spans.iter().map(|span| article.text.words(span)).filter(|words| words.len() <= LONGEST);
    let says_unit = |words: &str| readings(words, language).iter().any(|read| read.unit != Unit::Unspecified);
    (!own.chain(marked).any(says_unit)).then_some((unit, whole.id))
}
