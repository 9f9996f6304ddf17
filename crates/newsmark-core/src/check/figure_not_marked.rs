use super::{Findings, Problem, Severity};
use crate::model::{Category, Project, Spans};
use crate::suggest::{ArticleProposals, Tier};

/// The kind of the problem that every likely figure is which no mark holds and nobody dismissed.
const FIGURE_NOT_MARKED: &str = "FigureNotMarked";

/// The likely figures of an article that no mark holds and nobody dismissed, a note each, in the order of the text; none
/// where the project's settings say that nothing is proposed.
///
/// It is no check of [`CHECKS`](super::CHECKS): those look at marks and run at every edit, and what the words of an
/// article state is found once and kept by whoever has the time for it.
///
/// ```
/// use newsmark_core::check::figures_not_marked;
/// use newsmark_core::model::{Article, Card, Project, Text};
/// use newsmark_core::suggest::ArticleProposals;
///
/// let text = Text::new("Shells killed 12 people in Karsa.".to_owned());
/// let project = Project::new(Article { text, card: Card::default() });
/// let found = figures_not_marked(&project, &ArticleProposals::of(project.article()));
/// assert_eq!(found[0].why, "No mark holds “killed 12 people”, ¶ 1");
/// ```
pub fn figures_not_marked(project: &Project, stated: &ArticleProposals) -> Vec<Problem> {
    let text = &project.article().text;
    let open = stated.open(project).into_iter().filter(|proposal| {
        let counts = matches!(proposal.category(), Category::Casualties | Category::Displacement);
        counts && proposal.tier == Tier::Likely
    });
    let problem = |spans: &Spans| Problem {
        severity: Severity::Note,
        kind: FIGURE_NOT_MARKED,
        annotation: None,
        field: None,
        why: format!("No mark holds {}", text.called(spans)),
        at: Some(spans.clone()),
        fix: None,
    };
    open.map(|proposal| problem(&proposal.spans)).collect()
}

impl Findings {
    /// Adds [`figures_not_marked`] behind what else is about the article.
    pub fn add_figures_not_marked(&mut self, project: &Project, stated: &ArticleProposals) {
        // A note is the least grave, so that it comes last there.
        let first_of_marks = self.problems.iter().position(|problem| problem.annotation.is_some());
        let place = first_of_marks.unwrap_or(self.problems.len());
        self.problems.splice(place..place, figures_not_marked(project, stated));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::findings;
    use crate::check::tests::example;
    use crate::edit::OpenProject;
    use crate::model::{Person, ProjectSettings, ProposalsSetting, Time};

    const TEXT: &str = "Shells killed 12 people in Karsa. Nine families fled.\n       ^^^^^^^^^^^^^^^^ Casualties";

    fn whys(project: &Project) -> Vec<String> {
        let mut found = findings(project, &[]);
        found.add_figures_not_marked(project, &ArticleProposals::of(project.article()));
        let of_kind = found.problems.iter().filter(|problem| problem.kind == FIGURE_NOT_MARKED);
        of_kind.map(|problem| problem.why.clone()).collect()
    }

    #[test]
    fn a_figure_without_a_mark_is_a_note_until_it_is_marked_or_dismissed() {
        let project = example(TEXT, &["1 figure.text = 12"]);
        assert_eq!(whys(&project), ["No mark holds “Nine families fled”, ¶ 1"]);
        let stated = ArticleProposals::of(project.article());
        let mut open = OpenProject::new(project.clone(), true);
        open.dismiss_proposals(&stated.open(&project), None, &Person::new("Ines Varga").unwrap(), Time(0)).unwrap();
        assert_eq!(whys(open.project()), [""; 0]);
    }

    #[test]
    fn nothing_is_missing_where_nothing_is_proposed() {
        let mut project = example(TEXT, &[]);
        let by = Person::new("Ines Varga").unwrap();
        let proposals = Some(ProposalsSetting { value: false, by, on: Time(0) });
        let settings = ProjectSettings { proposals, ..ProjectSettings::default() };
        project.apply(crate::model::Change::ReplaceSettings(settings)).unwrap();
        assert_eq!(whys(&project), [""; 0]);
    }

    #[test]
    fn figures_without_a_mark_come_before_what_is_about_marks() {
        let project = example(TEXT, &["1 figure.text = 12"]);
        let mut found = findings(&project, &[]);
        found.add_figures_not_marked(&project, &ArticleProposals::of(project.article()));
        let kinds: Vec<_> = found.problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds.first(), Some(&FIGURE_NOT_MARKED), "{kinds:?}");
        assert_eq!(
            found.problems[0].at.as_ref().map(|at| project.article().text.words(at.as_slice()[0])),
            Some("Nine families fled")
        );
    }
}
