//! How large files and functions may be.

use crate::source::sources;

/// A file is about one noun: one of more lines is about two.
const LARGEST_FILE: usize = 500;

#[test]
fn no_file_has_more_than_500_lines() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= LARGEST_FILE, "{}: {lines} lines", source.name());
    }
}
