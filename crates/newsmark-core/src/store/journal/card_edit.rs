//! What an entry changes in the texts of an article's card.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::splice::TextSplice;
use super::writers::{EditTarget, Slot, Writers};
use crate::model::Card;

/// A stretch of one of the card's texts, which is named as in the project
/// file, and how many entries there were up to the one that wrote what it was
/// taken from.
#[derive(Debug, Serialize, Deserialize)]
pub struct CardEdit<'a>(Cow<'a, str>, TextSplice<'a>, u64);

const TEXTS: [&str; 5] = ["title", "outlet", "byline", "url", "language"];

/// The changes that make the texts of `before` into those of `after`.
pub fn edits(before: &Card, after: &Card, writers: &Writers) -> Vec<CardEdit<'static>> {
    let (mut before, mut after) = (before.clone(), after.clone());
    let texts = TEXTS.into_iter().filter_map(|name| {
        let (before, after) = (text(&mut before, name)?, text(&mut after, name)?);
        let last = writers.of(EditTarget::Card, Slot::Card(name));
        (before != after).then(|| CardEdit(Cow::Borrowed(name), TextSplice::between(before, after).into_owned(), last))
    });
    texts.collect()
}

impl CardEdit<'_> {
    /// Makes the change; `None` where it was taken from another text.
    pub fn apply(&self, card: &mut Card) -> Option<()> {
        let text = text(card, &self.0)?;
        *text = self.1.applied(text)?;
        Some(())
    }

    /// Whether what it builds on stands as it did when it was written.
    pub fn fits(&self, writers: &Writers) -> bool {
        self.slot().is_some_and(|slot| writers.has(EditTarget::Card, slot, self.2))
    }

    /// The part that it writes.
    pub fn slot(&self) -> Option<Slot> {
        TEXTS.into_iter().find(|name| *name == self.0).map(Slot::Card)
    }
}

fn text<'c>(card: &'c mut Card, name: &str) -> Option<&'c mut String> {
    Some(match name {
        "title" => &mut card.title.value,
        "outlet" => &mut card.outlet,
        "byline" => &mut card.byline,
        "url" => &mut card.url,
        "language" => &mut card.language,
        _ => return None,
    })
}
