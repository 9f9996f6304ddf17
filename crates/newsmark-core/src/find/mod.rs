//! Finding words in the article: what is looked for, and every place where it stands.
//!
//! A [`Query`] is what a person asks; its [`Pattern`] is that made ready, or a
//! sentence why it cannot be. [`Searched`] is a text with the folded copies
//! that inexact queries read, each built once when first needed. The answer
//! is [`Hits`]. Nothing here changes a text or knows an annotation.

mod bad_query;
mod edges;
mod folded;
mod hits;
mod pattern;
mod query;
mod searched;
mod slices;
#[cfg(test)]
mod tests;

pub use bad_query::BadQuery;
pub use folded::Folded;
pub use hits::Hits;
pub use newsmark_figures::Folds;
pub use pattern::Pattern;
pub use query::Query;
pub use searched::Searched;
