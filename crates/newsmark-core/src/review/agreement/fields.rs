use std::borrow::Cow;
use std::collections::BTreeMap;

use newsmark_agreement::{Measured, NominalCounts};

use crate::model::{Annotation, Category, FieldPath, Part, RecordList};
use crate::review::Aligned;

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

/// What is said of fields, counted a row at a time.
pub(super) struct FieldCounts {
    matched: [usize; Category::ALL.len()],
    differing: BTreeMap<(Category, FieldOf), usize>,
    choices: [Choices; Category::ALL.len()],
}

impl FieldCounts {
    pub(super) fn new() -> FieldCounts {
        FieldCounts {
            matched: [0; Category::ALL.len()],
            differing: BTreeMap::new(),
            choices: Category::ALL.map(Choices::of),
        }
    }

    /// Counts a row of the comparison, every pair of projects for itself.
    pub(super) fn add(&mut self, row: &Aligned) {
        let mut is_shared = [false; Category::ALL.len()];
        for (n, one) in row.marks.iter().enumerate() {
            for other in &row.marks[n + 1..] {
                let (Some(one), Some(other)) = (one, other) else { continue };
                let category = one.category();
                if category != other.category() {
                    continue;
                }
                is_shared[category as usize] = true;
                self.matched[category as usize] += 1;
                for field in differing_fields(row, one, other) {
                    *self.differing.entry((category, field)).or_default() += 1;
                }
            }
        }
        // Alpha takes what all said of one thing, not pair by pair: each unit is counted once.
        for category in Category::ALL.into_iter().filter(|category| is_shared[*category as usize]) {
            self.choices[category as usize].add(row, category);
        }
    }

    /// Every field of every category, in the order of the forms.
    pub(super) fn agreement(&self) -> Vec<FieldAgreement> {
        let agreement = |category: Category, field: FieldOf| {
            let matched = self.matched[category as usize];
            let differing = self.differing.get(&(category, field)).copied().unwrap_or_default();
            let alpha = self.choices[category as usize].alpha(field);
            FieldAgreement { category, field, matched, agree: matched - differing, alpha }
        };
        let all = Category::ALL.into_iter().flat_map(|category| {
            let lists = RecordList::of(category).iter().map(|&list| FieldOf::List(list));
            let fields = FieldPath::of(category).into_iter().map(FieldOf::Field).chain(lists);
            fields.map(move |field| (category, field))
        });
        all.map(|(category, field)| agreement(category, field)).collect()
    }
}

/// The fields and lists in which two marks of one category differ, each once.
fn differing_fields(row: &Aligned, one: &Annotation, other: &Annotation) -> Vec<FieldOf> {
    // Of two marks the row knows already in what they differ as a person reads them; of three it knows that only of all
    // together.
    let is_pair = row.marks.len() == 2;
    let parts = match is_pair {
        true => Cow::from(&row.parts),
        _ if one.details == other.details => Cow::default(),
        _ => Cow::from(one.differing(other)),
    };
    let mut fields = Vec::new();
    for part in parts.iter() {
        let Part::Field(path) = *part else { continue };
        let field = FieldOf::of(path);
        let is_read = is_pair || !crate::review::aligned::reads_alike(one, other, path);
        // The note is the editor's own and says nothing that two people could agree on.
        if path != FieldPath::Note && is_read && !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

/// What was chosen from vocabularies in the records of one category, a row of the comparison at a time.
struct Choices {
    fields: Vec<(FieldPath, NominalCounts)>,
    /// What each side chose, emptied for each field.
    values: Vec<Option<usize>>,
}

impl Choices {
    fn of(category: Category) -> Choices {
        let unknown = category.unknown();
        let is_choice = |path: &FieldPath| unknown.choice(*path).is_some();
        let fields = FieldPath::of(category).into_iter().filter(is_choice);
        Choices { fields: fields.map(|path| (path, NominalCounts::default())).collect(), values: Vec::new() }
    }

    fn add(&mut self, row: &Aligned, category: Category) {
        let agreed = row.first().filter(|_| row.is_agreed());
        for (path, counts) in &mut self.fields {
            let choice = |mark: &Annotation| mark.details.choice(*path);
            // Most rows are agreed, and then one mark need be read and not all.
            if let Some(value) = agreed.and_then(|mark| choice(mark)) {
                counts.add_agreed(value, row.marks.len());
                continue;
            }
            let of_category = |mark: &Annotation| if mark.category() == category { choice(mark) } else { None };
            self.values.clear();
            self.values.extend(row.marks.iter().map(|mark| mark.as_deref().and_then(of_category)));
            counts.add(&self.values);
        }
    }

    fn alpha(&self, field: FieldOf) -> Option<Measured> {
        let (_, counts) = self.fields.iter().find(|(path, _)| FieldOf::Field(*path) == field)?;
        Some(counts.alpha())
    }
}
