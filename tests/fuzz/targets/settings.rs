use newsmark::store::Settings;

use super::{Target, kind, words};

pub const TARGET: Target = Target {
    name: "settings",
    corpus: "settings",
    seeds: || vec![Settings::default().print().into()],
    words: words::OF_FILES,
    run,
};

/// What can be read is kept by writing and reading it again, and the rest is told.
fn run(input: &[u8]) -> u64 {
    let (settings, warnings) = Settings::parse(&String::from_utf8_lossy(input));
    let (again, more) = Settings::parse(&settings.print());
    assert!(more.is_empty(), "what was printed is warned of: {more:?}");
    assert!(again == settings, "what was printed is read otherwise");
    assert!(warnings.iter().all(|warning| warning.len() <= 1000), "a warning is very long");
    let told: Vec<String> = warnings.iter().map(|told| told.chars().take(30).collect()).collect();
    kind((told, settings == Settings::default()))
}
