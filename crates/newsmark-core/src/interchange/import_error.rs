/// Why no article came of a file or of the clipboard; each says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing but white space, or nothing at all.
    #[error("“{0}” is empty. Choose another file, or copy the article’s text and use Paste article")]
    Empty(String),
    /// The clipboard holds no text.
    #[error("There is no text on the clipboard. Copy the article’s text and paste again")]
    NothingPasted,
    /// A format that is known and is no text.
    #[error("“{name}” is {kind}, not text. Copy its text and use Paste article")]
    Binary {
        /// The file's name.
        name: String,
        /// What it is, as "a PDF".
        kind: &'static str,
    },
    /// Bytes that are text in no encoding, or not in the one that was chosen.
    #[error(
        "“{name}” is not text, as far as it can be read as {encoding}. \
         Choose another encoding, or copy its text and use Paste article"
    )]
    Noise {
        /// The file's name.
        name: String,
        /// The encoding that was tried.
        encoding: &'static str,
    },
    /// More bytes than are imported.
    #[error(
        "“{name}” has {} MB; an article may have {} MB. Split it, or copy a part of it and use Paste article",
        size.div_ceil(1 << 20),
        limit >> 20
    )]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// The largest size in bytes.
        limit: u64,
    },
    /// A page of navigation, or one that fills itself in by script.
    #[error("No article was found on this page. Copy the article’s text and use Paste article: “{0}”")]
    NoArticle(String),
}
