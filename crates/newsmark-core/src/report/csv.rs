use serde_json::{Map, Value, json};

use super::Reported;
use crate::model::{
    Annotation, AttributionPart, Category, FieldPath, FieldValue, Project, Provenance, RecordList, Spans,
};
use crate::store::CodePoints;

/// The columns before those of fields.
const FIRST: [&str; 7] = ["project", "id", "category", "words", "start", "end", "spans"];

/// The columns after those of fields.
const LAST: [&str; 6] = ["status", "author", "editor", "judge", "note", "comments"];

/// The columns that say how a mark came to be; all are empty for one that was made by hand.
const ORIGIN: [&str; 6] = ["origin", "origin.by", "origin.rule", "origin.tier", "origin.format", "origin.id"];

/// A table with a row a record: UTF-8 without a mark, commas, every line ended by CR LF (RFC 4180).
///
/// The columns are always the same, whatever the projects hold.
/// An annotation without a place has no `start`, `end` and `spans`. Offsets are
/// code points of the article, half-open. A term is written by the name that the project
/// file uses, a source by its id with its name in `attribution.source.name`, a
/// list as JSON. A cell that a spreadsheet would run as a formula has
/// an apostrophe before it, also behind a semicolon, tab or line end within the cell, where
/// spreadsheets of other languages begin the next one. It is to be taken away
/// where what follows could run as a formula itself; numbers stay numbers.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span};
/// use newsmark_core::report::{Reported, csv};
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// let (span, author) = (Span::new(0, 3).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
/// let mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Casualties, author);
/// let project = Project::from_parts(ProjectParts { annotations: vec![mark], ..ProjectParts::of(article) })?;
/// let table = csv(&[Reported::new("karsa.newsmark", project, &[])]);
/// let lines: Vec<&str> = table.lines().collect();
/// assert_eq!(lines.len(), 2);
/// assert!(lines[1].contains("Casualties") && lines[1].contains("Ines Varga"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn csv(reported: &[Reported]) -> String {
    // The same for every project, so that tables can be put under each other.
    let columns = columns();
    let mut out = String::new();
    let names = FIRST.map(str::to_owned).into_iter().chain(columns.iter().map(Column::name));
    line(&mut out, names.chain(LAST.into_iter().chain(ORIGIN).map(str::to_owned)));
    for Reported { name, project, .. } in reported {
        let points = CodePoints::of(&project.article().text);
        for annotation in project.annotations() {
            let words: Vec<_> = annotation.spans.iter().map(|span| project.article().text.words(span)).collect();
            line(
                &mut out,
                cells(name, project, annotation, words.join(" … "), &offsets(&points, &annotation.spans), &columns),
            );
        }
        for kept in project.unplaced() {
            line(&mut out, cells(name, project, kept, kept.spans.words.join(" … "), &Default::default(), &columns));
        }
    }
    out
}

/// A column of what records say.
enum Column {
    Field(FieldPath),
    SourceName,
    List(RecordList),
}

impl Column {
    fn name(&self) -> String {
        match self {
            Column::Field(path) => path.to_string(),
            Column::SourceName => "attribution.source.name".to_owned(),
            Column::List(list) => list.name().to_owned(),
        }
    }
}

/// Every field of every category by its path, in the order of the forms, each once; then the lists.
fn columns() -> Vec<Column> {
    // Categories share fields as `figure.low`: one column serves all of them.
    let mut paths: Vec<FieldPath> = Vec::new();
    for path in Category::ALL.into_iter().flat_map(FieldPath::of) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    let mut columns = Vec::new();
    for path in paths {
        columns.push(Column::Field(path));
        if path == FieldPath::Attribution(AttributionPart::Source) {
            columns.push(Column::SourceName);
        }
    }
    let lists = Category::ALL.into_iter().flat_map(RecordList::of);
    columns.extend(lists.map(|list| Column::List(*list)));
    columns
}

/// Start, end and all spans of a mark.
fn offsets(points: &CodePoints, spans: &Spans) -> [String; 3] {
    let ranges: Vec<_> = spans.iter().map(|span| points.range(span)).collect();
    let start = ranges.first().map(|range| range.0.to_string()).unwrap_or_default();
    let end = ranges.last().map(|range| range.1.to_string()).unwrap_or_default();
    let all: Vec<_> = ranges.iter().map(|(start, end)| format!("{start}..{end}")).collect();
    [start, end, all.join(" ")]
}

fn cells<P>(
    name: &str,
    project: &Project,
    annotation: &Annotation<P>,
    words: String,
    offsets: &[String; 3],
    columns: &[Column],
) -> Vec<String> {
    let category = annotation.category().name();
    let mut cells = [name, &annotation.id.to_string(), category, &words].map(guarded).to_vec();
    cells.extend(offsets.iter().cloned());
    cells.extend(columns.iter().map(|column| {
        match column {
            Column::Field(path) => annotation
                .field(*path)
                .map(|value| scalar(value).as_str().map_or_else(|| plain(annotation, *path), guarded)),
            Column::SourceName => source_name(project, annotation).map(|name| guarded(&name)),
            Column::List(list) => items(annotation, *list),
        }
        .unwrap_or_default()
    }));
    let judge = annotation.judge.as_ref().map_or("", |judge| judge.name());
    let people =
        [annotation.status.name(), annotation.author.name(), annotation.editor.name(), judge, &annotation.note];
    cells.extend(people.map(guarded));
    cells.push(annotation.comments.len().to_string());
    cells.extend(origin(&annotation.provenance).map(guarded));
    cells
}

/// The cells under [`ORIGIN`].
fn origin(provenance: &Provenance) -> [&str; ORIGIN.len()] {
    match provenance {
        Provenance::Hand => [""; ORIGIN.len()],
        Provenance::Proposed { by, rule, tier } => ["Proposed", by, rule, tier.name(), "", ""],
        Provenance::Imported { format, id, by } => {
            ["Imported", by.as_ref().map_or("", |by| by.name()), "", "", format, id]
        }
    }
}

/// A number, or nothing.
fn plain<P>(annotation: &Annotation<P>, path: FieldPath) -> String {
    let value = annotation.field(path).map_or(Value::Null, scalar);
    if value.is_null() { String::new() } else { value.to_string() }
}

/// What a field holds; null where that is unknown, but a term always has a name.
fn scalar(value: FieldValue) -> Value {
    match value {
        FieldValue::Words(words) => json!(words.map(|words| words.value)),
        FieldValue::Text(text) => {
            if text.is_empty() {
                Value::Null
            } else {
                json!(text)
            }
        }
        FieldValue::Choice(vocabulary, index) => json!(vocabulary.terms.get(index).map(|term| term.name)),
        FieldValue::Number(number) => json!(number),
        FieldValue::Size(size) => json!(size.map(|size| f64::from(size.hundredths()) / 100.0)),
        FieldValue::Source(source) => json!(source.map(|id| id.to_string())),
        FieldValue::Mark(mark) => json!(mark.map(|id| id.to_string())),
    }
}

fn source_name<P>(project: &Project, annotation: &Annotation<P>) -> Option<String> {
    match annotation.field(FieldPath::Attribution(AttributionPart::Source))? {
        FieldValue::Source(id) => project.sources().get(id?).map(|source| source.name.clone()),
        _ => None,
    }
}

/// The items of a list, each with its id and what is known of it; nothing where there are none.
fn items<P>(annotation: &Annotation<P>, list: RecordList) -> Option<String> {
    let items: Vec<Value> = annotation
        .details
        .items(list)
        .into_iter()
        .map(|id| {
            let mut item = Map::new();
            item.insert("id".to_owned(), json!(id.to_string()));
            for path in list.fields(id) {
                let value = annotation.field(path).filter(|value| !value.is_unknown()).map_or(Value::Null, scalar);
                let written = path.to_string();
                // The part behind the item's id: within the item the list and the id are known.
                if let Some((_, name)) = written.split_once("].").filter(|_| !value.is_null()) {
                    item.insert(name.to_owned(), value);
                }
            }
            Value::Object(item)
        })
        .collect();
    // A semicolon stands within strings only, and an escape keeps spreadsheets that split there from what follows it.
    (!items.is_empty()).then(|| Value::Array(items).to_string().replace(';', "\\u003b"))
}

/// What spreadsheets of any language take as the end of a cell or of a line; a comma within a cell is
/// taken so by none that reads the table, as all its cells are parted by commas.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// The text as a spreadsheet leaves it alone: with an apostrophe before whatever
/// could run as a formula (OWASP, CSV injection), at its beginning and behind each separator.
///
/// Whoever wants the text back takes an apostrophe away where what follows
/// would be guarded itself; no other text is changed.
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    for (n, piece) in text.split_inclusive(SEPARATORS).enumerate() {
        // At its very beginning a cell is also run from a tab or a line end on; behind one within it those are
        // separators themselves.
        if if n == 0 { is_formula(text) } else { begins_formula(piece) } {
            guarded.push('\'');
        }
        guarded.push_str(piece);
    }
    guarded
}

/// Whether it begins, after quotes and spaces, as a formula does; tab and line ends do so themselves.
pub(super) fn is_formula(text: &str) -> bool {
    let first = text.chars().find(|c| matches!(c, '\t' | '\r' | '\n') || !is_passed_over(*c));
    first.is_some_and(|c| matches!(c, '\t' | '\r' | '\n') || is_formula_sign(c))
}

/// Whether the first sign of `piece` that counts is one with which formulas begin.
pub(super) fn begins_formula(piece: &str) -> bool {
    piece.chars().find(|c| !is_passed_over(*c)).is_some_and(is_formula_sign)
}

fn is_passed_over(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '\u{feff}' | '\u{200b}') || c.is_whitespace()
}

fn is_formula_sign(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Writes a line; a cell that holds a comma, a quote or another separator stands in quotes.
pub(super) fn line(out: &mut String, cells: impl IntoIterator<Item = String>) {
    for (n, cell) in cells.into_iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        // RFC 4180 asks for quotes around commas, quotes and line ends alone. Spreadsheets of languages with a decimal
        // comma part cells at semicolons, and some at tabs: unquoted, what follows would be a cell of its own.
        if cell.contains(['"', ',']) || cell.contains(SEPARATORS) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    // RFC 4180, section 2, also after the last line.
    out.push_str("\r\n");
}
