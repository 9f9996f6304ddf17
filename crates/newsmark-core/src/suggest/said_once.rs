//! The same words are proposed as one thing.

use std::sync::Arc;

use super::proposal::Proposal;
use crate::model::{Category, ClaimKind, Details, Project, QuoteKind, Span};

/// Leaves out statements whose words are proposed as something that says more: "officials said 12 people died" is a count
/// with officials as its source, and neither an indirect quotation nor a claim besides.
///
/// What was `dismissed` counts as well: words that are no claim do not come back as a quotation.
pub(super) fn said_once(proposals: &mut Vec<Arc<Proposal>>, dismissed: &[&Arc<Proposal>]) {
    // A quotation without marks gives way to a claim, so that no claim gives way to it: both would be gone.
    let all = proposals.iter().chain(dismissed.iter().copied()).filter(|proposal| !is_indirect(proposal));
    let mut told: Vec<(Category, Vec<Span>)> =
        all.map(|proposal| (proposal.category(), proposal.spans.as_slice().to_vec())).collect();
    told.sort_by_key(|(_, spans)| spans.first().map(|span| span.start()));
    let mut reach = 0;
    // In the order of the text; how far each reaches at most, so that looking back ends.
    let reaches: Vec<usize> = told
        .iter()
        .map(|(_, spans)| {
            reach = spans.last().map_or(reach, |span| span.end().max(reach));
            reach
        })
        .collect();
    proposals.retain(|proposal| {
        let stronger = stronger(proposal);
        let (start, end) = (proposal.spans.start(), proposal.spans.end());
        let behind = told.partition_point(|(_, spans)| spans.first().is_some_and(|span| span.start() < end));
        let near = (0..behind).rev().take_while(|&n| reaches[n] > start);
        let mut others = near.map(|n| &told[n]).filter(|(category, _)| stronger.contains(category));
        !others.any(|(_, spans)| shares(spans, proposal.spans.as_slice()))
    });
}

/// Whether marks of a project tell the same words as something that says more.
pub(super) fn is_told(project: &Project, proposal: &Proposal) -> bool {
    let stronger = stronger(proposal);
    let mut over = project.annotations().over(proposal.spans.start()..proposal.spans.end());
    over.any(|mark| stronger.contains(&mark.category()) && shares(mark.spans.as_slice(), proposal.spans.as_slice()))
}

fn is_indirect(proposal: &Proposal) -> bool {
    matches!(&proposal.details, Details::Quotes(record) if record.kind == QuoteKind::Indirect)
}

/// The categories of records that say more than such a statement.
fn stronger(proposal: &Proposal) -> &'static [Category] {
    match &proposal.details {
        Details::Quotes(_) if is_indirect(proposal) => {
            &[Category::Casualties, Category::Displacement, Category::Claims]
        }
        // Words in quotation marks about what is to come are a quotation first.
        Details::Claims(record) if record.kind == ClaimKind::Prediction => &[Category::Quotes],
        // Against another count it says more than the count itself.
        Details::Claims(record) if record.kind == ClaimKind::Quantity && proposal.rule != "contradiction" => {
            &[Category::Casualties, Category::Displacement]
        }
        _ => &[],
    }
}

fn shares(one: &[Span], other: &[Span]) -> bool {
    one.iter().any(|span| other.iter().any(|another| span.overlaps(*another)))
}

#[cfg(test)]
mod tests {
    use crate::edit::OpenProject;
    use crate::model::{Category, Person, Time};
    use crate::suggest::ArticleProposals;
    use crate::suggest::testing::unmarked;

    fn categories(text: &str) -> Vec<Category> {
        let project = unmarked(text);
        ArticleProposals::of(project.article()).open(&project).iter().map(|proposal| proposal.category()).collect()
    }

    #[test]
    fn a_reported_count_is_proposed_as_the_count_alone() {
        assert_eq!(categories("Officials said 12 people died in the flood."), [Category::Casualties]);
    }

    #[test]
    fn words_that_are_no_count_do_not_come_back_as_a_quotation() {
        let project = unmarked("Officials said 12 people died in the flood.");
        let stated = ArticleProposals::of(project.article());
        let counts = stated.open(&project);
        assert_eq!(counts.iter().map(|one| one.category()).collect::<Vec<_>>(), [Category::Casualties]);
        let mut open = OpenProject::new(project, true);
        open.dismiss_proposals(&counts, None, &Person::new("Ines Varga").unwrap(), Time(0)).unwrap();
        assert!(stated.open(open.project()).is_empty());
    }

    #[test]
    fn what_somebody_says_is_to_come_is_a_claim_without_marks_and_a_quotation_within_them() {
        assert_eq!(categories("The ministry said that prices will rise again in the spring."), [Category::Claims]);
        assert_eq!(categories("“Prices will rise again in the spring,” the ministry said."), [Category::Quotes]);
    }

    #[test]
    fn what_is_quoted_is_proposed_beside_the_count_in_it() {
        let found = categories("“We saw 12 people killed in the square,” the mayor said.");
        assert!(found.contains(&Category::Quotes) && found.contains(&Category::Casualties), "{found:?}");
    }
}
