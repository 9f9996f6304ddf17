//! A desk to work at: a folder with files, and a window that opens them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::{Live, NodeId, Role as AccessRole};
use eframe::egui::os::OperatingSystem;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, PointerButton, Pos2, Rect, TouchPhase,
    Vec2, ViewportCommand, pos2, vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use newsmark::app::{Document, Window};
use newsmark::model::{Annotation, Project};
use newsmark::store::{Settings, Theme};

pub use crate::folder::{Folder, KARSA, SAWT};
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

/// A window and the hands of the person before it.
pub struct Desk {
    pub harness: Harness<'static, Option<Window>>,
    /// What was copied, the latest last.
    pub copied: Vec<String>,
    /// What the window asked of the system.
    pub asked: Vec<ViewportCommand>,
    /// What was said by itself, without the focus going there, the latest last.
    pub heard: Vec<String>,
    speaking: Vec<NodeId>,
    renderer: Renderer,
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
            .with_max_steps(160)
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
        let mut desk =
            Desk { harness, renderer, copied: Vec::new(), asked: Vec::new(), heard: Vec::new(), speaking: Vec::new() };
        desk.settle();
        desk
    }

    /// The window's state.
    pub fn window(&self) -> &Window {
        self.harness.state().as_ref().unwrap()
    }

    /// What is open.
    pub fn document(&self) -> &Document {
        self.window().document().expect("a project is open")
    }

    /// The open project.
    pub fn project(&self) -> &Project {
        self.document().session.project()
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
        self.listen();
        let output = self.harness.output();
        self.asked.extend(output.viewport_output.values().flat_map(|viewport| viewport.commands.iter().cloned()));
    }

    /// Notes what a screen reader would say of nodes that speak by themselves: those that came.
    fn listen(&mut self) {
        let live = self.harness.root().children_recursive().filter_map(|node| {
            let node = node.accesskit_node();
            let text = node.label().filter(|_| node.live() != Live::Off)?;
            Some((node.locate().0, text))
        });
        let live: Vec<(NodeId, String)> = live.collect();
        let new = live.iter().filter(|(id, _)| !self.speaking.contains(id)).map(|(_, text)| text.clone());
        self.heard.extend(new);
        self.speaking = live.into_iter().map(|(id, _)| id).collect();
    }

    /// What was said since this was asked last.
    pub fn take_heard(&mut self) -> Vec<String> {
        std::mem::take(&mut self.heard)
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

    /// Presses the same key so fast that all presses come in one frame.
    pub fn press_at_once(&mut self, n: usize, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let presses = (0..n).flat_map(|_| [event(true), event(false)]);
        self.frame([Event::ModifiersChanged(modifiers)].into_iter().chain(presses).collect());
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
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
                self.settle();
                return;
            }
            self.press_tab();
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
        let at = self.bring_into_view(name);
        self.click_at(at);
    }

    /// Where that stands; turns the wheel over the details until a field that was scrolled away can be seen.
    #[track_caller]
    fn bring_into_view(&mut self, name: &str) -> Pos2 {
        let least = self.harness.ctx.content_rect().bottom() - 40.0;
        for _ in 0..20 {
            // What is wrong in the form is told over its lower edge.
            let cover = self.harness.query_all_by_label("Warnings of this mark").next().map(|node| node.rect().top());
            let foot = cover.map_or(least, |top| least.min(top - 16.0));
            let at = self.place_of(name);
            let header = self.harness.query_all_by_label("Delete mark").next().map(|node| node.rect());
            let Some(header) = header.filter(|header| at.x > header.right() - 360.0 && self.is_in_details(name)) else {
                return at;
            };
            if at.y > header.bottom() + 10.0 && at.y < foot {
                return at;
            }
            let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
            self.frame(vec![Event::PointerMoved(pos2(at.x, foot - 80.0))]);
            let delta = vec2(0.0, if at.y < foot { 120.0 } else { -120.0 });
            self.frame(vec![Event::MouseWheel { unit, delta, phase, source, modifiers: NONE }]);
            self.settle();
        }
        panic!("“{name}” cannot be brought on the screen");
    }

    /// Whether that is a field or button of the details, which can be scrolled away.
    fn is_in_details(&self, name: &str) -> bool {
        let is_in_dialog = self.harness.query_all_by_role(AccessRole::Dialog).next().is_some();
        let is_scrolled = |node: &Node<'_>| {
            use AccessRole::{ComboBox, MultilineTextInput, TextInput};
            let is_button = node.accesskit_node().role() == AccessRole::Button;
            let is_field = matches!(node.accesskit_node().role(), ComboBox | TextInput | MultilineTextInput);
            let verbs =
                ["Add ", "Remove ", "Pick ", "Unanchor", "Take the reading", "Click a mark", "Go to “", "Keep "];
            let is_verb = verbs.iter().any(|verb| name.starts_with(verb)) || name.ends_with(", as before");
            is_field && name != "Search annotations" || is_button && is_verb
        };
        !is_in_dialog && self.harness.query_all_by_label(name).any(|node| is_scrolled(&node))
    }

    /// The middle of the one thing of that name that can be pressed, else of the words themselves.
    #[track_caller]
    pub fn place_of(&self, name: &str) -> Pos2 {
        self.rect_of(name).center()
    }

    /// The rooms of all things of that name.
    pub fn rects_of(&self, name: &str) -> Vec<Rect> {
        self.harness.query_all_by_label(name).map(|node| node.rect()).collect()
    }

    /// The room of the one thing of that name that can be pressed, else of the words themselves.
    #[track_caller]
    pub fn rect_of(&self, name: &str) -> Rect {
        let all: Vec<_> = self.harness.get_all_by_label(name).collect();
        let pressable: Vec<_> = all.iter().filter(|node| node.accesskit_node().role() != AccessRole::Label).collect();
        assert!(pressable.len() < 2, "“{name}” can mean {} things: {pressable:#?}", pressable.len());
        pressable.first().map_or(all[0], |node| **node).rect()
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
    pub fn wait(&mut self) {
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

    /// Fails unless the field of that name holds these words.
    #[track_caller]
    pub fn assert_holds(&self, field: &str, words: &str) {
        // Its label beside it has the same name.
        let all = self.harness.query_all_by_label(field);
        let held = all
            .filter(|node| node.accesskit_node().role() != AccessRole::Label)
            .filter_map(|node| node.accesskit_node().value())
            .next()
            .unwrap_or_default();
        assert_eq!(held, words, "in “{field}”");
    }

    /// What stands in the list of that name, from the top.
    pub fn rows(&self, list: &str) -> Vec<String> {
        let list = self.harness.get_by_role_and_label(AccessRole::ListBox, list).rect();
        let options = self.harness.query_all_by_role(AccessRole::ListBoxOption);
        let mut rows: Vec<_> = options.filter(|row| list.contains(row.rect().center())).collect();
        rows.sort_by(|one, other| one.rect().top().total_cmp(&other.rect().top()));
        rows.iter().filter_map(|row| row.accesskit_node().label()).collect()
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
        let open = &self.document().session;
        open.selected_annotation().map(|annotation| told(open.project(), annotation)).unwrap_or_default()
    }

    /// The selected words.
    pub fn selected_words(&self) -> &str {
        let open = &self.document().session;
        open.selection.span().map_or("", |span| open.project().article().text.words(span))
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

/// A button of the mouse, pressed or let go.
pub fn button(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}

fn told(project: &Project, annotation: &Annotation) -> String {
    let text = &project.article().text;
    let words: Vec<&str> = annotation.spans.iter().map(|span| text.words(span)).collect();
    format!("{}: {} ({})", annotation.category().name(), words.join(" … "), annotation.details.reading(project))
}
