//! Decisions that outlive the window in which they were made.

use std::collections::{BTreeMap, HashMap};

use super::{Adjudication, Comparison, Decision};
use crate::model::AnnotationId;

impl Adjudication {
    /// Takes the whole mark from a side, or leaves it out where that has none, and settles it, in one step.
    pub fn take_and_decide(&mut self, comparison: &Comparison, row: usize, side: usize) -> bool {
        let Some(aligned) = comparison.rows().get(row) else { return false };
        let before = &self.decisions[row];
        let decision = match aligned.marks.get(side) {
            None => return false,
            Some(Some(_)) => Decision { side, parts: BTreeMap::new(), is_left_out: false, is_settled: true },
            // The side and the parts stay, so that bringing the mark back shows what was chosen before.
            Some(None) => Decision { is_left_out: true, is_settled: true, ..before.clone() },
        };
        self.step(vec![(row, decision)]) > 0
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// The rows about which something was decided, with what.
    pub fn decided(&self, comparison: &Comparison) -> Vec<(usize, Decision)> {
        // A decision is told by how it differs from the beginning: what was decided and taken back again need not be
        // kept.
        let open = Adjudication::of(comparison);
        let both = self.decisions.iter().zip(&open.decisions).enumerate();
        both.filter(|(_, (own, open))| own != open).map(|(row, (own, _))| (row, own.clone())).collect()
    }

    /// The decisions as they were made before over the same projects; those that do not fit are left out.
    pub fn taken_up(comparison: &Comparison, decisions: Vec<(usize, Decision)>) -> Adjudication {
        let mut adjudication = Adjudication::of(comparison);
        for (row, decision) in decisions {
            let Some(aligned) = comparison.rows().get(row) else { continue };
            let has = |side: usize| aligned.marks.get(side).is_some_and(Option::is_some);
            // A decision that names a side without the mark comes from other files, or from files that changed since.
            if has(decision.side) && decision.parts.values().all(|side| has(*side)) {
                adjudication.decisions[row] = decision;
            }
        }
        adjudication
    }

    /// The same decisions over another comparison of the same sides, one of which was worked on in between: those
    /// about marks that are as they were.
    pub fn carried_over(&self, from: &Comparison, to: &Comparison) -> Adjudication {
        // Sides are named by their places; with another number of them no decision could be told whose it is.
        if from.sides().len() != to.sides().len() {
            return Adjudication::of(to);
        }
        let ids = |comparison: &Comparison, row: usize| -> Vec<Option<AnnotationId>> {
            comparison.rows()[row].marks.iter().map(|mark| mark.as_ref().map(|mark| mark.id)).collect()
        };
        let known: HashMap<Vec<Option<AnnotationId>>, usize> =
            (0..to.rows().len()).map(|row| (ids(to, row), row)).collect();
        let is_same = |side: usize, id: Option<AnnotationId>| {
            let mark =
                |comparison: &Comparison| id.and_then(|id| comparison.sides()[side].project.annotation(id).cloned());
            mark(from) == mark(to)
        };
        let carried = self.decided(from).into_iter().filter_map(|(row, decision)| {
            let ids = ids(from, row);
            // Whoever changed the mark in between has not seen the decision, so it is asked again.
            let are_same = ids.iter().enumerate().all(|(side, id)| is_same(side, *id));
            known.get(&ids).filter(|_| are_same).map(|row| (*row, decision))
        });
        Adjudication::taken_up(to, carried.collect())
    }
}
