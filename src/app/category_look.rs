//! How the four categories look: the one place where they meet a theme.

use crate::app::theme::{MarkLook, Underline};
use crate::model::Category;

/// What a category looks like.
pub trait CategoryLook {
    /// Its name, letter, colours and underline, for controls and themes.
    fn look(self) -> MarkLook;
}

impl CategoryLook for Category {
    fn look(self) -> MarkLook {
        let (name, letter) = (self.name(), self.letter());
        match self {
            Category::Casualties => {
                MarkLook { name, letter, colours: |colours| &colours.casualties, underline: Underline::Solid }
            }
            Category::Displacement => {
                MarkLook { name, letter, colours: |colours| &colours.displacement, underline: Underline::Dashed }
            }
            Category::Quotes => {
                MarkLook { name, letter, colours: |colours| &colours.quotes, underline: Underline::Double }
            }
            Category::Claims => {
                MarkLook { name, letter, colours: |colours| &colours.claims, underline: Underline::Wavy }
            }
        }
    }
}

/// The looks of all four, in their order.
pub fn looks() -> [MarkLook; 4] {
    Category::ALL.map(Category::look)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::Theme;

    #[test]
    fn each_category_has_colours_and_a_line_of_its_own() {
        for theme in Theme::all() {
            let looks = looks();
            for (n, look) in looks.iter().enumerate() {
                for other in &looks[..n] {
                    assert_ne!(theme.mark(*look), theme.mark(*other), "{} and {}", look.name, other.name);
                    assert_ne!(look.underline, other.underline, "{} and {}", look.name, other.name);
                }
            }
            assert_eq!(*theme.mark(Category::Quotes.look()), theme.categories.quotes);
        }
    }
}
