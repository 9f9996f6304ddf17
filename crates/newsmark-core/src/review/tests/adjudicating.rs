use super::*;
use crate::model::{Comment, CommentId, DismissedProposal, Part, Provenance, Status, Tier, Time};
use crate::review::{Adjudication, NoResult};
use crate::store::strategies::any_project;
use proptest::prelude::*;

const OWN: &str = "\
Ten people died. Two fled.
^^^ Casualties
                 ^^^ Displacement";

const OTHER: &str = "\
Ten people died. Two fled.
^^^^^^^^^^ Casualties
                 ^^^ Displacement
                     ^^^^ Claims";

fn adjudicator() -> Person {
    Person::new("Mara Oduya").unwrap()
}

fn result(adjudication: &Adjudication, comparison: &Comparison) -> Result<Project, NoResult> {
    let mut next = 1000;
    let mut mint = || {
        next += 1;
        next
    };
    adjudication.result(comparison, &adjudicator(), &mut mint)
}

#[test]
fn a_mark_brings_along_where_it_came_from_and_nobody_is_asked_again_what_was_not_wanted() {
    let accepted = Provenance::Proposed { by: "newsmark".to_owned(), rule: "active".to_owned(), tier: Tier::Likely };
    let dismissing = |mut project: Project, words: &str, by: &str| {
        let dismissed = DismissedProposal {
            category: Category::Claims,
            words: vec![words.to_owned()],
            before: String::new(),
            after: String::new(),
            rule: "quantity".to_owned(),
            reason: None,
            by: Person::new(by).unwrap(),
            on: Time(5),
        };
        project.apply(Change::ReplaceDismissedProposals(vec![Arc::new(dismissed)])).unwrap();
        project
    };
    let own = with(by("Ines Varga", 1, OWN), 0, |mark| mark.provenance = accepted.clone());
    let other = dismissing(by("Tomas Reed", 9, OTHER), "Two fled.", "Tomas Reed");
    let comparison = compared(vec![dismissing(own, "Ten", "Ines Varga"), other]);
    for (side, expected) in [(0, accepted), (1, Provenance::Hand)] {
        let mut adjudication = Adjudication::of(&comparison);
        adjudication.take(&comparison, 0, side);
        adjudication.decide(0, true);
        adjudication.take_rest(&comparison, side);
        let project = result(&adjudication, &comparison).unwrap();
        assert_eq!(project.annotations()[0].provenance, expected);
        assert_eq!(project.annotations()[1].provenance, Provenance::Hand);
        let dismissed: Vec<_> = project.dismissed_proposals().iter().map(|one| &*one.words[0]).collect();
        assert_eq!(dismissed, ["Ten", "Two fled."]);
    }
}

#[test]
fn what_all_agree_on_is_taken_in_one_step() {
    let comparison = compared(vec![by("Ines Varga", 1, OWN), by("Tomas Reed", 9, OTHER)]);
    let mut adjudication = Adjudication::of(&comparison);
    assert_eq!(adjudication.take_agreed(&comparison), 1);
    assert_eq!(adjudication.open().collect::<Vec<_>>(), [0, 2]);
    assert_eq!(result(&adjudication, &comparison).unwrap_err(), NoResult::Open(2));
    assert!(adjudication.undo() && !adjudication.undo());
    assert_eq!(adjudication.open().count(), 3);
    assert!(adjudication.redo());
    assert_eq!(adjudication.open().count(), 2);
}

#[test]
fn one_s_span_goes_with_the_other_s_number_and_both_are_remembered() {
    let own = killed(by("Ines Varga", 1, OWN), 0, 10);
    let other = killed(by("Tomas Reed", 9, OTHER), 0, 12);
    let comparison = compared(vec![own, other]);
    let mut adjudication = Adjudication::of(&comparison);
    let low = Part::Field(FieldPath::Figure(FigurePart::Low));
    assert!(adjudication.take(&comparison, 0, 1));
    assert!(adjudication.choose(&comparison, 0, Part::Boundary, 0));
    assert!(adjudication.decide(0, true));
    adjudication.take_rest(&comparison, 0);
    let project = result(&adjudication, &comparison).unwrap();
    let mark = &project.annotations()[0];
    assert_eq!(project.article().text.words(mark.spans.as_slice()[0]), "Ten");
    assert_eq!(mark.details.figure().unwrap().low, Some(12));
    let whose = |part| {
        let origins = mark.origins.iter().filter(|origin| origin.part == part);
        origins.map(|origin| origin.person.name()).collect::<Vec<_>>()
    };
    assert_eq!((whose(Part::Boundary), whose(low)), (vec!["Ines Varga"], vec!["Tomas Reed"]));
    assert_eq!(whose(Part::Category), ["Ines Varga", "Tomas Reed"]);
    assert_eq!((mark.author.name(), mark.editor.name(), mark.status), ("Tomas Reed", "Mara Oduya", Status::Submitted));
    // What only the other had was kept, as nothing else was said of it.
    assert_eq!(project.annotations().len(), 3);
    let statuses: Vec<_> = project.annotations().iter().map(|mark| mark.status).collect();
    assert_eq!(statuses, [Status::Submitted; 3], "what is decided is handed in, also where both had drafts alike");
}

#[test]
fn a_mark_that_a_side_has_not_is_left_out_with_it() {
    let comparison = compared(vec![by("Ines Varga", 1, OWN), by("Tomas Reed", 9, OTHER)]);
    let mut adjudication = Adjudication::of(&comparison);
    let claim = comparison.rows().iter().position(|row| !row.is_everywhere()).unwrap();
    assert!(adjudication.take(&comparison, claim, 0) && adjudication.decide(claim, true));
    adjudication.take_rest(&comparison, 1);
    let project = result(&adjudication, &comparison).unwrap();
    let categories: Vec<_> = project.annotations().iter().map(|mark| mark.category()).collect();
    assert_eq!(categories, [Category::Casualties, Category::Displacement]);
}

#[test]
fn another_category_brings_its_record() {
    let other = "\
Ten people died. Two fled.
^^^ Casualties
                 ^^^ Claims";
    let other = with(by("Tomas Reed", 9, other), 1, |mark| {
        mark.set_field(FieldPath::Statement, FieldValue::Text("Two people fled".to_owned())).unwrap();
    });
    let comparison = compared(vec![by("Ines Varga", 1, OWN), other]);
    let mut adjudication = Adjudication::of(&comparison);
    adjudication.choose(&comparison, 1, Part::Category, 1);
    adjudication.take_rest(&comparison, 0);
    assert_eq!(result(&adjudication, &comparison).unwrap().annotations()[1].category(), Category::Displacement);
    adjudication.undo();
    adjudication.decide(1, true);
    adjudication.take_rest(&comparison, 0);
    let project = result(&adjudication, &comparison).unwrap();
    let statement = project.annotations()[1].field(FieldPath::Statement);
    assert_eq!(statement, Some(FieldValue::Text("Two people fled".to_owned())));
}

#[test]
fn sources_are_united_and_scopes_lead_to_the_marks_of_the_result() {
    let sourced = |person: &str, ids: u64, name: &str| {
        let mut project =
            by(person, ids, "Ten people died. Two fled.\n^^^ Casualties\n                 ^^^ Casualties");
        let source = Source::named(SourceId::from_u64(7), name);
        project.apply(Change::ReplaceSources(project.sources().with(source))).unwrap();
        let first = project.annotations()[0].id;
        with(project, 1, |mark| {
            mark.details.attribution_mut().source = Some(SourceId::from_u64(7));
            if let Details::Casualties(record) = &mut mark.details {
                record.scope = Scope { kind: ScopeKind::PartOf, of: Some(first), ..Scope::default() };
            }
        })
    };
    let comparison = compared(vec![sourced("Ines Varga", 1, "Dala Imren"), sourced("Tomas Reed", 9, "The council")]);
    let mut adjudication = Adjudication::of(&comparison);
    adjudication.take_rest(&comparison, 1);
    let project = result(&adjudication, &comparison).unwrap();
    let mark = &project.annotations()[1];
    assert_eq!(project.written(mark, Part::Field(FieldPath::ScopeOf)), "Ten");
    assert_eq!(mark.details.scope().unwrap().of, Some(project.annotations()[0].id));
    let source = mark.details.attribution().source.unwrap();
    assert_eq!(project.sources().get(source).unwrap().name, "The council");
    assert_eq!(project.sources().len(), 2);
    assert_eq!(project.sources().get(SourceId::from_u64(7)).unwrap().name, "Dala Imren");
}

#[test]
fn what_anybody_said_about_a_mark_is_kept() {
    let said = |project: Project, id: u64, text: &str| {
        with(project, 0, |mark| {
            let comment = Comment {
                id: CommentId::from_u64(id),
                author: mark.author.clone(),
                time: Time(0),
                text: text.to_owned(),
            };
            mark.comments.push(comment);
        })
    };
    let (own, other) = (by("Ines Varga", 1, OWN), by("Tomas Reed", 9, OWN));
    let comparison = compared(vec![said(own, 1, "twelve?"), said(said(other, 1, "twelve?"), 2, "ten")]);
    let mut adjudication = Adjudication::of(&comparison);
    adjudication.take_agreed(&comparison);
    let project = result(&adjudication, &comparison).unwrap();
    let comments: Vec<_> = project.annotations()[0].comments.iter().map(|comment| comment.text.as_str()).collect();
    assert_eq!(comments, ["twelve?", "ten"]);
}

#[test]
fn what_has_no_place_in_the_article_is_kept_without_one() {
    let own = "The council of Karsa said that ten died and that the bridge is closed.";
    let other = "\
The council of Karsa said that ten died. It said that two fled and that the bridge is closed.
                                            ^^^^ Quotes";
    let comparison = compared(vec![by("Ines Varga", 1, own), by("Tomas Reed", 9, other)]);
    let project = result(&Adjudication::of(&comparison), &comparison).unwrap();
    assert_eq!(project.unplaced()[0].spans.words, ["said"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn of_a_project_and_itself_comes_the_same_project_under_other_ids(project in any_project()) {
        let comparison = compared(vec![project.clone(), project.clone()]);
        let mut adjudication = Adjudication::of(&comparison);
        adjudication.take_agreed(&comparison);
        let result = result(&adjudication, &comparison).unwrap();
        prop_assert_eq!(result.annotations().len(), project.annotations().len());
        prop_assert_eq!(result.unplaced().len(), project.unplaced().len());
        let again = compared(vec![project, result]);
        prop_assert_eq!(all_told(&again), Vec::<String>::new());
    }

    #[test]
    fn undoing_every_step_leaves_nothing_decided(steps in prop::collection::vec((0..3_usize, 0..2_usize, 0..4_u8), 0..20)) {
        let comparison = compared(vec![by("Ines Varga", 1, OWN), by("Tomas Reed", 9, OTHER)]);
        let mut adjudication = Adjudication::of(&comparison);
        for (row, side, kind) in steps {
            match kind {
                0 => adjudication.take(&comparison, row, side),
                1 => adjudication.choose(&comparison, row, Part::Boundary, side),
                2 => adjudication.decide(row, side == 0),
                _ => adjudication.take_agreed(&comparison) > 0,
            };
        }
        while adjudication.undo() {}
        let blank = Adjudication::of(&comparison);
        for row in 0..3 {
            prop_assert_eq!(adjudication.decision(row), blank.decision(row));
        }
    }
}
