//! Words are found in the article, and marked where they were found.

use crate::app::announce::announce;
use crate::app::command::{Command, Mode};
use crate::app::dialogs::Dialog;
use crate::app::find::search::SearchAnswer;
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::edit::Selection;
use crate::model::{Category, Person, Span};

use super::Window;

impl Window {
    /// Opens the find bar, with the selected words in it.
    pub(in crate::app) fn find(&mut self) {
        if self.workspaces.mode == Mode::Library {
            self.show_right();
            self.workspaces.library.focus_search();
        } else if let Some(document) = &self.document {
            self.find.open(&document.session.project().article().text, document.session.selection);
        }
    }

    /// Goes to the next hit, or to the one before; without a query the bar is opened.
    pub(in crate::app) fn find_step(&mut self, onwards: bool) {
        let Some(document) = &self.document else { return };
        if !self.find.has_query() {
            return self.find();
        }
        self.find.reopen();
        if let Some(selection) = self.find.step(document.session.selection, onwards) {
            self.select_found(selection);
        }
    }

    /// Begins the search for what the bar asks, where that is another one than before.
    pub(in crate::app) fn search(&mut self) {
        let Some(document) = &self.document else { return };
        if let Some(work) = self.find.begin(&document.session.project().article().text) {
            // A slower search of an earlier query may end later; its number says that nobody waits for it.
            let own = self.find.search_number();
            let task = Task::quiet("Searching the article").or_else(move |window| window.find.give_up(own));
            self.jobs.run(task, move || {
                let answer = work();
                Box::new(move |window: &mut Window| window.found(own, answer))
            });
        }
    }

    /// Takes the answer of a search.
    pub(in crate::app) fn found(&mut self, own: u64, answer: SearchAnswer) {
        let selection = self.document.as_ref().map_or(Selection::default(), |document| document.session.selection);
        if let Some(selection) = self.find.end(own, answer, selection) {
            self.select_found(selection);
        }
        // The answer comes frames after the key, so the command that asked for it had nothing to say yet.
        if let Some(told) = self.hit_told() {
            announce(&self.ctx, told);
        }
    }

    /// Selects the words of a hit and brings them on the screen.
    pub(super) fn select_found(&mut self, selection: Selection) {
        if let Some(document) = &mut self.document {
            document.session.selection = selection;
            self.article.show_byte(selection.anchor);
        }
    }

    /// Closes the find bar where it is open; the current hit stays selected. Answers whether it was.
    pub(in crate::app) fn close_find(&mut self) -> bool {
        let was_open = self.find.is_open();
        if was_open {
            self.find.close();
            self.article.focus();
        }
        was_open
    }

    /// Offers to mark all hits; before the first mark the person is asked for a name.
    pub(in crate::app) fn offer_mark_all(&mut self) {
        let (Some(document), Some(hits)) = (&self.document, self.find.shown()) else {
            self.say(Notice::warning("Nothing was found to mark. Find words in the article first"));
            return;
        };
        self.cover(match Person::new(&self.settings.person) {
            Some(_) => Dialog::mark_all(&document.session, hits),
            None => Dialog::name(Command::MarkAll),
        });
    }

    /// Marks all these hits in one step.
    pub(in crate::app) fn mark_all(&mut self, category: Category, hits: &[Span]) {
        let (Some(document), Some(person)) = (&self.document, Person::new(&self.settings.person)) else { return };
        // All ids at once: the edit adds the marks together, so none of them is in the project yet for the
        // next to be checked against.
        let ids = self.platform.mint_many(document.session.project(), hits.len());
        let spans: Vec<_> = ids.into_iter().zip(hits.iter().copied()).collect();
        // An edit that is refused says so itself, and then this is not to claim that marks were made.
        let before = document.session.revision();
        self.edit(|open, now| open.mark_all(category, &spans, &person, now));
        if self.document.as_ref().is_some_and(|document| document.session.revision() != before) {
            self.say(Notice::done(match spans.len() {
                1 => "1 mark made".to_owned(),
                n => format!("{} marks made", crate::app::find::grouped(n)),
            }));
        }
    }
}
