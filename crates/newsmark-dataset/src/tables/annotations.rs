use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use newsmark_core::figures::{NotCounted, Why};
use newsmark_core::model::{
    Annotation, AnnotationId, AttributionPart, Category, FieldPath, FigurePart, Provenance, Spans,
};

use super::key_columns::{ANNOTATION, CATEGORY, PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::{Bool, Count, Day, Decimal, Text};
use crate::project_rows::{ProjectRows, RowBuilder, source_name};
use crate::table::Table;

/// The columns before those of fields.
const FIRST: [Column; 18] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::desk("words", Text, "The words that it covers, its stretches parted by “ … ”"),
    Column::open("start_cp", Count, "Where it begins, in code points from 0; absent where its words are lost"),
    Column::open("end_cp", Count, "Where it ends, likewise; what stands there is not in it any more"),
    Column::open("n_spans", Count, "How many stretches of words it covers"),
    Column::open("status", Text, "How far it has come"),
    Column::open("author", Text, "Who made it"),
    Column::open("editor", Text, "Who last changed what it says"),
    Column::open("judge", Text, "Who gave it its status"),
    Column::open("origin", Text, "How it came to be: Hand, Proposed or Imported"),
    Column::open("origin_by", Text, "The program that proposed it, or who made it in another tool"),
    Column::open("origin_rule", Text, "The rule that found it"),
    Column::open("origin_tier", Text, "How sure the program was: Likely or Possible"),
    Column::open("origin_format", Text, "The format that it was imported from"),
    Column::open("origin_id", Text, "Its name in that file"),
];

/// The columns after those of fields.
const LAST: [Column; 16] = [
    Column::open("attribution_source_name", Text, "The name of the source"),
    Column::open("when_day", Day, "The first day of when it happened, where that is of the calendar"),
    Column::open("open_above", Bool, "Whether the figure can be more than what is stated"),
    Column::open("open_below", Bool, "Whether the figure can be less than what is stated"),
    Column::open("counts", Bool, "Whether the ledger adds it; absent of quotes and claims, which count nothing"),
    Column::open("why_not", Text, "Why the ledger does not add it"),
    Column::open("counted_of", Text, "The harm or measure that the ledger enters it under"),
    Column::open("counted_unit", Text, "The unit that the ledger enters it in: households with a size are persons"),
    Column::open("counted_low", Count, "The least that it adds to its total"),
    Column::open("counted_best", Count, "What it most likely adds to its total"),
    Column::open("counted_high", Count, "The most that it adds to its total"),
    Column::open("counted_open_below", Bool, "Whether what it adds can be less than anything stated"),
    Column::open("counted_open_above", Bool, "Whether what it adds can be more than anything stated"),
    Column::open("counted_unknown", Bool, "Whether all that is known of what it adds is that there are some"),
    Column::open("n_comments", Count, "How many comments it has"),
    Column::open("n_events", Count, "How many saves its story tells"),
];

/// The fields of every category, each once, in the order of the forms.
static FIELDS: LazyLock<Vec<FieldPath>> = LazyLock::new(|| {
    let mut paths: Vec<FieldPath> = Vec::new();
    for path in Category::ALL.into_iter().flat_map(FieldPath::of) {
        // Categories share fields as `figure.low`: one column serves all of them.
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    // A note is a field of every mark.
    if !paths.contains(&FieldPath::Note) {
        paths.push(FieldPath::Note);
    }
    paths
});

static COLUMNS: LazyLock<Vec<Column>> =
    LazyLock::new(|| FIRST.into_iter().chain(FIELDS.iter().map(|path| of_field(*path))).chain(LAST).collect());

pub(super) fn columns() -> &'static [Column] {
    &COLUMNS
}

fn of_field(path: FieldPath) -> Column {
    let kind = match path {
        FieldPath::Figure(FigurePart::Low | FigurePart::Best | FigurePart::High | FigurePart::OfBest) => Count,
        FieldPath::Figure(FigurePart::HouseholdSize) => Decimal,
        _ => Text,
    };
    let holders: Vec<&str> =
        Category::ALL.into_iter().filter(|of| FieldPath::of(*of).contains(&path)).map(Category::name).collect();
    let holder = Category::ALL.into_iter().find(|of| FieldPath::of(*of).contains(&path));
    let label = path.label(holder.unwrap_or(Category::Casualties));
    let says = match holders.as_slice() {
        [] => label.to_owned(),
        holders => format!("{label}, of {}", holders.join(", ")),
    };
    let says = match path {
        FieldPath::Attribution(AttributionPart::Source) => "The source, by its id within the project".to_owned(),
        _ => says,
    };
    // Engines read a full stop in a name as a way into a structure.
    let name = Cow::Owned(path.to_string().replace('.', "_"));
    let column = if path == FieldPath::Note { Column::desk("", kind, "") } else { Column::open("", kind, "") };
    Column { name, says: Cow::Owned(says), ..column }
}

pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let (project, ledger) = (rows.project, rows.ledger());
    let not_counted: HashMap<AnnotationId, Why> =
        ledger.rows.iter().flat_map(|row| &row.not_counted).map(|NotCounted { id, why, .. }| (*id, *why)).collect();
    for annotation in project.annotations() {
        let words: Vec<_> = annotation.spans.iter().map(|span| project.article().text.words(span)).collect();
        let place = Some(place(rows, &annotation.spans));
        one(rows, annotation, &words.join(" … "), place, &not_counted);
    }
    for kept in project.unplaced() {
        one(rows, kept, &kept.spans.words.join(" … "), None, &not_counted);
    }
}

/// Start, end and number of the stretches of a mark.
fn place(rows: &ProjectRows<'_>, spans: &Spans) -> [u64; 3] {
    let start = rows.points.at_byte(spans.start());
    let end = rows.points.at_byte(spans.end());
    [start as u64, end as u64, spans.iter().len() as u64]
}

fn one<P>(
    rows: &mut ProjectRows<'_>,
    annotation: &Annotation<P>,
    words: &str,
    place: Option<[u64; 3]>,
    not_counted: &HashMap<AnnotationId, Why>,
) {
    let (project, id) = (rows.project, annotation.id);
    let n_events = project.history(id).len();
    let ledger = rows.ledger();
    let source = source_name(project, &annotation.details);
    let mut row = rows.row_of(Table::Annotations, annotation.category(), id);
    row.text(words);
    for n in 0..3 {
        row.count(place.map(|place| place[n]));
    }
    row.term(annotation.status.name()).text(annotation.author.name()).text(annotation.editor.name());
    row.text(annotation.judge.as_ref().map_or("", |judge| judge.name()));
    origin(&mut row, &annotation.provenance);
    for path in FIELDS.iter() {
        row.field(annotation.field(*path));
    }
    row.text(&source).day(annotation.details.when().and_then(|when| when.day()));
    let figure = annotation.details.figure();
    row.bool(figure.map(|figure| figure.is_open_above())).bool(figure.map(|figure| figure.is_open_below()));
    let amount = ledger.amount_of(id);
    let entered = ledger.row_of(id);
    row.bool(entered.map(|_| amount.is_some()));
    row.term_or_none(not_counted.get(&id).map(|why| why.name()));
    row.term_or_none(entered.map(|row| row.of.name())).term_or_none(entered.map(|row| row.unit.name()));
    row.count(amount.and_then(|amount| amount.low));
    row.count(amount.and_then(|amount| amount.best));
    row.count(amount.and_then(|amount| amount.high));
    row.bool(amount.map(|amount| amount.open_below)).bool(amount.map(|amount| amount.open_above));
    row.bool(amount.map(|amount| amount.is_only_unknown()));
    row.size(annotation.comments.len()).size(n_events).end();
}

fn origin(row: &mut RowBuilder<'_, '_>, provenance: &Provenance) {
    match provenance {
        Provenance::Hand => row.term("Hand").text("").text("").text("").text("").text(""),
        Provenance::Proposed { by, rule, tier } => {
            row.term("Proposed").text(by).text(rule).term(tier.name()).text("").text("")
        }
        Provenance::Imported { format, id, by } => {
            let by = by.as_ref().map_or("", |by| by.name());
            row.term("Imported").text(by).text("").text("").text(format).text(id)
        }
    };
}
