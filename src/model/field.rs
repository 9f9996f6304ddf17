use std::fmt;
use std::str::FromStr;

use super::{Anchored, Annotation, Attribution, Category, Claims, Details, Figure, Place, Quotes};
use super::{DisplacementTerm, Harm, QuoteKind, Verification, Victims, Vocabulary};

/// Names one field of an annotation, with a spelling that files and reports keep.
///
/// It serves typing that makes one undo step, problems, picking words from the
/// article, comparing and merging alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldPath {
    /// Casualties: what was done.
    Harm,
    /// Casualties and Displacement: the number's words.
    FigureText,
    /// Casualties: who was harmed.
    Victims,
    /// Displacement: the source's word.
    Term,
    /// Displacement: the words for where they left.
    FromText,
    /// Displacement: the words for where they went.
    ToText,
    /// Quotes: how much stands within quotation marks.
    Kind,
    /// Claims: the editor's restatement.
    Statement,
    /// Quotes and Claims: the words that name the source.
    AttributionWords,
    /// Quotes and Claims: the attributing verb.
    AttributionCue,
    /// Claims: what was found.
    Verification,
    /// Every annotation: the editor's note.
    Note,
}

/// What a field holds, as forms and reports see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Words of the article, or words typed for them; `None` is unknown.
    Words(Option<Anchored<String>>),
    /// The editor's own words; empty is unknown.
    Text(String),
    /// A term, by its index in the vocabulary.
    Choice(&'static Vocabulary, usize),
}

/// A field that the annotation's category does not have, or a value of another kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{category} has no field “{path}” for such a value", category = .category.name())]
pub struct WrongField {
    /// The annotation's category.
    pub category: Category,
    /// The field asked for.
    pub path: FieldPath,
}

impl FieldPath {
    /// Every path with its stable name and its label in a form.
    const NAMES: [(FieldPath, &'static str, &'static str); 12] = [
        (FieldPath::Harm, "harm", "Harm"),
        (FieldPath::FigureText, "figure.text", "Figure"),
        (FieldPath::Victims, "victims", "Victims"),
        (FieldPath::Term, "term", "Term"),
        (FieldPath::FromText, "from.text", "From"),
        (FieldPath::ToText, "to.text", "To"),
        (FieldPath::Kind, "kind", "Kind"),
        (FieldPath::Statement, "statement", "Statement"),
        (FieldPath::AttributionWords, "attribution.words", "Source"),
        (FieldPath::AttributionCue, "attribution.cue", "Cue"),
        (FieldPath::Verification, "verification", "Verification"),
        (FieldPath::Note, "note", "Note"),
    ];

    /// The fields of a category's form, in order.
    pub fn of(category: Category) -> &'static [FieldPath] {
        use FieldPath::*;
        match category {
            Category::Casualties => &[Harm, FigureText, Victims, Note],
            Category::Displacement => &[Term, FigureText, FromText, ToText, Note],
            Category::Quotes => &[Kind, AttributionWords, AttributionCue, Note],
            Category::Claims => &[Statement, AttributionWords, AttributionCue, Verification, Note],
        }
    }

    /// Its label in the form of `category`.
    pub fn label(self, category: Category) -> &'static str {
        match (self, category) {
            (FieldPath::AttributionWords, Category::Claims) => "Claimant",
            _ => self.entry().2,
        }
    }

    fn entry(self) -> (FieldPath, &'static str, &'static str) {
        Self::NAMES[self as usize]
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry().1)
    }
}

impl FromStr for FieldPath {
    type Err = ();

    fn from_str(name: &str) -> Result<FieldPath, ()> {
        Self::NAMES.iter().find(|entry| entry.1 == name).map(|entry| entry.0).ok_or(())
    }
}

impl Annotation {
    /// What the field holds; `None` where the category has no such field.
    pub fn field(&self, path: FieldPath) -> Option<FieldValue> {
        use FieldValue::{Choice, Text, Words};
        if path == FieldPath::Note {
            return Some(Text(self.note.clone()));
        }
        Some(match (&self.details, path) {
            (Details::Casualties(record), FieldPath::Harm) => Choice(Harm::VOCABULARY, record.harm as usize),
            (Details::Casualties(record), FieldPath::FigureText) => Words(figure_text(&record.figure)),
            (Details::Casualties(record), FieldPath::Victims) => Choice(Victims::VOCABULARY, record.victims as usize),
            (Details::Displacement(record), FieldPath::Term) => {
                Choice(DisplacementTerm::VOCABULARY, record.term as usize)
            }
            (Details::Displacement(record), FieldPath::FigureText) => Words(figure_text(&record.figure)),
            (Details::Displacement(record), FieldPath::FromText) => Words(place_text(&record.from)),
            (Details::Displacement(record), FieldPath::ToText) => Words(place_text(&record.to)),
            (Details::Quotes(record), FieldPath::Kind) => Choice(QuoteKind::VOCABULARY, record.kind as usize),
            (Details::Claims(record), FieldPath::Statement) => Text(record.statement.clone()),
            (Details::Claims(record), FieldPath::Verification) => {
                Choice(Verification::VOCABULARY, record.verification as usize)
            }
            (Details::Quotes(Quotes { attribution, .. }) | Details::Claims(Claims { attribution, .. }), path) => {
                Words(attribution_words(attribution, path)?)
            }
            _ => return None,
        })
    }

    /// Puts `value` into the field. Words and texts that are empty become unknown.
    ///
    /// # Errors
    /// [`WrongField`] where the category has no such field or it takes another kind of value.
    pub fn set_field(&mut self, path: FieldPath, value: FieldValue) -> Result<(), WrongField> {
        let wrong = WrongField { category: self.details.category(), path };
        match (&mut self.details, path, value) {
            (_, FieldPath::Note, FieldValue::Text(text)) => self.note = text,
            (Details::Claims(record), FieldPath::Statement, FieldValue::Text(text)) => record.statement = text,
            (details, path, FieldValue::Words(words)) => {
                let words = words.filter(|words| !words.value.is_empty());
                set_words(details, path, words).ok_or(wrong)?;
            }
            (details, path, FieldValue::Choice(vocabulary, index)) => {
                set_choice(details, path, vocabulary, index).ok_or(wrong)?;
            }
            _ => return Err(wrong),
        }
        Ok(())
    }
}

fn figure_text(figure: &Option<Figure>) -> Option<Anchored<String>> {
    figure.as_ref().map(|figure| figure.text.clone())
}

fn place_text(place: &Option<Place>) -> Option<Anchored<String>> {
    place.as_ref().map(|place| place.text.clone())
}

fn attribution_words(attribution: &Attribution, path: FieldPath) -> Option<Option<Anchored<String>>> {
    match path {
        FieldPath::AttributionWords => Some(attribution.words.clone()),
        FieldPath::AttributionCue => Some(attribution.cue.clone()),
        _ => None,
    }
}

fn set_words(details: &mut Details, path: FieldPath, words: Option<Anchored<String>>) -> Option<()> {
    match (details, path) {
        (Details::Casualties(record), FieldPath::FigureText) => record.figure = words.map(|text| Figure { text }),
        (Details::Displacement(record), FieldPath::FigureText) => record.figure = words.map(|text| Figure { text }),
        (Details::Displacement(record), FieldPath::FromText) => record.from = words.map(|text| Place { text }),
        (Details::Displacement(record), FieldPath::ToText) => record.to = words.map(|text| Place { text }),
        (Details::Quotes(Quotes { attribution, .. }) | Details::Claims(Claims { attribution, .. }), path) => match path
        {
            FieldPath::AttributionWords => attribution.words = words,
            FieldPath::AttributionCue => attribution.cue = words,
            _ => return None,
        },
        _ => return None,
    }
    Some(())
}

fn set_choice(details: &mut Details, path: FieldPath, vocabulary: &Vocabulary, index: usize) -> Option<()> {
    match (details, path) {
        (Details::Casualties(record), FieldPath::Harm) => record.harm = Harm::chosen(vocabulary, index)?,
        (Details::Casualties(record), FieldPath::Victims) => record.victims = Victims::chosen(vocabulary, index)?,
        (Details::Displacement(record), FieldPath::Term) => record.term = DisplacementTerm::chosen(vocabulary, index)?,
        (Details::Quotes(record), FieldPath::Kind) => record.kind = QuoteKind::chosen(vocabulary, index)?,
        (Details::Claims(record), FieldPath::Verification) => {
            record.verification = Verification::chosen(vocabulary, index)?;
        }
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AnnotationId, Person, Span, Status};

    fn blank(category: Category) -> Annotation {
        Annotation {
            id: AnnotationId::mint(1),
            spans: Span::new(0, 1).unwrap().into(),
            details: category.unknown(),
            status: Status::Draft,
            author: Person::new("Ines Varga").unwrap(),
            note: String::new(),
        }
    }

    #[test]
    fn every_path_is_read_as_it_is_written() {
        for (index, (path, name, _)) in FieldPath::NAMES.into_iter().enumerate() {
            assert_eq!(path as usize, index);
            assert_eq!(path.to_string(), name);
            assert_eq!(name.parse(), Ok(path));
        }
    }

    #[test]
    fn every_field_of_every_category_holds_what_is_put_there() {
        for category in Category::ALL {
            for &path in FieldPath::of(category) {
                let mut annotation = blank(category);
                let value = match annotation.field(path).expect("a listed field is there") {
                    FieldValue::Words(None) => FieldValue::Words(Some(Anchored::typed("at least 12"))),
                    FieldValue::Text(_) => FieldValue::Text("A note".to_owned()),
                    FieldValue::Choice(vocabulary, 0) => FieldValue::Choice(vocabulary, 1),
                    value => panic!("{path} of {category:?} is not unknown at first: {value:?}"),
                };
                annotation.set_field(path, value.clone()).unwrap();
                assert_eq!(annotation.field(path), Some(value), "{path} of {category:?}");
            }
        }
    }

    #[test]
    fn a_field_of_another_category_is_refused() {
        let mut quote = blank(Category::Quotes);
        assert_eq!(quote.field(FieldPath::Harm), None);
        assert!(quote.set_field(FieldPath::Harm, FieldValue::Choice(Harm::VOCABULARY, 1)).is_err());
        assert!(quote.set_field(FieldPath::Kind, FieldValue::Choice(Harm::VOCABULARY, 1)).is_err());
        assert!(quote.set_field(FieldPath::Kind, FieldValue::Choice(QuoteKind::VOCABULARY, 9)).is_err());
    }

    #[test]
    fn empty_words_are_unknown() {
        let mut quote = blank(Category::Quotes);
        quote.set_field(FieldPath::AttributionCue, FieldValue::Words(Some(Anchored::typed("")))).unwrap();
        assert_eq!(quote.field(FieldPath::AttributionCue), Some(FieldValue::Words(None)));
    }
}
