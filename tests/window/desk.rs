//! A desk to work at: a folder with files, and a window that opens them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]

use std::cell::RefCell;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role as AccessRole;
use eframe::egui::os::OperatingSystem;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, PointerButton, Pos2, Rect, TouchPhase,
    Vec2, ViewportCommand, vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use newsmark::app::text::{Engine, Laid, Place, Role, Style};
use newsmark::app::{Opened, Platform, Window};
use newsmark::model::{Annotation, Direction, Project, Time};
use newsmark::store::{Settings, Theme};
use tempfile::TempDir;

use crate::renderer::Renderer;

pub const NONE: Modifiers = Modifiers::NONE;
pub const SHIFT: Modifiers = Modifiers::SHIFT;
/// Ctrl as a keyboard sends it, Cmd on macOS.
pub const CTRL: Modifiers = if cfg!(target_os = "macos") {
    Modifiers { mac_cmd: true, command: true, ..Modifiers::NONE }
} else {
    Modifiers { ctrl: true, command: true, ..Modifiers::NONE }
};
pub const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };
/// What moves the caret by words and selects on the way: Option on macOS.
pub const BY_WORD: Modifiers =
    if cfg!(target_os = "macos") { Modifiers { alt: true, shift: true, ..Modifiers::NONE } } else { CTRL_SHIFT };

/// The English report of the samples.
pub const KARSA: &str = include_str!("../../assets/articles/karsa-market.txt");
/// The Arabic one.
pub const SAWT: &str = include_str!("../../assets/articles/karsa-sawt.txt");

/// A folder of files, with a machine's settings and journals beside it.
pub struct Folder {
    _folder: TempDir,
    /// The machine that windows on this folder see.
    pub platform: Platform,
}

impl Folder {
    /// An empty folder of somebody who has never marked anything.
    pub fn new() -> Folder {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("news")).unwrap();
        let platform = Platform {
            settings: root.join("config").join("settings.ron"),
            journals: root.join("journals"),
            documents: root.join("news"),
            home: root.clone(),
            machine: "desk-4".to_owned(),
            has_dialogs: false,
            fixed_time: Some(Time(1_773_662_400)),
        };
        Folder { _folder: folder, platform }
    }

    /// The folder of Ines Varga, who has given her name.
    pub fn of_ines() -> Folder {
        let folder = Folder::new();
        folder.set(|settings| settings.person = "Ines Varga".to_owned());
        folder
    }

    /// Changes the settings that the next window finds.
    pub fn set(&self, change: impl FnOnce(&mut Settings)) {
        let (mut settings, _) = Settings::load(&self.platform.settings);
        change(&mut settings);
        settings.save(&self.platform.settings).unwrap();
    }

    /// The path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.platform.documents.join(name)
    }

    /// Puts a file into the folder.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    /// What a file of the folder holds.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The machine after a crash at this moment: the journals as they are, held by nobody. The
    /// other files are those of this folder.
    pub fn after_a_crash(&self) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(&self.platform.journals).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        Folder { platform: Platform { journals: folder.path().to_owned(), ..self.platform.clone() }, _folder: folder }
    }
}

/// A window and the hands of the person before it.
pub struct Desk {
    pub harness: Harness<'static, Option<Window>>,
    /// What was copied, the latest last.
    pub copied: Vec<String>,
    /// What the window asked of the system.
    pub asked: Vec<ViewportCommand>,
    renderer: Renderer,
}

/// Words of the article as they stand on the screen.
struct Found {
    laid: Arc<Laid>,
    origin: Pos2,
    bytes: Range<usize>,
}

impl Desk {
    /// Starts the program without a file.
    pub fn start(folder: &Folder) -> Desk {
        Desk::start_with(folder, &[], vec2(1440.0, 900.0))
    }

    /// Starts the program with a file, as from the command line.
    pub fn open(folder: &Folder, name: &str) -> Desk {
        Desk::start_with(folder, &[folder.path(name)], vec2(1440.0, 900.0))
    }

    /// Starts the program with files in a window of that size.
    pub fn start_with(folder: &Folder, files: &[PathBuf], size: Vec2) -> Desk {
        let started: Rc<RefCell<Option<Window>>> = Rc::default();
        let (slot, platform, files) = (started.clone(), folder.platform.clone(), files.to_vec());
        let renderer = Renderer::default();
        let (settings, _) = Settings::load(&platform.settings);
        let is_dark = matches!(settings.theme, Theme::Dark | Theme::HighContrastDark);
        let harness = Harness::builder()
            .with_size(size)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(60)
            .with_os(OperatingSystem::from_target_os())
            .with_theme(if is_dark { eframe::egui::Theme::Dark } else { eframe::egui::Theme::Light })
            .with_context_setup(move |ctx| *slot.borrow_mut() = Some(Window::new(ctx, platform, files)))
            .renderer(renderer.clone())
            .build_ui_state(
                move |ui, window: &mut Option<Window>| {
                    window.get_or_insert_with(|| started.take().expect("a window is made once")).frame(ui);
                },
                None,
            );
        let mut desk = Desk { harness, renderer, copied: Vec::new(), asked: Vec::new() };
        desk.settle();
        desk
    }

    /// The window's state.
    pub fn window(&self) -> &Window {
        self.harness.state().as_ref().unwrap()
    }

    /// What is open.
    pub fn opened(&self) -> &Opened {
        self.window().opened().expect("a project is open")
    }

    /// The open project.
    pub fn project(&self) -> &Project {
        self.opened().open.project()
    }

    /// One frame with these events.
    pub fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events = events;
        self.harness.step();
        let output = self.harness.output();
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied.push(text.clone());
            }
        }
        self.asked.extend(output.viewport_output.values().flat_map(|viewport| viewport.commands.iter().cloned()));
    }

    /// Waits until nothing is under way and the window rests.
    pub fn settle(&mut self) {
        let deadline = Instant::now() + Duration::from_secs(30);
        let mut n_idle = 0;
        while n_idle < 3 {
            self.frame(Vec::new());
            n_idle = if self.window().is_busy() { 0 } else { n_idle + 1 };
            if n_idle == 0 {
                assert!(Instant::now() < deadline, "the window is still busy");
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        // Fails where the window goes on drawing, or has a field without a name.
        self.harness.run();
    }

    /// Presses a key and lets go, as a keyboard sends it: with the letter that it types.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.frame(vec![Event::ModifiersChanged(modifiers)]);
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let name = key.symbol_or_name();
        let types = !modifiers.command && !modifiers.alt && name.chars().count() == 1 && name.is_ascii();
        let letter = if modifiers.shift { name.to_owned() } else { name.to_lowercase() };
        self.frame([event(true)].into_iter().chain(types.then_some(Event::Text(letter))).collect());
        self.frame(vec![event(false)]);
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
    }

    /// Presses the same key several times.
    pub fn press_times(&mut self, n: usize, modifiers: Modifiers, key: Key) {
        for _ in 0..n {
            self.press(modifiers, key);
        }
    }

    /// Types where the focus is.
    pub fn write(&mut self, text: &str) {
        self.frame(text.chars().map(|letter| Event::Text(letter.to_string())).collect());
        self.settle();
    }

    /// Types and presses Enter, so fast that all of it comes in one frame.
    pub fn write_and_enter(&mut self, text: &str) {
        let letters = text.chars().map(|letter| Event::Text(letter.to_string()));
        let enter = Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
        self.frame(letters.chain([enter]).collect());
        self.settle();
    }

    /// Presses Tab until that has the focus.
    #[track_caller]
    pub fn tab_to(&mut self, name: &str) {
        for _ in 0..40 {
            if self.focused() == name {
                return;
            }
            self.press(NONE, Key::Tab);
        }
        panic!("Tab does not lead to “{name}”");
    }

    /// Presses Ctrl and C, which the system hands on as a wish to copy.
    pub fn copy(&mut self) {
        self.frame(vec![Event::ModifiersChanged(CTRL)]);
        self.frame(vec![Event::Copy]);
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
    }

    /// Clicks on what has that name: the one thing that can be pressed, else the words themselves.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        let all: Vec<_> = self.harness.get_all_by_label(name).collect();
        let pressable: Vec<_> = all.iter().filter(|node| node.accesskit_node().role() != AccessRole::Label).collect();
        assert!(pressable.len() < 2, "“{name}” can mean {} things: {pressable:#?}", pressable.len());
        let at = pressable.first().map_or(all[0], |node| **node).rect().center();
        self.click_at(at);
    }

    /// Clicks somewhere.
    pub fn click_at(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true, NONE)]);
        self.frame(vec![button(at, false, NONE)]);
        self.settle();
        self.wait();
    }

    /// Waits so long that the next click at the same place is no double click.
    fn wait(&mut self) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + 1.0);
        self.frame(Vec::new());
        self.harness.input_mut().time = None;
    }

    /// Whether something has that name.
    pub fn has(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Fails unless something that is shown says these words.
    #[track_caller]
    pub fn assert_says(&self, words: &str) {
        assert!(
            self.harness.query_all_by_label_contains(words).next().is_some(),
            "nothing says “{words}”; what is said: {:#?}",
            self.said()
        );
    }

    /// All names in the window, for what a failure says.
    pub fn said(&self) -> Vec<String> {
        let all = self.harness.root().children_recursive();
        all.filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value())).collect()
    }

    /// What has the focus, by its name.
    pub fn focused(&self) -> String {
        let mut all = self.harness.root().children_recursive();
        all.find(Node::is_focused).and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Where what has the focus stands.
    pub fn focused_rect(&self) -> Rect {
        let mut all = self.harness.root().children_recursive();
        all.find(Node::is_focused).map_or(Rect::NOTHING, |node| node.rect())
    }

    /// Presses Tab without waiting for anything but the next frames.
    pub fn press_tab(&mut self) {
        let event = |pressed| Event::Key { key: Key::Tab, physical_key: None, pressed, repeat: false, modifiers: NONE };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        self.frame(Vec::new());
    }

    /// The marks as a person would tell them: "Casualties: at least 12 people (Killed · at least 12)".
    pub fn marks(&self) -> Vec<String> {
        let project = self.project();
        project.annotations().iter().map(|annotation| told(project, annotation)).collect()
    }

    /// The selected mark, told the same way.
    pub fn selected(&self) -> String {
        let open = &self.opened().open;
        open.selected_annotation().map(|annotation| told(open.project(), annotation)).unwrap_or_default()
    }

    /// The selected words.
    pub fn selected_words(&self) -> &str {
        let open = &self.opened().open;
        open.selection.span().map_or("", |span| open.project().article().text.words(span))
    }

    /// Drags with the mouse from the first of `words` to the last. In brackets stand those that
    /// are meant, where the others are needed to find them: "Nearly [half] of those".
    #[track_caller]
    pub fn drag_over(&mut self, words: &str) {
        self.bring(words);
        let found = self.find(words);
        let (from, to) = (found.start(), found.end());
        self.drag(from, to);
    }

    /// Turns the wheel until words can be seen.
    #[track_caller]
    pub fn bring(&mut self, words: &str) {
        let page = self.harness.get_by_label("Article").rect();
        self.frame(vec![Event::PointerMoved(page.center())]);
        for _ in 0..60 {
            let label = self.paragraph_of(words).1;
            let rect = self.paragraph(&label).map(|node| node.rect());
            if rect.is_some_and(|rect| page.contains_rect(rect)) {
                return;
            }
            let delta = vec2(0.0, -240.0);
            let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
            self.frame(vec![Event::MouseWheel { unit, delta, phase, source, modifiers: NONE }]);
            self.settle();
        }
        panic!("“{words}” cannot be brought on the screen");
    }

    /// Drags from place to place.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(NONE, from, to);
    }

    /// Drags over words with these modifiers held.
    #[track_caller]
    pub fn drag_over_with(&mut self, modifiers: Modifiers, words: &str) {
        self.bring(words);
        let found = self.find(words);
        let (from, to) = (found.start(), found.end());
        self.drag_with(modifiers, from, to);
    }

    /// Drags from place to place with these modifiers held.
    pub fn drag_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        self.frame(vec![Event::ModifiersChanged(modifiers), Event::PointerMoved(from)]);
        self.frame(vec![button(from, true, modifiers)]);
        self.frame(vec![Event::PointerMoved(from + (to - from) * 0.5)]);
        self.frame(vec![Event::PointerMoved(to)]);
        self.frame(vec![button(to, false, modifiers)]);
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
        self.wait();
    }

    /// Presses the mouse button and holds it.
    pub fn press_button(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true, NONE)]);
    }

    /// Moves the mouse there.
    pub fn point_at(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
    }

    /// Lets the mouse button go.
    pub fn release_button(&mut self, at: Pos2) {
        self.frame(vec![button(at, false, NONE)]);
        self.settle();
    }

    /// The middle of the handle of that name; of a split mark, of its first words.
    #[track_caller]
    pub fn handle(&self, name: &str) -> Pos2 {
        self.harness.query_all_by_label(name).next().unwrap_or_else(|| panic!("no “{name}”")).rect().center()
    }

    /// Just within the last letter of words, on the side where it ends.
    #[track_caller]
    pub fn end_of(&self, words: &str) -> Pos2 {
        self.find(words).end()
    }

    /// Clicks so many times on the first of `words`, fast.
    #[track_caller]
    pub fn click_words(&mut self, n_times: usize, words: &str) {
        self.click_words_with(NONE, n_times, words);
    }

    /// Clicks so many times on the first of `words`, fast, with these modifiers held.
    #[track_caller]
    pub fn click_words_with(&mut self, modifiers: Modifiers, n_times: usize, words: &str) {
        self.bring(words);
        let at = self.rects(words)[0].center();
        self.frame(vec![Event::ModifiersChanged(modifiers), Event::PointerMoved(at)]);
        for _ in 0..n_times {
            self.frame(vec![button(at, true, modifiers)]);
            self.frame(vec![button(at, false, modifiers)]);
        }
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
        self.wait();
    }

    /// Clicks on the end of `words` with Shift held.
    #[track_caller]
    pub fn shift_click_after(&mut self, words: &str) {
        let at = self.find(words).end();
        self.frame(vec![Event::PointerMoved(at), Event::ModifiersChanged(SHIFT)]);
        self.frame(vec![button(at, true, SHIFT)]);
        self.frame(vec![button(at, false, SHIFT)]);
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
    }

    /// Where words stand in the window, a rectangle for each stretch.
    #[track_caller]
    pub fn rects(&self, words: &str) -> Vec<Rect> {
        let Found { laid, origin, bytes } = self.find(words);
        laid.rects(bytes).into_iter().map(|(_, rect)| rect.translate(origin.to_vec2())).collect()
    }

    /// The bytes of words in their paragraph, and the paragraph's words.
    #[track_caller]
    fn paragraph_of(&self, words: &str) -> (Range<usize>, String) {
        let text = &self.project().article().text;
        let plain = words.replace(['[', ']'], "");
        let start = text.find(&plain).unwrap_or_else(|| panic!("“{plain}” is not in the article"));
        assert_eq!(text.matches(&plain).count(), 1, "“{plain}” is there more than once");
        let (from, to) = (words.find('[').unwrap_or(0), words.find(']').map_or(plain.len(), |at| at - 1));
        let paragraph = text.paragraphs()[text.paragraph_at(start)];
        let bytes = start - paragraph.start + from..start - paragraph.start + to;
        (bytes, text[paragraph.start..paragraph.end].to_owned())
    }

    /// The paragraph or heading of the article that says just these words, where it is on the screen.
    pub fn paragraph<'a>(&'a self, words: &'a str) -> Option<Node<'a>> {
        let mut all = self.harness.query_all_by_label(words);
        let is_text = |role| matches!(role, AccessRole::Paragraph | AccessRole::Heading);
        all.rfind(|node| is_text(node.accesskit_node().role()))
    }

    #[track_caller]
    fn find(&self, words: &str) -> Found {
        let (bytes, label) = self.paragraph_of(words);
        let label = label.as_str();
        let rect = self.paragraph(label).expect("the paragraph is on the screen").rect();
        let engine = Engine::of(&self.harness.ctx);
        let lay = |role| engine.layout(label, Style::new(role).at_reading_size(18.0), Direction::Auto, Some(596.0));
        let laid = [Role::Article, Role::Heading, Role::Headline].map(lay);
        let laid = laid.into_iter().find(|laid| (laid.size() - rect.size()).length() < 1.0);
        Found { laid: laid.expect("the paragraph is set as expected"), origin: rect.min, bytes }
    }

    /// Chooses in the menu at the left of the top bar.
    #[track_caller]
    pub fn choose(&mut self, entry: &str) {
        self.click("Menu");
        let at = self.harness.get_by_role_and_label(AccessRole::MenuItem, entry).rect().center();
        self.click_at(at);
    }

    /// Types a path where a dialog asks for one, and takes it with Enter.
    pub fn write_path(&mut self, path: &Path) {
        assert_eq!(self.focused(), "Path");
        self.write(&path.to_string_lossy());
        self.press(NONE, Key::Enter);
    }

    /// Saves a project that has no file yet.
    pub fn save_as(&mut self, path: &Path) {
        self.press(CTRL_SHIFT, Key::S);
        self.write_path(path);
    }

    /// The picture of a part of the window.
    pub fn picture(&self, part: Rect) -> image::RgbaImage {
        let whole = self.renderer.picture(&self.harness);
        let (x, y) = (part.left() as u32, part.top() as u32);
        image::imageops::crop_imm(&whole, x, y, part.width() as u32, part.height() as u32).to_image()
    }
}

impl Found {
    /// Just within the first letter, on the side where it begins.
    fn start(&self) -> Pos2 {
        let first = self.laid.text()[self.bytes.clone()].chars().next().map_or(0, char::len_utf8);
        self.within(self.bytes.start..self.bytes.start + first, Place::before(self.bytes.start))
    }

    /// Just within the last letter, on the side where it ends.
    fn end(&self) -> Pos2 {
        let last = self.laid.text()[self.bytes.clone()].chars().next_back().map_or(0, char::len_utf8);
        self.within(self.bytes.end - last..self.bytes.end, Place::after(self.bytes.end))
    }

    fn within(&self, letter: Range<usize>, edge: Place) -> Pos2 {
        let caret = self.laid.caret(edge).center();
        let middle = self.laid.rects(letter).first().map_or(caret, |(_, rect)| rect.center());
        caret + vec2((middle.x - caret.x).clamp(-1.0, 1.0), 0.0) + self.origin.to_vec2()
    }
}

fn button(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}

fn told(project: &Project, annotation: &Annotation) -> String {
    let text = &project.article().text;
    let words: Vec<&str> = annotation.spans.iter().map(|span| text.words(span)).collect();
    format!("{}: {} ({})", annotation.category().name(), words.join(" … "), annotation.details.reading())
}
