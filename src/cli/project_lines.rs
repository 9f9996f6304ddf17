//! Projects answered a line each: of `facts --jsonl` and of `export --to jsonl`.

use std::io::{self, BufReader, Write};
use std::path::PathBuf;

use serde::Deserialize;

use super::json;
use super::report::PROBLEMS;
use super::stream::{Answers, Remarks};
use super::text_lines::{TextLine, TextLines};
use crate::model::Project;
use crate::store::load;

/// A project that is asked for.
struct AskedProject {
    /// The line of standard input that names it; none where the arguments do.
    line: Option<u64>,
    /// Where it is, or why the line tells of no place.
    path: Result<PathBuf, String>,
}

/// A line that names a project in JSON.
#[derive(Deserialize)]
#[serde(untagged)]
enum JsonPath {
    Path(PathBuf),
    Object { path: PathBuf },
}

/// Answers each project of `paths`, of the lines of standard input where there are none, with the line that `write`
/// makes of its path and itself. One that cannot be read is answered with its error. Returns the exit code.
pub(super) fn run(
    paths: &[PathBuf],
    n_jobs: u16,
    write: impl Fn(&mut dyn Write, &str, &Project) -> io::Result<()> + Sync,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let mut answers = Answers::new(out, err);
    let work = |asked: AskedProject, out: &mut dyn Write| asked.answer(&write, out);
    let answered = if paths.is_empty() {
        let lines = TextLines::new(BufReader::new(io::stdin()));
        answers.answer(lines.map(|line| line.map(AskedProject::of_line)), n_jobs.into(), work)
    } else {
        let named = paths.iter().map(|path| Ok(AskedProject { line: None, path: Ok(path.clone()) }));
        answers.answer(named, n_jobs.into(), work)
    };
    answers.end(answered)
}

impl AskedProject {
    /// The project that a line names: a path as it is, or JSON where it begins as that does.
    fn of_line(line: TextLine) -> AskedProject {
        let number = line.number;
        AskedProject { line: Some(number), path: line.sound().and_then(|text| path_of(&text)) }
    }

    fn answer(
        self,
        write: &impl Fn(&mut dyn Write, &str, &Project) -> io::Result<()>,
        out: &mut dyn Write,
    ) -> io::Result<Remarks> {
        let path = self.path.as_ref().ok().map(|path| path.display().to_string());
        let loaded = self.path.and_then(|path| load(&path).map_err(|error| error.to_string()));
        match (path, loaded) {
            (Some(path), Ok(loaded)) => {
                write(out, &path, &loaded.project)?;
                let messages = loaded.warnings.iter().map(|warning| format!("{warning}: {path}")).collect();
                Ok(Remarks { messages, code: 0 })
            }
            (path, Err(why)) => {
                json::refused_project(out, path.as_deref(), self.line, &why)?;
                let told = self.line.map_or_else(|| why.clone(), |line| format!("Line {line}: {why}"));
                Ok(Remarks { messages: vec![told], code: PROBLEMS })
            }
            // What was read had a path.
            (None, Ok(_)) => Ok(Remarks::default()),
        }
    }
}

/// # Errors
/// Why the line names no file, as a sentence.
fn path_of(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() {
        return Err("The line is empty and names no project".to_owned());
    }
    if !text.starts_with(['{', '"']) {
        return Ok(PathBuf::from(text));
    }
    match serde_json::from_str(text) {
        Ok(JsonPath::Path(path) | JsonPath::Object { path }) => Ok(path),
        Err(_) => Err("The line begins as JSON does and is neither a path in quotes nor {\"path\": …}".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_path_as_it_is_or_in_json() {
        for line in ["a b/ü.ron", r#""a b/\u00fc.ron""#, r#"{"path": "a b/ü.ron"}"#, r#"{"n": 3, "path": "a b/ü.ron"}"#]
        {
            assert_eq!(path_of(line), Ok(PathBuf::from("a b/ü.ron")), "{line}");
        }
        for line in ["", "\"a.ron", "{\"file\": \"a.ron\"}", "{\"path\": 3}"] {
            assert!(path_of(line).unwrap_err().starts_with("The line "), "{line}");
        }
    }
}
