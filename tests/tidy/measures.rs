//! The sizes of the house, printed as a table.

use std::collections::{BTreeMap, BTreeSet};

use crate::circles::circles;
use crate::imports::Imports;
use crate::source::{Source, sources};

/// What is measured over all sources, those of tests left out.
///
/// - *Lines of a file*: every line, blank ones and comments too.
/// - *Lines of a function*: from its signature to its last brace.
/// - *Inline comments*: lines that begin with `//` and are no documentation, for each 100 lines of code, which are
///   those that are neither blank nor a comment.
/// - *Methods of `Window`*: functions in `impl Window` blocks, and the files that hold such a block.
/// - *Import circles*: sets of files each of which leads to every other by the paths in its code; a path goes through
///   re-exports to the file that has the item.
/// - *Names of two types*: names that two or more public types of one crate share.
struct Measures {
    files: Vec<(usize, String)>,
    functions: Vec<(usize, String)>,
    comments: usize,
    code: usize,
    of_window: BTreeMap<String, usize>,
    circles: Vec<Vec<String>>,
    twins: Vec<String>,
}

impl Measures {
    fn of(sources: &[Source]) -> Measures {
        let mut files: Vec<_> = sources.iter().map(|source| (source.lines().count(), source.name())).collect();
        let mut functions: Vec<_> = sources.iter().flat_map(functions).collect();
        files.sort();
        functions.sort();
        let is_inline = |line: &str| line.starts_with("//") && !line.starts_with("///") && !line.starts_with("//!");
        let inline = |source: &Source| source.lines().filter(|(_, line)| is_inline(line.trim())).count();
        let of_window = sources.iter().map(|source| (source.name(), source.n_window_methods));
        let circles = circles(&Imports::of_all().arrows).into_iter().map(|circle| {
            let mut names: Vec<_> = circle.into_iter().map(|place| sources[place].name()).collect();
            names.sort();
            names
        });
        Measures {
            comments: sources.iter().map(inline).sum(),
            code: sources.iter().map(|source| source.code().count()).sum(),
            of_window: of_window.filter(|(_, n)| *n > 0).collect(),
            circles: circles.collect(),
            twins: twins(sources),
            files,
            functions,
        }
    }

    fn print(&self) {
        let row = |what: &str, value: String| println!("| {what} | {value} |");
        println!("| what | value |\n|---|---|");
        row("files", self.files.len().to_string());
        row("lines of files", self.files.iter().map(|(lines, _)| lines).sum::<usize>().to_string());
        row("lines of a file: median, 90th percentile, largest", sizes(&self.files));
        row("functions", self.functions.len().to_string());
        row("lines of a function: median, 90th percentile, largest", sizes(&self.functions));
        row("functions over 80 lines", self.functions.iter().filter(|(lines, _)| *lines > 80).count().to_string());
        let (methods, holders) = (self.of_window.values().sum::<usize>(), self.of_window.len());
        row("methods of `Window`, files that hold them", format!("{methods}, {holders}"));
        let lengths: Vec<_> = self.circles.iter().map(|circle| circle.len().to_string()).collect();
        row("import circles, files in each", format!("{}: {}", self.circles.len(), lengths.join(", ")));
        let per_hundred = self.comments as f64 * 100.0 / self.code as f64;
        row("inline comments per 100 lines of code", format!("{per_hundred:.1}"));
        row("names of two public types of one crate", self.twins.len().to_string());
        for circle in self.circles.iter().take(3) {
            println!("\nCircle of {}: {}", circle.len(), circle.join(", "));
        }
        println!("\nNames of two types: {}", self.twins.join(", "));
    }
}

/// The median, the 90th percentile and the largest, with its name.
fn sizes(sorted: &[(usize, String)]) -> String {
    let at = |share: usize| sorted[(sorted.len() - 1) * share / 100].0;
    let (largest, name) = sorted.last().unwrap();
    format!("{}, {}, {largest} ({name})", at(50), at(90))
}

fn functions(source: &Source) -> Vec<(usize, String)> {
    let named = |(name, lines): &(String, usize)| (*lines, format!("{}: {name}", source.name()));
    source.functions.iter().map(named).collect()
}

/// The names that several public types of one crate share.
pub fn twins<'s>(sources: impl IntoIterator<Item = &'s Source>) -> Vec<String> {
    let (mut seen, mut twins) = (BTreeSet::new(), BTreeSet::new());
    for source in sources {
        for name in &source.public_types {
            if !seen.insert((&source.module[0], name)) {
                twins.insert(name.clone());
            }
        }
    }
    twins.into_iter().collect()
}

#[test]
fn the_table_of_sizes() {
    let measures = Measures::of(sources());
    measures.print();
}
