//! A person's hands: real events of mouse and keyboard, sent through the X server.

use std::process::{Command, Output};

use super::display::Display;

/// The mouse and the keyboard of a display.
#[derive(Clone, Copy)]
pub struct Input<'d> {
    display: &'d Display,
}

impl<'d> Input<'d> {
    /// Those of `display`.
    pub fn of(display: &'d Display) -> Input<'d> {
        Input { display }
    }

    /// Gives the keyboard to the program's window; false while there is none.
    pub fn focus(self) -> bool {
        let found = self.run("search --onlyvisible --class newsmark");
        let windows = String::from_utf8_lossy(&found.stdout).into_owned();
        let Some(window) = windows.lines().next() else { return false };
        self.run(&format!("windowfocus --sync {window}")).status.success()
    }

    /// Presses keys, one after the other, each as "ctrl+shift+Right".
    pub fn press(self, keys: &str) {
        self.run(&format!("key --delay 20 {keys}"));
    }

    /// Types words, of which each letter must be on the keyboard.
    pub fn write(self, words: &str) {
        let mut command = Command::new("xdotool");
        command.args(["type", "--delay", "12", "--", words]).env("DISPLAY", &self.display.name);
        command.output().expect("xdotool is installed; .ci/run does it");
    }

    /// Double-clicks at a point and drags from there to another.
    pub fn drag_words(self, (from_x, from_y): (usize, usize), (to_x, to_y): (usize, usize)) {
        let middle = (from_x + to_x) / 2;
        self.run(&format!(
            "mousemove {from_x} {from_y} click 1 mousedown 1 sleep 0.05 mousemove {middle} {to_y} sleep 0.05 \
             mousemove {to_x} {to_y} sleep 0.05 mouseup 1"
        ));
    }

    fn run(self, arguments: &str) -> Output {
        let mut command = Command::new("xdotool");
        command.args(arguments.split_whitespace()).env("DISPLAY", &self.display.name);
        command.output().expect("xdotool is installed; .ci/run does it")
    }
}
