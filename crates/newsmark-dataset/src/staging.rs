//! What was read so far, sorted and on disk: memory holds a bounded number of rows, and a kill costs only those.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use newsmark_core::store::Disk;
use serde::{Deserialize, Serialize};

use crate::error::DatasetError;
use crate::files::{self, DigestedFile};
use crate::manifest::Entry;
use crate::parquet_reader::KeyedRow;
use crate::row::Rows;
use crate::table::{N_TABLES, Table};

/// Rows of so many bytes are held before they are sorted and put on disk: enough that a library of thousands has few
/// runs to merge, and little beside what reading two large projects takes.
const MOST_HELD: usize = 16 << 20;

/// The file that lists the runs, a line each.
const JOURNAL: &str = "runs.jsonl";

/// The rows of projects that were read, in sorted runs.
pub(crate) struct Staging<'d> {
    disk: &'d dyn Disk,
    folder: PathBuf,
    journal: File,
    runs: Vec<Run>,
    held: BTreeMap<(i16, Table), Rows>,
    held_size: usize,
    entries: Vec<(String, Entry)>,
}

/// A file of rows, table by table and year by year.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Run {
    /// For which columns.
    schema: String,
    file: String,
    /// Year, table, where it begins, and how many rows it has.
    sections: Vec<(i16, String, u64, u64)>,
    entries: Vec<(String, Entry)>,
}

impl<'d> Staging<'d> {
    /// Goes on with what stands in the folder, where it is of these columns.
    pub fn open(disk: &'d dyn Disk, folder: &Path, schema: &str) -> Result<Staging<'d>, DatasetError> {
        let failed = |error| DatasetError::of(error, folder);
        let path = folder.join(JOURNAL);
        let (mut runs, mut length) = (Vec::new(), 0);
        if let Some(bytes) = files::read(&path).map_err(failed)? {
            for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                // A line that a kill cut off, and whatever else is no run of these columns, ends what is known.
                let run = serde_json::from_slice::<Run>(line).ok().filter(|run| run.schema == schema);
                let Some(run) = run.filter(|_| line.ends_with(b"\n")) else { break };
                length += line.len() as u64;
                runs.push(run);
            }
        }
        let journal = files::open_to_append(&path, length).map_err(failed)?;
        let (held, entries) = (BTreeMap::new(), Vec::new());
        Ok(Staging { disk, folder: folder.to_owned(), journal, runs, held, held_size: 0, entries })
    }

    /// The projects that the runs hold, with the run that holds each last.
    pub fn known(&self) -> HashMap<String, (usize, Entry)> {
        let runs = self.runs.iter().enumerate();
        let all =
            runs.flat_map(|(n, run)| run.entries.iter().map(move |(name, entry)| (name.clone(), (n, entry.clone()))));
        all.collect()
    }

    /// Adds a project. Where many are held, they are put on disk.
    pub fn push(
        &mut self,
        name: String,
        entry: Entry,
        rows: &[Rows; N_TABLES],
        schema: &str,
    ) -> Result<(), DatasetError> {
        for (table, rows) in Table::ALL.into_iter().zip(rows) {
            if rows.len() > 0 {
                self.held_size += rows.size();
                self.held.entry((entry.year, table)).or_default().extend(rows);
            }
        }
        self.entries.push((name, entry));
        if self.held_size >= MOST_HELD { self.put(schema) } else { Ok(()) }
    }

    /// Sorts what is held and puts it on disk.
    pub fn put(&mut self, schema: &str) -> Result<(), DatasetError> {
        if self.entries.is_empty() {
            return Ok(());
        }
        let file = format!("run-{}.rows", self.runs.len());
        let path = self.folder.join(&file);
        let failed = |error| DatasetError::of(error, &path);
        // One of that name was left by a program that was killed before it had listed it.
        if files::standing(&path).map_err(failed)? != files::Standing::Nothing {
            self.disk.remove(&path).map_err(failed)?;
        }
        let mut sections = Vec::new();
        let mut at = 0;
        let mut out = BufWriter::with_capacity(1 << 18, DigestedFile::create(self.disk, &path).map_err(failed)?);
        for ((year, table), mut rows) in std::mem::take(&mut self.held) {
            rows.sort();
            sections.push((year, table.name().to_owned(), at, rows.len() as u64));
            for (key, body) in rows.iter() {
                out.write_all(&(key.len() as u32).to_le_bytes()).map_err(failed)?;
                out.write_all(&(body.len() as u32).to_le_bytes()).map_err(failed)?;
                out.write_all(key).map_err(failed)?;
                out.write_all(body).map_err(failed)?;
                at += 8 + (key.len() + body.len()) as u64;
            }
        }
        // Before the line that lists it: what is listed is whole.
        out.into_inner().map_err(|error| failed(error.into_error()))?.finish().map_err(failed)?;
        self.held_size = 0;
        let entries = std::mem::take(&mut self.entries);
        let run = Run { schema: schema.to_owned(), file, sections, entries };
        let mut line = serde_json::to_vec(&run).map_err(|error| failed(error.into()))?;
        line.push(b'\n');
        self.disk.write(&mut self.journal, &line).map_err(failed)?;
        self.disk.sync_data(&self.journal).map_err(failed)?;
        // Whoever wrote them knows what is in them; the journal tells others.
        self.runs.push(Run { entries: Vec::new(), ..run });
        Ok(())
    }

    /// The rows of a year and table that run `n` has; `None` where it has none.
    pub fn section(&self, n: usize, year: i16, table: Table) -> Result<Option<SectionReader>, DatasetError> {
        let Some(run) = self.runs.get(n) else { return Ok(None) };
        let section = run.sections.iter().find(|section| section.0 == year && section.1 == table.name());
        let Some(&(_, _, at, n_left)) = section else { return Ok(None) };
        let path = self.folder.join(&run.file);
        let failed = |error| DatasetError::of(error, &path);
        let mut file = files::open(&path).map_err(failed)?;
        file.seek(SeekFrom::Start(at)).map_err(failed)?;
        // Small, as a large library is merged of hundreds at once.
        Ok(Some(SectionReader { file: BufReader::with_capacity(1 << 14, file), n_left, path: path.clone() }))
    }

    /// How many runs there are.
    pub fn n_runs(&self) -> usize {
        self.runs.len()
    }
}

/// Reads the rows of a section, one after the other.
pub(crate) struct SectionReader {
    file: BufReader<File>,
    n_left: u64,
    path: PathBuf,
}

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
        let mut lengths = [0; 8];
        self.file.read_exact(&mut lengths)?;
        let [a, b, c, d, e, f, g, h] = lengths;
        let (key, body) = (u32::from_le_bytes([a, b, c, d]) as usize, u32::from_le_bytes([e, f, g, h]) as usize);
        let mut bytes = vec![0; key + body];
        self.file.read_exact(&mut bytes)?;
        let mut key_and_body = Bytes::from(bytes);
        let key = key_and_body.split_to(key);
        Ok((key, key_and_body))
    }
}
