use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::figures::ConflictKind;
use crate::model::{Annotation, FieldPath, FigurePart};

/// A figure that cannot hold together with one before it, as the ledger finds
/// them; told at the later of the two.
pub(super) const CHECK: Check = Check {
    kind: "FiguresConflict",
    severity: Severity::Note,
    run: Run::Linked(run),
    fires: Example {
        article: "Ten died. The office said that 14 did.\n^^^^^^^^ Casualties\n                               ^^ Casualties",
        records: &[
            "1 harm = Killed",
            "1 figure.unit = Person",
            "1 figure.best = 10",
            "1 scope.kind = Event",
            "2 harm = Killed",
            "2 figure.unit = Person",
            "2 figure.best = 14",
            "2 scope.kind = SameAs",
            "2 scope.of = #1",
        ],
    },
    silent: Example {
        article: "Ten died. The office said that 14 did.\n^^^^^^^^ Casualties\n                               ^^ Casualties",
        records: &[
            "1 harm = Killed",
            "1 figure.unit = Person",
            "1 figure.best = 10",
            "1 scope.kind = Event",
            "2 harm = Killed",
            "2 figure.unit = Person",
            "2 figure.best = 14",
            "2 scope.kind = UpdateOf",
            "2 scope.of = #1",
        ],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(conflicts) = context.across.conflicts.get(&annotation.id) else { return };
    for &at in conflicts {
        let conflict = &context.ledger.conflicts[at];
        let Some(other) = context.linked(Some(conflict.ids[0])) else { continue };
        // Who did it is contested in most wars; the ledger lists it, and no record is wrong by it.
        if conflict.kind == ConflictKind::Figures {
            let why = format!("{}, here and at {}", conflict.why, context.named(other));
            found.push(Finding::in_field(FieldPath::Figure(FigurePart::Text), why));
        }
    }
}
