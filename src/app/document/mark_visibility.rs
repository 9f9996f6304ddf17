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
    pub fn mark_filter(&self, mark_filter: &MarkFilter) -> Visibility {
        match mark_filter {
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
    pub fn set(&mut self, mark_filter: &MarkFilter, visibility: Visibility) {
        match mark_filter {
            MarkFilter::Category(category) => self.categories[*category as usize] = visibility,
            MarkFilter::Status(status) => self.statuses[*status as usize] = visibility,
            // What all others have is not kept by name, so that “shows all” can be told by comparing.
            MarkFilter::Author(person) if visibility == self.other_authors => drop(self.authors.remove(person)),
            MarkFilter::Author(person) => drop(self.authors.insert(person.clone(), visibility)),
        }
    }

    /// Shows the marks with an aspect, all of them, and no other.
    pub fn show_alone(&mut self, mark_filter: &MarkFilter) {
        *self = MarkVisibility::default();
        match mark_filter {
            MarkFilter::Category(_) => self.categories = [Visibility::Hidden; Category::ALL.len()],
            MarkFilter::Status(_) => self.statuses = [Visibility::Hidden; Status::ALL.len()],
            MarkFilter::Author(_) => self.other_authors = Visibility::Hidden,
        }
        self.set(mark_filter, Visibility::Shown);
    }

    /// The same in Review, where rejected marks are dimmed unless a person wants them otherwise.
    pub fn in_review(&self) -> Cow<'_, MarkVisibility> {
        let rejected = MarkFilter::Status(Status::Rejected);
        if self.mark_filter(&rejected) != Visibility::Shown {
            return Cow::Borrowed(self);
        }
        let mut mark_visibility = self.clone();
        mark_visibility.set(&rejected, Visibility::Dimmed);
        Cow::Owned(mark_visibility)
    }

    /// What is not shown as usual, in a few words: "Quotes alone", "Drafts dimmed", "Some marks hidden".
    /// `None` where every mark is shown; `mark_filters` are those that could be meant.
    pub fn describe(&self, mark_filters: &[MarkFilter]) -> Option<String> {
        if self.shows_all() {
            return None;
        }
        let is_alone = |mark_filter: &&MarkFilter| {
            let mut alone = MarkVisibility::default();
            alone.show_alone(mark_filter);
            alone == *self
        };
        if let Some(mark_filter) = mark_filters.iter().find(is_alone) {
            return Some(format!("{} alone", mark_filter.title()));
        }
        let unusual: Vec<_> =
            mark_filters.iter().filter(|mark_filter| self.mark_filter(mark_filter) != Visibility::Shown).collect();
        match unusual.as_slice() {
            [mark_filter] => {
                Some(format!("{} {}", mark_filter.title(), self.mark_filter(mark_filter).name().to_lowercase()))
            }
            several if several.iter().all(|mark_filter| self.mark_filter(mark_filter) == Visibility::Dimmed) => {
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

    fn mark_filters() -> Vec<MarkFilter> {
        let statuses = Status::ALL.iter().map(|status| MarkFilter::Status(*status));
        let authors = [ines(), Person::new("Zoë Adler").unwrap()].map(MarkFilter::Author);
        Category::ALL.map(MarkFilter::Category).into_iter().chain(statuses).chain(authors).collect()
    }

    #[test]
    fn what_is_hidden_by_one_aspect_is_not_shown_by_another() {
        let project = project("Two died.\n^^^^^^^^ Casualties");
        let annotation = project.annotations().iter().next().unwrap();
        let mut mark_visibility = MarkVisibility::default();
        assert_eq!(mark_visibility.of(annotation), Visibility::Shown);
        mark_visibility.set(&MarkFilter::Status(Status::Draft), Visibility::Dimmed);
        assert_eq!(mark_visibility.of(annotation), Visibility::Dimmed);
        mark_visibility.show_alone(&MarkFilter::Category(Category::Casualties));
        assert_eq!(mark_visibility.of(annotation), Visibility::Shown, "alone means all of them");
        mark_visibility.set(&MarkFilter::Author(annotation.author.clone()), Visibility::Hidden);
        assert_eq!(mark_visibility.of(annotation), Visibility::Hidden);
    }

    #[test]
    fn what_is_not_shown_as_usual_is_told_in_a_few_words() {
        let mut mark_visibility = MarkVisibility::default();
        let told = |mark_visibility: &MarkVisibility| mark_visibility.describe(&mark_filters()).unwrap_or_default();
        assert_eq!(told(&mark_visibility), "");
        mark_visibility.set(&MarkFilter::Status(Status::Draft), Visibility::Dimmed);
        assert_eq!(told(&mark_visibility), "Drafts dimmed");
        mark_visibility.set(&MarkFilter::Category(Category::Claims), Visibility::Dimmed);
        assert_eq!(told(&mark_visibility), "Some marks dimmed");
        mark_visibility.set(&MarkFilter::Category(Category::Claims), Visibility::Hidden);
        assert_eq!(told(&mark_visibility), "Some marks hidden");
        mark_visibility.show_alone(&MarkFilter::Category(Category::Quotes));
        assert_eq!(told(&mark_visibility), "Quotes alone");
        mark_visibility.show_alone(&MarkFilter::Author(ines()));
        assert_eq!(told(&mark_visibility), "Marks by Ines Varga alone");
    }

    proptest! {
        #[test]
        fn each_aspect_is_as_it_was_set_last(
            acts in prop::collection::vec((0..11usize, 0..4usize), 0..12), index in 0..11usize, last in 0..3usize,
        ) {
            let (mark_filters, mut mark_visibility) = (mark_filters(), MarkVisibility::default());
            for (mark_filter, act) in acts {
                match Visibility::ALL.get(act) {
                    Some(visibility) => mark_visibility.set(&mark_filters[mark_filter], *visibility),
                    None => mark_visibility.show_alone(&mark_filters[mark_filter]),
                }
                prop_assert_eq!(mark_visibility.describe(&mark_filters).is_none(), mark_visibility.shows_all());
            }
            let others: Vec<_> = mark_filters.iter().map(|mark_filter| mark_visibility.mark_filter(mark_filter)).collect();
            mark_visibility.set(&mark_filters[index], Visibility::ALL[last]);
            for (place, mark_filter) in mark_filters.iter().enumerate() {
                let expected = if place == index { Visibility::ALL[last] } else { others[place] };
                prop_assert_eq!(mark_visibility.mark_filter(mark_filter), expected);
            }
        }
    }
}
