//! What is proposed, as the list of marks shows it after them.

use eframe::egui::{Align2, Margin, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, ProposalCommand};
use crate::app::document::Document;
use crate::app::mark_words::{paragraph_of, words_at};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{Chip, Hairline, PanelHeader, Row, Words, told};
use crate::suggest::{Proposal, Tier};

use super::list::{ROW_HEIGHT, first, row_rect, row_words};

/// Height of the head in points.
const HEAD: f32 = 32.0;

/// The rows of the proposals that are left, in the order of the sweep.
pub struct ProposedRows<'a> {
    /// What is open.
    pub document: &'a Document,
    /// Points at the left of a row.
    pub margin: f32,
    /// Where they begin, in points of the window.
    pub top: f32,
    /// Whether the one in hand is brought on the screen.
    pub scrolls: bool,
}

impl ProposedRows<'_> {
    /// Shows the head and those rows that are within `view` of what is scrolled, in points.
    pub fn show(&self, ui: &mut Ui, view: Rect, commands: &mut Vec<Command>) {
        let proposals = &self.document.proposals;
        let origin = ui.max_rect().top();
        let first_row = self.top + HEAD + 1.0;
        let offset = first_row - origin;
        let whole = Rect::from_min_size(
            pos2(ui.max_rect().left(), self.top),
            vec2(ui.max_rect().width(), HEAD + 1.0 + proposals.len() as f32 * ROW_HEIGHT),
        );
        ui.expand_to_include_rect(whole);
        let mut inside = ui.new_child(UiBuilder::new().id_salt("proposed").max_rect(whole));
        let ui = &mut inside;
        ui.spacing_mut().item_spacing.y = 0.0;
        self.head(ui);
        told::list(ui, "Proposed", proposals.len());
        let first = ((view.top() - offset) / ROW_HEIGHT).floor().max(0.0) as usize;
        let last = (((view.bottom() - offset) / ROW_HEIGHT).ceil().max(0.0) as usize).min(proposals.len());
        let in_hand = proposals.in_hand();
        for place in first..last {
            let Some(proposal) = proposals.in_sweep(place) else { continue };
            let is_in_hand = in_hand.is_some_and(|in_hand| in_hand.id == proposal.id);
            self.row(ui, row_rect(ui, first_row, place), proposal, is_in_hand, commands);
        }
        if let Some(place) = in_hand.filter(|_| self.scrolls).and_then(|in_hand| proposals.place(in_hand.id)) {
            ui.scroll_to_rect(row_rect(ui, first_row, place).expand(8.0), None);
        }
    }

    fn head(&self, ui: &mut Ui) {
        let proposals = &self.document.proposals;
        let theme = Theme::of(ui.ctx());
        let (likely, possible) = (proposals.n_likely(), proposals.len() - proposals.n_likely());
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
        Hairline::new().paint_above(ui, line);
        let count = proposals.len().to_string();
        let header = PanelHeader::new("Proposed").height(HEAD).margin(self.margin).count(&count);
        header.show(ui, |ui| {
            let told = format!("{likely} likely, {possible} possible");
            let room = ui.max_rect();
            let room = Rect::from_min_max(room.min, room.max - vec2(4.0, 0.0));
            Words::new(&told, theme.text2).size(Face::SMALL).paint(ui.painter(), room, Align2::RIGHT_CENTER);
        });
    }

    fn row(&self, ui: &mut Ui, rect: Rect, proposal: &Proposal, is_in_hand: bool, commands: &mut Vec<Command>) {
        let project = self.document.session.project();
        let words = words_at(project, &proposal.spans);
        let reading = reading_of(self.document, proposal);
        let name = format!("Proposed {}, {reading}: {words}", proposal.category().noun());
        let mut ui = ui.new_child(UiBuilder::new().id_salt(("proposal", proposal.id.to_string())).max_rect(rect));
        // Tab does not stop here: the keys of the sweep go from one to the next, wherever the focus is.
        let row = Row::new(&name).height(ROW_HEIGHT).focusable(false).selected(is_in_hand);
        let row = row.margin(Margin { left: self.margin as i8, right: 12, top: 0, bottom: 0 });
        let shown = row.show(&mut ui, |ui, ink| {
            let chip = Chip::new(proposal.category().look()).suggested(true);
            row_words(ui, chip, first(&words), &reading, &paragraph_of(project, &proposal.spans), ink);
        });
        if shown.response.clicked() {
            commands.push(ProposalCommand::TakeInHand(proposal.id).into());
        }
    }
}

/// The reading of a proposal in a line; of one that is a part of another, which is only proposed, that too.
fn reading_of(document: &Document, proposal: &Proposal) -> String {
    let reading = proposal.details.reading(document.session.project());
    let is_part =
        proposal.details.scope().and_then(|scope| scope.of).is_some_and(|of| document.proposals.get(of).is_some());
    let reading = if is_part { reading.replace(" another", " a proposal") } else { reading };
    if proposal.tier == Tier::Possible { format!("possible · {reading}") } else { reading }
}
