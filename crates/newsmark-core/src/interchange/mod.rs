//! Articles in, and the formats of other tools; works on bytes and strings only.
//!
//! [`import`] makes an article of a file's bytes, [`import_pasted`] of what
//! the clipboard holds. Neither reads a file or a clock, and any bytes give an
//! article or an [`ImportError`] whose sentence says what to do. Plain text
//! and Markdown come in unchanged but for a byte order mark; HTML becomes
//! lines of text. [`read_proposals`] reads what another program proposes,
//! [`BratFile`] what was annotated with brat.

mod binary;
mod brat;
mod encoding;
mod encoding_guess;
mod headline;
mod html;
mod import;
mod import_error;
mod language;
mod proposals;

pub use brat::{
    BratAttribute, BratEquivalence, BratEvent, BratFile, BratNormalization, BratNote, BratRelation, BratWords,
};
pub use encoding::{ENCODINGS, Encoding, EncodingBasis, EncodingChoice, FoundEncoding, encoding_named};
pub use headline::anchored_title;
pub use import::{ArticleFormat, Imported, Notice, import, import_pasted};
pub use import_error::ImportError;
pub use language::language_tag;
pub use proposals::{BadSuggestion, GivenProposals, MAX_PROPOSAL_BYTES, ProposalsError, read_proposals};

/// Largest file that is imported, in bytes; a skin need not read a larger one.
pub const MAX_BYTES: usize = 100 << 20;
