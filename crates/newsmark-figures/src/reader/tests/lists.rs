//! Word lists that a caller adds.

use crate::{Language, Qualifier, Reader, Unit};

const ADDED: &str = "\
# Words of one newsroom.
language: en
person: mudlark, gaffer/gaffers, wharf rat/wharf rats
nation: Karsan
household: hearth
before AtLeast: nae less than
label: Dossier
language: de
person: Kajütenwart/Kajütenwarte
language: ar
person: غطاس/غطاسون/غطاسين
";

#[test]
fn added_words_are_read_in_their_language_and_leave_the_others_as_they_are() {
    let reader = Reader::with_additions(ADDED).unwrap();
    for (tag, words, best, unit) in [
        ("en", "three mudlarks", 3, Unit::Person),
        ("en", "three gaffers", 3, Unit::Person),
        ("en", "three wharf rats", 3, Unit::Person),
        ("en", "three Karsans", 3, Unit::Person),
        ("en", "three Karsan tanks", 3, Unit::Other),
        ("en", "three hearths", 3, Unit::Household),
        ("en", "three miners", 3, Unit::Person),
        ("de", "drei Kajütenwarte", 3, Unit::Person),
        ("ar", "ثلاثة غطاسين", 3, Unit::Person),
        ("ar", "12 غطاسا", 12, Unit::Person),
    ] {
        let read = reader.reading(words, Language::of_tag(tag)).unwrap();
        assert_eq!((read.best, read.unit), (Some(best), unit), "{words}");
    }
    let limited = reader.reading("nae less than 40", Language::of_tag("en")).unwrap();
    assert_eq!((limited.qualifier, limited.low), (Qualifier::AtLeast, Some(40)));
    assert!(reader.reading("Dossier 12", Language::of_tag("en")).is_err());
    let unknown = Reader::built_in().reading("three mudlarks", Language::of_tag("en")).unwrap();
    assert_eq!(unknown.unit, Unit::Unspecified);
}

#[test]
fn an_added_word_means_what_the_added_list_says() {
    let reader = Reader::with_additions("language: en\nthing: miner").unwrap();
    let read = reader.reading("three miners", Language::of_tag("en")).unwrap();
    assert_eq!(read.unit, Unit::Other);
}

#[test]
fn a_list_out_of_form_is_refused_with_its_line() {
    let error = Reader::with_additions("language: en\nperson: mudlark\nfishmonger").err().unwrap();
    assert_eq!(error.to_string(), "Line 3: A colon stands between a heading and its words");
    assert!(Reader::with_additions("").is_ok());
    assert!(Reader::with_additions("language: en\nfraction 1/0: nothing").is_err());
}
