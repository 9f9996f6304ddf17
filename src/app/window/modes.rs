//! How the window goes from one use to another.

use super::Window;
use crate::app::command::{Command, Mode};
use crate::app::region_focus::Region;

impl Window {
    /// Gives the focus to what the window is used for: the table of projects, or the article.
    pub(in crate::app) fn focus_main(&mut self) {
        let is_without_article = self.workspaces.mode == Mode::Compare && self.shows_no_comparison();
        match self.workspaces.mode {
            Mode::Library => self.workspaces.library.focus(&self.ctx),
            // Compare with nothing to compare shows buttons in the article's place, of which the first gets the
            // focus.
            _ if is_without_article && self.document.is_some() => self.region_focus.go_to(Region::Article),
            _ => self.article.focus(),
        }
    }

    /// Whether Compare has nothing to show yet.
    pub(in crate::app) fn shows_no_comparison(&self) -> bool {
        self.workspaces.comparison().is_none() && self.workspaces.conflicts().is_none()
    }

    /// Uses the window for something else. What was begun in the article is kept first.
    pub(in crate::app) fn set_mode(&mut self, mode: Mode) {
        if mode == self.workspaces.mode || (self.document.is_none() && matches!(mode, Mode::Review | Mode::Compare)) {
            return;
        }
        self.keep_bounds();
        // Words for a field are picked in this mode's article; in another one the strip would ask for them out
        // of nowhere.
        self.run(Command::StopPicking);
        // Before the mode changes, so that the article set aside is back when the next mode looks at it.
        self.leave_compare();
        self.workspaces.mode = mode;
        if mode == Mode::Compare {
            self.enter_compare();
        } else if mode == Mode::Review {
            self.begin_review();
        }
        self.focus_main();
    }
}
