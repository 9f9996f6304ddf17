//! Two projects of one article of 10,000 marks compared, agreement included, over
//! sorting the same spans shuffled; and over the same of 1,000 marks, in the same run.
//!
//! Prints `ratio NAME VALUE` lines.

#[allow(dead_code, reason = "other benches use more of it")]
mod documents;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use newsmark::model::{
    Annotation, AnnotationId, Category, Change, Details, Figure, Harm, Project, Qualifier, Scope, ScopeKind, Span,
    Spans, Unit,
};
use newsmark::review::{Comparison, TotalsImpacts};

/// About so many bytes of news a mark, as in the project's other benches.
const BYTES_A_MARK: usize = 100;
const ROUNDS: usize = 21;

fn main() {
    let (few, many) = (pair(1_000), pair(10_000));
    let shuffled = shuffled(&many);
    let (mut sorts, mut fews, mut manys, mut effects) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut n_differences = 0;
    for _ in 0..ROUNDS {
        let mut spans = shuffled.clone();
        sorts.push(timed(|| {
            spans.sort();
            black_box(&spans);
        }));
        fews.push(timed(|| _ = compare(&few)));
        manys.push(timed(|| n_differences = compare(&many)));
    }
    let Some(comparison) = compared(&many) else { return };
    effects.push(timed(|| _ = black_box(TotalsImpacts::of(&comparison).in_order())));
    let (sort, few, many) = (median(sorts), median(fews), median(manys));
    eprintln!("compare: {many:?} of 10,000, {few:?} of 1,000, sort {sort:?}, {n_differences} differences");
    eprintln!("the order of all differences by what they do: {:?}", median(effects));
    println!("ratio compare_10k_over_sort {:.3}", many.as_secs_f64() / sort.as_secs_f64());
    println!("ratio compare_10k_over_1k {:.3}", many.as_secs_f64() / few.as_secs_f64());
}

fn compared(projects: &[Project; 2]) -> Option<Comparison> {
    let [one, other] = projects.clone();
    Comparison::of(vec![("A".to_owned(), one), ("B".to_owned(), other)]).ok()
}

fn compare(projects: &[Project; 2]) -> usize {
    let Some(comparison) = compared(projects) else { return 0 };
    black_box(comparison.agreement());
    comparison.differences().len()
}

/// A project and what a second person made of the same article: of each ten marks one has other
/// words, one another number, one another category, and one is not there.
fn pair(n_marks: usize) -> [Project; 2] {
    let mut one = documents::project(n_marks * BYTES_A_MARK, n_marks);
    let marks: Vec<Arc<Annotation>> = one.annotations().iter().cloned().collect();
    for (n, mark) in marks.iter().enumerate() {
        let mut mark = Annotation::clone(mark);
        count(&mut mark, n as u64 % 90 + 1);
        apply(&mut one, Change::Replace(Arc::new(mark)));
    }
    let mut other = Project::new(one.article().clone());
    for (n, mark) in one.annotations().iter().enumerate() {
        let mut mark = Annotation::clone(mark);
        mark.id = AnnotationId::from_u64(n as u64 * 7_919 + 5);
        match n % 10 {
            2 => {
                let (start, end) = (mark.spans.start(), mark.spans.end());
                let longer = one.article().text.snap(start, end + 9);
                mark.spans = longer.map_or(mark.spans, Spans::from);
            }
            4 => count(&mut mark, n as u64 % 80 + 3),
            6 => mark.details = Category::ALL[n / 10 % 4].unknown(),
            8 => continue,
            _ => {}
        }
        apply(&mut other, Change::Insert(Arc::new(mark)));
    }
    [one, other]
}

fn count(mark: &mut Annotation, number: u64) {
    let figure = |figure: &Figure| Figure {
        text: figure.text.clone(),
        qualifier: Qualifier::Exact,
        low: Some(number),
        best: Some(number),
        high: Some(number),
        unit: Unit::Person,
        ..Figure::default()
    };
    if let Details::Casualties(record) = &mut mark.details {
        record.harm = Harm::Killed;
        record.figure = figure(&record.figure);
        record.scope = Scope { kind: ScopeKind::Event, ..Scope::default() };
    }
}

fn apply(project: &mut Project, change: Change) {
    if let Err(misfit) = project.apply(change) {
        unreachable!("the marks stand in the text: {misfit}");
    }
}

/// The spans of both projects in an order that has nothing to do with the text.
fn shuffled(projects: &[Project; 2]) -> Vec<Span> {
    let mut spans: Vec<Span> =
        projects.iter().flat_map(|project| project.annotations().iter().flat_map(|mark| mark.spans.iter())).collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for n in (1..spans.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        spans.swap(n, (state % (n as u64 + 1)) as usize);
    }
    spans
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
