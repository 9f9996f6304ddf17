//! One year of one table: what stood and what was read, merged in the order of the table.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use newsmark_core::store::Disk;

use crate::error::DatasetError;
use crate::files::{self, DigestedFile};
use crate::inventory::{Inventory, Owner};
use crate::manifest::WrittenFile;
use crate::parquet_reader::{KeyedRow, ParquetReader};
use crate::parquet_writer::ParquetWriter;
use crate::row::project_of;
use crate::staging::{SectionReader, Staging};
use crate::table::Table;

/// The largest file of a table and year: engines read a file of half a gigabyte as a whole, and one more beside it is
/// no burden.
const LARGEST_FILE: u64 = 512 << 20;

/// What a year of a table is made of.
pub(crate) struct Merge<'m, 'd> {
    pub disk: &'m dyn Disk,
    pub table: Table,
    pub year: i16,
    pub is_public: bool,
    /// The files of the set that stands, of this year and table.
    pub old: Vec<PathBuf>,
    pub staging: &'m Staging<'d>,
    pub inventory: &'m Inventory,
    /// The folder of the set that is made.
    pub next: &'m Path,
}

/// Where rows come from, in the order of the table.
struct Source {
    rows: SourceRows,
    /// The project of the last row, and whether its rows are here: what belongs together is looked up once.
    last: Option<(Bytes, bool)>,
}

enum SourceRows {
    Old(Box<ParquetReader>, PathBuf),
    Run(u32, SectionReader),
}

impl Source {
    fn of(rows: SourceRows) -> Source {
        Source { rows, last: None }
    }

    /// The next row of a project whose rows are here.
    fn next_row(&mut self, inventory: &Inventory) -> Result<Option<KeyedRow>, DatasetError> {
        loop {
            let (row, owner) = match &mut self.rows {
                SourceRows::Old(reader, path) => {
                    (reader.next_row().map_err(|error| DatasetError::of_table(error, path))?, Owner::Old)
                }
                SourceRows::Run(n, section) => (section.next_row()?, Owner::Run(*n)),
            };
            let Some(row) = row else { return Ok(None) };
            // A project that changed or went has rows in what stood, and one that changed twice in an earlier run.
            let known = self.last.as_ref().filter(|(key, _)| project_of(key) == project_of(&row.0));
            let is_here = known.map_or_else(
                || std::str::from_utf8(project_of(&row.0)).is_ok_and(|project| inventory.owner(project) == owner),
                |(_, is_here)| *is_here,
            );
            if known.is_none() {
                self.last = Some((row.0.clone(), is_here));
            }
            if is_here {
                return Ok(Some(row));
            }
        }
    }
}

/// The next row of a source, in the order of the table; of rows with one key that of the first source comes first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Head {
    key: Bytes,
    /// Which source.
    n: usize,
    body: Bytes,
}

impl Merge<'_, '_> {
    /// Writes the files of the year and table; at least one, as an engine refuses a table without files.
    pub fn write(&self) -> Result<Vec<(String, WrittenFile)>, DatasetError> {
        let mut sources = Vec::new();
        let columns = self.table.columns_of(self.is_public);
        for path in &self.old {
            let file = files::open(path).map_err(|error| DatasetError::of(error, path))?;
            let reader = ParquetReader::new(file, &columns).map_err(|error| DatasetError::of_table(error, path))?;
            sources.push(Source::of(SourceRows::Old(Box::new(reader), path.clone())));
        }
        let sections = self.staging.sections(self.year, self.table);
        sources.extend(sections.map(|(number, section)| Source::of(SourceRows::Run(number, section))));
        let mut heads = BinaryHeap::new();
        for (n, source) in sources.iter_mut().enumerate() {
            heads.extend(source.next_row(self.inventory)?.map(|(key, body)| Reverse(Head { key, n, body })));
        }
        let mut written = Vec::new();
        loop {
            written.push(self.part(written.len(), &mut sources, &mut heads)?);
            if heads.is_empty() {
                return Ok(written);
            }
        }
    }

    /// Writes one file, as long as it may be.
    fn part(
        &self,
        n: usize,
        sources: &mut [Source],
        heads: &mut BinaryHeap<Reverse<Head>>,
    ) -> Result<(String, WrittenFile), DatasetError> {
        let name = format!("{}/year={}/part-{n}.parquet", self.table.name(), self.year);
        let path = self.next.join(&name);
        let failed = |error| DatasetError::of(error, &path);
        let failed_table = |error| DatasetError::of_table(error, &path);
        let columns = self.table.columns_of(self.is_public);
        let out = BufWriter::with_capacity(1 << 18, DigestedFile::create(self.disk, &path).map_err(failed)?);
        let mut writer = ParquetWriter::new(out, self.table.name(), &columns).map_err(failed_table)?;
        while writer.written() < LARGEST_FILE {
            let Some(mut first) = heads.peek_mut() else { break };
            let Reverse(Head { n, body, .. }) = &mut *first;
            writer.push(body).map_err(failed_table)?;
            match sources[*n].next_row(self.inventory)? {
                Some((key, body)) => *first = Reverse(Head { key, n: *n, body }),
                None => drop(PeekMut::pop(first)),
            }
        }
        let out = writer.finish().map_err(failed_table)?;
        let (size, sha256) = out.into_inner().map_err(|error| failed(error.into_error()))?.finish().map_err(failed)?;
        let modified = files::length_and_time(&path).map_or(0, |(_, modified)| modified);
        Ok((name, WrittenFile { size, sha256, modified }))
    }
}
