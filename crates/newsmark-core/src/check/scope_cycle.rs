use super::cycles::leads_to;
use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, ScopeKind};

/// A count or quote that is within itself, by itself or over others: then none of them has a whole.
pub(super) const CHECK: Check = Check {
    kind: "ScopeCycle",
    severity: Severity::Error,
    run: Run::Linked(run),
    fires: Example { article: "12 died.\n^^^^^^^ Casualties", records: &["1 scope.kind = PartOf", "1 scope.of = #1"] },
    silent: Example {
        article: "12 died, 5 at once.\n^^^^^^^ Casualties\n         ^^^^^^^^^ Casualties",
        records: &["2 scope.kind = PartOf", "2 scope.of = #1"],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    if !context.across.cyclic.contains(&annotation.id) {
        return;
    }
    let Some(next) = context.linked(leads_to(annotation)) else { return };
    let over = match next.id == annotation.id {
        true => String::new(),
        false => format!(", over {}", context.named(next)),
    };
    let unlinked = FieldValue::Mark(None);
    let (field, why, values) = match annotation.details {
        Details::Quotes(_) => {
            (FieldPath::Inside, format!("The quote stands inside itself{over}"), vec![(FieldPath::Inside, unlinked)])
        }
        _ => {
            let undecided = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::Unspecified as usize);
            let values = vec![(FieldPath::Scope, undecided), (FieldPath::ScopeOf, unlinked)];
            (FieldPath::ScopeOf, format!("The scope of the count leads back to itself{over}"), values)
        }
    };
    found.push(Finding::in_field(field, why).or(Fix::fields("Clear the link", values)));
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn a_cycle_is_told_at_each_of_its_marks_and_at_none_that_leads_into_it() {
        let article = "12 died, 5 at once, 3 later.\n^^^^^^^ Casualties\n         ^^^^^^^^^ Casualties\n                    ^^^^^^^ Casualties";
        let records = [
            "1 scope.kind = PartOf",
            "1 scope.of = #2",
            "2 scope.kind = UpdateOf",
            "2 scope.of = #1",
            "3 scope.kind = PartOf",
            "3 scope.of = #1",
        ];
        let leads_back = "The scope of the count leads back to itself, over ";
        let expected = [format!("{leads_back}“5 at once”"), format!("{leads_back}“12 died”")];
        assert_eq!(whys(&CHECK, article, &records), expected);
    }

    #[test]
    fn a_quote_is_not_inside_itself() {
        let article = "“We left,” she said.\n^^^^^^^^^^ Quotes";
        assert_eq!(whys(&CHECK, article, &["1 inside = #1"]), ["The quote stands inside itself"]);
    }
}
