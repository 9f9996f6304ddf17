use super::record::{self, Begin, Entry, Record, Saving, VERSION};

/// A journal's lines as far as they are whole.
#[derive(Debug)]
pub struct Lines {
    /// The first line.
    pub begin: Begin<'static>,
    /// The entries, in order, the first with the number `begin.first`.
    pub entries: Vec<Entry<'static>>,
    /// The saves that were begun, in order.
    pub savings: Vec<Saving<'static>>,
    /// Whether something follows the last whole line.
    pub is_damaged: bool,
}

/// Reads all whole lines before the first that is not.
///
/// # Errors
/// A sentence's part where not even the first line can be understood.
pub fn lines(bytes: &[u8]) -> Result<Lines, &'static str> {
    let (begin, length) = match record::read(bytes) {
        Some((Record::Begin(begin), length)) if begin.version == VERSION => (begin, length),
        Some((Record::Begin(_), _)) => return Err("it was written by another version of Newsmark"),
        _ => return Err("its beginning is damaged, or another version of Newsmark wrote it"),
    };
    let mut lines = Lines { begin, entries: Vec::new(), savings: Vec::new(), is_damaged: false };
    let mut rest = &bytes[length..];
    while !rest.is_empty() {
        let next = lines.begin.first + lines.entries.len() as u64;
        match record::read(rest) {
            Some((Record::Entry(entry), length)) if entry.n == next => {
                lines.entries.push(entry);
                rest = &rest[length..];
            }
            Some((Record::Saving(saving), length)) => {
                lines.savings.push(saving);
                rest = &rest[length..];
            }
            _ => {
                lines.is_damaged = true;
                break;
            }
        }
    }
    Ok(lines)
}
