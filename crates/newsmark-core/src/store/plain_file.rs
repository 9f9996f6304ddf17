//! Reading of plain files only: what a path is is asked before it is opened, and once more of what was opened.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// What stands at a path, where it is neither a plain file nor a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecialFile {
    /// A pipe with a name (FIFO): whoever reads it waits for a writer.
    Pipe,
    /// A socket.
    Socket,
    /// A device, as a terminal is.
    Device,
    /// Something that only this system knows, or a link.
    Other,
}

impl SpecialFile {
    /// What the metadata say; `None` for a plain file and for a folder.
    pub(super) fn of(metadata: &Metadata) -> Option<SpecialFile> {
        if metadata.is_file() || metadata.is_dir() {
            return None;
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt;
            let kind = metadata.file_type();
            if kind.is_fifo() {
                return Some(SpecialFile::Pipe);
            } else if kind.is_socket() {
                return Some(SpecialFile::Socket);
            } else if kind.is_char_device() || kind.is_block_device() {
                return Some(SpecialFile::Device);
            }
        }
        Some(SpecialFile::Other)
    }

    /// What it is, with its article: "a pipe".
    pub fn name(self) -> &'static str {
        match self {
            SpecialFile::Pipe => "a pipe",
            SpecialFile::Socket => "a socket",
            SpecialFile::Device => "a device",
            SpecialFile::Other => "no plain file",
        }
    }
}

/// Opens the plain file at `path`, which may be a link to one, for reading.
///
/// It never waits: a pipe that is put in the file's place between the question
/// and the opening is opened without waiting for its writer, and refused.
///
/// # Errors
/// As [`File::open`]; a sentence's part where it is no plain file.
pub fn open(path: &Path) -> io::Result<File> {
    // Asked before opening: opening alone can have a device do something.
    check(&fs::metadata(path)?)?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    without_waiting(&mut options);
    let file = match options.open(path) {
        // Another program holds a lease on this plain file, as file servers do, and gives it up when it is asked for.
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => File::open(path)?,
        outcome => outcome?,
    };
    // Asked of what was opened: a pipe may have come in between.
    check(&file.metadata()?)?;
    Ok(file)
}

/// Reads the plain file at `path` wholly.
///
/// # Errors
/// As [`open`] and [`File::read_to_end`].
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opening never waits for another program, nor makes a terminal this one's own.
#[cfg(unix)]
pub fn without_waiting(options: &mut OpenOptions) {
    use rustix::fs::OFlags;
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, (OFlags::NONBLOCK | OFlags::NOCTTY).bits() as i32);
}

/// The same, and what a link leads to is not opened.
#[cfg(unix)]
pub fn without_following(options: &mut OpenOptions) {
    use rustix::fs::OFlags;
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::NOFOLLOW;
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits() as i32);
}

fn check(metadata: &Metadata) -> io::Result<()> {
    match SpecialFile::of(metadata) {
        Some(special) => Err(io::Error::other(format!("it is {}", special.name()))),
        None if metadata.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        None => Ok(()),
    }
}

/// Whether the file is still the one at `path`: another program may have removed or replaced it.
#[cfg(unix)]
pub fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    // Numbers of files are unique on one device alone.
    let same = |one: Metadata, other: Metadata| one.dev() == other.dev() && one.ino() == other.ino();
    file.metadata().and_then(|own| Ok(same(own, fs::symlink_metadata(path)?))).unwrap_or(false)
}

/// A held file cannot be removed here.
#[cfg(not(unix))]
pub fn is_at(_file: &File, _path: &Path) -> bool {
    true
}
