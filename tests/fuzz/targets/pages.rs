use newsmark::interchange::{ENCODINGS, import, import_pasted};
use newsmark::model::Project;

use super::project::is_kept;
use super::{Target, kind, rough, words};
use crate::corpus::files;
use crate::parts::head;

pub const TARGET: Target = Target { name: "pages", corpus: "pages", seeds, words: words::OF_PAGES, run };

fn seeds() -> Vec<Vec<u8>> {
    let texts = files("corpus", "text");
    texts
        .iter()
        .flat_map(|(_, text)| ["a.txt", "a.md", "a.html"].map(|name| [name.as_bytes(), b"\n", text].concat()))
        .collect()
}

/// A file of any kind, in any encoding, becomes an article that can be saved, or is refused in a sentence.
fn run(input: &[u8]) -> u64 {
    let (name, bytes) = head(input);
    // The name's first byte chooses an encoding now and then.
    let choice = name.first().and_then(|n| ENCODINGS.get(usize::from(*n))).map(|choice| choice.encoding);
    let name = String::from_utf8_lossy(name);
    let imported = match import(bytes, &name, choice) {
        Ok(imported) => imported,
        Err(error) => {
            let told = error.to_string();
            assert!(told.len() <= 1000 + name.len(), "an error of {} bytes", told.len());
            return kind(told.replace(&name.to_string(), "").chars().take(40).collect::<String>());
        }
    };
    let text = &imported.article.text;
    assert!(!text.trim().is_empty(), "an article without words");
    if let Some(span) = imported.article.card.title.anchor.as_ref().and_then(|anchor| anchor.at) {
        assert!(text.get(span.range()).is_some(), "the headline stands within a character");
    }
    let outcome = (imported.format as u8, imported.notices.len(), rough(text.paragraphs().len()));
    let encoding = imported.encoding.map(|found| found.encoding.name());
    is_kept(&Project::new(imported.article));
    let string = String::from_utf8_lossy(bytes);
    let _ = import_pasted(Some(&string), &string);
    kind((outcome, encoding))
}
