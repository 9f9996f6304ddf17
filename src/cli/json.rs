//! The JSON documents. Their shapes are a promise: fields are added and never
//! renamed. Spans are in code points, half-open; what is absent is null.

mod compare;
mod details;
mod each;
mod facts;
mod origin;
mod read;
mod span;
mod suggest;
mod terminal_safe;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Serializer, Value};

use super::read_line::ReadLine;
use crate::check::{Dismissed, Findings, Problem};
use crate::figures::Ledger;
use crate::model::{Annotation, Card, Direction, Dismissal, Original, Project, Source, Text, Unplaced};
use crate::review::{Comparison, TotalsImpacts};
use crate::store::CodePoints;
use crate::suggest::{MAKER, Proposal};
use each::Each;
use origin::OriginJson;
use span::{AnchoredJson, SpanJson};
use terminal_safe::TerminalSafe;

#[derive(Serialize)]
struct ShowJson<'p, A, U> {
    project: &'p str,
    article: ArticleJson<'p>,
    sources: Vec<SourceJson<'p>>,
    annotations: A,
    unplaced: U,
}

#[derive(Serialize)]
struct ArticleJson<'p> {
    title: Option<AnchoredJson<'p>>,
    outlet: Option<&'p str>,
    byline: Option<&'p str>,
    published: Option<String>,
    url: Option<&'p str>,
    language: Option<&'p str>,
    direction: &'static str,
    original: OriginalJson<'p>,
    sha256: String,
    length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'p str>,
}

#[derive(Serialize)]
struct OriginalJson<'p> {
    name: Option<&'p str>,
    encoding: Option<&'p str>,
    sha256: Option<String>,
}

#[derive(Serialize)]
struct SourceJson<'p> {
    id: String,
    name: &'p str,
    other_names: &'p [String],
    role: Option<&'p str>,
    affiliation: Option<&'p str>,
    kind: &'static str,
    interest: &'static str,
    anonymity: &'static str,
}

#[derive(Serialize)]
struct DismissalJson<'p> {
    kind: &'p str,
    field: Option<String>,
    why: &'p str,
    reason: &'p str,
    by: &'p str,
}

#[derive(Serialize)]
struct AnnotationJson<'p> {
    id: String,
    category: &'static str,
    at: Vec<SpanJson<'p>>,
    details: Value,
    status: &'static str,
    author: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<OriginJson<'p>>,
    note: Option<&'p str>,
    dismissed: Vec<DismissalJson<'p>>,
}

#[derive(Serialize)]
struct UnplacedJson<'p> {
    id: String,
    category: &'static str,
    words: &'p [String],
    claimed: Vec<SpanJson<'p>>,
    details: Value,
    status: &'static str,
    author: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<OriginJson<'p>>,
    note: Option<&'p str>,
    dismissed: Vec<DismissalJson<'p>>,
}

#[derive(Serialize)]
struct CheckJson<'p> {
    project: &'p str,
    problems: Vec<ProblemJson<'p>>,
    dismissed: Vec<DismissedJson<'p>>,
}

#[derive(Serialize)]
struct DismissedJson<'p> {
    #[serde(flatten)]
    problem: ProblemJson<'p>,
    reason: &'p str,
    by: &'p str,
}

#[derive(Serialize)]
struct ProblemJson<'p> {
    severity: &'static str,
    kind: &'static str,
    annotation: Option<String>,
    field: Option<String>,
    why: &'p str,
}

/// Writes the document of `show --json`.
pub(super) fn show(out: &mut dyn Write, path: &str, project: &Project) -> io::Result<()> {
    let points = CodePoints::of(&project.article().text);
    print(out, &project_json(&points, path, project))
}

/// Writes a line of `export --to jsonl`: the document of `show --json` with the text, for those who have no project.
pub(super) fn project_line(out: &mut dyn Write, path: &str, project: &Project) -> io::Result<()> {
    let points = CodePoints::of(&project.article().text);
    let mut document = project_json(&points, path, project);
    document.article.text = Some(&project.article().text);
    print_line(out, &document)
}

fn project_json<'p>(
    points: &'p CodePoints,
    path: &'p str,
    project: &'p Project,
) -> ShowJson<'p, impl Serialize, impl Serialize> {
    ShowJson {
        project: path,
        article: article_json(points, &project.article().card),
        sources: project.sources().iter().map(source_json).collect(),
        // One at a time: the record of each has many times the size of what it is made of.
        annotations: Each(move || {
            project.annotations().iter().map(move |annotation| annotation_json(points, annotation))
        }),
        unplaced: Each(move || project.unplaced().iter().map(move |kept| unplaced_json(points, kept))),
    }
}

fn annotation_json<'p>(points: &'p CodePoints, annotation: &'p Annotation) -> AnnotationJson<'p> {
    AnnotationJson {
        id: annotation.id.to_string(),
        category: annotation.category().name(),
        at: annotation.spans.iter().map(|span| SpanJson::of(points, span)).collect(),
        details: details::details(points, &annotation.details),
        status: annotation.status.name(),
        author: annotation.author.name(),
        origin: OriginJson::of(&annotation.provenance),
        note: known(&annotation.note),
        dismissed: annotation.dismissed.iter().map(dismissal_json).collect(),
    }
}

/// Writes the document of `check --json`: each project's path with its problems and
/// those that an editor decided are none.
pub(super) fn check(out: &mut dyn Write, projects: &[(String, Findings)]) -> io::Result<()> {
    print(out, &Each(|| projects.iter().map(check_json)))
}

fn check_json((project, found): &(String, Findings)) -> CheckJson<'_> {
    CheckJson {
        project,
        problems: found.problems.iter().map(problem_json).collect(),
        dismissed: found.dismissed.iter().map(dismissed_json).collect(),
    }
}

/// Writes the document of `facts --json`: what each project's records add up to.
pub(super) fn facts(out: &mut dyn Write, projects: &[(String, Project, Ledger)]) -> io::Result<()> {
    print(out, &Each(|| projects.iter().map(|(path, project, ledger)| facts::facts(path, project, ledger))))
}

/// Writes a line of `facts --jsonl`: the same of one project.
pub(super) fn facts_line(out: &mut dyn Write, path: &str, project: &Project) -> io::Result<()> {
    print_line(out, &facts::facts(path, project, &Ledger::of(project)))
}

/// Writes a line of `facts --jsonl` or `export --to jsonl` for a project that could not be read, with the line that
/// named it.
pub(super) fn refused_project(out: &mut dyn Write, path: Option<&str>, line: Option<u64>, why: &str) -> io::Result<()> {
    let mut refused = serde_json::json!({"project": path, "line": line, "error": why});
    if let (None, Value::Object(refused)) = (line, &mut refused) {
        refused.shift_remove("line");
    }
    print_line(out, &refused)
}

/// Writes the document of `compare --json`: how far projects agree, and every difference.
pub(super) fn compare(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let effects = TotalsImpacts::of(comparison);
    let in_order: Vec<_> = effects.in_order().into_iter().map(|n| &comparison.differences()[n]).collect();
    print(out, &compare::compare(comparison, &effects, &in_order))
}

/// Writes the document of `suggest --json`: what a program would mark, and why.
pub(super) fn suggest(out: &mut dyn Write, maker: &str, text: &Text, found: &[Proposal]) -> io::Result<()> {
    print(out, &suggest::suggestions(None, maker, &CodePoints::of(text), found))
}

/// Writes a line of `suggest --jsonl`: the same for the article whose line had `id`.
pub(super) fn suggest_line(out: &mut dyn Write, id: &Value, text: &Text, found: &[Proposal]) -> io::Result<()> {
    print_line(out, &suggest::suggestions(Some(id), MAKER, &CodePoints::of(text), found))
}

/// Writes a line of `suggest --jsonl` for a line that was no article, with its id where it has one.
pub(super) fn refused_line(out: &mut dyn Write, id: &Value, line: u64, why: &str) -> io::Result<()> {
    print_line(out, &serde_json::json!({"id": id, "line": line, "error": why}))
}

fn problem_json(problem: &Problem) -> ProblemJson<'_> {
    ProblemJson {
        severity: problem.severity.name(),
        kind: problem.kind,
        annotation: problem.annotation.map(|id| id.to_string()),
        field: problem.field.map(|field| field.to_string()),
        why: &problem.why,
    }
}

fn dismissed_json(dismissed: &Dismissed) -> DismissedJson<'_> {
    let Dismissed { problem, dismissal } = dismissed;
    DismissedJson { problem: problem_json(problem), reason: &dismissal.reason, by: dismissal.by.name() }
}

fn article_json<'p>(points: &'p CodePoints, card: &'p Card) -> ArticleJson<'p> {
    let Original { name, encoding, sha256 } = &card.original;
    ArticleJson {
        title: (!card.title.value.is_empty()).then(|| AnchoredJson::of(points, &card.title)),
        outlet: known(&card.outlet),
        byline: known(&card.byline),
        published: card.published.map(|day| day.to_string()),
        url: known(&card.url),
        language: known(&card.language),
        direction: match card.direction {
            Direction::Auto => "Auto",
            Direction::LeftToRight => "LeftToRight",
            Direction::RightToLeft => "RightToLeft",
        },
        original: OriginalJson {
            name: known(name),
            encoding: known(encoding),
            sha256: sha256.map(|digest| digest.to_string()),
        },
        sha256: points.text().sha256().to_string(),
        length: points.at_byte(points.text().len()),
        text: None,
    }
}

fn unplaced_json<'p>(points: &'p CodePoints, kept: &'p Unplaced) -> UnplacedJson<'p> {
    let claims = kept.spans.claimed.iter().zip(&kept.spans.words);
    UnplacedJson {
        id: kept.id.to_string(),
        category: kept.details.category().name(),
        words: &kept.spans.words,
        claimed: claims.map(|(&(start, end), words)| SpanJson { start, end, text: words }).collect(),
        details: details::details(points, &kept.details),
        status: kept.status.name(),
        author: kept.author.name(),
        origin: OriginJson::of(&kept.provenance),
        note: known(&kept.note),
        dismissed: kept.dismissed.iter().map(dismissal_json).collect(),
    }
}

fn source_json(source: &Source) -> SourceJson<'_> {
    SourceJson {
        id: source.id.to_string(),
        name: &source.name,
        other_names: &source.other_names,
        role: known(&source.role),
        affiliation: known(&source.affiliation),
        kind: source.kind.name(),
        interest: source.interest.name(),
        anonymity: source.anonymity.name(),
    }
}

fn dismissal_json(dismissal: &Dismissal) -> DismissalJson<'_> {
    DismissalJson {
        kind: &dismissal.kind,
        field: dismissal.field.map(|path| path.to_string()),
        why: &dismissal.why,
        reason: &dismissal.reason,
        by: dismissal.by.name(),
    }
}

/// Writes a line of `read --json`: what was read of a line of input.
pub(super) fn read_line(out: &mut dyn Write, line: &ReadLine<'_>) -> io::Result<()> {
    print_line(out, &read::line(line))
}

/// Writes a line of `read --json` for a line of input that was not read, and why.
pub(super) fn unread_line(out: &mut dyn Write, line: u64, why: &str) -> io::Result<()> {
    print_line(out, &read::unread(line, why))
}

/// An empty string is unknown, and what is unknown is null.
fn known(string: &str) -> Option<&str> {
    (!string.is_empty()).then_some(string)
}

fn print(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    // Escaped whether a terminal reads it or not: the same document everywhere, and sound JSON all the same.
    document.serialize(&mut Serializer::with_formatter(&mut *out, TerminalSafe::pretty()))?;
    out.write_all(b"\n")
}

/// Writes a document as one line.
fn print_line(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    document.serialize(&mut Serializer::with_formatter(&mut *out, TerminalSafe::compact()))?;
    out.write_all(b"\n")
}
