use crate::figures::{Amount, Ledger, Row};
use crate::model::{
    Anchored, Annotation, AnnotationId, Category, Change, Details, FieldPath, FieldValue, Figure, Group, GroupKind,
    ItemId, Link, LinkKind, Project, Qualifier, Source, SourceId, Unit, fixture,
};

/// The ledger of an article with carets under its marks and a record for each of them, see [`filled`].
pub fn ledger(article: &str, records: &[&str]) -> Ledger {
    Ledger::of(&project(article, records))
}

/// The project of an article with carets and a record for each mark.
pub fn project(article: &str, records: &[&str]) -> Project {
    let mut project = fixture::project(article);
    assert_eq!(project.annotations().len(), records.len(), "a record for each mark");
    let mut sources = project.sources().clone();
    for (name, id) in ["Health office", "Relief committee", "Army"].iter().zip(1..) {
        sources = sources.with(Source::named(SourceId::from_u64(id), *name));
    }
    project.apply(Change::ReplaceSources(sources)).unwrap();
    for (n, record) in (1..).zip(records) {
        let mut annotation = Annotation::clone(project.annotation(AnnotationId::from_u64(n)).unwrap());
        filled(&mut annotation, record);
        project.apply(Change::Replace(annotation.into())).unwrap();
    }
    project
}

/// Fills the record as `fields` say, between commas: a figure as the window writes
/// it (persons, unless a unit is named), terms by their names, a scope with
/// the number of its mark, anything else as `path: value`, `Children: 5` for a
/// group and `Contradicts: 3` for a claim's link.
pub fn filled(annotation: &mut Annotation, fields: &str) {
    set(annotation, "figure.unit", "Person");
    for (n, field) in (1..).zip(fields.split(", ").filter(|field| !field.is_empty())) {
        let link = field.split_once(": ").and_then(|(kind, to)| Some((LinkKind::from_name(kind)?, to)));
        let group = field.split_once(": ").and_then(|(kind, count)| Some((GroupKind::from_name(kind)?, count)));
        match (&mut annotation.details, link, group) {
            (Details::Claims(claim), Some((kind, to)), _) => {
                let to = Some(AnnotationId::from_u64(to.parse().unwrap()));
                claim.links.push(Link { kind, to, ..Link::new(ItemId::from_u64(n)) });
                continue;
            }
            (Details::Casualties(record), _, Some((who, count))) => {
                let figure = if count == "all" { Figure::default() } else { figure(count).unwrap() };
                record.groups.push(Group { who, figure, ..Group::new(ItemId::from_u64(n)) });
                continue;
            }
            _ => {}
        }
        match field.split_once(": ") {
            Some((path, value)) => assert!(set(annotation, path, value), "{field}"),
            None => bare(annotation, field),
        }
    }
}

fn bare(annotation: &mut Annotation, field: &str) {
    if let Some(read) = figure(field) {
        let unit = annotation.details.figure().map(|figure| figure.unit).unwrap_or_default();
        match &mut annotation.details {
            Details::Casualties(record) => record.figure = Figure { unit, ..read },
            Details::Displacement(record) => record.figure = Figure { unit, ..read },
            _ => panic!("{field} of a record that counts nothing"),
        }
        return;
    }
    let (term, mark) = field.split_once(' ').map_or((field, None), |(term, mark)| (term, Some(mark)));
    let is_set = ["harm", "measure", "scope.kind", "figure.unit", "victims", "role", "kind"]
        .iter()
        .any(|path| set(annotation, path, term));
    assert!(is_set, "no term {field}");
    if let Some(mark) = mark {
        assert!(set(annotation, "scope.of", mark), "{field}");
    }
}

/// Puts a value into the field; false where there is no such field or term.
fn set(annotation: &mut Annotation, path: &str, value: &str) -> bool {
    let Ok(path) = path.parse::<FieldPath>() else { return false };
    let value = match annotation.field(path) {
        None => return false,
        Some(FieldValue::Words(_)) => FieldValue::Words(Some(Anchored::typed(value))),
        Some(FieldValue::Text(_)) => FieldValue::Text(value.to_owned()),
        Some(FieldValue::Choice(vocabulary, _)) => match vocabulary.terms.iter().position(|term| term.name == value) {
            Some(index) => FieldValue::Choice(vocabulary, index),
            None => return false,
        },
        Some(FieldValue::Number(_)) => FieldValue::Number(value.parse().ok()),
        Some(FieldValue::Size(_)) => FieldValue::Size(value.parse().ok()),
        Some(FieldValue::Source(_)) => FieldValue::Source(value.parse().ok().map(SourceId::from_u64)),
        Some(FieldValue::Mark(_)) => FieldValue::Mark(value.parse().ok().map(AnnotationId::from_u64)),
    };
    annotation.set_field(path, value).is_ok()
}

/// A figure as domain.md's table of numbers reads it.
fn figure(written: &str) -> Option<Figure> {
    let number = |digits: &str| digits.trim().replace(',', "").parse::<u64>().ok();
    let of =
        |qualifier, low, best, high| Figure { qualifier, low, best, high, unit: Unit::Person, ..Figure::default() };
    let words = [
        ("≥ ", Qualifier::AtLeast),
        ("> ", Qualifier::MoreThan),
        ("≤ ", Qualifier::AtMost),
        ("< ", Qualifier::LessThan),
        ("nearly ", Qualifier::Nearly),
        ("about ", Qualifier::Approximately),
    ];
    let limited = words.iter().find_map(|(word, qualifier)| Some((*qualifier, number(written.strip_prefix(word)?)?)));
    Some(match (limited, written) {
        (Some((qualifier @ (Qualifier::AtLeast | Qualifier::MoreThan), n)), _) => of(qualifier, Some(n), Some(n), None),
        (Some((qualifier @ (Qualifier::AtMost | Qualifier::LessThan), n)), _) => of(qualifier, None, None, Some(n)),
        (Some((qualifier @ Qualifier::Nearly, n)), _) => of(qualifier, None, Some(n), Some(n)),
        (Some((qualifier, n)), _) => of(qualifier, None, Some(n), None),
        (None, "dozens") => of(Qualifier::VaguePlural, Some(12), Some(12), None),
        (None, "several") => of(Qualifier::VaguePlural, Some(3), None, None),
        (None, "many") => of(Qualifier::UnknownPlural, None, None, None),
        (None, "the rest") => of(Qualifier::Residual, None, None, None),
        (None, written) => match written.split_once('–') {
            Some((low, high)) => of(Qualifier::Range, Some(number(low)?), None, Some(number(high)?)),
            None => number(written).map(|n| of(Qualifier::Exact, Some(n), Some(n), Some(n)))?,
        },
    })
}

impl Ledger {
    /// The row so called.
    pub(in crate::figures) fn row(&self, label: &str) -> &Row {
        self.rows.iter().find(|row| row.label() == label).unwrap_or_else(|| panic!("no row {label}"))
    }

    /// The rows with their totals: `Killed 12 12 open`.
    pub(in crate::figures) fn totals(&self) -> Vec<String> {
        self.rows.iter().map(|row| format!("{} {}", row.label(), told(row.total))).collect()
    }

    /// The marks that do not count, with why: `2 PartOf`.
    pub(in crate::figures) fn left_out(&self) -> Vec<String> {
        let mut left_out: Vec<_> = self.rows.iter().flat_map(|row| &row.not_counted).collect();
        left_out.sort_by_key(|record| record.id);
        left_out.iter().map(|record| format!("{} {}", record.id, record.why.name())).collect()
    }

    /// The pairs of marks in conflict: `Figures 1 2`.
    pub(in crate::figures) fn disputes(&self) -> Vec<String> {
        self.conflicts.iter().map(|one| format!("{} {} {}", one.kind.name(), one.ids[0], one.ids[1])).collect()
    }
}

/// Low, best and high as a table writes them.
pub(in crate::figures) fn told(amount: Option<Amount>) -> String {
    let amount = amount.unwrap_or_default();
    format!("{} {} {}", amount.low_cell(), amount.best_cell(), amount.high_cell())
}

#[test]
fn a_record_is_filled_as_it_is_written() {
    let project =
        project("12 dead\n^^ Casualties\n", &["Killed, ≥ 12, Household, Civilian, Additional 7, Children: 5"]);
    let annotation = &project.annotations()[0];
    assert_eq!(annotation.category(), Category::Casualties);
    assert_eq!(annotation.details.figure().unwrap().reading(), "≥ 12 households");
    assert_eq!(annotation.details.scope().unwrap().of, Some(AnnotationId::from_u64(7)));
    let Details::Casualties(record) = &annotation.details else { panic!() };
    assert_eq!((record.victims.name(), record.groups[0].figure.reading()), ("Civilian", "5 persons".to_owned()));
}
