use eframe::egui::{Align, Id, Layout as Direction, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, CompareCommand};
use crate::app::layout::Layout;
use crate::app::panels::beside_first_line;
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{
    Button, EmptyState, Hairline, Icon, IconButton, PanelHeader, Scrolled, Segmented, Words, menu, menu_entry,
};
use crate::model::ParagraphKind;

use super::agreement::agreement;
use super::cells::cells;
use super::entry::{Entry, words};
use super::work::ComparisonState;

/// Height of the buttons at the foot, in points.
// A button of 28 points with 10 around it; as high as the foot of the list at the other side, so that
// the buttons of both stand on one line.
const FOOT: f32 = 48.0;

/// Shows the right panel: how far the projects agree over the difference that is decided, or the two as tabs where
/// the window is low.
pub fn right(ui: &mut Ui, work: &ComparisonState, layout: Layout, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let margin = layout.margin;
    if layout.has_both {
        // Under half, so that the decision, which is what one works in, has the larger part.
        let height = (ui.available_height() * 0.46).min(agreement_height(ui));
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut top = ui.new_child(UiBuilder::new().id_salt("how far").max_rect(rect));
        top.set_clip_rect(rect.intersect(ui.clip_rect()));
        let used = agreement(&mut top, work, margin, commands);
        // The height that it takes is known only once it was shown; the next frame gives it that.
        ui.data_mut(|data| data.insert_temp(Id::unique("height of the agreement"), used));
        Hairline::strong().show(ui);
        decide(ui, work, margin, commands);
        return;
    }
    let id = Id::unique("tab of the comparison");
    // The choice of the tab is egui's to remember: it belongs to the window's width, not to the
    // comparison.
    let mut chosen: usize = ui.data(|data| data.get_temp(id)).unwrap_or(0);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(margin);
        Segmented::new("Part of the comparison", &["Difference", "Agreement"]).show(ui, &mut chosen);
    });
    ui.data_mut(|data| data.insert_temp(id, chosen));
    ui.add_space(8.0);
    Hairline::new().show(ui);
    if chosen == 0 {
        decide(ui, work, margin, commands);
    } else {
        agreement(ui, work, margin, commands);
    }
}

/// As much room as the agreement needed last, in points.
fn agreement_height(ui: &Ui) -> f32 {
    // 360 is its usual height, so that the first frame seldom differs from the next.
    ui.data(|data| data.get_temp::<f32>(Id::unique("height of the agreement"))).map_or(360.0, |used| used.max(120.0))
}

/// Shows the difference that is decided, with what can be taken.
pub fn decide(ui: &mut Ui, work: &ComparisonState, margin: f32, commands: &mut Vec<Command>) {
    let Some(entry) = work.entry() else {
        EmptyState::new("Nothing to decide").show(ui);
        return;
    };
    header(ui, work, entry, margin, commands);
    let whole = ui.max_rect();
    let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - FOOT), whole.max);
    let room = Rect::from_min_max(ui.cursor().min, pos2(whole.right(), foot.top()));
    let mut inside = ui.new_child(UiBuilder::new().id_salt("difference").max_rect(room));
    inside.set_clip_rect(room.intersect(ui.clip_rect()));
    inside.spacing_mut().scroll = thin_scroll();
    ScrollArea::vertical()
        .id_salt("values")
        .auto_shrink(false)
        .show(&mut inside, |ui| {
            marked(ui, work, entry, margin);
            cells(ui, work, entry, margin, commands);
            ui.add_space(10.0);
            effects(ui, work, entry, margin);
        })
        .named(inside.ctx(), "the values");
    let mut foot = ui.new_child(UiBuilder::new().id_salt("take").max_rect(foot));
    buttons(&mut foot, work, margin, commands);
}

fn header(ui: &mut Ui, work: &ComparisonState, entry: &Entry, margin: f32, commands: &mut Vec<Command>) {
    let place = format!("{} of {}", work.place() + 1, work.listed().len());
    let header = PanelHeader::new(entry.category.name()).chip(entry.category.look()).margin(margin).height(space::BAR);
    header.show_right(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (icon, act) in [(Icon::Down, CompareCommand::Next), (Icon::Up, CompareCommand::Previous)] {
            let cap = Command::Compare(act).key_cap(ui.ctx());
            if IconButton::new(icon, act.name()).key(&cap).show(ui).clicked() {
                commands.push(Command::Compare(act));
            }
        }
        ui.add_space(8.0);
        let theme = Theme::of(ui.ctx());
        let told = if work.is_settled(entry.row) { format!("{place}, settled") } else { place };
        Words::new(&told, theme.text2).size(Face::SMALL).show(ui);
    });
}

/// The words of the mark, with where they stand.
fn marked(ui: &mut Ui, work: &ComparisonState, entry: &Entry, margin: f32) {
    let Some(mark) = work.comparison.rows()[entry.row].first() else { return };
    let theme = Theme::of(ui.ctx());
    let text = work.comparison.text();
    let paragraph = text.paragraphs()[text.paragraph_at(mark.spans.start())];
    let place = match paragraph.kind {
        ParagraphKind::Body(number) => format!("¶ {number}"),
        _ => "Heading".to_owned(),
    };
    ui.horizontal_top(|ui| {
        ui.add_space(margin);
        ui.spacing_mut().item_spacing.x = space::ICON_GAP;
        let words = words(&work.comparison, mark);
        // 60 for the number of the paragraph beside them.
        let width = (ui.available_width() - margin - 60.0).max(80.0);
        text::TextLabel::new(&words, Role::Selected).color(theme.text).wrap().max_lines(3).width(width).show(ui);
        beside_first_line(ui, &place);
    });
    ui.add_space(10.0);
}

/// What taking another's does to the totals.
fn effects(ui: &mut Ui, work: &ComparisonState, entry: &Entry, margin: f32) {
    let theme = Theme::of(ui.ctx());
    let whose = work.names.whose(0);
    let sentences: Vec<String> = match entry.effects.len() {
        0 => vec!["No total changes, whichever is taken".to_owned()],
        _ => entry.effects.iter().map(|effect| format!("Effect on {whose} totals: {effect}")).collect(),
    };
    for sentence in sentences {
        ui.horizontal(|ui| {
            ui.add_space(margin);
            let width = (ui.available_width() - margin).max(80.0);
            text::TextLabel::new(&sentence, Role::Label).color(theme.text2).wrap().width(width).show(ui);
        });
        ui.add_space(4.0);
    }
}

/// Takes the whole mark from one, or leaves it for later.
fn buttons(ui: &mut Ui, work: &ComparisonState, margin: f32, commands: &mut Vec<Command>) {
    let rect = ui.max_rect();
    Hairline::new().paint_above(ui, rect);
    let inside = rect.shrink2(vec2(margin, 0.0));
    let mut ui = ui.new_child(
        UiBuilder::new().id_salt("buttons").max_rect(inside).layout(Direction::left_to_right(Align::Center)),
    );
    ui.spacing_mut().item_spacing.x = space::BUTTON_GAP;
    let n_sides = work.names.short.len();
    // What was taken part from one, part from another is nobody's whole mark: to keep one would undo that.
    let taken_whole = work.taken_whole();
    // Two names fit beside “Later” in the narrowest panel; those of further projects lie in a menu.
    let n_buttons = if taken_whole.is_some() { 2 } else { 0 };
    if taken_whole.is_none() {
        let key = Command::Compare(CompareCommand::Settle).key_cap(ui.ctx());
        if Button::new("Settle as ticked").primary().key(&key).show(&mut ui).clicked() {
            commands.push(Command::Compare(CompareCommand::Settle));
        }
    }
    for side in 0..n_buttons.min(n_sides) {
        let label = format!("Keep {}", work.names.whose(side));
        let button = Button::new(&label);
        let button = if taken_whole == Some(side) { button.primary() } else { button };
        if button.show(&mut ui).clicked() {
            commands.push(Command::Compare(CompareCommand::Keep(side)));
        }
    }
    if n_sides > n_buttons {
        let more = Button::new(if n_buttons == 0 { "Keep one’s" } else { "Keep another’s" }).show(&mut ui);
        menu(&more).show(|ui| {
            for side in n_buttons..n_sides {
                if menu_entry(ui, &format!("Keep {}", work.names.whose(side))).clicked() {
                    commands.push(Command::Compare(CompareCommand::Keep(side)));
                }
            }
        });
    }
    ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
        let key = Command::Compare(CompareCommand::Later).key_cap(ui.ctx());
        if Button::new("Later").quiet().tight().key(&key).show(ui).clicked() {
            commands.push(Command::Compare(CompareCommand::Later));
        }
    });
}
