//! What came of a command is said to those who do not see the window.

use super::glance::Glance;
use crate::app::announce::announce;
use crate::app::announce::words::{capital, mark_told, quoted, words_told};
use crate::app::command::{Command, Mode, ReviewCommand};
use crate::app::document::Document;
use crate::model::{Annotation, FieldPath, FieldValue, Status};
use crate::review::Stage;

use super::Window;

impl Window {
    /// Says what came of a command, where neither the focus nor a notice says it.
    pub(in crate::app) fn announce_outcome(&mut self, before: Glance) {
        if let Some(document) = &self.document {
            self.watch.revision = document.session.revision();
        }
        let said = match &before.compared {
            Some(compared) => {
                let has_edited = self.document.as_ref().is_some_and(|o| o.session.revision() != before.revision);
                self.workspaces.compare.heard_after(self.workspaces.mode, &before.command, compared, has_edited)
            }
            None => self.told_of_bounds(&before).or_else(|| self.describe(&before)).unwrap_or_default(),
        };
        // A notice that came of it says why nothing was done, or says it all.
        if self.watch.n_notices == before.n_notices {
            announce(&self.ctx, said);
        }
    }

    pub(super) fn describe(&self, before: &Glance) -> Option<String> {
        if let Some(said) = self.told_of_view(before) {
            return Some(said);
        }
        let document = self.document.as_ref()?;
        let is_changed = document.session.revision() != before.revision;
        let words = before.selected.as_ref().map(|(_, words)| words.as_str()).unwrap_or_default();
        match &before.command {
            Command::NextMark | Command::PreviousMark | Command::Select(_) | Command::SelectAt(_) => {
                self.mark_reached(document, before)
            }
            Command::NextHeading | Command::PreviousHeading => Some(heading_reached(document, before)),
            Command::Review(act) => self.told_of_review(act, before, is_changed),
            Command::PickWords | Command::PickFor(..) => picking(document),
            Command::Copy | Command::CopyWithCitation if self.dialog.is_none() => Some("Copied".to_owned()),
            Command::Undo | Command::Redo if !is_changed => {
                Some(if before.command == Command::Undo { "Nothing to undo" } else { "Nothing to redo" }.to_owned())
            }
            Command::Undo => before.steps[0].as_ref().map(|step| format!("Undone: {step}")),
            Command::Redo => before.steps[1].as_ref().map(|step| format!("Redone: {step}")),
            _ if !is_changed => None,
            Command::Mark(_) | Command::MarkExactly(_) => told_of_mark(document, before),
            Command::Delete | Command::DeleteMark(_) => Some(format!("Deleted: {words}")),
            Command::Duplicate => Some(format!("Duplicated: {words}")),
            Command::AddWords => selected_words(document).map(|words| format!("Words added. The mark is {words}")),
            Command::RemoveWords => {
                selected_words(document).map(|words| format!("Words taken off. The mark is {words}"))
            }
            Command::SetSpans(..) => selected_words(document).map(|words| format!("The mark is {words}")),
            Command::Place(_) => selected_words(document).map(|words| format!("Placed on {words}")),
            Command::TakeWords | Command::WordsSelected => {
                self.workspaces.inspector.focused_field().and_then(|path| field_told(document, path))
            }
            Command::SetField(_, path, value) if !value.is_typed() => field_told(document, *path),
            Command::SetFields(_, name, _) => Some(format!("{}: {}", capital(name), reading(document)?)),
            Command::AddItem(_, list) => Some(format!("Added {}", list.noun())),
            Command::RemoveItem(_, list, _) => Some(format!("Removed {}", list.noun())),
            Command::AddSource(_, name) => Some(format!("New source {}", quoted(name.trim()))),
            Command::Fix(problem) => problem.fix.as_ref().map(|fix| format!("Done: {}", fix.label)),
            Command::Restore(_) => Some("The warning is back".to_owned()),
            _ => None,
        }
    }

    /// The mark that was gone to, with its place among those gone through.
    pub(super) fn mark_reached(&self, document: &Document, before: &Glance) -> Option<String> {
        let project = document.session.project();
        let Some(mark) = document.session.selected_annotation() else {
            let steps = matches!(before.command, Command::NextMark | Command::PreviousMark);
            return steps.then(|| "No marks".to_owned());
        };
        // A click on the same mark only moves the caret, and the words under that are read by themselves.
        let is_click = matches!(before.command, Command::SelectAt(_));
        if is_click && before.selected.as_ref().is_some_and(|(id, _)| *id == mark.id) {
            return None;
        }
        Some(format!("{}, {}", mark_told(project, mark), self.place_of(document, mark)))
    }

    /// “3 of 18”, in Review among those of its stage.
    pub(super) fn place_of(&self, document: &Document, mark: &Annotation) -> String {
        if self.workspaces.mode == Mode::Review
            && let Some((stage, place)) = self.workspaces.review.queue().find(mark.id)
        {
            let n_all = self.workspaces.review.queue().stage(stage).len();
            let of = if stage == Stage::Waiting { String::new() } else { format!(", {}", stage.name()) };
            return format!("{} of {n_all}{of}", place + 1);
        }
        let project = document.session.project();
        let place = project.place(mark.id).map_or(0, |place| place + 1);
        format!("{place} of {}", project.annotations().len())
    }

    pub(super) fn told_of_review(&self, act: &ReviewCommand, before: &Glance, is_changed: bool) -> Option<String> {
        let document = self.document.as_ref()?;
        let done = match act {
            ReviewCommand::OnlyChanged if self.workspaces.review.only_changed => {
                "Only what changed since you signed off"
            }
            ReviewCommand::OnlyChanged => "All marks are in the queue",
            ReviewCommand::Order(_) => act.name(),
            ReviewCommand::Later if self.selected_id() != before.selected.as_ref().map(|(id, _)| *id) => "Put off",
            _ if !is_changed => return None,
            ReviewCommand::Submit => "Submitted",
            ReviewCommand::Approve => "Approved",
            ReviewCommand::Reject => "Rejected",
            ReviewCommand::SendBack(..) => "Sent back",
            ReviewCommand::Reopen => "Open again",
            ReviewCommand::SignOff => "Signed off",
            ReviewCommand::Comment(..) => "Comment added",
            ReviewCommand::EditComment(..) => "Comment changed",
            ReviewCommand::DeleteComment(..) => "Comment deleted",
            _ => return None,
        };
        // Only a judgement leads on to the next mark, which is then told with it.
        let judges = matches!(
            act,
            ReviewCommand::Approve | ReviewCommand::Reject | ReviewCommand::SendBack(..) | ReviewCommand::Later
        );
        if !judges || self.workspaces.mode != Mode::Review {
            return Some(done.to_owned());
        }
        let n_left = self.n_waiting();
        let left = if n_left == 0 { "none left".to_owned() } else { format!("{n_left} left") };
        let next = document.session.selected_annotation();
        let next = next.filter(|mark| Some(mark.id) != before.selected.as_ref().map(|(id, _)| *id));
        Some(match next {
            Some(mark) => format!("{done}, {left}. {}", mark_told(document.session.project(), mark)),
            None => format!("{done}, {left}"),
        })
    }

    /// How many marks wait for the reviewer, the last decision counted.
    pub(super) fn n_waiting(&self) -> usize {
        let Some(document) = &self.document else { return 0 };
        // The queue is made anew in the next frame; what it still holds of what was decided does not wait any more.
        let waiting = self.workspaces.review.queue().stage(Stage::Waiting).iter();
        let waits = |id: &&_| {
            let mark = document.session.project().annotation(**id);
            mark.is_some_and(|mark| matches!(mark.status, Status::Submitted))
        };
        waiting.filter(waits).count()
    }

    pub(super) fn selected_id(&self) -> Option<crate::model::AnnotationId> {
        self.document.as_ref().and_then(|document| document.session.selected)
    }

    /// What shows or hides something without taking the focus there.
    pub(super) fn told_of_view(&self, before: &Glance) -> Option<String> {
        let shown = |name: &str, is_shown: bool| format!("{name} {}", if is_shown { "shown" } else { "hidden" });
        Some(match &before.command {
            Command::ToggleLeft => shown("Left panel", self.is_left_shown()),
            Command::ToggleRight => shown("Right panel", self.is_right_shown()),
            Command::ToggleLedger | Command::ToggleProblems if let Some(why) = self.why_no_dock() => {
                format!("{} cannot be shown: {why}", before.command.name())
            }
            Command::ToggleLedger | Command::ToggleProblems if self.dock_tab().is_none() => {
                shown(before.command.name(), false)
            }
            Command::LargerText | Command::SmallerText | Command::OrdinaryText => {
                format!("Text size {}", self.settings.reading_size)
            }
            Command::ToggleNumbers => shown(before.command.name(), self.settings.paragraph_numbers),
            Command::SetFace(_) | Command::SetMeasure(_) | Command::SetSpacing(_) | Command::SetTheme(_) => {
                before.command.name().to_owned()
            }
            Command::ShowAlone(_) | Command::ShowAllMarks | Command::ClearFilter => before.command.name().to_owned(),
            Command::FindNext | Command::FindPrevious => self.hit_told()?,
            _ => return None,
        })
    }

    /// “3 of 17”, the hit that was gone to.
    pub(in crate::app) fn hit_told(&self) -> Option<String> {
        let document = self.document.as_ref()?;
        let (selected, text) = (document.session.selection.span(), &document.session.project().article().text);
        let Some(hits) = self.find.shown().map(|hits| hits.as_slice()) else {
            return (self.find.is_open() && self.find.has_query()).then(|| "No hits".to_owned());
        };
        let place = selected.and_then(|span| hits.binary_search(&span).ok());
        Some(match (place, selected) {
            (Some(place), Some(span)) => {
                format!("{} of {}, {}", place + 1, hits.len(), quoted(&sentence_around(text, span)))
            }
            _ => format!("{} hits", hits.len()),
        })
    }

    /// What became of boundaries that are moved by keys.
    pub(super) fn told_of_bounds(&self, before: &Glance) -> Option<String> {
        let document = self.document.as_ref()?;
        let text = &document.session.project().article().text;
        let words = |bounds: &crate::app::boundary_edit::BoundaryEdit| {
            let span = bounds.spans.as_slice().get(bounds.index).copied();
            quoted(span.map_or("", |span| text.words(span)))
        };
        match (&before.bounds, &self.bounds) {
            (None, Some(now)) => Some(format!("Moving the boundaries of {}", words(now))),
            (Some(then), Some(now)) if then.index != now.index => {
                let n_all = now.spans.as_slice().len();
                Some(format!("Part {} of {n_all}: {}", now.index + 1, words(now)))
            }
            (Some(_), Some(now)) if matches!(before.command, Command::MoveBoundary(_) | Command::Move(..)) => {
                Some(words(now))
            }
            (Some(then), None) if then.spans == then.from || document.session.revision() == before.revision => {
                Some("Boundaries as they were".to_owned())
            }
            (Some(then), None) => Some(format!("Boundaries kept: {}", words(then))),
            _ => None,
        }
    }
}

fn told_of_mark(document: &Document, before: &Glance) -> Option<String> {
    let (project, mark) = (document.session.project(), document.session.selected_annotation()?);
    let (words, category) = (words_told(project, mark), mark.category().name());
    // The same key marks words and changes the category of a mark; the number of marks tells which it was.
    let is_made = project.annotations().len() > before.n_marks;
    Some(if is_made { format!("Marked {words} as {category}") } else { format!("{words} is {category} instead") })
}

fn heading_reached(document: &Document, before: &Glance) -> String {
    let text = &document.session.project().article().text;
    if document.session.selection.head == before.caret {
        return "No heading there".to_owned();
    }
    let heading = text.paragraphs()[text.paragraph_at(document.session.selection.head)];
    let words = heading.span().map_or("", |span| text.words(span));
    format!("Heading {}", quoted(words.trim()))
}

fn selected_words(document: &Document) -> Option<String> {
    document.session.selected_annotation().map(|mark| words_told(document.session.project(), mark))
}

fn reading(document: &Document) -> Option<String> {
    let mark = document.session.selected_annotation()?;
    Some(mark.details.reading(document.session.project()).replace(" · ", ", "))
}

/// For which field words are picked, and how they are taken.
fn picking(document: &Document) -> Option<String> {
    let (_, path) = document.session.picking?;
    let label = path.label(document.session.selected_annotation()?.category());
    let what = if document.session.picking_mark().is_some() { "Go to a mark" } else { "Select words in the article" };
    Some(format!("{what} for {label}, Enter takes them"))
}

/// A field of the selected mark with what stands in it: “Source: Ministry of Health”.
fn field_told(document: &Document, path: FieldPath) -> Option<String> {
    let (project, mark) = (document.session.project(), document.session.selected_annotation()?);
    let value = match mark.field(path)? {
        FieldValue::Words(words) => words.map_or_else(String::new, |words| words.value),
        FieldValue::Text(text) => text,
        FieldValue::Choice(vocabulary, index) => vocabulary.terms.get(index)?.label.to_owned(),
        FieldValue::Number(number) => number.map_or_else(String::new, |number| number.to_string()),
        FieldValue::Size(_) => return None,
        FieldValue::Source(source) => {
            source.and_then(|id| project.sources().get(id)).map_or_else(String::new, |source| source.name.clone())
        }
        FieldValue::Mark(other) => {
            other.and_then(|id| project.annotation(id)).map_or_else(String::new, |mark| words_told(project, mark))
        }
    };
    let value = if value.is_empty() { "unknown".to_owned() } else { value };
    Some(format!("{}: {value}", path.label(mark.category())))
}

/// A hit with a few words around it.
fn sentence_around(text: &crate::model::Text, span: crate::model::Span) -> String {
    /// Bytes on each side, as many as one listens to gladly.
    const AROUND: usize = 30;
    let all: &str = text;
    let paragraph = text.paragraphs()[text.paragraph_at(span.start())];
    let start = all.floor_char_boundary(span.start().saturating_sub(AROUND)).max(paragraph.start);
    let end = all.ceil_char_boundary((span.end() + AROUND).min(all.len())).min(paragraph.end.max(span.end()));
    all[start..end].split_whitespace().collect::<Vec<_>>().join(" ")
}
