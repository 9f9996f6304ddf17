use std::io::{self, BufRead, Read, Write};
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::arguments::SuggestArguments;
use super::json;
use super::report::{FAILED, PROBLEMS, Report};
use super::table::TextTable;
use super::words::{self, escaped_line, one_line, shortened};
use crate::interchange::{GivenProposals, MAX_BYTES, MAX_PROPOSAL_BYTES, ProposalsError, import, read_proposals};
use crate::model::{Article, Card, Project, Text, day};
use crate::store::{load, parse, read_article_file};
use crate::suggest::{ArticleProposals, MAKER, Proposal, proposals};

/// Widest the words and the reading are shown, in columns.
const WORDS_WIDTH: usize = 44;
const READING_WIDTH: usize = 48;

/// Longest line of the stream, in bytes. An article of the largest size that is read at all fits in, with every other
/// letter of it escaped.
const LONGEST_LINE: u64 = 2 * MAX_BYTES as u64;

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

/// Reads an article a line and writes its proposals a line, before it reads the next one: memory does not grow with the
/// stream. A line that is no article is answered with its error, so that answers stay beside their articles. Returns
/// the exit code.
pub(super) fn stream(input: &mut dyn BufRead, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let mut code = 0;
    let mut n_line = 0u64;
    loop {
        let line = match next_line(input) {
            Ok(Some(line)) => line,
            Ok(None) => return code,
            Err(error) => {
                tell(err, &format!("The stream could not be read on after line {n_line}: {error}"));
                return FAILED;
            }
        };
        n_line += 1;
        let written = match article(&line) {
            Ok((id, article)) => {
                let found = proposals(&Project::new(article.clone()));
                json::suggest_line(out, &id, &article.text, &found)
            }
            Err(why) => {
                code = PROBLEMS;
                tell(err, &format!("Line {n_line}: {why}"));
                json::refused_line(out, &why)
            }
        };
        // Whoever asks article by article waits for the answer.
        match written.and_then(|()| out.flush()) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return code,
            Err(error) => {
                tell(err, &format!("The output could not be written: {error}"));
                return FAILED;
            }
        }
    }
}

/// The bytes of the next line without its end; of one that is too long only its beginning, the rest is passed over.
fn next_line(input: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if input.take(LONGEST_LINE + 1).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() as u64 > LONGEST_LINE && line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

/// # Errors
/// Why the line is no article, as a sentence.
fn article(line: &[u8]) -> Result<(serde_json::Value, Article), String> {
    if line.len() as u64 > LONGEST_LINE {
        return Err(format!("The line has more than {} MB and was not read", LONGEST_LINE >> 20));
    }
    let line: ArticleLine = serde_json::from_slice(line).map_err(|error| format!("This is no article: {error}"))?;
    if line.text.len() > MAX_BYTES {
        return Err(format!("The article has more than {} MB and was not read", MAX_BYTES >> 20));
    }
    let published = line.published.as_deref().map(|written| {
        day(written).ok_or_else(|| format!("This is no day, which is written as 2026-03-14: {written}"))
    });
    let card =
        Card { language: line.language.unwrap_or_default(), published: published.transpose()?, ..Card::default() };
    Ok((line.id, Article { text: Text::new(line.text), card }))
}

fn tell(err: &mut dyn Write, message: &str) {
    // Where messages cannot be shown, there is nowhere left to say so.
    let _ = writeln!(err, "newsmark: {}", escaped_line(message));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The exit code, the lines of answers, and what was told.
    fn streamed(input: &str) -> (u8, Vec<serde_json::Value>, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = stream(&mut input.as_bytes(), &mut out, &mut err);
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
        assert_eq!(
            (code, lines[0]["error"].as_str()),
            (1, Some("This is no day, which is written as 2026-03-14: yesterday"))
        );
        let (code, lines, told) = streamed("not json\n{\"id\": 1, \"text\": \"Two people were killed.\"}");
        assert_eq!((code, lines.len()), (1, 2));
        assert!(lines[0]["error"].as_str().unwrap().starts_with("This is no article"), "{lines:?}");
        assert!(told.starts_with("newsmark: Line 1: This is no article"), "{told}");
        assert_eq!(lines[1]["suggestions"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn the_same_article_gives_the_same_answer_and_nothing_that_a_terminal_obeys() {
        let input = "{\"id\": \"\\u009b\", \"text\": \"Two \\u009b31m people were killed.\"}\n";
        let (mut one, mut other) = (Vec::new(), Vec::new());
        stream(&mut input.as_bytes(), &mut one, &mut Vec::new());
        stream(&mut input.as_bytes(), &mut other, &mut Vec::new());
        assert_eq!(one, other);
        assert!(!String::from_utf8(one).unwrap().contains('\u{9b}'));
    }
}
