//! What a project says of where its marks came from.

use serde_json::json;

use crate::desk::{ok, parsed};

#[test]
fn a_shown_mark_says_where_it_came_from_unless_it_was_made_by_hand() {
    let project = format!("{}/tests/files/version-2-proposals.ron", env!("CARGO_MANIFEST_DIR"));
    let shown = parsed(&ok(&["show", &project, "--json"]));
    let origins: Vec<_> =
        shown["annotations"].as_array().into_iter().flatten().map(|mark| mark.get("origin")).collect();
    let imported = json!({"kind": "Imported", "format": "brat", "id": "T7", "by": "Oren Tal"});
    let passive = json!({"kind": "Proposed", "by": "newsmark", "rule": "passive", "tier": "Likely"});
    let prediction = json!({"kind": "Proposed", "by": "Veld desk model", "rule": "prediction", "tier": "Possible"});
    assert_eq!(origins, [Some(&imported), Some(&passive), None, Some(&prediction)]);
    assert_eq!(shown["unplaced"][0]["origin"], json!({"kind": "Imported", "format": "brat", "id": "T9", "by": null}));
}
