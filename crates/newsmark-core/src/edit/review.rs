//! Review: what is submitted, judged, said and signed.

use std::sync::Arc;

use crate::model::{
    Annotation, AnnotationId, Change, Comment, CommentId, Person, ProjectSettings, ProposalsSetting, SignOff, Status,
    Time,
};

use crate::review::{self, HistoryLine};

use super::{EditError, OpenProject};

impl OpenProject {
    /// Hands an annotation in for review: a draft, or one that was sent back. Any other stays as it is.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn submit(&mut self, id: AnnotationId, time: Time) -> Result<(), EditError> {
        self.edit(id, "submit mark", None, time, |annotation| {
            submit(annotation);
            Ok(())
        })
    }

    /// Hands all drafts in for review in one step. Answers how many there were.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn submit_all(&mut self, time: Time) -> Result<usize, EditError> {
        let drafts = self.project().annotations().iter().filter(|annotation| annotation.status == Status::Draft);
        let submitted = drafts.map(|draft| {
            let mut annotation = Annotation::clone(draft);
            submit(&mut annotation);
            Change::Replace(Arc::new(annotation))
        });
        let changes: Vec<Change> = submitted.collect();
        let n_submitted = changes.len();
        if n_submitted > 0 {
            self.perform("submit all drafts", None, Change::Batch(changes), time)?;
        }
        Ok(n_submitted)
    }

    /// Whether the person may approve an annotation: where four eyes are asked
    /// for, not the one who last changed it.
    pub fn may_approve(&self, id: AnnotationId) -> bool {
        let editor = self.project().annotation(id).map(|annotation| &annotation.editor);
        !self.project().settings().four_eyes || editor.is_none() || editor != self.person.as_ref()
    }

    /// Gives an annotation a status, with a comment where there is one, in one
    /// step. A draft, or one that waits again, has no judge.
    ///
    /// # Errors
    /// Where nobody is named, where the person may not approve it, or as [`OpenProject::perform`].
    ///
    /// ```
    /// use newsmark_core::edit::OpenProject;
    /// use newsmark_core::interchange::import;
    /// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span, Status, Time};
    ///
    /// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
    /// let (span, author) = (Span::new(0, 3).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
    /// let (id, category) = (AnnotationId::from_u64(1), Category::Casualties);
    /// let annotations = vec![Annotation::draft(id, span, category, author)];
    /// let project = Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(article) })?;
    /// let mut open = OpenProject::new(project, true);
    /// open.person = Person::new("Tomas Reed");
    /// open.judge(id, Status::Approved, None, Time(0))?;
    /// assert_eq!(open.project().annotations()[0].judge, open.person);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn judge(
        &mut self,
        id: AnnotationId,
        status: Status,
        comment: Option<(CommentId, String)>,
        time: Time,
    ) -> Result<(), EditError> {
        let person = self.reviewer()?;
        let name = match status {
            Status::Draft => "make draft again",
            Status::Submitted => "open mark again",
            Status::Approved => "approve mark",
            Status::ChangesRequested => "ask for changes",
            Status::Rejected => "reject mark",
        };
        if status == Status::Approved && !self.may_approve(id) {
            return Err(EditError::FourEyes);
        }
        self.seal();
        self.edit(id, name, None, time, |annotation| {
            let is_judged = !matches!(status, Status::Draft | Status::Submitted);
            // Approving twice does not change who approved first.
            if annotation.status != status {
                annotation.judge = is_judged.then(|| person.clone());
                annotation.status = status;
            }
            annotation.comments.extend(comment.and_then(|(id, text)| written(id, &text, person, time)));
            Ok(())
        })
    }

    /// Adds a comment to the end of an annotation's thread; blank words are none.
    ///
    /// # Errors
    /// Where nobody is named, or as [`OpenProject::perform`].
    pub fn comment(&mut self, id: AnnotationId, comment: CommentId, text: &str, time: Time) -> Result<(), EditError> {
        let person = self.reviewer()?;
        self.seal();
        self.edit(id, "comment", None, time, |annotation| {
            annotation.comments.extend(written(comment, text, person, time));
            Ok(())
        })
    }

    /// Gives a comment other words; blank ones are none and change nothing.
    ///
    /// # Errors
    /// Where somebody else wrote it, or as [`OpenProject::perform`].
    pub fn edit_comment(
        &mut self,
        id: AnnotationId,
        comment: CommentId,
        text: &str,
        time: Time,
    ) -> Result<(), EditError> {
        let person = self.reviewer()?;
        self.seal();
        self.edit(id, "change of comment", None, time, |annotation| {
            let place = own_comment(annotation, comment, &person)?;
            if let (Some(place), false) = (place, text.trim().is_empty()) {
                annotation.comments[place].text = text.trim().to_owned();
            }
            Ok(())
        })
    }

    /// Takes a comment out of its thread.
    ///
    /// # Errors
    /// Where somebody else wrote it, or as [`OpenProject::perform`].
    pub fn delete_comment(&mut self, id: AnnotationId, comment: CommentId, time: Time) -> Result<(), EditError> {
        let person = self.reviewer()?;
        self.seal();
        self.edit(id, "delete comment", None, time, |annotation| {
            if let Some(place) = own_comment(annotation, comment, &person)? {
                annotation.comments.remove(place);
            }
            Ok(())
        })
    }

    /// How many annotations, placed or not, are neither approved nor rejected: none where the project can be signed off.
    pub fn n_unjudged(&self) -> usize {
        let is_open = |status| !matches!(status, Status::Approved | Status::Rejected);
        let placed = self.project().annotations().iter().filter(|annotation| is_open(annotation.status)).count();
        placed + self.project().unplaced().iter().filter(|kept| is_open(kept.status)).count()
    }

    /// Puts the person's name under the project as it is.
    ///
    /// # Errors
    /// Where nobody is named, where an annotation is neither approved nor rejected, or as [`OpenProject::perform`].
    pub fn sign_off(&mut self, time: Time) -> Result<(), EditError> {
        let person = self.reviewer()?;
        if self.n_unjudged() > 0 {
            return Err(EditError::NotJudged);
        }
        let annotations = self.project().annotations().iter().map(Arc::as_ref);
        let proposals = self.project().made_with_proposals();
        let sign_off = Arc::new(SignOff { proposals, ..SignOff::of(person, time, annotations) });
        let mut sign_offs = self.project().sign_offs().to_vec();
        sign_offs.push(sign_off);
        self.perform("sign-off", None, Change::ReplaceSignOffs(sign_offs), time)
    }

    /// Changes what the project asks of those who work on it.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn set_settings(&mut self, settings: ProjectSettings, time: Time) -> Result<(), EditError> {
        if settings == *self.project().settings() {
            return Ok(());
        }
        self.perform("change of the project’s settings", None, Change::ReplaceSettings(settings), time)
    }

    /// Decides whether the program proposes marks and fields, one step; nothing where somebody decided the same before.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn set_proposals(&mut self, on: bool, by: &Person, time: Time) -> Result<(), EditError> {
        let before = self.project().settings();
        if before.proposals.as_ref().is_some_and(|setting| setting.value == on) {
            return Ok(());
        }
        let proposals = Some(ProposalsSetting { value: on, by: by.clone(), on: time });
        let settings = ProjectSettings { proposals, ..before.clone() };
        let name = if on { "turning proposals on" } else { "turning proposals off" };
        self.perform(name, None, Change::ReplaceSettings(settings), time)
    }

    /// What became of an annotation, comments left out, as a save at that moment would tell it, and whether the
    /// last sentence stands in no file yet.
    pub fn history_lines(&self, id: AnnotationId, time: Time) -> (Vec<HistoryLine>, bool) {
        let Some(annotation) = self.project().annotation(id) else { return (Vec::new(), false) };
        // The window shows the thread of comments beside the history.
        let without_comments = Annotation { comments: Vec::new(), ..Annotation::clone(annotation) };
        let unsaved_events = self.unsaved_events(time);
        let unsaved_events = unsaved_events.into_iter().find(|(of, _)| *of == id);
        let is_pending = unsaved_events.is_some();
        let mut project = self.project().clone();
        let mut histories = project.histories().clone();
        histories.extend(unsaved_events);
        project.set_histories(histories);
        (review::history_lines(&project, &without_comments), is_pending)
    }

    fn reviewer(&self) -> Result<Person, EditError> {
        self.person.clone().ok_or(EditError::Nobody)
    }
}

fn submit(annotation: &mut Annotation) {
    if matches!(annotation.status, Status::Draft | Status::ChangesRequested) {
        annotation.status = Status::Submitted;
        annotation.judge = None;
    }
}

fn written(id: CommentId, text: &str, author: Person, time: Time) -> Option<Comment> {
    let text = text.trim();
    (!text.is_empty()).then(|| Comment { id, author, time, text: text.to_owned() })
}

/// The place of a comment in its thread, where the person wrote it.
fn own_comment(annotation: &Annotation, id: CommentId, person: &Person) -> Result<Option<usize>, EditError> {
    let place = annotation.comments.iter().position(|comment| comment.id == id);
    match place.map(|place| &annotation.comments[place].author) {
        Some(author) if author != person => Err(EditError::OthersComment(author.clone())),
        _ => Ok(place),
    }
}
