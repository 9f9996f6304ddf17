use serde::Serialize;
use serde_json::{Map, Value, json};

use super::each::Each;
use super::facts::bounds;
use super::span::SpanJson;
use crate::model::{Annotation, Category, CodePoints, Span};
use crate::review::agreement::{Agreement, Coefficient, FieldAgreement, Measured, Scores, SpanScores};
use crate::review::{Comparison, Difference, Side, TextDifference, TotalsImpacts};

/// How far the projects agree, and every difference, those first that change most.
pub(super) fn compare<'c>(
    comparison: &'c Comparison,
    effects: &'c TotalsImpacts<'c>,
    in_order: &'c [&'c Difference],
) -> impl Serialize + 'c {
    let agreement = comparison.agreement();
    let sides = comparison.sides();
    CompareJson {
        projects: sides.iter().map(|side| side.name.as_str()).collect(),
        made_with_proposals: sides.iter().map(|side| side.project.made_with_proposals()).collect(),
        spans: spans(&agreement),
        alpha_u: alpha_u(&agreement),
        kappa: kappa(&agreement),
        fields: fields(&agreement.fields),
        differences: Each(move || in_order.iter().map(move |one| difference(comparison, effects, one))),
        not_placed: Each(move || {
            sides.iter().flat_map(|side| side.not_placed.iter().map(move |mark| not_placed(side, mark)))
        }),
        text_differences: Each(move || {
            let points = CodePoints::of(comparison.text());
            sides.iter().flat_map(move |side| texts(&points, side))
        }),
    }
}

#[derive(Serialize)]
struct CompareJson<'c, D, N, T> {
    projects: Vec<&'c str>,
    /// Of each project; null where it is not known.
    made_with_proposals: Vec<Option<bool>>,
    spans: Value,
    alpha_u: Value,
    kappa: Value,
    fields: Value,
    differences: D,
    not_placed: N,
    text_differences: T,
}

fn spans(agreement: &Agreement) -> Value {
    let of = |scores: &SpanScores| json!({"exact": of_scores(&scores.exact), "overlap": of_scores(&scores.overlap)});
    let by: Map<String, Value> =
        agreement.by_category.iter().map(|(category, scores)| (category.name().to_owned(), of(scores))).collect();
    let mut spans = of(&agreement.spans);
    if let Value::Object(spans) = &mut spans {
        spans.insert("by_category".to_owned(), Value::Object(by));
    }
    spans
}

fn of_scores(scores: &Scores) -> Value {
    numbers(&[("precision", &scores.precision), ("recall", &scores.recall), ("f1", &scores.f1)])
}

fn alpha_u(agreement: &Agreement) -> Value {
    let by = agreement.alpha_u_by_category.iter().map(|(category, alpha)| (category.name(), alpha));
    numbers(&std::iter::once(("overall", &agreement.alpha_u)).chain(by).collect::<Vec<_>>())
}

/// The numbers by their names; what is not defined is null, with its reason under `why`.
fn numbers(numbers: &[(&str, &Measured)]) -> Value {
    let (mut object, mut whys, mut bounds) = (Map::new(), Map::new(), Map::new());
    for (name, measured) in numbers {
        object.insert((*name).to_owned(), number(measured));
        match measured {
            Err(why) => _ = whys.insert((*name).to_owned(), json!(why.to_string())),
            Ok(Coefficient { bounds: Some(found), .. }) => _ = bounds.insert((*name).to_owned(), json!(found)),
            Ok(_) => {}
        }
    }
    for (name, map) in [("bounds", bounds), ("why", whys)] {
        if !map.is_empty() {
            object.insert(name.to_owned(), Value::Object(map));
        }
    }
    Value::Object(object)
}

fn number(measured: &Measured) -> Value {
    measured.as_ref().map_or(Value::Null, |coefficient| json!(coefficient.value))
}

fn kappa(agreement: &Agreement) -> Value {
    let kappa = &agreement.kappa;
    let mut object = json!({"kind": kappa.kind.name(), "value": number(&kappa.value), "words": kappa.n_words});
    if let Value::Object(object) = &mut object {
        with_reason(object, &kappa.value);
    }
    object
}

fn with_reason(object: &mut Map<String, Value>, measured: &Measured) {
    match measured {
        Err(why) => _ = object.insert("why".to_owned(), json!(why.to_string())),
        Ok(Coefficient { bounds: Some(bounds), .. }) => _ = object.insert("bounds".to_owned(), json!(bounds)),
        Ok(_) => {}
    }
}

/// Each field by its name, over all categories that have it; fields of categories in which nothing was paired are absent.
fn fields(all: &[FieldAgreement]) -> Value {
    let mut fields: Map<String, Value> = Map::new();
    for one in all.iter().filter(|one| one.matched > 0) {
        let entry =
            fields.entry(one.field.name()).or_insert_with(|| json!({"matched": 0, "agree": 0, "by_category": {}}));
        let sum = |name: &str, n: usize| json!(entry[name].as_u64().unwrap_or_default() + n as u64);
        let (matched, agree) = (sum("matched", one.matched), sum("agree", one.agree));
        (entry["matched"], entry["agree"]) = (matched, agree);
        let mut of_category = json!({"matched": one.matched, "agree": one.agree});
        if let (Some(alpha), Value::Object(object)) = (&one.alpha, &mut of_category) {
            object.insert("alpha".to_owned(), number(alpha));
            with_reason(object, alpha);
        }
        entry["by_category"][one.category.name()] = of_category;
    }
    Value::Object(fields)
}

fn difference(comparison: &Comparison, effects: &TotalsImpacts<'_>, difference: &Difference) -> Value {
    let ids = comparison.ids(difference).into_iter().map(|id| id.map(|id| id.to_string()));
    let of_side = |side: usize| {
        let effect = effects.totals_impact(difference, side);
        effect.totals.into_iter().map(move |total| {
            json!({"side": side, "label": total.label, "before": bounds(total.before), "after": bounds(total.after)})
        })
    };
    let totals: Vec<Value> = (1..comparison.sides().len()).flat_map(of_side).collect();
    json!({
        "kind": difference.kind().name(),
        "ids": ids.collect::<Vec<_>>(),
        "field": difference.field().map(|field| field.to_string()),
        "values": comparison.values(difference),
        "bearing": effects.impact(difference).name(),
        "totals": totals,
    })
}

fn not_placed(side: &Side, mark: &Annotation) -> Value {
    let text = &side.project.article().text;
    let words: Vec<&str> = mark.spans.iter().map(|span| text.words(span)).collect();
    let category: Category = mark.category();
    json!({"project": side.name, "id": mark.id.to_string(), "category": category.name(), "words": words})
}

fn texts(points: &CodePoints, side: &Side) -> Vec<Value> {
    let own = CodePoints::of(&side.project.article().text);
    let stretch = |points: &CodePoints, start: usize, end: usize| match Span::new(start, end) {
        Some(span) => json!(SpanJson::of(points, span)),
        // No span is empty, but a text that lacks some words has only the place where they would be.
        None => json!({"start": points.at_byte(start), "end": points.at_byte(end), "text": ""}),
    };
    let told = |TextDifference { one, other }: &TextDifference| json!({"project": side.name, "first": stretch(points, one.start, one.end), "other": stretch(&own, other.start, other.end)});
    side.text_differences.iter().map(told).collect()
}
