//! The form of a proposal in hand: what the mark would say, all of it in dots.

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, ProposalCommand};
use crate::app::context::ViewCtx;
use crate::app::document::draft;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Chip, Icon, IconButton, Pill, Scrolled, Words};

use super::form::Form;
use super::{InspectorState, head, section};

impl InspectorState {
    /// Shows the proposal in hand as the record that it would become.
    pub(super) fn show_proposal(&mut self, ui: &mut Ui, cx: &mut ViewCtx<'_>) {
        let (document, margin) = (cx.document, cx.layout.margin);
        let Some(proposal) = document.proposals.in_hand() else { return };
        let Some(draft) = draft(proposal) else { return };
        let category = draft.category();
        header(ui, cx, category.look(), category.name());
        ui.spacing_mut().scroll = thin_scroll();
        let area = ScrollArea::vertical().id_salt(("proposal", draft.id.to_string())).auto_shrink(false);
        area.show(ui, |ui| {
            self.memory.steady.begin(draft.id, ui.max_rect().top());
            head::words(ui, document, &draft, margin);
            let proposed = self.memory.proposed.of(document, &draft, true);
            self.memory.focused = None;
            let memory = &mut self.memory;
            let (shown, commands) = (&mut cx.settings.shown, &mut *cx.commands);
            let mut form = Form {
                document,
                annotation: &draft,
                proposed: &proposed,
                is_proposal: true,
                memory,
                shown,
                commands,
                problems: Vec::new(),
                typed_wrong: Vec::new(),
                margin,
            };
            for section in section::sections(&draft) {
                // What cannot be proposed of a mark is filled once it is one.
                if section.title != "Review" {
                    form.section(ui, &section);
                }
            }
            if form.memory.leaves.take().is_some() {
                form.commands.push(Command::BackToArticle);
            }
            self.memory.proposed.light(&draft, self.memory.focused);
            ui.add_space(16.0);
        })
        .named(ui.ctx(), "the proposal");
    }
}

/// The category, that it is proposed, its place in the sweep, and the way to the next.
fn header(ui: &mut Ui, cx: &mut ViewCtx<'_>, look: crate::app::theme::MarkLook, name: &str) {
    let theme = Theme::of(ui.ctx());
    let (document, margin) = (cx.document, cx.layout.margin);
    let proposals = &document.proposals;
    let place = proposals.in_hand().and_then(|proposal| proposals.place(proposal.id)).map_or(0, |place| place + 1);
    let told = format!("{place} of {}", proposals.len());
    ui.allocate_ui(vec2(ui.available_width(), space::BAR), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(margin);
            ui.spacing_mut().item_spacing.x = 8.0;
            Chip::new(look).suggested(true).show(ui);
            Words::new(name, theme.text).face(Face::Semibold).show(ui);
            ui.add_space(4.0);
            Pill::new("Proposed").suggested().show(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(margin - 6.0);
                ui.spacing_mut().item_spacing.x = 4.0;
                for (icon, act) in [(Icon::Down, ProposalCommand::Next), (Icon::Up, ProposalCommand::Previous)] {
                    let command = Command::from(act);
                    let cap = command.key_cap(ui.ctx());
                    if IconButton::new(icon, command.name()).key(&cap).show(ui).clicked() {
                        cx.commands.push(command);
                    }
                }
                Words::new(&told, theme.text3).size(Face::SMALL).show(ui);
            });
        });
    });
}
