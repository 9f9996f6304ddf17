use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use newsmark::model::{Article, Card, Project, Text};
use newsmark::store::{Expected, save};

use crate::chance::Chance;
use crate::real::{Area, Desk, Display, Program, Screen, until};

/// What is worked on: one of our own articles, as often as asked for.
const ARTICLE: &str = include_str!("../../assets/articles/karsa-market.txt");

/// A person at a window with a project.
pub struct Stage<'d> {
    /// The person's folders.
    pub desk: Desk,
    /// What the window is shown on.
    pub display: &'d Display,
    /// The project's file.
    pub file: PathBuf,
}

impl<'d> Stage<'d> {
    /// A project without marks, of a text of at least so many bytes.
    pub fn new(display: &'d Display, n_bytes: usize) -> Stage<'d> {
        let desk = Desk::new();
        let file = desk.path("karsa.ron");
        let text = Text::new(ARTICLE.repeat(n_bytes.div_ceil(ARTICLE.len()).max(1)));
        save(&Project::new(Article { text, card: Card::default() }), &file, Expected::Nothing).unwrap();
        Stage { desk, display, file }
    }

    /// Opens the project in a window and waits until it takes keys.
    pub fn open(&self) -> Program<'d> {
        let mut newsmark = self.desk.open(self.display, &[&self.file]);
        self.wait_for_article(&mut newsmark);
        newsmark
    }

    /// Waits until the caret blinks in the article.
    pub fn wait_for_article(&self, newsmark: &mut Program<'d>) {
        let shown = self.display.screen_where("the article is shown", Screen::has_article);
        newsmark.until("the caret blinks in the article", || {
            (self.display.screen().n_changed(&shown, Area::ARTICLE) > 10).then_some(())
        });
    }

    /// Presses keys and waits until what they do is shown in that part of the screen.
    pub fn press_and_see(&self, newsmark: &mut Program<'d>, keys: &str, area: Area) {
        let before = self.display.screen();
        newsmark.input.press(keys);
        newsmark
            .until("what the keys do is shown", || (self.display.screen().n_changed(&before, area) > 0).then_some(()));
    }

    /// Marks the next two words; answers once the mark is shown in the list.
    pub fn mark(&self, newsmark: &mut Program<'d>, chance: &mut Chance) {
        for _ in 0..1 + chance.below(3) {
            newsmark.move_caret("ctrl+Right");
        }
        newsmark.move_caret("ctrl+shift+Right");
        self.press_and_see(newsmark, chance.one_of(&["1", "2", "3", "4"]), Area::LIST);
    }

    /// Runs a command by its name, as a person does who does not know its key.
    pub fn command(&self, newsmark: &mut Program<'d>, name: &str) {
        self.press_and_see(newsmark, "ctrl+shift+p", Area::ALL);
        newsmark.input.write(name);
        self.display.screen_where("the list has come to rest", |_| true);
        newsmark.input.press("Return");
    }

    /// Presses the keys again and again until the program, which is killed within so many milliseconds, has ended.
    pub fn kill(&self, newsmark: &mut Program<'d>, keys: &str, within: u64, chance: &mut Chance) {
        let (process, pause) = (newsmark.process().to_string(), Duration::from_millis(chance.below(within)));
        let killer = thread::spawn(move || {
            thread::sleep(pause);
            Command::new("kill").args(["-9", &process]).status().unwrap()
        });
        while !newsmark.has_ended() {
            if keys.is_empty() {
                thread::sleep(Duration::from_millis(2));
            } else {
                newsmark.input.press(keys);
            }
        }
        killer.join().unwrap();
    }
}

/// Waits until the file at `path` is another than before.
pub fn until_written(newsmark: &mut Program<'_>, path: &Path, write: impl FnOnce(&Program<'_>)) {
    let stamp = || std::fs::read(path).ok();
    let before = stamp();
    write(newsmark);
    until("the file is written", || (stamp() != before).then_some(()));
}
