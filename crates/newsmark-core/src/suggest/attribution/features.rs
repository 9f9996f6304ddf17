//! The features of a word: what the chain weighs.

use super::facts::ParagraphFacts;
use super::symbols::{Symbol, SymbolTable};

/// A feature: a template and up to four symbols, in the order of the template's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feature(u64);

/// Bits of a symbol in a feature.
const SYMBOL_BITS: u32 = 14;

impl Feature {
    /// The feature of this template and these symbols.
    pub fn new(template: usize, symbols: [Symbol; 4]) -> Feature {
        let packed = symbols.iter().fold(template as u64, |packed, symbol| packed << SYMBOL_BITS | u64::from(*symbol));
        Feature(packed)
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

    /// The feature of these bits.
    pub(super) fn from_bits(bits: u64) -> Feature {
        Feature(bits)
    }

    /// Its bits, which differ where features differ.
    pub fn bits(self) -> u64 {
        self.0
    }
}

/// What stands in a template: the symbol of which word, seen how nearly.
#[derive(Clone, Copy)]
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
#[derive(Clone, Copy)]
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

/// The symbols that features use beside words.
struct Fixed {
    edge: Symbol,
    yes: Symbol,
    no: Symbol,
    distances: [Symbol; 10],
}

impl Fixed {
    fn of(table: &SymbolTable) -> Fixed {
        let symbol = |name: &str| table.symbol(name).unwrap_or_default();
        Fixed {
            edge: symbol("<edge>"),
            yes: symbol("yes"),
            no: symbol("no"),
            distances: ["d:none", "d:0", "d:1", "d:2", "d:3-4", "d:5-7", "d:8-12", "d:13-20", "d:21+", "d:last"]
                .map(symbol),
        }
    }

    fn truth(&self, holds: bool) -> Symbol {
        if holds { self.yes } else { self.no }
    }

    fn distance(&self, words: Option<usize>) -> Symbol {
        self.distances[match words {
            None => 0,
            Some(0) => 1,
            Some(1) => 2,
            Some(2) => 3,
            Some(3..=4) => 4,
            Some(5..=7) => 5,
            Some(8..=12) => 6,
            Some(13..=20) => 7,
            Some(_) => 8,
        }]
    }
}

/// Finds the features of the words of one paragraph.
pub(super) struct Extractor<'f> {
    facts: &'f ParagraphFacts,
    fixed: Fixed,
}

impl<'f> Extractor<'f> {
    pub fn new(facts: &'f ParagraphFacts) -> Extractor<'f> {
        Extractor { facts, fixed: Fixed::of(SymbolTable::shared()) }
    }

    /// Gives every feature of the word at `at` to `each`, one for each template.
    pub fn each(&self, at: usize, mut each: impl FnMut(Feature)) {
        for (template, (_, parts)) in TEMPLATES.iter().enumerate() {
            let mut symbols = [0; 4];
            for (symbol, part) in symbols.iter_mut().zip(*parts) {
                *symbol = self.symbol(at, *part);
            }
            each(Feature::new(template, symbols));
        }
    }

    fn symbol(&self, at: usize, part: Part) -> Symbol {
        let facts = self.facts;
        let sentence = &facts.sentences[facts.sentence_of[at]];
        match part {
            Fine(by) => self.word(at, by, View::Fine(0)),
            Medium(by) => self.word(at, by, View::Medium(0)),
            Coarse(by) => self.word(at, by, View::Coarse(0)),
            Quoted(by) => {
                at.checked_add_signed(by).and_then(|at| facts.quoted.get(at)).copied().unwrap_or(self.fixed.edge)
            }
            CueBefore(view) => self.seen(at, facts.cue_before[at], view),
            CueAfter(view) => self.seen(at, facts.cue_after[at], view),
            FirstCue(view) => self.seen(at, sentence.first_cue.filter(|cue| *cue < at), view),
            LastCue(view) => self.seen(at, sentence.last_cue.filter(|cue| *cue > at), view),
            MarkBefore(view) => self.seen(at, facts.mark_before[at], view),
            MarkAfter(view) => self.seen(at, facts.mark_after[at], view),
            First(by) => self.within(sentence.range.start.checked_add_signed(by), at, View::Medium(0)),
            Last(by) => self.within(sentence.range.end.checked_add_signed(-by), at, View::Medium(0)),
            Position if at + 1 == sentence.range.end => self.fixed.distances[9],
            Position => self.fixed.distance(Some(at - sentence.range.start)),
            HasQuotation => self.fixed.truth(sentence.has_quotation),
            Cues => self.fixed.distance(Some(sentence.n_cues)),
            TitleCase => self.fixed.truth(sentence.is_title_case),
            SentencePlace => self.fixed.distance(Some(facts.sentence_of[at].min(2))),
            FollowsOpen => self.fixed.truth(facts.follows_open),
            FirstParagraph => self.fixed.truth(facts.is_first),
            SentenceBefore => self.sentence_before(at),
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

    fn word(&self, at: usize, by: isize, view: View) -> Symbol {
        let symbols = at.checked_add_signed(by).and_then(|at| self.facts.symbols.get(at));
        symbols.map_or(self.fixed.edge, |symbols| match view {
            View::Fine(_) => symbols.fine,
            View::Medium(_) => symbols.medium,
            View::Coarse(_) | View::Distance => symbols.coarse,
        })
    }

    /// A word near the one at `place`, or how far that is from `at`.
    fn seen(&self, at: usize, place: Option<usize>, view: View) -> Symbol {
        match (place, view) {
            (place, View::Distance) => self.fixed.distance(place.map(|place| place.abs_diff(at))),
            (None, _) => self.fixed.edge,
            (Some(place), View::Fine(by) | View::Medium(by) | View::Coarse(by)) => self.word(place, by, view),
        }
    }

    fn within(&self, place: Option<usize>, at: usize, view: View) -> Symbol {
        let range = &self.facts.sentences[self.facts.sentence_of[at]].range;
        place.filter(|place| range.contains(place)).map_or(self.fixed.edge, |place| self.word(place, 0, view))
    }
}
