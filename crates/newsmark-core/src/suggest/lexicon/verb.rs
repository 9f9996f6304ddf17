use super::third_person;

/// A form of a verb of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its base form.
    pub lemma: String,
    /// What it does.
    pub class: VerbClass,
    /// What may follow it.
    pub takes: Takes,
    /// Which form it is.
    pub form: VerbForm,
}

/// What a sentence does with a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerbClass {
    /// Utters words: say, write, announce.
    Speech,
    /// Says that something does not hold, or will not do: deny, refuse.
    Denial,
    /// Finds fault: criticise, accuse.
    Criticism,
    /// Asks for something to be done: demand, urge.
    Demand,
    /// Asks to know: ask, inquire.
    Question,
    /// Puts a size or an outcome: estimate, predict.
    Estimate,
    /// Holds in mind: think, want.
    Thought,
    /// Takes sides: back, oppose.
    Support,
    /// What documents and signs do: show, suggest.
    Evidence,
    /// Takes in: see, hear.
    Perception,
    /// Any other verb.
    Act,
}

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerbForm {
    /// say
    Base,
    /// says
    Third,
    /// said
    Past,
    /// spoken, where that is no past form
    Participle,
    /// saying
    Ing,
}

/// What may follow a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takes {
    /// A clause: "said that they left".
    pub clause: bool,
    /// Words in quotation marks.
    pub quotation: bool,
    /// A question: "asked whether".
    pub question: bool,
    /// An infinitive: "refused to go".
    pub infinitive: bool,
    /// A noun that stands for the content: "described the fire".
    pub object: bool,
}

impl VerbClass {
    /// The class with this name in the list.
    fn named(name: &str) -> Option<VerbClass> {
        Some(match name {
            "speech" => VerbClass::Speech,
            "denial" => VerbClass::Denial,
            "criticism" => VerbClass::Criticism,
            "demand" => VerbClass::Demand,
            "question" => VerbClass::Question,
            "estimate" => VerbClass::Estimate,
            "thought" => VerbClass::Thought,
            "support" => VerbClass::Support,
            "evidence" => VerbClass::Evidence,
            "perception" => VerbClass::Perception,
            "act" => VerbClass::Act,
            _ => return None,
        })
    }

    /// Its name in the list.
    pub fn name(self) -> &'static str {
        match self {
            VerbClass::Speech => "speech",
            VerbClass::Denial => "denial",
            VerbClass::Criticism => "criticism",
            VerbClass::Demand => "demand",
            VerbClass::Question => "question",
            VerbClass::Estimate => "estimate",
            VerbClass::Thought => "thought",
            VerbClass::Support => "support",
            VerbClass::Evidence => "evidence",
            VerbClass::Perception => "perception",
            VerbClass::Act => "act",
        }
    }

    /// Whether it can be the cue of an attribution.
    pub fn is_reporting(self) -> bool {
        self != VerbClass::Act
    }
}

impl Verb {
    /// The forms of the verb of a row of the list; nothing for a row that is none.
    pub(super) fn forms_of(row: &[&str]) -> impl Iterator<Item = (String, Verb)> {
        let forms = match *row {
            [lemma, class, takes, past, participle, ing] => VerbClass::named(class).map(|class| {
                let takes = Takes::read(takes);
                let forms = [
                    (lemma.to_owned(), VerbForm::Base),
                    (third_person(lemma), VerbForm::Third),
                    (participle.to_owned(), VerbForm::Participle),
                    (ing.to_owned(), VerbForm::Ing),
                    (past.to_owned(), VerbForm::Past),
                ];
                forms.map(|(word, form)| (word, Verb { lemma: lemma.to_owned(), class, takes, form }))
            }),
            _ => None,
        };
        forms.into_iter().flatten()
    }
}

impl Takes {
    fn read(column: &str) -> Takes {
        let has = |what: &str| column.split(',').any(|word| word == what);
        Takes {
            clause: has("that"),
            quotation: has("quote"),
            question: has("whether"),
            infinitive: has("to"),
            object: has("object"),
        }
    }
}
