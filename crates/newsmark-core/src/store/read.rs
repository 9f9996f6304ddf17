use super::elide::{elided, elided_within};
use super::outline;
use super::read_error::{ReadError, ReadErrorKind};
use super::version::version;
use super::{Warning, WarningKind, checked, v1, v2};

use crate::model::{Digest, Project};

/// A project as it was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The project, sound.
    pub project: Project,
    /// What was not as it should be, in the order of the file.
    pub warnings: Vec<Warning>,
    /// The SHA-256 of the file's bytes, by which a change on disk is noticed.
    pub digest: Digest,
}

/// Reads the bytes of a project file.
///
/// What a span covers is compared with the words that the file keeps beside
/// it. Words that stand elsewhere are found again where that is certain; an
/// annotation whose words are not is kept as unplaced. Each such thing is a
/// [`Warning`]; nothing is dropped.
///
/// # Errors
/// A [`ReadError`] for bytes that are no project of this or an older version.
///
/// ```
/// use newsmark_core::store::{ReadErrorKind, parse};
///
/// let error = parse(b"a letter to the editor").unwrap_err();
/// assert!(matches!(error.kind, ReadErrorKind::NotAProject));
/// ```
pub fn parse(bytes: &[u8]) -> Result<Loaded, ReadError> {
    understood(bytes)?.sound()
}

/// As [`parse`], letting go of the bytes before the project is made of what they say: both at once is the most
/// memory that reading takes.
///
/// # Errors
/// As [`parse`].
pub(super) fn parse_owned(bytes: Vec<u8>) -> Result<Loaded, ReadError> {
    let understood = understood(&bytes)?;
    // All that is needed was copied out of them; the structs own their strings.
    drop(bytes);
    understood.sound()
}

/// What the bytes of a file say, before it is compared with the text.
struct Understood {
    file: v2::File<'static>,
    warnings: Vec<Warning>,
    digest: Digest,
}

impl Understood {
    fn sound(self) -> Result<Loaded, ReadError> {
        let Understood { file, mut warnings, digest } = self;
        let project = checked::project(file, &mut warnings)?;
        Ok(Loaded { project, warnings, digest })
    }
}

fn understood(bytes: &[u8]) -> Result<Understood, ReadError> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let place = Some(place_of(bytes, error.valid_up_to()));
        ReadError { place, ..ReadError::new(ReadErrorKind::NotText) }
    })?;
    let mut warnings = Vec::new();
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    if unmarked.len() < text.len() {
        warnings.push(Warning::of_article(
            WarningKind::ByteOrderMark,
            "The file begins with a byte order mark, which another program put there; the next save leaves it out",
        ));
    }
    Ok(Understood { file: structs(unmarked)?, warnings, digest: Digest::of(bytes) })
}

/// Reads the structs of the format, without comparing anything with the text.
#[doc(hidden)]
pub fn structs(text: &str) -> Result<v2::File<'static>, ReadError> {
    // A file whose bytes were lost with the power has its length and noughts.
    if text.trim_matches(['\0', ' ', '\t', '\r', '\n']).is_empty() {
        return Err(ReadError::new(ReadErrorKind::Empty));
    }
    // Asked before the rest is read: what a newer version means by a field of the same name cannot be known.
    match version(text) {
        Some(newer) if newer > u64::from(v2::VERSION) => Err(ReadError::new(ReadErrorKind::Newer(newer))),
        Some(version) => {
            let file: v2::File<'static> = ron::from_str(text).map_err(|error| explained(text, error))?;
            if version > u64::from(v1::VERSION) { Ok(file) } else { v1::File(file).try_into().map_err(later_field) }
        }
        None => Err(unversioned(text)),
    }
}

/// Why a file of version 1 that has a field of version 2 is not read.
fn later_field(v1::LaterField(field): v1::LaterField) -> ReadError {
    let detail = "it says that it is of version 1 of the format, which has no such field; version 2 has it".to_owned();
    ReadError { field: Some(field), detail, ..ReadError::new(ReadErrorKind::Malformed) }
}

/// A file without a version is no project, unless it was cut off before it or its version is no number.
fn unversioned(text: &str) -> ReadError {
    // Any RON struct begins so. With the word in it, the error of a project is worth more than that it is none.
    let begins_as_one = text.trim_start().starts_with('(') && text.contains("version");
    match ron::from_str::<v2::File>(text) {
        Err(error) if begins_as_one => explained(text, error),
        _ => ReadError::new(ReadErrorKind::NotAProject),
    }
}

/// An error of the reader with where it is and in which field.
fn explained(text: &str, error: ron::error::SpannedError) -> ReadError {
    let head = before(text, error.span.start);
    let field = Some(outline::path(head)).filter(|path| !path.is_empty());
    let place = Some((error.span.start.line, error.span.start.col));
    let kind = match error.code {
        // Told apart because the remedy differs: what was cut off is fetched from a copy, a slip of the pen is put
        // right.
        ron::Error::Eof | ron::Error::ExpectedStringEnd => ReadErrorKind::CutOff,
        _ if is_at_end(text, &error.span) => ReadErrorKind::CutOff,
        _ => ReadErrorKind::Malformed,
    };
    ReadError { kind, place, field, detail: detail(&error.code) }
}

/// The text before a place, whose line and column count from one and in characters.
fn before(text: &str, place: ron::error::Position) -> &str {
    let line_start: usize = text.split_inclusive('\n').take(place.line - 1).map(str::len).sum();
    let column = text[line_start..].char_indices().nth(place.col - 1);
    column.map_or(text, |(at, _)| &text[..line_start + at])
}

/// Whether the text ends where it could not be understood.
fn is_at_end(text: &str, span: &ron::error::Span) -> bool {
    let text = text.trim_end();
    let last_line = text.split('\n').next_back().unwrap_or_default();
    let is_last = span.end.line >= text.split('\n').count();
    let mut rest = last_line.chars().skip(span.end.col.saturating_sub(1));
    // Cut within a name or a number, the error stands before the end: a sound file ends in a bracket.
    is_last && (rest.all(char::is_whitespace) || !text.ends_with(')'))
}

/// What is wrong, in words for somebody who does not program. What stands in the file is quoted only in part.
fn detail(error: &ron::Error) -> String {
    /// A record has many fields, and a sentence that names them all is not read.
    const LONGEST: usize = 300;
    let mut detail = match error {
        ron::Error::NoSuchEnumVariant { expected, found, .. } => {
            format!("“{}” is not known there; it is one of {}", elided(found), expected.join(", "))
        }
        ron::Error::NoSuchStructField { expected, found, .. } => {
            format!("there is no field “{}”; the fields are {}", elided(found), expected.join(", "))
        }
        ron::Error::MissingStructField { field, .. } => format!("the field “{field}” is missing"),
        ron::Error::DuplicateStructField { field, .. } => format!("the field “{field}” stands there twice"),
        other => elided_within(other.to_string().trim_end_matches('.')),
    };
    if let Some((cut, _)) = detail.char_indices().nth(LONGEST) {
        detail.replace_range(cut.., "…");
    }
    detail
}

fn place_of(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = &bytes[..offset];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    (line, String::from_utf8_lossy(&before[line_start..]).chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;
    use crate::store::Printed;
    use crate::store::samples::small_project;
    use crate::store::strategies::any_project;

    fn error(text: &str) -> ReadError {
        parse(text.as_bytes()).unwrap_err()
    }

    fn printed() -> String {
        Printed::of(&small_project()).as_str().to_owned()
    }

    #[test]
    fn a_byte_order_mark_is_told_and_does_no_harm() {
        let loaded = parse(format!("\u{feff}{}", printed()).as_bytes()).unwrap();
        assert_eq!(loaded.project, small_project());
        let kinds: Vec<_> = loaded.warnings.iter().map(|warning| warning.kind).collect();
        assert_eq!(kinds, [WarningKind::ByteOrderMark]);
    }

    #[test]
    fn a_newer_version_is_refused_before_anything_else_is_understood() {
        let error = error("(version: 3, article: Encrypted(<<<");
        assert_eq!(error.kind, ReadErrorKind::Newer(3));
        assert_eq!(
            error.to_string(),
            "The project was saved by a newer Newsmark, in version 3 of the format. It was left as it is. \
             Update Newsmark to open it"
        );
    }

    #[test]
    fn a_field_of_version_2_is_refused_in_a_file_of_version_1_with_where_it_stands() {
        let of_version = |n: u8, wrong: &str| {
            let text = printed().replace("version: 1", &format!("version: {n}"));
            text.replace("victims: Civilian", &format!("victims: Civilian, {wrong}"))
        };
        for (field, path) in [
            ("scope: (kind: Event, by: Place)", "scope.by"),
            ("scope: (kind: Event, by: Unspecified)", "scope.by"),
            ("groups: [(id: \"7\", figure: Some((of: ())))]", "groups[7].figure.of.text"),
        ] {
            let error = error(&of_version(1, field));
            assert_eq!(error.kind, ReadErrorKind::Malformed, "{field}");
            let told = format!(
                "The project cannot be read: in annotations[0].{path}: it says that it is of version 1 of the format, \
                 which has no such field; version 2 has it. It was left as it is."
            );
            assert!(error.to_string().starts_with(&told), "{error}");
            assert!(parse(of_version(2, field).as_bytes()).is_ok(), "{field}");
        }
        let whole = |n: u8, right: &str, wrong: &str| {
            printed().replace("version: 1", &format!("version: {n}")).replacen(right, wrong, 1)
        };
        let decided = "by: \"Ines Varga\", on: \"2026-03-14T12:05:00Z\"";
        for (right, wrong, path) in [
            ("            note:", "            origin: Hand,\n            note:", "annotations[0].origin"),
            (
                "    sources:",
                &format!("    settings: (proposals: (value: On, {decided})),\n    sources:"),
                "settings.proposals",
            ),
            (
                "    unplaced: [],",
                &format!("    unplaced: [],\n    dismissed: [(category: Quotes, words: [], rule: \"\", {decided})],"),
                "dismissed",
            ),
            (
                "    unplaced: [],",
                "    unplaced: [],\n    sign_offs: [(time: \"2026-03-14T12:05:00Z\", person: \"A\", seen: [], proposals: Off)],",
                "sign_offs[0].proposals",
            ),
        ] {
            let told = error(&whole(1, right, wrong)).to_string();
            assert!(told.starts_with(&format!("The project cannot be read: in {path}: it says")), "{told}");
            assert!(parse(whole(2, right, wrong).as_bytes()).is_ok(), "{path}");
        }
        let unknown = error(&of_version(2, "scope: (kind: Event, through: Place)"));
        assert!(unknown.to_string().contains("there is no field “through”"), "{unknown}");
    }

    #[test]
    fn a_history_that_names_a_field_of_version_2_is_of_version_2() {
        let event = |part: &str| {
            format!(
                "note: \"\", history: [(time: \"2026-03-14T12:05:00Z\", person: \"Ines Varga\", changes: [(\"{part}\", \"\", \"Place\")])]"
            )
        };
        let told = error(&printed().replace("note: \"\"", &event("scope.by"))).to_string();
        assert!(told.contains("annotations[0].scope.by"), "{told}");
        let told = printed().replace("version: 1", "version: 2").replace("note: \"\"", &event("scope.by"));
        let project = parse(told.as_bytes()).unwrap().project;
        assert!(Printed::of(&project).as_str().starts_with("(\n    version: 2,"));
        let old = printed().replace("version: 1", "version: 2").replace("note: \"\"", &event("scope.of"));
        let project = parse(old.as_bytes()).unwrap().project;
        assert!(Printed::of(&project).as_str().starts_with("(\n    version: 1,"), "nothing in it needs version 2");
    }

    #[test]
    fn a_file_of_another_kind_is_no_project() {
        for text in ["<html></html>", "{\"version\": 1}", "(a: 1)", "At least 12", "[1, 2]"] {
            assert_eq!(error(text).kind, ReadErrorKind::NotAProject, "{text}");
        }
        assert_eq!(error(" \r\n\0").kind, ReadErrorKind::Empty);
        let not_text = parse(b"(version: 1,\n  \xe9").unwrap_err();
        assert_eq!((not_text.kind, not_text.place), (ReadErrorKind::NotText, Some((2, 3))));
    }

    #[test]
    fn a_file_that_was_cut_off_anywhere_is_told_from_one_with_a_mistake() {
        let printed = printed();
        let whole = printed.trim_end().len();
        let first_field = printed.find("article").unwrap();
        for end in (first_field..whole).filter(|&end| printed.is_char_boundary(end)) {
            let error = error(&printed[..end]);
            assert_eq!(error.kind, ReadErrorKind::CutOff, "{error:?} after {:?}", &printed[..end]);
        }
    }

    #[test]
    fn a_mistake_is_told_with_its_line_column_and_field() {
        let error = error(&printed().replace("harm: Killed", "harm: Kiled"));
        assert_eq!(error.kind, ReadErrorKind::Malformed);
        let sentence = error.to_string();
        assert!(sentence.contains("in annotations[0].details.harm:"), "{sentence}");
        assert!(sentence.contains("Kiled") && sentence.contains("line 31, column "), "{sentence}");
    }

    #[test]
    fn what_is_wrong_in_a_field_is_said() {
        let cases = [
            ("status: Submitted", "status: 3", "status"),
            ("status: Submitted", "state: Submitted", "state"),
            ("id: \"7\"", "id: \"lo\"", "is not an id"),
            ("published: None", "published: Some(\"14 March\")", "is not a day"),
            ("author: \"Ines Varga\"", "author: \" \"", "a name is never empty"),
            ("[(12, 23)", "[(-1, 23)", "at"),
            ("[(12, 23)", "[(99999999999999999999, 23)", "at"),
            ("id: \"7\"", "id: \"7\", id: \"8\"", "id"),
        ];
        for (right, wrong, said) in cases {
            let error = error(&printed().replace(right, wrong));
            assert_eq!(error.kind, ReadErrorKind::Malformed, "{wrong}");
            assert!(error.to_string().contains(said) && error.place.is_some(), "{wrong}: {error}");
        }
    }

    #[test]
    fn the_field_of_a_mistake_is_the_one_that_it_stands_in() {
        let cases = [
            ("direction: Auto", "direction: Up", "article.direction"),
            ("status: Submitted", "status: 3", "annotations[0].status"),
            ("id: \"7\"", "id: \"lo\"", "annotations[0].id"),
            ("published: None", "published: Some(\"14 March\")", "article.published"),
            ("[(12, 23)", "[(-1, 23)", "annotations[0].at[0]"),
            ("id: \"7\"", "id: \"7\", id: \"8\"", "annotations[0]"),
            ("id: \"7\",", "", "annotations[0]"),
        ];
        let told = cases.map(|(right, wrong, _)| error(&printed().replacen(right, wrong, 1)).field.unwrap_or_default());
        assert_eq!(told, cases.map(|(_, _, field)| field.to_owned()));
    }

    #[test]
    fn an_error_quotes_a_long_name_only_in_part() {
        let long = "a".repeat(100_000);
        for (right, wrong) in [
            ("outlet", long.clone()),
            ("Killed", long.clone()),
            ("casualties", long.clone()),
            ("id: \"7\"", format!("id: \"{long}\"")),
            ("id: \"7\"", format!("{long}: \"7\"")),
            ("published: None", format!("published: Some(\"{long}\")")),
            ("direction: Auto", format!("direction: {long}")),
            ("article: (", format!("article: {long}(")),
            ("details: Casualties", format!("details: {long}")),
        ] {
            let text = printed().replace("outlet: \"\"", "outlet: \"\",").replace(right, &wrong);
            let Err(error) = parse(text.as_bytes()) else { continue };
            let told = error.to_string();
            assert!(told.len() < 900, "{} bytes: {}", told.len(), &told[..900]);
            assert!(told.contains(&"a".repeat(80)) || told.contains("line"), "{told}");
            assert!(!told.contains(&"a".repeat(81)), "{told}");
        }
    }

    #[test]
    fn a_million_brackets_are_an_error() {
        for bracket in ["(", "[", "{", "Some(", "r#\"", "/*"] {
            assert!(parse(bracket.repeat(1_000_000).as_bytes()).is_err());
            let within = format!("(version: 1, annotations: {}", bracket.repeat(1_000_000));
            assert!(parse(within.as_bytes()).is_err());
        }
    }

    #[test]
    fn a_file_with_its_fields_in_another_order_and_comments_is_read() {
        let printed = printed();
        let moved =
            printed.replacen("    version: 1,\n", "", 1).replace("    unplaced: [],", "    version: 1, // last");
        assert_eq!(parse(moved.as_bytes()).unwrap().project, small_project());
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_project_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = parse(&bytes).map_err(|error| error.to_string());
        }

        #[test]
        fn a_changed_file_is_a_project_or_an_error(
            project in any_project(),
            changes in prop::collection::vec((any::<Index>(), 0usize..9, "[(){}\\[\\],:\"#0-9a-z\\\\é]{0,4}"), 1..5),
        ) {
            let mut bytes = Printed::of(&project).as_bytes().to_vec();
            for (at, length, new) in changes {
                let start = at.index(bytes.len());
                let end = (start + length).min(bytes.len());
                bytes.splice(start..end, new.bytes());
                if bytes.is_empty() {
                    break;
                }
            }
            match parse(&bytes) {
                Ok(loaded) => {
                    let again = Printed::of(&loaded.project);
                    prop_assert_eq!(parse(again.as_bytes()).unwrap().project, loaded.project);
                }
                Err(error) => prop_assert!(error.to_string().len() < 1000, "{error}"),
            }
        }
    }
}
