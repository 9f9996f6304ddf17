use crate::model::Project;
use crate::suggest::{ArticleProposals, Tier, reads_figures};

/// How many likely proposals of a project are neither marked nor dismissed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProposalsLeft {
    /// Nobody counted them yet: to read an article for what it states takes many times as long as to read its file.
    #[default]
    NotCounted,
    /// There is nothing to count: the project's settings say that nothing is proposed, or figures are not read in the
    /// article's language, so that no number would mean that it is done.
    NotProposed,
    /// So many.
    Count(usize),
}

impl ProposalsLeft {
    /// Counts those of a project, in time linear in the length of its article.
    ///
    /// ```
    /// use newsmark_core::library::ProposalsLeft;
    /// use newsmark_core::model::{Article, Card, Project, Text};
    ///
    /// let text = Text::new("At least 14 farmers were killed near Tarn on Monday.".to_owned());
    /// let project = Project::new(Article { text, card: Card { language: "en".to_owned(), ..Card::default() } });
    /// assert_eq!(ProposalsLeft::of(&project), ProposalsLeft::Count(1));
    /// ```
    pub fn of(project: &Project) -> ProposalsLeft {
        // Asked first, as finding what an article states is what takes time.
        if !project.settings().proposes() || !reads_figures(project.article()) {
            return ProposalsLeft::NotProposed;
        }
        let open = ArticleProposals::of(project.article()).open(project);
        ProposalsLeft::Count(open.iter().filter(|proposal| proposal.tier == Tier::Likely).count())
    }

    /// The number; `None` where there is none.
    pub fn count(self) -> Option<usize> {
        match self {
            ProposalsLeft::Count(n) => Some(n),
            ProposalsLeft::NotCounted | ProposalsLeft::NotProposed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Anchored, Article, Card, Change, Person, ProjectSettings, ProposalsSetting, Text, Time};

    fn project(language: &str, text: &str) -> Project {
        let card = Card { language: language.to_owned(), title: Anchored::typed(""), ..Card::default() };
        Project::new(Article { text: Text::new(text.to_owned()), card })
    }

    #[test]
    fn a_project_that_wants_nothing_proposed_has_no_number() {
        let mut project = project("en", "Shells killed 12 people in Tarn and wounded 30 others.");
        assert_eq!(ProposalsLeft::of(&project), ProposalsLeft::Count(2));
        let off = ProposalsSetting { value: false, by: Person::new("Ines Varga").unwrap(), on: Time(7) };
        let settings = ProjectSettings { proposals: Some(off), ..project.settings().clone() };
        project.apply(Change::ReplaceSettings(settings)).unwrap();
        assert_eq!(ProposalsLeft::of(&project).count(), None);
    }

    #[test]
    fn an_article_without_figures_is_done_and_one_of_another_language_has_no_number() {
        assert_eq!(ProposalsLeft::of(&project("en", "The river is quiet.")), ProposalsLeft::Count(0));
        let french = "Les obus ont fait 12 morts. « Nous avons attendu dehors toute la nuit », raconte Ana Orlo.";
        assert_eq!(ProposalsLeft::of(&project("fr", french)), ProposalsLeft::NotProposed);
        assert_eq!(ProposalsLeft::of(&project("ar", "قُتل 12 شخصًا في المدينة.")).count(), Some(1));
    }
}
