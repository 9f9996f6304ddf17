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

#[test]
fn what_is_left_without_a_place_rests_on_words_of_the_first_text_or_on_none() {
    let other = "\
Update: Ten people died in Karsa on Sunday, the council said. Two fled. Nine more died, the council said later.
                                                                        ^^^^^^^^^ Casualties";
    let other = by("Tomas Reed", 9, other);
    let text = other.article().text.clone();
    let [nine, council] = ["Nine", "the council said later"].map(|words| {
        let start = text.find(words).unwrap();
        crate::model::Span::new(start, start + words.len()).unwrap()
    });
    let two = crate::model::Span::new(text.find("Two").unwrap(), text.find("Two").unwrap() + 3).unwrap();
    let other = with(other, 0, |mark| {
        for (path, span) in [
            (FieldPath::Figure(FigurePart::Text), nine),
            (FieldPath::Attribution(crate::model::AttributionPart::Words), council),
            (FieldPath::Where(crate::model::PlacePart::Text), two),
        ] {
            mark.set_field(path, FieldValue::Words(Some(Anchored::taken(&text, span)))).unwrap();
        }
    });
    let comparison = compared(vec![by("Ines Varga", 1, OWN), other]);
    let mut adjudication = crate::review::Adjudication::of(&comparison);
    adjudication.take_rest(&comparison, 0);
    let mut next = 1000;
    let mut mint = || {
        next += 1;
        next
    };
    let result =
        adjudication.result(&comparison, &crate::model::Person::new("Mara Oduya").unwrap(), &mut mint).unwrap();
    let [kept] = result.unplaced() else { panic!("{:?}", result.unplaced()) };
    let stands = |path| match kept.details.field(path) {
        Some(FieldValue::Words(Some(words))) => {
            let anchor = words.anchor.unwrap();
            (anchor.words, anchor.at.map(|at| result.article().text.words(at).to_owned()))
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(stands(FieldPath::Figure(FigurePart::Text)), ("Nine".to_owned(), None));
    assert_eq!(stands(FieldPath::Where(crate::model::PlacePart::Text)), ("Two".to_owned(), Some("Two".to_owned())));
    let span = result.annotations()[0].spans.as_slice()[0];
    let mut placed = result.clone();
    let (id, mark) = (kept.id, Arc::new(kept.as_ref().clone().placed(span)));
    placed.apply(Change::Batch(vec![Change::RemoveUnplaced(id), Change::Insert(mark)])).unwrap();
    assert!(crate::check::problems(&placed, &[]).iter().any(|problem| problem.annotation == Some(id)));
    // Saved and read again nothing is told of the words.
    let printed = crate::store::Printed::of(&result);
    assert_eq!(crate::store::parse(printed.as_bytes()).unwrap().warnings, []);
}
