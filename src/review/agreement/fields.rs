use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Measured;
use super::alpha::Tally;
use crate::model::{Annotation, Category, FieldPath, FieldValue, Part, RecordList};
use crate::review::{Aligned, Comparison};

/// A field of a record, or a list of it as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldOf {
    /// A field that stands in no list.
    Field(FieldPath),
    /// All items of a list.
    List(RecordList),
}

impl FieldOf {
    /// The field, or the list that it stands in.
    pub fn of(path: FieldPath) -> FieldOf {
        match path {
            FieldPath::Group(..) | FieldPath::GroupFigure(..) => FieldOf::List(RecordList::Groups),
            FieldPath::NamedVictim(..) => FieldOf::List(RecordList::NamedVictims),
            FieldPath::Evidence(..) => FieldOf::List(RecordList::Evidence),
            FieldPath::Link(..) => FieldOf::List(RecordList::Links),
            path => FieldOf::Field(path),
        }
    }

    /// The name that JSON writes: `figure.low`, `groups`.
    pub fn name(self) -> String {
        match self {
            FieldOf::Field(path) => path.to_string(),
            FieldOf::List(list) => list.name().to_owned(),
        }
    }

    /// Its label in the form of `category`.
    pub fn label(self, category: Category) -> &'static str {
        match self {
            FieldOf::Field(path) => path.label(category),
            FieldOf::List(list) => list.label(),
        }
    }
}

/// How far a field of one category's records is the same over marks that were paired.
///
/// Only pairs of marks of the same category are counted, every pair of projects for itself.
/// Unknown is a value: two who both left a field open agree on that.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldAgreement {
    /// Whose records.
    pub category: Category,
    /// Which field.
    pub field: FieldOf,
    /// How many pairs of marks there are.
    pub matched: usize,
    /// In how many of them the field reads the same.
    pub agree: usize,
    /// Krippendorff's nominal alpha, of a field that chooses from a list of terms: whether they agree more than
    /// chance would have it.
    pub alpha: Option<Measured>,
}

/// Every field of every category, in the order of the forms.
pub(super) fn fields(comparison: &Comparison) -> Vec<FieldAgreement> {
    let n_sides = comparison.sides().len();
    let mut matched = [0; Category::ALL.len()];
    let mut differing: BTreeMap<(Category, FieldOf), usize> = BTreeMap::new();
    let mut choices = Category::ALL.map(Choices::of);
    for row in comparison.rows() {
        for one in 0..n_sides {
            for other in one + 1..n_sides {
                let (Some(mark), Some(other)) = (&row.marks[one], &row.marks[other]) else { continue };
                let category = mark.category();
                if category == other.category() {
                    matched[category as usize] += 1;
                    for field in differing_fields(row, n_sides, mark, other) {
                        *differing.entry((category, field)).or_default() += 1;
                    }
                }
            }
        }
        for (category, choices) in Category::ALL.into_iter().zip(&mut choices) {
            if row.present().filter(|(_, mark)| mark.category() == category).count() > 1 {
                choices.add(row, category);
            }
        }
    }
    let agreement = |category: Category, field: FieldOf| {
        let matched = matched[category as usize];
        let differing = differing.get(&(category, field)).copied().unwrap_or_default();
        let alpha = choices[category as usize].alpha(field);
        FieldAgreement { category, field, matched, agree: matched - differing, alpha }
    };
    let all = Category::ALL.into_iter().flat_map(|category| {
        let lists = RecordList::of(category).iter().map(|&list| FieldOf::List(list));
        let fields = FieldPath::of(category).into_iter().map(FieldOf::Field).chain(lists);
        fields.map(move |field| (category, field))
    });
    all.map(|(category, field)| agreement(category, field)).collect()
}

/// The fields and lists in which two marks of one category differ, each once.
fn differing_fields(row: &Aligned, n_sides: usize, one: &Annotation, other: &Annotation) -> Vec<FieldOf> {
    let parts = match n_sides {
        2 => Cow::from(&row.parts),
        _ if one.details == other.details => Cow::default(),
        _ => Cow::from(one.differing(other)),
    };
    let mut fields = Vec::new();
    for part in parts.iter() {
        let Part::Field(path) = *part else { continue };
        let field = FieldOf::of(path);
        let is_read = n_sides == 2 || !crate::review::compare::reads_alike(one, other, path);
        if path != FieldPath::Note && is_read && !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

/// What was chosen from vocabularies in the records of one category, a row of the comparison at a time.
struct Choices {
    fields: Vec<(FieldPath, Tally)>,
    /// What each side chose, emptied for each field.
    values: Vec<Option<usize>>,
}

impl Choices {
    fn of(category: Category) -> Choices {
        let unknown = category.unknown();
        let is_choice = |path: &FieldPath| matches!(unknown.field(*path), Some(FieldValue::Choice(..)));
        let fields = FieldPath::of(category).into_iter().filter(is_choice);
        Choices { fields: fields.map(|path| (path, Tally::default())).collect(), values: Vec::new() }
    }

    fn add(&mut self, row: &Aligned, category: Category) {
        for (path, tally) in &mut self.fields {
            self.values.clear();
            self.values.extend(row.marks.iter().map(|mark| {
                let mark = mark.as_ref().filter(|mark| mark.category() == category)?;
                match mark.details.field(*path) {
                    Some(FieldValue::Choice(_, index)) => Some(index),
                    _ => None,
                }
            }));
            tally.add(&self.values);
        }
    }

    fn alpha(&self, field: FieldOf) -> Option<Measured> {
        let (_, tally) = self.fields.iter().find(|(path, _)| FieldOf::Field(*path) == field)?;
        Some(tally.alpha())
    }
}
