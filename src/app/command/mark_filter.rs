use crate::model::{Category, Person, Status};

/// How the article shows a mark; the greatest is seen least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// With band, underline and letter.
    #[default]
    Shown,
    /// With a pale underline and its letter.
    Dimmed,
    /// Not at all; it stays in the list.
    Hidden,
}

/// What of a mark decides how it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkFilter {
    /// Its category.
    Category(Category),
    /// How far it is.
    Status(Status),
    /// Who made it.
    Author(Person),
}

impl Visibility {
    /// All of them, in the order of a menu.
    pub const ALL: [Visibility; 3] = [Visibility::Shown, Visibility::Dimmed, Visibility::Hidden];

    /// How the window writes it.
    pub fn name(self) -> &'static str {
        match self {
            Visibility::Shown => "Shown",
            Visibility::Dimmed => "Dimmed",
            Visibility::Hidden => "Hidden",
        }
    }
}

impl MarkFilter {
    /// The marks that have it, within a sentence: "quotes", "drafts", "marks by Ines Varga".
    pub fn marks(&self) -> String {
        match self {
            MarkFilter::Category(category) => category.name().to_lowercase(),
            MarkFilter::Status(Status::Draft) => "drafts".to_owned(),
            MarkFilter::Status(status) => format!("marks “{}”", status.label().to_lowercase()),
            MarkFilter::Author(person) => format!("marks by {person}"),
        }
    }

    /// The same at the start of a sentence.
    pub fn title(&self) -> String {
        let marks = self.marks();
        let mut letters = marks.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    }
}
