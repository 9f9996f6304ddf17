use crate::model::{Annotation, Details, Dimension, Project, Text, Unit, Victims};

/// Words for groups of people by age, sex or calling; domain.md's groups and their like.
const GROUPS: &[&str] = &[
    "child",
    "children",
    "boy",
    "boys",
    "girl",
    "girls",
    "woman",
    "women",
    "man",
    "men",
    "minor",
    "minors",
    "infant",
    "infants",
    "baby",
    "babies",
    "toddlers",
    "teenager",
    "teenagers",
    "elderly",
    "pensioners",
    "journalist",
    "journalists",
    "reporter",
    "reporters",
    "doctor",
    "doctors",
    "nurse",
    "nurses",
    "medic",
    "medics",
    "paramedic",
    "paramedics",
    "rescuer",
    "rescuers",
    "firefighter",
    "firefighters",
    "teacher",
    "teachers",
    "student",
    "students",
    "pupil",
    "pupils",
    "طفل",
    "طفلا",
    "أطفال",
    "الأطفال",
    "امرأة",
    "نساء",
    "النساء",
    "رجل",
    "رجال",
    "صحفي",
    "صحفيين",
    "صحفيا",
    "مسعف",
    "مسعفين",
    "طبيب",
    "أطباء",
    "تلاميذ",
    "طلاب",
];

/// Words for who people were in the fighting.
const VICTIMS: &[&str] = &[
    "civilian",
    "civilians",
    "soldier",
    "soldiers",
    "troops",
    "fighter",
    "fighters",
    "combatant",
    "combatants",
    "militant",
    "militants",
    "insurgents",
    "rebels",
    "gunmen",
    "militiamen",
    "مدنيا",
    "مدنيين",
    "مدنيون",
    "المدنيين",
    "جندي",
    "جنديا",
    "جنود",
    "الجنود",
    "مقاتل",
    "مقاتلا",
    "مقاتلين",
    "مسلح",
    "مسلحا",
    "مسلحين",
];

/// Words for households.
const HOUSEHOLDS: &[&str] = &["families", "household", "households", "عائلة", "عائلات", "أسرة", "أسر"];

/// Words before a place.
const AT: &[&str] = &["in", "at", "near", "outside", "inside", "around", "from", "on", "في", "قرب", "داخل", "خارج"];

/// What follows them and is no place: a time, a state, or how it happened.
const NO_PLACES: &[&str] = &[
    "least",
    "most",
    "all",
    "total",
    "hospital",
    "custody",
    "critical",
    "serious",
    "stable",
    "condition",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "morning",
    "afternoon",
    "evening",
    "night",
    "day",
    "week",
    "month",
    "year",
    "attack",
    "attacks",
    "strike",
    "strikes",
    "raid",
    "raids",
    "blast",
    "blasts",
    "explosion",
    "shelling",
    "bombing",
    "fighting",
    "clashes",
    "crossfire",
    "fire",
    "wounds",
    "injuries",
    "burns",
    "their",
    "his",
    "her",
    "its",
    "it",
    "them",
    "one",
    "two",
    "three",
    "a",
    "an",
    "this",
    "that",
    "which",
    "other",
    "addition",
    "part",
    "turn",
    "board",
    "foot",
    "القصف",
    "الهجوم",
    "الغارة",
    "الانفجار",
    "يوم",
    "المجموع",
    "حالة",
];

/// By what a part divides its whole, as its record or its words say: “26 of them children” by group, “in the port” by
/// place, “10 civilians” by victims’ status, “families” by household. `None` where they say nothing, or two
/// things, as “five children in the port”.
///
/// Only offered: an editor decides.
pub fn dimension_said(project: &Project, annotation: &Annotation) -> Option<Dimension> {
    let mut said = recorded(annotation);
    let text = &project.article().text;
    for words in annotation.spans.iter().map(|span| text.words(span)).chain([behind(text, annotation)]) {
        // What stands behind the mark is asked only where the mark itself says nothing.
        if said.is_empty() {
            said.extend(in_words(words));
        }
    }
    said.dedup();
    match said[..] {
        [by] => Some(by),
        _ => None,
    }
}

/// What the record's own fields show.
fn recorded(annotation: &Annotation) -> Vec<Dimension> {
    let (has_groups, victims) = match &annotation.details {
        Details::Casualties(record) => (!record.groups.is_empty(), record.victims),
        _ => (false, Victims::Unknown),
    };
    let is_known = !matches!(victims, Victims::Unknown | Victims::Mixed);
    let of_households = annotation.details.figure().is_some_and(|figure| figure.unit == Unit::Household);
    let shown = [(Dimension::Group, has_groups), (Dimension::Victims, is_known), (Dimension::Household, of_households)];
    // Civilians may be counted by group as well: a group is the narrower of the two.
    shown.into_iter().filter(|(_, is_shown)| *is_shown).map(|(by, _)| by).take(1).collect()
}

/// What the words say, in the order of the vocabulary.
fn in_words(words: &str) -> Vec<Dimension> {
    let all: Vec<String> =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let lower: Vec<String> = all.iter().map(|word| word.to_lowercase()).collect();
    let any = |list: &[&str]| lower.iter().any(|word| list.contains(&word.as_str()));
    let is_place = lower.iter().enumerate().any(|(at, word)| {
        let is_article = |word: &String| matches!(word.as_str(), "the" | "a" | "an");
        let next = lower.get(at + 1).filter(|next| !is_article(next)).or(lower.get(at + 2));
        AT.contains(&word.as_str())
            && next
                .is_some_and(|next| !NO_PLACES.contains(&next.as_str()) && !next.starts_with(|c: char| c.is_numeric()))
    });
    let said = [
        (Dimension::Place, is_place),
        (Dimension::Group, any(GROUPS)),
        (Dimension::Victims, any(VICTIMS)),
        (Dimension::Household, any(HOUSEHOLDS)),
    ];
    said.into_iter().filter(|(_, is_said)| *is_said).map(|(by, _)| by).collect()
}

/// The words right behind the mark, up to a sign, a number or what begins something else.
fn behind<'t>(text: &'t Text, annotation: &Annotation) -> &'t str {
    /// "26 | of them small children", "12 | people in the port": more is of the next count.
    const MOST: usize = 6;
    let rest = &text[annotation.spans.end()..];
    let stop = rest.find(|c: char| !c.is_alphabetic() && c != ' ').unwrap_or(rest.len());
    let words = rest[..stop].split_inclusive(' ').take(MOST).take_while(|word| !matches!(word.trim(), "and" | "while"));
    &rest[..words.map(str::len).sum()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;

    #[test]
    fn the_words_say_by_what_a_part_divides_its_whole() {
        let said = |article: &str| {
            let project = project(article);
            dimension_said(&project, project.annotations().get(0).unwrap())
        };
        for (article, by) in [
            ("26 of them children\n^^^^^^^^^^^^^^^^^^^ Casualties", Dimension::Group),
            ("nine of the hurt were nurses\n^^^^ Casualties", Dimension::Group),
            ("three in the port\n^^^^^^^^^^^^^^^^^ Casualties", Dimension::Place),
            ("four people near Lir\n^^^^^^^^^^^ Casualties", Dimension::Place),
            ("ten civilians\n^^^^^^^^^^^^^ Casualties", Dimension::Victims),
            ("six soldiers and others\n^^^ Casualties", Dimension::Victims),
            ("12 families among them\n^^^^^^^^^^^ Displacement", Dimension::Household),
            ("خمسة أطفال\n^^^^^^^^^^ Casualties", Dimension::Group),
        ] {
            assert_eq!(said(article), Some(by), "{article}");
        }
        for article in [
            "five children in the port\n^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "nine in critical condition\n^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "three on Sunday\n^^^^^^^^^^^^^^^ Casualties",
            "two at least\n^^^^^^^^^^^^ Casualties",
            "two later, 26 children\n^^^^^^^^^ Casualties",
        ] {
            assert_eq!(said(article), None, "{article}");
        }
    }
}
