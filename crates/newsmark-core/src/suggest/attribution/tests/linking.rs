use super::*;
use crate::suggest::attribution::SourceLink;

#[test]
fn a_cue_without_a_source_inherits_the_one_before() {
    let (text, found) = found("The warden said the dam had held, adding that the gates would stay shut.");
    assert_eq!(found.len(), 2);
    assert_eq!(words(&text, found[1].source), "The warden");
    assert_eq!(found[1].link, SourceLink::Inherited);
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph_with_its_speaker() {
    let (text, found) = found(
        "“We saw the water rise all night,” Ana Orlo said. “We carried the children up the hill.\n\n\
         “In the morning the houses by the river were gone.”",
    );
    let last = found.last().unwrap();
    assert_eq!(text.words(last.content.as_slice()[0]), "“In the morning the houses by the river were gone.”");
    assert_eq!(words(&text, last.source), "Ana Orlo");
}

#[test]
fn a_colon_introduces_a_quotation() {
    let (text, found) = found("The old captain put it this way:\n\n“Nobody who was on that ship wants to sail again.”");
    let quoted = found.iter().find(|found| text.words(found.content.as_slice()[0]).starts_with('“')).unwrap();
    assert_eq!(words(&text, quoted.source), "The old captain");
    let (text, found) = super::found("Ana Orlo was blunt: “Nobody who was on that ship wants to sail again.”");
    let quoted = found.iter().find(|found| text.words(found.content.as_slice()[0]).starts_with('“')).unwrap();
    assert_eq!(words(&text, quoted.source), "Ana Orlo");
}

#[test]
fn a_source_and_a_cue_behind_the_last_comma_report_the_sentence() {
    for (sentence, source, content) in [
        ("Exports grew by a tenth last year, the ministry said.", "the ministry", "Exports grew by a tenth last year"),
        (
            "The gates of the dam were opened at dawn, said a villager.",
            "a villager",
            "The gates of the dam were opened at dawn",
        ),
    ] {
        let (text, found) = found(sentence);
        assert_eq!(found.len(), 1, "{sentence}");
        assert_eq!(words(&text, found[0].source), source);
        assert_eq!(text.words(found[0].content.as_slice()[0]), content);
    }
}

#[test]
fn a_signature_behind_a_dash_is_who_is_quoted() {
    for fixture in [
        "“Nobody told us about the water that night.” — Ana Orlo, Tarn",
        "“Nobody told us about the water that night.”\n— Ana Orlo",
    ] {
        let (text, found) = found(fixture);
        assert_eq!((found.len(), words(&text, found[0].source)), (1, "Ana Orlo"), "{fixture}");
    }
    let (text, found) = super::found("“Nobody told us about the water that night.” — It was late.");
    assert_eq!(found.iter().map(|found| words(&text, found.source)).collect::<Vec<_>>(), [""]);
}

#[test]
fn a_participle_has_the_subject_of_its_sentence() {
    let (text, found) = found(
        "“We never saw the plan,” Jon Bast said. The council of Tarn sold the mill in May, \
         saying “nobody had asked for it in years.”",
    );
    let last = found.last().unwrap();
    assert_eq!(words(&text, last.source), "The council of Tarn");
}

#[test]
fn a_transcript_is_read_by_turns() {
    let transcript = "ORLO: Where were you on Friday?\nBAST: At home, I said so.\nORLO: All night?\nBAST: All night.\n";
    let (text, found) = found(transcript);
    assert_eq!(found.len(), 4);
    assert!(found.iter().all(|found| found.link == SourceLink::Turn));
    assert_eq!(words(&text, found[1].source), "BAST");
    assert_eq!(text.words(found[1].content.as_slice()[0]), "At home, I said so.");
}

#[test]
fn a_label_that_stands_once_makes_no_transcript() {
    let (_, found) =
        found("Note: the times are local.\nUpdate: the road is open.\nWhere: the town hall.\nWhen: at noon.\n");
    assert!(found.iter().all(|found| found.link != SourceLink::Turn));
}

#[test]
fn a_pronoun_is_who_spoke_before() {
    let (text, found) =
        found("“The fire began in the mill,” Ana Orlo said.\n\n“We could not reach it in time,” she said.");
    let last = found.last().unwrap();
    assert_eq!((words(&text, last.source), words(&text, last.speaker)), ("she", "Ana Orlo"));
}

#[test]
fn a_pronoun_is_nobody_of_the_other_gender() {
    let (text, found) = found(
        "“The fire began in the mill,” Ms. Ana Orlo said.\n\n“It was the wind,” Mr. Jon Bast said.\n\n\
         “We could not reach it in time,” she said.",
    );
    let last = found.last().unwrap();
    assert_eq!((words(&text, last.source), words(&text, last.speaker)), ("she", "Ms. Ana Orlo"));
}

#[test]
fn a_short_name_is_the_full_one_before_it() {
    let (text, found) = found("Jon Bast runs the mill at Tarn.\n\n“The fire began upstairs,” Mr. Bast said.");
    let last = found.last().unwrap();
    assert_eq!((words(&text, last.source), words(&text, last.speaker)), ("Mr. Bast", "Jon Bast"));
}

#[test]
fn a_role_is_who_was_introduced_with_it() {
    let (text, found) = found("Ana Orlo, the mayor of Tarn, came early.\n\n“The fire began upstairs,” the mayor said.");
    let last = found.last().unwrap();
    assert_eq!((words(&text, last.source), words(&text, last.speaker)), ("the mayor", "Ana Orlo"));
}

#[test]
fn people_of_a_place_are_not_the_place() {
    let (text, found) = found("Old Tarn lies on the river.\n\nFarmers in Tarn said the water was rising.");
    let last = found.last().unwrap();
    assert_eq!((words(&text, last.source), words(&text, last.speaker)), ("Farmers in Tarn", ""));
}

#[test]
fn several_are_not_the_one_who_was_introduced() {
    let (text, found) =
        found("Ana Orlo, one of the officers, came early.\n\n“The fire began upstairs,” the officers said.");
    let last = found.last().unwrap();
    assert_eq!((words(&text, last.source), words(&text, last.speaker)), ("the officers", ""));
}

#[test]
fn arabic_quotations_have_the_source_beside_their_cue() {
    let (text, found) = found("وقال المتحدث باسم البلدية: «لم يبق في القرية أحد بعد الفيضان».");
    assert_eq!(found.len(), 1);
    assert_eq!(words(&text, found[0].cue), "وقال");
    assert_eq!(words(&text, found[0].source), "المتحدث باسم البلدية");
    let (text, found) = super::found("«لم يبق في القرية أحد بعد الفيضان»، قالت سيدة من السكان.");
    assert_eq!(words(&text, found[0].source), "سيدة من السكان");
}

#[test]
fn a_quotation_of_another_language_stands_without_a_source() {
    let (text, found) = found("« Nous avons attendu toute la nuit dehors », raconte Ana Orlo.");
    assert!(found.iter().any(|found| text.words(found.content.as_slice()[0]).starts_with('«')));
}

#[test]
fn every_link_has_a_reason() {
    let (text, found) = found("The warden said the dam had held, adding that the gates would stay shut.");
    assert_eq!(found[0].why(&text), "**The warden** is the source of **said**");
    assert_eq!(found[1].why(&text), "**adding** goes on from what **The warden** said");
}

#[test]
fn a_source_behind_the_last_comma_needs_no_word_of_a_list() {
    for (sentence, source) in [
        (
            "At least nine farmers died in the flood near Tarn on Monday, the district hospital said.",
            "the district hospital",
        ),
        ("Two bridges were washed away overnight, a hospital official told the agency.", "a hospital official"),
    ] {
        let (text, found) = found(sentence);
        assert_eq!(found.first().map(|found| words(&text, found.source)), Some(source), "{sentence}");
    }
    let (_, found) = found("Two bridges were washed away overnight, the oldest of the valley first.");
    assert!(found.is_empty());
}

#[test]
fn a_source_ends_without_the_marks_beside_it() {
    for (text, source) in [
        ("“The bridge is closed,” the mayor, who resigned last week, said.", "the mayor, who resigned last week"),
        ("The warden, a former miner, said the dam had held.", "The warden, a former miner"),
        ("Bast Timber Inc. said the mill would stay shut.", "Bast Timber Inc."),
    ] {
        let (text, found) = found(text);
        assert_eq!(words(&text, found[0].source), source);
    }
}

#[test]
fn a_source_and_a_cue_at_the_head_of_a_sentence_report_the_rest() {
    for (sentence, source, content) in [
        (
            "The ministry said prices will rise again in the spring.",
            "The ministry",
            "prices will rise again in the spring",
        ),
        ("Ana Orlo said that the gates were opened at dawn.", "Ana Orlo", "the gates were opened at dawn"),
    ] {
        let (text, found) = found(sentence);
        assert_eq!(found.len(), 1, "{sentence}");
        assert_eq!(words(&text, found[0].source), source);
        assert!(text.words(found[0].content.as_slice()[0]).ends_with(content), "{sentence}");
    }
}
