use super::arguments::CompareArguments;
use super::json;
use super::report::{PROBLEMS, Report};
use super::table::TextTable;
use super::words::{self, escaped_line, one_line, shortened};
use crate::review::agreement::{Agreement, FieldAgreement, Measured};
use crate::review::{Comparison, Difference, TotalsImpacts, describe_proposals};
use crate::store::load;

/// Widest a value, a mark's words and an effect are shown, in columns.
const WORDS_WIDTH: usize = 36;

/// Compares projects of one article. Differences are no problem, but marks that have no
/// certain place in the first one's text are.
pub(super) fn run(arguments: &CompareArguments) -> Report {
    let mut projects = Vec::new();
    let mut messages = Vec::new();
    for path in &arguments.projects {
        match load(path) {
            Ok(loaded) => {
                let name = path.display().to_string();
                messages.extend(loaded.warnings.iter().map(|warning| format!("{warning}: {name}")));
                projects.push((name, loaded.project));
            }
            Err(error) => return Report::failed(error),
        }
    }
    let comparison = match Comparison::of(projects) {
        Ok(comparison) => comparison,
        Err(error) => return Report::failed(error),
    };
    for side in comparison.sides() {
        let text = &side.project.article().text;
        if !side.text_differences.is_empty() {
            let first = &comparison.sides()[0].name;
            messages.push(format!(
                "The text differs from that of {first}, so that marks were placed by their words: {}",
                side.name
            ));
        }
        messages.extend(side.not_placed.iter().map(|mark| {
            let words = shortened(&words::of(text, &mark.spans), WORDS_WIDTH);
            format!("Annotation {} has no certain place in the first text (“{words}”): {}", mark.id, side.name)
        }));
    }
    // What could not be placed was not compared, so that the numbers are of less than all.
    let is_whole = comparison.sides().iter().all(|side| side.not_placed.is_empty());
    let report = Report { messages, code: if is_whole { 0 } else { PROBLEMS }, ..Report::default() };
    if !arguments.json {
        return Report { output: printed(&comparison), ..report };
    }
    Report { document: Some(Box::new(move |out| json::compare(out, &comparison))), ..report }
}

fn printed(comparison: &Comparison) -> String {
    let agreement = comparison.agreement();
    let mut printed = String::new();
    for (n, side) in comparison.sides().iter().enumerate() {
        printed.push_str(&format!(
            "{}  {}, {}, {}\n",
            n + 1,
            escaped_line(&side.name),
            count(side.project.annotations().len(), "mark"),
            describe_proposals(side.project.made_with_proposals())
        ));
    }
    let n_agreed = comparison.rows().iter().filter(|row| row.is_agreed()).count();
    printed.push_str(&format!("\n{} of {} alike in all\n", n_agreed, count(comparison.rows().len(), "mark")));
    printed.push_str(&format!("\n{}", coefficients(&agreement).print()));
    printed.push_str(&fields(&agreement.fields));
    if comparison.differences().is_empty() {
        printed.push_str("\nNo differences\n");
        return printed;
    }
    let effects = TotalsImpacts::of(comparison);
    // A column for each project would be wider than a terminal from three on; the values stand in one.
    let mut table = TextTable::new(["Differs", "Field", "Words", "Values", "If another’s is taken"]);
    for n in effects.in_order() {
        table.push(row(comparison, &effects, &comparison.differences()[n]));
    }
    printed.push_str(&format!("\n{}\n\n{}", count(comparison.differences().len(), "difference"), table.print()));
    printed
}

fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

fn coefficients(agreement: &Agreement) -> TextTable<3> {
    let mut table = TextTable::new(["Agreement", "Of", "Value"]);
    let mut push = |what: &str, of: &str, measured: &Measured| {
        let value = measured.as_ref().map_or_else(ToString::to_string, ToString::to_string);
        table.push([what.to_owned(), of.to_owned(), value]);
    };
    let all = ("all marks", &agreement.spans);
    let by = agreement.by_category.iter().map(|(category, scores)| (category.name(), scores));
    // A category that nobody marked has no scores, and a row of reasons why not says nothing.
    for (of, scores) in std::iter::once(all).chain(by).filter(|(of, scores)| *of == all.0 || scores.exact.f1.is_ok()) {
        push("Spans exact: precision", of, &scores.exact.precision);
        push("Spans exact: recall", of, &scores.exact.recall);
        push("Spans exact: F1", of, &scores.exact.f1);
        push("Spans by overlap: F1", of, &scores.overlap.f1);
    }
    push("Krippendorff’s uα, code points", "all marks", &agreement.alpha_u);
    for (category, alpha) in agreement.alpha_u_by_category.iter().filter(|(_, alpha)| alpha.is_ok()) {
        push("Krippendorff’s uα, code points", category.name(), alpha);
    }
    let kappa = &agreement.kappa;
    push(&format!("{}’s kappa", kappa.kind.name()), &count(kappa.n_words, "word"), &kappa.value);
    table
}

/// The fields in which paired marks differ.
fn fields(all: &[FieldAgreement]) -> String {
    let mut table = TextTable::new(["Category", "Field", "Agree", "Nominal alpha"]);
    let mut n_differing = 0;
    // Most fields are alike or unknown; all of them are in the JSON.
    for one in all.iter().filter(|one| one.agree < one.matched) {
        n_differing += 1;
        let alpha =
            one.alpha.as_ref().map(|alpha| alpha.as_ref().map_or_else(ToString::to_string, ToString::to_string));
        table.push([
            one.category.name().to_owned(),
            one.field.name(),
            format!("{} of {}", one.agree, one.matched),
            alpha.unwrap_or_default(),
        ]);
    }
    if n_differing == 0 { String::new() } else { format!("\n{}", table.print()) }
}

fn row(comparison: &Comparison, effects: &TotalsImpacts<'_>, difference: &Difference) -> [String; 5] {
    let mark = comparison.rows()[difference.row].first();
    let words = mark.map(|mark| words::of(comparison.text(), &mark.spans)).unwrap_or_default();
    let value = |value: Option<String>| match value {
        None => "–".to_owned(),
        // Told apart from a mark that is not there at all.
        Some(value) if value.is_empty() => "not known".to_owned(),
        Some(value) => shortened(&one_line(&value), WORDS_WIDTH),
    };
    let values: Vec<String> = comparison.values(difference).into_iter().map(value).collect();
    let mut totals: Vec<String> = Vec::new();
    for side in 1..comparison.sides().len() {
        for total in effects.totals_impact(difference, side).totals {
            // Of two projects there is one other.
            let of = if comparison.sides().len() > 2 { format!(" ({})", side + 1) } else { String::new() };
            totals.push(format!("{total}{of}"));
        }
    }
    [
        difference.kind().label().to_owned(),
        difference.field().map(|field| field.to_string()).unwrap_or_default(),
        shortened(&words, WORDS_WIDTH),
        values.join(" | "),
        totals.join("; "),
    ]
}
