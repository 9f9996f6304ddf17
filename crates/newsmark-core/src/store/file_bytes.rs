use std::sync::Arc;

use crate::model::Digest;

/// The bytes of a project's file and their SHA-256, shared by whoever needs them.
///
/// A journal builds on them until it has a copy on disk that lasts. The file may have tens of megabytes, so a clone
/// copies no byte, and the digest is computed once: whoever read or wrote the file knows it already.
#[derive(Clone, Debug)]
pub struct FileBytes {
    bytes: Arc<Vec<u8>>,
    digest: Digest,
}

impl FileBytes {
    /// The bytes, whose digest is computed.
    pub fn new(bytes: Vec<u8>) -> FileBytes {
        let digest = Digest::of(&bytes);
        FileBytes::known(bytes, digest)
    }

    /// The bytes, whose digest is known to be `digest`.
    pub(super) fn known(bytes: Vec<u8>, digest: Digest) -> FileBytes {
        FileBytes { bytes: Arc::new(bytes), digest }
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The SHA-256 of the bytes.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}
