use std::collections::BTreeMap;
use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::Path;

use newsmark_core::model::Digest;
use newsmark_core::store::Disk;
use serde::{Deserialize, Serialize};

use crate::error::DatasetError;
use crate::files::{self, DigestedFile};
use crate::projects::Projects;
use crate::table::Table;

/// The file of a data set that lists what it is made of, and by which it is known as one.
pub(crate) const MANIFEST: &str = "newsmark-manifest.json";

/// What a data set was made of, and which files it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Always `newsmark dataset`.
    pub maker: String,
    /// By what columns its tables are written: another program's set is made anew.
    pub schema: String,
    /// Whether it leaves out what only a desk may see.
    pub public: bool,
    /// The projects, by what the data set calls them.
    pub projects: Projects,
    /// Its files, by their paths from the folder on, with `/` between names.
    pub files: BTreeMap<String, WrittenFile>,
}

/// A file of the data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WrittenFile {
    /// Its length in bytes.
    pub size: u64,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// When it was written, in nanoseconds since 1970, by the file system.
    #[serde(default)]
    pub modified: u64,
}

/// What makes a manifest one.
const MAKER: &str = "newsmark dataset";

impl Manifest {
    /// That of a set without projects and files.
    pub fn new(public: bool) -> Manifest {
        Manifest { maker: MAKER.to_owned(), schema: schema(public), public, ..Manifest::default() }
    }

    /// Reads that of the set in `folder`; `None` where there is none, or none that can be understood.
    pub fn read(folder: &Path) -> Result<Option<Manifest>, DatasetError> {
        let path = folder.join(MANIFEST);
        let bytes = files::read(&path).map_err(|error| DatasetError::of(error, &path))?;
        let manifest = bytes.and_then(|bytes| serde_json::from_slice::<Manifest>(&bytes).ok());
        Ok(manifest.filter(|manifest| manifest.maker == MAKER && manifest.files.keys().all(|path| is_within(path))))
    }

    /// Writes it into a new file; returns the digest of its bytes. Never all of them at once: that would be the most
    /// memory that a large library takes.
    pub fn write(&self, disk: &dyn Disk, path: &Path) -> io::Result<String> {
        let mut out = BufWriter::new(DigestedFile::create(disk, path)?);
        self.print(&mut out)?;
        out.into_inner().map_err(IntoInnerError::into_error)?.finish().map(|(_, digest)| digest)
    }

    /// Prints it as a file has it.
    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, self)?;
        out.write_all(b"\n")
    }
}

/// Whether a path leads nowhere but into the folder: a manifest is a file that anybody can have written to.
fn is_within(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// What the columns of all tables are, as a digest.
pub(crate) fn schema(public: bool) -> String {
    let mut all = String::from("1 ");
    for table in Table::of_set(public) {
        all.push_str(table.name());
        for column in table.columns_of(public) {
            all.push_str(&format!(" {} {:?}", column.name, column.kind));
        }
        all.push('\n');
    }
    Digest::of(all.as_bytes()).to_string()
}
