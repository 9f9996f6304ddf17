//! One year of one table: what stood and what was read, merged in the order of the table.

use std::collections::HashMap;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use newsmark_core::store::Disk;

use crate::error::DatasetError;
use crate::files::{self, DigestedFile};
use crate::manifest::WrittenFile;
use crate::parquet_reader::{KeyedRow, ParquetReader};
use crate::parquet_writer::ParquetWriter;
use crate::row::project_of;
use crate::staging::{SectionReader, Staging};
use crate::table::Table;

/// The largest file of a table and year: engines read a file of half a gigabyte as a whole, and one more beside it is
/// no burden.
const LARGEST_FILE: u64 = 512 << 20;

/// Where the rows of a project are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// In the set that stands.
    Old,
    /// In that run.
    Run(usize),
}

/// What a year of a table is made of.
pub(crate) struct Merge<'m, 'd> {
    pub disk: &'m dyn Disk,
    pub table: Table,
    pub year: i16,
    pub is_public: bool,
    /// The files of the set that stands, of this year and table.
    pub old: Vec<PathBuf>,
    pub staging: &'m Staging<'d>,
    pub owners: &'m HashMap<String, Owner>,
    /// The folder of the set that is made.
    pub next: &'m Path,
}

enum Source {
    Old(Box<ParquetReader>, PathBuf),
    Run(usize, SectionReader),
}

impl Source {
    /// The next row of a project whose rows are here.
    fn next_row(&mut self, owners: &HashMap<String, Owner>) -> Result<Option<KeyedRow>, DatasetError> {
        loop {
            let (row, owner) = match self {
                Source::Old(reader, path) => {
                    (reader.next_row().map_err(|error| DatasetError::of_table(error, path))?, Owner::Old)
                }
                Source::Run(n, section) => (section.next_row()?, Owner::Run(*n)),
            };
            let Some(row) = row else { return Ok(None) };
            // A project that changed or went has rows in what stood, and one that changed twice in an earlier run.
            let project = std::str::from_utf8(project_of(&row.0)).unwrap_or_default();
            if owners.get(project) == Some(&owner) {
                return Ok(Some(row));
            }
        }
    }
}

impl Merge<'_, '_> {
    /// Writes the files of the year and table; at least one, as an engine refuses a table without files.
    pub fn write(&self) -> Result<Vec<(String, WrittenFile)>, DatasetError> {
        let mut sources = Vec::new();
        let columns = self.table.columns_of(self.is_public);
        for path in &self.old {
            let file = files::open(path).map_err(|error| DatasetError::of(error, path))?;
            let reader = ParquetReader::new(file, &columns).map_err(|error| DatasetError::of_table(error, path))?;
            sources.push(Source::Old(Box::new(reader), path.clone()));
        }
        for n in 0..self.staging.n_runs() {
            sources.extend(self.staging.section(n, self.year, self.table)?.map(|section| Source::Run(n, section)));
        }
        let mut heads = Vec::new();
        for source in &mut sources {
            heads.push(source.next_row(self.owners)?);
        }
        let mut written = Vec::new();
        loop {
            written.push(self.part(written.len(), &mut sources, &mut heads)?);
            if heads.iter().all(Option::is_none) {
                return Ok(written);
            }
        }
    }

    /// Writes one file, as long as it may be.
    fn part(
        &self,
        n: usize,
        sources: &mut [Source],
        heads: &mut [Option<KeyedRow>],
    ) -> Result<(String, WrittenFile), DatasetError> {
        let name = format!("{}/year={}/part-{n}.parquet", self.table.name(), self.year);
        let path = self.next.join(&name);
        let failed = |error| DatasetError::of(error, &path);
        let failed_table = |error| DatasetError::of_table(error, &path);
        let columns = self.table.columns_of(self.is_public);
        let out = BufWriter::with_capacity(1 << 18, DigestedFile::create(self.disk, &path).map_err(failed)?);
        let mut writer = ParquetWriter::new(out, self.table.name(), &columns).map_err(failed_table)?;
        while writer.written() < LARGEST_FILE {
            let Some(first) = first(heads) else { break };
            let next = sources[first].next_row(self.owners)?;
            if let Some((_, body)) = std::mem::replace(&mut heads[first], next) {
                writer.push(body).map_err(failed_table)?;
            }
        }
        let out = writer.finish().map_err(failed_table)?;
        let (size, sha256) = out.into_inner().map_err(|error| failed(error.into_error()))?.finish().map_err(failed)?;
        let modified = files::length_and_time(&path).map_or(0, |(_, modified)| modified);
        Ok((name, WrittenFile { size, sha256, modified }))
    }
}

/// The source whose row comes first.
fn first(heads: &[Option<KeyedRow>]) -> Option<usize> {
    let there = heads.iter().enumerate().filter_map(|(n, head)| head.as_ref().map(|(key, _)| (key, n)));
    there.min().map(|(_, n)| n)
}
