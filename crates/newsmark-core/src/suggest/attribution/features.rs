//! The features of a word: what the chain weighs.

use std::sync::LazyLock;

use super::facts::{ParagraphFacts, SentenceFacts};
use super::symbols::{Symbol, SymbolTable};

/// A feature: a template and up to four symbols, in the order of the template's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feature(u64);

/// Bits of a symbol in a feature.
const SYMBOL_BITS: u32 = 14;

impl Feature {
    /// The feature of this template and these symbols.
    pub fn new(template: usize, symbols: [Symbol; 4]) -> Feature {
        symbols.into_iter().fold(Feature(template as u64), Feature::with)
    }

    /// The feature with one more symbol at its end; it has four when all are there.
    #[inline]
    fn with(self, symbol: Symbol) -> Feature {
        Feature(self.0 << SYMBOL_BITS | u64::from(symbol))
    }

    /// The place of its template among the templates.
    pub fn template(self) -> usize {
        (self.0 >> (4 * SYMBOL_BITS)) as usize
    }

    /// Its symbols; what the template does not use is symbol 0.
    pub fn symbols(self) -> [Symbol; 4] {
        let mask = (1 << SYMBOL_BITS) - 1;
        [3, 2, 1, 0].map(|place| (self.0 >> (place * SYMBOL_BITS) & mask) as Symbol)
    }

    /// Its bits, which differ where features differ.
    #[inline]
    pub fn bits(self) -> u64 {
        self.0
    }
}

/// What stands in a template: the symbol of which word, seen how nearly.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Fine(isize),
    Medium(isize),
    Coarse(isize),
    Quoted(isize),
    /// The cue before and after the word, its neighbours, and how far it is.
    CueBefore(View),
    CueAfter(View),
    /// The first cue of the sentence, where it stands before the word; its last, where that stands after it.
    FirstCue(View),
    LastCue(View),
    MarkBefore(View),
    MarkAfter(View),
    /// The sentence: its first word, its last but `n`, the word's place in it, what is in it.
    First(isize),
    Last(isize),
    Position,
    HasQuotation,
    Cues,
    TitleCase,
    /// The paragraph: the sentence's place in it and what went before.
    SentencePlace,
    FollowsOpen,
    FirstParagraph,
    SentenceBefore,
}

/// How a cue or mark elsewhere in the sentence is seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Fine(isize),
    Medium(isize),
    Coarse(isize),
    Distance,
}

use Part::*;

/// The templates with their names, at most four parts each.
#[rustfmt::skip]
const TEMPLATES: &[(&str, &[Part])] = &[
    ("fine-3", &[Fine(-3)]), ("fine-2", &[Fine(-2)]), ("fine-1", &[Fine(-1)]), ("fine", &[Fine(0)]),
    ("fine+1", &[Fine(1)]), ("fine+2", &[Fine(2)]), ("fine+3", &[Fine(3)]),
    ("medium-5", &[Medium(-5)]), ("medium-4", &[Medium(-4)]), ("medium-3", &[Medium(-3)]),
    ("medium-2", &[Medium(-2)]), ("medium-1", &[Medium(-1)]), ("medium", &[Medium(0)]),
    ("medium+1", &[Medium(1)]), ("medium+2", &[Medium(2)]), ("medium+3", &[Medium(3)]),
    ("medium+4", &[Medium(4)]), ("medium+5", &[Medium(5)]),
    ("fine-2,-1", &[Fine(-2), Fine(-1)]), ("fine-1,0", &[Fine(-1), Fine(0)]),
    ("fine0,1", &[Fine(0), Fine(1)]), ("fine1,2", &[Fine(1), Fine(2)]),
    ("medium-2,-1,0", &[Medium(-2), Medium(-1), Medium(0)]), ("medium-1,0,1", &[Medium(-1), Medium(0), Medium(1)]),
    ("medium0,1,2", &[Medium(0), Medium(1), Medium(2)]),
    ("medium-1,0", &[Medium(-1), Medium(0)]), ("medium0,1", &[Medium(0), Medium(1)]),
    ("medium-2,0", &[Medium(-2), Medium(0)]), ("medium-1,1", &[Medium(-1), Medium(1)]),
    ("medium0,2", &[Medium(0), Medium(2)]),
    ("coarse-3,0", &[Coarse(-3), Coarse(-2), Coarse(-1), Coarse(0)]),
    ("coarse-2,1", &[Coarse(-2), Coarse(-1), Coarse(0), Coarse(1)]),
    ("coarse-1,2", &[Coarse(-1), Coarse(0), Coarse(1), Coarse(2)]),
    ("coarse0,3", &[Coarse(0), Coarse(1), Coarse(2), Coarse(3)]),
    ("coarse1,4", &[Coarse(1), Coarse(2), Coarse(3), Coarse(4)]),
    ("coarse-4,-1", &[Coarse(-4), Coarse(-3), Coarse(-2), Coarse(-1)]),
    ("quoted", &[Quoted(0)]), ("quoted,medium", &[Quoted(0), Medium(0)]),
    ("quoted,medium-1", &[Quoted(0), Medium(-1)]), ("quoted,medium+1", &[Quoted(0), Medium(1)]),
    ("quoted-1,1", &[Quoted(-1), Quoted(0), Quoted(1)]),
    ("quoted,coarse-1,0", &[Quoted(0), Coarse(-1), Coarse(0)]),
    ("quoted,coarse-1,0,1", &[Quoted(0), Coarse(-1), Coarse(0), Coarse(1)]),
    ("cue-before", &[CueBefore(View::Fine(0)), Quoted(0)]),
    ("cue-before,distance", &[CueBefore(View::Medium(0)), CueBefore(View::Distance), Quoted(0)]),
    ("cue-before,word", &[CueBefore(View::Medium(0)), Coarse(0), Quoted(0)]),
    ("cue-before,next", &[CueBefore(View::Fine(0)), CueBefore(View::Fine(1))]),
    ("cue-before,around", &[CueBefore(View::Coarse(-1)), CueBefore(View::Medium(0)), CueBefore(View::Coarse(1)), Coarse(0)]),
    ("cue-after", &[CueAfter(View::Fine(0)), Quoted(0)]),
    ("cue-after,distance", &[CueAfter(View::Medium(0)), CueAfter(View::Distance), Quoted(0)]),
    ("cue-after,word", &[CueAfter(View::Medium(0)), Coarse(0), Quoted(0)]),
    ("cue-after,around", &[CueAfter(View::Coarse(-2)), CueAfter(View::Coarse(-1)), CueAfter(View::Medium(0)), CueAfter(View::Coarse(1))]),
    ("cue-after,near", &[CueAfter(View::Coarse(-1)), CueAfter(View::Medium(0)), CueAfter(View::Distance), Coarse(0)]),
    ("cues", &[CueBefore(View::Medium(0)), CueAfter(View::Medium(0)), Quoted(0)]),
    ("first-cue", &[FirstCue(View::Medium(0)), CueBefore(View::Medium(0)), Quoted(0)]),
    ("first-cue,distance", &[FirstCue(View::Fine(0)), FirstCue(View::Distance), Quoted(0)]),
    ("first-cue,word", &[FirstCue(View::Medium(0)), Coarse(-1), Coarse(0), Quoted(0)]),
    ("first-cue,after", &[FirstCue(View::Medium(0)), CueAfter(View::Medium(0)), Coarse(0)]),
    ("last-cue", &[LastCue(View::Fine(0)), Quoted(0), CueBefore(View::Coarse(0))]),
    ("last-cue,around", &[LastCue(View::Coarse(-1)), LastCue(View::Medium(0)), LastCue(View::Coarse(1)), Quoted(0)]),
    ("mark-before", &[MarkBefore(View::Fine(0)), MarkBefore(View::Coarse(1)), MarkBefore(View::Coarse(2)), Quoted(0)]),
    ("mark-before,distance", &[MarkBefore(View::Fine(0)), MarkBefore(View::Distance), Quoted(0), Coarse(0)]),
    ("mark-after", &[MarkAfter(View::Fine(0)), MarkAfter(View::Coarse(1)), MarkAfter(View::Coarse(2)), Quoted(0)]),
    ("mark-after,medium", &[MarkAfter(View::Fine(0)), MarkAfter(View::Medium(1)), MarkAfter(View::Medium(2)), Quoted(0)]),
    ("mark-after,far", &[MarkAfter(View::Coarse(1)), MarkAfter(View::Coarse(2)), MarkAfter(View::Coarse(3)), MarkAfter(View::Coarse(4))]),
    ("mark-after,distance", &[MarkAfter(View::Fine(0)), MarkAfter(View::Distance), Quoted(0), Coarse(0)]),
    ("marks,cues", &[MarkBefore(View::Fine(0)), MarkAfter(View::Fine(0)), CueBefore(View::Coarse(0)), CueAfter(View::Coarse(0))]),
    ("first", &[First(0), Quoted(0)]), ("first,second", &[First(0), First(1), Quoted(0)]),
    ("first,coarse", &[First(0), First(1), First(2), First(3)]),
    ("last", &[Last(1), Last(2), Last(3), Quoted(0)]), ("last,far", &[Last(2), Last(3), Last(4), Quoted(0)]),
    ("position", &[Position, Coarse(0), HasQuotation, Cues]),
    ("sentence", &[HasQuotation, Cues, Quoted(0), CueBefore(View::Distance)]),
    ("sentence,word", &[HasQuotation, Cues, Medium(0)]),
    ("title-case", &[TitleCase, Coarse(0), Coarse(1), FirstParagraph]),
    ("place", &[SentencePlace, Quoted(0), FollowsOpen, Cues]),
    ("before", &[SentenceBefore, Quoted(0), Cues, HasQuotation]),
    ("before,word", &[SentenceBefore, Quoted(0), Coarse(0)]),
];

/// How many templates there are.
pub const N_TEMPLATES: usize = TEMPLATES.len();

/// The name of a template in the file of the model.
pub fn template_name(template: usize) -> &'static str {
    TEMPLATES.get(template).map_or("", |(name, _)| name)
}

/// The template with this name, and how many symbols it uses.
pub fn template_named(name: &str) -> Option<usize> {
    TEMPLATES.iter().position(|(known, _)| *known == name)
}

/// How many symbols a template uses.
pub fn template_parts(template: usize) -> usize {
    TEMPLATES.get(template).map_or(0, |(_, parts)| parts.len())
}

/// The parts of all templates, each once, and which each template has: a part that stands in many templates is looked for
/// once a word.
struct Layout {
    parts: Vec<Part>,
    /// For each template the places of its parts, and [`Layout::no_part`] behind the last.
    templates: Vec<[u8; 4]>,
}

static LAYOUT: LazyLock<Layout> = LazyLock::new(Layout::of_templates);

impl Layout {
    fn of_templates() -> Layout {
        let mut parts: Vec<Part> = Vec::new();
        for part in TEMPLATES.iter().flat_map(|(_, parts)| *parts) {
            if !parts.contains(part) {
                parts.push(*part);
            }
        }
        let mut layout = Layout { parts, templates: Vec::with_capacity(N_TEMPLATES) };
        for (_, own) in TEMPLATES {
            let mut places = [layout.no_part(); 4];
            for (place, part) in places.iter_mut().zip(*own) {
                *place = layout.parts.iter().position(|known| known == part).unwrap_or_default() as u8;
            }
            layout.templates.push(places);
        }
        layout
    }

    /// The place behind the last part. A byte counts the parts, as a test says.
    fn no_part(&self) -> u8 {
        self.parts.len() as u8
    }
}

/// From so many words on all distances are alike.
const LONGEST_DISTANCE: usize = 21;

/// The symbols that features use beside words.
struct Fixed {
    edge: Symbol,
    yes: Symbol,
    no: Symbol,
    /// The symbols of no distance, of distances as they grow, and of the end of a sentence.
    distances: [Symbol; 10],
    /// The symbol of each distance; the last is that of all longer ones.
    by_words: [Symbol; LONGEST_DISTANCE + 1],
}

impl Fixed {
    fn of(table: &SymbolTable) -> Fixed {
        let symbol = |name: &str| table.symbol(name).unwrap_or_default();
        let distances = ["d:none", "d:0", "d:1", "d:2", "d:3-4", "d:5-7", "d:8-12", "d:13-20", "d:21+", "d:last"];
        let distances = distances.map(symbol);
        let by_words = std::array::from_fn(|words| {
            distances[match words {
                0 => 1,
                1 => 2,
                2 => 3,
                3..=4 => 4,
                5..=7 => 5,
                8..=12 => 6,
                13..=20 => 7,
                _ => 8,
            }]
        });
        Fixed { edge: symbol("<edge>"), yes: symbol("yes"), no: symbol("no"), distances, by_words }
    }

    fn truth(&self, holds: bool) -> Symbol {
        if holds { self.yes } else { self.no }
    }

    #[inline]
    fn distance(&self, words: Option<usize>) -> Symbol {
        words.map_or(self.distances[0], |words| self.by_words[words.min(LONGEST_DISTANCE)])
    }
}

/// Finds the features of the words of one paragraph.
pub(super) struct Extractor<'f> {
    facts: &'f ParagraphFacts,
    fixed: Fixed,
    layout: &'static Layout,
    fine: SymbolRow,
    medium: SymbolRow,
    coarse: SymbolRow,
    quoted: SymbolRow,
}

impl<'f> Extractor<'f> {
    pub fn new(facts: &'f ParagraphFacts) -> Extractor<'f> {
        let fixed = Fixed::of(SymbolTable::shared());
        let words = &facts.symbols;
        Extractor {
            facts,
            layout: &LAYOUT,
            fine: SymbolRow::of(words.iter().map(|word| word.fine), fixed.edge),
            medium: SymbolRow::of(words.iter().map(|word| word.medium), fixed.edge),
            coarse: SymbolRow::of(words.iter().map(|word| word.coarse), fixed.edge),
            quoted: SymbolRow::of(facts.quoted.iter().copied(), fixed.edge),
            fixed,
        }
    }

    /// The features of the words from `first` on, as many as one block holds.
    pub fn block(&self, first: usize) -> FeatureBlock {
        let n_words = self.facts.symbols.len().saturating_sub(first).min(LONGEST_BLOCK);
        // What a template does not use is symbol 0, of which the last column is full.
        let mut symbols = vec![0; (self.layout.parts.len() + 1) * n_words];
        for (column, part) in symbols.chunks_exact_mut(n_words.max(1)).zip(&self.layout.parts) {
            self.fill(column, first, *part);
        }
        FeatureBlock { n_words, symbols, layout: self.layout }
    }

    /// Fills a column with the symbols of `part` for the words from `first` on. The part is told apart once a column: what
    /// is left of it in a loop is a few instructions.
    fn fill(&self, column: &mut [Symbol], first: usize, part: Part) {
        let (facts, fixed) = (self.facts, &self.fixed);
        let sentence = |at: usize| &facts.sentences[facts.sentence_of[at]];
        match part {
            Fine(by) => self.fine.copy(column, first, by),
            Medium(by) => self.medium.copy(column, first, by),
            Coarse(by) => self.coarse.copy(column, first, by),
            Quoted(by) => self.quoted.copy(column, first, by),
            CueBefore(view) => self.see(column, first, view, |at| facts.cue_before[at]),
            CueAfter(view) => self.see(column, first, view, |at| facts.cue_after[at]),
            FirstCue(view) => self.see(column, first, view, |at| sentence(at).first_cue.filter(|cue| *cue < at)),
            LastCue(view) => self.see(column, first, view, |at| sentence(at).last_cue.filter(|cue| *cue > at)),
            MarkBefore(view) => self.see(column, first, view, |at| facts.mark_before[at]),
            MarkAfter(view) => self.see(column, first, view, |at| facts.mark_after[at]),
            First(by) => self.medium.see(column, first, 0, |at| within(sentence(at), sentence(at).range.start, by)),
            Last(by) => self.medium.see(column, first, 0, |at| within(sentence(at), sentence(at).range.end, -by)),
            Position => each(column, first, |at| self.position(sentence(at), at)),
            HasQuotation => each(column, first, |at| fixed.truth(sentence(at).has_quotation)),
            Cues => each(column, first, |at| fixed.distance(Some(sentence(at).n_cues))),
            TitleCase => each(column, first, |at| fixed.truth(sentence(at).is_title_case)),
            SentencePlace => each(column, first, |at| fixed.distance(Some(facts.sentence_of[at].min(2)))),
            FollowsOpen => column.fill(fixed.truth(facts.follows_open)),
            FirstParagraph => column.fill(fixed.truth(facts.is_first)),
            SentenceBefore => each(column, first, |at| self.sentence_before(at)),
        }
    }

    /// Fills a column with words near the ones at `place`, or with how far those are.
    fn see(&self, column: &mut [Symbol], first: usize, view: View, place: impl Fn(usize) -> Option<usize>) {
        match view {
            View::Fine(by) => self.fine.see(column, first, by, place),
            View::Medium(by) => self.medium.see(column, first, by, place),
            View::Coarse(by) => self.coarse.see(column, first, by, place),
            View::Distance => {
                each(column, first, |at| self.fixed.distance(place(at).map(|place| place.abs_diff(at))));
            }
        }
    }

    /// How far a word is from the first of its sentence.
    fn position(&self, sentence: &SentenceFacts, at: usize) -> Symbol {
        if at + 1 == sentence.range.end {
            self.fixed.distances[9]
        } else {
            self.fixed.distance(Some(at - sentence.range.start))
        }
    }

    /// How the sentence before the one of `at` ends: none, in a closing mark, with or without a cue.
    fn sentence_before(&self, at: usize) -> Symbol {
        let facts = self.facts;
        let Some(before) = facts.sentence_of[at].checked_sub(1).map(|place| &facts.sentences[place]) else {
            return self.fixed.edge;
        };
        let kind = usize::from(before.has_quotation) * 3 + before.n_cues;
        self.fixed.distances[kind + 1]
    }
}

/// Fills a column with a symbol for each word from `first` on.
fn each(column: &mut [Symbol], first: usize, symbol: impl Fn(usize) -> Symbol) {
    column.iter_mut().zip(first..).for_each(|(slot, at)| *slot = symbol(at));
}

/// The word of a sentence that is `by` words from `at`.
fn within(sentence: &SentenceFacts, at: usize, by: isize) -> Option<usize> {
    at.checked_add_signed(by).filter(|place| sentence.range.contains(place))
}

/// No template looks at a word farther from the one it is about.
const FARTHEST: usize = 5;

/// The symbols of a paragraph's words between as many edges as any template looks over.
struct SymbolRow {
    symbols: Vec<Symbol>,
    /// A place with nothing but edges around.
    nowhere: usize,
}

impl SymbolRow {
    fn of(words: impl ExactSizeIterator<Item = Symbol>, edge: Symbol) -> SymbolRow {
        let edges = std::iter::repeat_n(edge, FARTHEST);
        let nowhere = words.len() + 2 * FARTHEST;
        let symbols = edges.clone().chain(words).chain(edges.clone()).chain(edges.clone()).chain(edges);
        SymbolRow { symbols: symbols.collect(), nowhere }
    }

    /// Fills a column with the words that are `by` words from those from `first` on.
    fn copy(&self, column: &mut [Symbol], first: usize, by: isize) {
        let start = (first + FARTHEST).saturating_add_signed(by);
        if let Some(words) = self.symbols.get(start..start + column.len()) {
            column.copy_from_slice(words);
        }
    }

    /// Fills a column with the words that are `by` words from the ones at `place`; with edges where there is no place.
    fn see(&self, column: &mut [Symbol], first: usize, by: isize, place: impl Fn(usize) -> Option<usize>) {
        each(column, first, |at| {
            let own = place(at).map_or(self.nowhere, |place| place + FARTHEST);
            self.symbols[own.saturating_add_signed(by)]
        });
    }
}

/// Longest run of words whose features are found at once: nearly all paragraphs are shorter, and the symbols of as many
/// words stay in a near cache.
const LONGEST_BLOCK: usize = 256;

/// The symbols of some words in a row, part by part.
///
/// A template is asked for word after word, so that what its features weigh stays near.
pub(super) struct FeatureBlock {
    /// How many words it has.
    pub n_words: usize,
    /// For each part one symbol a word.
    symbols: Vec<Symbol>,
    layout: &'static Layout,
}

impl FeatureBlock {
    /// Makes `features` those of `template`, one for each word in order.
    pub fn of_template(&self, template: usize, features: &mut Vec<Feature>) {
        features.clear();
        features.resize(self.n_words, Feature(template as u64));
        // Symbol after symbol, so that several words go through one instruction.
        for place in self.layout.templates.get(template).into_iter().flatten() {
            for (feature, symbol) in features.iter_mut().zip(self.column(*place)) {
                *feature = feature.with(*symbol);
            }
        }
    }

    fn column(&self, place: u8) -> &[Symbol] {
        let start = usize::from(place) * self.n_words;
        &self.symbols[start..start + self.n_words]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_template_looks_beyond_the_edges_of_a_row() {
        let by = |view: View| match view {
            View::Fine(by) | View::Medium(by) | View::Coarse(by) => by,
            View::Distance => 0,
        };
        let farthest = LAYOUT.parts.iter().map(|part| match *part {
            Fine(by) | Medium(by) | Coarse(by) | Quoted(by) => by,
            CueBefore(view) | CueAfter(view) | FirstCue(view) | LastCue(view) | MarkBefore(view) | MarkAfter(view) => {
                by(view)
            }
            _ => 0,
        });
        assert!(farthest.map(isize::unsigned_abs).max() <= Some(FARTHEST));
    }

    #[test]
    fn every_part_of_every_template_has_a_place_of_its_own() {
        assert!(LAYOUT.parts.len() < usize::from(u8::MAX), "{}", LAYOUT.parts.len());
        for (places, (name, parts)) in LAYOUT.templates.iter().zip(TEMPLATES) {
            let held: Vec<_> = places.iter().filter_map(|place| LAYOUT.parts.get(usize::from(*place))).collect();
            assert!(held.len() == parts.len() && parts.iter().zip(held).all(|(part, held)| part == held), "{name}");
        }
    }
}
