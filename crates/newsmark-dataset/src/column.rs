use std::borrow::Cow;

/// What the cells of a column are. Each can be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Yes or no.
    Bool,
    /// A whole number of 64 bits with a sign: several engines read none without.
    Count,
    /// A number with a fraction.
    Decimal,
    /// Words, a name, or the name of a term, in UTF-8.
    Text,
    /// A day of the calendar.
    Day,
    /// A moment, in microseconds since 1970 in UTC: engines refuse nanoseconds.
    Time,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name: no full stop, and no word that an engine keeps for itself, as `end` and `group` are.
    pub name: Cow<'static, str>,
    /// What its cells are.
    pub kind: ColumnKind,
    /// What it holds, a sentence without a full stop.
    pub says: Cow<'static, str>,
    /// Who is given it.
    pub audience: Audience,
}

/// Who is given a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody, and always: by it tables are joined.
    Key,
    /// Everybody, but for cells in which a victim's name stands.
    Everybody,
    /// The desk alone: a public data set has no such column.
    Desk,
}

impl Column {
    /// A column by which tables are joined and sorted.
    pub(crate) const fn key(name: &'static str, kind: ColumnKind, says: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind, says: Cow::Borrowed(says), audience: Audience::Key }
    }

    /// A column that everybody is given.
    pub(crate) const fn open(name: &'static str, kind: ColumnKind, says: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind, says: Cow::Borrowed(says), audience: Audience::Everybody }
    }

    /// A column that a public data set has not.
    pub(crate) const fn desk(name: &'static str, kind: ColumnKind, says: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind, says: Cow::Borrowed(says), audience: Audience::Desk }
    }
}

impl ColumnKind {
    /// Its name in a data package (Frictionless Table Schema).
    pub(crate) fn of_package(self) -> &'static str {
        match self {
            ColumnKind::Bool => "boolean",
            ColumnKind::Count => "integer",
            ColumnKind::Decimal => "number",
            ColumnKind::Text => "string",
            ColumnKind::Day => "date",
            ColumnKind::Time => "datetime",
        }
    }

    /// Its name in Croissant, a term of schema.org.
    pub(crate) fn of_croissant(self) -> &'static str {
        match self {
            ColumnKind::Bool => "sc:Boolean",
            ColumnKind::Count => "sc:Integer",
            ColumnKind::Decimal => "sc:Float",
            ColumnKind::Text => "sc:Text",
            ColumnKind::Day => "sc:Date",
            ColumnKind::Time => "sc:DateTime",
        }
    }
}
