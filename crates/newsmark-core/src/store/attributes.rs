//! Extended attributes, of which Linux makes access lists as well.

use std::fs::File;
use std::path::Path;

use super::{NotKept, access_list};

/// Gives `file` the extended attributes and the access list of the file at `like`, and notes in `lost` which it did
/// not get. `others` is set where `file` has another group than that one: what its group may do then, as bits.
///
/// Returns what the group may do by the permissions alone, where an access list that was not kept said otherwise.
pub fn copy(like: &Path, file: &File, others: Option<u32>, lost: &mut NotKept) -> Option<u32> {
    let mut group = None;
    let names = listed(like);
    for name in names.iter().filter(|name| !IS_OF_BYTES.contains(&name.as_str())) {
        let value = value(like, name);
        let Some(value) = value else {
            lost.attributes = true;
            continue;
        };
        let is_list = name == ACCESS_LIST;
        // With another group the list’s entry for the file’s own group would speak of people who were never meant.
        let wanted = if is_list { others.and_then(|bits| access_list::with_group(&value, bits)) } else { None };
        let wanted = wanted.unwrap_or_else(|| value.clone());
        // Asked before it is set: some attributes come by themselves and may not be written, which would be told as
        // lost.
        if own_value(file, name).as_ref() == Some(&wanted) || set(file, name, &wanted) {
            continue;
        }
        // The group's permissions of a file with an access list are those of everybody in the list.
        if is_list {
            group = access_list::group(&value);
        }
        // The names that begin so are the system's, for who may do what.
        if name.starts_with("system.") {
            lost.access_list = true;
        } else {
            lost.attributes = true;
        }
    }
    if !names.iter().any(|name| name == ACCESS_LIST) {
        // A folder can give its files an access list; the file that is replaced has none. Most have none here either.
        let _ = rustix::fs::fremovexattr(file, ACCESS_LIST);
    }
    group
}

const ACCESS_LIST: &str = "system.posix_acl_access";

/// Signatures of a file's bytes, which are others here.
const IS_OF_BYTES: [&str; 2] = ["security.ima", "security.evm"];

/// The names of the attributes; none where the file system has none.
fn listed(path: &Path) -> Vec<String> {
    let Ok(length) = rustix::fs::llistxattr_query(path) else { return Vec::new() };
    let mut list = vec![0; length];
    // The list can have grown since its length was asked: the system says so, and a list that changes under us is taken
    // as none.
    let Ok(length) = rustix::fs::llistxattr(path, &mut list[..]) else { return Vec::new() };
    let names = list[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty());
    names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

fn value(path: &Path, name: &str) -> Option<Vec<u8>> {
    let mut value = vec![0; rustix::fs::lgetxattr_query(path, name).ok()?];
    let length = rustix::fs::lgetxattr(path, name, &mut value[..]).ok()?;
    value.truncate(length);
    Some(value)
}

// The links of `like` are not followed, and those of an open file cannot be: each has its own call.
fn own_value(file: &File, name: &str) -> Option<Vec<u8>> {
    let mut value = vec![0; rustix::fs::fgetxattr_query(file, name).ok()?];
    let length = rustix::fs::fgetxattr(file, name, &mut value[..]).ok()?;
    value.truncate(length);
    Some(value)
}

fn set(file: &File, name: &str, value: &[u8]) -> bool {
    rustix::fs::fsetxattr(file, name, value, rustix::fs::XattrFlags::empty()).is_ok()
}
