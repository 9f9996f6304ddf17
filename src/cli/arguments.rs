use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::interchange::{Encoding, encoding_named, language_tag};

/// Annotate news: casualties, displacement, quotes and claims
///
/// Without a command, newsmark opens its window with the files given.
/// Exit codes: 0 all well, 1 problems found, 2 it could not run.
#[derive(Debug, Parser)]
// With a command, files beside it would be taken for the window’s and left unread.
#[command(name = "newsmark", version, args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    /// Projects or articles to open in the window
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

#[derive(Debug, Subcommand)]
pub(super) enum CliCommand {
    /// Make a project of an article
    New(NewArguments),
    /// Show a project's annotations as a table
    Show(ShowArguments),
    /// List every problem, with its annotation and field
    Check(CheckArguments),
    /// Show what the figures add up to: totals, ranges, conflicts
    Facts(FactsArguments),
    /// Compare projects of one article: agreement and every difference
    Compare(CompareArguments),
    /// Show what would be marked in an article, or is left to mark in a project, and why
    Suggest(SuggestArguments),
    /// Make a report of projects, a page or a table, or a copy of one in an earlier version of the format
    Export(ExportArguments),
    /// Make a data set of folders of projects: Parquet for DuckDB, DataFusion, Spark, Trino, pandas
    ///
    /// Only what changed since the last time is read, and the folder of the set changes in one step. It replaces what
    /// it made itself; other files in that folder stay, and a folder of other files alone is refused.
    /// Exit codes: 0 all well, 1 a project could not be read, 2 it could not run and nothing was changed.
    Dataset(DatasetArguments),
    /// Merge what two people made of a project
    ///
    /// Exit codes: 0 merged, 1 merged with conflicts that remain in the file,
    /// 2 it could not run and nothing was written.
    Merge(MergeArguments),
    /// Read the numbers and days of each line of text
    ///
    /// Each line is a text by itself. A line that is not UTF-8 is read with the
    /// replacement character in place of what is none, and told.
    /// Exit codes: 0 all well, 1 a line was not UTF-8 or too long, 2 a file
    /// could not be read.
    Read(ReadArguments),
}

#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// The article: plain text, Markdown or HTML
    pub article: PathBuf,
    /// Where to save the project [default: the article's name with .ron, in the current folder]
    #[arg(short, long, value_name = "PROJECT")]
    pub output: Option<PathBuf>,
    /// The headline, in place of the one found
    #[arg(long)]
    pub title: Option<String>,
    /// Who published it
    #[arg(long)]
    pub outlet: Option<String>,
    /// The day of publication, as 2026-03-14
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<Date>,
    /// Its language, as a BCP 47 tag like en or ar
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Option<String>,
    /// The encoding of the article's file, like windows-1256 [default: found out]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<&'static Encoding>,
    /// Replace a file that is there already
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(super) struct ShowArguments {
    /// The project
    pub project: PathBuf,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// The projects
    #[arg(required = true, value_name = "PROJECT")]
    pub projects: Vec<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
    /// Exit with 1 for warnings too
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Args)]
pub(super) struct FactsArguments {
    /// The projects
    #[arg(required_unless_present = "jsonl", value_name = "PROJECT")]
    pub projects: Vec<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
    /// Print one line of JSON for each project; without projects, for each that a line of standard input names
    ///
    /// A line is the path as it is, as find prints it, or in JSON: "a.ron" or {"path": "a.ron"}. A project that cannot
    /// be read is answered with its error, and the exit code is 1.
    #[arg(long, conflicts_with = "json")]
    pub jsonl: bool,
    /// How many to work on at once; answers stay in their order
    #[arg(long, value_name = "N", default_value_t = 1, requires = "jsonl", value_parser = jobs())]
    pub jobs: u16,
}

#[derive(Debug, Args)]
pub(super) struct CompareArguments {
    /// The projects, two or more; the first is the one that others are measured against
    #[arg(required = true, num_args = 2.., value_name = "PROJECT")]
    pub projects: Vec<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct SuggestArguments {
    /// The article, or the project whose marks are left out
    #[arg(value_name = "ARTICLE|PROJECT", required_unless_present = "jsonl")]
    pub file: Option<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    pub json: bool,
    /// Show what another program proposes, in place of what this one does
    ///
    /// A document as --json prints it, with the program's name as its maker and the SHA-256 of this very article.
    #[arg(long, value_name = "FILE", conflicts_with = "jsonl")]
    pub proposals: Option<PathBuf>,
    /// Read articles from standard input and print the proposals of each as one line of JSON
    ///
    /// A line is {"id": …, "text": "…"}, with "language": "en" and "published": "2026-03-14" where they are known. A
    /// line that is no article is answered with its error, and the exit code is 1.
    #[arg(long, conflicts_with_all = ["file", "json"])]
    pub jsonl: bool,
    /// How many to work on at once; answers stay in their order
    #[arg(long, value_name = "N", default_value_t = 1, requires = "jsonl", value_parser = jobs())]
    pub jobs: u16,
}

#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    /// The projects; of jsonl, without any, those that lines of standard input name as with facts --jsonl
    #[arg(required_if_eq_any([("to", "html"), ("to", "csv"), ("to", "ron-1")]), value_name = "PROJECT")]
    pub projects: Vec<PathBuf>,
    /// What to make
    #[arg(long, value_name = "FORMAT")]
    pub to: Format,
    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Replace a file that is there already; a report never takes the place of a project, nor a copy that of its own
    #[arg(long)]
    pub force: bool,
    /// Of jsonl, how many to work on at once; lines stay in their order [default: 1]
    #[arg(long, value_name = "N", value_parser = jobs())]
    pub jobs: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// One page with article, marks, facts, sources, problems and decisions
    Html,
    /// A table with a row a record
    Csv,
    /// A line of JSON a project: what show --json prints, with the article's text
    Jsonl,
    /// The project as version 1 of its format, for programs that know no other; what it lacks is told
    #[value(name = "ron-1")]
    Ron1,
}

#[derive(Debug, Args)]
pub(super) struct DatasetArguments {
    /// The folders of projects
    #[arg(required = true, value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
    /// The folder of the data set
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Leave out victims' names, notes, comments and texts
    #[arg(long)]
    pub public: bool,
}

#[derive(Debug, Args)]
pub(super) struct MergeArguments {
    /// The project as both began with it; empty or not there where that is not known
    pub base: PathBuf,
    /// Our project
    pub ours: PathBuf,
    /// Their project
    pub theirs: PathBuf,
    /// Where to save the outcome; a file that is there is replaced
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct ReadArguments {
    /// The files, `-` for standard input [default: standard input]
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The language of the text, as a BCP 47 tag like en or ar [default: English and Arabic]
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Option<String>,
    /// The day of publication, as 2026-03-14, against which “on Sunday” is resolved
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<Date>,
    /// Print JSON Lines: one object for each line
    #[arg(long)]
    pub json: bool,
}

fn day(written: &str) -> Result<Date, String> {
    // The library takes other forms of ISO 8601 as well, which would look as if any date went.
    let has_shape = written.len() == 10 && written.bytes().filter(|byte| *byte == b'-').count() == 2;
    let day = has_shape.then(|| written.parse().ok()).flatten();
    day.ok_or_else(|| "a day is written as 2026-03-14".to_owned())
}

/// So many jobs as no machine has cores would only wait for each other.
fn jobs() -> clap::builder::RangedI64ValueParser<u16> {
    clap::value_parser!(u16).range(1..=256)
}

fn language(written: &str) -> Result<String, String> {
    language_tag(written).ok_or_else(|| "a language is a BCP 47 tag like en or ar-SY".to_owned())
}

fn encoding(written: &str) -> Result<&'static Encoding, String> {
    // By any label of the WHATWG standard, as people know them from pages: `latin1`, `utf8`.
    encoding_named(written)
        .ok_or_else(|| "no encoding has that name; some are utf-8, utf-16, windows-1252, windows-1256".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn only_a_whole_day_is_a_day() {
        assert!(day("2026-03-14").is_ok());
        for written in ["2026-3-14", "2026-02-30", "14/03/2026", "20260314", "2026-03-14T10:00"] {
            assert!(day(written).is_err(), "{written}");
        }
    }
}
