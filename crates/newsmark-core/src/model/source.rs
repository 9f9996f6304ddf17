use super::vocabulary::Chosen;
use super::{Anonymity, FieldValue, Interest, SourceId, SourceKind};

/// Names one field of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceField {
    /// What it is called.
    Name,
    /// What else it is called, a name a line.
    OtherNames,
    /// What it is or does.
    Role,
    /// Whom it belongs to.
    Affiliation,
    /// What it is.
    Kind,
    /// What stake it has.
    Interest,
    /// How it is named.
    Anonymity,
}

impl SourceField {
    /// Every field, in the order of a form.
    pub const ALL: [SourceField; 7] = [
        SourceField::Name,
        SourceField::OtherNames,
        SourceField::Role,
        SourceField::Affiliation,
        SourceField::Kind,
        SourceField::Interest,
        SourceField::Anonymity,
    ];

    /// Its label in a form.
    pub fn label(self) -> &'static str {
        match self {
            SourceField::Name => "Name",
            SourceField::OtherNames => "Other names",
            SourceField::Role => "Role",
            SourceField::Affiliation => "Affiliation",
            SourceField::Kind => "Kind",
            SourceField::Interest => "Interest",
            SourceField::Anonymity => "Anonymity",
        }
    }
}

/// Somebody or something that the article draws on, once for the whole project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name for as long as the project lives.
    pub id: SourceId,
    /// What it is called.
    pub name: String,
    /// What else it is called.
    pub other_names: Vec<String>,
    /// What it is or does, as "spokeswoman of the relief committee".
    pub role: String,
    /// Whom it belongs to.
    pub affiliation: String,
    /// What it is.
    pub kind: SourceKind,
    /// What stake it has.
    pub interest: Interest,
    /// How it is named.
    pub anonymity: Anonymity,
}

impl Source {
    /// A source of which only the name is known.
    pub fn named(id: SourceId, name: impl Into<String>) -> Source {
        Source {
            id,
            name: name.into(),
            other_names: Vec::new(),
            role: String::new(),
            affiliation: String::new(),
            kind: SourceKind::default(),
            interest: Interest::default(),
            anonymity: Anonymity::default(),
        }
    }

    /// What the field holds: a text or a choice.
    pub fn field(&self, field: SourceField) -> FieldValue {
        match field {
            SourceField::Name => FieldValue::Text(self.name.clone()),
            SourceField::OtherNames => FieldValue::Text(self.other_names.join("\n")),
            SourceField::Role => FieldValue::Text(self.role.clone()),
            SourceField::Affiliation => FieldValue::Text(self.affiliation.clone()),
            SourceField::Kind => FieldValue::Choice(SourceKind::VOCABULARY, self.kind as usize),
            SourceField::Interest => FieldValue::Choice(Interest::VOCABULARY, self.interest as usize),
            SourceField::Anonymity => FieldValue::Choice(Anonymity::VOCABULARY, self.anonymity as usize),
        }
    }

    /// What a person reads for the field; empty is unknown.
    pub fn written(&self, field: SourceField) -> String {
        match self.field(field) {
            FieldValue::Choice(vocabulary, index) => {
                vocabulary.terms.get(index).map_or(String::new(), |term| term.label.to_owned())
            }
            FieldValue::Text(text) => text,
            _ => String::new(),
        }
    }

    /// Puts `value` into the field; a value of another kind changes nothing.
    pub fn set_field(&mut self, field: SourceField, value: FieldValue) {
        match (field, value) {
            (SourceField::Name, FieldValue::Text(text)) => self.name = text,
            (SourceField::OtherNames, FieldValue::Text(text)) => {
                self.other_names =
                    // An empty text splits into one empty name.
                    if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() };
            }
            (SourceField::Role, FieldValue::Text(text)) => self.role = text,
            (SourceField::Affiliation, FieldValue::Text(text)) => self.affiliation = text,
            (SourceField::Kind, FieldValue::Choice(list, index)) => {
                self.kind.choose(list, index);
            }
            (SourceField::Interest, FieldValue::Choice(list, index)) => {
                self.interest.choose(list, index);
            }
            (SourceField::Anonymity, FieldValue::Choice(list, index)) => {
                self.anonymity.choose(list, index);
            }
            _ => {}
        }
    }

    /// Its name and all others.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.other_names.iter().map(String::as_str))
    }
}
