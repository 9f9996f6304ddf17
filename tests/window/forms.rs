//! The four forms, each filled by keyboard alone from the mark to the last field.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, pos2};
use egui_kittest::kittest::Queryable;
use newsmark::model::{
    CasualtyCause, Certainty, CheckWorthiness, ClaimKind, Convention, Details, DisplacementCause, DisplacementTerm,
    FieldPath, FieldValue, FigureRole, Grading, GroupKind, Harm, LinkKind, Measure, Medium, Precision, Qualifier,
    QuoteKind, Responsibility, ScopeKind, Severity, Stance, Unit, Verification, Victims,
};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

/// A window with these words marked, and the focus in the first field of the form.
fn marked(words: &str, key: Key) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over(words);
    desk.press(NONE, key);
    desk.press(NONE, Key::Enter);
    (folder, desk)
}

/// Goes on to a field that chooses and takes the term that begins so.
#[track_caller]
fn choose(desk: &mut Desk, field: &str, letters: &str) {
    desk.tab_to(field);
    desk.write(letters);
    desk.press(NONE, Key::Enter);
}

/// Goes on to a field and types into it.
#[track_caller]
fn fill(desk: &mut Desk, field: &str, text: &str) {
    desk.tab_to(field);
    desk.write(text);
}

fn record(desk: &Desk) -> Details {
    desk.project().annotations()[0].details.clone()
}

/// What a field of the first mark holds, as a form shows it.
fn held(desk: &Desk, path: &str) -> String {
    let path: FieldPath = path.parse().unwrap();
    match desk.project().annotations()[0].field(path).unwrap() {
        FieldValue::Words(words) => words.map(|words| words.value).unwrap_or_default(),
        FieldValue::Text(text) => text,
        FieldValue::Choice(list, index) => list.terms[index].name.to_owned(),
        FieldValue::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
        FieldValue::Size(size) => size.map(|size| size.to_string()).unwrap_or_default(),
        FieldValue::Source(source) => {
            let source = source.and_then(|id| desk.project().sources().get(id));
            source.map(|source| source.name.clone()).unwrap_or_default()
        }
        FieldValue::Mark(mark) => mark.map(|id| id.to_string()).unwrap_or_default(),
    }
}

/// Takes every step back, then makes them all again.
#[track_caller]
fn assert_undone_and_redone(desk: &mut Desk) {
    let filled = record(desk);
    let n_steps = desk.document().session.history().position();
    desk.press_at_once(n_steps, CTRL, Key::Z);
    assert!(desk.project().annotations().is_empty() && desk.project().sources().is_empty());
    desk.press_at_once(n_steps, CTRL_SHIFT, Key::Z);
    assert_eq!(record(desk), filled);
}

#[test]
fn the_form_of_casualties_is_filled_by_keyboard() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    choose(&mut desk, "Harm", "k");
    desk.tab_to("Figure");
    desk.assert_says("“at least 12” reads as at least 12 persons");
    desk.press(NONE, Key::Enter);
    choose(&mut desk, "Victims", "civ");
    choose(&mut desk, "Cause", "sh");
    fill(&mut desk, "Held responsible", "the army");
    choose(&mut desk, "How", "sus");
    fill(&mut desk, "When", "on 15 March 2026");
    fill(&mut desk, "Date", "2026-03-15");
    choose(&mut desk, "Precision", "d");
    fill(&mut desk, "Where", "Karsa");
    fill(&mut desk, "Place name", "Karsa");
    fill(&mut desk, "Country", "SY");
    fill(&mut desk, "Source", "District health office");
    desk.press(NONE, Key::Enter);
    fill(&mut desk, "Named as", "the district health office");
    fill(&mut desk, "Cue", "said");
    choose(&mut desk, "Certainty", "rep");
    fill(&mut desk, "Via", "state radio");
    choose(&mut desk, "Scope", "the");
    desk.tab_to("Add group");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Group 1: Group");
    choose(&mut desk, "Group 1: Group", "chi");
    fill(&mut desk, "Group 1: Low", "5");
    desk.tab_to("Add named victim");
    desk.press(NONE, Key::Enter);
    fill(&mut desk, "Named victim 1: Name", "Ana Torvik");
    fill(&mut desk, "Named victim 1: Age", "34");
    choose(&mut desk, "Grading", "fair");
    fill(&mut desk, "Note", "Ask the office");
    desk.press(NONE, Key::Escape);

    let Details::Casualties(record) = record(&desk) else { panic!() };
    assert_eq!((record.harm, record.victims, record.cause), (Harm::Killed, Victims::Civilian, CasualtyCause::Shelling));
    assert_eq!((record.responsibility, record.grading), (Responsibility::Suspected, Grading::Fair));
    let figure = &record.figure;
    assert_eq!((figure.low, figure.best, figure.high), (Some(12), Some(12), None));
    assert_eq!((figure.qualifier, figure.convention), (Qualifier::AtLeast, Convention::Literal));
    assert!(figure.text.as_ref().unwrap().anchor.is_some());
    assert_eq!((record.when.date.as_str(), record.when.precision), ("2026-03-15", Precision::Day));
    assert_eq!((record.place.name.as_str(), record.place.country.as_str()), ("Karsa", "SY"));
    assert_eq!((record.scope.kind, record.attribution.certainty), (ScopeKind::Event, Certainty::Reported));
    assert_eq!((record.groups[0].who, record.groups[0].figure.low), (GroupKind::Children, Some(5)));
    assert_eq!((record.named_victims[0].age.as_str(), record.severity), ("34", Severity::Unspecified));
    for (path, words) in [
        ("responsible", "the army"),
        ("when.text", "on 15 March 2026"),
        ("where.text", "Karsa"),
        ("attribution.source", "District health office"),
        ("attribution.words", "the district health office"),
        ("attribution.cue", "said"),
        ("attribution.via", "state radio"),
        ("note", "Ask the office"),
    ] {
        assert_eq!(held(&desk, path), words, "{path}");
    }
    assert_undone_and_redone(&mut desk);
}

#[test]
fn the_form_of_displacement_is_filled_by_keyboard() {
    let (_folder, mut desk) = marked("Some 900 families were already sheltering in schools", Key::Num2);
    choose(&mut desk, "Term", "shel");
    choose(&mut desk, "Measure", "sto");
    desk.tab_to("Figure");
    desk.press(NONE, Key::Enter);
    assert_eq!((held(&desk, "figure.best").as_str(), held(&desk, "figure.unit").as_str()), ("900", "Household"));
    fill(&mut desk, "Household size", "4.5");
    choose(&mut desk, "Cause", "conf");
    fill(&mut desk, "From", "Karsa");
    fill(&mut desk, "From: Country", "SY");
    fill(&mut desk, "To", "schools");
    fill(&mut desk, "To: Place name", "Marrec");
    fill(&mut desk, "When", "by nightfall");
    fill(&mut desk, "Source", "Relief committee");
    desk.press(NONE, Key::Enter);
    choose(&mut desk, "Scope", "cum");
    choose(&mut desk, "Role", "rec");
    fill(&mut desk, "Note", "Stock, not flow");
    desk.press(NONE, Key::Escape);

    let Details::Displacement(record) = record(&desk) else { panic!() };
    assert_eq!((record.term, record.measure), (DisplacementTerm::Sheltered, Measure::Stock));
    assert_eq!((record.cause, record.role), (DisplacementCause::Conflict, FigureRole::Recommended));
    assert_eq!((record.figure.unit, record.figure.qualifier), (Unit::Household, Qualifier::Approximately));
    assert_eq!(record.figure.household_size.unwrap().to_string(), "4.5");
    assert_eq!((record.from.country.as_str(), record.to.name.as_str()), ("SY", "Marrec"));
    assert_eq!(record.scope.kind, ScopeKind::Cumulative);
    assert_eq!(held(&desk, "attribution.source"), "Relief committee");
    assert_undone_and_redone(&mut desk);
}

#[test]
fn the_form_of_a_quote_is_filled_by_keyboard() {
    let (_folder, mut desk) = marked("“and then the stalls were in the air.”", Key::Num3);
    choose(&mut desk, "Kind", "dir");
    fill(&mut desk, "Speaker", "Dala Imren");
    desk.press(NONE, Key::Tab);
    assert_eq!(held(&desk, "attribution.source"), "Dala Imren");
    fill(&mut desk, "Named as", "Dala Imren");
    fill(&mut desk, "Cue", "said");
    choose(&mut desk, "Certainty", "ass");
    desk.tab_to("Setting");
    assert!(!desk.has("Addressee"));
    desk.press(NONE, Key::Enter);
    fill(&mut desk, "Addressee", "reporters");
    choose(&mut desk, "Medium", "sp");
    fill(&mut desk, "Note", "In tears");
    desk.press(NONE, Key::Escape);

    let Details::Quotes(record) = record(&desk) else { panic!() };
    assert_eq!((record.kind, record.medium), (QuoteKind::Direct, Medium::Speech));
    assert_eq!(record.addressee.unwrap().value, "reporters");
    assert_eq!(record.attribution.certainty, Certainty::Asserted);
    assert_undone_and_redone(&mut desk);
}

#[test]
fn the_form_of_a_claim_is_filled_by_keyboard() {
    let (_folder, mut desk) = marked("the deadliest attack in the Sarn valley", Key::Num4);
    fill(&mut desk, "Statement", "No attack there killed more");
    fill(&mut desk, "Claimant", "District health office");
    desk.press(NONE, Key::Enter);
    choose(&mut desk, "Kind", "qua");
    choose(&mut desk, "Worth checking", "wor");
    choose(&mut desk, "Verification", "dis");
    desk.tab_to("Add evidence");
    desk.press(NONE, Key::Enter);
    fill(&mut desk, "Evidence 1: Citation", "Sarn Ledger, 2026");
    fill(&mut desk, "Evidence 1: Excerpt", "Nine died in May");
    choose(&mut desk, "Evidence 1: Stance", "ref");
    fill(&mut desk, "Evidence 1: Seen on", "2026-03-17");
    desk.tab_to("Add link");
    desk.press(NONE, Key::Enter);
    choose(&mut desk, "Link 1: Link", "den");
    fill(&mut desk, "Note", "Compare the tolls");
    desk.press(NONE, Key::Escape);

    let Details::Claims(record) = record(&desk) else { panic!() };
    assert_eq!(record.statement, "No attack there killed more");
    assert_eq!((record.kind, record.check_worthiness), (ClaimKind::Quantity, CheckWorthiness::CheckWorthy));
    assert_eq!(record.verification, Verification::Disputed);
    assert_eq!((record.evidence[0].stance, record.evidence[0].seen.as_str()), (Stance::Refutes, "2026-03-17"));
    assert_eq!((record.links[0].kind, record.links[0].to), (LinkKind::Denies, None));
    assert_undone_and_redone(&mut desk);
}

#[test]
fn what_is_no_number_says_why_and_changes_nothing() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    fill(&mut desk, "Best", "1,200");
    desk.press(NONE, Key::Tab);
    assert_eq!(held(&desk, "figure.best"), "1200");
    for (wrong, why) in [
        ("12x", "Only digits can stand here, as 1,500"),
        ("-4", "A number of people or things is never negative"),
        ("18446744073709551616", "The number is too large"),
    ] {
        desk.click("Best");
        desk.press(CTRL, Key::A);
        desk.write(wrong);
        desk.assert_says(why);
        desk.press(NONE, Key::Tab);
        desk.assert_says(why);
        assert_eq!(held(&desk, "figure.best"), "1200", "{wrong}");
    }
    desk.click("Best");
    desk.press(NONE, Key::Escape);
    assert!(!desk.said().iter().any(|said| said.contains("too large")));
    desk.click("Best");
    desk.press(CTRL, Key::A);
    desk.press(NONE, Key::Delete);
    assert_eq!(held(&desk, "figure.best"), "");
}

#[test]
fn a_reading_is_offered_and_taken_in_one_step() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.assert_says("“dozens” read as 12 by the ACLED convention");
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified)");
    desk.click("Take the reading");
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified · dozens, read as 12 persons)");
    assert_eq!(held(&desk, "figure.convention"), "Acled");
    assert!(!desk.has("Take the reading"));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified)");
}

#[test]
fn typed_words_of_a_figure_are_read_too_and_numbers_that_stand_are_left() {
    let (_folder, mut desk) = marked("all of them market porters", Key::Num1);
    fill(&mut desk, "Figure", "up to 30");
    desk.press(NONE, Key::Enter);
    assert_eq!((held(&desk, "figure.high").as_str(), held(&desk, "figure.low").as_str()), ("30", ""));
    desk.press(NONE, Key::End);
    desk.write("0");
    assert!(!desk.has("Take the reading"));
    assert_eq!(held(&desk, "figure.high"), "30");
}

#[test]
fn the_day_that_words_stand_for_is_kept_only_where_it_is_asked_for() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    fill(&mut desk, "When", "on 15 March 2026");
    desk.assert_says("15 March 2026");
    assert_eq!(held(&desk, "when.date"), "");
    desk.tab_to("Keep 2026-03-15");
    desk.press(NONE, Key::Enter);
    assert_eq!((held(&desk, "when.date").as_str(), held(&desk, "when.precision").as_str()), ("2026-03-15", "Day"));
}

#[test]
fn a_day_that_is_not_in_the_calendar_says_so() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    fill(&mut desk, "Date", "2026-02-30");
    desk.assert_says("is no day of the calendar");
    assert_eq!(held(&desk, "when.date"), "2026-02-30");
}

#[test]
fn a_field_that_only_some_terms_ask_for_comes_with_them() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    assert!(!desk.has("Severity") && !desk.has("Of"));
    choose(&mut desk, "Harm", "inj");
    choose(&mut desk, "Severity", "cri");
    choose(&mut desk, "Scope", "upd");
    assert_eq!((held(&desk, "severity").as_str(), desk.has("Of")), ("Critical", true));
}

#[test]
fn the_words_that_a_field_rests_on_are_lit_while_the_pointer_is_over_it() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Pick words for when");
    desk.drag_over("Karsa on [Sunday morning], killing");
    desk.press(NONE, Key::Escape);
    let at = desk.rects("Karsa on [Sunday morning], killing")[0];
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "When").rect().center();
    let mut look = |pointer| {
        desk.frame(vec![Event::PointerMoved(pointer)]);
        desk.settle();
        desk.picture(at)
    };
    let (away, over) = (look(pos2(700.0, 880.0)), look(field));
    assert_ne!(away, over);
    assert_eq!(look(pos2(700.0, 880.0)), away);
}
