//! Line ends that another editor or git has changed.

use crate::model::Digest;

/// `text` with other line ends, such that its SHA-256 is written `sha256`;
/// `None` where no way of writing its line ends gives that.
pub fn restored(text: &str, sha256: &str) -> Option<String> {
    // Git and editors write one kind of line end throughout, or change CR LF alone. Other mixtures cannot be told from
    // the outcome, and the digest proves the one that is right.
    let lone_cr_kept = text.replace("\r\n", "\n");
    let all_lf = lone_cr_kept.replace('\r', "\n");
    let with = |line_end| move |text: &str| text.replace('\n', line_end);
    let candidates: [&dyn Fn() -> String; 5] = [
        &|| lone_cr_kept.clone(),
        &|| with("\r\n")(&lone_cr_kept),
        &|| all_lf.clone(),
        &|| with("\r\n")(&all_lf),
        &|| with("\r")(&all_lf),
    ];
    let fits = |text: &String| Digest::of(text.as_bytes()).to_string() == sha256;
    // Each is made when its turn comes: five copies of a large article at once would be its largest use of memory.
    candidates.iter().map(|candidate| candidate()).find(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_ending_lines_is_restored() {
        for original in ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\rb\nc"] {
            let sha256 = Digest::of(original.as_bytes()).to_string();
            let as_windows = original.replace("\r\n", "\n").replace('\n', "\r\n");
            let as_unix = original.replace("\r\n", "\n");
            assert_eq!(restored(&as_windows, &sha256).as_deref(), Some(original));
            assert_eq!(restored(&as_unix, &sha256).as_deref(), Some(original));
        }
        assert_eq!(restored("a\nb", &Digest::of(b"a\nc").to_string()), None);
    }
}
