use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Anchored, Day, Sha256};
use crate::model;

/// The article as the file writes it: its card, then its text.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Article<'a> {
    /// The headline.
    #[serde(default)]
    pub title: Anchored<'a>,
    #[serde(default)]
    outlet: Cow<'a, str>,
    #[serde(default)]
    byline: Cow<'a, str>,
    #[serde(default)]
    published: Option<Day>,
    #[serde(default)]
    url: Cow<'a, str>,
    #[serde(default)]
    language: Cow<'a, str>,
    #[serde(default)]
    direction: Direction,
    #[serde(default)]
    original: Original<'a>,
    offsets: Offsets,
    /// The SHA-256 of the text as UTF-8.
    pub sha256: Cow<'a, str>,
    /// The text.
    pub text: Cow<'a, str>,
}

/// The article's card on its own, as the journal writes it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Card<'a> {
    title: Anchored<'a>,
    outlet: Cow<'a, str>,
    byline: Cow<'a, str>,
    published: Option<Day>,
    url: Cow<'a, str>,
    language: Cow<'a, str>,
    direction: Direction,
    original: Original<'a>,
}

/// What offsets count. Only code points: the field says so to whoever reads the file.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq)]
enum Offsets {
    CodePoints,
}

/// See [`model::Direction`].
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq)]
enum Direction {
    #[default]
    Auto,
    LeftToRight,
    RightToLeft,
}

/// See [`model::Original`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
struct Original<'a> {
    name: Cow<'a, str>,
    encoding: Cow<'a, str>,
    sha256: Option<Sha256>,
}

impl<'a> Article<'a> {
    /// The article with its title's offsets in code points.
    pub fn of(article: &'a model::Article, title: Anchored<'a>) -> Article<'a> {
        let Card { title, outlet, byline, published, url, language, direction, original } =
            Card::of(&article.card, title);
        Article {
            title,
            outlet,
            byline,
            published,
            url,
            language,
            direction,
            original,
            offsets: Offsets::CodePoints,
            sha256: Cow::Owned(article.text.sha256().to_string()),
            text: Cow::Borrowed(&article.text),
        }
    }

    /// The card with `title`, whose words were found by the caller.
    pub fn into_card(self, title: model::Anchored<String>) -> model::Card {
        let Article { outlet, byline, published, url, language, direction, original, .. } = self;
        let card = Card { title: Anchored::default(), outlet, byline, published, url, language, direction, original };
        card.into_model(|_| title)
    }
}

impl<'a> Card<'a> {
    /// The card with its title's offsets in code points.
    pub fn of(card: &'a model::Card, title: Anchored<'a>) -> Card<'a> {
        Card {
            title,
            outlet: Cow::Borrowed(&card.outlet),
            byline: Cow::Borrowed(&card.byline),
            published: card.published.map(Day),
            url: Cow::Borrowed(&card.url),
            language: Cow::Borrowed(&card.language),
            direction: card.direction.into(),
            original: Original {
                name: Cow::Borrowed(&card.original.name),
                encoding: Cow::Borrowed(&card.original.encoding),
                sha256: card.original.sha256.map(Sha256),
            },
        }
    }

    /// The card in the model; `anchored` converts the title's offsets.
    pub fn into_model(self, anchored: impl FnOnce(Anchored<'a>) -> model::Anchored<String>) -> model::Card {
        model::Card {
            title: anchored(self.title),
            outlet: self.outlet.into_owned(),
            byline: self.byline.into_owned(),
            published: self.published.map(|day| day.0),
            url: self.url.into_owned(),
            language: self.language.into_owned(),
            direction: self.direction.into(),
            original: self.original.into(),
        }
    }
}

impl From<Original<'_>> for model::Original {
    fn from(original: Original<'_>) -> model::Original {
        model::Original {
            name: original.name.into_owned(),
            encoding: original.encoding.into_owned(),
            sha256: original.sha256.map(|digest| digest.0),
        }
    }
}

impl From<model::Direction> for Direction {
    fn from(direction: model::Direction) -> Direction {
        match direction {
            model::Direction::Auto => Direction::Auto,
            model::Direction::LeftToRight => Direction::LeftToRight,
            model::Direction::RightToLeft => Direction::RightToLeft,
        }
    }
}

impl From<Direction> for model::Direction {
    fn from(direction: Direction) -> model::Direction {
        match direction {
            Direction::Auto => model::Direction::Auto,
            Direction::LeftToRight => model::Direction::LeftToRight,
            Direction::RightToLeft => model::Direction::RightToLeft,
        }
    }
}
