//! Rows as bytes: what is sorted, staged on disk and merged is never a tree of values.
//!
//! A row is a key and a body. Keys compare as bytes in the order of the table: category, day of publication, project. A
//! body is its cells, one after the other, a byte for the kind before each.

use bytes::Bytes;
use newsmark_core::model::Category;

/// A cell of a row, its words as `T`.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<T = Bytes> {
    /// Nothing known.
    Absent,
    /// Yes or no.
    Bool(bool),
    /// A number, a day since 1970, or a moment in microseconds since 1970.
    Count(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// Words.
    Text(T),
}

const ABSENT: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const COUNT: u8 = 3;
const DECIMAL: u8 = 4;
const TEXT: u8 = 5;

/// Writes a cell behind those of the body.
pub(crate) fn push_cell<T: AsRef<[u8]>>(body: &mut Vec<u8>, cell: &Cell<T>) {
    match cell {
        Cell::Absent => body.push(ABSENT),
        Cell::Bool(is) => body.push(if *is { TRUE } else { FALSE }),
        Cell::Count(number) => {
            body.push(COUNT);
            body.extend(number.to_le_bytes());
        }
        Cell::Decimal(number) => {
            body.push(DECIMAL);
            body.extend(number.to_le_bytes());
        }
        Cell::Text(text) => push_text(body, text.as_ref()),
    }
}

/// Writes words behind the cells of the body.
pub(crate) fn push_text(body: &mut Vec<u8>, text: &[u8]) {
    body.push(TEXT);
    // Longer than any project file that is read, which has at most 1 GiB.
    body.extend((text.len() as u32).to_le_bytes());
    body.extend(text);
}

/// The cells of a body, in the order of the columns.
pub(crate) struct Cells<'b> {
    body: &'b [u8],
    /// Where the next cell begins.
    at: usize,
}

impl<'b> Cells<'b> {
    pub fn of(body: &'b [u8]) -> Cells<'b> {
        Cells { body, at: 0 }
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let taken = self.body.get(self.at..self.at + N)?.try_into().ok()?;
        self.at += N;
        Some(taken)
    }
}

impl<'b> Iterator for Cells<'b> {
    type Item = Cell<&'b [u8]>;

    /// The next cell; `None` at the end, and where the bytes are no row.
    fn next(&mut self) -> Option<Cell<&'b [u8]>> {
        let [kind] = self.take()?;
        Some(match kind {
            ABSENT => Cell::Absent,
            FALSE => Cell::Bool(false),
            TRUE => Cell::Bool(true),
            COUNT => Cell::Count(i64::from_le_bytes(self.take()?)),
            DECIMAL => Cell::Decimal(f64::from_le_bytes(self.take()?)),
            TEXT => {
                let length = u32::from_le_bytes(self.take()?) as usize;
                let text = self.body.get(self.at..self.at.checked_add(length)?)?;
                self.at += length;
                Cell::Text(text)
            }
            _ => return None,
        })
    }
}

/// The key of a row: by category, then by day, then by project.
pub(crate) fn key(category: Option<Category>, published: Option<i64>, project: &str) -> Vec<u8> {
    key_of(category.map_or("", Category::name), published, project)
}

/// The same of what a table says.
pub(crate) fn key_of(category: &str, published: Option<i64>, project: &str) -> Vec<u8> {
    let place = Category::ALL.iter().position(|known| known.name() == category);
    let mut key = vec![place.map_or(0, |place| place as u8 + 1)];
    // What has no day comes first, and days before 1970 before those after it.
    let day = published.map_or(0, |day| (day - i64::from(i32::MIN)) as u32);
    key.extend(day.to_be_bytes());
    key.extend(project.as_bytes());
    key
}

/// How many bytes of a key stand before the project.
const BEFORE_PROJECT: usize = 5;

/// The project of a key.
pub(crate) fn project_of(key: &[u8]) -> &[u8] {
    key.get(BEFORE_PROJECT..).unwrap_or_default()
}

/// Rows of one table, each a slice of one block of bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    bytes: Vec<u8>,
    /// Where each begins, and how long its key and its body are.
    places: Vec<(usize, u32, u32)>,
}

impl Rows {
    pub fn push(&mut self, key: &[u8], body: &[u8]) {
        self.places.push((self.bytes.len(), key.len() as u32, body.len() as u32));
        self.bytes.extend(key);
        self.bytes.extend(body);
    }

    /// How much memory they take, in bytes.
    pub fn size(&self) -> usize {
        self.bytes.capacity() + self.places.capacity() * size_of::<(usize, u32, u32)>()
    }

    fn key_at(&self, (at, key, _): (usize, u32, u32)) -> &[u8] {
        self.bytes.get(at..at + key as usize).unwrap_or_default()
    }

    /// Gives back the memory that it has for more rows.
    pub fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.places.shrink_to_fit();
    }

    /// Each row's key and body.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        self.places.iter().map(|&(at, key, body)| {
            let (begin, end) = (at + key as usize, at + key as usize + body as usize);
            (self.key_at((at, key, body)), self.bytes.get(begin..end).unwrap_or_default())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_they_are_written() {
        let cells = [
            Cell::Absent,
            Cell::Bool(true),
            Cell::Count(-7),
            Cell::Decimal(4.5),
            Cell::Text("قُتل".as_bytes()),
            Cell::Bool(false),
        ];
        let mut body = Vec::new();
        cells.iter().for_each(|cell| push_cell(&mut body, cell));
        assert_eq!(Cells::of(&body).collect::<Vec<_>>(), cells);
        body.truncate(body.len() - 4);
        assert_eq!(Cells::of(&body).count(), 4, "what is cut off is no cell");
    }

    #[test]
    fn keys_sort_by_category_then_day_then_project() {
        let in_order = [
            key(None, Some(20_000), "z"),
            key(Some(Category::ALL[0]), None, "b"),
            key(Some(Category::ALL[0]), Some(-1), "b"),
            key(Some(Category::ALL[0]), Some(0), "a"),
            key(Some(Category::ALL[0]), Some(0), "a/b"),
            key(Some(Category::ALL[1]), None, "a"),
        ];
        assert!(in_order.is_sorted());
        assert_eq!(project_of(&in_order[4]), b"a/b");
    }
}
