use std::fmt;

/// Why bytes are not a project that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is the matter.
    pub kind: ReadErrorKind,
    /// Where, as line and column counted from 1, where known.
    pub place: Option<(usize, usize)>,
    /// The field, as `annotations[3].details`, where known.
    pub field: Option<String>,
    /// The detail, a part of a sentence; may be empty.
    pub detail: String,
}

/// What is the matter with bytes that are not a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// There is nothing in it.
    Empty,
    /// It is not UTF-8.
    NotText,
    /// It has no version, so that it is no project of this program.
    NotAProject,
    /// A newer program wrote it, in the version given.
    Newer(u64),
    /// It ends in the middle.
    CutOff,
    /// Something in it cannot be understood.
    Malformed,
}

impl ReadError {
    /// An error without a place.
    pub(super) fn new(kind: ReadErrorKind) -> ReadError {
        ReadError { kind, place: None, field: None, detail: String::new() }
    }

    fn whereabouts(&self) -> String {
        let place = self.place.map(|(line, column)| format!("line {line}, column {column}"));
        let field = self.field.as_ref().map(|field| format!("in {field}"));
        [place, field].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.whereabouts();
        match self.kind {
            ReadErrorKind::Empty => f.write_str(
                "The file is empty, so it is not a Newsmark project. It was left as it is. Restore it from a copy",
            ),
            ReadErrorKind::NotText => write!(
                f,
                "The file is not a Newsmark project: at {place} it is not text in UTF-8. It was left as it is. \
                 Choose another file, or restore this one from a copy",
            ),
            ReadErrorKind::NotAProject => f.write_str(
                "The file is not a Newsmark project: it does not say its version. It was left as it is. \
                 To annotate its text, open it as an article",
            ),
            ReadErrorKind::Newer(version) => write!(
                f,
                "The project was saved by a newer Newsmark, in version {version} of the format. It was left as it is. \
                 Update Newsmark to open it",
            ),
            ReadErrorKind::CutOff => write!(
                f,
                "The project cannot be read: it ends in the middle, at {place}. It was left as it is. \
                 Restore it from a copy",
            ),
            ReadErrorKind::Malformed => write!(
                f,
                "The project cannot be read: {place}: {}. It was left as it is. \
                 Correct that place in a text editor, or restore the file from a copy",
                self.detail,
            ),
        }
    }
}

impl std::error::Error for ReadError {}
