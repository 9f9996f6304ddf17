use crate::figures::Language;
use crate::model::{Annotation, Project, ProjectSettings, Sources, Text};

/// What a check may look at besides the annotation itself: the article and what the project says of all annotations.
pub struct CheckBasis<'p> {
    /// The text of the article.
    pub text: &'p Text,
    /// How numbers are written in it.
    pub language: Language,
    /// The day on which it was published.
    pub published: Option<jiff::civil::Date>,
    /// The sources, of which only that they are there decides anything.
    pub sources: &'p Sources,
    /// What the project asks of those who work on it.
    pub settings: ProjectSettings,
    /// Where words for civilians begin, in bytes and in order.
    civilians: &'p [usize],
}

impl<'p> CheckBasis<'p> {
    /// The basis of a project whose text has words for civilians at these bytes, as [`civilians`] finds them.
    pub(super) fn of(project: &'p Project, civilians: &'p [usize]) -> CheckBasis<'p> {
        let article = project.article();
        CheckBasis {
            text: &article.text,
            language: Language::of_tag(&article.card.language),
            published: article.card.published,
            sources: project.sources(),
            settings: project.settings(),
            civilians,
        }
    }

    /// Whether what was found on the one basis is found on the other.
    pub(super) fn is_same(&self, other: &CheckBasis<'_>) -> bool {
        let ids = |sources: &Sources| -> Vec<_> { sources.iter().map(|source| source.id).collect() };
        self.text == other.text
            && self.language == other.language
            && self.published == other.published
            // A source whose name is typed changes no finding of an annotation by itself: only whether the source is
            // there is asked.
            && (self.sources == other.sources || ids(self.sources) == ids(other.sources))
            && self.settings == other.settings
            && self.civilians == other.civilians
    }

    /// Whether a word for civilians stands in a paragraph that the annotation touches.
    pub(super) fn has_civilians_near(&self, annotation: &Annotation) -> bool {
        annotation.spans.iter().any(|span| {
            let paragraphs = self.text.paragraphs();
            let first = paragraphs[self.text.paragraph_at(span.start())].start;
            let end = paragraphs[self.text.paragraph_at(span.end())].end.max(span.end());
            let next = self.civilians.partition_point(|at| *at < first);
            self.civilians.get(next).is_some_and(|at| *at < end)
        })
    }
}

/// The Arabic name of civil defence, which is no word for civilians.
const CIVIL_DEFENCE: &str = "الدفاع ال";

/// Where words for civilians begin in a text, in bytes and in order.
pub(super) fn civilians(text: &Text) -> Vec<usize> {
    // Without the first letter "civilian", "Civilian" and their plurals are one search.
    let english = text.match_indices("ivilian").map(|(at, _)| at);
    let capitals = text.match_indices("IVILIAN").map(|(at, _)| at);
    // Rescuers are called civil defence in most articles about strikes, and are not civilians by that name.
    let arabic = text.match_indices("مدني").map(|(at, _)| at);
    let arabic = arabic.filter(|at| !text[..*at].ends_with(CIVIL_DEFENCE));
    let mut found: Vec<usize> = english.chain(capitals).chain(arabic).collect();
    found.sort_unstable();
    found
}
