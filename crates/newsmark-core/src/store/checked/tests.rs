use crate::model::{
    Annotation, Change, Comment, CommentId, Conflict, Event, Part, Person, Project, ProjectSettings, Time,
};
use crate::store::samples::{project_of, small_project};
use crate::store::{Loaded, Printed, Warning, WarningKind, parse};

fn read(text: &str) -> Loaded {
    parse(text.as_bytes()).unwrap()
}

fn printed(project: &Project) -> String {
    Printed::of(project).as_str().to_owned()
}

fn kinds(warnings: &[Warning]) -> Vec<WarningKind> {
    warnings.iter().map(|warning| warning.kind).collect()
}

/// The words of each annotation with its place in bytes.
fn marked(project: &Project) -> Vec<(usize, &str)> {
    let text = &project.article().text;
    let spans = project.annotations().iter().flat_map(|annotation| annotation.spans.iter());
    spans.map(|span| (span.start(), text.words(span))).collect()
}

#[test]
fn line_ends_that_git_changed_are_put_back_and_nothing_else_moves() {
    for text in ["One died.\r\nTwo\r\nfled.\r\n", "One died.\nTwo\nfled.\n", "One died.\rTwo\rfled.\r"] {
        let line_end = text.trim_start_matches("One died.").split_once("Two").unwrap().0;
        let words = format!("Two{line_end}fled");
        let project = project_of(text, &[&[&words], &["One"]]);
        for (from, to) in [("\r\n", "\n"), ("\r", "\n"), ("\n", "\r\n")] {
            let changed = printed(&project).replace("\r\n", "\n").replace(from, to);
            let loaded = read(&changed);
            assert_eq!(loaded.project.article().text, project.article().text);
            let annotation = loaded.project.annotations().last().unwrap();
            assert_eq!(annotation.spans, project.annotations().last().unwrap().spans);
            let expected = [WarningKind::LineEndsRestored];
            assert!(kinds(&loaded.warnings) == expected || loaded.warnings.is_empty(), "{:?}", loaded.warnings);
            assert_eq!(printed(&loaded.project).replace("value: \"two\\n", ""), printed(&loaded.project));
        }
    }
}

#[test]
fn a_span_changed_by_hand_is_found_again_by_its_words() {
    let project = project_of("Three died. Three hundred people fled.", &[&["people"]]);
    let loaded = read(&printed(&project).replace("at: [(26, 32)]", "at: [(2, 5)]"));
    assert_eq!(loaded.project, project);
    assert_eq!(kinds(&loaded.warnings), [WarningKind::Moved]);
    let beyond = read(&printed(&project).replace("at: [(26, 32)]", "at: [(900, 905)]"));
    assert_eq!(beyond.project, project);
}

#[test]
fn the_nearest_of_several_occurrences_is_taken_only_where_it_is_clearly_meant() {
    let project = project_of(&format!("said it. {} said so.", "Long. ".repeat(40)), &[&["said"]]);
    let near = read(&printed(&project).replace("at: [(0, 4)]", "at: [(3, 7)]"));
    assert_eq!(marked(&near.project), [(0, "said")]);
    let doubtful = read(&printed(&project).replace("at: [(0, 4)]", "at: [(120, 124)]"));
    assert!(doubtful.project.annotations().is_empty());
    assert!(kinds(&doubtful.warnings).contains(&WarningKind::Unplaced), "{:?}", doubtful.warnings);
    let kept = &doubtful.project.unplaced()[0];
    assert_eq!(
        (kept.spans.words.as_slice(), kept.spans.claimed.as_slice()),
        (&["said".to_owned()][..], &[(120, 124)][..])
    );
    assert_eq!(kept.details, project.annotations()[0].details);
}

#[test]
fn an_annotation_without_its_words_is_kept_as_unplaced_with_all_it_says() {
    for (right, wrong) in [
        ("words: [\"At least 12\", \"people\"]", "words: [\"At least 13\", \"people\"]"),
        ("words: [\"At least 12\", \"people\"]", "words: [\"At least 12\"]"),
        ("words: [\"At least 12\", \"people\"]", "words: [\"\", \"people\"]"),
        ("at: [(12, 23), (24, 30)], words: [\"At least 12\", \"people\"]", "at: [], words: []"),
    ] {
        let right = right.replace("], words", "],\n            words");
        let changed = printed(&small_project()).replace(&right, wrong);
        assert_ne!(changed, printed(&small_project()));
        let loaded = read(&changed);
        assert_eq!(loaded.project.annotations().len(), 0, "{wrong}");
        let (kept, before) = (&loaded.project.unplaced()[0], &small_project().annotations()[0].clone());
        assert_eq!((&kept.details, kept.id, &kept.author), (&before.details, before.id, &before.author));
        assert_eq!(kinds(&loaded.warnings), [WarningKind::Unplaced]);
        assert!(loaded.warnings[0].annotation == Some(kept.id));
        let again = read(&printed(&loaded.project));
        assert_eq!((again.project, again.warnings), (loaded.project, Vec::new()));
    }
}

#[test]
fn in_a_changed_text_words_move_with_those_around_them() {
    let text = "Ten died on Monday. She said so. Five fled on Friday. He said no.";
    let project = project_of(text, &[&["Ten"], &["said"], &["Five"], &["no"]]);
    let changed = printed(&project).replace("text: \"Ten died", "text: \"News: he said ten died. Ten died");
    let loaded = read(&changed);
    assert_eq!(marked(&loaded.project), [(24, "Ten"), (48, "said"), (57, "Five"), (86, "no")]);
    assert_eq!(kinds(&loaded.warnings)[0], WarningKind::TextChanged);
    assert_eq!(loaded.project.article().text.sha256().to_string().len(), 64);
}

#[test]
fn in_a_changed_text_words_that_occur_twice_are_not_guessed() {
    let project = project_of("She said so. He said no.", &[&["said"]]);
    let loaded = read(&printed(&project).replace("text: \"She", "text: \"Yes. She"));
    assert_eq!(marked(&loaded.project), []);
    assert_eq!(loaded.project.unplaced()[0].spans.words, ["said"]);
}

#[test]
fn of_two_annotations_with_one_id_the_second_gets_another_that_stays() {
    let project = project_of("Ten died. Five fled.", &[&["Ten"], &["Five"]]);
    let changed = printed(&project).replace("id: \"8\"", "id: \"7\"");
    let loaded = read(&changed);
    assert_eq!(marked(&loaded.project), [(0, "Ten"), (10, "Five")]);
    assert_eq!(kinds(&loaded.warnings), [WarningKind::DuplicateId]);
    let ids: Vec<_> = loaded.project.annotations().iter().map(|annotation| annotation.id).collect();
    assert!(ids[0].to_string() == "7" && ids[1].to_string().len() > 5, "{ids:?}");
    assert_eq!(read(&changed).project, loaded.project);
}

#[test]
fn spans_within_a_character_stay_with_a_warning() {
    let project = project_of("It was e\u{301} there.", &[&["was e"]]);
    let loaded = read(&printed(&project));
    assert_eq!(loaded.project, project);
    assert_eq!(kinds(&loaded.warnings), [WarningKind::WithinCharacter]);
}

#[test]
fn spans_out_of_order_are_put_in_order() {
    let changed = printed(&small_project())
        .replace("at: [(12, 23), (24, 30)]", "at: [(24, 30), (12, 23)]")
        .replace("words: [\"At least 12\", \"people\"]", "words: [\"people\", \"At least 12\"]");
    let loaded = read(&changed);
    assert_eq!(loaded.project, small_project());
    assert_eq!(kinds(&loaded.warnings), [WarningKind::SpansJoined]);
}

#[test]
fn a_fields_words_are_found_again_within_the_annotation_or_kept_without_a_place() {
    let changed = printed(&small_project()).replace("at: Some((12, 23))", "at: Some((1, 3))");
    let loaded = read(&changed);
    assert_eq!(loaded.project, small_project());
    assert_eq!(kinds(&loaded.warnings), [WarningKind::WordsMoved]);
    let sentence = loaded.warnings[0].to_string();
    assert!(sentence.starts_with("The words of the field figure.text of annotation 7 did not stand"), "{sentence}");

    let lost = read(&changed.replace("words: Some(\"At least 12\")", "words: Some(\"At least 13\")"));
    assert_eq!(kinds(&lost.warnings), [WarningKind::WordsLost]);
    assert!(printed(&lost.project).contains("words: Some(\"At least 13\"))"), "{}", printed(&lost.project));
}

#[test]
fn another_version_that_is_not_found_is_kept_without_a_place_beside_the_one_that_is() {
    let mut project = project_of("Three died. Four fled.", &[&["Three"]]);
    let ours = project.annotations()[0].clone();
    let fled = project_of("Three died. Four fled.", &[&["fled"]]).annotations()[0].clone();
    let conflict = Conflict::Annotation { id: ours.id, parts: vec![Part::Boundary], base: None, theirs: Some(fled) };
    project.apply(Change::ReplaceConflicts(vec![conflict])).unwrap();
    assert_eq!(read(&printed(&project)).project, project);

    let lost = read(&printed(&project).replace("words: [\"fled\"]", "words: [\"flew\"]"));
    assert_eq!(lost.project.annotations(), project.annotations());
    assert!(lost.project.conflicts().is_empty());
    assert_eq!(lost.project.unplaced()[0].spans.words, ["flew"]);
    assert_eq!(kinds(&lost.warnings), [WarningKind::Unplaced]);
    assert_eq!(read(&printed(&lost.project)).project, lost.project);
}

#[test]
fn comments_with_one_id_become_two_with_two() {
    let mut project = small_project();
    let author = Person::new("Tomas Reed").unwrap();
    let comment = Comment { id: CommentId::from_u64(3), author, time: Time(0), text: "Sure?".to_owned() };
    let mut annotation = Annotation::clone(&project.annotations()[0]);
    annotation.comments = vec![comment.clone(), comment];
    project.apply(Change::Replace(annotation.into())).unwrap();
    let loaded = read(&printed(&project));
    let comments = &loaded.project.annotations()[0].comments;
    assert_eq!((comments.len(), comments[0].id), (2, CommentId::from_u64(3)));
    assert_ne!(comments[0].id, comments[1].id);
    assert_eq!(kinds(&loaded.warnings), [WarningKind::DuplicateId]);
}

#[test]
fn a_file_of_before_reviews_is_read_with_its_author_as_editor() {
    let loaded = read(&printed(&small_project()));
    let annotation = &loaded.project.annotations()[0];
    assert_eq!((&annotation.editor, &annotation.judge), (&annotation.author, &None));
    assert!(annotation.comments.is_empty() && loaded.project.history(annotation.id).is_empty());
    assert!(!loaded.project.settings().four_eyes);
}

#[test]
fn fields_that_nobody_knows_are_refused_in_what_review_adds_too() {
    let mut project = small_project();
    let author = Person::new("Tomas Reed").unwrap();
    let mut annotation = Annotation::clone(&project.annotations()[0]);
    annotation.comments =
        vec![Comment { id: CommentId::from_u64(3), author: author.clone(), time: Time(0), text: "Sure?".to_owned() }];
    project.apply(Change::Replace(annotation.into())).unwrap();
    let id = project.annotations()[0].id;
    project.set_histories([(id, Event { time: Time(0), person: author, changes: Vec::new() })].into_iter().collect());
    project.apply(Change::ReplaceSettings(ProjectSettings { four_eyes: true, ..ProjectSettings::default() })).unwrap();
    let conflict = Conflict::DeletedHere { id, base: None };
    project.apply(Change::ReplaceConflicts(vec![conflict])).unwrap();
    let file = printed(&project);
    assert_eq!(read(&file).project, project);
    for (right, wrong) in [
        ("text: \"Sure?\"", "text: \"Sure?\", mood: 1"),
        ("person: \"Tomas Reed\"", "person: \"Tomas Reed\", mood: 1"),
        ("four_eyes: true", "four_eyes: true, six_eyes: true"),
        ("base: None", "base: None, mood: 1"),
        ("1970-01-01T00:00:00Z", "yesterday"),
    ] {
        let changed = file.replace(right, wrong);
        assert_ne!(changed, file, "{wrong}");
        assert!(parse(changed.as_bytes()).is_err(), "{wrong}");
    }
}
