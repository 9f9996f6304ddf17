use serde_json::{Value, json};

use super::WHAT;
use crate::manifest::Manifest;
use crate::table::Table;

/// The set as a data package (Frictionless, Data Package 1), as JSON.
pub(super) fn print(manifest: &Manifest) -> Vec<u8> {
    let resources: Vec<Value> = Table::of_set(manifest.public)
        .map(|table| resource(manifest, table))
        .filter(|one| !one["path"].is_null())
        .collect();
    let package = json!({
        "name": "newsmark",
        "title": "Newsmark data set",
        "description": WHAT,
        "profile": "data-package",
        "resources": resources,
    });
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn resource(manifest: &Manifest, table: Table) -> Value {
    let folder = format!("{}/", table.name());
    let paths: Vec<&String> = manifest.files.keys().filter(|path| path.starts_with(&folder)).collect();
    let fields: Vec<Value> = table
        .columns_of(manifest.public)
        .into_iter()
        .map(|column| json!({"name": column.name, "type": column.kind.of_package(), "description": column.says}))
        .collect();
    json!({
        "name": table.name(),
        "description": table.says(),
        "path": if paths.is_empty() { Value::Null } else { json!(paths) },
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {"fields": fields},
    })
}
