use std::ops::Range;

use serde::Serialize;

use super::span::SpanJson;
use crate::cli::read_line::ReadLine;
use crate::figures::{DayReading, Reading};
use crate::store::CodePoints;

#[derive(Serialize)]
pub(super) struct LineJson<'l> {
    text: Option<&'l str>,
    numbers: Vec<NumberJson<'l>>,
    days: Vec<DayJson<'l>>,
    #[serde(flatten)]
    unread: Option<UnreadJson<'l>>,
}

/// The line that was not read, and why.
#[derive(Serialize)]
struct UnreadJson<'l> {
    line: u64,
    error: &'l str,
}

#[derive(Serialize)]
struct NumberJson<'l> {
    #[serde(flatten)]
    span: SpanJson<'l>,
    qualifier: &'static str,
    low: Option<u64>,
    best: Option<u64>,
    high: Option<u64>,
    unit: &'static str,
    convention: &'static str,
    sure: bool,
}

#[derive(Serialize)]
struct DayJson<'l> {
    #[serde(flatten)]
    span: SpanJson<'l>,
    date: Option<String>,
    precision: Option<&'static str>,
}

/// What was read of a line.
pub(super) fn line<'l>(line: &'l ReadLine<'l>) -> LineJson<'l> {
    LineJson {
        text: Some(line.text),
        numbers: line.numbers.iter().map(|number| number_json(&line.points, number)).collect(),
        days: line.days.iter().map(|day| day_json(&line.points, day)).collect(),
        unread: None,
    }
}

/// A line of which nothing was read, its text null, and why.
pub(super) fn unread(line: u64, error: &str) -> LineJson<'_> {
    LineJson { text: None, numbers: Vec::new(), days: Vec::new(), unread: Some(UnreadJson { line, error }) }
}

fn number_json<'l>(points: &'l CodePoints, number: &Reading) -> NumberJson<'l> {
    NumberJson {
        span: span(points, &number.at),
        qualifier: number.qualifier.name(),
        low: number.low,
        best: number.best,
        high: number.high,
        unit: number.unit.name(),
        convention: number.convention.name(),
        sure: number.is_sure,
    }
}

fn day_json<'l>(points: &'l CodePoints, day: &DayReading) -> DayJson<'l> {
    // How exact a time is says nothing where there is none.
    let resolved = day.resolved.as_ref();
    DayJson {
        span: span(points, &day.at),
        date: resolved.map(|resolved| resolved.date()),
        precision: resolved.map(|resolved| resolved.precision.name()),
    }
}

fn span<'l>(points: &'l CodePoints, at: &Range<usize>) -> SpanJson<'l> {
    let [start, end] = [at.start, at.end].map(|offset| points.at_byte(offset));
    SpanJson { start, end, text: points.text().get(at.clone()).unwrap_or_default() }
}
