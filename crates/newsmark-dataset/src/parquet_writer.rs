use std::io::Write;
use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as PhysicalType};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterPropertiesPtr};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::column::{Column, ColumnKind};
use crate::row::{Cell, Cells};

/// Rows of at most so many bytes are one group, which is held in memory until it is written: engines read a group at a
/// time, and some 5,000 marks are enough for each to be worth its head.
const LARGEST_GROUP: usize = 4 << 20;

/// Writes rows into a file of Parquet, a group at a time.
pub(crate) struct ParquetWriter<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Vec<ColumnCells>,
    n_bytes: usize,
}

/// The cells of a column, in the order of the rows: which are there, and what those are.
struct ColumnCells {
    is_there: Vec<bool>,
    values: Values,
}

enum Values {
    Bool(Vec<bool>),
    Count(Vec<i64>),
    Decimal(Vec<f64>),
    Text(Texts),
    Day(Vec<i32>),
    Time(Vec<i64>),
}

/// Words one behind the other: a group has hundreds of thousands, and a handle for each takes more than most of them.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Texts {
    fn push(&mut self, text: &[u8]) {
        self.bytes.extend(text);
        self.ends.push(self.bytes.len());
    }

    /// All, as slices of one block.
    fn take(&mut self) -> Vec<ByteArray> {
        let Texts { bytes, ends } = std::mem::take(self);
        let bytes = Bytes::from(bytes);
        let mut start = 0;
        let text = |end| ByteArray::from(bytes.slice(std::mem::replace(&mut start, end)..end));
        ends.into_iter().map(text).collect()
    }
}

/// The schema of a table with these columns.
fn schema(table: &str, columns: &[&Column]) -> Result<TypePtr, ParquetError> {
    let mut fields = Vec::new();
    for column in columns {
        let (physical, logical) = match column.kind {
            ColumnKind::Bool => (PhysicalType::BOOLEAN, None),
            ColumnKind::Count => (PhysicalType::INT64, None),
            ColumnKind::Decimal => (PhysicalType::DOUBLE, None),
            ColumnKind::Text => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
            ColumnKind::Day => (PhysicalType::INT32, Some(LogicalType::Date)),
            ColumnKind::Time => (PhysicalType::INT64, Some(LogicalType::timestamp(true, TimeUnit::MICROS))),
        };
        let field = Type::primitive_type_builder(&column.name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical)
            .build()?;
        fields.push(Arc::new(field));
    }
    Ok(Arc::new(Type::group_type_builder(table).with_fields(fields).build()?))
}

fn properties() -> WriterPropertiesPtr {
    // The same whatever version of the library writes: the same projects give the same bytes.
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
    // A group has a few pages: what is least and most in each of them helps no engine to skip any.
    let properties = properties.set_statistics_enabled(EnabledStatistics::Chunk);
    Arc::new(properties.set_created_by("newsmark version 1.0.0 (build 0)".to_owned()).build())
}

impl<W: Write + Send> ParquetWriter<W> {
    /// Begins a file of that table.
    pub fn new(out: W, table: &str, columns: &[&Column]) -> Result<ParquetWriter<W>, ParquetError> {
        let writer = SerializedFileWriter::new(out, schema(table, columns)?, properties())?;
        let columns = columns.iter().map(|column| ColumnCells::of(column.kind)).collect();
        Ok(ParquetWriter { writer, columns, n_bytes: 0 })
    }

    /// Adds a row, by the cells of its body.
    pub fn push(&mut self, body: &[u8]) -> Result<(), ParquetError> {
        self.n_bytes += body.len();
        let mut cells = Cells::of(body);
        for column in &mut self.columns {
            // A body that ends too early is told: a row of another table would be written half.
            let cell = cells.next().ok_or_else(|| ParquetError::General("a row lacks cells".to_owned()))?;
            column.push(cell)?;
        }
        if self.n_bytes >= LARGEST_GROUP { self.write_group() } else { Ok(()) }
    }

    /// How many bytes the file has, those that wait for their group left out.
    pub fn written(&self) -> u64 {
        self.writer.bytes_written() as u64
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        self.n_bytes = 0;
        if self.columns.first().is_none_or(|column| column.is_there.is_empty()) {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            column.write(&mut group)?;
        }
        group.close()?;
        Ok(())
    }

    /// Writes what is left and the file's foot.
    pub fn finish(mut self) -> Result<W, ParquetError> {
        self.write_group()?;
        self.writer.into_inner()
    }
}

impl ColumnCells {
    fn of(kind: ColumnKind) -> ColumnCells {
        let values = match kind {
            ColumnKind::Bool => Values::Bool(Vec::new()),
            ColumnKind::Count => Values::Count(Vec::new()),
            ColumnKind::Decimal => Values::Decimal(Vec::new()),
            ColumnKind::Text => Values::Text(Texts::default()),
            ColumnKind::Day => Values::Day(Vec::new()),
            ColumnKind::Time => Values::Time(Vec::new()),
        };
        ColumnCells { is_there: Vec::new(), values }
    }

    fn push(&mut self, cell: Cell<&[u8]>) -> Result<(), ParquetError> {
        self.is_there.push(cell != Cell::Absent);
        match (&mut self.values, cell) {
            (_, Cell::Absent) => {}
            (Values::Bool(values), Cell::Bool(is)) => values.push(is),
            (Values::Count(values) | Values::Time(values), Cell::Count(number)) => values.push(number),
            (Values::Decimal(values), Cell::Decimal(number)) => values.push(number),
            (Values::Text(values), Cell::Text(text)) => values.push(text),
            // The days of readable years fit into 32 bits many times over.
            (Values::Day(values), Cell::Count(day)) => values.push(i32::try_from(day).unwrap_or_default()),
            _ => return Err(ParquetError::General("a cell is of another kind than its column".to_owned())),
        }
        Ok(())
    }

    fn write<W: Write + Send>(&mut self, group: &mut SerializedRowGroupWriter<'_, W>) -> Result<(), ParquetError> {
        let is_there: Vec<i16> = std::mem::take(&mut self.is_there).into_iter().map(i16::from).collect();
        // One column at a time: it is let go of before the next is encoded.
        match &mut self.values {
            Values::Bool(values) => write_column::<BoolType, W>(group, std::mem::take(values), &is_there),
            Values::Count(values) | Values::Time(values) => {
                write_column::<Int64Type, W>(group, std::mem::take(values), &is_there)
            }
            Values::Decimal(values) => write_column::<DoubleType, W>(group, std::mem::take(values), &is_there),
            Values::Text(values) => write_column::<ByteArrayType, W>(group, values.take(), &is_there),
            Values::Day(values) => write_column::<Int32Type, W>(group, std::mem::take(values), &is_there),
        }
    }
}

fn write_column<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    values: Vec<T::T>,
    is_there: &[i16],
) -> Result<(), ParquetError> {
    let missing = || ParquetError::General("a group has fewer columns than its table".to_owned());
    let mut column = group.next_column()?.ok_or_else(missing)?;
    column.typed::<T>().write_batch(&values, Some(is_there), None)?;
    column.close()
}
