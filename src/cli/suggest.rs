use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::arguments::SuggestArguments;
use super::json;
use super::report::{PROBLEMS, Report};
use super::stream::{Answers, Remarks};
use super::table::TextTable;
use super::text_lines::{TextLine, TextLines};
use super::words::{self, one_line, shortened};
use crate::interchange::{GivenProposals, MAX_BYTES, MAX_PROPOSAL_BYTES, ProposalsError, import, read_proposals};
use crate::model::{Article, Card, Project, Text, day};
use crate::store::{load, parse, read_article_file};
use crate::suggest::{ArticleProposals, MAKER, Proposal, proposals};

/// Widest the words and the reading are shown, in columns.
const WORDS_WIDTH: usize = 44;
const READING_WIDTH: usize = 48;

/// Shows what would be marked in an article, or is not yet marked in a project.
pub(super) fn run(arguments: &SuggestArguments) -> Report {
    // The arguments ask for a file where no stream is asked for.
    let Some(path) = &arguments.file else { return Report::failed("Name an article or a project") };
    let (project, mut messages) = match opened(path) {
        Ok(opened) => opened,
        Err(message) => return Report::failed(message),
    };
    let given = match &arguments.proposals {
        Some(path) => given(&project, path),
        None => Ok(GivenProposals { maker: MAKER.to_owned(), proposals: proposals(&project) }),
    };
    let GivenProposals { maker, proposals: found } = match given {
        Ok(given) => given,
        Err(message) => return Report::failed(message),
    };
    if !project.settings().proposes() {
        messages.push("Nothing is proposed in this project: its settings say so".to_owned());
    }
    if !arguments.json {
        return Report { output: table(&project, &found), messages, ..Report::default() };
    }
    let document = Box::new(move |out: &mut dyn Write| json::suggest(out, &maker, &project.article().text, &found));
    Report { document: Some(document), messages, ..Report::default() }
}

/// What another program proposes and no mark of the project holds yet.
fn given(project: &Project, path: &Path) -> Result<GivenProposals, String> {
    let bytes = read_article_file(path, MAX_PROPOSAL_BYTES as u64).map_err(|error| error.to_string())?;
    let told = |error: ProposalsError| format!("{error}: {}", path.display());
    let GivenProposals { maker, proposals } = read_proposals(&bytes, project.article()).map_err(told)?;
    let open = ArticleProposals::given(project.article(), proposals).open(project);
    Ok(GivenProposals { maker, proposals: open.into_iter().map(Arc::unwrap_or_clone).collect() })
}

/// The project of a file, or one made of an article, with what there is to say of it.
fn opened(path: &Path) -> Result<(Project, Vec<String>), String> {
    let bytes = read_article_file(path, MAX_BYTES as u64).map_err(|error| error.to_string())?;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) && parse(&bytes).is_ok() {
        let loaded = load(path).map_err(|error| error.to_string())?;
        let path = path.display().to_string();
        let messages = loaded.warnings.iter().map(|warning| format!("{warning}: {path}")).collect();
        return Ok((loaded.project, messages));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let imported = import(&bytes, &name, None).map_err(|error| error.to_string())?;
    let messages = imported.notices.iter().map(ToString::to_string).collect();
    Ok((Project::new(imported.article), messages))
}

fn table(project: &Project, found: &[Proposal]) -> String {
    if found.is_empty() {
        return "Nothing is proposed\n".to_owned();
    }
    let text = &project.article().text;
    let mut table = TextTable::new(["Category", "Words", "Reading", "¶", "Tier", "Why"]);
    for proposal in found {
        let paragraph = text.paragraphs()[text.paragraph_at(proposal.spans.start())].number();
        table.push([
            proposal.category().name().to_owned(),
            shortened(&words::of(text, &proposal.spans), WORDS_WIDTH),
            shortened(&one_line(&proposal.details.reading(project)), READING_WIDTH),
            // Headings have no number.
            paragraph.map_or_else(|| "–".to_owned(), |number| number.to_string()),
            proposal.tier.name().to_owned(),
            one_line(&proposal.why),
        ]);
    }
    table.print()
}

/// An article of the stream.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleLine {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    published: Option<String>,
}

/// Answers each line of an article with the line of its proposals; `n_jobs` work, and memory does not grow with the
/// stream. A line that is no article is answered with its error, so that answers stay beside their articles. Returns
/// the exit code.
pub(super) fn stream(input: impl BufRead + Send, n_jobs: u16, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let mut answers = Answers::new(out, err);
    let work = |line: TextLine, out: &mut dyn Write| answer(line, proposals, out);
    let answered = answers.answer(TextLines::new(input), n_jobs.into(), work);
    answers.end(answered)
}

fn answer(line: TextLine, propose: fn(&Project) -> Vec<Proposal>, out: &mut dyn Write) -> io::Result<Remarks> {
    let number = line.number;
    let proposed = article(line).and_then(|(id, article)| {
        let project = Project::new(article);
        // Of a million articles one may meet a fault that nobody has met, and the others are worth their answers. Nothing
        // that it could have left half done is used again.
        match catch_unwind(AssertUnwindSafe(|| propose(&project))) {
            Ok(proposals) => Ok((id, project, proposals)),
            Err(_) => {
                let why =
                    "Nothing was proposed, through a fault in Newsmark. Please report it with this text".to_owned();
                Err(RefusedLine { id, why })
            }
        }
    });
    match proposed {
        Ok((id, project, proposals)) => {
            json::suggest_line(out, &id, &project.article().text, &proposals)?;
            Ok(Remarks::default())
        }
        Err(RefusedLine { id, why }) => {
            json::refused_line(out, &id, number, &why)?;
            Ok(Remarks { messages: vec![format!("Line {number}: {why}")], code: PROBLEMS })
        }
    }
}

/// Why a line is no article, as a sentence, and its id where it could be read.
struct RefusedLine {
    id: serde_json::Value,
    why: String,
}

impl From<String> for RefusedLine {
    fn from(why: String) -> RefusedLine {
        RefusedLine { id: serde_json::Value::Null, why }
    }
}

/// # Errors
/// Where the line is no article.
fn article(line: TextLine) -> Result<(serde_json::Value, Article), RefusedLine> {
    let line = line.sound()?;
    if line.trim_ascii().is_empty() {
        return Err("The line is empty and no article".to_owned().into());
    }
    let line: ArticleLine = serde_json::from_str(&line).map_err(|error| format!("This is no article: {error}"))?;
    let published = match line.published.as_deref().map(|written| day(written).ok_or(written)).transpose() {
        Ok(published) => published,
        Err(written) => {
            let why = format!("This is no day, which is written as 2026-03-14: {}", shortened(written, WORDS_WIDTH));
            return Err(RefusedLine { id: line.id, why });
        }
    };
    let card = Card { language: line.language.unwrap_or_default(), published, ..Card::default() };
    Ok((line.id, Article { text: Text::new(line.text), card }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::text_lines::{LONGEST_LINE, LineText};

    /// The exit code, the lines of answers, and what was told.
    fn streamed(input: impl AsRef<[u8]>) -> (u8, Vec<serde_json::Value>, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = stream(input.as_ref(), 2, &mut out, &mut err);
        let out = String::from_utf8(out).unwrap();
        let lines = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        (code, lines, String::from_utf8(err).unwrap())
    }

    #[test]
    fn an_article_a_line_is_answered_a_line_with_its_own_id() {
        let (code, lines, told) = streamed(
            "{\"id\": 7, \"text\": \"Two people were killed.\"}\n{\"id\": \"b\", \"text\": \"It rained.\", \"published\": \"2026-03-16\"}\n",
        );
        assert_eq!((code, told.as_str()), (0, ""));
        assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&7.into(), &"b".into()));
        assert_eq!(lines[0]["suggestions"][0]["at"][0]["text"], "Two people were killed");
        assert_eq!(lines[1]["suggestions"].as_array().unwrap().len(), 0);
    }

    #[test]
    fn a_line_that_is_no_article_keeps_its_place_among_the_answers() {
        let (code, lines, _) = streamed("{\"id\": 1, \"text\": \"\", \"published\": \"yesterday\"}");
        assert_eq!(code, 1);
        let why = "This is no day, which is written as 2026-03-14: yesterday";
        assert_eq!(lines, [serde_json::json!({"id": 1, "line": 1, "error": why})]);
        let (code, lines, told) = streamed("not json\n{\"id\": 1, \"text\": \"Two people were killed.\"}");
        assert_eq!((code, lines.len()), (1, 2));
        assert!(lines[0]["error"].as_str().unwrap().starts_with("This is no article"), "{lines:?}");
        assert!(told.starts_with("newsmark: Line 1: This is no article"), "{told}");
        assert_eq!(lines[1]["suggestions"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_fault_in_one_article_is_its_answer_and_the_next_is_worked_on() {
        let line =
            TextLine { number: 3, read: LineText::Sound("{\"id\": \"c\", \"text\": \"It rained.\"}".to_owned()) };
        let mut out = Vec::new();
        let remarks = answer(line, |_| panic!("on purpose"), &mut out).unwrap();
        assert_eq!(remarks.code, PROBLEMS);
        let answered: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let why = "Nothing was proposed, through a fault in Newsmark. Please report it with this text";
        assert_eq!(answered, serde_json::json!({"id": "c", "line": 3, "error": why}));
    }

    #[test]
    fn no_line_that_is_none_keeps_the_others_from_it() {
        let mut input = b"{\"id\": 1, \"text\": \"\xff\"}\n\n{\"id\": 3, \"text\": \"".to_vec();
        input.extend(std::iter::repeat_n(b'x', LONGEST_LINE));
        input.extend(b"\"}\n[4]\n{\"id\": 5, \"text\": \"Two people were killed.\"}");
        let (code, lines, told) = streamed(input);
        let errors: Vec<_> = lines.iter().map(|line| line["error"].as_str().unwrap_or_default()).collect();
        let (utf_8, long) = ("The line is not UTF-8 and was not read", "The line has more than 16 MB and was not read");
        assert_eq!((code, &errors[..3]), (1, &[utf_8, "The line is empty and no article", long][..]));
        assert!(errors[3].starts_with("This is no article: ") && errors[4].is_empty(), "{errors:?}");
        let numbers: Vec<_> = lines.iter().map(|line| line["line"].as_u64()).collect();
        assert_eq!(numbers, [Some(1), Some(2), Some(3), Some(4), None]);
        assert_eq!((&lines[4]["id"], told.lines().count()), (&5.into(), 4));
    }

    #[test]
    fn the_same_article_gives_the_same_answer_and_nothing_that_a_terminal_obeys() {
        let input = "{\"id\": \"\\u009b\", \"text\": \"Two \\u009b31m people were killed.\"}\n";
        let (mut one, mut other) = (Vec::new(), Vec::new());
        stream(input.as_bytes(), 1, &mut one, &mut Vec::new());
        stream(input.as_bytes(), 2, &mut other, &mut Vec::new());
        assert_eq!(one, other);
        assert!(!String::from_utf8(one).unwrap().contains('\u{9b}'));
    }
}
