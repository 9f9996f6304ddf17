//! What was read so far, sorted and on disk: memory holds a bounded number of rows, and a kill costs only those.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use newsmark_core::store::Disk;
use serde::{Deserialize, Serialize};

use crate::error::DatasetError;
use crate::files::{self, NewFile};
use crate::parquet_reader::KeyedRow;
use crate::projects::Entry;
use crate::row::Rows;
use crate::table::{N_TABLES, Table};

/// Rows of so many bytes are held before they are sorted and put on disk, while the next are gathered: about what writing
/// two tables at one time takes, and enough that a library of a million projects has hundreds of runs and not thousands.
const MOST_HELD: usize = 24 << 20;

/// The file that lists the runs, a line each.
const JOURNAL: &str = "runs.jsonl";

/// The rows of projects that were read, in sorted runs.
pub(crate) struct Staging<'d> {
    disk: &'d dyn Disk,
    folder: PathBuf,
    schema: String,
    journal: File,
    /// The runs on disk, by their numbers.
    runs: BTreeMap<u32, Run>,
    /// The number of the run that is gathered.
    next: u32,
    held: HeldRows,
}

/// A file of rows, table by table and year by year.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Run {
    /// For which columns.
    schema: String,
    /// Its number, which is in the name of its file.
    number: u32,
    /// Year, table, where it begins, and how many rows it has.
    sections: Vec<(i16, String, u64, u64)>,
    entries: Vec<(Box<str>, Entry)>,
}

/// Rows that are not on disk yet.
#[derive(Default)]
struct HeldRows {
    /// The year and the rows of each project, as they were made: gathered in larger blocks they would be copied, and twice
    /// as much memory be held while a block grows.
    rows: Vec<(i16, [Rows; N_TABLES])>,
    size: usize,
    entries: Vec<(Box<str>, Entry)>,
}

/// Rows that are to be sorted and put on disk by whoever gathered the last of them, while others go on.
#[must_use = "its rows are nowhere else"]
pub(crate) struct FullRun {
    number: u32,
    path: PathBuf,
    held: HeldRows,
}

/// A run whose rows are on disk, and which is not listed yet.
#[must_use = "what is not listed is not found again"]
pub(crate) struct SavedRun {
    number: u32,
    sections: Vec<(i16, String, u64, u64)>,
    entries: Vec<(Box<str>, Entry)>,
}

fn file_of(number: u32) -> String {
    format!("run-{number}.rows")
}

impl<'d> Staging<'d> {
    /// Goes on with what stands in the folder, where it is of these columns.
    pub fn open(disk: &'d dyn Disk, folder: &Path, schema: &str) -> Result<Staging<'d>, DatasetError> {
        let failed = |error| DatasetError::of(error, folder);
        let path = folder.join(JOURNAL);
        let (mut runs, mut length) = (BTreeMap::new(), 0);
        if let Some(bytes) = files::read(&path).map_err(failed)? {
            for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                // A line that a kill cut off, and whatever else is no run of these columns, ends what is known.
                let run = serde_json::from_slice::<Run>(line).ok().filter(|run| run.schema == schema);
                let Some(run) = run.filter(|_| line.ends_with(b"\n")) else { break };
                length += line.len() as u64;
                runs.insert(run.number, run);
            }
        }
        let journal = files::open_to_append(&path, length).map_err(failed)?;
        // Runs are listed when they are on disk, in whichever order that is, and one before the last may be missing.
        let next = runs.last_key_value().map_or(0, |(number, _)| number + 1);
        let (folder, schema, held) = (folder.to_owned(), schema.to_owned(), HeldRows::default());
        Ok(Staging { disk, folder, schema, journal, runs, next, held })
    }

    /// The projects that the runs hold which a killed program left, with the run that holds each last. They are told once,
    /// as nothing else needs them.
    pub fn take_known(&mut self) -> HashMap<Box<str>, (u32, Entry)> {
        let all = self.runs.iter_mut().flat_map(|(number, run)| {
            std::mem::take(&mut run.entries).into_iter().map(|(name, entry)| (name, (*number, entry)))
        });
        all.collect()
    }

    /// Adds a project; returns in which run it is, and the rows that are to be put on disk where they are many.
    pub fn push(&mut self, name: &str, entry: Entry, rows: [Rows; N_TABLES]) -> (u32, Option<FullRun>) {
        self.held.size += rows.iter().map(Rows::size).sum::<usize>();
        self.held.rows.push((entry.year, rows));
        self.held.entries.push((name.into(), entry));
        let number = self.next;
        (number, if self.held.size >= MOST_HELD { self.take_held() } else { None })
    }

    /// What is held, to be put on disk; `None` where that is nothing.
    pub fn take_held(&mut self) -> Option<FullRun> {
        if self.held.entries.is_empty() {
            return None;
        }
        let (number, held) = (self.next, std::mem::take(&mut self.held));
        self.next += 1;
        Some(FullRun { number, path: self.folder.join(file_of(number)), held })
    }

    /// Lists a run, by which it is found after a kill.
    pub fn list(&mut self, saved: SavedRun) -> Result<(), DatasetError> {
        let path = self.folder.join(JOURNAL);
        let failed = |error| DatasetError::of(error, &path);
        let SavedRun { number, sections, entries } = saved;
        let run = Run { schema: self.schema.clone(), number, sections, entries };
        let mut line = serde_json::to_vec(&run).map_err(|error| failed(error.into()))?;
        line.push(b'\n');
        self.disk.write(&mut self.journal, &line).map_err(failed)?;
        self.disk.sync_data(&self.journal).map_err(failed)?;
        // Whoever wrote them knows what is in them; the journal tells others.
        self.runs.insert(number, Run { entries: Vec::new(), ..run });
        Ok(())
    }

    /// The rows of a year and table in each run that has any, with its number.
    pub fn sections(&self, year: i16, table: Table) -> impl Iterator<Item = (u32, SectionReader)> {
        self.runs.iter().filter_map(move |(number, run)| {
            let of = |section: &&(i16, String, u64, u64)| section.0 == year && section.1 == table.name();
            let &(_, _, at, n_left) = run.sections.iter().find(of)?;
            let (path, buffer) = (self.folder.join(file_of(*number)), Vec::new());
            Some((*number, SectionReader { path, at, n_left, buffer, read: 0 }))
        })
    }
}

impl FullRun {
    /// Sorts the rows and puts them on disk.
    pub fn save(self, disk: &dyn Disk) -> Result<SavedRun, DatasetError> {
        let FullRun { number, path, held } = self;
        let failed = |error| DatasetError::of(error, &path);
        // One of that name was left by a program that was killed before it had listed it.
        if files::standing(&path).map_err(failed)? != files::Standing::Nothing {
            disk.remove(&path).map_err(failed)?;
        }
        let mut sections = Vec::new();
        let mut at = 0;
        let mut out = BufWriter::with_capacity(1 << 18, NewFile::create(disk, &path).map_err(failed)?);
        let years: BTreeSet<i16> = held.rows.iter().map(|(year, _)| *year).collect();
        for (year, table) in years.iter().flat_map(|year| Table::ALL.map(|table| (*year, table))) {
            let of_year = held.rows.iter().filter(|(of, _)| *of == year);
            let mut rows: Vec<(&[u8], &[u8])> = of_year.flat_map(|(_, rows)| rows[table as usize].iter()).collect();
            if rows.is_empty() {
                continue;
            }
            // Rows of one project stay in their order.
            rows.sort_by_key(|(key, _)| *key);
            sections.push((year, table.name().to_owned(), at, rows.len() as u64));
            for (key, body) in rows {
                out.write_all(&(key.len() as u32).to_le_bytes()).map_err(failed)?;
                out.write_all(&(body.len() as u32).to_le_bytes()).map_err(failed)?;
                out.write_all(key).map_err(failed)?;
                out.write_all(body).map_err(failed)?;
                at += (HEAD + key.len() + body.len()) as u64;
            }
        }
        // Before the line that lists it: what is listed is whole.
        out.into_inner().map_err(|error| failed(error.into_error()))?.finish().map_err(failed)?;
        Ok(SavedRun { number, sections, entries: held.entries })
    }
}

/// Reads the rows of a section, one after the other.
///
/// The file is open only while it is read from: a library of a million projects has thousands of runs, which are read side
/// by side, and a program may have a thousand files open.
pub(crate) struct SectionReader {
    path: PathBuf,
    /// Where the bytes behind the buffer begin.
    at: u64,
    n_left: u64,
    buffer: Vec<u8>,
    /// How many bytes of the buffer were handed out.
    read: usize,
}

/// How many bytes stand before each row: the lengths of its key and its body.
const HEAD: usize = 8;
/// So many bytes are read at a time: little, as many runs are read side by side.
const BUFFER: usize = 1 << 14;

impl SectionReader {
    /// The next row; `None` behind the last.
    pub fn next_row(&mut self) -> Result<Option<KeyedRow>, DatasetError> {
        if self.n_left == 0 {
            return Ok(None);
        }
        self.n_left -= 1;
        self.read().map(Some).map_err(|error| DatasetError::of(error, &self.path))
    }

    fn read(&mut self) -> std::io::Result<KeyedRow> {
        let &[a, b, c, d, e, f, g, h] = self.need(HEAD)?.as_array().unwrap_or(&[0; HEAD]);
        let (key, body) = (u32::from_le_bytes([a, b, c, d]) as usize, u32::from_le_bytes([e, f, g, h]) as usize);
        let mut key_and_body = Bytes::copy_from_slice(&self.need(HEAD + key + body)?[HEAD..]);
        self.read += HEAD + key + body;
        let key = key_and_body.split_to(key);
        Ok((key, key_and_body))
    }

    /// The next `n` bytes, which are read where they are not there.
    fn need(&mut self, n: usize) -> std::io::Result<&[u8]> {
        if self.buffer.len() - self.read < n {
            self.buffer.drain(..self.read);
            self.read = 0;
            let n_more = (n - self.buffer.len()).max(BUFFER);
            let mut file = files::open(&self.path)?;
            file.seek(SeekFrom::Start(self.at))?;
            let n_read = file.take(n_more as u64).read_to_end(&mut self.buffer)?;
            self.at += n_read as u64;
        }
        let there = self.buffer.get(self.read..self.read + n);
        there.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::UnexpectedEof))
    }
}
