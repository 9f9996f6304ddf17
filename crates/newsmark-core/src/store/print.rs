use std::sync::OnceLock;

use ron::ser::PrettyConfig;
use serde::Serialize;

use super::{CodePoints, FileBytes, v2};
use crate::join::join;
use crate::model::{Digest, InOrder, Project};

/// A project as the bytes of its file.
///
/// The same project gives the same bytes on every platform: fields in a fixed
/// order, annotations by first code point and id, LF between lines, one at the end.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::Project;
/// use newsmark_core::store::{Printed, parse};
///
/// let article = import(b"Shells killed 12 people.", "karsa.txt", None)?.article;
/// let project = Project::new(article);
/// let printed = Printed::of(&project);
/// assert!(printed.as_str().contains("Shells killed 12 people."));
/// assert_eq!(parse(printed.as_bytes())?.project, project);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Printed {
    string: String,
    digest: OnceLock<Digest>,
}

/// How deep lines are broken: an annotation's fields stand on lines of their
/// own, what lies deeper on one line.
const BROKEN_DEPTH: usize = 3;

/// So many annotations are worth a second thread.
const MANY: usize = 500;

/// What an annotation usually takes, in bytes, rather more than less.
const USUAL: usize = 640;

impl Printed {
    /// Prints the project.
    pub fn of(project: &Project) -> Printed {
        let index = CodePoints::of(&project.article().text);
        let n_annotations = project.annotations().len();
        // Two threads and the joining are worth it: the ratio `save` of `benches/store.rs` is 0.90 with them, 1.52 without.
        let joined = if n_annotations < MANY { None } else { joined(project, &index) };
        let whole = || print(&v2::File::of(project, &index), project.article().text.len() + n_annotations * USUAL);
        let string = joined.unwrap_or_else(whole);
        Printed { string, digest: OnceLock::new() }
    }

    /// The file's text, which ends in LF.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The file's bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.string.as_bytes()
    }

    /// The bytes with their digest, without a copy.
    pub fn into_file_bytes(self) -> FileBytes {
        let digest = self.digest();
        FileBytes::known(self.string.into_bytes(), digest)
    }

    /// The SHA-256 of the bytes, computed when it is first asked for: a save does so while the disk writes.
    pub fn digest(&self) -> Digest {
        *self.digest.get_or_init(|| Digest::of(self.as_bytes()))
    }
}

/// Prints the file in four pieces, the longest ones at the same time, and joins
/// them; `None` where they do not fit, as ron lays them out in another way.
fn joined(project: &Project, index: &CodePoints) -> Option<String> {
    const OPEN: &str = "(\n";
    const CLOSE: &str = ")\n";
    const LIST: &str = "    annotations: [\n";
    const LIST_END: &str = "    ],\n";
    let (all, n_all) = (project.annotations(), project.annotations().len());
    // Halved by number: annotations differ little in length, and the article is copied, not built.
    let (first, second) = (all.range(0..n_all / 2), all.range(n_all / 2..n_all));
    let marks = |annotations: &InOrder<'_>| {
        print(&v2::Marks::of(project, annotations.clone(), index), annotations.len() * USUAL)
    };
    let length = project.article().text.len() + n_all * USUAL;
    let ((mut string, first), second) =
        // The string of the head has room for all, so that the other pieces are appended without moving it.
        join(|| marks(&second), || (print(&v2::Head::of(project, index), length), marks(&first)));
    let tail = print(&v2::Tail::of(project, index), project.unplaced().len() * USUAL);
    // Each piece is a struct of its own. Where ron should lay one out in another way, a mark is missing, and the file
    // is printed whole.
    string.truncate(string.strip_suffix(CLOSE)?.len());
    string.push_str(first.strip_prefix(OPEN)?.strip_suffix(CLOSE)?.strip_suffix(LIST_END)?);
    string.push_str(second.strip_prefix(OPEN)?.strip_prefix(LIST)?.strip_suffix(CLOSE)?);
    string.push_str(tail.strip_prefix(OPEN)?);
    Some(string)
}

/// Prints the structs of the format, which will have about `length` bytes.
#[doc(hidden)]
pub fn print(file: &impl Serialize, length: usize) -> String {
    let mut string = String::with_capacity(length + 1024);
    // Writing to a string cannot fail; the structs have plain field names and
    // lie far less deep than the 128 levels that ron allows.
    #[expect(clippy::expect_used, reason = "proved above")]
    ron::ser::to_writer_pretty(&mut string, file, layout()).expect("the format prints");
    string.push('\n');
    string
}

/// How the file is laid out.
fn layout() -> PrettyConfig {
    PrettyConfig::new().depth_limit(BROKEN_DEPTH).new_line("\n").escape_strings(false)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{
        Anchored, Annotation, Casualties, Change, Changed, Denominator, Details, Dimension, Event, FieldPath,
        FigurePart, Part, Person, ScopeKind, Time,
    };
    use crate::store::parse;
    use crate::store::samples::small_project;
    use crate::store::strategies::any_project;

    #[test]
    fn a_field_of_an_annotation_stands_on_a_line_and_what_lies_deeper_on_one() {
        let printed = Printed::of(&small_project());
        assert!(printed.as_str().starts_with("(\n    version: 1,\n    article: (\n"), "{}", printed.as_str());
        let annotation = r#"
        (
            id: "7",
            at: [(12, 23), (24, 30)],
            words: ["At least 12", "people"],
            details: Casualties((harm: Killed, figure: Some((text: (value: "at least 12", words: Some("At least 12"), at: Some((12, 23))))), victims: Civilian)),
            status: Submitted,
            author: "Ines Varga",
            note: "",
        ),
"#;
        assert!(printed.as_str().contains(annotation), "{}", printed.as_str());
    }

    #[test]
    fn the_article_is_a_raw_string_that_a_person_can_read() {
        let printed = Printed::of(&small_project());
        let text = "text: r#\"“قُتل” é\r\n\r\nAt least 12 people \"died\".\n\"#,";
        assert!(printed.as_str().contains(text), "{}", printed.as_str());
    }

    #[test]
    fn the_history_of_an_annotation_reads_as_a_list_of_what_became_of_it() {
        let mut project = small_project();
        let low = Part::Field(FieldPath::Figure(FigurePart::Low));
        let changes = vec![Changed { part: low, before: "12".to_owned(), after: "17".to_owned() }];
        let person = Person::new("Ines Varga").unwrap();
        let event = |changes| Event { time: Time(1_773_489_900), person: person.clone(), changes };
        let id = project.annotations()[0].id;
        project.set_histories([(id, event(Vec::new())), (id, event(changes))].into_iter().collect());
        let printed = Printed::of(&project);
        let history = r#"
            history: [(time: "2026-03-14T12:05:00Z", person: "Ines Varga"), (time: "2026-03-14T12:05:00Z", person: "Ines Varga", changes: [("figure.low", "12", "17")])],
"#;
        assert!(printed.as_str().contains(history), "{}", printed.as_str());
    }

    #[test]
    fn a_field_of_version_2_makes_a_file_of_version_2_and_no_other_does() {
        let printed = |edit: fn(&mut Casualties)| {
            let mut project = small_project();
            let mut mark = Annotation::clone(&project.annotations()[0]);
            let Details::Casualties(record) = &mut mark.details else { panic!("a casualty") };
            edit(record);
            project.apply(Change::Replace(mark.into())).unwrap();
            Printed::of(&project).as_str().to_owned()
        };
        let version = |printed: &str| printed.lines().nth(1).unwrap().to_owned();
        let divided = printed(|record| record.scope.by = Dimension::Place);
        assert_eq!(version(&divided), "    version: 2,");
        assert!(divided.contains("scope: (by: Place)"), "{divided}");
        let share = printed(|record| {
            record.figure.of = Denominator { text: Some(Anchored::typed("the 60")), best: Some(60) };
        });
        assert_eq!(version(&share), "    version: 2,");
        assert!(share.contains("of: (text: (value: \"the 60\"), best: Some(60))"), "{share}");
        let part = printed(|record| record.scope.kind = ScopeKind::PartOf);
        assert_eq!(version(&part), "    version: 1,");
        assert!(!part.contains("by:") && !part.contains("of: ("), "{part}");
    }

    #[test]
    fn what_review_adds_is_left_out_where_there_is_none() {
        let printed = Printed::of(&small_project());
        for field in [
            "settings",
            "judge",
            "editor",
            "origins",
            "comments",
            "history",
            "conflicts",
            "sign_offs",
            "dismissed",
            "origin",
            "proposals",
        ] {
            assert!(!printed.as_str().contains(&format!("{field}:")), "{field}");
        }
    }

    proptest! {
        #[test]
        fn what_was_printed_is_read_as_the_same_project(project in any_project()) {
            let printed = Printed::of(&project);
            let loaded = parse(printed.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(&loaded.project, &project, "{}", printed.as_str());
            prop_assert_eq!(loaded.digest, printed.digest());
            for (before, after) in project.annotations().iter().zip(loaded.project.annotations()) {
                prop_assert_eq!(before.fingerprint(), after.fingerprint());
            }
            prop_assert!(printed.as_str().ends_with(")\n"));
            let index = CodePoints::of(&project.article().text);
            if project.annotations().len() > 1 {
                let in_pieces = joined(&project, &index);
                prop_assert_eq!(in_pieces.as_deref(), Some(printed.as_str()));
            }
            let again = Printed::of(&loaded.project);
            prop_assert_eq!(again.as_str(), printed.as_str());
            let only_within_characters = loaded.warnings.iter().all(|w| w.kind == crate::store::WarningKind::WithinCharacter);
            prop_assert!(only_within_characters, "{:?}", loaded.warnings);
        }
    }
}
