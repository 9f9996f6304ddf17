use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;
use std::process::Command;

use super::{Chosen, FileDialog, Kind};

/// Asks with zenity, and waits for the person.
pub fn ask(dialog: &FileDialog) -> Chosen<Vec<PathBuf>> {
    match Command::new("zenity").args(arguments(dialog)).output() {
        Ok(output) => outcome(output.status.code(), output.stdout, &output.stderr),
        Err(_) => Chosen::NoDialog,
    }
}

fn arguments(dialog: &FileDialog) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = vec!["--file-selection".into(), format!("--title={}", dialog.title).into()];
    match dialog.kind {
        Kind::File => {}
        // A line feed is the one sign that hardly any path has; the usual one, a bar, is in many.
        Kind::Files => arguments.extend(["--multiple".into(), "--separator=\n".into()]),
        Kind::Folder => arguments.push("--directory".into()),
        Kind::Save => arguments.extend(["--save".into(), "--confirm-overwrite".into()]),
    }
    // A folder is told from a file by the slash at its end.
    let mut begin = OsString::from("--filename=");
    begin.push(dialog.folder.join(&dialog.name));
    arguments.push(begin);
    for (name, endings) in &dialog.filters {
        let patterns = endings.iter().map(|ending| match *ending {
            "*" => "*".to_owned(),
            ending => format!("*.{ending} *.{}", ending.to_ascii_uppercase()),
        });
        arguments.push(format!("--file-filter={name} | {}", patterns.collect::<Vec<_>>().join(" ")).into());
    }
    arguments
}

/// What zenity's answer means: 0 is a choice, 1 a cancel, anything else no dialog.
fn outcome(code: Option<i32>, stdout: Vec<u8>, stderr: &[u8]) -> Chosen<Vec<PathBuf>> {
    /// GTK ends a program that finds no display with 1 as well.
    const NO_DISPLAY: &[u8] = b"open display";
    match code {
        Some(0) if !stdout.is_empty() => Chosen::Path(paths(stdout)),
        Some(1) if memchr::memmem::find(stderr, NO_DISPLAY).is_none() => Chosen::Cancelled,
        _ => Chosen::NoDialog,
    }
}

fn paths(mut stdout: Vec<u8>) -> Vec<PathBuf> {
    if stdout.last() == Some(&b'\n') {
        stdout.pop();
    }
    let whole = OsString::from_vec(stdout);
    whole.as_bytes().split(|byte| *byte == b'\n').map(|path| PathBuf::from(OsStr::from_bytes(path))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_cancel_is_told_from_a_zenity_that_failed() {
        assert_eq!(outcome(Some(1), Vec::new(), b""), Chosen::Cancelled);
        assert_eq!(outcome(Some(1), Vec::new(), b"Gtk-WARNING: cannot open display: :9"), Chosen::NoDialog);
        assert_eq!(outcome(Some(1), Vec::new(), b"Failed to open display"), Chosen::NoDialog);
        assert_eq!(outcome(Some(255), Vec::new(), b""), Chosen::NoDialog);
        assert_eq!(outcome(None, Vec::new(), b""), Chosen::NoDialog);
        let both = vec![PathBuf::from("/news/a|b.ron"), PathBuf::from("/news/c .ron")];
        assert_eq!(outcome(Some(0), b"/news/a|b.ron\n/news/c .ron\n".to_vec(), b""), Chosen::Path(both));
    }

    #[test]
    fn the_dialog_begins_in_the_folder_that_was_asked_for() {
        let open = FileDialog::file("Open").within(Path::new("/news/March 3")).filter("Projects", &["ron"]);
        let expected =
            ["--file-selection", "--title=Open", "--filename=/news/March 3/", "--file-filter=Projects | *.ron *.RON"];
        assert_eq!(arguments(&open), expected);
        let save = FileDialog::save("Save", Path::new("/news/karsa.ron"));
        assert!(arguments(&save).contains(&"--filename=/news/karsa.ron".into()));
    }
}
