//! The window: the only owner of all that is shown and open. Each file does what some of the commands ask.

mod aftermath;
mod events;
mod execute;
mod keeping;
mod locking;
mod marking;
mod merging;
mod modes;
mod naming;
mod opening;
mod preferences;
mod quitting;
mod records;
mod reporting;
mod saving;
mod session;
mod writing;

#[cfg(test)]
pub(in crate::app) use opening::load_project;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{
    Align, CentralPanel, Context, Frame, Key, Layout as Direction, Margin, Panel, Popup, Rect, Ui, UiBuilder,
    ViewportCommand,
};

use crate::app::announce::{self, Watch};
use crate::app::article::{ArticleView, Drawn, Found, Look, Reading, article_id};
use crate::app::boundary_edit::BoundaryEdit;
use crate::app::command::{Command, Mode, Needs};
use crate::app::compare::{self, Compare};
use crate::app::crashed_session::CrashedSession;
use crate::app::dialogs::{self, Dialog};
use crate::app::dock::Dock;
use crate::app::file_dialog::FileDialogs;
use crate::app::find::FindBar;
use crate::app::geometry::Geometry;
use crate::app::given::Given;
use crate::app::jobs::Jobs;
use crate::app::keymap::Keymap;
use crate::app::keys;
use crate::app::layout::Layout;
use crate::app::library::LibraryView;
use crate::app::notices::Notice;
use crate::app::opened::Opened;
use crate::app::palette::{self, Palette};
use crate::app::panels::{self, InspectorState, ListState};
use crate::app::pending_field_pick::PendingFieldPick;
use crate::app::pending_replace::PendingReplace;
use crate::app::pinch::Pinch;
use crate::app::platform::Platform;
use crate::app::region_focus::{Part, RegionFocus};
use crate::app::review::ReviewState;
use crate::app::sides::OverlayPanels;
use crate::app::text::{Engine, FontSource};
use crate::app::theme::{self, Theme};
use crate::app::typing::Typing;
use crate::app::widgets::told;
use crate::app::writer::Writer;
use crate::model::{Annotation, AnnotationId, Person, Span};
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
    pub(in crate::app) mode: Mode,
    pub(in crate::app) compare: Compare,
    pub(in crate::app) library: LibraryView,
    pub(in crate::app) given: Given,
    pub(in crate::app) opened: Option<Opened>,
    pub(in crate::app) article: ArticleView,
    pub(in crate::app) list: ListState,
    pub(in crate::app) inspector: InspectorState,
    pub(in crate::app) review: ReviewState,
    pub(in crate::app) drawers: OverlayPanels,
    pub(in crate::app) landing: RegionFocus,
    pub(in crate::app) armed: Option<PendingFieldPick>,
    pub(in crate::app) bounds: Option<BoundaryEdit>,
    pub(in crate::app) lost: Vec<CrashedSession>,
    pub(in crate::app) dock: Dock,
    pub(in crate::app) find: FindBar,
    pub(in crate::app) palette: Option<Palette>,
    pub(in crate::app) dialog: Option<Dialog>,
    /// Questions that wait beneath the one that is open, the uppermost last.
    pub(in crate::app) covered: Vec<Dialog>,
    pub(in crate::app) file_dialogs: FileDialogs,
    pub(in crate::app) notices: Vec<Notice>,
    pub(in crate::app) jobs: Jobs<Outcome>,
    pub(in crate::app) writer: Writer<Outcome>,
    pub(in crate::app) commands: Vec<Command>,
    pub(in crate::app) leaving: Option<PendingReplace>,
    /// What waits for a job that was given up, with the window's clock when it was asked for.
    pub(in crate::app) waiting: Option<(Command, f64)>,
    /// The window's clock when it was asked to end.
    pub(in crate::app) quitting: Option<f64>,
    pub(in crate::app) n_looks: u64,
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
pub type Outcome = Box<dyn FnOnce(&mut Window) + Send>;

impl Window {
    /// Sets the window up and begins to open the files.
    pub fn new(ctx: &Context, platform: Platform, files: Vec<PathBuf>) -> Window {
        theme::install_fonts(ctx);
        let source = if platform.fixed_time.is_some() { FontSource::Bundled } else { FontSource::System };
        Engine::install(ctx, source);
        Typing::install(ctx, platform.clipboard.clone());
        ctx.options_mut(|options| {
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
            mode: Mode::default(),
            compare: Compare::default(),
            library: LibraryView::default(),
            given: Given::default(),
            opened: None,
            article: ArticleView::default(),
            list: ListState::default(),
            inspector: InspectorState::default(),
            review: ReviewState::default(),
            drawers: OverlayPanels::default(),
            landing: RegionFocus::default(),
            armed: None,
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
            leaving: None,
            waiting: None,
            quitting: None,
            n_looks: 0,
            watch: Watch::default(),
            may_close: false,
            offered: None,
            had_focus: true,
            is_without_focus: false,
            title: "Newsmark".to_owned(),
        };
        window.apply_settings();
        window.set_keys(Keymap::wanted(&key_file, told));
        window.look_for_journals();
        window.commands.extend((!files.is_empty()).then_some(Command::OpenGiven(files)));
        window
    }

    /// Shows one frame and does what was asked in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.take_events();
        self.open_waiting();
        self.geometry.follow(ui);
        let language = self.opened.as_ref().map_or("", |opened| &opened.open.project().article().card.language);
        Engine::of(&self.ctx).speak(language);
        self.read_window(ui);
        self.name_person();
        self.read_keys(ui);
        self.preview_bounds();
        self.panels(ui);
        palette::show(ui, &mut self.palette, &mut self.commands, self.opened.as_ref());
        dialogs::show(ui, self);
        // What takes long is said in the same place, and first.
        if !self.show_progress(ui) {
            self.show_notices(ui);
        }
        self.leave_by_escape(ui);
        self.run_commands();
        self.search();
        self.tend_library();
        self.tend_given();
        self.name_window();
        self.say_what_happened();
        announce::show(ui.ctx());
        self.rest_in_article(ui);
        self.tend_clipboard();
        self.write_journal();
        self.keep_decisions();
        self.look_for_problems();
        self.keep_settings();
        self.tend_quitting();
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
            if !self.is_without_focus && self.mode != Mode::Library {
                // Where what had it is gone, the next key is for the article already.
                ui.ctx().request_repaint();
            }
        }
        self.is_without_focus = is_without;
    }

    /// Names the window after its project.
    fn name_window(&mut self) {
        let title = match &self.opened {
            Some(opened) if opened.is_dirty() => format!("{} (not saved) – Newsmark", opened.name()),
            Some(opened) => format!("{} – Newsmark", opened.name()),
            None => "Newsmark".to_owned(),
        };
        told::window(&self.ctx, &title);
        if title != self.title {
            self.ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// The project in the window.
    pub fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }

    /// Says something at the foot of the window.
    pub(in crate::app) fn say(&mut self, notice: Notice) {
        self.notices.retain(|other| other.sentence != notice.sentence);
        let step = self.opened.as_ref().map(|opened| opened.open.n_edits());
        self.watch.n_notices += 1;
        let number = self.watch.n_notices;
        self.notices.push(notice.said(number, step));
    }

    fn read_window(&mut self, ui: &Ui) {
        let (closes, focused, dropped) = ui.input(|input| {
            let dropped: Vec<PathBuf> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            (input.viewport().close_requested(), input.focused, dropped)
        });
        if closes && !self.may_close {
            self.keep_bounds();
            if self.may_end_at_once() {
                self.may_close = true;
            } else {
                ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
                self.commands.push(Command::Quit);
            }
        }
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
        let row = self.focused_row(ui.ctx());
        let in_article = focused.is_none() || focused == Some(article_id()) || row.is_some();
        let moves_caret = focused == Some(article_id());
        let has_name = Person::new(&self.settings.person).is_some();
        let opens = |command: &Command| command.info().holds_keys(has_name);
        let place = keys::Place { mode: self.mode, in_article, moves_caret, opens: &opens };
        let pressed = keys::pressed(ui.ctx(), &self.keymap, &place);
        self.commands.extend(row.and_then(|row| self.select_first(row, &pressed)));
        self.commands.extend(pressed);
    }

    /// The mark whose row has the focus, in the list or in the queue.
    fn focused_row(&self, ctx: &Context) -> Option<AnnotationId> {
        let review = || self.review.focused.and_then(|row| row.if_focused(ctx));
        if self.mode == Mode::Review { review() } else { self.list.focused(ctx) }
    }

    /// What is pressed on a row is for its mark, not for the one that was selected before.
    fn select_first(&self, row: AnnotationId, pressed: &[Command]) -> Option<Command> {
        let open = &self.opened.as_ref()?.open;
        let has_words = open.selection.span().is_some();
        let marks_words =
            |command: &Command| has_words && matches!(command, Command::Mark(_) | Command::MarkExactly(_));
        let is_for_row = |command: &Command| command.info().needs == Needs::Mark && !marks_words(command);
        let is_other = open.selected != Some(row) && open.picking.is_none();
        (is_other && pressed.iter().any(is_for_row)).then_some(Command::Select(row))
    }

    fn panels(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        let layout = self.layout();
        let bar = Frame::new().fill(theme.chrome).inner_margin(Margin::symmetric(12, 0));
        self.landing.begin();
        fixed(Panel::top("top bar"), 44.0, bar).show(ui, |ui| {
            self.landing.part(ui, Part::TopBar);
            let (opened, steps) = (self.opened.as_ref(), self.compare.steps(self.mode));
            panels::top_bar(ui, opened, (&self.settings, steps), self.mode, layout, &mut self.commands);
        });
        if self.mode == Mode::Library {
            return self.show_library(ui, layout);
        }
        let page = Frame::new().fill(theme.page);
        if self.opened.is_none() {
            CentralPanel::default().frame(page).show(ui, |ui| {
                panels::welcome(ui, &self.settings, &mut self.commands);
            });
            return;
        }
        let foot = fixed(Panel::bottom("status bar"), 28.0, bar).show(ui, |ui| {
            ui.take_available_space();
            ui.max_rect()
        });
        if let (Some(work), Some(opened)) = (self.compare.shown_mut(self.mode), &self.opened) {
            work.union.opened.open.selection = opened.open.selection;
        } else if self.mode == Mode::Compare && self.shows_no_comparison() {
            self.landing.part(ui, Part::Article);
            return compare::empty(ui, self.jobs.is_busy(), &mut self.commands);
        }
        if let Some(opened) = self.opened.as_ref().filter(|_| self.mode == Mode::Review) {
            self.review.keep_up(opened);
        }
        self.tend_conflicts();
        self.left_side(ui, layout);
        let right = self.right_room(ui, layout);
        let dock = self.dock_room(ui);
        let lit = self.inspector.take_lit();
        let Some(opened) = &self.opened else { return };
        let strip = page.inner_margin(Margin::symmetric(layout.margin as i8, 0));
        fixed(Panel::top("strip"), 44.0, strip).show(ui, |ui| {
            self.landing.part(ui, Part::Strip);
            match self.compare.shown(self.mode) {
                Some(work) => compare::strip(ui, work, layout, &mut self.commands),
                None if self.compare.settling(self.mode).is_some() => compare::settle_strip(ui, layout),
                None => panels::strip(ui, opened, self.bounds.as_ref(), (layout, self.mode), &mut self.commands),
            }
        });
        if self.find.is_open() {
            fixed(Panel::top("find"), self.find.height(), strip).show(ui, |ui| {
                self.landing.part(ui, Part::Find);
                self.find.show(ui, opened, &mut self.commands);
            });
        }
        let found = self.find.shown().map(|hits| Found { hits, current: opened.open.selection.span() });
        let is_review = self.mode == Mode::Review;
        let work = self.compare.shown(self.mode);
        let opened = work.map_or(opened, |work| &work.union.opened);
        let usual = if is_review { Drawn::in_review } else { Drawn::usual };
        let drawn = |mark: &Annotation| work.map_or_else(|| usual(mark), |work| work.drawn(mark));
        let reading = work.map_or(Reading::of(&self.settings), |_| Reading::of(&self.settings).with_two_lines());
        let emphasis = if is_review { opened.emphasis.in_review() } else { Cow::Borrowed(&opened.emphasis) };
        let (emphasis, problems) = (&*emphasis, &opened.problems);
        let look = Look { reading, found, lit, emphasis, problems, drawn: &drawn };
        let shown = CentralPanel::default().frame(page).show(ui, |ui| {
            self.landing.part(ui, Part::Article);
            self.article.show(ui, &opened.open, look, &mut self.commands);
        });
        self.dock_panel(ui, dock, layout);
        self.right_side(ui, right, layout);
        self.status_bar(ui, foot.inner, layout);
        self.read_pinch(ui, shown.response.rect);
        self.drawers(ui, shown.response.rect, layout);
    }
}

impl Window {
    /// Shows the line at the foot in its room. It comes last, so that Tab reaches it from the panels.
    fn status_bar(&mut self, ui: &mut Ui, room: Rect, layout: Layout) {
        let Some(opened) = &self.opened else { return };
        let inside = UiBuilder::new().id_salt("status bar").max_rect(room).layout(Direction::top_down(Align::Min));
        if let Some(work) = self.compare.shown(self.mode) {
            return compare::status(&mut ui.new_child(inside), work, layout);
        }
        let now = self.platform.now();
        let review = (self.mode == Mode::Review).then(|| self.review.n_waiting());
        let mut inside = ui.new_child(inside);
        told::region(&inside, eframe::egui::accesskit::Role::ContentInfo, "Status bar");
        panels::status_bar(&mut inside, opened, review, (now, layout), &mut self.commands);
    }
}

/// A bar of a fixed height without egui's own line.
fn fixed(panel: Panel, height: f32, frame: Frame) -> Panel {
    panel.exact_size(height).resizable(false).show_separator_line(false).frame(frame)
}
