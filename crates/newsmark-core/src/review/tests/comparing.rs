use super::*;
use crate::model::{GroupKind, Item, ItemId, RecordList, Status};
use crate::review::{CompareError, Impact};
use crate::store::strategies::any_project;
use proptest::prelude::*;

const TWO: &str = "\
At least 12 people were killed, and 300 fled, Dala Imren said.
^^^^^^^^^^^^^^^^^^ Casualties
                                    ^^^^^^^^ Displacement";

#[test]
fn who_marked_alike_differs_in_nothing_whatever_the_ids() {
    let comparison = compared(vec![by("Ines Varga", 100, TWO), by("Tomas Reed", 500, TWO)]);
    assert_eq!(all_told(&comparison), [""; 0]);
    assert!(comparison.rows().iter().all(|row| row.is_agreed()));
}

#[test]
fn what_may_change_a_total_comes_before_what_changes_a_record_and_that_before_words() {
    let own = killed(by("Ines Varga", 1, TWO), 0, 12);
    let other = with(killed(by("Tomas Reed", 9, TWO), 0, 17), 0, |mark| {
        mark.note = "ministry update".to_owned();
        mark.set_field(FieldPath::Grading, FieldValue::Choice(crate::model::Grading::VOCABULARY, 1)).unwrap();
    });
    let comparison = compared(vec![own, other]);
    assert_eq!(
        all_told(&comparison),
        [
            "Field figure.low: 12 | 17",
            "Field figure.best: 12 | 17",
            "Field figure.high: 12 | 17",
            "Field grading:  | Confirmed",
            "Field note:  | ministry update",
        ]
    );
    assert_eq!(comparison.differences()[4].impact, Impact::Words);
    assert_eq!(
        comparison.ids(&comparison.differences()[0]),
        [Some(AnnotationId::from_u64(1)), Some(AnnotationId::from_u64(9))]
    );
}

#[test]
fn a_mark_is_only_in_one_has_another_category_or_another_boundary() {
    let other = "\
At least 12 people were killed, and 300 fled, Dala Imren said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties
                                    ^^^^^^^^ Claims
                                              ^^^^^^^^^^ Quotes";
    let comparison = compared(vec![by("Ines Varga", 1, TWO), by("Tomas Reed", 1, other)]);
    assert_eq!(
        all_told(&comparison),
        [
            "Category: Displacement | Claims",
            "OnlyIn: – | Dala Imren",
            "Boundary: At least 12 people | At least 12 people were killed",
        ]
    );
}

#[test]
fn how_far_a_mark_has_come_is_no_difference() {
    let other = with(by("Tomas Reed", 9, TWO), 0, |mark| mark.status = Status::Approved);
    assert_eq!(all_told(&compared(vec![by("Ines Varga", 1, TWO), other])), [""; 0]);
}

#[test]
fn sources_are_the_same_by_name_and_marks_by_what_they_are() {
    let sourced = |person: &str, ids: u64, source: u64, name: &str| {
        let mut project = by(person, ids, TWO);
        let source = Source::named(SourceId::from_u64(source), name);
        project.apply(Change::ReplaceSources(project.sources().with(source.clone()))).unwrap();
        let first = project.annotations()[0].id;
        with(project, 1, |mark| {
            mark.details.attribution_mut().source = Some(source.id);
            if let Details::Displacement(record) = &mut mark.details {
                record.scope = Scope { kind: ScopeKind::PartOf, of: Some(first), ..Scope::default() };
            }
        })
    };
    let own = || sourced("Ines Varga", 100, 7, "Dala Imren");
    assert_eq!(all_told(&compared(vec![own(), sourced("Tomas Reed", 500, 8, "dala imren")])), [""; 0]);
    let comparison = compared(vec![own(), sourced("Tomas Reed", 500, 7, "The council")]);
    assert_eq!(all_told(&comparison), ["Field attribution.source: Dala Imren | The council"]);
    assert_eq!(comparison.sources().len(), 2);
}

#[test]
fn items_of_lists_are_the_same_by_what_they_say_and_not_by_id_or_order() {
    let grouped = |person: &str, ids: u64, groups: &[(u64, usize, u64)]| {
        with(by(person, ids, TWO), 0, |mark| {
            for &(id, who, low) in groups {
                let Item::Group(mut group) = RecordList::Groups.unknown(ItemId::from_u64(id)) else { continue };
                group.who = GroupKind::ALL[who];
                group.figure.low = Some(low);
                mark.details.add_item(Item::Group(group));
            }
        })
    };
    let own = || grouped("Ines Varga", 1, &[(1, 1, 5), (2, 2, 3)]);
    let comparison = compared(vec![own(), grouped("Tomas Reed", 9, &[(1, 2, 3), (2, 1, 6), (3, 3, 2)])]);
    let fields: Vec<String> = all_told(&comparison);
    assert!(fields.contains(&"Field groups[1].figure.low: 5 | 6".to_owned()), "{fields:?}");
    assert!(fields.iter().all(|field| !field.contains("groups[2]")), "{fields:?}");
    assert!(fields.iter().any(|field| field.ends_with(".who:  | Men")), "{fields:?}");
}

#[test]
fn a_third_project_is_compared_with_both() {
    let projects = [12, 12, 17].map(|number| killed(by("Ines Varga", number, TWO), 0, number));
    let comparison = compared(projects.to_vec());
    assert_eq!(all_told(&comparison)[0], "Field figure.low: 12 | 12 | 17");
}

#[test]
fn one_project_or_two_articles_cannot_be_compared() {
    let project = by("Ines Varga", 1, TWO);
    assert_eq!(Comparison::of(vec![("A".to_owned(), project.clone())]).unwrap_err(), CompareError::TooFew);
    let other = fixture::project("The council of Veld said that the school at the river opens in the autumn.");
    let error = Comparison::of(vec![("a.ron".to_owned(), project), ("b.ron".to_owned(), other)]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "These are projects of different articles, which cannot be compared: a.ron and b.ron"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_project_differs_in_nothing_from_itself(project in any_project()) {
        let comparison = compared(vec![project.clone(), project.clone()]);
        prop_assert_eq!(all_told(&comparison), Vec::<String>::new());
        prop_assert_eq!(comparison.rows().len(), project.annotations().len());
    }
}
