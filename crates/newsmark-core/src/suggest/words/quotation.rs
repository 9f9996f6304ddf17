//! Which tokens stand in quotation marks.

use std::ops::Range;

use crate::edit::quote_marks::{Role, closers, role};
use crate::model::{Span, Text};

use super::{Token, TokenKind};

/// An outermost quotation of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its bytes, marks included.
    pub span: Span,
    /// Its tokens, marks included.
    pub tokens: Range<usize>,
    /// Whether the paragraph ends before a mark closes it, as in a quotation of several paragraphs.
    pub is_left_open: bool,
}

/// How deep quotations nest. A text of nothing but opening marks would cost its length at every closing one.
const DEEPEST: usize = 8;

/// Finds the quotations of the paragraph whose tokens begin at `first`, pushes the outermost and tells every token its own.
pub(super) fn push_quotations(text: &Text, tokens: &mut [Token], first: usize, found: &mut Vec<Quotation>) {
    // The mark and the token that opened each quotation around the token at hand, outermost first.
    let mut open: Vec<(char, usize)> = Vec::new();
    for at in first..tokens.len() {
        let Some(mark) = quote_mark(text.words(tokens[at].span)) else { continue };
        if tokens[at].kind != TokenKind::Mark {
            continue;
        }
        let before = text[..tokens[at].span.start()].chars().next_back();
        let after = text[tokens[at].span.end()..].chars().next();
        match role(before, mark, after, open.last().map(|(mark, _)| *mark)) {
            Role::Opens => {
                tokens[at].kind = TokenKind::Opens;
                if open.len() < DEEPEST {
                    open.push((mark, at));
                }
            }
            Role::Closes => {
                tokens[at].kind = TokenKind::Closes;
                close(tokens, &mut open, at, found);
            }
            Role::ClosesNothing => {
                if let Some(outer) = open.iter().rposition(|(opened, _)| closers(*opened).contains(&mark)) {
                    // An inner mark was never closed, as an apostrophe taken for one.
                    tokens[at].kind = TokenKind::Closes;
                    open.truncate(outer + 1);
                    close(tokens, &mut open, at, found);
                }
            }
            Role::Letter | Role::Other => {}
        }
    }
    // A lone straight mark is a foot, a minute or an apostrophe.
    if let Some((_, start)) = open.into_iter().find(|(mark, _)| *mark != '\'') {
        let last = tokens.len() - 1;
        push(tokens, start..last + 1, true, found);
    }
}

/// Closes the innermost quotation at token `at`.
fn close(tokens: &mut [Token], open: &mut Vec<(char, usize)>, at: usize, found: &mut Vec<Quotation>) {
    let Some((_, start)) = open.pop() else { return };
    // What is still open around it may be an apostrophe that opened nothing, which only the end of the paragraph tells.
    let is_inner = open.iter().any(|(mark, _)| *mark != '\'');
    if !is_inner {
        open.clear();
        push(tokens, start..at + 1, false, found);
    }
}

fn push(tokens: &mut [Token], range: Range<usize>, is_left_open: bool, found: &mut Vec<Quotation>) {
    let (first, last) = (tokens[range.start].span, tokens[range.end - 1].span);
    let Some(span) = Span::new(first.start(), last.end()) else { return };
    for token in &mut tokens[range.clone()] {
        token.quotation = Some(found.len());
    }
    found.push(Quotation { span, tokens: range, is_left_open });
}

/// The quotation mark that a token is, two straight or grave single ones being a double one.
fn quote_mark(word: &str) -> Option<char> {
    match word {
        "''" | "``" => return Some('"'),
        "’’" => return Some('”'),
        _ => {}
    }
    let mut chars = word.chars();
    let mark = chars.next().filter(|_| chars.next().is_none())?;
    // What closes nothing of the list of openers but may close: ’ 」 』.
    (!closers(mark).is_empty() || matches!(mark, '’' | '」' | '』')).then_some(mark)
}
