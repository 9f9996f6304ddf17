use crate::model::{
    Annotation, AttributionPart, Category, FieldPath, FieldValue, FigurePart, GroupKind, Harm, ItemId, PlacePart,
    RecordList, ScopeKind, WhenPart,
};

/// A part of the form under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The heading; empty for the fields that an editor always fills, which stand first.
    pub title: &'static str,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The list whose items stand in it.
    pub list: Option<RecordList>,
    /// Whether it is closed at first where nothing is known.
    pub is_rare: bool,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Row {
    /// One field with its label.
    One(FieldPath),
    /// Two fields beside each other; the first has the label.
    Two(FieldPath, FieldPath),
    /// The words of a figure and the card of its reading; of a group where there is an item.
    Figure(Option<ItemId>),
}

/// The path of a part of the record's figure, or of a group's.
pub fn figure_path(item: Option<ItemId>, part: FigurePart) -> FieldPath {
    item.map_or(FieldPath::Figure(part), |id| FieldPath::GroupFigure(id, part))
}

impl Row {
    /// The fields of the row.
    pub fn fields(self) -> Vec<FieldPath> {
        match self {
            Row::One(path) => vec![path],
            Row::Two(first, second) => vec![first, second],
            Row::Figure(item) => FigurePart::ALL.iter().map(|&part| figure_path(item, part)).collect(),
        }
    }
}

/// The form of an annotation. A field that only some values of another make sense of is
/// left out until then, unless something is known in it.
pub fn sections(annotation: &Annotation) -> Vec<Section> {
    let known = |path: FieldPath| annotation.field(path).is_some_and(|value| !value.is_unknown());
    // What is asked for by another field comes with it; what is known shows in any case, or a value would
    // be hidden.
    let shown = |path: FieldPath, is_asked: bool| (is_asked || known(path)).then_some(Row::One(path));
    let scope = || {
        let scope = annotation.details.scope().unwrap_or_default();
        let is_part = scope.kind == ScopeKind::PartOf;
        let of = [shown(FieldPath::ScopeOf, scope.kind.needs_other()), shown(FieldPath::ScopeBy, is_part)];
        [Some(Row::One(FieldPath::Scope))].into_iter().chain(of).flatten()
    };
    match annotation.category() {
        Category::Casualties => {
            let is = |path, term: &str| matches!(annotation.field(path), Some(FieldValue::Choice(list, at)) if list.terms[at].name == term);
            let severity = shown(FieldPath::Severity, is(FieldPath::Harm, Harm::Injured.name()));
            let first = [Some(Row::One(FieldPath::Harm)), severity, Some(Row::Figure(None))];
            let mut rows: Vec<Row> = first.into_iter().flatten().collect();
            rows.push(Row::One(FieldPath::Victims));
            let mut circumstances =
                vec![Row::One(FieldPath::Cause), Row::One(FieldPath::Responsible), Row::One(FieldPath::Responsibility)];
            circumstances.extend(when());
            circumstances.extend(place(FieldPath::Where));
            vec![
                head(rows),
                section("Circumstances", circumstances),
                attribution(true),
                section("Count", scope().collect()),
                list(RecordList::Groups),
                list(RecordList::NamedVictims),
                section("Review", vec![Row::One(FieldPath::Grading), Row::One(FieldPath::Note)]),
            ]
        }
        Category::Displacement => {
            let first = vec![Row::One(FieldPath::Term), Row::One(FieldPath::Measure), Row::Figure(None)];
            let mut circumstances = vec![Row::One(FieldPath::Cause)];
            circumstances.extend(place(FieldPath::From).into_iter().chain(place(FieldPath::To)).chain(when()));
            vec![
                head(first),
                section("Circumstances", circumstances),
                attribution(true),
                section("Count", scope().chain([Row::One(FieldPath::Role)]).collect()),
                section("Review", vec![Row::One(FieldPath::Note)]),
            ]
        }
        Category::Quotes => {
            let setting = [FieldPath::Addressee, FieldPath::Medium, FieldPath::Inside];
            let setting = section("Setting", setting.map(Row::One).to_vec());
            vec![
                head(vec![Row::One(FieldPath::Kind), Row::One(SOURCE)]),
                attribution(false),
                // Few quotes need it; open it would push the rest off the screen.
                Section { is_rare: true, ..setting },
                section("Review", vec![Row::One(FieldPath::Note)]),
            ]
        }
        Category::Claims => {
            let first =
                [FieldPath::Statement, SOURCE, FieldPath::Kind, FieldPath::CheckWorthiness, FieldPath::Verification];
            vec![
                head(first.map(Row::One).to_vec()),
                attribution(false),
                list(RecordList::Evidence),
                list(RecordList::Links),
                section("Review", vec![Row::One(FieldPath::Note)]),
            ]
        }
    }
}

/// The field that comes into the form right after another when that takes `value`, as the severity
/// of those injured.
pub fn asked_by(annotation: &Annotation, path: FieldPath, value: FieldValue) -> Option<FieldPath> {
    let mut after = annotation.clone();
    after.set_field(path, value).ok()?;
    let fields = fields(&after);
    // Only the field right behind: others that come in stand where the editor has not been yet.
    let next = *fields.get(fields.iter().position(|field| *field == path)? + 1)?;
    (!self::fields(annotation).contains(&next)).then_some(next)
}

/// The fields of the whole form, in their order.
fn fields(annotation: &Annotation) -> Vec<FieldPath> {
    let mut rows = Vec::new();
    for section in sections(annotation) {
        rows.extend(section.rows);
        if let Some(list) = section.list {
            let items = annotation.details.items(list).into_iter();
            rows.extend(items.flat_map(|item| item_rows(annotation, list, item)));
        }
    }
    rows.into_iter().flat_map(Row::fields).collect()
}

/// The rows of an item of a list.
pub fn item_rows(annotation: &Annotation, kind: RecordList, item: ItemId) -> Vec<Row> {
    let paths = kind.fields(item);
    if kind != RecordList::Groups {
        return paths.into_iter().map(Row::One).collect();
    }
    let is_other = |path: &FieldPath| {
        let who = GroupKind::Other.name();
        matches!(annotation.field(*path), Some(FieldValue::Choice(list, at)) if list.terms[at].name == who)
    };
    let known = |path: &FieldPath| annotation.field(*path).is_some_and(|value| !value.is_unknown());
    let (who, other) = (paths[0], paths[1]);
    let other = (is_other(&who) || known(&other)).then_some(Row::One(other));
    [Some(Row::One(who)), other, Some(Row::Figure(Some(item)))].into_iter().flatten().collect()
}

const SOURCE: FieldPath = FieldPath::Attribution(AttributionPart::Source);

fn head(rows: Vec<Row>) -> Section {
    section("", rows)
}

fn section(title: &'static str, rows: Vec<Row>) -> Section {
    Section { title, rows, list: None, is_rare: false }
}

fn list(list: RecordList) -> Section {
    Section { list: Some(list), ..section(list.label(), Vec::new()) }
}

fn attribution(with_source: bool) -> Section {
    let parts = AttributionPart::ALL.iter().filter(|part| with_source || **part != AttributionPart::Source);
    section("Attribution", parts.map(|&part| Row::One(FieldPath::Attribution(part))).collect())
}

fn when() -> [Row; 2] {
    let part = FieldPath::When;
    [Row::One(part(WhenPart::Text)), Row::Two(part(WhenPart::Date), part(WhenPart::Precision))]
}

fn place(part: fn(PlacePart) -> FieldPath) -> [Row; 2] {
    [Row::One(part(PlacePart::Text)), Row::Two(part(PlacePart::Name), part(PlacePart::Country))]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::{AnnotationId, Person, Severity, Span};

    fn blank(category: Category) -> Annotation {
        let (spans, author) = (Span::new(0, 1).unwrap(), Person::new("Ines Varga").unwrap());
        let mut annotation = Annotation::draft(AnnotationId::from_u64(1), spans, category, author);
        for (n, list) in RecordList::of(category).iter().enumerate() {
            annotation.details.add_item(list.unknown(ItemId::from_u64(n as u64 + 7)));
        }
        annotation
    }

    #[test]
    fn every_field_stands_in_the_form_once_or_is_asked_for_by_another() {
        for category in Category::ALL {
            let mut annotation = blank(category);
            let all: BTreeSet<_> = annotation.fields().into_iter().collect();
            let at_first = fields(&annotation);
            assert_eq!(at_first.iter().collect::<BTreeSet<_>>().len(), at_first.len(), "{category:?}");
            for path in annotation.fields() {
                let term = match path {
                    FieldPath::Harm => Harm::Injured as usize,
                    FieldPath::Scope => 2,
                    FieldPath::Group(..) => GroupKind::Other as usize,
                    _ => continue,
                };
                if let Some(FieldValue::Choice(list, _)) = annotation.field(path) {
                    annotation.set_field(path, FieldValue::Choice(list, term)).unwrap();
                }
            }
            assert_eq!(fields(&annotation).into_iter().collect::<BTreeSet<_>>(), all, "{category:?}");
        }
    }

    #[test]
    fn what_is_known_is_shown_whatever_asks_for_it() {
        let mut annotation = blank(Category::Casualties);
        assert!(!fields(&annotation).contains(&FieldPath::Severity));
        annotation.set_field(FieldPath::Severity, FieldValue::Choice(Severity::VOCABULARY, 1)).unwrap();
        assert!(fields(&annotation).contains(&FieldPath::Severity));
    }
}
