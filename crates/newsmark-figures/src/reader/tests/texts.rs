use crate::{Language, phrase_around, readings};

/// The words of every figure of a text, parted by bars.
fn figures(text: &str) -> String {
    let readings = readings(text, Language::default());
    readings.iter().map(|reading| &text[reading.at.clone()]).collect::<Vec<_>>().join("|")
}

#[test]
fn a_figure_is_anchored_to_its_number_and_what_limits_it() {
    assert_eq!(figures("Shells killed at least 12 people in Karsa."), "at least 12");
    assert_eq!(figures("Some 2,000 families left the town."), "Some 2,000 families");
    assert_eq!(figures("About 40% of 120 homes burned."), "About 40%|120 homes");
    assert_eq!(figures("A woman and her two sons died."), "A woman and her two sons");
    assert_eq!(figures("قُتل 17 شخصًا على الأقل ونزحت عشرات الأسر."), "17 شخصًا على الأقل|عشرات الأسر");
}

#[test]
fn every_number_of_a_text_is_found_and_nothing_else() {
    assert_eq!(
        figures(
            "On 14 March 2026 shells killed 12 people, five of them children, and wounded more than 30 near Karsa.\n\
             The 7th Brigade, founded in 1998, said at 5 p.m. that it spent $2 million. Orsa Teris, 34, said no one \
             had come since: \"Dozens fled, the rest stayed.\" There were no reports of looting."
        ),
        "12|five|more than 30|no one|Dozens|the rest"
    );
    assert_eq!(figures("The toll rose from 12 to 17 dead."), "12|17");
    assert_eq!(figures("The army raised the toll twice on Sunday, from seven to nine."), "seven|nine");
    assert_eq!(figures("“One counts people who register,” she said."), "");
    assert_eq!(figures("Two died, three were hurt, and one was missing."), "Two|three|one");
    assert_eq!(figures("قتل ثلاثة مدنيين وأصيب عشرون آخرون بينهم خمسة أطفال."), "ثلاثة|عشرون|خمسة");
}

#[test]
fn the_phrase_around_a_place_holds_its_noun_and_what_is_no_quantity() {
    let around = |text: &str, words: &str| {
        let at = text.find(words).unwrap();
        phrase_around(text, Language::default(), at..at + words.len()).map(|phrase| text[phrase].to_owned())
    };
    assert_eq!(around("It killed at least 12 people.", "12").as_deref(), Some("at least 12 people"));
    assert_eq!(around("It cost $40 million.", "40").as_deref(), Some("$40 million"));
    assert_eq!(around("It killed at least 12 people.", "killed"), None);
}
