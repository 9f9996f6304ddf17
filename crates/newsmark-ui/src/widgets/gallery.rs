//! Every control in its states, for the tests that draw all of them.

use egui::{Frame, Rangef, Sense, TextEdit, Ui, Vec2};

use super::samples::{CHECKS, HARMS, LOOKS};
use super::{
    Button, Chip, Choice, EmptyState, FieldFrame, Hairline, Icon, IconButton, KeyCap, LetterFilter, Notice,
    PaletteButton, PaletteDensity, PanelHeader, Pill, Row, Segmented, Tone, Words, menu,
};
use crate::theme::{Face, Theme, space};

/// What the controls of the gallery hold.
pub struct Gallery {
    mode: usize,
    shown: [bool; 4],
    harm: usize,
    check: usize,
    scope: usize,
    ticked: bool,
    words: String,
}

impl Default for Gallery {
    fn default() -> Gallery {
        let shown = [true, true, false, true];
        Gallery { mode: 0, shown, harm: 1, check: 0, scope: 0, ticked: true, words: "at least 12".to_owned() }
    }
}

impl Gallery {
    /// Shows all of it, in three columns.
    pub fn show(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 8.0);
        ui.columns(3, |columns| {
            self.show_buttons(&mut columns[0]);
            Frame::new().fill(theme.panel).show(&mut columns[1], |ui| self.show_panel(ui));
            Frame::new().fill(theme.panel).inner_margin(12.0).show(&mut columns[2], |ui| self.show_form(ui));
        });
    }

    fn show_buttons(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        ui.horizontal(|ui| {
            Button::new("Accept").key("A").show(ui);
            Button::new("Reject").key("X").show(ui);
            Button::new("Next").key("N").quiet().show(ui);
            Button::new("Approve").key("R").primary().show(ui);
        });
        ui.horizontal(|ui| {
            Button::new("Submit").disabled(Some("No figure is set")).key("S").show(ui);
            Button::new("Approve all").disabled(Some("You marked these yourself")).primary().show(ui);
            Button::new("Open…").icon(Icon::Folder).show(ui);
            Button::new("Tight").tight().show(ui);
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(4.0);
            for icon in Icon::ALL {
                IconButton::new(icon, "Draw icon").key("Ctrl Z").show(ui);
            }
        });
        ui.horizontal(|ui| {
            IconButton::new(Icon::LeftPanel, "Show the library").toggled(true).show(ui);
            IconButton::new(Icon::Redo, "Redo").disabled(Some("Nothing was undone")).show(ui);
            for icon in [Icon::Trash, Icon::Anchor, Icon::Eye, Icon::Link] {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(40.0), Sense::hover());
                icon.paint(ui.painter(), rect, 40.0, theme.text);
            }
        });
        ui.horizontal(|ui| {
            for keys in ["A", "Space", "Ctrl Shift P"] {
                KeyCap::new(keys).show(ui);
            }
            for look in LOOKS {
                Chip::new(look).show(ui);
                Chip::new(look).small().show(ui);
                Chip::new(look).suggested(true).show(ui);
            }
        });
        for (density, count) in [(PaletteDensity::Full, 12), (PaletteDensity::NoCount, 1), (PaletteDensity::Letters, 0)]
        {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                for (index, look) in LOOKS.into_iter().enumerate() {
                    PaletteButton::new(look, ["1", "2", "3", "4"][index], count).density(density).show(ui);
                }
            });
        }
        for scale in [0.75, 1.0, 1.5] {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(420.0, 12.0), Sense::hover());
            for (index, look) in LOOKS.into_iter().enumerate() {
                let left = rect.left() + 106.0 * index as f32;
                let x = Rangef::new(left, left + 96.0);
                look.underline.paint(ui.painter(), x, rect.top() + 4.0, scale, theme.mark(look).line);
            }
        }
        ui.horizontal(|ui| {
            Segmented::new("Mode", &["Annotate", "Review", "Compare"]).show(ui, &mut self.mode);
            LetterFilter::new(&LOOKS).show(ui, &mut self.shown);
            Pill::new("Submitted").show(ui);
            Pill::new("Draft").menu("Status").show(ui);
        });
        EmptyState::new("Open an article to start")
            .sentence("Drop a text or HTML file here, or paste the text")
            .buttons(&["Open…", "Paste article"])
            .show(ui);
    }

    fn show_panel(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        PanelHeader::new("Library")
            .open(true)
            .show_right(ui, |ui| IconButton::new(Icon::Plus, "Add a folder").show(ui));
        for (index, file) in ["bridge-checkpoint", "karsa-market", "truce-statement"].into_iter().enumerate() {
            let row = Row::new(file).selected(index == 1);
            row.show(ui, |ui, ink| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(space::ICON), Sense::hover());
                Icon::Document.paint(ui.painter(), rect, space::ICON, ink.text3);
                let face = if index == 1 { Face::Semibold } else { Face::Regular };
                Words::new(file, ink.text).face(face).show(ui);
                Words::new("35", ink.text3).size(Face::SMALL).show(ui);
            });
        }
        ui.add_space(8.0);
        Hairline::new().show(ui);
        PanelHeader::new("Annotations").count("35").show_right(ui, |ui| {
            IconButton::new(Icon::Sort, "Order").show(ui);
        });
        for selected in [true, false] {
            let row = Row::new("Casualties, killed, draft").height(45.0).panel_focused(false);
            row.selected(selected).show(ui, |ui, ink| {
                Chip::new(LOOKS[0]).show(ui);
                Words::new("Killed, at least 12 persons, and more words than there is room for in a row", ink.text2)
                    .show(ui);
            });
        }
        Hairline::strong().show(ui);
        let header = PanelHeader::new("Casualties").chip(LOOKS[0]).height(space::BAR);
        header.show(ui, |ui| {
            Pill::new("Draft").menu("Status of the mark").show(ui);
        });
        for tone in Tone::ALL {
            let sentence = "The project could not be saved: the disk is full. Your changes are kept in the journal";
            Notice::new(tone, sentence).actions(&["Save again"]).closable().show_bar(ui);
        }
        ui.add_space(8.0);
        Notice::new(Tone::Warning, "Fled since January: 18,000 against nearly 31,000")
            .detail("The ranges do not meet. Kept apart from the totals")
            .actions(&["Show both", "Link as contradicting"])
            .show_card(ui);
    }

    fn show_form(&mut self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        ui.spacing_mut().item_spacing.y = space::FORM_GAP;
        Choice::new("Harm", &HARMS).show(ui, &mut self.harm);
        Choice::new("Verification", &CHECKS).problem(Some(Tone::Error)).show(ui, &mut self.check);
        Choice::new("Scope", &HARMS).all_known().disabled(Some("Approved")).show(ui, &mut self.scope);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), space::CONTROL), Sense::hover());
        FieldFrame::new().focused(true).problem(Some(Tone::Warning)).paint(ui.painter(), rect);
        ui.checkbox(&mut self.ticked, "Four eyes");
        ui.add(TextEdit::singleline(&mut self.words)).accessible_name("Words");
        let stock = ui.button("Stock button");
        let _ = ui.button("Another");
        menu(&stock).show(|ui| {
            let _ = ui.button("Delete mark");
            let _ = ui.button("Copy words");
        });
        ui.separator();
        egui::ScrollArea::vertical().max_height(90.0).auto_shrink(false).show(ui, |ui| {
            for line in 0..20 {
                Words::new(&format!("Line {line}"), theme.text3).face(Face::Italic).show(ui);
            }
        });
    }
}
