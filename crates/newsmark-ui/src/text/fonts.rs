use std::borrow::Cow;
use std::sync::Arc;

use fontique::{Blob, Collection, CollectionOptions, Script, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName, GenericFamily};

/// The faces that come with the program, so that an article looks the same on
/// every machine; all are under the OFL (see `assets/fonts`).
const BUNDLED: [&[u8]; 12] = [
    include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf"),
    include_bytes!("../../assets/fonts/SourceSerif4-It.ttf"),
    include_bytes!("../../assets/fonts/SourceSerif4-Semibold.ttf"),
    include_bytes!("../../assets/fonts/SourceSerif4SmText-Regular.ttf"),
    include_bytes!("../../assets/fonts/SourceSerif4Display-Semibold.ttf"),
    include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../../assets/fonts/SourceSans3-Medium.ttf"),
    include_bytes!("../../assets/fonts/SourceSans3-Semibold.ttf"),
    include_bytes!("../../assets/fonts/SourceSans3-It.ttf"),
    include_bytes!("../../assets/fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"),
];

/// Where the faces for scripts and symbols that are not bundled come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontSource {
    /// The bundled faces alone: the same picture on every machine.
    Bundled,
    /// The bundled faces at once, and the system’s as soon as a thread has
    /// enumerated them, which takes some 100 ms.
    System,
}

/// A family of the bundled faces, by the name in its name table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Source Serif 4 for reading sizes.
    Serif,
    /// Source Serif 4 drawn for small sizes.
    SmallSerif,
    /// Source Serif 4 drawn for headlines.
    DisplaySerif,
    /// Source Sans 3.
    Sans,
    /// Noto Naskh Arabic, the companion of the serifs.
    Naskh,
    /// Noto Sans Arabic, the companion of the sans.
    SansArabic,
}

impl Family {
    fn name(self) -> &'static str {
        match self {
            Family::Serif => "Source Serif 4",
            Family::SmallSerif => "Source Serif 4 SmText",
            Family::DisplaySerif => "Source Serif 4 Display",
            Family::Sans => "Source Sans 3",
            Family::Naskh => "Noto Naskh Arabic",
            Family::SansArabic => "Noto Sans Arabic",
        }
    }

    /// Ascent and descent as parts of the size, both positive, from the `hhea`
    /// table of the bundled faces. A line’s baseline stands where the family
    /// of the line puts it, whatever fallback a word needs.
    pub fn extents(self) -> (f32, f32) {
        match self {
            Family::Serif | Family::SmallSerif | Family::DisplaySerif => (1.036, 0.335),
            Family::Sans => (1.0, 0.326),
            Family::Naskh => (1.069, 0.634),
            Family::SansArabic => (1.374, 0.738),
        }
    }

    /// This family, then `next`. What neither holds is looked for among the
    /// system’s emoji, then in the fallbacks of its script.
    pub fn stack(self, next: Family) -> FontFamily<'static> {
        // Both names in one stack: a word of the other script within a run finds its face without a fallback
        // of the system.
        let names = vec![FontFamilyName::named(self.name()), FontFamilyName::named(next.name())];
        FontFamily::List(Cow::Owned(names))
    }
}

/// Families that hold symbols, which no script’s fallback finds.
const SYMBOLS: [&str; 6] =
    ["Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols", "Noto Sans Symbols2", "Symbola", "DejaVu Sans"];

/// Scripts in whose sentences a symbol may stand, by their ISO 15924 codes.
// “Zyyy” is the script that signs themselves count as.
const SCRIPTS: [[u8; 4]; 6] = [*b"Latn", *b"Arab", *b"Cyrl", *b"Grek", *b"Hebr", *b"Zyyy"];

/// The bundled faces, and those of the system where `source` asks for them;
/// the latter reads the system’s list of fonts and so belongs on a thread.
pub fn load(source: FontSource) -> FontContext {
    // The collection is never cloned, and needs no store for its clones to share.
    let options = CollectionOptions { shared: false, system_fonts: source == FontSource::System };
    let mut collection = Collection::new(options);
    for face in BUNDLED {
        collection.register_fonts(Blob::new(Arc::new(face)), None);
    }
    if source == FontSource::System {
        prefer_hebrew(&mut collection);
        add_symbols(&mut collection);
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

/// Families that set Hebrew as news is printed, the best first: the rest of the system's follow.
const HEBREW: [&str; 9] = [
    "Noto Serif Hebrew",
    "Noto Sans Hebrew",
    "Frank Ruehl CLM",
    "David CLM",
    "David",
    "Times New Roman",
    "Arial Hebrew",
    "Arial",
    "DejaVu Sans",
];

/// Hebrew is looked for in its square script. A system may name a face of the Rashi script first, as Noto Rashi Hebrew,
/// which is that of commentaries and which few read with ease; it is left out where there is another.
fn prefer_hebrew(collection: &mut Collection) {
    let script = Script::from_bytes(*b"Hebr");
    let best: Vec<_> = HEBREW.iter().filter_map(|name| collection.family_id(name)).collect();
    let known: Vec<_> = collection.fallback_families(script).filter(|id| !best.contains(id)).collect();
    let all: Vec<_> = best.into_iter().chain(known).collect();
    let is_square = |collection: &mut Collection, id| !collection.family_name(id).is_some_and(is_rashi);
    let square: Vec<_> = all.iter().copied().filter(|id| is_square(collection, *id)).collect();
    collection.set_fallbacks(script, if square.is_empty() { all } else { square }.into_iter());
}

fn is_rashi(family: &str) -> bool {
    family.to_lowercase().contains("rashi")
}

/// Lets symbols be found beside words of every script that is common in news.
fn add_symbols(collection: &mut Collection) {
    let mut symbols: Vec<_> = SYMBOLS.iter().filter_map(|name| collection.family_id(name)).collect();
    symbols.extend(collection.generic_families(GenericFamily::SansSerif));
    for script in SCRIPTS.map(Script::from_bytes) {
        let known: Vec<_> = collection.fallback_families(script).collect();
        collection.set_fallbacks(script, known.into_iter().chain(symbols.iter().copied()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAMILIES: [Family; 6] =
        [Family::Serif, Family::SmallSerif, Family::DisplaySerif, Family::Sans, Family::Naskh, Family::SansArabic];

    #[test]
    fn hebrew_is_not_set_in_rashi_script() {
        let mut fonts = load(FontSource::Bundled);
        let script = Script::from_bytes(*b"Hebr");
        let mut named = |name: &str| {
            let info = fontique::FontInfoOverride { family_name: Some(name), ..Default::default() };
            let ids = fonts.collection.register_fonts(Blob::new(Arc::new(BUNDLED[5])), Some(info));
            ids[0].0
        };
        let (rashi, other, sans) = (named("Noto Rashi Hebrew"), named("Some Hebrew"), named("Noto Sans Hebrew"));
        fonts.collection.set_fallbacks(script, [rashi, other].into_iter());
        prefer_hebrew(&mut fonts.collection);
        let found: Vec<_> = fonts.collection.fallback_families(script).collect();
        assert_eq!(found, [sans, other]);
    }

    #[test]
    fn every_family_is_found_by_its_name_with_the_extents_it_states() {
        let mut fonts = load(FontSource::Bundled);
        for family in FAMILIES {
            let info = fonts.collection.family_by_name(family.name()).unwrap();
            let blob = info.default_font().unwrap().load(None).unwrap();
            let metrics = swash::FontRef::from_index(blob.data(), 0).unwrap().metrics(&[]);
            let (ascent, descent) = family.extents();
            let upem = f32::from(metrics.units_per_em);
            assert!((metrics.ascent / upem - ascent).abs() < 0.002, "{family:?}: {metrics:?}");
            assert!((metrics.descent / upem - descent).abs() < 0.002, "{family:?} {}", metrics.descent / upem);
        }
    }
}
