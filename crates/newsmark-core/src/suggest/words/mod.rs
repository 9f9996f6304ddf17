//! The words of an article, read once: tokens, sentences, paragraphs and quotations.
//!
//! Everything is found in one pass over the text, so that an article of a megabyte without a line end, or of nothing
//! but quotation marks, costs no more a byte than any other.

mod pieces;
mod quotation;
mod token;
mod tokens;

pub use quotation::Quotation;
pub use token::{Token, TokenKind};

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{LexicalEntry, Lexicon, WordClass};
use crate::edit::sentences_within;
use crate::join::join;
use crate::model::{Paragraph, Span, Text};

/// From so many bytes on an article is read by two threads, as many as a small machine has cores: below, what is read
/// takes hardly longer than a thread takes to start.
pub(super) const LONG_TEXT: usize = 65_536;

/// The words of one article with their sentences, paragraphs and quotations; ranges count tokens, spans UTF-8 bytes.
#[derive(Clone, Debug)]
pub struct Words {
    text: Text,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    paragraphs: Vec<Range<usize>>,
    quotations: Vec<Quotation>,
    /// For each token what the English lists say of it.
    entries: Vec<Option<&'static LexicalEntry>>,
}

impl Words {
    /// Reads the words of `text`.
    ///
    /// ```
    /// use newsmark_core::{model::Text, suggest::Words};
    ///
    /// let words = Words::of(&Text::new("“Nobody came,” the miller said. It rained.".to_owned()));
    /// assert_eq!(words.sentences().len(), 2);
    /// let quotation = words.quotations()[0].span;
    /// assert_eq!(words.text().words(quotation), "“Nobody came,”");
    /// ```
    pub fn of(text: &Text) -> Words {
        let all = text.paragraphs();
        if text.len() < LONG_TEXT {
            return Words::of_paragraphs(text, all);
        }
        let (first, rest) = all.split_at(all.partition_point(|paragraph| paragraph.start * 2 < text.len()));
        let (mut words, others) = join(|| Words::of_paragraphs(text, rest), || Words::of_paragraphs(text, first));
        words.append(others);
        words
    }

    fn of_paragraphs(text: &Text, paragraphs: &[Paragraph]) -> Words {
        let mut words = Words {
            text: text.clone(),
            tokens: Vec::new(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            quotations: Vec::new(),
            entries: Vec::new(),
        };
        for paragraph in paragraphs.iter().filter_map(|paragraph| paragraph.span()) {
            words.read(paragraph);
        }
        words
    }

    /// Adds the words of the paragraphs that follow.
    fn append(&mut self, others: Words) {
        let (n_tokens, n_sentences, n_quotations) = (self.tokens.len(), self.sentences.len(), self.quotations.len());
        let moved = |range: Range<usize>| range.start + n_tokens..range.end + n_tokens;
        self.tokens.extend(others.tokens.into_iter().map(|token| Token {
            sentence: token.sentence + n_sentences,
            quotation: token.quotation.map(|quotation| quotation + n_quotations),
            ..token
        }));
        self.sentences.extend(others.sentences.into_iter().map(moved));
        self.paragraphs.extend(others.paragraphs.into_iter().map(moved));
        let quotations = others.quotations.into_iter();
        self.quotations.extend(quotations.map(|quotation| Quotation { tokens: moved(quotation.tokens), ..quotation }));
        self.entries.extend(others.entries);
    }

    fn read(&mut self, paragraph: Span) {
        let first = self.tokens.len();
        tokens::push_tokens(&self.text, paragraph, &mut self.tokens);
        if self.tokens.len() == first {
            return;
        }
        let tokens = &self.tokens[first..];
        self.entries.extend(tokens.iter().map(|token| Lexicon::english().entry(&lowered(self.text.words(token.span)))));
        quotation::push_quotations(&self.text, &mut self.tokens, first, &mut self.quotations);
        self.paragraphs.push(first..self.tokens.len());
        let mut next = first;
        for sentence in sentences_within(&self.text, paragraph) {
            let start = next;
            while self.tokens.get(next).is_some_and(|token| token.span.start() < sentence.end()) {
                self.tokens[next].sentence = self.sentences.len();
                next += 1;
            }
            if start < next {
                self.sentences.push(start..next);
            }
        }
    }

    /// The text that was read.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The tokens in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The sentences in order, each as a range of tokens; every token is in one.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The paragraphs that have tokens, in order, each as a range of tokens.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// The outermost quotations in order.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The sentence around token `at`, as a range of tokens.
    pub fn sentence_of(&self, at: usize) -> Range<usize> {
        self.tokens.get(at).and_then(|token| self.sentences.get(token.sentence)).cloned().unwrap_or(0..0)
    }

    /// The outermost quotation that token `at` stands in, marks included.
    pub fn quotation_of(&self, at: usize) -> Option<&Quotation> {
        self.tokens.get(at)?.quotation.and_then(|quotation| self.quotations.get(quotation))
    }

    /// The letters of token `at`; empty beyond the text.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.text.words(token.span))
    }

    /// What the English lists say of token `at` in lower case; `None` for a word of none.
    pub fn entry(&self, at: usize) -> Option<&'static LexicalEntry> {
        self.entries.get(at).copied().flatten()
    }

    /// The class of token `at` in the English lists, among words that are no verbs.
    pub fn class(&self, at: usize) -> Option<WordClass> {
        self.entry(at).and_then(|entry| entry.class)
    }

    /// The span from the first to the last token of `range`; `None` where it has none.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let tokens = self.tokens.get(range.clone())?;
        Span::new(tokens.first()?.span.start(), tokens.last()?.span.end())
    }
}

/// A word in lower case, in place where it is written so.
pub(super) fn lowered(word: &str) -> Cow<'_, str> {
    let is_plain = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

#[cfg(test)]
mod tests;
