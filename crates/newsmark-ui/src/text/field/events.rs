use std::sync::Arc;

use egui::accesskit::{Action, ActionData};
use egui::{Event, EventFilter, Id, ImeEvent, Ui};

use super::super::elide::one_line;
use super::super::text_layout::TextLayout;
use super::editor::Editor;
use super::keys::{Act, act};

/// What the keys of a frame came to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    pub submitted: bool,
    pub cancelled: bool,
    /// Whether anything happened that the caret should be seen after.
    pub touched: bool,
}

/// How a line is broken in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineBreaks {
    /// Not at all: it has one line.
    None,
    /// By Enter.
    ByEnter,
    /// By Enter with Shift; Enter alone ends editing.
    ByShiftEnter,
}

impl LineBreaks {
    /// Those of a field of several lines or of one, in which Enter alone may end editing.
    pub fn of(is_multiline: bool, ends_by_enter: bool) -> LineBreaks {
        match (is_multiline, ends_by_enter) {
            (false, _) => LineBreaks::None,
            (true, true) => LineBreaks::ByShiftEnter,
            (true, false) => LineBreaks::ByEnter,
        }
    }
}

/// Arrows and Escape are the field’s while it has the focus; Tab leaves it.
pub const FILTER: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// Lets this frame’s events act on `editor`. `lay` lays out what it shows.
pub fn handle(
    ui: &Ui,
    id: Id,
    editor: &mut Editor,
    breaks: LineBreaks,
    lay: &dyn Fn(&str) -> Arc<TextLayout>,
) -> Outcome {
    let multiline = breaks != LineBreaks::None;
    let mut outcome = Outcome::default();
    let os = ui.ctx().os();
    for event in ui.input(|input| input.filtered_events(&FILTER)) {
        match event {
            Event::Copy | Event::Cut if !editor.selection().is_empty() => {
                ui.ctx().copy_text(editor.selected().to_owned());
                if event == Event::Cut {
                    editor.insert("");
                }
            }
            Event::Paste(text) => editor.insert(&fit(&text, multiline)),
            // Line breaks come as the Enter key.
            Event::Text(text) if !text.is_empty() && text != "\n" && text != "\r" => editor.insert(&text),
            Event::Ime(event) => ime(editor, &event),
            Event::AccessKitActionRequest(request)
                if request.action == Action::ReplaceSelectedText && request.target_node == id.accesskit_id() =>
            {
                if let Some(ActionData::Value(text)) = request.data {
                    editor.insert(&fit(&text, multiline));
                }
            }
            // The keys of an input method are its own.
            Event::Key { key, pressed: true, modifiers, .. } if !editor.is_composing() => {
                match act(os, key, modifiers) {
                    Some(Act::Enter) if breaks == LineBreaks::ByEnter || (multiline && modifiers.shift) => {
                        editor.insert("\n")
                    }
                    Some(Act::Enter | Act::Submit) => outcome.submitted = true,
                    Some(Act::Cancel) => outcome.cancelled = true,
                    Some(act) => perform(editor, act, lay),
                    None => continue,
                }
            }
            _ => continue,
        }
        outcome.touched = true;
        if outcome.submitted || outcome.cancelled {
            break;
        }
    }
    outcome
}

/// The value that assistive technology asked for, which needs no focus.
pub fn requested_value(ui: &Ui, id: Id, multiline: bool) -> Option<String> {
    ui.input(|input| {
        let requests = input.accesskit_action_requests(id, Action::SetValue);
        let values = requests.filter_map(|request| match &request.data {
            Some(ActionData::Value(value)) => Some(fit(value, multiline)),
            _ => None,
        });
        values.last()
    })
}

/// Pasted text with its line breaks as LF, or as spaces in a single line, without signs that steer a terminal or mark
/// the order of bytes. A line that ends the text and nothing else is none.
pub fn fit(text: &str, multiline: bool) -> String {
    let is_steering = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{feff}';
    let broken = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut clean: String = broken.chars().filter(|c| !is_steering(*c)).collect();
    if multiline {
        return clean;
    }
    // A line copied from a terminal or a table ends in a break.
    clean.truncate(clean.trim_end_matches('\n').len());
    one_line(&clean).replace('\t', " ")
}

fn perform(editor: &mut Editor, act: Act, lay: &dyn Fn(&str) -> Arc<TextLayout>) {
    match act {
        Act::Move(motion, extend) => editor.step(&lay(&editor.shown()), motion, extend),
        Act::DeleteBack(unit) => editor.delete_back(unit),
        Act::DeleteForward(unit) => editor.delete_forward(unit),
        Act::SelectAll => editor.select(0..editor.text().len()),
        Act::Enter | Act::Submit | Act::Cancel => {}
    }
}

fn ime(editor: &mut Editor, event: &ImeEvent) {
    match event {
        // Some platforms send line breaks and empty text when nothing is composed.
        ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text) if text == "\n" || text == "\r" => {}
        ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text) if text.is_empty() && !editor.is_composing() => {}
        ImeEvent::Preedit { text, active_range_chars } => editor.compose(text, active_range_chars.clone()),
        ImeEvent::Commit(text) => editor.commit(text),
        ImeEvent::DeleteSurrounding { before_chars, after_chars } => editor.delete_around(*before_chars, *after_chars),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn pasted_words_lose_what_is_no_writing() {
        assert_eq!(fit("a\u{1b}[31mb\u{9b}c\0\u{feff}", true), "a[31mbc");
        assert_eq!(fit("one\r\ntwo\rthree\u{2029}four\tfive", true), "one\ntwo\nthree\nfour\tfive");
        assert_eq!(fit("one\r\ntwo\tthree\n", false), "one two three");
        assert_eq!(fit("\u{200f}قتيلا\u{200e} 12", false), "\u{200f}قتيلا\u{200e} 12", "direction marks are writing");
    }
}
