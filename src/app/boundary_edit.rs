use crate::edit::boundaries::{Boundary, MoveUnit};
use crate::model::{AnnotationId, Spans};

use super::command::{BoundaryMove, Command, Motion};

/// The boundaries of a mark being moved by keys. The project has them as they
/// were until they are kept, so that keeping is one step to undo.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundaryEdit {
    /// The mark.
    pub id: AnnotationId,
    /// Its spans as the project has them.
    pub from: Spans,
    /// Its spans as they would be.
    pub spans: Spans,
    /// The span whose boundaries move, from 0.
    pub index: usize,
}

impl Command {
    /// What a command of the article means while boundaries are moved: arrows
    /// move them, Enter keeps them and Esc restores them; `None` where it means nothing then.
    pub fn among_bounds(self) -> Option<Command> {
        let nudge = |stride, is_right, moves_start| {
            let boundary = if moves_start { Boundary::Start } else { Boundary::End };
            Some(Command::MoveBoundary(BoundaryMove { boundary, stride, is_right }))
        };
        match self {
            Command::Move(Motion::Left, moves_start) => nudge(MoveUnit::Word, false, moves_start),
            Command::Move(Motion::Right, moves_start) => nudge(MoveUnit::Word, true, moves_start),
            Command::Move(Motion::WordLeft, moves_start) => nudge(MoveUnit::Grapheme, false, moves_start),
            Command::Move(Motion::WordRight, moves_start) => nudge(MoveUnit::Grapheme, true, moves_start),
            // Boundaries go along the line; the caret would go away from them.
            Command::Move(Motion::Up | Motion::Down, _) => None,
            Command::EditDetails => Some(Command::KeepBounds),
            Command::BackToArticle => Some(Command::RestoreBounds),
            other => Some(other),
        }
    }
}

/// The span that a caret at byte `head` touches.
pub fn span_at(spans: &Spans, head: usize) -> Option<usize> {
    spans.iter().position(|span| span.start() <= head && head <= span.end())
}
