use eframe::egui::{Align, Align2, Layout as Direction, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::document::Document;
use crate::app::document::Journaling;
use crate::app::document::tone;
use crate::app::platform::clock;
use crate::app::text;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Chip, FocusRing, Hairline, Icon, Words, tip};
use crate::check::Severity;
use crate::edit::OpenProject;
use crate::model::{Category, ParagraphKind, Time};
use crate::store::JournalState;

/// Shows the line at the foot: counts, the caret's place, whether all anchors are sound, problems,
/// when it was saved. In Review, where so many marks wait for the person, who that is instead of the places.
pub fn status_bar(ui: &mut Ui, n_waiting: Option<usize>, cx: &mut ViewCtx<'_>) {
    let (document, now, layout) = (cx.document, cx.now, cx.layout);
    let theme = Theme::of(ui.ctx());
    Hairline::new().paint_above(ui, ui.max_rect().expand2(vec2(12.0, 0.0)));
    // What is at the right is set first, in the room that counts and problems leave; what is between them shows only
    // where it fits whole, so that no text runs into another.
    let room = ui.max_rect();
    let least = least_width(ui, document);
    let inside = |rect, layout: Direction| {
        UiBuilder::new().id_salt(("part", layout.prefer_right_to_left())).max_rect(rect).layout(layout)
    };
    let aside = room.with_min_x((room.left() + least + GAP).min(room.right()));
    let mut right = ui.new_child(inside(aside, Direction::right_to_left(Align::Center)));
    right.spacing_mut().item_spacing.x = space::COUNT_GAP;
    state(&mut right, document, n_waiting, cx.proposes.then(|| proposed(document)), now);
    let edge = right.min_rect().left() - GAP;
    let mut left = ui.new_child(inside(room.with_max_x(edge), Direction::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = space::COUNT_GAP;
    counts(&mut left, document);
    // What is left once all that must be seen has its room; each part that follows takes from it or is
    // left out.
    let mut spare = edge - room.left() - least;
    if n_waiting.is_some() {
        reviewer(&mut left, document, &mut spare);
    } else {
        part_if(&mut left, None, &place(&document.session), &mut spare);
        if layout.has_left {
            part_if(&mut left, Some((Icon::Anchor, theme.text2)), &anchors(&document.session), &mut spare);
        }
    }
    for severity in found(document) {
        if problems(&mut left, document, severity).clicked() {
            // Notes are not gone through one by one, so that pressing their count shows the list.
            let is_note = severity == Severity::Note;
            cx.commands.push(if is_note { Command::ToggleProblems } else { Command::NextProblem });
        }
    }
}

/// Points between what stands at the left and what stands at the right.
const GAP: f32 = 12.0;
/// Points of a divider with the gaps beside it.
const DIVIDER: f32 = 17.0 + 2.0 * space::COUNT_GAP;

/// The severities of which there are problems.
fn found(document: &Document) -> impl Iterator<Item = Severity> {
    Severity::ALL.into_iter().filter(|severity| document.problems.count(*severity) > 0)
}

/// How many marks each category has.
fn counts(ui: &mut Ui, document: &Document) {
    for category in Category::ALL {
        let count = document.session.project().annotations().count(category);
        Chip::new(category.look()).small().show(ui);
        words(ui, &count.to_string());
        ui.add_space(6.0);
    }
}

/// The points that counts and problems take: they are never left out.
fn least_width(ui: &Ui, document: &Document) -> f32 {
    let count = |category| document.session.project().annotations().count(category).to_string();
    let counts = Category::ALL.into_iter().map(|category| {
        Chip::new(category.look()).small().side() + width_of(ui, &count(category)) + 6.0 + 3.0 * space::COUNT_GAP
    });
    let problems = found(document).map(|severity| {
        DIVIDER + space::ICON_SMALL + 2.0 * space::COUNT_GAP + width_of(ui, &told_problems(document, severity))
    });
    counts.chain(problems).sum()
}

fn width_of(ui: &Ui, text: &str) -> f32 {
    Words::new(text, Theme::of(ui.ctx()).text2).size(Face::SMALL).line(ui.painter()).size().x
}

/// Shows a part where it fits whole into the `spare` points, which it takes.
fn part_if(ui: &mut Ui, icon: Option<(Icon, eframe::egui::Color32)>, text: &str, spare: &mut f32) {
    let icon_width = if icon.is_some() { space::ICON_SMALL + space::COUNT_GAP } else { 0.0 };
    let width = DIVIDER + icon_width + width_of(ui, text) + space::COUNT_GAP;
    if width <= *spare {
        *spare -= width;
        part(ui, icon, text);
    }
}

/// What stands at the right: whether it is saved, what waits, what has no place, why it is only to be read.
fn state(ui: &mut Ui, document: &Document, n_waiting: Option<usize>, proposed: Option<String>, now: Time) {
    let theme = Theme::of(ui.ctx());
    words(ui, &saved(document, now));
    if let Some(proposed) = proposed.filter(|proposed| !proposed.is_empty()) {
        part(ui, None, &proposed);
    }
    if let Some(n_waiting) = n_waiting {
        part(ui, None, &format!("{n_waiting} left to review"));
    }
    let n_unplaced = document.session.project().unplaced().len();
    if n_unplaced > 0 {
        part(ui, Some((Icon::Warning, theme.warning)), &format!("{n_unplaced} not placed"));
    }
    if let Some(why) = &document.session.read_only {
        let width = ui.available_width() - space::ICON_SMALL - space::COUNT_GAP;
        // In less room the reason would be an ellipsis; the top bar says “Read only” in any case.
        if width > LEAST_REASON {
            text::TextLabel::new(why, text::Role::Hint).color(theme.text).max_lines(1).show(ui);
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            Icon::Note.paint(ui.painter(), rect, space::ICON_SMALL, theme.text2);
        }
    }
}

/// Narrowest room in which the reason is worth beginning, in points; it stands in the strip's button, too.
const LEAST_REASON: f32 = 60.0;

/// Who judges, and whether somebody else than the last editor has to.
fn reviewer(ui: &mut Ui, document: &Document, spare: &mut f32) {
    let theme = Theme::of(ui.ctx());
    let told = match &document.session.person {
        Some(person) => format!("Reviewing as {person}"),
        None => "Reviewing without a name".to_owned(),
    };
    let name = text::TextLabel::new(&told, text::Role::Hint).color(theme.text2);
    let width = DIVIDER + name.measure(ui, f32::INFINITY).x;
    if width <= *spare {
        *spare -= width;
        divider(ui);
        name.show(ui);
    }
    if document.session.project().settings().four_eyes {
        part_if(ui, None, "Four eyes on", spare);
    }
}

/// How many problems so grave there are, which leads to the next, or to the list.
fn problems(ui: &mut Ui, document: &Document, severity: Severity) -> Response {
    let theme = Theme::of(ui.ctx());
    divider(ui);
    let told = told_problems(document, severity);
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

fn told_problems(document: &Document, severity: Severity) -> String {
    let noun = severity.name().to_lowercase();
    match document.problems.count(severity) {
        1 => format!("1 {noun}"),
        many => format!("{many} {noun}s"),
    }
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
    // Laid from the right the words come first, so that the icon still stands before them.
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

/// So many bytes before the caret are counted in characters.
// Counting graphemes of 8 KB takes some tenths of a millisecond.
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

/// "19 marks proposed, 4 possible"; with one in hand how many come after it: "15 left, 4 possible".
fn proposed(document: &Document) -> String {
    let proposals = &document.proposals;
    let Some(place) = proposals.in_hand().and_then(|proposal| proposals.place(proposal.id)) else {
        let (n, n_possible) = (proposals.len(), proposals.len() - proposals.n_likely());
        return match n {
            0 => String::new(),
            1 => "1 mark proposed".to_owned(),
            _ if n_possible == 0 => format!("{n} marks proposed"),
            _ => format!("{n} marks proposed, {n_possible} possible"),
        };
    };
    let n_left = proposals.len() - place - 1;
    let n_possible = proposals.len() - proposals.n_likely().max(place + 1);
    if n_possible > 0 && n_possible < n_left {
        format!("{n_left} left, {n_possible} possible")
    } else {
        format!("{n_left} left")
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
    // The number helps nobody who reads a status bar, and takes room from the words.
    error.split_once(" (os error").map_or(error, |(words, _)| words)
}

/// Where the work is kept.
fn saved(document: &Document, now: Time) -> String {
    match (document.is_dirty(), document.saved_at) {
        (true, _) => match document.journaling.as_ref().map(Journaling::last_state) {
            Some(JournalState::Written) => "Not saved, kept in the journal".to_owned(),
            Some(JournalState::Unsynced { .. }) => "Not saved, in the journal but not safe from a power cut".to_owned(),
            Some(JournalState::Behind { error, .. }) => {
                format!("Not saved and not in the journal: {}", without_number(error))
            }
            None => "Not saved".to_owned(),
        },
        (false, Some(time)) => format!("Saved {}", clock(time, now)),
        (false, None) if document.file.is_some() => "Saved".to_owned(),
        (false, None) => "No project file yet".to_owned(),
    }
}
