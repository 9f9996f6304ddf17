use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::model::{Card, Harm, ScopeKind, Text};

const TEXT: &str = "Shells killed 12 people in Karsa, three of them nurses. Café‌ 👨🏻‍🚒 burnt.";

fn article() -> Article {
    Article { text: Text::new(TEXT.to_owned()), card: Card::default() }
}

fn file(suggestions: Value) -> Value {
    json!({"maker": "counter 2", "article": {"sha256": article().text.sha256().to_string()}, "suggestions": suggestions})
}

fn read(suggestions: Value) -> Result<GivenProposals, String> {
    read_proposals(file(suggestions).to_string().as_bytes(), &article()).map_err(|error| error.to_string())
}

fn error(suggestion: Value) -> String {
    let error = read(json!([suggestion])).expect_err("it is wrong");
    let error = error.strip_prefix("Suggestion 1 cannot be read: ").unwrap_or(&error).to_owned();
    error.strip_suffix(". Nothing was read").unwrap_or(&error).to_owned()
}

#[test]
fn a_suggestion_is_a_proposal_under_its_makers_name() {
    let given = read(json!([
        {"id": "whole", "category": "Casualties", "at": [{"start": 7, "end": 23, "text": "killed 12 people"}],
         "rule": "model", "why": "it says\nso", "probability": 0.97,
         "details": {"harm": "Killed", "figure": {"text": {"value": "12", "words": "12", "at": {"start": 14, "end": 16}},
            "low": 12, "best": 12, "high": 12, "unit": "Person", "household_size": null},
            "named_victims": [{"id": "x", "name": "Ana Orlo", "age": "34"}]},
         "fields": [{"field": "harm", "at": {"start": 7, "end": 13}, "tier": "Possible"}]},
        {"id": "part", "category": "Casualties", "at": [{"start": 34, "end": 54}],
         "details": {"scope": {"kind": "PartOf", "of": "whole"}}},
    ]));
    let given = given.unwrap();
    let [whole, part] = &given.proposals[..] else { panic!("two were given") };
    assert_eq!((whole.maker.as_str(), whole.rule.as_str(), whole.why.as_str()), ("counter 2", "model", "it says so"));
    assert_eq!((whole.tier, part.tier, part.rule.as_str()), (Tier::Likely, Tier::Possible, "unnamed"));
    let Details::Casualties(record) = &whole.details else { panic!() };
    assert_eq!((record.harm, record.figure.best, record.named_victims.len()), (Harm::Killed, Some(12), 1));
    let scope = part.details.scope().unwrap();
    assert_eq!((scope.kind, scope.of), (ScopeKind::PartOf, Some(whole.id)));
    assert_eq!(whole.fields[0].tier, Tier::Possible);
}

#[test]
fn what_is_wrong_with_a_file_is_told_in_a_sentence() {
    let read = |bytes: &str| read_proposals(bytes.as_bytes(), &article()).unwrap_err().to_string();
    assert!(read("12 people").starts_with("This is no file of proposals: "), "{}", read("12 people"));
    let mut other = file(json!([]));
    other["article"]["sha256"] = json!("00");
    assert_eq!(read(&other.to_string()), "These proposals are of another text than this article. Nothing was read");
    let mut more = file(json!([]));
    more["version"] = json!(2);
    assert!(read(&more.to_string()).contains("unknown field `version`"), "{}", read(&more.to_string()));
    for maker in ["", " ", "a\u{1b}[31m", &"a".repeat(101)] {
        let mut file = file(json!([]));
        file["maker"] = json!(maker);
        assert!(read(&file.to_string()).starts_with("The file does not name its maker"), "{maker:?}");
    }
    let large = vec![b' '; MAX_PROPOSAL_BYTES + 1];
    let told = read_proposals(&large, &article()).unwrap_err().to_string();
    assert_eq!(told, "The file of proposals has 33 MB and may have 32 MB. Nothing was read");
}

#[test]
fn what_is_wrong_with_a_suggestion_is_told_in_a_sentence() {
    let at = json!([{"start": 7, "end": 23}]);
    let with = |details: Value| json!({"category": "Casualties", "at": at, "details": details});
    for (suggestion, expected) in [
        (
            json!({"category": "Weather", "at": at}),
            "its category is none of Casualties, Displacement, Quotes and Claims",
        ),
        (json!({"category": "Quotes", "at": []}), "it has no words"),
        (json!({"category": "Quotes", "at": [{"start": 6, "end": 7}]}), "it has no words"),
        (json!({"category": "Quotes", "at": [{"start": 7, "end": 7}]}), "7–7 is no span of the article"),
        (json!({"category": "Quotes", "at": [{"start": 9, "end": 7}]}), "9–7 is no span of the article"),
        (json!({"category": "Quotes", "at": [{"start": 7, "end": 9000}]}), "7–9000 is no span of the article"),
        (json!({"category": "Quotes", "at": [{"start": 62, "end": 63}]}), "62–63 begins or ends within a character"),
        (
            json!({"category": "Quotes", "at": [{"start": 7, "end": 13, "text": "wounded"}]}),
            "7–13 of the article are other words than it says",
        ),
        (with(json!({"harms": "Killed"})), "its category has no field “harms”"),
        (with(json!({"figure": {"lowest": 3}})), "its category has no field “figure.lowest”"),
        (with(json!({"groups": [{"whose": "Women"}]})), "its category has no field “groups.whose”"),
        (with(json!({"harm": "Dead"})), "harm cannot be \"Dead\""),
        (with(json!({"harm": 3})), "harm cannot be 3"),
        (with(json!({"figure": {"low": -3}})), "figure.low cannot be -3"),
        (with(json!({"figure": 12})), "its category has no field “figure”"),
        (with(json!({"groups": 12})), "groups cannot be 12"),
        (with(json!({"grading": "Confirmed"})), "grading is a person’s to decide and cannot be proposed"),
        (json!({"category": "Quotes", "at": at, "probability": 1.5}), "its probability is no number from 0 to 1"),
        (json!({"category": "Quotes", "at": at, "tier": "Sure"}), "its tier is neither Likely nor Possible"),
        (
            json!({"category": "Quotes", "at": at, "rule": "a\nb"}),
            "its rule has no name on one line of at most 100 letters",
        ),
        (json!({"category": "Quotes", "at": at, "fields": [{"field": "harm"}]}), "its category has no field “harm”"),
    ] {
        assert_eq!(error(suggestion.clone()), expected, "{suggestion}");
    }
    let twice = read(json!([{"id": "a", "category": "Quotes", "at": at}, {"id": "a", "category": "Claims", "at": at}]));
    assert_eq!(twice.unwrap_err(), "Suggestion 2 cannot be read: another suggestion has its id. Nothing was read");
}

#[test]
fn no_error_holds_what_a_terminal_obeys() {
    let at = json!([{"start": 7, "end": 23}]);
    let hostile = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}";
    for details in [json!({"harm": hostile}), json!({hostile: 1}), json!({"figure": {hostile: {"a": 1}}})] {
        let told = error(json!({"category": "Casualties", "at": at, "details": details}));
        assert!(!told.chars().any(char::is_control), "{told:?}");
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..200), start in 0usize..90, end in 0usize..90) {
        let _ = read_proposals(&bytes, &article());
        if let Ok(given) = read(json!([{"category": "Claims", "at": [{"start": start, "end": end}]}])) {
            prop_assert!(article().text.get(given.proposals[0].spans.start()..given.proposals[0].spans.end()).is_some());
        }
    }
}
