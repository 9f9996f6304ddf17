use crate::model::Category;

/// A set of categories: what a place of the text is marked as by one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Labels(u8);

impl Labels {
    /// How many sets there are.
    pub const COUNT: usize = 1 << Category::ALL.len();

    /// Marked as nothing.
    pub const NONE: Labels = Labels(0);

    /// Marked as that category alone.
    pub fn of(category: Category) -> Labels {
        Labels(1 << category as u8)
    }

    /// Everything that either is marked as.
    pub fn with(self, other: Labels) -> Labels {
        Labels(self.0 | other.0)
    }

    /// What this one is marked as and the other is not.
    pub fn without(self, other: Labels) -> Labels {
        Labels(self.0 & !other.0)
    }

    /// Whether it is marked as that category, among others.
    pub fn has(self, category: Category) -> bool {
        self.0 & Labels::of(category).0 != 0
    }

    /// Its place among all sets, from 0 for none.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// As a sentence writes it: “Casualties and Quotes”, “nothing”.
    pub fn words(self) -> String {
        let names: Vec<&str> =
            Category::ALL.into_iter().filter(|category| self.has(*category)).map(Category::name).collect();
        if names.is_empty() { "nothing".to_owned() } else { names.join(" and ") }
    }
}
