//! What is docked under the article is shown and put away.

use super::Window;
use crate::app::command::Mode;
use crate::app::dock::DockTab;

impl Window {
    /// What the dock shows; `None` where it is closed.
    pub(in crate::app) fn dock_tab(&self) -> Option<DockTab> {
        [DockTab::Ledger, DockTab::Problems].into_iter().find(|tab| self.settings.is_shown(tab.panel()))
    }

    /// Why there is no room for the dock, in a clause; `None` where there is.
    pub(in crate::app) fn why_no_dock(&self) -> Option<&'static str> {
        match self.workspaces.mode {
            Mode::Library => Some("it is of an article, and the library is shown"),
            _ if self.document.is_none() => Some("no article is open"),
            _ if self.workspaces.comparison().is_some() => Some("it is of one project, and projects are compared"),
            _ => None,
        }
    }

    /// Shows this in the dock and goes there, or closes the dock where it is shown.
    pub(in crate::app) fn toggle_dock(&mut self, tab: DockTab) {
        // What cannot be seen is not changed, to come as a surprise later.
        if self.why_no_dock().is_some() {
            return;
        }
        if self.dock_tab() == Some(tab) {
            self.settings.set_shown(tab.panel(), false);
            self.article.focus();
        } else {
            self.show_dock(tab);
            self.dock.focus();
        }
    }

    pub(super) fn show_dock(&mut self, tab: DockTab) {
        self.settings.set_shown(tab.panel(), true);
        // One room for both: the settings never say that two are shown in it.
        self.settings.set_shown(tab.other().panel(), false);
    }
}
