//! The rows that one project adds to each table.

use bytes::Bytes;
use jiff::civil::Date;
use newsmark_core::check::Checked;
use newsmark_core::figures::Ledger;
use newsmark_core::model::{AnnotationId, Category, CodePoints, Details, FieldValue, Project, Time};
use newsmark_core::store::Loaded;

use crate::column::Audience;
use crate::hidden_names::HiddenNames;
use crate::row::{Cell, Rows, key, push_cell, push_text};
use crate::table::{N_TABLES, Table};
use crate::utf16::Utf16Offsets;

/// The rows that one project adds to each table, while they are made.
pub(crate) struct ProjectRows<'p> {
    /// What the data set calls the project.
    pub name: &'p str,
    pub project: &'p Project,
    pub checked: &'p Checked,
    pub points: CodePoints,
    pub utf16: Utf16Offsets<'p>,
    /// The digest of the file.
    pub file: String,
    published: Option<i64>,
    hidden: Option<HiddenNames>,
    rows: [Rows; N_TABLES],
    /// The memory of the last row's cells, for the next one.
    spare: Vec<u8>,
    /// Numbers and days that no cell holds: of which mark, in which column.
    beyond: Vec<(Option<AnnotationId>, String)>,
}

/// The years that engines read alike: before 1583 some count by another calendar, and after 9999 some have no day.
const YEARS: std::ops::RangeInclusive<i16> = 1583..=9999;

/// The day, where every engine reads it.
pub(crate) fn readable_day(day: Option<Date>) -> Option<Date> {
    day.filter(|day| YEARS.contains(&day.year()))
}

/// How many days after 1 January 1970 it is.
pub(crate) fn day_number(day: Date) -> i64 {
    // A span between two days is in days alone.
    i64::from((day - jiff::civil::date(1970, 1, 1)).get_days())
}

impl<'p> ProjectRows<'p> {
    /// Without rows yet.
    pub fn new(name: &'p str, loaded: &'p Loaded, checked: &'p Checked, is_public: bool) -> ProjectRows<'p> {
        let project = &loaded.project;
        let told = project.article().card.published;
        let published = readable_day(told);
        let mut rows = ProjectRows {
            name,
            project,
            checked,
            points: CodePoints::of(&project.article().text),
            utf16: Utf16Offsets::of(&project.article().text),
            file: loaded.digest.to_string(),
            published: published.map(day_number),
            hidden: is_public.then(|| HiddenNames::of(project)),
            rows: Default::default(),
            spare: Vec::new(),
            beyond: Vec::new(),
        };
        if told.is_some() && published.is_none() {
            rows.beyond.push((None, "published".to_owned()));
        }
        rows
    }

    /// What its records add up to.
    pub fn ledger(&self) -> &'p Ledger {
        self.checked.ledger()
    }

    /// Begins a row that is about the project.
    pub fn row(&mut self, table: Table) -> RowBuilder<'_, 'p> {
        let body = std::mem::take(&mut self.spare);
        let mut row = RowBuilder { rows: self, table, category: None, annotation: None, n: 0, body };
        let (name, published) = (row.rows.name, row.rows.published);
        row.text(name);
        row.cell(&published.map_or(Cell::Absent, Cell::Count));
        row
    }

    /// Begins a row that is about a mark.
    pub fn row_of(&mut self, table: Table, category: Category, id: AnnotationId) -> RowBuilder<'_, 'p> {
        let mut row = self.row(table);
        (row.category, row.annotation) = (Some(category), Some(id));
        row.text(category.name());
        row.text(&id.to_string());
        row
    }

    /// What no cell could hold, of each the mark and the column; none are told a second time.
    pub fn take_beyond(&mut self) -> Vec<(Option<AnnotationId>, String)> {
        std::mem::take(&mut self.beyond)
    }

    /// The rows, table by table.
    pub fn into_rows(mut self) -> [Rows; N_TABLES] {
        // They are held until many projects are read.
        self.rows.iter_mut().for_each(Rows::shrink);
        self.rows
    }
}

/// A row, to which one cell after the other is added in the order of its table's columns.
pub(crate) struct RowBuilder<'r, 'p> {
    rows: &'r mut ProjectRows<'p>,
    table: Table,
    category: Option<Category>,
    annotation: Option<AnnotationId>,
    n: usize,
    body: Vec<u8>,
}

impl RowBuilder<'_, '_> {
    /// Who is given the column of the next cell, which is not by the one before it.
    fn next(&mut self) -> Audience {
        let audience = self.table.columns().get(self.n).map_or(Audience::Desk, |column| column.audience);
        self.n += 1;
        audience
    }

    fn is_left_out(&self, audience: Audience) -> bool {
        audience == Audience::Desk && self.rows.hidden.is_some()
    }

    fn cell(&mut self, cell: &Cell) -> &mut Self {
        let audience = self.next();
        if !self.is_left_out(audience) {
            push_cell(&mut self.body, cell);
        }
        self
    }

    /// Words; empty is absent, and so is in public what tells a victim's name.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let audience = self.next();
        if self.is_left_out(audience) {
            return self;
        }
        let is_hidden =
            audience == Audience::Everybody && self.rows.hidden.as_ref().is_some_and(|hidden| hidden.stand_in(text));
        if text.is_empty() || is_hidden {
            push_cell::<Bytes>(&mut self.body, &Cell::Absent);
        } else {
            push_text(&mut self.body, text.as_bytes());
        }
        self
    }

    /// The name of a term.
    pub fn term(&mut self, name: &'static str) -> &mut Self {
        self.cell(&Cell::Text(Bytes::from_static(name.as_bytes())))
    }

    /// The name of a term; absent where there is none.
    pub fn term_or_none(&mut self, name: Option<&'static str>) -> &mut Self {
        self.cell(&name.map_or(Cell::Absent, |name| Cell::Text(Bytes::from_static(name.as_bytes()))))
    }

    /// Yes or no.
    pub fn bool(&mut self, is: impl Into<Option<bool>>) -> &mut Self {
        let is = is.into();
        self.cell(&is.map_or(Cell::Absent, Cell::Bool))
    }

    /// A number. One beyond 64 bits with a sign is absent, and told.
    pub fn count(&mut self, number: Option<u64>) -> &mut Self {
        let held = number.and_then(|number| i64::try_from(number).ok());
        if number.is_some() && held.is_none() {
            self.tell_beyond();
        }
        self.cell(&held.map_or(Cell::Absent, Cell::Count))
    }

    /// A number of things in memory.
    pub fn size(&mut self, number: usize) -> &mut Self {
        self.count(Some(number as u64))
    }

    /// A number with a fraction.
    pub fn decimal(&mut self, number: Option<f64>) -> &mut Self {
        self.cell(&number.map_or(Cell::Absent, Cell::Decimal))
    }

    /// A day. One that engines do not read alike is absent, and told.
    pub fn day(&mut self, day: Option<Date>) -> &mut Self {
        let held = readable_day(day);
        if day.is_some() && held.is_none() {
            self.tell_beyond();
        }
        self.cell(&held.map_or(Cell::Absent, |day| Cell::Count(day_number(day))))
    }

    /// A moment. One that engines do not read alike is absent, and told.
    pub fn time(&mut self, time: Time) -> &mut Self {
        // The seconds at which the readable years begin and end.
        const FIRST: i64 = -12_212_553_600;
        const LAST: i64 = 253_402_300_799;
        let held = (FIRST..=LAST).contains(&time.0);
        if !held {
            self.tell_beyond();
        }
        self.cell(&if held { Cell::Count(time.0 * 1_000_000) } else { Cell::Absent })
    }

    /// What a field holds; absent where the mark has no such field.
    pub fn field(&mut self, value: Option<FieldValue>) -> &mut Self {
        match value {
            None => self.cell(&Cell::Absent),
            Some(FieldValue::Words(words)) => self.text(&words.map(|words| words.value).unwrap_or_default()),
            Some(FieldValue::Text(text)) => self.text(&text),
            Some(FieldValue::Choice(vocabulary, index)) => {
                self.term(vocabulary.terms.get(index).map_or("", |term| term.name))
            }
            Some(FieldValue::Number(number)) => self.count(number),
            Some(FieldValue::Size(size)) => self.decimal(size.map(|size| f64::from(size.hundredths()) / 100.0)),
            Some(FieldValue::Source(id)) => self.text(&id.map(|id| id.to_string()).unwrap_or_default()),
            Some(FieldValue::Mark(id)) => self.text(&id.map(|id| id.to_string()).unwrap_or_default()),
        }
    }

    fn tell_beyond(&mut self) {
        let column = self.table.columns().get(self.n).map_or("", |column| &column.name);
        self.rows.beyond.push((self.annotation, format!("{}.{column}", self.table.name())));
    }

    /// Ends the row.
    pub fn end(&mut self) {
        debug_assert_eq!(self.n, self.table.columns().len(), "a cell for each column of {}", self.table.name());
        let key = key(self.category, self.rows.published, self.rows.name);
        self.rows.rows[self.table as usize].push(&key, &self.body);
        self.body.clear();
        self.rows.spare = std::mem::take(&mut self.body);
    }
}

/// The name of the source in the project's table; empty where none is named there.
pub(crate) fn source_name(project: &Project, details: &Details) -> String {
    let source = details.attribution().source.and_then(|id| project.sources().get(id));
    source.map(|source| source.name.clone()).unwrap_or_default()
}
