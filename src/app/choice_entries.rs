use crate::app::widgets::ChoiceEntry;
use crate::model::Vocabulary;

/// What a field offers that takes one term of a vocabulary.
pub fn choice_entries(vocabulary: &'static Vocabulary) -> Vec<ChoiceEntry<'static>> {
    let entries = vocabulary.terms.iter().map(|term| ChoiceEntry { label: term.label, definition: term.definition });
    entries.collect()
}
