//! Dividing a paragraph into tokens (UAX #29 word boundaries).

use crate::model::{Span, Text};

use super::pieces::each_piece;
use super::{Token, TokenKind};

/// Marks that typists double for one: two straight or grave marks for a quotation mark, two hyphens for a dash.
const DOUBLED: [&str; 4] = ["'", "`", "-", "’"];

/// Pushes the tokens of `paragraph`, none of them white space. Their sentences and quotations are not yet known.
pub(super) fn push_tokens(text: &Text, paragraph: Span, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    each_piece(text.words(paragraph), |at, piece| {
        // What a piece begins with tells what it is: no piece mixes white space, letters and marks.
        let Some(letter) = piece.chars().next().filter(|letter| !letter.is_whitespace()) else { return };
        let start = paragraph.start() + at;
        let end = start + piece.len();
        let kind = if letter.is_numeric() {
            TokenKind::Number
        } else if letter.is_alphabetic() {
            TokenKind::Word
        } else {
            TokenKind::Mark
        };
        if kind == TokenKind::Mark
            && DOUBLED.contains(&piece)
            && let Some(last) = tokens[first..].last_mut()
            && last.span.end() == start
            && text.words(last.span) == piece
            && let Some(both) = Span::new(last.span.start(), end)
        {
            last.span = both;
            return;
        }
        tokens.extend(Span::new(start, end).map(|span| Token { span, kind, sentence: 0, quotation: None }));
    });
}
