//! What features ask of a paragraph, reckoned once: symbols, quotation states, the nearest cues and marks of each word.

use std::ops::Range;

use crate::suggest::words::{TokenKind, Words};

use super::symbols::{Symbol, SymbolTable, WordSymbols};

/// Quotations of fewer words are scare quotes and names oftener than somebody's sentence.
const SHORT_QUOTATION: usize = 5;

/// What is known of the words of one paragraph before any of them has a label.
pub(super) struct ParagraphFacts {
    pub symbols: Vec<WordSymbols>,
    /// Where each word stands among quotation marks.
    pub quoted: Vec<Symbol>,
    /// The nearest cue at or before each word, and at or after it, within its sentence.
    pub cue_before: Vec<Option<usize>>,
    pub cue_after: Vec<Option<usize>>,
    /// The nearest mark before each word, and at or after it, within its sentence.
    pub mark_before: Vec<Option<usize>>,
    pub mark_after: Vec<Option<usize>>,
    /// The place of each word's sentence among `sentences`.
    pub sentence_of: Vec<usize>,
    pub sentences: Vec<SentenceFacts>,
    /// Whether the paragraph before left a quotation open.
    pub follows_open: bool,
    /// Whether it is the first of the article.
    pub is_first: bool,
}

/// What is known of a sentence as a whole; its range counts from the paragraph's first word.
pub(super) struct SentenceFacts {
    pub range: Range<usize>,
    pub has_quotation: bool,
    /// Cues outside quotation marks, at most 2.
    pub n_cues: usize,
    /// The first and the last cue outside quotation marks: later ones are oftener said than saying.
    pub first_cue: Option<usize>,
    pub last_cue: Option<usize>,
    pub is_title_case: bool,
}

impl ParagraphFacts {
    pub fn of(words: &Words, paragraph: &Range<usize>, is_first: bool) -> ParagraphFacts {
        let table = SymbolTable::shared();
        let tokens = words.tokens().get(paragraph.clone()).unwrap_or_default();
        let n = tokens.len();
        let mut facts = ParagraphFacts {
            symbols: Vec::with_capacity(n),
            quoted: Vec::with_capacity(n),
            cue_before: vec![None; n],
            cue_after: vec![None; n],
            mark_before: vec![None; n],
            mark_after: vec![None; n],
            sentence_of: Vec::with_capacity(n),
            sentences: Vec::new(),
            follows_open: paragraph.start > 0
                && words.quotation_of(paragraph.start - 1).is_some_and(|quotation| quotation.is_left_open),
            is_first,
        };
        facts.push_sentences(words, paragraph);
        for at in 0..n {
            let sentence = &facts.sentences[facts.sentence_of[at]];
            let opens = sentence.range.start == at
                || (at > 0 && matches!(tokens[at - 1].kind, TokenKind::Opens) && sentence.range.contains(&(at - 1)));
            facts.symbols.push(table.of_token(words, paragraph.start + at, opens || sentence.is_title_case));
        }
        let states = QuotationState::symbols(table);
        let state = |at: usize| states[QuotationState::of(words, at) as usize];
        facts.quoted.extend(paragraph.clone().take(n).map(state));
        facts.find_cues(table, states[QuotationState::Outside as usize]);
        facts
    }

    fn push_sentences(&mut self, words: &Words, paragraph: &Range<usize>) {
        let mut at = paragraph.start;
        while at < paragraph.end {
            let sentence = words.sentence_of(at);
            // A token without a sentence would be one that the sentences left out; it makes one of its own.
            let end = sentence.end.clamp(at + 1, paragraph.end);
            let tokens = &words.tokens()[at..end];
            let n_words = tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
            let is_capital = |at: &usize| {
                words.tokens()[*at].kind == TokenKind::Word && words.word(*at).starts_with(char::is_uppercase)
            };
            let n_capitals = (at..end).filter(is_capital).count();
            // A headline capitalises all but its short words; a sentence of five words may be two names and a verb.
            let is_title_case = n_words >= 4 && n_capitals * 3 >= n_words * 2;
            let range = at - paragraph.start..end - paragraph.start;
            self.sentence_of.extend(range.clone().map(|_| self.sentences.len()));
            let has_quotation = tokens.iter().any(|token| token.quotation.is_some());
            self.sentences.push(SentenceFacts {
                range,
                has_quotation,
                n_cues: 0,
                first_cue: None,
                last_cue: None,
                is_title_case,
            });
            at = end;
        }
    }

    /// Finds cues and marks; `outside` is the state of what stands in no quotation.
    fn find_cues(&mut self, table: &SymbolTable, outside: Symbol) {
        let is_cue = |word: &WordSymbols| table.kind(word.coarse).is_cue || table.kind(word.fine).is_cue;
        let is_cue: Vec<bool> = self.symbols.iter().map(is_cue).collect();
        let is_mark: Vec<bool> = self.symbols.iter().map(|word| table.kind(word.fine).is_mark).collect();
        for sentence in &mut self.sentences {
            let (mut cue, mut mark) = (None, None);
            for at in sentence.range.clone() {
                self.mark_before[at] = mark;
                if is_cue[at] {
                    cue = Some(at);
                    if self.quoted[at] == outside {
                        sentence.n_cues = (sentence.n_cues + 1).min(2);
                        sentence.first_cue.get_or_insert(at);
                        sentence.last_cue = Some(at);
                    }
                }
                if is_mark[at] {
                    mark = Some(at);
                }
                self.cue_before[at] = cue;
            }
            (cue, mark) = (None, None);
            for at in sentence.range.clone().rev() {
                if is_cue[at] {
                    cue = Some(at);
                }
                if is_mark[at] {
                    mark = Some(at);
                }
                self.cue_after[at] = cue;
                self.mark_after[at] = mark;
            }
        }
    }
}

/// Where a word stands among quotation marks.
#[derive(Clone, Copy)]
enum QuotationState {
    Outside,
    Open,
    Close,
    Endless,
    Short,
    Inside,
}

impl QuotationState {
    /// The symbol of each state.
    fn symbols(table: &SymbolTable) -> [Symbol; 6] {
        ["q:out", "q:open", "q:close", "q:endless", "q:short", "q:in"]
            .map(|name| table.symbol(name).unwrap_or_default())
    }

    /// Where token `at` stands.
    fn of(words: &Words, at: usize) -> QuotationState {
        match words.quotation_of(at) {
            None => QuotationState::Outside,
            Some(quotation) if at == quotation.tokens.start => QuotationState::Open,
            Some(quotation) if at + 1 == quotation.tokens.end && !quotation.is_left_open => QuotationState::Close,
            Some(quotation) if quotation.is_left_open => QuotationState::Endless,
            // The marks count as two.
            Some(quotation) if quotation.tokens.len() < SHORT_QUOTATION + 2 => QuotationState::Short,
            Some(_) => QuotationState::Inside,
        }
    }
}
