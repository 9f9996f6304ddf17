use super::cycles::leads_to;
use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, FieldPath, FieldValue, ScopeKind};

/// Two counts that are linked as the same, each of which enters a total (Every Casualty, *Standards*: no double counting).
///
/// They are linked where a count is the same as another, or claims that are the
/// same are about them, over any number of links. Counts of another harm,
/// measure or unit are of something else.
pub(super) const CHECK: Check = Check {
    kind: "CountedTwice",
    severity: Severity::Error,
    run: Run::Linked(run),
    fires: Example {
        article: "Ten died, he said. Ten had died, she said.\n^^^^^^^^ Casualties\n                   ^^^^^^^^^^^^ Casualties\n^^^^^^^^ Claims",
        records: &[
            "1 figure.unit = Person",
            "1 scope.kind = Event",
            "2 figure.unit = Person",
            "2 scope.kind = Event",
            "3 links[7].kind = SameAs",
            "3 links[7].to = #1",
            "3 links[8].kind = SameAs",
            "3 links[8].to = #2",
        ],
    },
    silent: Example {
        article: "Ten died, he said. Ten had died, she said.\n^^^^^^^^ Casualties\n                   ^^^^^^^^^^^^ Casualties",
        records: &["1 scope.kind = Event", "2 scope.kind = SameAs", "2 scope.of = #1"],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(twin) = context.linked(context.across.twins.get(&annotation.id).copied()) else { return };
    let why = format!("The count is linked as the same as {} and both enter the total", context.named(twin));
    let same = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::SameAs as usize);
    let values = [(FieldPath::Scope, same), (FieldPath::ScopeOf, FieldValue::Mark(Some(twin.id)))];
    // A count that hangs on this one cannot be what this one is the same as.
    let fix = (!hangs_on(context, twin, annotation)).then(|| Fix::fields("Count it once", values));
    found.push(Finding::in_field(FieldPath::Scope, why).or(fix));
}

/// Whether the scope of `one` leads to `other` within a few links.
fn hangs_on(context: &CheckContext<'_>, one: &Annotation, other: &Annotation) -> bool {
    let mut next = leads_to(one);
    // Links may lead in a circle, which never comes back to `other`.
    for _ in 0..MOST_LINKS {
        match context.linked(next) {
            Some(reached) if reached.id == other.id => return true,
            Some(reached) => next = leads_to(reached),
            None => return false,
        }
    }
    true
}

/// A longer chain of links is not followed: nothing is offered then.
const MOST_LINKS: usize = 16;

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    const ARTICLE: &str = "Ten died, he said. Ten had died, she said.\n^^^^^^^^ Casualties\n                   ^^^^^^^^^^^^ Casualties\n^^^^^^^^ Claims\n                   ^^^^^^^^^^^^ Claims";
    const LINKS: [&str; 10] = [
        "1 figure.unit = Person",
        "2 figure.unit = Person",
        "1 scope.kind = Event",
        "2 scope.kind = Event",
        "3 links[7].kind = About",
        "3 links[7].to = #1",
        "4 links[8].kind = About",
        "4 links[8].to = #2",
        "3 links[9].kind = SameAs",
        "3 links[9].to = #4",
    ];

    #[test]
    fn claims_that_are_the_same_join_the_counts_that_they_are_about() {
        let expected = ["The count is linked as the same as “Ten died” and both enter the total"];
        assert_eq!(whys(&CHECK, ARTICLE, &LINKS), expected);
    }

    #[test]
    fn counts_of_different_harm_and_counts_that_were_updated_are_let_be() {
        let other_harm = [&LINKS[..], &["1 harm = Killed", "2 harm = Injured"]].concat();
        assert!(whys(&CHECK, ARTICLE, &other_harm).is_empty());
        let updated = [&LINKS[..], &["2 scope.kind = UpdateOf", "2 scope.of = #1"]].concat();
        assert!(whys(&CHECK, ARTICLE, &updated).is_empty());
    }
}
