use egui::{Align, InnerResponse, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2};

use super::{Chip, FocusRing, Icon, Words, told};
use crate::theme::{Face, MarkLook, Theme, space};

/// Side of the arrow in points, smaller than an icon, so that the title and not the arrow is what is seen first.
const CHEVRON: f32 = 12.0;
/// Points to the right of the controls. They bring a margin of their own.
const MARGIN_RIGHT: f32 = 8.0;

/// The head of a panel or of a part of it: title, count, and controls on the right.
#[derive(Clone, Copy, Debug)]
#[must_use = "a header is seen once it is shown"]
pub struct PanelHeader<'a> {
    title: &'a str,
    count: Option<&'a str>,
    chip: Option<Chip>,
    open: Option<bool>,
    height: f32,
    margin: f32,
}

impl<'a> PanelHeader<'a> {
    /// A header of 36 points.
    pub fn new(title: &'a str) -> PanelHeader<'a> {
        let (height, margin) = (space::HEADER, space::PANEL_MARGIN);
        PanelHeader { title, count: None, chip: None, open: None, height, margin }
    }

    /// With a count, or words of its rank, after the title: "35", "10 of 35 left".
    pub fn count(self, count: &'a str) -> PanelHeader<'a> {
        PanelHeader { count: Some(count), ..self }
    }

    /// With the chip of a kind of mark before the title.
    pub fn chip(self, look: MarkLook) -> PanelHeader<'a> {
        PanelHeader { chip: Some(Chip::new(look)), ..self }
    }

    /// With the arrow of a part that can be closed. The answer's `clicked` says when to change it.
    pub fn open(self, open: bool) -> PanelHeader<'a> {
        PanelHeader { open: Some(open), ..self }
    }

    /// With another height: 44 for the inspector's.
    pub fn height(self, height: f32) -> PanelHeader<'a> {
        PanelHeader { height, ..self }
    }

    /// With another margin on the left: 12 in a narrow window.
    pub fn margin(self, margin: f32) -> PanelHeader<'a> {
        PanelHeader { margin, ..self }
    }

    /// Shows it. `trailing` fills the rest from the title to the right end, in reading order from the left; for
    /// controls at the right end give it [`Ui::with_layout`] from right to left, or use [`Self::show_right`].
    pub fn show<R>(self, ui: &mut Ui, trailing: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let size = Vec2::new(ui.available_width(), self.height);
        // Without the gap below: headers stand flush on the rows that they head.
        let gap = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        let (rect, area) = ui.allocate_exact_size(size, Sense::hover());
        ui.spacing_mut().item_spacing.y = gap;
        let (end, response) = self.show_title(ui, rect, &area);
        let room = Rect::from_min_max(pos2(end, rect.top()), pos2(rect.right() - MARGIN_RIGHT, rect.bottom()));
        let builder = UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center)).id_salt(area.id);
        let mut rest = ui.new_child(builder);
        rest.spacing_mut().item_spacing.x = 0.0;
        InnerResponse { inner: trailing(&mut rest), response }
    }

    /// Shows it with `trailing` set from the right end: what it shows first stands furthest to the right.
    pub fn show_right<R>(self, ui: &mut Ui, trailing: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        self.show(ui, |ui| ui.with_layout(Layout::right_to_left(Align::Center), trailing).inner)
    }

    /// Paints arrow, chip, title and count; returns where they end.
    fn show_title(&self, ui: &mut Ui, rect: Rect, area: &Response) -> (f32, Response) {
        let theme = Theme::of(ui.ctx());
        let middle = rect.center().y;
        let mut left = rect.left() + self.margin;
        if let Some(open) = self.open {
            // The arrow has blank sides: without them it stands in line with titles that have none.
            left -= 4.0;
            let place = Rect::from_center_size(pos2(left + CHEVRON / 2.0, middle), Vec2::splat(CHEVRON));
            let icon = if open { Icon::Down } else { Icon::Next };
            icon.paint(ui.painter(), place, CHEVRON, theme.text3);
            left += CHEVRON + space::ICON_GAP;
        }
        if let Some(chip) = self.chip {
            chip.paint(
                ui.painter(),
                Rect::from_center_size(pos2(left + chip.side() / 2.0, middle), Vec2::splat(chip.side())),
            );
            left += chip.side() + space::ICON_GAP;
        }
        let title = Words::new(self.title, theme.text).face(Face::Semibold);
        left = title.paint_at(ui.painter(), pos2(left, middle)).right();
        if let Some(count) = self.count {
            left = Words::new(count, theme.text3).paint_at(ui.painter(), pos2(left + space::ICON_GAP, middle)).right();
        }
        let end = left + space::ICON_GAP;
        let response = match self.open {
            Some(open) => self.disclose(ui, Rect::from_min_max(rect.min, pos2(end, rect.bottom())), area, open),
            None => {
                area.widget_info(|| WidgetInfo::labeled(Role::Heading, true, self.spoken()));
                area.clone()
            }
        };
        (end, response)
    }

    fn disclose(&self, ui: &Ui, rect: Rect, area: &Response, open: bool) -> Response {
        let response = ui.interact(rect, area.id.with("disclose"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, response.enabled(), self.spoken()));
        told::expanded(ui.ctx(), response.id, open);
        FocusRing::within(ui.painter(), &response);
        response
    }

    fn spoken(&self) -> String {
        match self.count {
            Some(count) => format!("{}, {count}", self.title),
            None => self.title.to_owned(),
        }
    }
}
