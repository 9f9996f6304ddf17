use super::read_error::{ReadError, ReadErrorKind};
use super::version::version;
use super::{Warning, WarningKind, checked, v1};
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
pub fn parse(bytes: &[u8]) -> Result<Loaded, ReadError> {
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
    let file = structs(unmarked)?;
    let project = checked::project(file, &mut warnings)?;
    Ok(Loaded { project, warnings, digest: Digest::of(bytes) })
}

/// Reads the structs of the format, without comparing anything with the text.
#[doc(hidden)]
pub fn structs(text: &str) -> Result<v1::File<'static>, ReadError> {
    if text.trim_matches(['\0', ' ', '\t', '\r', '\n']).is_empty() {
        return Err(ReadError::new(ReadErrorKind::Empty));
    }
    match version(text) {
        Some(newer) if newer > u64::from(v1::VERSION) => Err(ReadError::new(ReadErrorKind::Newer(newer))),
        Some(_) => ron::from_str(text).map_err(|error| explained(text, error)),
        None => Err(unversioned(text)),
    }
}

/// A file without a version is no project, unless it was cut off before it or its version is no number.
fn unversioned(text: &str) -> ReadError {
    let begins_as_one = text.trim_start().starts_with('(') && text.contains("version");
    match ron::from_str::<v1::File>(text) {
        Err(error) if begins_as_one => explained(text, error),
        _ => ReadError::new(ReadErrorKind::NotAProject),
    }
}

/// Reads once more to learn in which field the error is: keeping track of
/// fields costs too much to do it for sound files.
fn explained(text: &str, error: ron::error::SpannedError) -> ReadError {
    let field = ron::Deserializer::from_str(text).ok().and_then(|mut deserializer| {
        let outcome: Result<v1::File, _> = serde_path_to_error::deserialize(&mut deserializer);
        outcome.err().map(|error| error.path().to_string()).filter(|path| path != "." && path != "?")
    });
    let place = Some((error.span.start.line, error.span.start.col));
    let at_end = text.trim_end().lines().count() <= error.span.end.line.saturating_sub(1);
    let kind = match error.code {
        ron::Error::Eof | ron::Error::ExpectedStringEnd => ReadErrorKind::CutOff,
        _ if at_end || ends_at(text, error.span.end) => ReadErrorKind::CutOff,
        _ => ReadErrorKind::Malformed,
    };
    let detail = error.code.to_string();
    let detail = detail.trim_end_matches('.').to_owned();
    ReadError { kind, place, field, detail }
}

/// Whether nothing but white space follows the place.
fn ends_at(text: &str, place: ron::error::Position) -> bool {
    let line = text.split('\n').nth(place.line.saturating_sub(1));
    let rest_of_line: Option<String> = line.map(|line| line.chars().skip(place.col.saturating_sub(1)).collect());
    let last_line = text.trim_end().split('\n').count();
    place.line >= last_line && rest_of_line.is_none_or(|rest| rest.trim().is_empty())
}

fn place_of(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = &bytes[..offset];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    (line, String::from_utf8_lossy(&before[line_start..]).chars().count() + 1)
}
