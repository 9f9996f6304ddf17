use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Annotation, Category, Person, Status};

use crate::app::command::{MarkFilter, Visibility};

/// Which marks the article shows, which it dims and which it leaves out.
///
/// It is a way of looking and no part of the project: nothing of it is saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkVisibility {
    categories: [Visibility; Category::ALL.len()],
    statuses: [Visibility; Status::ALL.len()],
    authors: BTreeMap<Person, Visibility>,
    /// For all whom `authors` does not name.
    other_authors: Visibility,
}

impl MarkVisibility {
    /// How a mark is shown: as the least that its category, its status and its author let it be.
    pub fn of(&self, annotation: &Annotation) -> Visibility {
        let by_author = self.authors.get(&annotation.author).copied().unwrap_or(self.other_authors);
        self.category(annotation.category()).max(self.statuses[annotation.status as usize]).max(by_author)
    }

    /// How marks of a category are shown as far as that alone decides.
    pub fn category(&self, category: Category) -> Visibility {
        self.categories[category as usize]
    }

    /// How marks with an aspect are shown as far as that alone decides.
    pub fn aspect(&self, aspect: &MarkFilter) -> Visibility {
        match aspect {
            MarkFilter::Category(category) => self.category(*category),
            MarkFilter::Status(status) => self.statuses[*status as usize],
            MarkFilter::Author(person) => self.authors.get(person).copied().unwrap_or(self.other_authors),
        }
    }

    /// Whether every mark is shown.
    pub fn shows_all(&self) -> bool {
        *self == MarkVisibility::default()
    }

    /// Shows, dims or hides the marks with an aspect.
    pub fn set(&mut self, aspect: &MarkFilter, visibility: Visibility) {
        match aspect {
            MarkFilter::Category(category) => self.categories[*category as usize] = visibility,
            MarkFilter::Status(status) => self.statuses[*status as usize] = visibility,
            MarkFilter::Author(person) if visibility == self.other_authors => drop(self.authors.remove(person)),
            MarkFilter::Author(person) => drop(self.authors.insert(person.clone(), visibility)),
        }
    }

    /// Shows the marks with an aspect, all of them, and no other.
    pub fn show_alone(&mut self, aspect: &MarkFilter) {
        *self = MarkVisibility::default();
        match aspect {
            MarkFilter::Category(_) => self.categories = [Visibility::Hidden; Category::ALL.len()],
            MarkFilter::Status(_) => self.statuses = [Visibility::Hidden; Status::ALL.len()],
            MarkFilter::Author(_) => self.other_authors = Visibility::Hidden,
        }
        self.set(aspect, Visibility::Shown);
    }

    /// The same in Review, where rejected marks are dimmed unless a person wants them otherwise.
    pub fn in_review(&self) -> Cow<'_, MarkVisibility> {
        let rejected = MarkFilter::Status(Status::Rejected);
        if self.aspect(&rejected) != Visibility::Shown {
            return Cow::Borrowed(self);
        }
        let mut emphasis = self.clone();
        emphasis.set(&rejected, Visibility::Dimmed);
        Cow::Owned(emphasis)
    }

    /// What is not shown as usual, in a few words: "Quotes alone", "Drafts dimmed", "Some marks hidden".
    /// `None` where every mark is shown; `aspects` are those that could be meant.
    pub fn told(&self, aspects: &[MarkFilter]) -> Option<String> {
        if self.shows_all() {
            return None;
        }
        let is_alone = |aspect: &&MarkFilter| {
            let mut alone = MarkVisibility::default();
            alone.show_alone(aspect);
            alone == *self
        };
        if let Some(aspect) = aspects.iter().find(is_alone) {
            return Some(format!("{} alone", aspect.title()));
        }
        let unusual: Vec<_> = aspects.iter().filter(|aspect| self.aspect(aspect) != Visibility::Shown).collect();
        match unusual.as_slice() {
            [aspect] => Some(format!("{} {}", aspect.title(), self.aspect(aspect).name().to_lowercase())),
            several if several.iter().all(|aspect| self.aspect(aspect) == Visibility::Dimmed) => {
                Some("Some marks dimmed".to_owned())
            }
            _ => Some("Some marks hidden".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::fixture::project;

    fn ines() -> Person {
        Person::new("Ines Varga").unwrap()
    }

    fn aspects() -> Vec<MarkFilter> {
        let statuses = Status::ALL.iter().map(|status| MarkFilter::Status(*status));
        let authors = [ines(), Person::new("Zoë Adler").unwrap()].map(MarkFilter::Author);
        Category::ALL.map(MarkFilter::Category).into_iter().chain(statuses).chain(authors).collect()
    }

    #[test]
    fn what_is_hidden_by_one_aspect_is_not_shown_by_another() {
        let project = project("Two died.\n^^^^^^^^ Casualties");
        let annotation = project.annotations().iter().next().unwrap();
        let mut emphasis = MarkVisibility::default();
        assert_eq!(emphasis.of(annotation), Visibility::Shown);
        emphasis.set(&MarkFilter::Status(Status::Draft), Visibility::Dimmed);
        assert_eq!(emphasis.of(annotation), Visibility::Dimmed);
        emphasis.show_alone(&MarkFilter::Category(Category::Casualties));
        assert_eq!(emphasis.of(annotation), Visibility::Shown, "alone means all of them");
        emphasis.set(&MarkFilter::Author(annotation.author.clone()), Visibility::Hidden);
        assert_eq!(emphasis.of(annotation), Visibility::Hidden);
    }

    #[test]
    fn what_is_not_shown_as_usual_is_told_in_a_few_words() {
        let mut emphasis = MarkVisibility::default();
        let told = |emphasis: &MarkVisibility| emphasis.told(&aspects()).unwrap_or_default();
        assert_eq!(told(&emphasis), "");
        emphasis.set(&MarkFilter::Status(Status::Draft), Visibility::Dimmed);
        assert_eq!(told(&emphasis), "Drafts dimmed");
        emphasis.set(&MarkFilter::Category(Category::Claims), Visibility::Dimmed);
        assert_eq!(told(&emphasis), "Some marks dimmed");
        emphasis.set(&MarkFilter::Category(Category::Claims), Visibility::Hidden);
        assert_eq!(told(&emphasis), "Some marks hidden");
        emphasis.show_alone(&MarkFilter::Category(Category::Quotes));
        assert_eq!(told(&emphasis), "Quotes alone");
        emphasis.show_alone(&MarkFilter::Author(ines()));
        assert_eq!(told(&emphasis), "Marks by Ines Varga alone");
    }

    proptest! {
        #[test]
        fn each_aspect_is_as_it_was_set_last(
            acts in prop::collection::vec((0..11usize, 0..4usize), 0..12), index in 0..11usize, last in 0..3usize,
        ) {
            let (aspects, mut emphasis) = (aspects(), MarkVisibility::default());
            for (aspect, act) in acts {
                match Visibility::ALL.get(act) {
                    Some(visibility) => emphasis.set(&aspects[aspect], *visibility),
                    None => emphasis.show_alone(&aspects[aspect]),
                }
                prop_assert_eq!(emphasis.told(&aspects).is_none(), emphasis.shows_all());
            }
            let others: Vec<_> = aspects.iter().map(|aspect| emphasis.aspect(aspect)).collect();
            emphasis.set(&aspects[index], Visibility::ALL[last]);
            for (place, aspect) in aspects.iter().enumerate() {
                let expected = if place == index { Visibility::ALL[last] } else { others[place] };
                prop_assert_eq!(emphasis.aspect(aspect), expected);
            }
        }
    }
}
