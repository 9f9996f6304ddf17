use crate::model::Category;
use crate::store::{ArticleFace, Measure, Spacing};

use crate::app::command::Command;
use crate::app::emphasis::Aspect;
use crate::app::mode::Mode;
use crate::app::theme::ThemeChoice;

impl Command {
    /// What the file of keys calls it, which never changes; empty for what is not in [`Command::LISTED`].
    pub fn stable_name(&self) -> &'static str {
        match self {
            Command::Open => "open",
            Command::OpenByPath => "open-by-path",
            Command::PasteArticle => "paste-article",
            Command::OpenSample => "open-sample",
            Command::Save => "save",
            Command::SaveAs => "save-as",
            Command::Report => "report",
            Command::Merge(None) => "merge",
            Command::ShowLost => "recover",
            Command::ArticleCard => "article-card",
            Command::Sources => "sources",
            Command::ChangeEncoding => "change-encoding",
            Command::SetMode(Mode::Annotate) => "annotate",
            Command::SetMode(Mode::Review) => "review",
            Command::SetMode(Mode::Compare) => "compare",
            Command::SetMode(Mode::Library) => "library",
            Command::CompareWith => "compare-with",
            Command::Compare(act) => act.stable_name(),
            Command::Review(act) => act.stable_name(),
            Command::ChooseFolder => "choose-folder",
            Command::ReadFolder => "read-folder",
            Command::CloseProject => "close-project",
            Command::Quit => "quit",
            Command::Undo => "undo",
            Command::Redo => "redo",
            Command::Mark(Category::Casualties) => "mark-casualties",
            Command::Mark(Category::Displacement) => "mark-displacement",
            Command::Mark(Category::Quotes) => "mark-quote",
            Command::Mark(Category::Claims) => "mark-claim",
            Command::MarkExactly(Category::Casualties) => "mark-exactly-casualties",
            Command::MarkExactly(Category::Displacement) => "mark-exactly-displacement",
            Command::MarkExactly(Category::Quotes) => "mark-exactly-quote",
            Command::MarkExactly(Category::Claims) => "mark-exactly-claim",
            Command::MoveBounds => "move-boundaries",
            Command::AddWords => "add-words",
            Command::RemoveWords => "remove-words",
            Command::NextHeading => "next-heading",
            Command::PreviousHeading => "previous-heading",
            Command::Grow => "grow-selection",
            Command::Shrink => "shrink-selection",
            Command::Find => "find",
            Command::FindNext => "next-hit",
            Command::FindPrevious => "previous-hit",
            Command::MarkAll => "mark-all",
            Command::Duplicate => "duplicate-mark",
            Command::Delete => "delete-mark",
            Command::NextMark => "next-mark",
            Command::PreviousMark => "previous-mark",
            Command::NextProblem => "next-problem",
            Command::PreviousProblem => "previous-problem",
            Command::EditDetails => "edit-details",
            Command::BackToArticle => "back-to-article",
            Command::NextPanel => "next-panel",
            Command::PreviousPanel => "previous-panel",
            Command::PickWords => "pick-words",
            Command::Copy => "copy",
            Command::CopyWithCitation => "copy-with-citation",
            Command::SelectAll => "select-all",
            Command::FilterList => "search-annotations",
            Command::ClearFilter => "show-all-annotations",
            Command::ShowAlone(Aspect::Category(Category::Casualties)) => "show-casualties-alone",
            Command::ShowAlone(Aspect::Category(Category::Displacement)) => "show-displacement-alone",
            Command::ShowAlone(Aspect::Category(Category::Quotes)) => "show-quotes-alone",
            Command::ShowAlone(Aspect::Category(Category::Claims)) => "show-claims-alone",
            Command::Dim(Aspect::Category(Category::Casualties)) => "dim-casualties",
            Command::Dim(Aspect::Category(Category::Displacement)) => "dim-displacement",
            Command::Dim(Aspect::Category(Category::Quotes)) => "dim-quotes",
            Command::Dim(Aspect::Category(Category::Claims)) => "dim-claims",
            Command::ShowAllMarks => "show-all-marks",
            Command::ToggleLeft => "left-panel",
            Command::ToggleLedger => "ledger",
            Command::ToggleProblems => "problems",
            Command::ToggleRight => "right-panel",
            Command::FullScreen => "full-screen",
            Command::LargerText => "larger-text",
            Command::SmallerText => "smaller-text",
            Command::OrdinaryText => "ordinary-text",
            Command::SetFace(ArticleFace::Serif) => "face-serif",
            Command::SetFace(ArticleFace::Sans) => "face-sans",
            Command::SetMeasure(Measure::Narrow) => "lines-narrow",
            Command::SetMeasure(Measure::Usual) => "lines-usual",
            Command::SetMeasure(Measure::Wide) => "lines-wide",
            Command::SetMeasure(Measure::Full) => "lines-full",
            Command::SetSpacing(Spacing::Compact) => "spacing-compact",
            Command::SetSpacing(Spacing::Usual) => "spacing-usual",
            Command::SetSpacing(Spacing::Airy) => "spacing-airy",
            Command::ToggleNumbers => "paragraph-numbers",
            Command::SetTheme(ThemeChoice::System) => "colours-system",
            Command::SetTheme(ThemeChoice::Light) => "colours-light",
            Command::SetTheme(ThemeChoice::Dark) => "colours-dark",
            Command::SetTheme(ThemeChoice::HighContrast) => "colours-high-contrast",
            Command::SetTheme(ThemeChoice::HighContrastDark) => "colours-high-contrast-dark",
            Command::Settings => "settings",
            Command::Keys => "keys",
            Command::EditKeys => "edit-keys",
            Command::ReadKeys => "read-keys",
            Command::Palette => "find-command",
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_command_has_a_name_of_its_own_for_the_file_of_keys() {
        let mut names: Vec<_> = Command::LISTED.iter().map(Command::stable_name).collect();
        for (name, command) in names.iter().zip(Command::LISTED) {
            let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(!name.is_empty() && name.chars().all(is_plain), "{command:?} is called “{name}”");
        }
        names.sort_unstable();
        assert_eq!(names.windows(2).find(|pair| pair[0] == pair[1]), None);
    }
}
