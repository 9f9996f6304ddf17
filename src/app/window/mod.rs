//! The window: the only owner of all that is shown and open. Each file does what some of the commands ask.

mod aftermath;
mod asking;
mod boundaries;
mod clipboard;
mod comparing;
mod datasets;
mod dock;
mod events;
mod execute;
mod file_dialogs;
mod finding;
mod frame;
mod given;
mod glance;
mod keeping;
mod library;
mod locking;
mod marking;
mod merging;
mod modes;
mod naming;
mod notices;
mod opening;
mod pinching;
mod preferences;
mod problems;
mod progress;
mod proposals;
mod quitting;
mod records;
mod reporting;
mod resolving;
mod reviewing;
mod saving;
mod session;
mod sides;
mod telling;
mod version_1;
mod visibility;
mod watching;
mod writing;

use file_dialogs::FilesChosen;
#[cfg(test)]
pub(in crate::app) use opening::load_project;
use sides::OverlayPanels;
use watching::Watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Context, Key, Popup, Ui, ViewportCommand};

use crate::app::announce;
use crate::app::article::ArticleView;
use crate::app::boundary_edit::BoundaryEdit;
use crate::app::command::{Command, Mode, Needs};
use crate::app::crashed_session::CrashedSession;
use crate::app::dialogs::Dialog;
use crate::app::dock::Dock;
use crate::app::document::Document;
use crate::app::file_dialog::FileDialogs;
use crate::app::find::FindBar;
use crate::app::geometry::Geometry;
use crate::app::given::Given;
use crate::app::jobs::Jobs;
use crate::app::keymap::{self, Keymap};
use crate::app::notices::Notice;
use crate::app::palette::{self, Palette};
use crate::app::pending_field_pick::PendingFieldPick;
use crate::app::pending_replace::PendingReplace;
use crate::app::pinch::Pinch;
use crate::app::platform::Platform;
use crate::app::region_focus::RegionFocus;
use crate::app::region_focus::article_id;
use crate::app::text::{Engine, FontSource};
use crate::app::theme::{self};
use crate::app::typing::Typing;
use crate::app::widgets::told;
use crate::app::workspace::Workspaces;
use crate::app::writer::Writer;
use crate::model::{AnnotationId, Person, Span};
use crate::store::{KeyFile, Session, Settings};

/// All of the window: the project, what is shown of it, and what is asked.
///
/// A frame shows the panels, which lend the project only to read and push
/// [`Command`]s; these run after the panels, in order.
pub struct Window {
    pub(in crate::app) ctx: Context,
    pub(in crate::app) platform: Platform,
    pub(in crate::app) settings: Settings,
    /// The settings as they were last handed to the writer.
    pub(in crate::app) kept_settings: Settings,
    /// The settings as this window last knew them in their file, where the writer has others.
    pub(in crate::app) written_settings: Option<Arc<Settings>>,
    pub(in crate::app) keymap: Arc<Keymap>,
    pub(in crate::app) pinch: Pinch,
    pub(in crate::app) workspaces: Workspaces,
    pub(in crate::app) given: Given,
    pub(in crate::app) document: Option<Document>,
    pub(in crate::app) article: ArticleView,
    pub(in crate::app) overlay_panels: OverlayPanels,
    pub(in crate::app) region_focus: RegionFocus,
    pub(in crate::app) pending_field_pick: Option<PendingFieldPick>,
    pub(in crate::app) bounds: Option<BoundaryEdit>,
    pub(in crate::app) lost: Vec<CrashedSession>,
    pub(in crate::app) dock: Dock,
    pub(in crate::app) find: FindBar,
    pub(in crate::app) palette: Option<Palette>,
    pub(in crate::app) dialog: Option<Dialog>,
    /// Questions that wait beneath the one that is open, the uppermost last.
    pub(in crate::app) covered: Vec<Dialog>,
    pub(in crate::app) file_dialogs: FileDialogs<FilesChosen>,
    pub(in crate::app) notices: Vec<Notice>,
    pub(in crate::app) jobs: Jobs<JobOutcome>,
    pub(in crate::app) writer: Writer<JobOutcome>,
    pub(in crate::app) commands: Vec<Command>,
    pub(in crate::app) pending_replace: Option<PendingReplace>,
    /// What waits for a job that was given up, with the window's clock when it was asked for.
    pub(in crate::app) waiting: Option<(Command, f64)>,
    /// The window's clock when it was asked to end.
    pub(in crate::app) quitting: Option<f64>,
    pub(in crate::app) n_check_runs: u64,
    pub(in crate::app) n_proposal_runs: u64,
    pub(in crate::app) watch: Watch,
    pub(in crate::app) may_close: bool,
    pub(in crate::app) resumed: Option<Session>,
    pub(in crate::app) geometry: Geometry,
    pub(in crate::app) offered: Option<Span>,
    pub(in crate::app) had_focus: bool,
    is_without_focus: bool,
    title: String,
}

/// What reading the settings told, as one notice, since each of several would hide the one before; and where the file
/// will be that is written over.
fn told_at_once(warnings: &[String], path: &Path) -> Option<String> {
    let kept = Settings::kept_beside(path);
    let told = || format!("{}. The file is kept as {} once they are changed", warnings.join(". "), kept.display());
    (!warnings.is_empty()).then(told)
}

/// What a job wants done in the window when it is over.
pub type JobOutcome = Box<dyn FnOnce(&mut Window) + Send>;

impl Window {
    /// Sets the window up and begins to open the files.
    pub fn new(ctx: &Context, platform: Platform, files: Vec<PathBuf>) -> Window {
        theme::install_fonts(ctx);
        let source = if platform.fixed_time.is_some() { FontSource::Bundled } else { FontSource::System };
        Engine::install(ctx, source);
        Typing::install(ctx, platform.clipboard.clone());
        ctx.options_mut(|options| {
            // Ctrl with plus and minus sets the size of the article; the scale of the whole window has its place
            // in the settings.
            options.zoom_with_keyboard = false;
            // A notch of the wheel is a step of the reading size, even of the least.
            options.input_options.scroll_zoom_speed = 1.0 / 550.0;
        });
        let (settings, warnings) = Settings::load(&platform.settings);
        let told_of_settings = told_at_once(&warnings, &platform.settings);
        let (key_file, told) = KeyFile::load(&platform.keys_file());
        let mut window = Window {
            ctx: ctx.clone(),
            jobs: Jobs::new(ctx.clone()),
            writer: Writer::new(ctx.clone()),
            platform,
            kept_settings: settings.clone(),
            written_settings: None,
            resumed: settings.session.clone().filter(|_| settings.resumes && files.is_empty()),
            geometry: Geometry::new(settings.place, ctx.zoom_factor()),
            settings,
            keymap: Arc::new(Keymap::usual()),
            pinch: Pinch::default(),
            workspaces: Workspaces::default(),
            given: Given::default(),
            document: None,
            article: ArticleView::default(),
            overlay_panels: OverlayPanels::default(),
            region_focus: RegionFocus::default(),
            pending_field_pick: None,
            bounds: None,
            lost: Vec::new(),
            dock: Dock::default(),
            find: FindBar::default(),
            palette: None,
            dialog: None,
            covered: Vec::new(),
            file_dialogs: FileDialogs::default(),
            notices: told_of_settings.map(|told| Notice::warning(told).of_program()).into_iter().collect(),
            commands: Vec::new(),
            pending_replace: None,
            waiting: None,
            quitting: None,
            n_check_runs: 0,
            n_proposal_runs: 0,
            watch: Watch::default(),
            may_close: false,
            offered: None,
            had_focus: true,
            is_without_focus: false,
            title: "Newsmark".to_owned(),
        };
        // Before the first frame, or the window would flash in the wrong colours.
        window.apply_settings();
        window.set_keys(Keymap::wanted(&key_file, told));
        // Before the files that were given: what a crash left is asked about first, and the job takes a moment
        // on a share.
        window.look_for_journals();
        window.commands.extend((!files.is_empty()).then_some(Command::OpenGiven(files)));
        window
    }

    /// Shows a warning on the program's start, which no project has to do with.
    pub fn warn_of_start(&mut self, told: Option<String>) {
        self.notices.extend(told.map(|told| Notice::warning(told).of_program()));
    }

    /// Shows one frame and does what was asked in it.
    ///
    /// | step | why there |
    /// |---|---|
    /// | what jobs and writes answered | first, so that no panel shows what is over, and no command runs on it |
    /// | what waited for a job that was given up | a job that ended in the step before may have made way for it |
    /// | size and place of the window | the layout of all panels follows from the size |
    /// | language of the article | shapes of letters depend on it, and nothing is laid out yet |
    /// | closing, focus, dropped files | leaving the window drops what was typed ahead, before keys are read |
    /// | the person's name | what the keys below begin is signed with it |
    /// | keys | before the panels, whose fields and lists would take them too |
    /// | boundaries that are moved | the article paints them in place of the mark's own |
    /// | panels | they only read the project, and push commands |
    /// | palette, then the dialog | they lie over the panels, the dialog over the palette, and take the focus |
    /// | progress, else notices | both stand in one place, over all else |
    /// | Esc | once everything that takes it for itself has had it |
    /// | commands | after all that lends the project, in the order in which they were asked |
    /// | searches, the library, given files | a command may have changed what they look for |
    /// | title | a command may have saved or opened, and the title says so |
    /// | what is said aloud | what happened without a command is told apart from what a command told |
    /// | the focus | a command may have taken away what had it; the next key needs somewhere to go |
    /// | clipboard | the selection is the one that stays after the commands |
    /// | journal | every edit of the frame is on disk before the frame is shown |
    /// | decisions, checks, proposals, settings | jobs and writes of what stands at the end of the frame, once for all its commands |
    /// | the end of the program | it waits for the writes that were only just handed over |
    pub fn frame(&mut self, ui: &mut Ui) {
        self.take_events();
        self.open_waiting();
        self.geometry.follow(ui);
        let language =
            self.document.as_ref().map_or("", |document| &document.session.project().article().card.language);
        Engine::of(&self.ctx).speak(language);
        self.read_window(ui);
        self.name_person();
        self.read_keys(ui);
        self.preview_bounds();
        let article = self.panels(ui);
        palette::show(ui, &mut self.palette, &mut self.commands, self.document.as_ref());
        self.show_dialog(ui);
        // What takes long is said in the same place, and first.
        let above = notices::above(ui, article);
        if !self.show_progress(ui, above) {
            self.show_notices(ui, above);
        }
        self.leave_by_escape(ui);
        self.run_commands();
        self.search();
        self.refresh_library();
        self.refresh_given();
        self.name_window();
        self.say_what_happened();
        announce::show(ui.ctx());
        self.rest_in_article(ui);
        self.refresh_clipboard();
        self.write_journal();
        self.keep_decisions();
        self.check();
        self.propose();
        self.keep_settings();
        self.refresh_quitting();
    }

    /// Seconds of the window's clock.
    pub(in crate::app) fn time(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    /// Esc leads back to the article from any control that does not take it for itself.
    fn leave_by_escape(&mut self, ui: &Ui) {
        let is_free = self.dialog.is_none() && self.palette.is_none() && !Popup::is_any_open(ui.ctx());
        let is_asked = self.commands.contains(&Command::BackToArticle);
        if is_free && !is_asked && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.commands.push(Command::BackToArticle);
        }
    }

    /// The article has the focus whenever nothing else has, so that its keys work. On its way from the last control
    /// to the first Tab leaves it nowhere for a frame.
    fn rest_in_article(&mut self, ui: &Ui) {
        let is_free = self.dialog.is_none() && self.palette.is_none() && !Popup::is_any_open(ui.ctx());
        let is_under_way = ui.input(|input| input.key_pressed(Key::Tab));
        let is_without = is_free && !is_under_way && ui.memory(|memory| memory.focused()).is_none();
        if is_without {
            self.focus_main();
            if !self.is_without_focus && self.workspaces.mode != Mode::Library {
                // Where what had it is gone, the next key is for the article already.
                ui.ctx().request_repaint();
            }
        }
        self.is_without_focus = is_without;
    }

    /// Names the window after its project.
    fn name_window(&mut self) {
        let title = match &self.document {
            Some(document) if document.is_dirty() => format!("{} (not saved) – Newsmark", document.name()),
            Some(document) => format!("{} – Newsmark", document.name()),
            None => "Newsmark".to_owned(),
        };
        told::window(&self.ctx, &title);
        if title != self.title {
            // Only where it differs: some window managers redraw their bar at every title.
            self.ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// The project in the window.
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// Says something at the foot of the window.
    pub(in crate::app) fn say(&mut self, notice: Notice) {
        // The same sentence again moves to the front instead of standing twice.
        self.notices.retain(|other| other.sentence != notice.sentence);
        let step = self.document.as_ref().map(|document| document.session.n_edits());
        self.watch.n_notices += 1;
        let number = self.watch.n_notices;
        self.notices.push(notice.said(number, step));
    }

    fn read_window(&mut self, ui: &Ui) {
        let (closes, focused, dropped) = ui.input(|input| {
            let dropped: Vec<PathBuf> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            (input.viewport().close_requested(), input.focused, dropped)
        });
        // The system closes the window at the end of this very frame unless that is cancelled within it.
        if closes && !self.may_close {
            self.keep_bounds();
            if self.may_end_at_once() {
                self.may_close = true;
            } else {
                ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
                self.commands.push(Command::Quit);
            }
        }
        // Files change while another program is in front; coming back is when that is first of use.
        if focused && !self.had_focus {
            self.look_at_disk();
        } else if !focused && self.had_focus {
            self.file_dialogs.n_left += 1;
            Typing::forget(ui.ctx());
            self.note_session();
        }
        self.had_focus = focused;
        self.commands.extend((!dropped.is_empty()).then_some(Command::OpenGiven(dropped)));
    }

    fn read_keys(&mut self, ui: &Ui) {
        if self.dialog.is_some() || self.palette.is_some() {
            return;
        }
        self.read_tab();
        let focused = ui.memory(|memory| memory.focused());
        // A row of a list counts as the article: the keys of marks work on the mark that one stands on.
        let row = self.focused_row(ui.ctx());
        let in_article = focused.is_none() || focused == Some(article_id()) || row.is_some();
        let moves_caret = focused == Some(article_id());
        let has_name = Person::new(&self.settings.person).is_some();
        let opens = |command: &Command| command.info().holds_keys(has_name);
        let place = keymap::KeyPlace { mode: self.workspaces.mode, in_article, moves_caret, opens: &opens };
        let pressed = keymap::pressed(ui.ctx(), &self.keymap, &place);
        // The selection first, and then what was pressed for it.
        self.commands.extend(row.and_then(|row| self.select_first(row, &pressed)));
        self.commands.extend(pressed);
    }

    /// The mark whose row has the focus, in the list or in the queue.
    fn focused_row(&self, ctx: &Context) -> Option<AnnotationId> {
        let review = || self.workspaces.review.focused.and_then(|row| row.if_focused(ctx));
        if self.workspaces.mode == Mode::Review { review() } else { self.workspaces.list.focused(ctx) }
    }

    /// What is pressed on a row is for its mark, not for the one that was selected before.
    fn select_first(&self, row: AnnotationId, pressed: &[Command]) -> Option<Command> {
        let open = &self.document.as_ref()?.session;
        let has_words = open.selection.span().is_some();
        let marks_words =
            |command: &Command| has_words && matches!(command, Command::Mark(_) | Command::MarkExactly(_));
        let is_for_row = |command: &Command| command.info().needs == Needs::Mark && !marks_words(command);
        let is_other = open.selected != Some(row) && open.picking.is_none();
        (is_other && pressed.iter().any(is_for_row)).then_some(Command::Select(row))
    }
}
