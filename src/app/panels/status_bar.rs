use eframe::egui::{Align, Layout as Direction, Rect, Sense, Ui, vec2};

use crate::app::layout::Layout;
use crate::app::opened::Opened;
use crate::app::platform::clock;
use crate::app::text;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Chip, Hairline, Icon, Words};
use crate::edit::OpenProject;
use crate::model::{Category, ParagraphKind, Time};

/// Shows the line at the foot: counts, the caret's place, whether all anchors are sound, when it was saved.
pub fn status_bar(ui: &mut Ui, opened: &Opened, now: Time, layout: Layout) {
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
        part(ui, None, &place(&opened.open));
        if layout.has_left {
            part(ui, Some((Icon::Anchor, theme.text2)), &anchors(&opened.open));
        }
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
            words(ui, &saved(opened, now));
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

/// A part of the line behind a divider, with an icon where there is one.
fn part(ui: &mut Ui, icon: Option<(Icon, eframe::egui::Color32)>, text: &str) {
    let theme = Theme::of(ui.ctx());
    let (room, _) = ui.allocate_exact_size(vec2(17.0, 14.0), Sense::hover());
    ui.painter().vline(room.center().x, room.y_range(), eframe::egui::Stroke::new(1.0, theme.border_strong));
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

fn saved(opened: &Opened, now: Time) -> String {
    match (opened.is_dirty(), opened.saved_at) {
        (true, _) if opened.journaling.is_some() => "Not saved, kept in the journal".to_owned(),
        (true, _) => "Not saved".to_owned(),
        (false, Some(time)) => format!("Saved {}", clock(time, now)),
        (false, None) if opened.file.is_some() => "Saved".to_owned(),
        (false, None) => "No project file yet".to_owned(),
    }
}
