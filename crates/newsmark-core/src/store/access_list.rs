//! Access lists (POSIX ACL) as Linux hands them out: a version, then entries of a kind, bits and an id, all
//! little-endian (`include/uapi/linux/posix_acl_xattr.h`).

/// The length of the version, and of an entry.
const VERSION: usize = 4;
const ENTRY: usize = 8;
/// The kinds of the entries that are asked for: what the file's own group may do, and the most that anybody listed may.
const GROUP: u8 = 0x04;
const MASK: u8 = 0x10;

/// What the file's own group may do by the list, as bits; `None` where the list cannot be understood.
pub fn group(list: &[u8]) -> Option<u32> {
    let bits = |kind| entries(list).find(|entry| entry[0] == kind).map(|entry| u32::from(entry[2]) & 0o7);
    // The mask bounds what listed people and groups may do, the file’s own group among them; a list without further
    // entries has none, and then nothing is taken away.
    Some(bits(GROUP)? & bits(MASK).unwrap_or(0o7))
}

/// The list with these bits for the file's own group; `None` where it cannot be understood.
pub fn with_group(list: &[u8], bits: u32) -> Option<Vec<u8>> {
    let at = VERSION + ENTRY * entries(list).position(|entry| entry[0] == GROUP)?;
    let mut list = list.to_vec();
    // The bits are two bytes, of which the upper one is always 0: only three bits have a meaning.
    list[at + 2] = u8::try_from(bits & 0o7).ok()?;
    Some(list)
}

fn entries(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    list.get(VERSION..).unwrap_or_default().chunks_exact(ENTRY)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its owner rw, the account 1000 rw, its group r, at most rw, others nothing.
    const LIST: [u8; 44] = [
        2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 6, 0, 232, 3, 0, 0, 4, 0, 4, 0, 255, 255, 255, 255, 16, 0, 6,
        0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255,
    ];

    #[test]
    fn what_the_group_may_is_read_and_taken_away() {
        assert_eq!(group(&LIST), Some(4));
        let narrowed = with_group(&LIST, 0).unwrap();
        assert_eq!(group(&narrowed), Some(0));
        assert_eq!(narrowed.iter().zip(&LIST).filter(|(one, other)| one != other).count(), 1);
        assert_eq!((group(b""), group(&LIST[..7]), with_group(b"\x02", 0)), (None, None, None));
    }
}
