use std::time::Duration;

use eframe::egui::{Align, Align2, Layout as Direction, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::command::Command;
use crate::app::layout::Layout;
use crate::app::opened::Opened;
use crate::app::platform::clock;
use crate::app::problems::tone;
use crate::app::text;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Chip, FocusRing, Hairline, Icon, Words, tip};
use crate::check::Severity;
use crate::edit::OpenProject;
use crate::model::{Category, ParagraphKind, Time};
use crate::store::JournalState;

/// Shows the line at the foot: counts, the caret's place, whether all anchors are sound, problems,
/// when it was saved. In Review, where so many marks wait for the person, who that is instead of the places.
pub fn status_bar(
    ui: &mut Ui,
    opened: &Opened,
    n_waiting: Option<usize>,
    (now, layout): (Time, Layout),
    commands: &mut Vec<Command>,
) {
    let theme = Theme::of(ui.ctx());
    Hairline::new().paint_above(ui, ui.max_rect().expand2(vec2(12.0, 0.0)));
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
        for category in Category::ALL {
            let count = opened.open.project().annotations().count(category);
            Chip::new(category).small().show(ui);
            words(ui, &count.to_string());
            ui.add_space(6.0);
        }
        if n_waiting.is_some() {
            reviewer(ui, opened);
        } else {
            part(ui, None, &place(&opened.open));
        }
        if layout.has_left && n_waiting.is_none() {
            part(ui, Some((Icon::Anchor, theme.text2)), &anchors(&opened.open));
        }
        for severity in Severity::ALL.into_iter().filter(|severity| opened.problems.count(*severity) > 0) {
            if problems(ui, opened, severity).clicked() {
                let is_note = severity == Severity::Note;
                commands.push(if is_note { Command::ToggleProblems } else { Command::NextProblem });
            }
        }
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
            words(ui, &saved(opened, now));
            if opened
                .journaling
                .as_ref()
                .is_some_and(|journaling| journaling.journal().state() != JournalState::Written)
            {
                // It catches up by itself, on a thread of its own.
                ui.ctx().request_repaint_after(JOURNAL_ASKED_EVERY);
            }
            if let Some(n_waiting) = n_waiting {
                part(ui, None, &format!("{n_waiting} left to review"));
            }
            let n_unplaced = opened.open.project().unplaced().len();
            if n_unplaced > 0 {
                part(ui, Some((Icon::Warning, theme.warning)), &format!("{n_unplaced} not placed"));
            }
            if let Some(why) = &opened.open.read_only {
                text::Words::new(why, text::Role::Hint).color(theme.text).show(ui);
                let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
                Icon::Note.paint(ui.painter(), rect, space::ICON_SMALL, theme.text2);
            }
        });
    });
}

/// Who judges, and whether somebody else than the last editor has to.
fn reviewer(ui: &mut Ui, opened: &Opened) {
    let theme = Theme::of(ui.ctx());
    divider(ui);
    let told = match &opened.open.person {
        Some(person) => format!("Reviewing as {person}"),
        None => "Reviewing without a name".to_owned(),
    };
    text::Words::new(&told, text::Role::Hint).color(theme.text2).show(ui);
    if opened.open.project().settings().four_eyes {
        part(ui, None, "Four eyes on");
    }
}

/// How many problems so grave there are, which leads to the next, or to the list.
fn problems(ui: &mut Ui, opened: &Opened, severity: Severity) -> Response {
    let theme = Theme::of(ui.ctx());
    divider(ui);
    let noun = severity.name().to_lowercase();
    let told = match opened.problems.count(severity) {
        1 => format!("1 {noun}"),
        many => format!("{many} {noun}s"),
    };
    let label = Words::new(&told, theme.text2).size(Face::SMALL);
    let width = space::ICON_SMALL + space::COUNT_GAP + label.line(ui.painter()).size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, space::HIT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    let room = rect.expand2(vec2(space::COUNT_GAP, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(room, space::RADIUS_CHIP, theme.hover);
    }
    let tone = tone(severity);
    tone.icon().paint(
        ui.painter(),
        rect.with_max_x(rect.left() + space::ICON_SMALL),
        space::ICON_SMALL,
        tone.ink(&theme),
    );
    label.paint(ui.painter(), rect, Align2::RIGHT_CENTER);
    FocusRing::on_button(ui.painter(), &response.clone().with_new_rect(room), space::RADIUS_CHIP);
    let command = if severity == Severity::Note { Command::ToggleProblems } else { Command::NextProblem };
    tip(&response, command.name(), Some(&command.key_cap(ui.ctx())));
    response
}

fn divider(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (room, _) = ui.allocate_exact_size(vec2(17.0, 14.0), Sense::hover());
    ui.painter().vline(room.center().x, room.y_range(), eframe::egui::Stroke::new(1.0, theme.border_strong));
}

/// A part of the line behind a divider, with an icon where there is one.
fn part(ui: &mut Ui, icon: Option<(Icon, eframe::egui::Color32)>, text: &str) {
    divider(ui);
    let show = |ui: &mut Ui| {
        if let Some((icon, ink)) = icon {
            let (rect, _): (Rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            icon.paint(ui.painter(), rect, space::ICON_SMALL, ink);
        }
    };
    if ui.layout().prefer_right_to_left() {
        words(ui, text);
        show(ui);
    } else {
        show(ui);
        words(ui, text);
    }
}

fn words(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    Words::new(text, theme.text2).size(Face::SMALL).show(ui);
}

/// How soon the foot tells that a journal has caught up.
const JOURNAL_ASKED_EVERY: Duration = Duration::from_secs(1);

/// So many bytes before the caret are counted in characters.
const MOST_COUNTED: usize = 1 << 13;

/// "¶ 4, character 96", counted in graphemes from 1 within the paragraph.
fn place(open: &OpenProject) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let text = &open.project().article().text;
    let paragraph = text.paragraphs()[text.paragraph_at(open.selection.head)];
    let before = &text[paragraph.start..open.selection.head.clamp(paragraph.start, paragraph.end)];
    // A paragraph of a megabyte is not worth counting on every frame.
    let character = match before.len() {
        0..MOST_COUNTED => format!(", character {}", before.graphemes(true).count() + 1),
        _ => String::new(),
    };
    match paragraph.kind {
        ParagraphKind::Body(number) => format!("¶ {number}{character}"),
        ParagraphKind::Heading => format!("Heading{character}"),
        ParagraphKind::Blank => "Blank line".to_owned(),
    }
}

fn anchors(open: &OpenProject) -> String {
    let n_sound = open.project().annotations().len();
    let all = n_sound + open.project().unplaced().len();
    match all {
        0 => "No marks yet".to_owned(),
        1 if n_sound == 1 => "1 anchor sound".to_owned(),
        _ => format!("{n_sound} of {all} anchors sound"),
    }
}

/// What the system says, without its number for it: there is little room.
fn without_number(error: &str) -> &str {
    error.split_once(" (os error").map_or(error, |(words, _)| words)
}

/// Where the work is kept.
fn saved(opened: &Opened, now: Time) -> String {
    match (opened.is_dirty(), opened.saved_at) {
        (true, _) => match opened.journaling.as_ref().map(|journaling| journaling.journal().state()) {
            Some(JournalState::Written) => "Not saved, kept in the journal".to_owned(),
            Some(JournalState::Unsynced { .. }) => "Not saved, in the journal but not safe from a power cut".to_owned(),
            Some(JournalState::Behind { error, .. }) => {
                format!("Not saved and not in the journal: {}", without_number(&error))
            }
            None => "Not saved".to_owned(),
        },
        (false, Some(time)) => format!("Saved {}", clock(time, now)),
        (false, None) if opened.file.is_some() => "Saved".to_owned(),
        (false, None) => "No project file yet".to_owned(),
    }
}
