use eframe::egui::{Align, CentralPanel, Color32, Frame, Layout as Direction, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, CompareCommand};
use crate::app::layout::Layout;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{EmptyState, Hairline, Segmented, Words};
use crate::model::Category;

use super::work::ComparisonState;

/// Width of a sample in the legend, in points.
const SAMPLE: f32 = 34.0;

/// Shows the strip over the article: what the lines mean, and whose marks are shown.
pub fn strip(ui: &mut Ui, work: &ComparisonState, layout: Layout, commands: &mut Vec<Command>) {
    Hairline::new().paint_below(ui, ui.max_rect().expand2(vec2(16.0, 0.0)));
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::ICON_GAP;
        if work.view.is_none() {
            legend(ui, work, layout);
        }
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            let all = if work.names.short.len() == 2 { "Both" } else { "All" };
            let labels: Vec<&str> = std::iter::once(all).chain(work.names.short.iter().map(String::as_str)).collect();
            let mut chosen = work.view.map_or(0, |side| side + 1);
            if Segmented::new("Whose marks", &labels).show(ui, &mut chosen).changed() {
                commands.push(Command::Compare(CompareCommand::View(chosen.checked_sub(1))));
            }
        });
    });
}

fn legend(ui: &mut Ui, work: &ComparisonState, layout: Layout) {
    let theme = Theme::of(ui.ctx());
    let is_two = work.names.short.len() == 2;
    let first = &work.names.short[0];
    let (all, below, above) = if is_two {
        let other = &work.names.short[1];
        let below = if layout.has_counts { format!("Only {first}, line below") } else { first.clone() };
        let above = if layout.has_counts { format!("Only {other}, line above") } else { other.clone() };
        ("Both".to_owned(), below, above)
    } else {
        ("All".to_owned(), format!("With {first}"), format!("Without {first}"))
    };
    for (words, [band, line_below, line_above]) in
        [(all, [true; 3]), (below, [false, true, false]), (above, [false, false, true])]
    {
        // What is left is needed by the choice of marks at the right, which can be pressed; the legend can be
        // guessed.
        if ui.available_width() < 300.0 && !layout.has_names {
            break;
        }
        sample(ui, band, line_below, line_above);
        Words::new(&words, theme.text).show(ui);
        ui.add_space(4.0);
    }
}

fn sample(ui: &mut Ui, band: bool, below: bool, above: bool) {
    let theme = Theme::of(ui.ctx());
    let colours = theme.mark(Category::Displacement.look());
    let (rect, _) = ui.allocate_exact_size(vec2(SAMPLE, 18.0), Sense::hover());
    let painter = ui.painter();
    if band {
        painter.rect_filled(rect.shrink2(vec2(0.0, 1.0)), 0.0, colours.band);
    }
    let line = |y: f32, ink: Color32| painter.hline(rect.x_range(), y, Stroke::new(2.0, ink));
    if below {
        line(rect.bottom() - 1.0, theme.text);
    }
    if above {
        line(rect.top() + 1.0, theme.text);
    }
}

/// Shows what stands in the place of the article before there is something to compare.
pub fn empty(ui: &mut Ui, is_busy: bool, commands: &mut Vec<Command>) {
    CentralPanel::default().frame(Frame::new().fill(Theme::of(ui.ctx()).page)).show(ui, |ui| {
        // A third down, where the eye looks first; 40 is half its own height.
        ui.add_space((ui.available_height() / 3.0 - 40.0).max(0.0));
        if is_busy {
            EmptyState::new("Comparing …").show(ui);
            return;
        }
        let state = EmptyState::new("Open a second project of this article to compare")
            .sentence("What differs is listed by what it does to the totals. Both projects stay as they are");
        if state.buttons(&["Open…"]).show(ui).is_some() {
            commands.push(Command::CompareWith);
        }
    });
}

/// Shows the line at the foot: who is compared, and how far one has come.
pub fn status(ui: &mut Ui, work: &ComparisonState, layout: Layout) {
    let theme = Theme::of(ui.ctx());
    Hairline::new().paint_above(ui, ui.max_rect().expand2(vec2(12.0, 0.0)));
    let words = |ui: &mut Ui, text: &str| {
        Words::new(text, theme.text2).size(Face::SMALL).show(ui);
    };
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
        // Three names with their files are what a usual window has room for beside the counts.
        for (n, (file, name)) in work.names.files.iter().zip(&work.names.full).enumerate().take(3) {
            if n > 0 {
                divider(ui, &theme);
            }
            words(ui, &if layout.has_left { format!("{file}, {name}") } else { name.clone() });
        }
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
            if layout.has_left {
                words(ui, "Result goes to a new project");
                divider(ui, &theme);
            }
            words(ui, &format!("{} of {} settled", work.n_settled(), work.n_differences()));
            divider(ui, &theme);
        });
    });
}

fn divider(ui: &mut Ui, theme: &Theme) {
    let (room, _) = ui.allocate_exact_size(vec2(17.0, 14.0), Sense::hover());
    let line: Rect = Rect::from_min_max(pos2(room.center().x, room.top()), pos2(room.center().x, room.bottom()));
    ui.painter().vline(line.center().x, line.y_range(), Stroke::new(1.0, theme.border_strong));
}
