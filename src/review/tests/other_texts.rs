use super::*;

const OWN: &str = "\
Ten people died in Karsa on Sunday, the council said. Two fled.
^^^^^^^^^^ Casualties
                                                      ^^^ Displacement";

fn words(comparison: &Comparison, side: usize) -> Vec<String> {
    let marks = comparison.rows().iter().filter_map(|row| row.marks[side].as_ref());
    marks.flat_map(|mark| mark.spans.iter().map(|span| comparison.text().words(span).to_owned())).collect()
}

#[test]
fn marks_in_a_text_with_other_words_are_placed_by_theirs() {
    let other = "\
Update: Ten people died in Karsa on Sunday night, the council said. Two fled.
        ^^^^^^^^^^ Casualties
                                                                    ^^^ Displacement";
    let comparison = compared(vec![by("Ines Varga", 1, OWN), by("Tomas Reed", 9, other)]);
    assert_eq!(words(&comparison, 1), ["Ten people", "Two"]);
    assert_eq!(all_told(&comparison), [""; 0]);
    let side = &comparison.sides()[1];
    let text = &side.project.article().text;
    let told: Vec<&str> = side.text_differences.iter().map(|place| &text[place.other.clone()]).collect();
    assert_eq!((told, side.not_placed.len()), (vec!["Update: ", " night"], 0));
}

#[test]
fn words_that_are_not_certain_are_listed_and_not_placed() {
    let own = "The council of Karsa said that ten died and that the bridge is closed.";
    let other = "\
The council of Karsa said that ten died. It said that two fled and that the bridge is closed.
                                            ^^^^ Quotes
                               ^^^ Casualties";
    let comparison = compared(vec![by("Ines Varga", 1, own), by("Tomas Reed", 9, other)]);
    assert_eq!(words(&comparison, 1), ["ten"]);
    let left: Vec<_> = comparison.sides()[1].not_placed.iter().map(|mark| mark.category()).collect();
    assert_eq!(left, [Category::Quotes]);
}

#[test]
fn words_of_fields_follow_their_mark() {
    let other = "\
Update: Ten people died in Karsa on Sunday, the council said. Two fled.
        ^^^^^^^^^^ Casualties";
    let other = by("Tomas Reed", 9, other);
    let text = other.article().text.clone();
    let start = text.find("Ten").unwrap();
    let ten = crate::model::Span::new(start, start + 3).unwrap();
    let other = with(other, 0, |mark| {
        let words = FieldValue::Words(Some(Anchored::taken(&text, ten)));
        mark.set_field(FieldPath::Figure(FigurePart::Text), words).unwrap();
    });
    let comparison = compared(vec![by("Ines Varga", 1, OWN), other]);
    let mark = comparison.rows()[0].marks[1].as_ref().unwrap();
    let anchor = mark.details.figure().unwrap().text.as_ref().unwrap().anchor.clone().unwrap();
    assert_eq!(comparison.text().words(anchor.at.unwrap()), "Ten");
    assert_eq!(anchor.at.unwrap().start(), 0);
}
