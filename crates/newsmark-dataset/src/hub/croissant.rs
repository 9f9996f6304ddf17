use serde_json::{Value, json};

use super::WHAT;
use crate::column::Column;
use crate::manifest::Manifest;
use crate::table::Table;

/// The set in Croissant 1.0 (MLCommons), as JSON.
pub(super) fn print(manifest: &Manifest) -> Vec<u8> {
    let tables: Vec<Table> = Table::of_set(manifest.public).collect();
    let distribution: Vec<Value> = tables.iter().map(|table| file_set(*table)).collect();
    let records: Vec<Value> = tables.iter().map(|table| record_set(*table, manifest.public)).collect();
    let croissant = json!({
        "@context": context(),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "newsmark",
        "description": WHAT,
        "distribution": distribution,
        "recordSet": records,
    });
    let mut bytes = serde_json::to_vec_pretty(&croissant).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The terms that a reader of JSON-LD needs, as the specification gives them.
fn context() -> Value {
    json!({
        "@language": "en",
        "@vocab": "https://schema.org/",
        "citeAs": "cr:citeAs",
        "column": "cr:column",
        "conformsTo": "dct:conformsTo",
        "cr": "http://mlcommons.org/croissant/",
        "data": {"@id": "cr:data", "@type": "@json"},
        "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
        "dct": "http://purl.org/dc/terms/",
        "equivalentProperty": "cr:equivalentProperty",
        "examples": {"@id": "cr:examples", "@type": "@json"},
        "extract": "cr:extract",
        "field": "cr:field",
        "fileObject": "cr:fileObject",
        "fileProperty": "cr:fileProperty",
        "fileSet": "cr:fileSet",
        "format": "cr:format",
        "includes": "cr:includes",
        "isLiveDataset": "cr:isLiveDataset",
        "jsonPath": "cr:jsonPath",
        "key": "cr:key",
        "md5": "cr:md5",
        "parentField": "cr:parentField",
        "path": "cr:path",
        "rai": "http://mlcommons.org/croissant/RAI/",
        "recordSet": "cr:recordSet",
        "references": "cr:references",
        "regex": "cr:regex",
        "repeated": "cr:repeated",
        "replace": "cr:replace",
        "samplingRate": "cr:samplingRate",
        "sc": "https://schema.org/",
        "separator": "cr:separator",
        "source": "cr:source",
        "subField": "cr:subField",
        "transform": "cr:transform",
    })
}

fn file_set_id(table: Table) -> String {
    format!("{}-files", table.name())
}

fn file_set(table: Table) -> Value {
    json!({
        "@type": "cr:FileSet",
        "@id": file_set_id(table),
        "name": file_set_id(table),
        "encodingFormat": "application/x-parquet",
        "includes": format!("{}/*/*.parquet", table.name()),
    })
}

fn record_set(table: Table, is_public: bool) -> Value {
    let fields: Vec<Value> = table.columns_of(is_public).into_iter().map(|column| field(table, column)).collect();
    json!({
        "@type": "cr:RecordSet",
        "@id": table.name(),
        "name": table.name(),
        "description": table.says(),
        "field": fields,
    })
}

fn field(table: Table, column: &Column) -> Value {
    let id = format!("{}/{}", table.name(), column.name);
    json!({
        "@type": "cr:Field",
        "@id": id,
        "name": id,
        "description": column.says,
        "dataType": column.kind.of_croissant(),
        "source": {"fileSet": {"@id": file_set_id(table)}, "extract": {"column": column.name}},
    })
}
