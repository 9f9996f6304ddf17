//! An X server of the test's own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

use super::screen::{Area, Screen};
use super::wait::until;

/// An X server without a window manager, which ends with this value. There is
/// one at a time: a window that shares the processor says nothing about speed.
pub struct Display {
    /// What `DISPLAY` is set to.
    pub name: String,
    server: Child,
    folder: TempDir,
    _only_one: MutexGuard<'static, ()>,
}

static ONLY_ONE: Mutex<()> = Mutex::new(());

impl Display {
    /// Starts it with one screen of 1440 by 900 pixels.
    pub fn start() -> Display {
        let only_one = ONLY_ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = TempDir::new().unwrap();
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed, as .ci/run does");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Display { name: format!(":{}", number.trim()), server, folder, _only_one: only_one }
    }

    /// What it shows at this moment.
    pub fn screen(&self) -> Screen {
        Screen::of_dump(fs::read(self.folder.path().join("Xvfb_screen0")).unwrap())
    }

    /// What it shows once `is_reached` holds and it has come to rest: a frame may be half drawn.
    pub fn screen_where(&self, what: &str, is_reached: impl Fn(&Screen) -> bool) -> Screen {
        let mut last = self.screen();
        until(what, || {
            let before = std::mem::replace(&mut last, self.screen());
            (last.n_changed(&before, Area::ALL) == 0 && is_reached(&last)).then_some(())
        });
        last
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
