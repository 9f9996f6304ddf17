use super::slot::{Slot, SlotMut, slot, slot_mut};
use super::{AttributionPart, FieldPath, FieldValue, FigurePart, PlacePart, RecordList, WhenPart, WrongField};
use crate::model::{Annotation, Category, Details};

impl FieldPath {
    /// The fields of a category's record that stand in no list, in the order of its form.
    pub fn of(category: Category) -> Vec<FieldPath> {
        use FieldPath::*;
        let figure = || FigurePart::ALL.iter().map(|&part| Figure(part));
        let when = || WhenPart::ALL.iter().map(|&part| When(part));
        let places = |place: fn(PlacePart) -> FieldPath| PlacePart::ALL.iter().map(move |&part| place(part));
        let by = || AttributionPart::ALL.iter().map(|&part| Attribution(part));
        let mut fields = Vec::new();
        match category {
            Category::Casualties => {
                fields.extend([Harm, Severity].into_iter().chain(figure()));
                fields.extend([Victims, Cause, Responsible, Responsibility]);
                fields
                    .extend(when().chain(places(Where)).chain([Scope, ScopeOf, ScopeBy]).chain(by()).chain([Grading]));
            }
            Category::Displacement => {
                fields.extend([Term, Measure].into_iter().chain(figure()).chain([Cause]));
                fields.extend(places(From).chain(places(To)).chain(when()));
                fields.extend([Role, Scope, ScopeOf, ScopeBy].into_iter().chain(by()));
            }
            Category::Quotes => fields.extend([Kind].into_iter().chain(by()).chain([Addressee, Medium, Inside])),
            Category::Claims => {
                fields.extend([Statement].into_iter().chain(by()).chain([Kind, CheckWorthiness, Verification]));
            }
        }
        fields
    }
}

impl Details {
    /// Every field of the record, those of list items last.
    pub fn fields(&self) -> Vec<FieldPath> {
        let mut fields = FieldPath::of(self.category());
        for &list in RecordList::of(self.category()) {
            fields.extend(self.items(list).into_iter().flat_map(|id| list.fields(id)));
        }
        fields
    }

    /// What the field holds; `None` where the record has no such field.
    pub fn field(&self, path: FieldPath) -> Option<FieldValue> {
        Some(match slot(self, path)? {
            Slot::Words(words) => FieldValue::Words(words.clone()),
            Slot::Text(text) => FieldValue::Text(text.clone()),
            Slot::Choice(choice) => FieldValue::Choice(choice.vocabulary(), choice.index()),
            Slot::Number(number) => FieldValue::Number(*number),
            Slot::Size(size) => FieldValue::Size(*size),
            Slot::Source(source) => FieldValue::Source(*source),
            Slot::Mark(mark) => FieldValue::Mark(*mark),
        })
    }

    /// The place of a term in its vocabulary; `None` where the record has no such field or chooses no term for it.
    pub fn choice(&self, path: FieldPath) -> Option<usize> {
        match slot(self, path)? {
            Slot::Choice(choice) => Some(choice.index()),
            _ => None,
        }
    }

    /// Whether the field holds the same in both, or neither record has it.
    pub fn has_same(&self, other: &Details, path: FieldPath) -> bool {
        match (slot(self, path), slot(other, path)) {
            (Some(one), Some(other)) => one.holds_same(&other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Puts `value` into the field. Empty words are none.
    ///
    /// # Errors
    /// [`WrongField`] where the record has no such field or it takes another kind of value.
    pub fn set_field(&mut self, path: FieldPath, value: FieldValue) -> Result<(), WrongField> {
        let wrong = WrongField { category: self.category(), path };
        match (slot_mut(self, path), value) {
            (Some(SlotMut::Words(slot)), FieldValue::Words(words)) => {
                // Unknown has one form only, so that two records that say the same are equal.
                *slot = words.filter(|words| !words.value.is_empty());
            }
            (Some(SlotMut::Text(slot)), FieldValue::Text(text)) => *slot = text,
            (Some(SlotMut::Choice(slot)), FieldValue::Choice(vocabulary, index)) => {
                return if slot.choose(vocabulary, index) { Ok(()) } else { Err(wrong) };
            }
            (Some(SlotMut::Number(slot)), FieldValue::Number(number)) => *slot = number,
            (Some(SlotMut::Size(slot)), FieldValue::Size(size)) => *slot = size,
            (Some(SlotMut::Source(slot)), FieldValue::Source(source)) => *slot = source,
            (Some(SlotMut::Mark(slot)), FieldValue::Mark(mark)) => *slot = mark,
            _ => return Err(wrong),
        }
        Ok(())
    }
}

impl FieldValue {
    /// The value as a person means it who gives it: words and text of nothing but white space are none.
    pub fn said(self) -> FieldValue {
        match self {
            // A space typed by mistake shows nothing and would count as known everywhere.
            FieldValue::Words(words) => FieldValue::Words(words.filter(|words| !words.value.trim().is_empty())),
            FieldValue::Text(text) if text.trim().is_empty() => FieldValue::Text(String::new()),
            value => value,
        }
    }
}

impl Slot<'_> {
    fn holds_same(&self, other: &Slot<'_>) -> bool {
        match (self, other) {
            (Slot::Words(one), Slot::Words(other)) => one == other,
            (Slot::Text(one), Slot::Text(other)) => one == other,
            (Slot::Choice(one), Slot::Choice(other)) => {
                one.index() == other.index() && one.vocabulary() == other.vocabulary()
            }
            (Slot::Number(one), Slot::Number(other)) => one == other,
            (Slot::Size(one), Slot::Size(other)) => one == other,
            (Slot::Source(one), Slot::Source(other)) => one == other,
            (Slot::Mark(one), Slot::Mark(other)) => one == other,
            _ => false,
        }
    }
}

impl<P> Annotation<P> {
    /// Every field: those of its record, then the note.
    pub fn fields(&self) -> Vec<FieldPath> {
        let mut fields = self.details.fields();
        fields.push(FieldPath::Note);
        fields
    }

    /// What the field holds; `None` where the annotation has no such field.
    pub fn field(&self, path: FieldPath) -> Option<FieldValue> {
        match path {
            FieldPath::Note => Some(FieldValue::Text(self.note.clone())),
            path => self.details.field(path),
        }
    }

    /// Puts `value` into the field.
    ///
    /// # Errors
    /// [`WrongField`] where the annotation has no such field or it takes another kind of value.
    pub fn set_field(&mut self, path: FieldPath, value: FieldValue) -> Result<(), WrongField> {
        match (path, value) {
            (FieldPath::Note, FieldValue::Text(text)) => self.note = text,
            (path, value) => self.details.set_field(path, value)?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Anchored, AnnotationId, Harm, HouseholdSize, ItemId, Person, QuoteKind, SourceId, Span};

    fn blank(category: Category) -> Annotation {
        let (span, author) = (Span::new(0, 1).unwrap(), Person::new("Ines Varga").unwrap());
        let mut annotation = Annotation::draft(AnnotationId::from_u64(1), span, category, author);
        for (n, list) in RecordList::of(category).iter().enumerate() {
            assert!(annotation.details.add_item(list.unknown(ItemId::from_u64(n as u64 + 7))));
        }
        annotation
    }

    #[test]
    fn every_path_is_read_as_it_is_written() {
        for category in Category::ALL {
            for path in blank(category).fields() {
                assert_eq!(path.to_string().parse(), Ok(path));
                assert!(!path.label(category).is_empty(), "{path}");
            }
        }
        for wrong in ["", "figure", "figure.", "figure.lowest", "groups[].who", "groups[07].who", "groups[7]who"] {
            assert_eq!(wrong.parse::<FieldPath>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn every_field_of_every_category_holds_what_is_put_there() {
        for category in Category::ALL {
            for path in blank(category).fields() {
                let mut annotation = blank(category);
                let before = annotation.field(path).expect("a listed field is there");
                assert!(before.is_unknown(), "{path} of {category:?} is not unknown at first: {before:?}");
                let value = match before {
                    FieldValue::Words(_) => FieldValue::Words(Some(Anchored::typed("at least 12"))),
                    FieldValue::Text(_) => FieldValue::Text("A note".to_owned()),
                    FieldValue::Choice(vocabulary, _) => FieldValue::Choice(vocabulary, 1),
                    FieldValue::Number(_) => FieldValue::Number(Some(u64::MAX)),
                    FieldValue::Size(_) => FieldValue::Size(HouseholdSize::of_hundredths(450)),
                    FieldValue::Source(_) => FieldValue::Source(Some(SourceId::from_u64(3))),
                    FieldValue::Mark(_) => FieldValue::Mark(Some(AnnotationId::from_u64(3))),
                };
                annotation.set_field(path, value.clone()).unwrap();
                assert_eq!(annotation.field(path), Some(value), "{path} of {category:?}");
                let others = annotation.fields().into_iter().filter(|other| *other != path);
                let changed: Vec<_> = others.filter(|other| !annotation.field(*other).unwrap().is_unknown()).collect();
                assert_eq!(changed, [], "{path} of {category:?} changes nothing else");
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
        quote.set_field(FieldPath::Addressee, FieldValue::Words(Some(Anchored::typed("")))).unwrap();
        assert_eq!(quote.field(FieldPath::Addressee), Some(FieldValue::Words(None)));
    }

    #[test]
    fn a_space_is_no_value() {
        let mut claim = blank(Category::Claims);
        claim.set_field(FieldPath::Statement, FieldValue::Text(" ".to_owned()).said()).unwrap();
        claim.set_field(FieldPath::Note, FieldValue::Text("\n\u{A0}".to_owned()).said()).unwrap();
        let cue = FieldPath::Attribution(AttributionPart::Cue);
        claim.set_field(cue, FieldValue::Words(Some(Anchored::typed(" "))).said()).unwrap();
        for path in [FieldPath::Statement, FieldPath::Note, cue] {
            assert!(claim.field(path).unwrap().is_unknown(), "{path}");
        }
    }

    #[test]
    fn an_item_taken_out_of_its_list_takes_its_fields_along() {
        let mut claim = blank(Category::Claims);
        let id = claim.details.items(RecordList::Links)[0];
        assert!(claim.details.remove_item(id));
        assert!(!claim.details.remove_item(id));
        assert_eq!(claim.details.items(RecordList::Links), []);
        assert_eq!(claim.details.items(RecordList::Evidence).len(), 1);
    }
}
