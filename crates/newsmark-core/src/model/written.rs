use super::{Annotation, AnnotationId, FieldValue, Part, Project, SourceId, Spans, Unplaced, grouped};

/// Stands between the words of a mark's spans.
// As quotations mark what they leave out.
const BETWEEN: &str = " … ";

impl Project {
    /// What a person reads in a history for a part of an annotation of this
    /// article: `12`, `Killed`, the marked words, a source by its name, a mark by its
    /// words. Empty is unknown, or that there is no such field.
    pub fn written(&self, annotation: &Annotation, part: Part) -> String {
        match part {
            Part::Boundary => self.marked(&annotation.spans),
            part => self.written_but_place(annotation, part),
        }
    }

    /// As [`Project::written`], of an annotation without a place.
    pub fn written_unplaced(&self, unplaced: &Unplaced, part: Part) -> String {
        match part {
            Part::Boundary => unplaced.spans.words.join(BETWEEN),
            part => self.written_but_place(unplaced, part),
        }
    }

    fn written_but_place<P>(&self, annotation: &Annotation<P>, part: Part) -> String {
        match part {
            Part::Boundary => String::new(),
            Part::Category => annotation.category().name().to_owned(),
            Part::Status => annotation.status.label().to_owned(),
            Part::Field(path) => {
                annotation.field(path).filter(|value| !value.is_unknown()).map_or_else(String::new, |v| self.value(v))
            }
        }
    }

    /// A value that is known.
    fn value(&self, value: FieldValue) -> String {
        match value {
            FieldValue::Words(words) => words.map(|words| words.value).unwrap_or_default(),
            FieldValue::Text(text) => text,
            FieldValue::Choice(vocabulary, index) => {
                vocabulary.terms.get(index).map(|term| term.label.to_owned()).unwrap_or_default()
            }
            FieldValue::Number(number) => number.map(grouped).unwrap_or_default(),
            FieldValue::Size(size) => size.map(|size| size.to_string()).unwrap_or_default(),
            FieldValue::Source(source) => source.map(|id| self.source_name(id)).unwrap_or_default(),
            FieldValue::Mark(mark) => mark.map(|id| self.mark_words(id)).unwrap_or_default(),
        }
    }

    fn source_name(&self, id: SourceId) -> String {
        let name = self.sources().get(id).map(|source| source.name.clone()).filter(|name| !name.is_empty());
        // A source that is gone, or without a name, still has to be told from others.
        name.unwrap_or_else(|| id.to_string())
    }

    fn mark_words(&self, id: AnnotationId) -> String {
        let placed = self.annotation(id).map(|annotation| self.marked(&annotation.spans));
        let kept = || self.unplaced_one(id).map(|kept| kept.spans.words.join(BETWEEN));
        placed.or_else(kept).unwrap_or_else(|| id.to_string())
    }

    fn marked(&self, spans: &Spans) -> String {
        spans.iter().map(|span| self.article().text.words(span)).collect::<Vec<_>>().join(BETWEEN)
    }
}
