use eframe::egui::Key;

use super::Command;
use super::info::{BoundaryEffect::Ends, Effect::Edits, Effect::Looks, Info, KeysAfter, Needs, info};
use super::keys::{ctrl_in_annotate, in_annotate, shift_in_annotate};
use crate::model::{AnnotationId, FieldPath};

/// Something in the course of a sweep through what is proposed, or in a form with proposed fields. Annotate alone knows
/// them: where marks are judged or compared, nothing is proposed.
#[derive(Clone, Debug, PartialEq)]
pub enum ProposalCommand {
    /// Takes the next proposed mark in hand, the likely ones first.
    Next,
    /// Takes the one before in hand.
    Previous,
    /// Takes this one in hand.
    TakeInHand(AnnotationId),
    /// Makes the proposal in hand a mark.
    Accept,
    /// Says that it is none.
    Dismiss,
    /// Asks why it is none, and says so.
    DismissBecause,
    /// Says that it is none for that reason.
    DismissFor(String),
    /// Says so of all that its rule proposes in this article.
    DismissRule,
    /// Puts the likely proposed fields into the selected mark, and once there are none the possible ones.
    TakeFields,
    /// Puts one proposed field into a mark.
    TakeField(AnnotationId, FieldPath),
    /// Proposes a field of a mark no more.
    RefuseField(AnnotationId, FieldPath),
    /// Shows what is hidden because its like was dismissed.
    ShowHidden,
    /// Takes those dismissals back, so that nothing is hidden any more.
    ForgetHidden,
    /// Asks for a file of what another program proposes.
    FromFile,
    /// Proposes, or stops to, in this project.
    Switch(bool),
}

impl ProposalCommand {
    /// What is known of it; see [`Command::info`].
    pub(super) fn info(&self) -> Info {
        use KeysAfter::{Free, Held, HeldForName};
        use Needs::{Mark, Project};
        match self {
            ProposalCommand::Next => {
                info("Next proposal", Project, Looks, Ends, Free).listed("next-proposal").key(in_annotate(Key::N))
            }
            ProposalCommand::Previous => info("Previous proposal", Project, Looks, Ends, Free)
                .listed("previous-proposal")
                .key(in_annotate(Key::P)),
            ProposalCommand::TakeInHand(_) => info("Go to the proposal", Project, Looks, Ends, Free),
            ProposalCommand::Accept => info("Accept the proposal", Project, Edits, Ends, HeldForName)
                .listed("accept-proposal")
                .key(in_annotate(Key::A)),
            ProposalCommand::Dismiss => info("Dismiss the proposal", Project, Edits, Ends, HeldForName)
                .listed("dismiss-proposal")
                .key(in_annotate(Key::X)),
            ProposalCommand::DismissBecause => info("Dismiss the proposal with a reason…", Project, Edits, Ends, Held)
                .listed("dismiss-proposal-because"),
            ProposalCommand::DismissFor(_) => info("Dismiss the proposal", Project, Edits, Ends, Free),
            ProposalCommand::ShowHidden => info("Show hidden proposals", Project, Looks, Ends, Free),
            ProposalCommand::ForgetHidden => info("Forget why proposals are hidden", Project, Edits, Ends, Free),
            ProposalCommand::FromFile => {
                info("Proposals from a file…", Project, Edits, Ends, Held).listed("proposals-from-file")
            }
            ProposalCommand::DismissRule => {
                info("Dismiss all proposals of its rule", Project, Edits, Ends, HeldForName)
                    .listed("dismiss-proposals-of-rule")
                    .key(shift_in_annotate(Key::X))
            }
            ProposalCommand::TakeFields => info("Take the proposed fields", Mark, Edits, Ends, Free)
                .listed("take-proposed-fields")
                .key(ctrl_in_annotate(Key::Enter)),
            ProposalCommand::TakeField(..) => info("Take the proposed field", Project, Edits, Ends, Free),
            ProposalCommand::RefuseField(..) => info("Dismiss the proposed field", Project, Looks, Ends, Free),
            ProposalCommand::Switch(true) => {
                info("Propose marks in this project", Project, Edits, Ends, HeldForName).listed("proposals-on")
            }
            ProposalCommand::Switch(false) => {
                info("Propose nothing in this project", Project, Edits, Ends, HeldForName).listed("proposals-off")
            }
        }
    }
}

impl From<ProposalCommand> for Command {
    fn from(act: ProposalCommand) -> Command {
        Command::Proposal(act)
    }
}
