use std::ops::RangeInclusive;

use egui::{Align2, Response, Sense, Ui, WidgetInfo, vec2};

use super::{Icon, IconButton, Words};
use crate::theme::{Theme, space};

/// Width of the number with its unit, in points: two figures and "points", so that the buttons do not move as it
/// changes.
const NUMBER: f32 = 64.0;

/// A whole number that is set by steps of one: "− 18 points +".
#[derive(Clone, Debug)]
#[must_use = "a control is seen once it is shown"]
pub struct Stepper<'a> {
    name: &'a str,
    unit: &'a str,
    range: RangeInclusive<f32>,
}

impl<'a> Stepper<'a> {
    /// A number called `name`, of a unit, within a range.
    pub fn new(name: &'a str, unit: &'a str, range: RangeInclusive<f32>) -> Stepper<'a> {
        Stepper { name, unit, range }
    }

    /// Shows it; `number` is what was set.
    pub fn show(self, ui: &mut Ui, number: &mut f32) -> Response {
        let theme = Theme::of(ui.ctx());
        let (least, most) = (*self.range.start(), *self.range.end());
        let shown = format!("{} {}", number.round(), self.unit);
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
            let less = format!("{}: less", self.name);
            let why = (*number <= least).then_some("It is the least");
            if IconButton::new(Icon::Minus, &less).disabled(why).show(ui).clicked() {
                // Rounded first: a size set by pinching may lie between two steps.
                *number = (number.round() - 1.0).max(least);
            }
            let (rect, response) = ui.allocate_exact_size(vec2(NUMBER, space::CONTROL), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &shown));
            Words::new(&shown, theme.text).paint(ui.painter(), rect, Align2::CENTER_CENTER);
            let more = format!("{}: more", self.name);
            let why = (*number >= most).then_some("It is the most");
            if IconButton::new(Icon::Plus, &more).disabled(why).show(ui).clicked() {
                *number = (number.round() + 1.0).min(most);
            }
        });
        row.response
    }
}
