use newsmark_core::model::{Details, NamedVictim, Project};

/// The names of a project's victims, which a public data set tells nowhere.
#[derive(Debug, Default)]
pub(crate) struct HiddenNames(Vec<String>);

impl HiddenNames {
    /// Every victim's name of every mark, placed or not.
    pub fn of(project: &Project) -> HiddenNames {
        let placed = project.annotations().iter().map(|annotation| &annotation.details);
        let unplaced = project.unplaced().iter().map(|annotation| &annotation.details);
        let mut names: Vec<String> = placed.chain(unplaced).flat_map(victims).flat_map(names_of).collect();
        names.sort();
        names.dedup();
        HiddenNames(names)
    }

    /// Whether one of them stands in the text, whatever its case and spaces are.
    pub fn stand_in(&self, text: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let text = folded(text);
        self.0.iter().any(|name| text.contains(name.as_str()))
    }
}

fn victims(details: &Details) -> &[NamedVictim] {
    match details {
        Details::Casualties(record) => &record.named_victims,
        _ => &[],
    }
}

/// The name as the editor means it, and the words that it rests on.
fn names_of(victim: &NamedVictim) -> impl Iterator<Item = String> {
    let words = victim.name.as_ref().and_then(|name| name.anchor.as_ref()).map(|anchor| anchor.words.as_str());
    let value = victim.name.as_ref().map(|name| name.value.as_str());
    [value, words].into_iter().flatten().map(folded).filter(|name| !name.is_empty()).collect::<Vec<_>>().into_iter()
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
