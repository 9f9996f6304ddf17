use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use eframe::egui::accesskit::{Action, ActionData, ActionRequest, NodeId, Orientation, Role};
use eframe::egui::{Id, Rect, Response, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::mark_words::words_of;
use crate::app::text::access::{self, Runs, bounds};
use crate::edit::{OpenProject, Selection};
use crate::model::{Annotation, AnnotationId};

use super::block::Block;
use super::paint::ShownBlock;
use super::parts::{PartKind, Parts};
use super::{Column, movement};
use crate::app::region_focus::article_id;

/// The article as a screen reader is told it.
///
/// It is one document with a caret and a selection; its children are the
/// paragraphs and headings, and theirs the lines and the marks that begin in
/// them, beyond the screen the words alone. What assistive technology asks for
/// comes back here.
pub struct Page<'a> {
    /// The project.
    pub open: &'a OpenProject,
    /// All parts of the article.
    pub parts: &'a Parts,
    /// The column.
    pub column: &'a Column,
    /// The head of an article whose title is not in its text, and its upper edge in points of the window.
    pub head: Option<(&'a Block, f32)>,
    /// The blocks on the screen.
    pub shown: &'a [ShownBlock],
}

/// A mark is named with so many letters of its words.
const MOST: usize = 80;

impl Page<'_> {
    /// Tells what is on the screen and does what is asked; nothing is done where nobody listens.
    pub fn describe(&self, ui: &mut Ui, response: &Response, commands: &mut Vec<Command>) {
        response.widget_info(|| WidgetInfo::labeled(Access::Document, true, "Article"));
        if !access::is_heard(ui.ctx(), response.id) {
            return;
        }
        let (runs, told) = self.runs(response);
        for request in access::requests(ui.ctx()) {
            self.answer(&request, response, &runs, &told, commands);
        }
        self.document(response, &runs);
        let page = UiBuilder::new().scope_id(response.id.with("page")).max_rect(response.rect);
        let mut page = ui.new_child(page.accessibility_parent(response.id));
        if let Some((head, top)) = self.head {
            self.head(&mut page, head, top);
        }
        let mut marks = HashSet::new();
        for told in &told {
            match told.shown {
                Some(shown) => self.block(&mut page, shown, &runs, told, &mut marks),
                None => self.beyond(&mut page, &runs, told),
            }
        }
    }

    /// The lines of the parts on the screen, and the words of those around it; with each part that is told.
    fn runs(&self, response: &Response) -> (Runs, Vec<Told<'_>>) {
        let (mut runs, mut told) = (Runs::default(), Vec::new());
        let Some((first, last)) = self.shown.first().zip(self.shown.last()) else { return (runs, told) };
        let text = &self.open.project().article().text;
        let around = around(self.parts, text.len(), first.part..last.part + 1);
        for index in around {
            let (Some(part), id) = (self.parts.get(index), block_id(response.id, index)) else { continue };
            if part.kind == PartKind::Blank {
                continue;
            }
            let before = runs.n_runs();
            let shown = self.shown.iter().find(|shown| shown.part == index && shown.block.laid.is_some());
            let bytes = match shown {
                Some(shown) => shown.block.bytes.clone(),
                // Where a part on the screen begins and ends is decided by its lines.
                None if index < first.part => part.start..part.end.min(first.block.bytes.start).max(part.start),
                None => part.start.max(last.block.bytes.end).min(part.end)..part.end,
            };
            if let Some((shown, laid)) = shown.and_then(|shown| Some((shown, shown.block.laid.as_ref()?))) {
                let origin = shown.origin(self.column);
                runs.add(
                    id,
                    laid,
                    laid.lines_between(f32::NEG_INFINITY, f32::INFINITY),
                    bytes.start,
                    origin,
                    part.is_last,
                );
            } else {
                let edge = if index < first.part { response.rect.top() } else { response.rect.bottom() };
                let rect = Rect::from_min_size(pos2(self.column.left, edge), vec2(response.rect.width(), 0.0));
                runs.add_words(id, &text[bytes.clone()], bytes.start, rect, part.is_last);
            }
            told.push(Told { part: index, bytes, runs: before..runs.n_runs(), shown });
        }
        (runs, told)
    }

    fn document(&self, response: &Response, runs: &Runs) {
        let card = &self.open.project().article().card;
        let selection = runs.selection(self.open.selection.anchor, movement::place(self.open.selection));
        response.ctx.accesskit_node_builder(response.id, |node| {
            // The text never changes; without this a screen reader announces an editing field.
            node.set_read_only();
            node.add_action(Action::SetTextSelection);
            if !card.language.is_empty() {
                node.set_language(card.language.as_str());
            }
            if !card.title.value.is_empty() {
                node.set_description(card.title.value.as_str());
            }
            if let Some(selection) = selection {
                node.set_text_selection(selection);
            }
        });
    }

    /// Tells a paragraph or heading with its lines, and the marks that begin in it or above the screen.
    fn block(
        &self,
        page: &mut Ui,
        shown: &ShownBlock,
        runs: &Runs,
        told: &Told<'_>,
        marks: &mut HashSet<AnnotationId>,
    ) {
        let (Some(laid), Some(part)) = (&shown.block.laid, self.parts.get(shown.part)) else { return };
        let (role, level) = role_of(part.kind);
        let origin = shown.origin(self.column);
        let rect = Rect::from_min_size(origin, laid.size());
        let id = block_id(article_id(), shown.part);
        let words = &self.open.project().article().text[shown.block.bytes.clone()];
        let paragraph = UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(role);
        let paragraph = page.new_child(paragraph.accessibility_label(words));
        page.ctx().accesskit_node_builder(id, |node| {
            node.set_bounds(bounds(rect));
            node.add_action(Action::ScrollIntoView);
            if let Some(level) = level {
                node.set_level(level);
            }
        });
        runs.tell_some(&paragraph, told.runs.clone());
        for annotation in reading_order(shown) {
            if marks.insert(annotation.id) {
                self.mark(&paragraph, shown, annotation);
            }
        }
        if let Some(under) = &shown.block.under {
            let at = pos2(origin.x, rect.bottom() + super::block::UNDER_GAP);
            line(page, id.with("under"), Rect::from_min_size(at, under.size()), under.text());
        }
    }

    /// Tells a paragraph or heading beyond the screen, which has words and no lines.
    fn beyond(&self, page: &mut Ui, runs: &Runs, told: &Told<'_>) {
        let (Some(part), text) = (self.parts.get(told.part), &self.open.project().article().text) else { return };
        let (role, level) = role_of(part.kind);
        let id = block_id(article_id(), told.part);
        let paragraph =
            UiBuilder::new().scope_id(id).max_rect(Rect::from_min_size(page.max_rect().min, vec2(0.0, 0.0)));
        let paragraph =
            page.new_child(paragraph.accessibility_role(role).accessibility_label(&text[told.bytes.clone()]));
        let is_above = self.shown.first().is_some_and(|first| told.part < first.part);
        // Just off the page, so that nobody takes it for something that is seen.
        let edge = if is_above { page.max_rect().top() - 1.0 } else { page.max_rect().bottom() + 1.0 };
        page.ctx().accesskit_node_builder(id, |node| {
            // It is not set, so that no more is known of its place than the side on which it lies.
            node.set_bounds(bounds(Rect::from_min_size(pos2(self.column.left, edge), vec2(0.0, 0.0))));
            node.add_action(Action::ScrollIntoView);
            if let Some(level) = level {
                node.set_level(level);
            }
        });
        runs.tell_some(&paragraph, told.runs.clone());
    }

    fn mark(&self, paragraph: &Ui, shown: &ShownBlock, annotation: &Annotation) {
        let Some(laid) = &shown.block.laid else { return };
        let (origin, bytes) = (shown.origin(self.column), &shown.block.bytes);
        let spans = annotation.spans.iter().filter(|span| span.start() < bytes.end && span.end() > bytes.start);
        let rects = spans.flat_map(|span| {
            let within = span.start().max(bytes.start) - bytes.start..span.end().min(bytes.end) - bytes.start;
            laid.rects(within).into_iter().map(|(_, rect)| rect.translate(origin.to_vec2()))
        });
        let rect = rects.reduce(|one, other| one.union(other));
        let rect = rect.unwrap_or(Rect::from_min_size(origin, vec2(0.0, 0.0)));
        let id = mark_id(article_id(), annotation.id);
        paragraph.interact(rect, id, Sense::hover());
        paragraph.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Mark);
            node.set_label(name(self.open, annotation));
            node.set_bounds(bounds(rect));
            node.set_selected(self.open.selected == Some(annotation.id));
            node.add_action(Action::Click);
            node.add_action(Action::Focus);
            node.add_action(Action::ScrollIntoView);
        });
    }

    /// Tells the title and the line under it where they are not in the text.
    fn head(&self, page: &mut Ui, head: &Block, top: f32) {
        let Some(laid) = &head.laid else { return };
        let rect = Rect::from_min_size(pos2(self.column.left, top), laid.size());
        let id = page.unique_id().with("title");
        line(page, id, rect, laid.text());
        page.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Heading);
            // A label is what headings are found by; with both, it would be read twice.
            node.clear_value();
            node.set_label(laid.text());
            node.set_level(1);
        });
        if let Some(under) = &head.under {
            let at = pos2(rect.left(), rect.bottom() + super::block::UNDER_GAP);
            line(page, id.with("under"), Rect::from_min_size(at, under.size()), under.text());
        }
    }

    fn answer(
        &self,
        request: &ActionRequest,
        article: &Response,
        runs: &Runs,
        told: &[Told<'_>],
        commands: &mut Vec<Command>,
    ) {
        if let Some((anchor, head)) = runs.asked(request, article.id) {
            let selection = Selection { anchor, head, downstream: head <= anchor };
            commands.extend([Command::Caret(selection), Command::GoTo(head)]);
            return;
        }
        let place = || {
            let part = told.iter().find(|told| is(block_id(article.id, told.part), request));
            part.map(|told| told.bytes.start).or_else(|| runs.first_byte(request.target_node))
        };
        let marks = || self.shown.iter().flat_map(reading_order);
        let mark = marks().find(|annotation| is(mark_id(article.id, annotation.id), request));
        match (request.action, mark) {
            (Action::Click, Some(mark)) => commands.push(Command::Select(mark.id)),
            (Action::Focus, Some(mark)) => {
                // The marks are nodes without a widget; the article answers the keys that follow.
                article.request_focus();
                commands.push(Command::Select(mark.id));
            }
            (Action::ScrollIntoView, Some(mark)) => commands.push(Command::GoTo(mark.spans.start())),
            (Action::ScrollIntoView, None) => commands.extend(place().map(Command::GoTo)),
            _ => {}
        }
    }
}

/// A part of the article that is told: on the screen with its lines, beyond it with its words.
struct Told<'a> {
    part: usize,
    bytes: Range<usize>,
    /// Its runs among all.
    runs: Range<usize>,
    shown: Option<&'a ShownBlock>,
}

/// So many bytes of the words around the screen are told, more than most articles have: telling them again costs about
/// a millisecond a frame while a screen reader runs, and nothing else.
const AROUND: usize = 64 * 1024;
/// In an article that is longer the first part that is told goes on by so many parts, so that what was told seldom
/// changes while one reads on.
const STEP: usize = 50;

/// The parts that are told where those are on the screen: all of an article of usual length, else as many before them
/// and behind them as have half of [`AROUND`] each.
fn around(parts: &Parts, n_all: usize, shown: Range<usize>) -> Range<usize> {
    let most = if n_all <= AROUND { AROUND } else { AROUND / 2 };
    let length = |index: usize| parts.get(index).map_or(0, |part| part.end - part.start);
    let (mut start, mut n_bytes) = (shown.start, 0);
    while start > 0 && n_bytes + length(start - 1) <= most {
        start -= 1;
        n_bytes += length(start);
    }
    let (mut end, mut n_bytes) = (shown.end, 0);
    while parts.get(end).is_some() && n_bytes + length(end) <= most {
        n_bytes += length(end);
        end += 1;
    }
    let stepped = start.next_multiple_of(STEP).min(shown.start);
    if start == 0 { 0..end } else { stepped..end }
}

fn role_of(kind: PartKind) -> (Role, Option<usize>) {
    match kind {
        PartKind::Headline => (Role::Heading, Some(1)),
        PartKind::Heading => (Role::Heading, Some(2)),
        PartKind::Body | PartKind::Blank => (Role::Paragraph, None),
    }
}

/// Tells a scroll bar that is `y` points from the top, can go to `span` and
/// shows `view` at a time; answers where assistive technology scrolls to.
pub fn scroll_bar(ui: &Ui, response: &Response, y: f64, span: f64, view: f32) -> Option<f64> {
    response.widget_info(|| WidgetInfo::labeled(Access::ScrollBar, true, "Scroll the article"));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_orientation(Orientation::Vertical);
        node.set_numeric_value(y.round());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(span.round());
        // A step is a screen: the keys of the article go by lines.
        node.set_numeric_value_step(f64::from(view));
        node.add_action(Action::SetValue);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    })?;
    let ours = access::requests(ui.ctx()).into_iter().filter(|request| is(response.id, request));
    let mut asked = ours.filter_map(|request| match (request.action, request.data) {
        (Action::Increment, _) => Some(y + f64::from(view)),
        (Action::Decrement, _) => Some(y - f64::from(view)),
        (Action::SetValue, Some(ActionData::NumericValue(value))) => Some(value),
        _ => None,
    });
    asked.next_back()
}

/// The annotations of a block in the order in which they are read, the longer first.
fn reading_order(shown: &ShownBlock) -> Vec<&Annotation> {
    let mut found: Vec<&Annotation> =
        shown.marks.iter().filter_map(|mark| mark.annotation()).map(AsRef::as_ref).collect();
    found.sort_by_key(|annotation| (annotation.spans.start(), Reverse(annotation.spans.end()), annotation.id));
    found
}

/// “Quote, approved, by Ines Varga: “We were told to leave””.
fn name(open: &OpenProject, annotation: &Annotation) -> String {
    let noun = annotation.category().noun();
    let status = annotation.status.label().to_lowercase();
    let author = annotation.author.to_string();
    let by = if author.is_empty() { String::new() } else { format!(", by {author}") };
    let mut words = words_of(open.project(), annotation);
    if let Some((end, _)) = words.char_indices().nth(MOST) {
        words.truncate(end);
        words.push('…');
    }
    let mut letters = noun.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}, {status}{by}: “{words}”", letters.as_str())
}

/// Tells words that are no part of the article’s text.
fn line(page: &Ui, id: Id, rect: Rect, words: &str) {
    page.interact(rect, id, Sense::hover()).widget_info(|| WidgetInfo::labeled(Access::Label, true, words));
}

fn is(id: Id, request: &ActionRequest) -> bool {
    let node: NodeId = id.accesskit_id();
    node == request.target_node
}

fn block_id(article: Id, part: usize) -> Id {
    article.with(("paragraph", part))
}

fn mark_id(article: Id, mark: AnnotationId) -> Id {
    article.with(("mark", mark))
}
