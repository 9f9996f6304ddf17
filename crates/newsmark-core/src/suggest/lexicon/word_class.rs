/// What a word of the lists is, where it is no verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordClass {
    /// the, many
    Determiner,
    /// his
    Possessive,
    /// he, someone
    Pronoun,
    /// who, whether
    Relative,
    /// of, according
    Preposition,
    /// and, because
    Conjunction,
    /// is, had
    Auxiliary,
    /// would
    Modal,
    /// not, won't
    Negation,
    /// he's
    Contraction,
    /// also, ago
    Adverb,
    /// Mr, Senator
    Title,
    /// spokesman, resident
    Role,
    /// woman, family
    Person,
    /// ministry, police
    Organisation,
    /// report, video
    Document,
    /// claim, promise
    CueNoun,
    /// Monday, week
    Time,
    /// Another frequent noun.
    Noun,
    /// allegedly
    Hedge,
    /// quoted, believed
    Reportedly,
    /// bluntly
    Manner,
    /// new, former
    Adjective,
}

impl WordClass {
    /// The classes with their names in the lists.
    pub(crate) const NAMES: [(&str, WordClass); 23] = [
        ("determiner", WordClass::Determiner),
        ("possessive", WordClass::Possessive),
        ("pronoun", WordClass::Pronoun),
        ("relative", WordClass::Relative),
        ("preposition", WordClass::Preposition),
        ("conjunction", WordClass::Conjunction),
        ("auxiliary", WordClass::Auxiliary),
        ("modal", WordClass::Modal),
        ("negation", WordClass::Negation),
        ("contraction", WordClass::Contraction),
        ("adverb", WordClass::Adverb),
        ("title", WordClass::Title),
        ("role", WordClass::Role),
        ("person", WordClass::Person),
        ("organisation", WordClass::Organisation),
        ("document", WordClass::Document),
        ("cuenoun", WordClass::CueNoun),
        ("time", WordClass::Time),
        ("noun", WordClass::Noun),
        ("hedge", WordClass::Hedge),
        ("reportedly", WordClass::Reportedly),
        ("manner", WordClass::Manner),
        ("adjective", WordClass::Adjective),
    ];

    /// The class with this name in the lists.
    pub(super) fn named(name: &str) -> Option<WordClass> {
        WordClass::NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    /// Its name in the lists.
    pub fn name(self) -> &'static str {
        WordClass::NAMES.iter().find(|(_, class)| *class == self).map_or("", |(name, _)| name)
    }

    /// Whether its words are few and say how a sentence is built rather than what about.
    pub fn is_function(self) -> bool {
        self <= WordClass::Adverb
    }
}
