use super::choice::{MergeSide, preferred};
use crate::model::Card;

/// The card with what either side changed, of contested fields the value of the
/// side preferred, and whether there were any.
pub fn merged_card(base: Option<&Card>, ours: &Card, theirs: &Card, side: MergeSide) -> (Card, bool) {
    let mut is_contested = false;
    /// Decides one field of the three.
    macro_rules! field {
        ($field:ident) => {
            preferred(base.map(|base| &base.$field), &ours.$field, &theirs.$field, side, &mut is_contested)
        };
    }
    let card = Card {
        title: field!(title),
        outlet: field!(outlet),
        byline: field!(byline),
        published: field!(published),
        url: field!(url),
        language: field!(language),
        direction: field!(direction),
        original: field!(original),
    };
    (card, is_contested)
}
