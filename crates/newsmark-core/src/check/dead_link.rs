use super::{Check, CheckBasis, CheckContext, Example, Finding, Run, Severity};
use crate::edit::{Fix, Remedy};
use crate::figures::{Counted, Why};
use crate::model::{
    Annotation, AnnotationId, AttributionPart, Category, Details, FieldPath, FieldValue, LinkKind, LinkPart, ScopeKind,
};

/// A link or source that is not there, or a link to a mark of the wrong kind: a total would leave the count out.
pub(super) const CHECK: Check = Check {
    kind: "DeadLink",
    severity: Severity::Error,
    run: Run::Both(alone, linked),
    fires: Example {
        article: "12 died, 5 of them women.\n         ^^^^^^^^^ Casualties",
        records: &["1 scope.kind = PartOf", "1 scope.of = #9"],
    },
    silent: Example {
        article: "12 died, 5 of them women.\n         ^^^^^^^^^ Casualties\n^^^^^^^ Casualties",
        records: &["1 scope.kind = PartOf", "1 scope.of = #2"],
    },
};

fn alone(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    found.extend(source(basis, annotation));
}

fn linked(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    found.extend(scope(context, annotation));
    match &annotation.details {
        Details::Quotes(quote) => {
            let why = quote.inside.and_then(|id| missing(context, id, "The quote around it", Category::Quotes));
            let fix = Fix::fields("Clear the link", [(FieldPath::Inside, FieldValue::Mark(None))]);
            found.extend(why.map(|why| Finding::in_field(FieldPath::Inside, why).or(fix)));
        }
        Details::Claims(claim) => {
            // A link without a kind was only just added and is being filled in.
            for link in claim.links.iter().filter(|link| link.kind != LinkKind::Unspecified) {
                let label = link.kind.label();
                let why = match link.to {
                    None => format!("The link “{label}” leads to no mark"),
                    Some(id) if id == annotation.id => format!("The link “{label}” leads back to its own claim"),
                    // Also to a mark without a place, which is there and may be placed again.
                    Some(id) if context.project.has(id) => continue,
                    Some(_) => format!("The link “{label}” leads to a mark that is not there"),
                };
                let fix = Fix { label: "Remove the link".to_owned(), remedy: Remedy::RemoveItem(link.id) };
                found.push(Finding::in_field(FieldPath::Link(link.id, LinkPart::To), why).or(fix));
            }
        }
        Details::Casualties(_) | Details::Displacement(_) => {}
    }
}

fn scope(context: &CheckContext<'_>, annotation: &Annotation) -> Option<Finding> {
    let scope = annotation.details.scope().filter(|scope| scope.kind.needs_other())?;
    let what = format!("The count of “{}”", scope.kind.label());
    let why = match scope.of {
        None => format!("{what} is not chosen"),
        Some(id) => {
            missing(context, id, &what, annotation.category()).or_else(|| other_kind(context, annotation, &what))?
        }
    };
    let undecided = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::Unspecified as usize);
    let values = [(FieldPath::Scope, undecided), (FieldPath::ScopeOf, FieldValue::Mark(None))];
    Some(Finding::in_field(FieldPath::ScopeOf, why).or(Fix::fields("Clear the scope", values)))
}

/// Why a count cannot be said again, or brought up to date, by one of another harm or measure.
fn other_kind(context: &CheckContext<'_>, annotation: &Annotation, what: &str) -> Option<String> {
    let is_other = context.across.errors.get(&annotation.id) == Some(&Why::OtherKind);
    let other = context.linked(annotation.details.scope().filter(|_| is_other)?.of)?;
    let label = |details| Counted::by(details).map_or("", Counted::label);
    let (own, others) = (label(&annotation.details), label(&other.details));
    Some(format!("{what} is {}, which counts “{others}” and not “{own}”", context.named(other)))
}

fn source(basis: &CheckBasis<'_>, annotation: &Annotation) -> Option<Finding> {
    let id = annotation.details.attribution().source?;
    if basis.sources.get(id).is_some() {
        return None;
    }
    let field = FieldPath::Attribution(AttributionPart::Source);
    let fix = Fix::fields("Clear the source", [(field, FieldValue::Source(None))]);
    Some(Finding::in_field(field, "The source is not in the project’s table of sources").or(fix))
}

/// Why the mark is none that `what` could be; `None` where it is of that category.
fn missing(context: &CheckContext<'_>, id: AnnotationId, what: &str, category: Category) -> Option<String> {
    match context.project.annotation(id) {
        Some(other) if other.category() == category => None,
        Some(other) => Some(format!("{what} is {}, marked as {}", context.named(other), other.category().noun())),
        None if context.project.has(id) => Some(format!("{what} is a mark without a place")),
        None => Some(format!("{what} is a mark that is not there")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn links_to_marks_of_another_kind_are_told() {
        let article = "12 died, he said.\n^^^^^^^ Casualties\n^^^^^^^^^^^^^^^^ Quotes";
        let records = ["1 scope.kind = SameAs", "1 scope.of = #2", "2 inside = #1"];
        let expected = [
            "The count of “Same as another” is “12 died, he said”, marked as quote",
            "The quote around it is “12 died”, marked as casualties",
        ];
        assert_eq!(whys(&CHECK, article, &records), expected);
    }

    #[test]
    fn a_claim_s_links_and_a_source_that_is_not_there_are_told() {
        let article = "12 died, he said.\n^^^^^^^ Claims";
        let records = [
            "1 attribution.source = 3",
            "1 links[7].kind = Denies",
            "1 links[7].to = #8",
            "1 links[8].kind = About",
            "1 links[9].to = #8",
        ];
        let expected = [
            "The source is not in the project’s table of sources",
            "The link “Denies” leads to a mark that is not there",
            "The link “About” leads to no mark",
        ];
        assert_eq!(whys(&CHECK, article, &records), expected);
    }
}
