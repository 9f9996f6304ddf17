use crate::app::command::{Command, ReviewCommand};
use crate::edit::OpenProject;
use crate::model::Category;

/// What the article's own menu offers.
pub fn article_menu(open: &OpenProject) -> Vec<Command> {
    if open.picking.is_some() {
        let takes = open.selected_words().is_some().then_some(Command::TakeWords);
        return takes.into_iter().chain([Command::StopPicking]).collect();
    }
    let mut commands = Vec::new();
    if open.selected_words().is_some() || open.selected.is_some() {
        commands.extend(Category::ALL.map(Command::Mark));
        commands.extend([Command::Copy, Command::CopyWithCitation]);
    }
    if let Some(annotation) = open.selected_annotation() {
        if open.selection.span().is_some() {
            commands.push(Command::AddWords);
        }
        if annotation.spans.as_slice().len() > 1 {
            commands.push(Command::RemoveWords);
        }
        commands.push(Command::MoveBounds);
    }
    if open.selected.is_some() {
        let submit = Command::Review(ReviewCommand::Submit);
        commands.extend([Command::EditDetails, submit, Command::Duplicate, Command::Delete]);
    }
    // A menu without an entry would look like a fault.
    if commands.is_empty() {
        commands.extend([Command::SelectAll, Command::Find, Command::ArticleCard]);
    }
    commands
}
