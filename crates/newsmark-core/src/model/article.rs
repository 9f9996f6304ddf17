use jiff::civil::Date;
use newsmark_direction::Direction;

use super::{Anchored, Digest, Text};

/// An article: its text, which never changes, and its card, which may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The text.
    pub text: Text,
    /// What is known about it.
    pub card: Card,
}

/// What is known about an article; an empty string is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Card {
    /// The headline, resting on the words of the text where they are in it.
    pub title: Anchored<String>,
    /// Who published it.
    pub outlet: String,
    /// Who wrote it, as the outlet says.
    pub byline: String,
    /// The day of publication, against which "on Sunday" is understood.
    pub published: Option<Date>,
    /// Where it was found.
    pub url: String,
    /// A BCP 47 tag as `en` or `ar`.
    pub language: String,
    /// Which way its paragraphs run.
    pub direction: Direction,
    /// The file or paste that it came from.
    pub original: Original,
}

/// What an article was read from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Original {
    /// The file's name without its folder, or how the text came in.
    pub name: String,
    /// The encoding's name in the WHATWG Encoding Standard.
    pub encoding: String,
    /// The SHA-256 of the file's bytes.
    pub sha256: Option<Digest>,
}

impl Card {
    /// The fields that a person reads, by their labels, in the order of a form; empty is unknown.
    pub fn written(&self) -> [(&'static str, String); 7] {
        [
            ("Title", self.title.value.clone()),
            ("Outlet", self.outlet.clone()),
            ("Byline", self.byline.clone()),
            // As ISO 8601: a report is read where days are written otherwise.
            ("Published", self.published.map(|day| day.to_string()).unwrap_or_default()),
            ("Address", self.url.clone()),
            ("Language", self.language.clone()),
            ("Direction", self.direction.label().to_owned()),
        ]
    }
}

impl Article {
    /// Whether the article's margin stands on the right: by the card, else by
    /// the first strong character of the text.
    pub fn is_right_to_left(&self) -> bool {
        self.card.direction.is_right_to_left(&self.text)
    }
}
