//! Version 1 of the project file is final: a file with every field of it is kept here, and
//! has to mean and to be for ever what it means and is today. Files with every field that version 2 adds are kept
//! beside it.

#![expect(clippy::unwrap_used, reason = "an example that cannot be read fails the test")]

use newsmark::model::{
    Category, Conflict, Details, Dimension, FieldPath, Figure, Part, Person, Project, Provenance, Status, Tier,
};
use newsmark::store::{self, Printed, version_1_copy};

const EXAMPLE: &[u8] = include_bytes!("files/version-1.ron");

fn example() -> Project {
    store::parse(EXAMPLE).unwrap().project
}

fn figure(project: &Project, place: usize) -> &Figure {
    project.annotations().get(place).unwrap().details.figure().unwrap()
}

#[test]
fn what_is_read_from_the_example_is_written_as_the_same_bytes() {
    assert_eq!(Printed::of(&example()).as_bytes(), EXAMPLE);
}

#[test]
fn nothing_of_the_example_is_doubted() {
    assert_eq!(store::parse(EXAMPLE).unwrap().warnings, []);
}

#[test]
fn every_field_means_what_it_meant() {
    let project = example();
    let text = &project.article().text;
    let marks: Vec<_> = project.annotations().iter().collect();
    let words: Vec<_> = marks.iter().map(|mark| text.words(mark.spans.iter().next().unwrap())).collect();
    assert_eq!(words[0], "At least nine people were killed", "code points, after Arabic");
    assert_eq!(marks.iter().filter(|mark| mark.spans.iter().count() == 2).count(), 1, "one has a gap");
    assert_eq!(
        (figure(&project, 0).low, figure(&project, 0).best, figure(&project, 0).high),
        (Some(8), Some(9), Some(20))
    );
    let Details::Casualties(killed) = &marks[0].details else { panic!("the first is a casualty") };
    assert_eq!((killed.groups.len(), killed.named_victims[0].age.as_str()), (1, "34"));
    assert_eq!((killed.place.name.as_str(), killed.when.date.as_str()), ("Orsa", "2026-05-01"));
    assert_eq!([&marks[0].author, &marks[0].editor].map(Person::name), ["Ines Varga", "Karim Adel"]);
    let judged: Vec<_> = marks.iter().filter(|mark| mark.judge.is_some()).map(|mark| mark.status).collect();
    assert_eq!(judged, [Status::ChangesRequested, Status::Rejected]);
    assert_eq!((marks[0].comments.len(), project.history(marks[0].id).len(), marks[0].dismissed.len()), (2, 3, 1));
    assert_eq!(marks[0].origins[0].part, Part::Boundary);
    let sizes = marks.iter().filter_map(|mark| mark.details.figure()?.household_size);
    assert_eq!(sizes.map(|size| size.hundredths()).collect::<Vec<_>>(), [467]);
    assert!(project.settings().four_eyes);
    assert_eq!((project.unplaced().len(), project.conflicts().len(), project.sign_offs().len()), (1, 1, 1));
    assert_eq!(project.sources().iter().count(), 4);
}

const VERSION_2: &[u8] = include_bytes!("files/version-2.ron");

/// What version 2 says of proposals: where marks came from, what was not wanted, and whether there are any.
const WITH_PROPOSALS: &[u8] = include_bytes!("files/version-2-proposals.ron");

#[test]
fn a_file_of_version_2_is_written_as_the_same_bytes_and_not_doubted() {
    for file in [VERSION_2, WITH_PROPOSALS] {
        let loaded = store::parse(file).unwrap();
        assert_eq!(loaded.warnings, []);
        assert_eq!(str::from_utf8(Printed::of(&loaded.project).as_bytes()), str::from_utf8(file));
    }
}

#[test]
fn every_field_of_version_2_means_what_it_meant() {
    let project = store::parse(VERSION_2).unwrap().project;
    let by = project.annotations().iter().map(|mark| mark.details.scope().unwrap().by);
    use Dimension::{Group, Place, Unspecified};
    assert_eq!(by.collect::<Vec<_>>(), [Unspecified, Place, Place, Group, Unspecified]);
    let words = |figure: &Figure| figure.of.text.as_ref().map(|text| text.value.clone());
    let half = figure(&project, 4);
    assert_eq!((words(half).as_deref(), half.of.best, half.best), (Some("the 60 pupils"), Some(60), Some(30)));
    let Details::Casualties(children) = &project.annotations().get(3).unwrap().details else { panic!("a casualty") };
    let whole = &children.groups[0].figure;
    assert_eq!((words(whole).as_deref(), whole.of.best), (Some("Forty people"), Some(40)));
    let told = project.history(project.annotations().get(1).unwrap().id);
    assert_eq!(told[1].changes[0].part, Part::Field(FieldPath::ScopeBy));
}

#[test]
fn every_word_of_version_2_about_proposals_means_what_it_meant() {
    let project = store::parse(WITH_PROPOSALS).unwrap().project;
    let proposed = |by: &str, rule: &str, tier| Provenance::Proposed { by: by.to_owned(), rule: rule.to_owned(), tier };
    let imported = |id: &str, by: Option<&str>| {
        let by = by.and_then(Person::new);
        Provenance::Imported { format: "brat".to_owned(), id: id.to_owned(), by }
    };
    let origins: Vec<_> = project.annotations().iter().map(|mark| mark.provenance.clone()).collect();
    let expected = [
        imported("T7", Some("Oren Tal")),
        proposed("newsmark", "passive", Tier::Likely),
        Provenance::Hand,
        proposed("Veld desk model", "prediction", Tier::Possible),
    ];
    assert_eq!(origins, expected);
    assert_eq!(project.unplaced()[0].provenance, imported("T9", None));
    let Conflict::Annotation { theirs: Some(theirs), .. } = &project.conflicts()[0] else { panic!("a conflict") };
    assert_eq!(theirs.provenance, proposed("newsmark", "copular", Tier::Possible));
    let setting = project.settings().proposals.clone().unwrap();
    assert_eq!(
        (setting.value, setting.by.name(), &*setting.on.to_string()),
        (false, "Ines Varga", "2026-06-07T09:15:00Z")
    );
    assert_eq!(project.sign_offs().iter().map(|signed| signed.proposals).collect::<Vec<_>>(), [Some(true), None]);
    assert_eq!(project.made_with_proposals(), Some(true), "some were accepted before they were turned off");
    let [quote, claim] = project.dismissed_proposals() else { panic!("two were dismissed") };
    assert_eq!(
        (quote.category, &*quote.words, &*quote.rule),
        (Category::Quotes, &["«court»".to_owned()][..], "direct-quote")
    );
    assert_eq!((&*quote.before, &*quote.after), ("The ferry line said a ", " would look into it."));
    assert_eq!((quote.reason.as_deref(), claim.reason.as_deref()), (Some("A scare quote"), None));
    assert_eq!((claim.category, claim.words.len(), &*claim.before), (Category::Claims, 2, ""));
    assert_eq!((claim.by.name(), &*claim.on.to_string()), ("Karim Adel", "2026-06-07T08:20:00Z"));
}

#[test]
fn the_copies_of_both_in_version_1_say_how_much_they_lack() {
    let copied = |file| version_1_copy(&store::parse(file).unwrap().project);
    let (copy, left_out) = copied(VERSION_2);
    assert!(Printed::of(&copy).as_str().starts_with("(\n    version: 1,\n"));
    let dimensions = "By what 3 parts divide their wholes was left out";
    let shares = "Of what whole 2 figures are a share was left out";
    let told = "1 entry about fields that version 1 has not was left out";
    assert_eq!(left_out.sentences(), [dimensions, shares, told]);
    let (copy, left_out) = copied(WITH_PROPOSALS);
    assert!(Printed::of(&copy).as_str().starts_with("(\n    version: 1,\n"));
    let expected = [
        "Where 4 marks came from was left out",
        "2 dismissed proposals were left out",
        "That proposals are on or off, and who decided so, was left out",
        "Whether 1 sign-off was made with proposals was left out",
        "Fields that version 1 has not were left out of 1 conflict",
    ];
    assert_eq!(left_out.sentences(), expected);
    assert_eq!(copied(EXAMPLE).1.sentences(), Vec::<String>::new());
}

#[test]
fn a_file_of_version_2_without_its_fields_is_one_of_version_1() {
    let text = str::from_utf8(EXAMPLE).unwrap().replacen("version: 1", "version: 2", 1);
    assert_eq!(Printed::of(&store::parse(text.as_bytes()).unwrap().project).as_bytes(), EXAMPLE);
}
