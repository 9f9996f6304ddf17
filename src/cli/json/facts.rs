use serde_json::{Map, Value, json};

use crate::figures::{Account, Amount, Counted, Ledger, Row, Toll};
use crate::model::Project;

/// What a project's records add up to.
pub(super) fn facts(path: &str, project: &Project, ledger: &Ledger) -> Value {
    let conflict = |conflict: &crate::figures::FigureConflict| json!({"kind": conflict.kind.name(), "ids": conflict.ids.map(|id| id.to_string()), "why": conflict.why});
    json!({
        "project": path,
        "casualties": ledger.casualties().map(row).collect::<Vec<_>>(),
        "displacement": ledger.displacement().map(row).collect::<Vec<_>>(),
        "cumulative": ledger.cumulative.iter().map(toll).collect::<Vec<_>>(),
        "at_risk": ledger.at_risk().map(row).collect::<Vec<_>>(),
        "visits": ledger.visits().map(row).collect::<Vec<_>>(),
        "conflicts": ledger.conflicts.iter().map(conflict).collect::<Vec<_>>(),
        "single_source": ledger.rows.iter().filter_map(|row| single_source(project, row)).collect::<Vec<_>>(),
        "errors": ledger.n_errors,
    })
}

fn row(row: &Row) -> Value {
    let mut object = head(row.of, row.unit.name(), row.total);
    let ids = |ids: &mut dyn Iterator<Item = String>| ids.collect::<Vec<_>>();
    let not_counted = row
        .not_counted
        .iter()
        .map(|record| json!({"id": record.id.to_string(), "scope": record.scope.name(), "why": record.why.name()}));
    let victims: Map<String, Value> =
        row.victims.iter().map(|part| (part.who.name().to_owned(), bounds(part.amount))).collect();
    let mut groups = Map::new();
    for group in &row.groups {
        let name = group.who.name();
        let name = if group.other.is_empty() { name.to_owned() } else { format!("{name}({})", group.other) };
        groups.insert(name, bounds(group.amount));
    }
    let parts = row.parts.iter().map(|parts| {
        let ids = ids(&mut parts.parts.iter().map(|part| part.id.to_string()));
        let residual = parts.residual.map(|residual| bounds(Some(residual)));
        json!({"of": parts.of.to_string(), "by": parts.by.name(), "ids": ids, "residual": residual})
    });
    object.insert("counted".to_owned(), json!(ids(&mut row.counted.iter().map(ToString::to_string))));
    object.insert("not_counted".to_owned(), not_counted.collect());
    object.insert("victims".to_owned(), Value::Object(victims));
    object.insert("groups".to_owned(), Value::Object(groups));
    object.insert("parts".to_owned(), parts.collect());
    object.insert("errors".to_owned(), json!(row.n_errors));
    Value::Object(object)
}

fn toll(toll: &Toll) -> Value {
    let mut object = head(toll.of, toll.unit.name(), Some(toll.amount));
    object.insert("id".to_owned(), json!(toll.id.to_string()));
    Value::Object(object)
}

/// What is counted, in what unit, and how many.
fn head(of: Counted, unit: &str, amount: Option<Amount>) -> Map<String, Value> {
    let key = match of {
        Counted::Harm(_) => "harm",
        Counted::Measure(_) => "measure",
    };
    let mut object = Map::new();
    object.insert(key.to_owned(), json!(of.name()));
    object.insert("unit".to_owned(), json!(unit));
    if let Value::Object(bounds) = bounds(amount) {
        object.extend(bounds);
    }
    object
}

pub(super) fn bounds(amount: Option<Amount>) -> Value {
    let Amount { low, best, high, open_below, open_above, has_unknown } = amount.unwrap_or_default();
    json!({"low": low, "best": best, "high": high, "open_below": open_below, "open_above": open_above,
        "and_unknown": has_unknown})
}

/// The largest share of a row, by the words that name the source where none was chosen.
fn single_source(project: &Project, row: &Row) -> Option<Value> {
    let largest = row.largest()?;
    let source = match &largest.account {
        Account::Source(id) => Some(id.to_string()),
        Account::Words(_) => None,
    };
    let name = largest.account.name(project);
    Some(json!({"source": source, "name": name, "of": row.of.name(), "unit": row.unit.name(), "share": largest.share}))
}
