//! Lengths in points that more than one file needs: multiples of 4 where nothing speaks against it, so that edges of
//! neighbours meet.

/// Inner margin of a panel.
pub const PANEL_MARGIN: f32 = 16.0;
/// From an icon to its words.
pub const ICON_GAP: f32 = 8.0;
/// Between buttons of a group.
pub const BUTTON_GAP: f32 = 8.0;
/// From a letter or an icon to its count.
pub const COUNT_GAP: f32 = 4.0;
/// Between the rows of a form.
pub const FORM_GAP: f32 = 6.0;
/// Between a field and its hint.
pub const HINT_GAP: f32 = 3.0;
/// Width of the labels of a form, without the gap to the field.
pub const LABEL_WIDTH: f32 = 88.0;
/// From a label to its field.
pub const LABEL_GAP: f32 = 12.0;

/// Height of fields, buttons and menu rows.
pub const CONTROL: f32 = 28.0;
/// Least side of what can be pressed (WCAG 2.2, 2.5.8).
pub const HIT: f32 = 24.0;
/// Side of an icon; see also [`ICON_SMALL`].
pub const ICON: f32 = 16.0;
/// Side of an icon in rows and the status bar.
pub const ICON_SMALL: f32 = 14.0;

/// Height of a panel's header.
pub const HEADER: f32 = 36.0;
/// Height of the bars over and under the article, and of the inspector's header.
pub const BAR: f32 = 44.0;
/// Height of a row of one line in a list that is skimmed.
pub const ROW: f32 = 26.0;

/// Corner radius of a band or small chip.
pub const RADIUS_BAND: u8 = 3;
/// Corner radius of a chip or key cap.
pub const RADIUS_CHIP: u8 = 4;
/// Corner radius of a field.
pub const RADIUS_FIELD: u8 = 5;
/// Corner radius of a button, and of a card inside a panel.
pub const RADIUS_BUTTON: u8 = 6;
/// Corner radius of a card, menu or dialog.
pub const RADIUS_CARD: u8 = 8;
/// Corner radius of a pill.
pub const RADIUS_PILL: u8 = 9;
