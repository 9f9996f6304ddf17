use crate::{Language, reading};

#[test]
fn a_reading_tells_how_it_was_read() {
    for (words, sentence) in [
        ("dozens of people", "at least 12 persons; “dozens” read as 12 by the ACLED convention"),
        ("at least a dozen people", "at least 12 persons"),
        ("46 people", "46 persons"),
        ("a woman", "1 person"),
        ("more than 30,000 people", "more than 30,000 persons"),
        ("as many as 200,000 people", "at most 200,000 persons"),
        ("fewer than 20 homes", "fewer than 20 dwellings"),
        ("close to 30,000 people", "nearly 30,000 persons"),
        ("some 2,000 families", "about 2,000 households"),
        ("20 to 30 people", "from 20 to 30 persons"),
        ("several dozen students", "at least 24 persons; “several dozen” read as 24 as a dictionary gives it"),
        ("about several dozen students", "about 24 persons; “several dozen” read as 24 as a dictionary gives it"),
        ("many people", "an unknown number of persons"),
        ("the rest", "the rest; what is left of the whole after its parts"),
        ("a couple and their three children", "5 persons; 2 and 3 added up"),
        ("60%", "60 per cent"),
        ("12", "12"),
        ("three tanks", "3, neither people nor homes"),
        ("عشرات الآلاف من المدنيين", "at least 10,000 persons; “عشرات الآلاف” read as 10,000 by the ACLED convention"),
    ] {
        let read = reading(words, Language::default()).unwrap();
        assert_eq!(read.sentence(words), sentence, "{words}");
    }
}

#[test]
fn what_is_no_figure_says_why() {
    for (words, sentence) in [
        ("-5", "A negative number cannot be a count"),
        (
            "between 40 and 20",
            "The range goes down, from 40 to 20: which of them is the lower one is for an editor to say",
        ),
        (
            "no reports of casualties",
            "That there are no reports says nothing about how many: the number is unknown, not 0",
        ),
        ("aged 34", "An age is not a count"),
        ("the city", "No number stands in these words"),
    ] {
        let why = reading(words, Language::default()).unwrap_err();
        assert_eq!(why.to_string(), sentence, "{words}");
    }
}
