use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use super::arguments::ReadArguments;
use super::json;
use super::read_line::{LineReader, ReadLine};
use super::report::{FAILED, PROBLEMS};
use super::table::TextTable;
use super::text_lines::{LONGEST_LINE, TextLine, TextLines};
use super::words::{one_line, shortened};
use super::{tell, unwritten};
use crate::figures::Language;
use crate::store::open_text_file;

/// Widest a line's words are shown above what was read of them, in columns.
const LINE_WIDTH: usize = 100;

/// Where the answers go, and what they are made by.
struct Answers<'o> {
    reader: LineReader,
    is_json: bool,
    out: &'o mut dyn Write,
    err: &'o mut dyn Write,
    code: u8,
}

/// Reads the numbers and days of each line and writes them before the next one is read, so that it runs in as much
/// memory as the longest line takes. One file that cannot be read does not keep the others from it. Returns the exit
/// code.
pub(super) fn run(arguments: &ReadArguments, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let language = Language::of_tag(arguments.language.as_deref().unwrap_or_default());
    let reader = LineReader { language, published: arguments.published };
    let mut answers = Answers { reader, is_json: arguments.json, out, err, code: 0 };
    let input = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &input[..] } else { &arguments.files };
    for path in files {
        let answered = if path == Path::new("-") {
            answers.answer(io::stdin().lock(), "standard input")
        } else {
            match open_text_file(path) {
                Ok(file) => answers.answer(BufReader::new(file), &path.display().to_string()),
                Err(error) => {
                    answers.tell(&error.to_string(), FAILED);
                    Ok(())
                }
            }
        };
        // Without anybody to read the answers there is nothing left to do.
        if let Err(error) = answered {
            return unwritten(&error, answers.code, answers.err);
        }
    }
    answers.code
}

impl Answers<'_> {
    /// Answers each line of a text.
    ///
    /// # Errors
    /// Where an answer cannot be written.
    fn answer(&mut self, input: impl BufRead, name: &str) -> io::Result<()> {
        let mut lines = TextLines::new(input);
        let mut n_line = 0;
        loop {
            let line = match lines.next() {
                Ok(Some(line)) => line,
                Ok(None) => return Ok(()),
                Err(error) => {
                    self.tell(&format!("The text could not be read on after line {n_line}: {error}: {name}"), FAILED);
                    return Ok(());
                }
            };
            n_line += 1;
            match line {
                TextLine::Sound(text) => self.write(n_line, text)?,
                TextLine::Mended(text) => {
                    let why = format!("Line {n_line} is not UTF-8; \u{fffd} stands for what is no character: {name}");
                    self.tell(&why, PROBLEMS);
                    self.write(n_line, &text)?;
                }
                TextLine::TooLong => {
                    let cap = LONGEST_LINE >> 20;
                    let why = format!("Line {n_line} has more than {cap} MB and was not read: {name}");
                    self.tell(&why, PROBLEMS);
                    // An object all the same, so that the lines of answers stay those of the text.
                    if self.is_json {
                        json::read_line(self.out, None)?;
                    }
                }
            }
            // Whoever asks line by line waits for the answer.
            self.out.flush()?;
        }
    }

    fn write(&mut self, n_line: u64, text: &str) -> io::Result<()> {
        let line = self.reader.read(text);
        if self.is_json {
            json::read_line(self.out, Some(&line))
        } else {
            self.out.write_all(printed(n_line, &line).as_bytes())
        }
    }

    fn tell(&mut self, message: &str, code: u8) {
        tell(self.err, message);
        self.code = self.code.max(code);
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
