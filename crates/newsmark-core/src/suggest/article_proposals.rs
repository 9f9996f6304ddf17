use std::sync::Arc;

use super::attribution::FoundAttribution;
use super::feedback::HiddenProposals;
use super::field_hint::{FieldHint, hints_of};
use super::field_proposal::FieldProposal;
use super::fields_of::fields_of;
use super::find::stated;
use super::left::Left;
use super::proposal::Proposal;
use crate::model::{Annotation, Article, Project, Text};

/// All that the words of an article state, found once: the text of a project never changes.
///
/// Finding it is linear in the length of the article and belongs off the thread of a window. It depends on the text, its
/// language and its day of publication, and on nothing that is marked; what of it is left to do in a project is asked
/// with each edit and costs what is proposed and marked, not the text. English is read whole, Arabic for its figures and
/// quotations, an article of another language for its quotations alone, as no list of words for it is here.
///
/// Of a project of another text, and of one whose settings say that nothing is proposed, nothing is left.
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
    pub(super) article: Article,
    /// In the order of the text.
    pub(super) all: Vec<Arc<Proposal>>,
    /// Who is reported to have said what, in the order of the text.
    pub(super) reported: Vec<FoundAttribution>,
}

impl ArticleProposals {
    /// Finds what the words of an article state.
    pub fn of(article: &Article) -> ArticleProposals {
        let (all, reported) = stated(article);
        let all = all.into_iter().map(Arc::new).collect();
        ArticleProposals { article: article.clone(), all, reported }
    }

    /// What another program found in the article, to be asked in the same way.
    pub fn given(article: &Article, mut proposals: Vec<Proposal>) -> ArticleProposals {
        // As the queue goes: by the first word, of several there the longest first.
        proposals.sort_by_key(|proposal| (proposal.spans.start(), std::cmp::Reverse(proposal.spans.end())));
        let all = proposals.into_iter().map(Arc::new).collect();
        ArticleProposals { article: article.clone(), all, reported: Vec::new() }
    }

    /// What no mark of the project holds yet and nobody dismissed, in the order of the text.
    ///
    /// A figure, quotation or statement that a mark of its category already holds is not proposed again; a figure inside
    /// a larger mark is proposed as its part. Where of one rule and word at least four were dismissed and none was
    /// accepted, others of it are possible at most: see [`ArticleProposals::hidden`].
    pub fn open(&self, project: &Project) -> Vec<Arc<Proposal>> {
        Left::of(self, project).open
    }

    /// What is left out of [`ArticleProposals::open`] as all of its like were dismissed, in the order of the text: a
    /// front end says so with [`HiddenProposals::describe`].
    pub fn hidden(&self, project: &Project) -> Vec<HiddenProposals> {
        Left::of(self, project).hidden
    }

    /// What the words state of fields that are unknown in `mark`, in the order of its form: those of its own figure or
    /// statement, by whose account it is, and day, place and source of the mark before it in its sentence or paragraph,
    /// each with its reason.
    pub fn fields_of(&self, project: &Project, mark: &Annotation) -> Vec<FieldProposal> {
        if self.is_silent(project) { Vec::new() } else { fields_of(self, project, mark) }
    }

    /// Where `mark` says another harm, term or number than its words do.
    pub fn hints_of(&self, project: &Project, mark: &Annotation) -> Vec<FieldHint> {
        if self.is_silent(project) { Vec::new() } else { hints_of(self, mark) }
    }

    /// The text of the article.
    pub(super) fn text(&self) -> &Text {
        &self.article.text
    }

    /// Whether nothing is proposed of the project: it asks so, or has another text, where spans would point anywhere.
    pub(super) fn is_silent(&self, project: &Project) -> bool {
        !project.settings().proposes() || project.article().text.sha256() != self.text().sha256()
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
