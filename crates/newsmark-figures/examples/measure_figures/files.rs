use std::fs;
use std::path::{Path, PathBuf};

/// The text of a file; bytes that are not UTF-8 are U+FFFD.
///
/// # Errors
/// A sentence that names the file.
pub fn text_of(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The files of a folder whose names satisfy `is_it`, in the order of their names.
///
/// # Errors
/// A sentence that names the folder.
pub fn files_of(folder: &Path, is_it: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> = paths.filter(|path| is_it(&name_of(path))).collect();
    paths.sort();
    Ok(paths)
}

/// The name of a file.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// "96.4 % (132 of 137)".
pub fn share(part: usize, whole: usize) -> String {
    let percent = if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
    format!("{percent:.1} % ({part} of {whole})")
}

/// A text on one line, white space made single spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
