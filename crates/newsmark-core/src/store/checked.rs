//! From the structs of the format to a sound project: nothing is dropped, everything odd is told.

use std::borrow::Cow;
use std::sync::Arc;

use super::distinct_ids::{distinct_ids, fresh_id};
use super::line_ends::restored;
use super::read_error::{ReadError, ReadErrorKind};
use super::{CodePoints, Warning, WarningKind, v2};
use crate::model::{
    Anchor, Anchored, Annotation, AnnotationId, Article, Conflict, FieldPath, Finder, Histories, Project, ProjectParts,
    Sources, Span, Spans, Text, TextState, Unplaced,
};

/// The project that the file holds.
///
/// # Errors
/// None that a file can bring about: ids and places are made sound before.
pub fn project(mut file: v2::File<'static>, warnings: &mut Vec<Warning>) -> Result<Project, ReadError> {
    let (text, state) = text(&mut file.article, warnings);
    // Before anything is placed: warnings name ids, and a project refuses two marks with one.
    distinct_ids(&mut file, text.sha256(), warnings);
    let index = CodePoints::of(&text);
    let mut reading = Reading { finder: Finder::new(&index, state), text: &text, state, warnings };

    let histories = histories(&mut file);
    let title = reading.anchored(None, None, None, std::mem::take(&mut file.article.title));
    // Before the first is placed: what is certain of all of them tells where the others are to be looked for.
    reading.learn(&file.annotations);
    let mut annotations = Vec::with_capacity(file.annotations.len());
    let mut unplaced = Vec::new();
    for annotation in file.annotations {
        match reading.placed(*annotation) {
            Ok(annotation) => annotations.push(Arc::new(annotation)),
            Err(kept) => unplaced.push(*kept),
        }
    }
    for kept in file.unplaced {
        let id = kept.id.0;
        unplaced.push(kept.unplaced(&mut |field, value| reading.anchored(Some(id), Some(field), None, value)));
    }
    // Warnings are in the order of the file, in which conflicts come after the marks.
    let conflicts = reading.conflicts(file.conflicts, &index, &mut unplaced);
    let card = file.article.into_card(title);
    let sources = Sources::of(file.sources.into_iter().map(v2::Source::into_model).collect());
    let sign_offs = file.sign_offs.into_iter().map(v2::SignOff::into_model).collect();
    let dismissed_proposals = file.dismissed.into_iter().map(v2::DismissedProposal::into_model).collect();
    let (article, settings) = (Article { text, card }, file.settings.into_model());
    Project::from_parts(ProjectParts {
        article,
        settings,
        sources,
        annotations,
        unplaced,
        sign_offs,
        dismissed_proposals,
        conflicts,
        histories,
    })
    // No file can bring it about. Should a slip here do so, a refusal leaves the file as it is.
    .map_err(|misfit| ReadError { detail: misfit.to_string(), ..ReadError::new(ReadErrorKind::Malformed) })
}

/// The histories of all annotations, which are taken out of them.
fn histories(file: &mut v2::File<'static>) -> Histories {
    let annotations = file.annotations.iter_mut().chain(&mut file.unplaced);
    annotations.flat_map(|annotation| annotation.take_history()).collect()
}

/// The article's text as it was annotated, where that can be told.
fn text(article: &mut v2::Article<'static>, warnings: &mut Vec<Warning>) -> (Text, TextState) {
    let text = Text::new(std::mem::take(&mut article.text).into_owned());
    if text.sha256().to_string() == article.sha256 {
        return (text, TextState::Same);
    }
    // Tried before the text is taken for another one: of all that happens to files in git and editors this is the most
    // frequent, and it can be undone with certainty.
    if let Some(original) = restored(&text, &article.sha256) {
        warnings.push(Warning::of_article(
            WarningKind::LineEndsRestored,
            "Another program changed the line ends of the file; those of the article were put back as they were. \
             With git, put “*.ron -text” into .gitattributes",
        ));
        return (Text::new(original), TextState::LineEndsRestored);
    }
    warnings.push(Warning::of_article(
        WarningKind::TextChanged,
        "The article’s text was changed outside Newsmark since it was annotated; \
         each annotation was looked for by its words",
    ));
    (text, TextState::Changed)
}

struct Reading<'a> {
    finder: Finder<'a>,
    text: &'a Text,
    state: TextState,
    warnings: &'a mut Vec<Warning>,
}

impl Reading<'_> {
    /// Where the words of an annotation stand, if that is where the file says.
    fn direct(&self, annotation: &v2::Annotation) -> Option<Vec<Span>> {
        let v2::Annotation { at, words, .. } = annotation;
        if at.is_empty() || at.len() != words.len() {
            return None;
        }
        at.iter().zip(words).map(|(&claimed, words)| self.finder.at(claimed, words)).collect()
    }

    /// Tells the finder what is certain where words of a changed text are lost: also those that occur once.
    fn learn(&mut self, annotations: &[Box<v2::Annotation>]) {
        // In a text that is as it was, nothing is lost; line ends that were put back move nothing.
        if self.state != TextState::Changed {
            return;
        }
        let mut certain = Vec::new();
        let mut is_any_lost = false;
        for annotation in annotations {
            match self.direct(annotation) {
                Some(spans) => certain.extend(annotation.at.iter().copied().zip(spans)),
                None => {
                    is_any_lost = true;
                    let claims = annotation.at.iter().copied().zip(&annotation.words);
                    certain.extend(claims.filter_map(|(at, words)| Some((at, self.finder.unique(words)?))));
                }
            }
        }
        // Learning goes through the whole text, and is worth it only where something is to be found again.
        if is_any_lost {
            self.finder.learn(certain);
        }
    }

    fn placed(&mut self, annotation: v2::Annotation<'static>) -> Result<Annotation, Box<Unplaced>> {
        let id = annotation.id.0;
        let direct = self.direct(&annotation);
        // All spans of a mark are found where the file says, or all are looked for: a mark that is half here and half
        // elsewhere says something else.
        let was_lost = direct.is_none();
        let found = direct.or_else(|| self.found_again(&annotation));
        let Some((found, spans)) = found.and_then(|found| Some((found.clone(), Spans::new(found)?))) else {
            let words = quoted_words(&annotation.words);
            self.warnings.push(Warning::of(
                WarningKind::Unplaced,
                id,
                format!("The words of annotation {id} were not found for certain ({words}); it is kept as unplaced"),
            ));
            let mut placing = |field, value| self.anchored(Some(id), Some(field), None, value);
            return Err(Box::new(annotation.unplaced(&mut placing)));
        };
        if was_lost {
            let words = quoted_words(&annotation.words);
            self.warnings.push(Warning::of(
                WarningKind::Moved,
                id,
                format!("The words of annotation {id} did not stand where the file says; found again: {words}"),
            ));
        }
        // Compared as found and as kept: making spans sorts them and joins those that overlap.
        if found != spans.as_slice() {
            self.warnings.push(Warning::of(
                WarningKind::SpansJoined,
                id,
                format!("The spans of annotation {id} overlapped or were out of order; they were put in order"),
            ));
        }
        self.warn_within_character(id, &spans);
        let within = spans.clone();
        Ok(annotation.placed(spans, &mut |field, value| self.anchored(Some(id), Some(field), Some(&within), value)))
    }

    /// What a merge left undecided. Where the words of another's version of an
    /// annotation are not found, that version is kept without a place, under an id of its own.
    fn conflicts(
        &mut self,
        conflicts: Vec<v2::Conflict<'static>>,
        index: &CodePoints,
        unplaced: &mut Vec<Unplaced>,
    ) -> Vec<Conflict> {
        // What is said of a place would be said of the annotation that stands in the project.
        let n_warnings = self.warnings.len();
        let mut lost: Vec<Unplaced> = Vec::new();
        let read: Vec<Result<Conflict, Box<Unplaced>>> =
            conflicts.into_iter().map(|conflict| conflict.into_model(index, |kept| self.placed(kept))).collect();
        self.warnings.truncate(n_warnings);
        let kept = read.into_iter().filter_map(|conflict| conflict.map_err(|theirs| lost.push(*theirs)).ok()).collect();
        for theirs in lost {
            // Our version keeps the id that others refer to; theirs gets one of its own, the same at each reading.
            let id = fresh_id(self.text.sha256(), theirs.id);
            let sentence = format!(
                "The words of another version of annotation {} were not found for certain; \
                 it is kept as unplaced with the id {id}",
                theirs.id
            );
            self.warnings.push(Warning::of(WarningKind::Unplaced, id, sentence));
            unplaced.push(Unplaced { id, ..theirs });
        }
        kept
    }

    fn found_again(&self, annotation: &v2::Annotation) -> Option<Vec<Span>> {
        let v2::Annotation { at, words, .. } = annotation;
        if at.is_empty() || at.len() != words.len() {
            return None;
        }
        let find = |(&at, words): (&(usize, usize), &Cow<str>)| {
            self.finder.at(at, words).or_else(|| self.finder.meant(at, words))
        };
        at.iter().zip(words).map(find).collect()
    }

    fn warn_within_character(&mut self, id: AnnotationId, spans: &Spans) {
        let off = |at: usize| !is_plain_boundary(self.text, at) && !self.text.is_boundary(at);
        if spans.iter().any(|span| off(span.start()) || off(span.end())) {
            self.warnings.push(Warning::of(
                WarningKind::WithinCharacter,
                id,
                format!("Annotation {id} begins or ends within a character; it was left as it is"),
            ));
        }
    }

    /// The value with its words where they stand; found again in the annotation, else in the text.
    fn anchored(
        &mut self,
        id: Option<AnnotationId>,
        field: Option<FieldPath>,
        spans: Option<&Spans>,
        value: v2::Anchored<'static>,
    ) -> Anchored<String> {
        let v2::Anchored { value, words, at } = value;
        let value = value.into_owned();
        let (words, claimed) = match (words, at) {
            (None, None) => return Anchored { value, anchor: None },
            (Some(words), None) => {
                return Anchored { value, anchor: Some(Anchor { words: words.into_owned(), at: None }) };
            }
            (Some(words), Some(at)) => (words, at),
            // A value that is the words themselves is written once.
            (None, Some(at)) => (Cow::Owned(value.clone()), at),
        };
        if let Some(span) = self.finder.at(claimed, &words) {
            let words = match self.state {
                // The words were changed by the same program as the article, so that they are taken from that as well.
                TextState::LineEndsRestored => self.text.words(span).to_owned(),
                TextState::Same | TextState::Changed => words.into_owned(),
            };
            return Anchored { value, anchor: Some(Anchor { words, at: Some(span) }) };
        }
        let at =
            // A name may stand in the article many times, in its own mark mostly once: the mark goes first.
            spans.and_then(|spans| self.finder.within(spans, &words)).or_else(|| self.finder.meant(claimed, &words));
        self.warn_words(id, field, &words, at.is_some());
        Anchored { value, anchor: Some(Anchor { words: words.into_owned(), at }) }
    }

    fn warn_words(&mut self, id: Option<AnnotationId>, field: Option<FieldPath>, words: &str, found: bool) {
        let name = match (id, field) {
            (Some(id), Some(field)) => format!("the field {field} of annotation {id}"),
            _ => "the title".to_owned(),
        };
        let words = quoted_words(&[Cow::Borrowed(words)]);
        let (kind, sentence) = if found {
            (
                WarningKind::WordsMoved,
                format!("The words of {name} did not stand where the file says; found again: {words}"),
            )
        } else {
            (
                WarningKind::WordsLost,
                format!("The words of {name} were not found for certain ({words}); they are kept without a place"),
            )
        };
        self.warnings.push(Warning { kind, annotation: id, field, sentence });
    }
}

/// Between two ASCII characters other than line ends there is always a
/// grapheme boundary, and most boundaries are of that kind.
fn is_plain_boundary(text: &str, at: usize) -> bool {
    let plain = |byte: &u8| (b' '..0x7f).contains(byte);
    let bytes = text.as_bytes();
    at > 0 && bytes.get(at - 1).is_some_and(plain) && bytes.get(at).is_some_and(plain)
}

/// Words as a sentence quotes them, shortened.
fn quoted_words(words: &[Cow<str>]) -> String {
    let all = words.join(" … ");
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    // Enough to find the place by, and a line of a window.
    match all.char_indices().nth(80) {
        Some((cut, _)) => format!("“{}…”", &all[..cut]),
        None => format!("“{all}”"),
    }
}

#[cfg(test)]
mod tests;
