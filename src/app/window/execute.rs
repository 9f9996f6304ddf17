use eframe::egui::ViewportCommand;

use crate::edit::{EditError, OpenProject};
use crate::model::Time;

use super::Window;
use super::aftermath::{Approved, reopened};
use crate::app::command::Command;
use crate::app::dialogs::Dialog;
use crate::app::dock::DockTab;
use crate::app::document::MarkVisibility;
use crate::app::notices::Notice;
use crate::app::palette::Palette;
use crate::app::pending_field_pick::PendingFieldPick;
use crate::app::workspace::Meaning;

impl Window {
    /// Does what was asked in this frame, in order.
    pub(in crate::app) fn run_commands(&mut self) {
        // Taken as a whole: what a command pushes is for the next frame, and two that push each other do not
        // hang this one.
        for command in std::mem::take(&mut self.commands) {
            self.run(command);
        }
    }

    /// Does one thing, and says what came of it to those who do not see it.
    pub(in crate::app) fn run(&mut self, command: Command) {
        // What is told afterwards is the difference, which only a look beforehand can give.
        let before = self.glance(&command);
        self.perform(command);
        self.announce_outcome(before);
    }

    fn perform(&mut self, command: Command) {
        // Before the workspace: boundaries can be moved in every workspace that has an article, and Esc is
        // theirs first.
        let Some(command) = self.while_moving_bounds(command) else { return };
        let command = match self.workspaces.current().interpret(command) {
            Meaning::Run(command) => command,
            Meaning::Nothing => return,
            Meaning::Refused(where_else) => return self.say(Notice::note(where_else)),
        };
        match command {
            Command::Open => self.choose_file(),
            Command::OpenByPath => self.cover(Dialog::open_path(self.folder())),
            Command::OpenPath(_)
            | Command::OpenSample
            | Command::PasteArticle
            | Command::CloseProject
            | Command::OpenResult => {
                self.leave_for(command);
            }
            Command::OpenGiven(paths) => self.open_given(paths),
            Command::ShowGiven => self.show_given(),
            Command::CompareGiven => self.compare_given(),
            Command::SetMode(mode) => self.set_mode(mode),
            Command::CompareWith => self.choose_to_compare(),
            Command::CompareWithPaths(paths) => self.compare_with(paths),
            Command::Compare(act) => self.act(act),
            Command::Review(act) => self.review(act),
            Command::SaveVersion1 => self.ask_for_version_1(),
            Command::Proposal(act) => self.proposal(act),
            Command::ChooseFolder => self.choose_folder(),
            Command::ShowFolder(path) => self.show_folder(path),
            Command::ForgetFolder(path) => self.forget_folder(&path),
            Command::ReadFolder => self.reread_library(),
            Command::StopReading => self.stop_library(),
            Command::ShowInLibrary(shown) => self.workspaces.library.shown = *shown,
            Command::OpenFromLibrary(path, place) => self.open_from_library(path, place),
            Command::Quit => self.quit(),
            Command::Save => self.save(),
            Command::SaveAs => self.save_as(),
            Command::Report => self.ask_for_report(),
            Command::MakeDataset => self.ask_for_dataset(),
            Command::Reload => self.reload(),
            Command::OpenAllTheSame => self.open_all_the_same(),
            Command::Merge(copy) => self.merge(copy),
            Command::ArticleCard => self.cover(self.document.as_ref().map(|document| Dialog::card(&document.session))),
            Command::ChangeEncoding => self.change_encoding(),
            Command::ShowLost => self.show_lost(),
            Command::Sources => self.cover(self.document.as_ref().map(|document| Dialog::sources(&document.session))),
            Command::EditSource(source) => {
                self.cover(self.document.as_ref().map(|_| Dialog::sources_at(source)));
            }
            Command::Settings => self.cover(Dialog::settings(&self.settings)),
            Command::Keys => self.cover(Dialog::Keys),
            Command::EditKeys => self.edit_keys(),
            Command::ReadKeys => self.read_key_file(),
            Command::Palette => self.palette = Some(Palette::default()),
            Command::Undo => self.edit(|open, now| open.undo(now).map(drop)),
            Command::Redo => self.edit(|open, now| open.redo(now).map(drop)),
            Command::Mark(category) => self.mark(category),
            Command::MarkExactly(category) => self.mark_exactly(category),
            Command::MoveBounds => self.move_bounds(),
            Command::MoveBoundary(nudge) => self.nudge(nudge),
            Command::OtherSpan(onwards) => self.other_span(onwards),
            Command::KeepBounds => self.keep_bounds(),
            Command::RestoreBounds => self.restore_bounds(),
            Command::SetSpans(id, spans) => self.set_spans(id, spans),
            Command::AddWords => self.add_words(),
            Command::RemoveWords => self.remove_words(),
            Command::Duplicate => self.duplicate(),
            Command::Delete => self.delete_selected(),
            Command::DeleteMark(id) => self.delete(id),
            Command::Place(id) => self.edit(|open, now| open.place(id, now)),
            Command::SetField(id, path, value) => self.set_field(id, path, value),
            Command::SetFields(id, name, values) => self.edit(|open, now| open.set_fields(id, name, values, now)),
            Command::AddItem(id, list) => self.add_item(id, list),
            Command::RemoveItem(id, list, item) => self.remove_item(id, list, item),
            Command::AddSource(id, name) => self.add_source(id, &name),
            Command::Seal => self.with_open(OpenProject::seal),
            Command::PickFor(id, path) => self.pick_for(id, path),
            Command::PickWords => self.pick_for_focused(),
            Command::Arm(id, path) => self.pending_field_pick = Some(PendingFieldPick { id, path, until: None }),
            Command::Disarm => self.pending_field_pick = None,
            Command::WordsSelected => self.words_selected(),
            Command::StopPicking => self.with_open(|open| open.picking = None),
            Command::TakeWords => self.take_words(),
            Command::Select(id) => self.select(id),
            Command::SelectAt(byte) => self.select_at(byte),
            Command::SelectUnder(byte) => self.select_under(byte),
            Command::NextMark => self.step(true),
            Command::PreviousMark => self.step(false),
            Command::NextProblem => self.go_to_problem(true),
            Command::PreviousProblem => self.go_to_problem(false),
            Command::Move(motion, selects) => self.move_caret(motion, selects),
            Command::Caret(selection) => self.with_open(|open| open.selection = selection),
            Command::Grow => self.grow(),
            Command::Shrink => self.shrink(),
            Command::NextHeading => self.go_to_heading(true),
            Command::PreviousHeading => self.go_to_heading(false),
            Command::SelectAll => {
                self.with_open(|open| open.selection = crate::app::article::all(&open.project().article().text))
            }
            Command::GoTo(byte) => self.article.show_byte(byte),
            Command::EditDetails => self.edit_details(),
            Command::BackToArticle => self.back_to_article(),
            Command::NextPanel => self.region_focus.go(&self.ctx, true),
            Command::PreviousPanel => self.region_focus.go(&self.ctx, false),
            Command::Find => self.find(),
            Command::FindNext => self.find_step(true),
            Command::FindPrevious => self.find_step(false),
            Command::MarkAll => self.offer_mark_all(),
            Command::FilterList => self.workspaces.list.focus_search(),
            Command::ClearFilter => self.workspaces.list.clear(),
            Command::Copy => self.copy(false),
            Command::CopyWithCitation => self.copy(true),
            Command::SetVisibility(mark_filter, visibility) => {
                self.emphasize(|mark_visibility| mark_visibility.set(&mark_filter, visibility))
            }
            Command::ShowAlone(mark_filter) => {
                self.emphasize(|mark_visibility| mark_visibility.show_alone(&mark_filter))
            }
            Command::Dim(mark_filter) => self.dim(&mark_filter),
            Command::ShowAllMarks => self.emphasize(|mark_visibility| *mark_visibility = MarkVisibility::default()),
            Command::ToggleLeft => self.toggle_left(),
            Command::ToggleRight => self.toggle_right(),
            Command::ToggleLedger => self.toggle_dock(DockTab::Ledger),
            Command::ToggleProblems => self.toggle_dock(DockTab::Problems),
            Command::GoToProblem(row) => self.show_problem(row),
            Command::Fix(problem) => self.fix(&problem),
            Command::Restore(problem) => self.restore_warning(&problem),
            Command::Dismiss(problem) => self.ask_to_dismiss(*problem),
            Command::LargerText => self.set_reading_size(self.settings.reading_size + 1.0),
            Command::SmallerText => self.set_reading_size(self.settings.reading_size - 1.0),
            Command::OrdinaryText => self.set_reading_size(18.0),
            Command::SetFace(face) => self.settings.face = face,
            Command::SetMeasure(measure) => self.settings.measure = measure,
            Command::SetSpacing(spacing) => self.settings.spacing = spacing,
            Command::ToggleNumbers => self.settings.paragraph_numbers = !self.settings.paragraph_numbers,
            Command::FullScreen => {
                let is_full = self.ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                self.ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            Command::SetTheme(choice) => self.set_theme(choice),
        }
    }

    /// Makes an edit and says why where it was refused.
    pub(in crate::app) fn edit(&mut self, edit: impl FnOnce(&mut OpenProject, Time) -> Result<(), EditError>) {
        let now = self.platform.now();
        self.name_person();
        let Some(document) = &mut self.document else { return };
        let (selected, n_marks) = (document.session.selected, document.session.project().annotations().len());
        let approved = Approved::among(&document.session);
        let result = edit(&mut document.session, now);
        let is_reopened = approved.is_some_and(|approved| approved.is_reopened(&document.session));
        document.follow_file();
        if document.session.selected != selected {
            let is_made = document.session.project().annotations().len() > n_marks;
            let made = document.session.selected_annotation().filter(|_| is_made);
            // What was just made is never hidden by a filter of before.
            if made.is_some_and(|made| !self.workspaces.list.fits(document.session.project(), made)) {
                self.workspaces.list.clear();
            }
            self.show_selected();
        }
        match result {
            Ok(()) => {
                self.notices.retain(Notice::lasts);
                if is_reopened {
                    self.say(reopened());
                }
            }
            Err(error @ EditError::ReadOnly(_)) => {
                self.say(Notice::warning(error.to_string()).action("Save a copy…", Command::SaveAs));
            }
            Err(error) => self.say(Notice::warning(error.to_string())),
        }
    }

    fn with_open(&mut self, act: impl FnOnce(&mut OpenProject)) {
        if let Some(document) = &mut self.document {
            act(&mut document.session);
        }
    }
}
