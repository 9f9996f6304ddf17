use eframe::egui::{Align2, Id, Key, Rect, Role as Access, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::columns::Columns;
use super::row;
use super::view::LibraryView;
use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{
    Chip, EmptyState, FocusRing, Icon, ListCursor, ListRow, RowHeights, VirtualList, Words, tip_sentence,
};
use crate::library::{Column, TableView};
use crate::model::{Category, Time};

/// The table of projects: one stop of Tab, its rows walked by arrows, Enter opens.
#[derive(Default)]
pub struct Table {
    /// The row where the keys are.
    pub cursor: ListCursor,
}

/// Heights of a row and of the heads, in points.
// Two lines, at 4 and at 24, with their descenders.
pub const ROW: f32 = 44.0;
const HEAD: f32 = 32.0;

impl Table {
    /// Its place in the window.
    pub fn id() -> Id {
        Id::unique("table of projects")
    }

    /// Shows the heads, the rows on the screen alone, and what all of them add up to.
    pub fn show(ui: &mut Ui, library: &mut LibraryView, now: Time, commands: &mut Vec<Command>) {
        if empty(ui, library, commands) {
            return;
        }
        let columns = heads(ui, &library.shown, commands);
        let (frame, id, n_rows) = (ui.available_rect_before_wrap(), Table::id(), library.rows.len());
        let list = VirtualList::new(id, "Projects", RowHeights::Equal(n_rows, ROW)).scroll_bar("the table of projects");
        // What all rows add up to is a row of its own below them.
        let list = list.foot(ROW);
        let mut cursor = library.table.cursor;
        let show_row = |ui: &mut Ui, row: ListRow| {
            let entry = &library.rows[row.n];
            let place_in_folder = library.place_of(entry);
            let look = row::RowOptions {
                columns: &columns,
                most: library.most,
                is_current: row.is_current,
                has_focus: row.has_focus,
                now,
                where_it_is: place_in_folder.as_deref(),
            };
            let response = row::show(ui, row.id, row.rect, entry, look);
            // A single click only chooses: opening leaves the table, and what is chosen is told beside it first.
            if response.double_clicked() {
                commands.push(Command::OpenFromLibrary(entry.path.clone(), None));
            }
            response.clicked()
        };
        let show_total = |ui: &mut Ui, rect| row::total(ui, id.with("total"), rect, &library.totals, &columns);
        let answer = list.show_with_foot(ui, frame, &mut cursor, show_row, show_total);
        library.table.cursor = cursor;
        if answer.has_focus {
            keys(ui, library, commands);
        }
    }
}

fn keys(ui: &Ui, library: &mut LibraryView, commands: &mut Vec<Command>) {
    let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    if pressed(Key::Enter)
        && let Some(entry) = library.rows.get(library.table.cursor.row)
    {
        commands.push(Command::OpenFromLibrary(entry.path.clone(), None));
    }
    if pressed(Key::Slash) {
        commands.push(Command::Find);
    }
}

/// Shows what there is instead of rows; answers whether there are none.
fn empty(ui: &mut Ui, library: &LibraryView, commands: &mut Vec<Command>) -> bool {
    let folder = &library.folder;
    let choose = |pressed: Option<usize>, commands: &mut Vec<Command>| {
        commands.extend(pressed.map(|_| Command::ChooseFolder));
    };
    if let Some(error) = &folder.error {
        let sentence = error.to_string();
        let state = EmptyState::new("The folder could not be read").sentence(&sentence);
        choose(state.buttons(&["Choose folder…"]).show(ui), commands);
        return true;
    }
    if folder.path.is_none() {
        let sentence = "Newsmark reads it and never changes it";
        let state = EmptyState::new("Choose a folder of projects").sentence(sentence);
        choose(state.buttons(&["Choose folder…"]).show(ui), commands);
        return true;
    }
    if !library.rows.is_empty() {
        return false;
    }
    if !folder.is_known {
        return true;
    }
    if folder.entries.is_empty() {
        let pressed = EmptyState::new("No projects in this folder").buttons(&["New project…"]).show(ui);
        commands.extend(pressed.map(|_| Command::Open));
    } else {
        let pressed = EmptyState::new("No project fits this filter").buttons(&["Clear filter"]).show(ui);
        let all = TableView { show: Default::default(), part: None, ..library.shown.clone() };
        commands.extend(pressed.map(|_| Command::ShowInLibrary(Box::new(all))));
    }
    true
}

/// Shows the heads; a press puts the table in that order, or turns it round.
fn heads(ui: &mut Ui, shown: &TableView, commands: &mut Vec<Command>) -> Columns {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let columns = Columns::of(rect);
    let mut press = |column: Column, room: Rect, align: Align2| {
        if head(ui, shown, column, room, align) {
            let is_descending = if shown.column == column { !shown.is_descending } else { column.begins_descending() };
            commands.push(Command::ShowInLibrary(Box::new(TableView { column, is_descending, ..shown.clone() })));
        }
    };
    let until = |right: f32, width: f32| {
        Rect::from_min_max(pos2(right - width, rect.top() + 4.0), pos2(right, rect.bottom() - 4.0))
    };
    let (left, right) = columns.article;
    press(Column::Article, until(right, right - left), Align2::LEFT_CENTER);
    if let Some(at) = columns.published {
        press(Column::Published, until(at, 70.0), Align2::RIGHT_CENTER);
    }
    for (category, at) in Category::ALL.into_iter().zip(columns.categories) {
        press(Column::Category(category), until(at, 30.0), Align2::RIGHT_CENTER);
    }
    press(Column::Approved, until(columns.approved.0 + 80.0, 80.0), Align2::LEFT_CENTER);
    if let Some(at) = columns.proposals_left {
        press(Column::ProposalsLeft, until(at, 44.0), Align2::RIGHT_CENTER);
    }
    press(Column::Problems, until(columns.problems, 62.0), Align2::RIGHT_CENTER);
    if let Some(at) = columns.changed {
        press(Column::Changed, until(at, 58.0), Align2::RIGHT_CENTER);
    }
    let theme = Theme::of(ui.ctx());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (theme.line_width, theme.border));
    columns
}

/// Shows one head: its words, or a category's chip, with an arrow where the table is in its order; answers whether
/// it was pressed.
fn head(ui: &Ui, shown: &TableView, column: Column, room: Rect, align: Align2) -> bool {
    const ARROW: f32 = 10.0;
    let theme = Theme::of(ui.ctx());
    let name = column.name();
    let response = ui.interact(room, Table::id().with(("head", name)), Sense::click());
    let is_sorted = shown.column == column;
    let spoken = match (is_sorted, shown.is_descending) {
        (false, _) => format!("Sort by {}", name.to_lowercase()),
        (true, true) => format!("Sorted by {}, descending", name.to_lowercase()),
        (true, false) => format!("Sorted by {}, ascending", name.to_lowercase()),
    };
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, is_sorted, &spoken));
    let ink = if is_sorted || response.hovered() { theme.text } else { theme.text2 };
    let paint = |words: &str| Words::new(words, ink).size(Face::SMALL).paint(ui.painter(), room, align);
    let place = match column {
        Column::Category(category) => {
            let chip = Chip::new(category.look()).small();
            let place = align.align_size_within_rect(Vec2::splat(chip.side()), room);
            chip.paint(ui.painter(), place);
            place
        }
        // What is left is told by its tooltip: the whole name is wider than the numbers under it.
        Column::ProposalsLeft => paint("Left"),
        _ => paint(name),
    };
    if is_sorted {
        let icon = if shown.is_descending { Icon::Down } else { Icon::Up };
        let x = if align == Align2::LEFT_CENTER { place.right() + 4.0 } else { place.left() - 4.0 - ARROW };
        let arrow = Rect::from_center_size(pos2(x + ARROW / 2.0, place.center().y), Vec2::splat(ARROW));
        icon.paint(ui.painter(), arrow, ARROW, ink);
    }
    if column == Column::ProposalsLeft {
        tip_sentence(&response, "Likely proposals that are neither marked nor dismissed");
    }
    FocusRing::on_button(ui.painter(), &response, space::RADIUS_CHIP);
    response.clicked()
}
