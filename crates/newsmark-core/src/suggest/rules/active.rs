//! A verb and its object: "killed at least 12 people".

use super::super::lexicon::{EventRole, EventWord, VerbForm};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::Bond;
use super::object::objects;
use super::verb_group::VerbGroup;

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    if event.role != EventRole::Act {
        return;
    }
    let group = VerbGroup::of(tagged, at);
    // "was killing 12" has an object, "was killed" none.
    if group.has_be && event.form != Some(VerbForm::Ing) {
        return;
    }
    // The governor of a count is the verb itself; what is before it tells its mood.
    for n in objects(tagged, at) {
        findings.push(tagged, n, event, at..at + 1, group.mood, Bond::Said);
    }
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, nothing_likely};

    #[test]
    fn the_object_of_a_verb_of_harm_is_counted() {
        likely(&[
            "\
Shells killed at least 12 people in Karsa.
       ^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Gunmen killed five soldiers and three nurses.
       ^^^^^^^^^^^^^^^^^^^^ Casualties
                                ^^^^^^^^^^^^ Casualties",
            "\
The blast killed 12 people and wounded 30.
          ^^^^^^^^^^^^^^^^ Casualties
                               ^^^^^^^^^^ Casualties",
            "\
The flood left the valley, killing two boys, injuring dozens and displacing 4,000 people.
                           ^^^^^^^^^^^^^^^^ Casualties
                                             ^^^^^^^^^^^^^^^ Casualties
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^ Displacement",
            "\
The fire destroyed 60 homes.
         ^^^^^^^^^^^^^^^^^^ Displacement",
            "\
The drought has claimed more than 300 lives.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Rebels kidnapped six engineers.
       ^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Floods forced about 900 people to flee.
       ^^^^^^^^^^^^^^^^^^^^^^^ Displacement",
        ]);
    }

    #[test]
    fn threats_plans_denials_and_figures_of_speech_are_not_likely() {
        nothing_likely(&[
            "The group threatened to kill 50 hostages.",
            "Such a bomb could kill 2,000 people.",
            "The attack would have killed 300 people.",
            "The army denied killing 12 villagers.",
            "He was accused of killing two guards.",
            "They did not kill 12 men.",
            "The vaccine saved 3,000 lives.",
            "The striker killed the game with two goals.",
            "The plan is to evacuate 400 patients.",
            "The storm killed 40 sheep and destroyed 12 bridges.",
            "If the dam killed 12 people, nobody would say so.",
            "Did the shelling kill 12 people?",
        ]);
    }
}
