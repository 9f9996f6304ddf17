use super::{Command, Mode, ProposalCommand, ReviewCommand};
use crate::app::theme::ThemeChoice;
use crate::store::{ArticleFace, Measure, Spacing};

impl Command {
    /// Other words by which a person may look for it, in small letters: what other programs call the same.
    pub fn other_words(&self) -> &'static str {
        match self {
            Command::Open => "file load project article document import",
            Command::OpenByPath => "file location load import",
            Command::PasteArticle => "new clipboard import text",
            Command::OpenSample => "example demo tutorial",
            Command::Save => "store write keep file",
            Command::SaveAs => "store write copy file rename export",
            Command::SaveVersion1 => "export older format compatible",
            Command::Report => "export print pdf html csv table share publish excel spreadsheet",
            Command::MakeDataset => "export parquet duckdb spark pandas dataset table statistics archive publish",
            Command::Merge(_) => "combine join changes conflict",
            Command::ShowLost => "restore crash lost backup unsaved",
            Command::ArticleCard => "metadata headline title date author outlet language url properties",
            Command::Sources => "attribution witnesses people table",
            Command::ChangeEncoding => "charset unicode letters garbled import",
            Command::CloseProject => "file exit leave",
            Command::Quit => "exit close leave end",
            Command::Undo => "back revert",
            Command::Redo => "again forward repeat",
            Command::Mark(_) => "annotate annotation tag label highlight code",
            Command::MarkExactly(_) => "annotate annotation tag label highlight trim",
            Command::MoveBounds => "edges resize span extend move",
            Command::AddWords => "extend split span join",
            Command::RemoveWords => "cut split span",
            Command::Duplicate => "copy clone mark",
            Command::Delete => "remove erase mark annotation",
            Command::Review(ReviewCommand::Approve) => "accept agree confirm",
            Command::Review(ReviewCommand::AskForChanges) => "comment send back return question",
            Command::Review(ReviewCommand::Reject) => "refuse deny",
            Command::Review(ReviewCommand::SignOff) => "finish done complete approve",
            Command::Review(ReviewCommand::Submit | ReviewCommand::SubmitAll) => "send hand in ready done",
            Command::Review(ReviewCommand::Settings) => "project options preferences",
            Command::NextMark | Command::PreviousMark => "marks annotation go jump",
            Command::NextHeading | Command::PreviousHeading => "section chapter go jump",
            Command::Grow | Command::Shrink => "expand extend reduce select",
            Command::Proposal(ProposalCommand::Next | ProposalCommand::Previous) => {
                "suggestion suggest sweep prelabel automatic"
            }
            Command::Proposal(ProposalCommand::Accept) => "suggestion take mark",
            Command::Proposal(ProposalCommand::Dismiss | ProposalCommand::DismissRule) => "suggestion reject ignore",
            Command::Proposal(ProposalCommand::DismissBecause) => "suggestion reject ignore why",
            Command::Proposal(ProposalCommand::FromFile) => "suggestions import json model machine",
            Command::Proposal(ProposalCommand::TakeFields) => "suggestion fill form autofill",
            Command::Proposal(ProposalCommand::Switch(_)) => "suggestions automatic independent on off",
            Command::NextProblem | Command::PreviousProblem => "error warning issue go jump",
            Command::EditDetails => "form fields record properties",
            Command::BackToArticle => "text leave",
            Command::NextPanel | Command::PreviousPanel => "focus pane window part",
            Command::PickWords => "select quote anchor field",
            Command::Copy => "clipboard words",
            Command::CopyWithCitation => "clipboard reference quote cite footnote",
            Command::SelectAll => "everything whole",
            Command::Find => "search look words text",
            Command::FindNext | Command::FindPrevious => "search hit match",
            Command::MarkAll => "annotate every hits matches",
            Command::FilterList => "find marks list filter",
            Command::ClearFilter => "reset marks list",
            Command::ShowAlone(_) => "only filter isolate marks",
            Command::Dim(_) => "hide fade marks",
            Command::ShowAllMarks => "reset unhide filter",
            Command::ToggleLeft | Command::ToggleRight => "sidebar pane hide show toggle",
            Command::ToggleLedger => "totals facts numbers sum table bottom",
            Command::ToggleProblems => "errors warnings issues check bottom",
            Command::FullScreen => "maximize fullscreen window",
            Command::LargerText => "zoom in bigger font size increase",
            Command::SmallerText => "zoom out font size decrease",
            Command::OrdinaryText => "zoom reset font size default",
            Command::SetFace(ArticleFace::Serif | ArticleFace::Sans) => "font typeface",
            Command::SetMeasure(Measure::Narrow | Measure::Usual | Measure::Wide | Measure::Full) => {
                "column width margin"
            }
            Command::SetSpacing(Spacing::Compact | Spacing::Usual | Spacing::Airy) => "line height leading",
            Command::ToggleNumbers => "paragraph numbering show hide",
            Command::SetTheme(ThemeChoice::Dark | ThemeChoice::HighContrastDark) => "theme night black mode",
            Command::SetTheme(_) => "theme day white mode",
            Command::Settings => "preferences options configuration name",
            Command::Keys => "help shortcuts keyboard hotkeys manual",
            Command::EditKeys => "shortcuts keyboard customize change remap",
            Command::ReadKeys => "shortcuts keyboard reload",
            Command::SetMode(Mode::Annotate) => "edit mark mode",
            Command::SetMode(Mode::Review) => "approve judge queue mode",
            Command::SetMode(Mode::Compare) => "agreement diff mode",
            Command::SetMode(Mode::Library) => "folder projects home overview all",
            Command::CompareWith => "agreement diff merge",
            Command::ChooseFolder => "directory open library",
            Command::ReadFolder => "refresh reload directory update",
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_are_small_letters_and_add_to_the_name() {
        for command in Command::LISTED {
            let name = command.name().to_lowercase();
            let own: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
            let words: Vec<&str> = command.other_words().split(' ').filter(|word| !word.is_empty()).collect();
            let is_plain = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
            assert!(words.iter().all(is_plain), "{command:?}: {words:?}");
            let adds = words.iter().any(|word| !own.contains(word));
            assert!(adds || words.is_empty(), "{command:?} is found by {words:?} without other words");
        }
    }
}
