use super::wording::{first_of, has_any, marked};
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, Harm};

/// Killed, where the words say "casualties" or "victims", which are the dead
/// and the injured (Every Casualty, *Standards*: casualties are not deaths).
pub(super) const CHECK: Check = Check {
    kind: "HarmFromCasualties",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example {
        article: "The raid left 12 casualties.\n              ^^^^^^^^^^^^^ Casualties",
        records: &["1 harm = Killed"],
    },
    silent: Example {
        article: "Of the casualties 12 had died.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
        records: &["1 harm = Killed"],
    },
};

const CASUALTIES: &[&str] = &["casualties", "casualty", "victims", "victim", "ضحايا", "ضحية", "إصابات", "إصابة"];

// Any word that tells of dying beside "casualties" shows that the killed may be meant: a warning then would be a false
// alarm.
const DEATHS: &[&str] = &[
    "killed",
    "kill",
    "kills",
    "killing",
    "killings",
    "dead",
    "death",
    "deaths",
    "deadly",
    "died",
    "die",
    "dies",
    "dying",
    "fatal",
    "fatality",
    "fatalities",
    "slain",
    "murdered",
    "murder",
    "massacre",
    "massacred",
    "executed",
    "perished",
    "bodies",
    "corpses",
    "lives",
    "buried",
    "deceased",
    "قتل",
    "قتلى",
    "قتيل",
    "قتيلا",
    "قتلوا",
    "مقتل",
    "شهيد",
    "شهيدا",
    "شهداء",
    "استشهد",
    "استشهاد",
    "مصرع",
    "حتفه",
    "حتفهم",
    "وفاة",
    "وفيات",
    "توفي",
    "مات",
    "ماتوا",
    "موت",
    "جثة",
    "جثث",
];

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Casualties(record) = &annotation.details else { return };
    if record.harm != Harm::Killed {
        return;
    }
    let words = marked(basis.text, annotation);
    let Some(word) = first_of(&words, CASUALTIES).filter(|_| !has_any(&words, DEATHS)) else { return };
    let unspecified = FieldValue::Choice(Harm::VOCABULARY, Harm::Unspecified as usize);
    let fix = Fix::fields("Set harm to Unspecified", [(FieldPath::Harm, unspecified)]);
    let why = format!("The marked words say “{word}”, which is not to say that they were killed");
    found.push(Finding::in_field(FieldPath::Harm, why).or(fix));
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn arabic_victims_are_not_yet_dead() {
        let expected = ["The marked words say “والضحايا”, which is not to say that they were killed"];
        assert_eq!(whys(&CHECK, "والضحايا 12 شخصا\n^^^^^^^^^^^^^^^^ Casualties", &["1 harm = Killed"]), expected);
        assert!(
            whys(&CHECK, "عدد الضحايا القتلى 12\n^^^^^^^^^^^^^^^^^^^^^ Casualties", &["1 harm = Killed"]).is_empty()
        );
    }
}
