use std::sync::Arc;

use eframe::egui::{Align, Id, Layout, Rect, Sense, Ui, pos2, vec2};

use super::search::{Search, SearchAnswer};
use super::toggle::Toggle;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::text::{Role, TextField};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Button, Hairline, Icon, IconButton, Tone, Words};
use crate::edit::Selection;
use crate::find::{Hits, Query};
use crate::model::{Span, Text};

/// Height in points of the bar, and of the sentence under it where there is one.
const HEIGHT: f32 = space::BAR;
const SENTENCE: f32 = 24.0;
/// Room for "88,888 of 99,999".
const COUNT: f32 = 96.0;
/// Seconds after which a search under way is told.
const PATIENCE: f64 = 0.2;

/// The bar over the article in which words are looked for.
///
/// The hit that is current is the one whose words are selected, so that
/// selecting otherwise, stepping and marking never disagree with it.
#[derive(Default)]
pub struct FindBar {
    is_open: bool,
    query: Query,
    search: Search,
    /// Where in the article the query was begun: its first hit is the next from there.
    origin: usize,
    /// Whether the first hit is to be selected once it is found, and how many steps from there, backwards where negative.
    seeks: Option<i32>,
    /// The hit that was selected last.
    selected: Option<Span>,
    wants_focus: bool,
    /// When the query was last changed, in seconds of the window's clock.
    changed_at: f64,
}

impl FindBar {
    /// Whether the bar is shown.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Opens the bar and gives its field the focus. The selected words of one line
    /// become the query, unless they are a hit that was gone to.
    pub fn open(&mut self, text: &Text, selection: Selection) {
        self.is_open = true;
        self.wants_focus = true;
        self.origin = selection.anchor.min(selection.head);
        let words = selection.span().filter(|span| self.selected != Some(*span)).map(|span| text.words(span));
        if let Some(words) = words.filter(|words| is_one_line(words)) {
            self.query.needle = words.to_owned();
            // What is selected is to be found as it stands there, not read as an expression.
            self.query.regular_expression = false;
        }
    }

    /// Opens the bar with its last query and leaves the focus where it is.
    pub fn reopen(&mut self) {
        self.is_open = true;
    }

    /// Closes the bar; the query stays for the next time.
    pub fn close(&mut self) {
        self.is_open = false;
        self.seeks = None;
    }

    /// Closes the bar and forgets what was found, as another project is opened; the query stays.
    pub fn forget(&mut self) {
        self.close();
        self.selected = None;
        self.search.forget();
    }

    /// Whether there is something to look for.
    pub fn has_query(&self) -> bool {
        !self.query.needle.is_empty()
    }

    /// The search to be made for the query as it is, if it was not begun yet.
    pub fn begin(&mut self, text: &Text) -> Option<impl FnOnce() -> SearchAnswer + Send + 'static> {
        if self.is_open { self.search.begin(text, &self.query) } else { None }
    }

    /// The number of the search that was begun last.
    pub fn search_number(&self) -> u64 {
        self.search.number()
    }

    /// That search broke off.
    pub fn give_up(&mut self, own: u64) {
        self.search.give_up(own);
    }

    /// Takes the answer of a search. Where it was waited for, the answer is what
    /// is to be selected: a hit, or without any the caret where the search began.
    pub fn end(&mut self, own: u64, answer: SearchAnswer, selection: Selection) -> Option<Selection> {
        if !self.search.end(own, answer) {
            return None;
        }
        let steps = self.seeks.take()?;
        let hits = self.search.hits();
        let Some(first) = hits.next_from(self.origin) else {
            // Only what the search itself selected is let go; words that a person selected stay.
            let is_ours = selection.span().is_some() && selection.span() == self.selected;
            return is_ours.then(|| Selection::caret(self.origin));
        };
        let n = (first as i64 + i64::from(steps)).rem_euclid(hits.len() as i64);
        self.selected = hits.as_slice().get(n as usize).copied();
        self.selected.map(Selection::of)
    }

    /// The next hit from what is selected, or the one before; `None` where there is none or it is not known yet.
    pub fn step(&mut self, selection: Selection, onwards: bool) -> Option<Selection> {
        if self.search.awaits(&self.query) {
            let steps = if onwards { 1 } else { -1 };
            // Enter pressed ahead of the search is counted, and taken when the hits are there.
            self.seeks = Some(self.seeks.map_or(steps, |seeks| seeks.saturating_add(steps)));
            return None;
        }
        let hits = self.search.hits();
        let (start, end) = (selection.anchor.min(selection.head), selection.anchor.max(selection.head));
        let n = if onwards { hits.next_from(end) } else { hits.previous_from(start) };
        let hit = hits.as_slice().get(n?).copied()?;
        self.origin = hit.start();
        self.selected = Some(hit);
        Some(Selection::of(hit))
    }

    /// The hits to be shown: those of the open bar.
    pub fn shown(&self) -> Option<&Arc<Hits>> {
        let hits = self.search.hits();
        (self.is_open && !hits.is_empty()).then_some(hits)
    }

    /// The bar's height in points.
    pub fn height(&self) -> f32 {
        if self.search.problem().is_some() { HEIGHT + SENTENCE } else { HEIGHT }
    }

    /// Shows the bar.
    pub fn show(&mut self, ui: &mut Ui, document: &Document, commands: &mut Vec<Command>) {
        let whole = ui.max_rect();
        Hairline::new().paint_below(ui, whole.expand2(vec2(16.0, 0.0)));
        let row = whole.with_max_y(whole.top() + HEIGHT);
        let before = self.query.clone();
        let layout = Layout::left_to_right(Align::Center);
        ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(row).layout(layout), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            self.field(ui, commands);
            ui.add_space(6.0);
            self.count(ui, document.session.selection.span());
            self.steps(ui, commands);
            ui.add_space(6.0);
            self.toggles(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.ends(ui, document, commands));
        });
        self.sentence(ui, Rect::from_min_max(pos2(whole.left(), row.bottom() - 6.0), whole.max));
        if self.query != before {
            // The first hit behind where the search began is gone to while one types.
            self.seeks = Some(0);
            self.changed_at = ui.input(|input| input.time);
        }
    }

    fn field(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let theme = Theme::of(ui.ctx());
        let problem = self.search.problem().map(|_| Tone::Error);
        // Seven buttons of an icon with 2 between them, and two gaps: what stands at the right of the field.
        let rest = COUNT + 7.0 * (space::CONTROL + 2.0) + 2.0 * 8.0 + Button::new("Mark all…").width(ui.painter());
        let id = Id::unique("find field");
        let field = TextField::new(&mut self.query.needle, id, Role::Words)
            .name("Find in the article")
            .placeholder("Words of the article")
            .lead(24.0)
            .problem(problem)
            .taken_up(std::mem::take(&mut self.wants_focus))
            // Under 120 a word cannot be read; over 320 the count would stand far from what it counts.
            .width((ui.available_width() - rest).clamp(120.0, 320.0))
            .show(ui);
        Icon::Search.paint(ui.painter(), field.lead_rect, space::ICON, theme.text2);
        if field.submitted {
            let is_back = ui.input(|input| input.modifiers.shift);
            commands.push(if is_back { Command::FindPrevious } else { Command::FindNext });
            // Enter takes the focus from a field of one line, and whoever searches presses it again and again.
            field.response.request_focus();
        }
    }

    /// Says which of how many hits is current.
    fn count(&self, ui: &mut Ui, selected: Option<Span>) {
        let theme = Theme::of(ui.ctx());
        let (rect, response) = ui.allocate_exact_size(vec2(COUNT, space::CONTROL), Sense::hover());
        let told = self.describe(ui, selected);
        response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &told));
        let words = Words::new(&told, theme.text2).size(Face::SMALL);
        words.paint(ui.painter(), rect, eframe::egui::Align2::LEFT_CENTER);
    }

    fn describe(&self, ui: &Ui, selected: Option<Span>) -> String {
        let hits = self.search.hits();
        if self.search.awaits(&self.query) {
            let left = PATIENCE - (ui.input(|input| input.time) - self.changed_at);
            if left > 0.0 {
                ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
            } else {
                return "Searching…".to_owned();
            }
        }
        let current = selected.and_then(|span| hits.as_slice().binary_search(&span).ok());
        match (hits.len(), current) {
            (0, _) if self.query.needle.is_empty() || self.search.problem().is_some() => String::new(),
            (0, _) => "No hits".to_owned(),
            (n, Some(current)) => format!("{} of {}", grouped(current + 1), grouped(n)),
            (1, None) => "1 hit".to_owned(),
            (n, None) => format!("{} hits", grouped(n)),
        }
    }

    fn steps(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let none = self.search.hits().is_empty().then_some("Nothing was found");
        for (icon, command) in [(Icon::Up, Command::FindPrevious), (Icon::Down, Command::FindNext)] {
            let key = command.key_cap(ui.ctx());
            if IconButton::new(icon, command.name()).key(&key).disabled(none).show(ui).clicked() {
                commands.push(command);
            }
        }
    }

    fn toggles(&mut self, ui: &mut Ui) {
        let Query { match_case, whole_word, regular_expression, match_diacritics, .. } = &mut self.query;
        Toggle::new("Aa", "Match case").show(ui, match_case);
        Toggle::new("ab", "Whole word").underlined().show(ui, whole_word);
        let as_written = regular_expression.then_some("A regular expression reads the words as they are written");
        let hint = "Match diacritics, alef forms and typographic marks";
        Toggle::new("á", "Match diacritics").hint(hint).disabled(as_written).show(ui, match_diacritics);
        Toggle::new(".*", "Regular expression").show(ui, regular_expression);
    }

    fn ends(&self, ui: &mut Ui, document: &Document, commands: &mut Vec<Command>) {
        if IconButton::new(Icon::Close, "Close find").key("Esc").show(ui).clicked() {
            commands.push(Command::BackToArticle);
        }
        ui.add_space(4.0);
        let nothing = self.search.hits().is_empty().then_some("Nothing was found");
        let reason = document.session.read_only.as_deref().or(nothing);
        if Button::new("Mark all…").disabled(reason).show(ui).clicked() {
            commands.push(Command::MarkAll);
        }
    }

    /// Says under the field why nothing can be found.
    fn sentence(&self, ui: &mut Ui, room: Rect) {
        let Some(problem) = self.search.problem() else { return };
        let theme = Theme::of(ui.ctx());
        let layout = Layout::left_to_right(Align::Center);
        ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(room).layout(layout), |ui| {
            let (icon, _) = ui.allocate_exact_size(vec2(space::ICON_SMALL, space::ICON_SMALL), Sense::hover());
            Icon::Error.paint(ui.painter(), icon, space::ICON_SMALL, theme.error);
            Words::new(&problem.to_string(), theme.error).size(Face::SMALL).show(ui);
        });
    }
}

fn is_one_line(words: &str) -> bool {
    // A whole paragraph is not what one looks for, and would fill the field.
    words.len() <= 200 && !words.contains(['\n', '\r', '\u{2028}', '\u{2029}'])
}

/// A count with its thousands apart: "12,345".
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([7, 999, 1000, 1_234_567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
    }
}
