use crate::model::Anchored;

/// Where something happened.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// The place's words.
    pub text: Option<Anchored<String>>,
    /// The place's usual name; empty is unknown.
    pub name: String,
    /// Its country as two letters (ISO 3166-1 alpha-2); empty is unknown.
    pub country: String,
}

impl Place {
    /// A place of which only the words are known.
    pub fn worded(text: Anchored<String>) -> Place {
        Place { text: Some(text), ..Place::default() }
    }

    /// What it is called: its name, else its words; empty is unknown.
    pub fn called(&self) -> &str {
        // The usual name first: "the town" is no name outside the article.
        if self.name.is_empty() { self.text.as_ref().map_or("", |text| &text.value) } else { &self.name }
    }
}
