//! The verbs that belong to a verb: auxiliaries, denials, and what takes it into the future or makes it a wish.

use std::ops::Range;

use super::super::lexicon::{VerbForm, WordClass, WordList};
use super::super::tagged::TaggedText;

/// A verb or adjective with the verbs and adverbs before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::suggest) struct VerbGroup {
    /// Its tokens, the verb last.
    pub tokens: Range<usize>,
    /// Whether a form of to be makes it a passive or a predicate.
    pub has_be: bool,
    /// Whether a form of to have stands in it.
    pub has_have: bool,
    /// How far what it says is real.
    pub mood: Mood,
}

/// How far what a verb says is real.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::suggest) enum Mood {
    /// It happened.
    Real,
    /// It is passed on: "reported killed", "is said to have killed".
    Reported,
    /// It is feared or presumed: "feared dead".
    Feared,
    /// It may have happened: "may have killed".
    Possible,
    /// It is held against somebody: "accused of killing".
    Alleged,
    /// It is to come: "will be evacuated".
    Future,
    /// Somebody denies it: "denied killing 12".
    Denied,
    /// The words say that it did not happen: "was not killed".
    Negated,
    /// It is a wish, a threat, a plan or a thing imagined: "vowed to kill", "would have killed".
    Unreal,
}

/// Longest group of verbs, in tokens: "are feared to have been immediately and brutally killed".
const LONGEST: usize = 12;

/// Verbs and nouns whose infinitive says that something happened.
const IMPLYING: WordList = WordList::of(
    "continue continued continues continuing began begun started managed helped happened known forced forcing forces \
    compelled obliged first latest second third last only having caused causing led leading prompted prompting \
    allowed people most youngest",
);

/// Words after which an infinitive is passed on.
const REPORTED: WordList = WordList::of(
    "reported said believed thought understood confirmed estimated reportedly listed known found appear appeared",
);

impl VerbGroup {
    /// The group that ends in the verb, participle or adjective at token `verb`.
    pub fn of(tagged: &TaggedText<'_>, verb: usize) -> VerbGroup {
        let first = tagged.sentence(verb).start.max(verb.saturating_sub(LONGEST));
        let mut group = VerbGroup { tokens: verb..verb + 1, has_be: false, has_have: false, mood: Mood::Real };
        let mut at = verb;
        while at > first && group.takes(tagged, at - 1) {
            at -= 1;
        }
        // Adverbs at its beginning belong to what stands before: "12 people also were killed".
        group.tokens.start = at;
        group.read_context(tagged);
        group
    }

    /// Takes token `at` into the group, where it belongs to it.
    fn takes(&mut self, tagged: &TaggedText<'_>, at: usize) -> bool {
        let follows = |words: &[&str]| tagged.is_one_of(at + 1, words);
        if tagged.is_be(at) {
            self.has_be = true;
            self.deny(tagged, at);
        } else if tagged.is_have(at) {
            self.has_have = true;
            self.deny(tagged, at);
        } else if tagged.is_one_of(at, &["did", "do", "does"]) {
        } else if tagged.is(at, WordClass::Modal) || tagged.is_one_of(at, &["couldn't", "wouldn't", "won't", "can't"]) {
            self.read_modal(tagged, at);
            self.deny(tagged, at);
        } else if tagged.is(at, WordClass::Negation) || tagged.word(at).ends_with("n't") {
            self.deny(tagged, at);
        } else if tagged.is_one_of(at, &["feared", "presumed"]) {
            self.weaken(Mood::Feared);
        } else if tagged.is_one_of(at, &["allegedly", "alleged"]) {
            self.weaken(Mood::Alleged);
        } else if tagged.is_in(at, &REPORTED) && self.has_participle_sense(tagged, at) {
            self.weaken(Mood::Reported);
        } else if tagged.is_one_of(at, &["possibly", "probably", "perhaps", "likely", "unlikely"]) {
            self.weaken(if tagged.word(at) == "unlikely" { Mood::Negated } else { Mood::Possible });
        } else if follows(&["to"])
            && tagged.is_one_of(at, &["expected", "likely", "set", "due", "scheduled", "about", "going"])
        {
            self.weaken(Mood::Future);
        } else if tagged.word(at) == "as" {
            return at > 0 && tagged.is_one_of(at - 1, &["registered", "listed", "recorded", "classified"]);
        } else if tagged.is_one_of(at, &["registered", "listed", "recorded", "classified"]) {
            return follows(&["as"]);
        } else if tagged.is_one_of(at, &["-", "pre"]) {
            // "were pre-emptively evacuated".
            return tagged.is_adverbial(at + 1) || follows(&["-"]) && tagged.is_adverbial(at + 2);
        } else if tagged.word(at) == "to" && follows(&["be"]) && at > 0 && tagged.is_be(at - 1) {
            self.weaken(Mood::Future);
        } else if tagged.word(at) == "to" {
            return follows(&["be", "have"]) || self.has_infinitive_head(tagged, at);
        } else if tagged.is_one_of(
            at,
            &["left", "lay", "pronounced", "declared", "remain", "remained", "still", "made", "rendered"],
        ) {
            // "was pronounced dead", "remained displaced": as a form of to be.
            self.has_be = true;
        } else if tagged.is_one_of(at, &[",", "and", "or", "then"]) {
            return joins_participles(tagged, at);
        } else if !tagged.is_adverbial(at) && !self.is_earlier_participle(tagged, at) {
            return false;
        }
        true
    }

    fn has_infinitive_head(&self, tagged: &TaggedText<'_>, at: usize) -> bool {
        // The infinitive itself: what it hangs on is read from the words before the group.
        tagged.verb_form(at + 1).is_none_or(|form| form == VerbForm::Base) || tagged.is_adverbial(at + 1)
    }

    fn has_participle_sense(&self, tagged: &TaggedText<'_>, at: usize) -> bool {
        // "are reported killed", "reported to have been killed"; else it is the verb of its own clause: "they said killed".
        at > 0 && (tagged.is_be(at - 1) || tagged.is_adverbial(at - 1) || tagged.mention_at(at - 1).is_some())
            || tagged.word(at).ends_with("ly")
    }

    fn is_earlier_participle(&self, tagged: &TaggedText<'_>, at: usize) -> bool {
        // "was shot and killed": the participle before the conjunction.
        tagged.is_one_of(at + 1, &[",", "and", "or", "then"])
            && matches!(tagged.verb_form(at), Some(VerbForm::Past | VerbForm::Participle))
    }

    fn read_modal(&mut self, tagged: &TaggedText<'_>, at: usize) {
        let mood = match tagged.word(at) {
            "may" | "might" | "could" if self.has_have => Mood::Possible,
            "must" if self.has_have => Mood::Possible,
            "will" | "shall" => Mood::Future,
            // "could not leave" denies the leaving itself.
            "may" | "might" | "could" if self.has_be => Mood::Possible,
            _ => Mood::Unreal,
        };
        self.weaken(mood);
    }

    fn deny(&mut self, tagged: &TaggedText<'_>, at: usize) {
        let is_only = tagged.is_one_of(at + 1, &["only", "just"]);
        if !is_only && (tagged.is_negation(at) || tagged.word(at) == "cannot") {
            self.weaken(Mood::Negated);
        }
    }

    /// The mood that is furthest from what is real holds.
    fn weaken(&mut self, mood: Mood) {
        self.mood = self.mood.max(mood);
    }

    /// What the words before the group make of it: "vowed to kill", "accused of killing", "denied killing".
    fn read_context(&mut self, tagged: &TaggedText<'_>) {
        const ACCUSED: WordList = WordList::of(
            "accused accusing suspected convicted guilty charged blamed charges accuse alleged accusations allegations \
            suspicion responsible jailed claims claimed sentenced accuses acquitted",
        );
        const DENIED: [&str; 4] = ["denied", "denies", "deny", "denying"];
        const AVERTED: WordList = WordList::of("avoid avoided prevent prevented without refused stop not never");
        let start = self.tokens.start;
        let Some(before) = start.checked_sub(1).filter(|&at| tagged.sentence(self.tokens.end - 1).contains(&at)) else {
            return;
        };
        let is_infinitive = tagged.word(start) == "to" && !tagged.is_one_of(start + 1, &["be", "have"]);
        if tagged.is_one_of(before, &DENIED) {
            self.weaken(Mood::Denied);
        } else if tagged.is_in(before, &AVERTED) {
            self.weaken(Mood::Negated);
        } else if tagged.is_one_of(before, &["of", "for", "over", "with", "from", "by"])
            && let Some(head) = before.checked_sub(1)
        {
            if tagged.is_in(head, &ACCUSED) {
                self.weaken(Mood::Alleged);
            } else if tagged
                .is_one_of(head, &["capable", "intent", "intention", "aim", "plot", "risk", "threat", "idea"])
            {
                self.weaken(Mood::Unreal);
            } else if tagged.is_one_of(head, &["stop", "keep", "kept", "stopped", "prevented", "refrain", "prevent"]) {
                self.weaken(Mood::Negated);
            }
        } else if tagged.is_in(before, &REPORTED) && tagged.word(start) == "to" {
            self.weaken(Mood::Reported);
        } else if tagged.is_one_of(before, &["feared", "presumed"]) {
            self.weaken(Mood::Feared);
        } else if is_infinitive && !tagged.is_in(before, &IMPLYING) {
            self.weaken(Mood::Unreal);
        } else if tagged.word(start) == "to" && tagged.is_be(start + 1) && !tagged.is_in(before, &IMPLYING) {
            // "are to be evacuated", "expected to be displaced".
            self.weaken(Mood::Future);
        }
    }
}

/// Whether the conjunction or comma at token `at` joins the participle after it with one before it.
fn joins_participles(tagged: &TaggedText<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if tagged.is_one_of(before, &[",", "and"]) {
        return joins_participles(tagged, before);
    }
    let is_verb = |at| matches!(tagged.verb_form(at), Some(VerbForm::Past | VerbForm::Participle | VerbForm::Ing));
    is_verb(before) && is_verb(at + 1) && tagged.mention_at(before).is_none()
}
