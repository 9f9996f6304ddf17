use newsmark::check::findings;
use newsmark::model::Project;
use newsmark::store::{Printed, WarningKind, parse};

use super::{Target, kind, rough, words};

pub const TARGET: Target = Target { name: "project", corpus: "project", seeds, words: words::OF_FILES, run };

/// Longest sentence about a file: it is read in a line of a window.
const LONGEST_SENTENCE: usize = 2000;

fn seeds() -> Vec<Vec<u8>> {
    Vec::new()
}

/// Reading says what it is, printing and reading again gives the same, and the checks end.
fn run(input: &[u8]) -> u64 {
    let loaded = match parse(input) {
        Ok(loaded) => loaded,
        Err(error) => {
            let told = error.to_string();
            assert!(told.len() <= LONGEST_SENTENCE, "an error of {} bytes", told.len());
            let field = error.field.unwrap_or_default();
            let field: String = field.chars().filter(|c| !c.is_ascii_digit()).collect();
            return kind((format!("{:?}", error.kind), field, error.detail.chars().take(12).collect::<String>()));
        }
    };
    for warning in &loaded.warnings {
        assert!(warning.sentence.len() <= LONGEST_SENTENCE, "a warning of {} bytes", warning.sentence.len());
    }
    is_kept(&loaded.project);
    let found = findings(&loaded.project, &loaded.warnings);
    let mut kinds: Vec<_> = found.problems.iter().map(|problem| problem.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let warnings: Vec<_> = loaded.warnings.iter().map(|warning| warning.kind as u8).take(3).collect();
    kind((kinds, warnings, rough(loaded.project.annotations().len()), rough(loaded.project.unplaced().len())))
}

/// Saving the project and reading the file gives the same project, and the same file again.
pub fn is_kept(project: &Project) {
    let printed = Printed::of(project);
    let again = parse(printed.as_bytes()).unwrap_or_else(|error| panic!("what was printed is refused: {error}"));
    for warning in &again.warnings {
        assert_eq!(warning.kind, WarningKind::WithinCharacter, "what was printed is warned of: {}", warning.sentence);
    }
    assert!(again.project == *project, "what was printed is read as another project");
    assert!(Printed::of(&again.project).as_str() == printed.as_str(), "the same project is printed otherwise");
}
