use std::collections::VecDeque;
use std::fs::File;

use bytes::Bytes;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};

use crate::column::Column;
use crate::row::{Cell, key_of, push_cell};

/// A row's key and body.
pub(crate) type KeyedRow = (Bytes, Bytes);

/// So many rows are read at a time: as cells they take many times what they take in the file.
const MOST_ROWS: usize = 256;

/// Reads the rows of a file of Parquet that the data set wrote, a group at a time.
pub(crate) struct ParquetReader {
    reader: SerializedFileReader<File>,
    n_columns: usize,
    next_group: usize,
    /// The columns of the group that is read, and how many rows of it are left.
    columns: Vec<ColumnReader>,
    n_left: usize,
    rows: VecDeque<KeyedRow>,
    /// Where category, day of publication and project stand.
    places: [Option<usize>; 3],
}

impl ParquetReader {
    /// Reads the file, which has these columns and no others.
    pub fn new(file: File, columns: &[&Column]) -> Result<ParquetReader, ParquetError> {
        let reader = SerializedFileReader::new(file)?;
        let schema = reader.metadata().file_metadata().schema_descr_ptr();
        let is_same = schema.num_columns() == columns.len()
            && columns.iter().enumerate().all(|(n, column)| schema.column(n).name() == column.name);
        if !is_same {
            return Err(ParquetError::General("the table has other columns".to_owned()));
        }
        let places =
            ["category", "published", "project"].map(|name| columns.iter().position(|column| column.name == name));
        Ok(ParquetReader {
            reader,
            n_columns: columns.len(),
            next_group: 0,
            columns: Vec::new(),
            n_left: 0,
            rows: VecDeque::new(),
            places,
        })
    }

    /// The next row; `None` behind the last.
    pub fn next_row(&mut self) -> Result<Option<KeyedRow>, ParquetError> {
        while self.rows.is_empty() {
            if self.n_left == 0 && self.next_group == self.reader.num_row_groups() {
                return Ok(None);
            }
            self.read_some()?;
        }
        Ok(self.rows.pop_front())
    }

    fn open_group(&mut self) -> Result<(), ParquetError> {
        let group = self.reader.get_row_group(self.next_group)?;
        self.next_group += 1;
        self.n_left = usize::try_from(group.metadata().num_rows()).unwrap_or_default();
        self.columns = (0..self.n_columns).map(|n| group.get_column_reader(n)).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn read_some(&mut self) -> Result<(), ParquetError> {
        if self.n_left == 0 {
            self.open_group()?;
        }
        let n_rows = self.n_left.min(MOST_ROWS);
        self.n_left -= n_rows;
        let mut columns = Vec::with_capacity(self.n_columns);
        for column in &mut self.columns {
            columns.push(cells(column, n_rows)?.into_iter());
        }
        for _ in 0..n_rows {
            let (mut body, mut heads) = (Vec::new(), [Cell::Absent, Cell::Absent, Cell::Absent]);
            for (n, column) in columns.iter_mut().enumerate() {
                let cell = column.next().unwrap_or(Cell::Absent);
                push_cell(&mut body, &cell);
                if let Some(place) = self.places.iter().position(|place| *place == Some(n)) {
                    heads[place] = cell;
                }
            }
            let [category, published, project] = &heads;
            let published = if let Cell::Count(day) = published { Some(*day) } else { None };
            let key = key_of(words(category), published, words(project));
            self.rows.push_back((key.into(), body.into()));
        }
        Ok(())
    }
}

fn words(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => std::str::from_utf8(text).unwrap_or_default(),
        _ => "",
    }
}

/// The next cells of a column of a group.
fn cells(reader: &mut ColumnReader, n_rows: usize) -> Result<Vec<Cell>, ParquetError> {
    match reader {
        ColumnReader::BoolColumnReader(reader) => read(reader, n_rows, Cell::Bool),
        ColumnReader::Int32ColumnReader(reader) => read(reader, n_rows, |day| Cell::Count(i64::from(day))),
        ColumnReader::Int64ColumnReader(reader) => read(reader, n_rows, Cell::Count),
        ColumnReader::DoubleColumnReader(reader) => read(reader, n_rows, Cell::Decimal),
        ColumnReader::ByteArrayColumnReader(reader) => {
            read(reader, n_rows, |text| Cell::Text(Bytes::copy_from_slice(text.data())))
        }
        _ => Err(ParquetError::General("a column is of a kind that no table has".to_owned())),
    }
}

fn read<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    n_rows: usize,
    cell: impl Fn(T::T) -> Cell,
) -> Result<Vec<Cell>, ParquetError> {
    let (mut is_there, mut values) = (Vec::new(), Vec::new());
    while is_there.len() < n_rows {
        let (n_records, ..) = reader.read_records(n_rows - is_there.len(), Some(&mut is_there), None, &mut values)?;
        if n_records == 0 {
            break;
        }
    }
    let mut values = values.into_iter();
    Ok(is_there
        .into_iter()
        .map(|is| if is == 1 { values.next().map_or(Cell::Absent, &cell) } else { Cell::Absent })
        .collect())
}
