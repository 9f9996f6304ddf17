use egui::{Align, Color32, InnerResponse, Layout, Margin, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use super::FocusRing;
use crate::theme::{Theme, space};

/// Width in points of the bar on the left of a selected row, which tells it where grounds are not told apart.
const BAR: f32 = 3.0;

/// The inks for a row's words: on a selected row the third rank rises to the second, so that it keeps its contrast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowInk {
    /// First rank.
    pub text: Color32,
    /// Second rank.
    pub text2: Color32,
    /// Third rank.
    pub text3: Color32,
}

/// A row of a list, from one side of its panel to the other; what stands in it comes from a closure.
#[derive(Clone, Copy, Debug)]
#[must_use = "a row is seen once it is shown"]
pub struct Row<'a> {
    name: &'a str,
    height: f32,
    margin: Margin,
    role: Role,
    selected: bool,
    panel_focused: bool,
    focusable: bool,
    place: Option<usize>,
}

impl<'a> Row<'a> {
    /// A row of 26 points; `name` is all that a screen reader says of it: "Casualties, killed, at least 12 persons,
    /// draft".
    pub fn new(name: &'a str) -> Row<'a> {
        Row {
            name,
            height: space::ROW,
            margin: Margin { left: 16, right: 12, top: 0, bottom: 0 },
            role: Role::ListBoxOption,
            selected: false,
            panel_focused: true,
            focusable: true,
            place: None,
        }
    }

    /// With another height in points.
    pub fn height(self, height: f32) -> Row<'a> {
        Row { height, ..self }
    }

    /// With other margins around what stands in it.
    pub fn margin(self, margin: impl Into<Margin>) -> Row<'a> {
        Row { margin: margin.into(), ..self }
    }

    /// Another role than that of an option of a list: a row of a table, an item of a tree.
    pub fn role(self, role: Role) -> Row<'a> {
        Row { role, ..self }
    }

    /// With its place in the list, counted from 0.
    pub fn place(self, place: usize) -> Row<'a> {
        Row { place: Some(place), ..self }
    }

    /// Selected: its ground and the bar on the left.
    pub fn selected(self, selected: bool) -> Row<'a> {
        Row { selected, ..self }
    }

    /// Whether the row's panel has the focus; without it the bar of the selected row is paler.
    pub fn panel_focused(self, focused: bool) -> Row<'a> {
        Row { panel_focused: focused, ..self }
    }

    /// Whether Tab stops at it. A list that moves by its own keys lets only its selected row be focused.
    pub fn focusable(self, focusable: bool) -> Row<'a> {
        Row { focusable, ..self }
    }

    /// Shows it; `response` answers for the whole row, also where nothing stands. What is shown in the row lies above
    /// it, so buttons in it are pressed and not the row.
    pub fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui, RowInk) -> R) -> InnerResponse<R> {
        let theme = Theme::of(ui.ctx());
        let size = Vec2::new(ui.available_width(), self.height);
        let gap = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        // In a long list only the list itself is a stop of Tab; its rows can be clicked and take no focus.
        let sense = if self.focusable { Sense::click() } else { Sense::CLICK };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        ui.spacing_mut().item_spacing.y = gap;
        response.widget_info(|| WidgetInfo::labeled(self.role, response.enabled(), self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(self.selected);
            if let Some(place) = self.place {
                node.set_position_in_set(place);
            }
        });

        let ground = if self.selected || response.is_pointer_button_down_on() {
            theme.selected
        } else if response.hovered() {
            theme.hover
        } else {
            Color32::TRANSPARENT
        };
        ui.painter().rect_filled(rect, 0.0, ground);
        if self.selected {
            let bar = Rect::from_min_size(rect.min, Vec2::new(BAR, rect.height()));
            ui.painter().rect_filled(bar, 0.0, if self.panel_focused { theme.text } else { theme.border_strong });
        }
        // A pressed row has the ground of a selected one, on which the third rank does not hold.
        let raised = ground == theme.selected;
        let ink =
            RowInk { text: theme.text, text2: theme.text2, text3: if raised { theme.text2 } else { theme.text3 } };
        let layout = Layout::left_to_right(Align::Center);
        let room = UiBuilder::new().max_rect(rect - self.margin).layout(layout).id_salt(response.id);
        let mut inside = ui.new_child(room);
        inside.spacing_mut().item_spacing.x = space::ICON_GAP;
        let inner = content(&mut inside, ink);
        FocusRing::within(ui.painter(), &response);
        InnerResponse { inner, response }
    }
}
