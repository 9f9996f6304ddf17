use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use super::arguments::ReadArguments;
use super::json;
use super::read_line::{LineReader, ReadLine};
use super::report::{FAILED, PROBLEMS};
use super::stream::{Answers, Remarks};
use super::table::TextTable;
use super::text_lines::{LONGEST_LINE, LineText, TextLine, TextLines};
use super::words::{one_line, shortened};
use crate::figures::Language;
use crate::store::open_text_file;

/// Widest a line's words are shown above what was read of them, in columns.
const LINE_WIDTH: usize = 100;

/// One thread reads the lines: handing a line to another costs as much as reading its numbers.
const JOBS: usize = 1;

/// How lines are read and answered.
struct Manner {
    reader: LineReader,
    is_json: bool,
}

/// Reads the numbers and days of each line and writes them before the next one is read, so that it runs in as much
/// memory as the longest line takes. One file that cannot be read does not keep the others from it. Returns the exit
/// code.
pub(super) fn run(arguments: &ReadArguments, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let language = Language::of_tag(arguments.language.as_deref().unwrap_or_default());
    let reader = LineReader { language, published: arguments.published };
    let manner = Manner { reader, is_json: arguments.json };
    let mut answers = Answers::new(out, err);
    let answered = manner.answer_all(&arguments.files, &mut answers);
    answers.end(answered)
}

impl Manner {
    /// Answers each line of each file, of standard input where there is none.
    ///
    /// # Errors
    /// Where an answer cannot be written: without anybody to read the answers there is nothing left to do.
    fn answer_all(&self, files: &[PathBuf], answers: &mut Answers<'_>) -> io::Result<()> {
        let input = [PathBuf::from("-")];
        for path in if files.is_empty() { &input[..] } else { files } {
            if path == Path::new("-") {
                self.answer_lines(BufReader::new(io::stdin()), "standard input", answers)?;
                continue;
            }
            match open_text_file(path) {
                Ok(file) => self.answer_lines(BufReader::new(file), &path.display().to_string(), answers)?,
                Err(error) => answers.tell(&error.to_string(), FAILED),
            }
        }
        Ok(())
    }

    /// Answers each line of a text.
    fn answer_lines(&self, input: impl io::BufRead + Send, name: &str, answers: &mut Answers<'_>) -> io::Result<()> {
        let lines = TextLines::new(input).map(|line| line.map_err(|why| format!("{why}: {name}")));
        answers.answer(lines, JOBS, |line, out| self.answer_line(line, name, out))
    }

    fn answer_line(&self, line: TextLine, name: &str, out: &mut dyn Write) -> io::Result<Remarks> {
        let n_line = line.number;
        let told = |message: String| Remarks { messages: vec![message], code: PROBLEMS };
        match line.read {
            LineText::Sound(text) => self.write(n_line, &text, out).map(|()| Remarks::default()),
            LineText::Mended(text) => {
                self.write(n_line, &text, out)?;
                Ok(told(format!("Line {n_line} is not UTF-8; \u{fffd} stands for what is no character: {name}")))
            }
            LineText::TooLong => {
                let cap = LONGEST_LINE >> 20;
                let why = format!("Line {n_line} has more than {cap} MB and was not read");
                // An object all the same, so that the lines of answers stay those of the text.
                if self.is_json {
                    json::unread_line(out, n_line, &why)?;
                }
                Ok(told(format!("{why}: {name}")))
            }
        }
    }

    fn write(&self, n_line: u64, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let line = self.reader.read(text);
        if self.is_json { json::read_line(out, &line) } else { out.write_all(printed(n_line, &line).as_bytes()) }
    }
}

/// The numbers and days of a line as people read them, in the order of the text; nothing of a line without any.
fn printed(n_line: u64, line: &ReadLine<'_>) -> String {
    let numbers = line.numbers.iter().map(|number| (&number.at, number.sentence(line.text)));
    let unresolved = || "only a day of publication tells (--published)".to_owned();
    let days = line
        .days
        .iter()
        .map(|day| (&day.at, day.resolved.as_ref().map_or_else(unresolved, |resolved| resolved.sentence())));
    let mut read: Vec<_> = numbers.chain(days).collect();
    read.sort_by_key(|(at, _)| at.start);
    if read.is_empty() {
        return String::new();
    }
    let mut table = TextTable::without_head();
    for (at, sentence) in read {
        let words = line.text.get(at.clone()).unwrap_or_default();
        table.push([String::new(), one_line(words), one_line(&sentence)]);
    }
    format!("{n_line}: {}\n{}", shortened(&one_line(line.text), LINE_WIDTH), table.print())
}
