use std::sync::Arc;

use super::attribution::FoundAttribution;
use super::field_proposal::FieldProposal;
use super::fields_of::fields_of;
use super::find::{reported, stated};
use super::marked::leave_out_marked;
use super::proposal::Proposal;
use super::words::Words;
use crate::model::{Annotation, Article, Project, Text};

/// All that the words of an article state, found once: the text of a project never changes.
///
/// Finding it is linear in the length of the article and belongs off the thread of a window. It depends on the text, its
/// language and its day of publication, and on nothing that is marked; what of it is left to do in a project is asked
/// with each edit and costs what is proposed and marked, not the text. English is read whole, Arabic for its figures and
/// quotations, an article of another language for its quotations alone, as no list of words for it is here.
///
/// ```
/// use newsmark_core::model::{Article, Card, Project, Text};
/// use newsmark_core::suggest::ArticleProposals;
///
/// let text = Text::new("At least 14 farmers were killed near Tarn on Monday.".to_owned());
/// let project = Project::new(Article { text, card: Card::default() });
/// let stated = ArticleProposals::of(project.article());
/// assert_eq!(stated.open(&project)[0].why, "**were killed** governs **At least 14 farmers**");
/// ```
#[derive(Clone, Debug)]
pub struct ArticleProposals {
    pub(super) text: Text,
    /// In the order of the text.
    pub(super) all: Vec<Arc<Proposal>>,
    /// Who is reported to have said what, in the order of the text.
    pub(super) reported: Vec<FoundAttribution>,
}

impl ArticleProposals {
    /// Finds what the words of an article state.
    pub fn of(article: &Article) -> ArticleProposals {
        let words = Words::of(&article.text);
        let reported = reported(article, &words);
        let all = stated(article, &words, &reported).into_iter().map(Arc::new).collect();
        ArticleProposals { text: article.text.clone(), all, reported }
    }

    /// What no mark of the project holds yet, in the order of the text; nothing for a project of another text.
    ///
    /// A figure, quotation or statement that a mark of its category already holds is not proposed again; a figure inside
    /// a larger mark is proposed as its part.
    pub fn open(&self, project: &Project) -> Vec<Arc<Proposal>> {
        // The spans of another text would point anywhere.
        if project.article().text.sha256() != self.text.sha256() {
            return Vec::new();
        }
        let mut open = self.all.clone();
        leave_out_marked(project, &mut open);
        open
    }

    /// What the words state of fields that are unknown in `mark`, in the order of its form.
    pub fn fields_of(&self, project: &Project, mark: &Annotation) -> Vec<FieldProposal> {
        fields_of(self, project, mark)
    }
}

/// What the words of a project's article state and no mark of it holds yet, in the order of the text: see
/// [`ArticleProposals`], which a caller keeps who asks more than once.
///
/// ```
/// use newsmark_core::model::{Article, Card, Details, Harm, Project, Text};
/// use newsmark_core::suggest::{Tier, proposals};
///
/// let text = Text::new("At least 14 farmers were killed near Tarn on Monday.".to_owned());
/// let found = proposals(&Project::new(Article { text: text.clone(), card: Card::default() }));
/// assert_eq!(text.words(found[0].spans.as_slice()[0]), "At least 14 farmers were killed");
/// let Details::Casualties(record) = &found[0].details else { panic!() };
/// assert_eq!((record.harm, record.figure.low, found[0].tier), (Harm::Killed, Some(14), Tier::Likely));
/// ```
pub fn proposals(project: &Project) -> Vec<Proposal> {
    let stated = ArticleProposals::of(project.article());
    let open = stated.open(project);
    // Given away first, so that what is left is owned by the list alone and need not be copied.
    drop(stated);
    open.into_iter().map(Arc::unwrap_or_clone).collect()
}
