use std::sync::Arc;

use eframe::egui::{Align2, Id, Key, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::head::counted;
use super::view::LibraryView;
use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::find::grouped;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Chip, EmptyState, Hairline, ListCursor, ListRow, RowHeights, VirtualList, Words};
use crate::library::{Hit, HitPlace, ProjectHits};
use crate::model::Direction;

/// The hits of a search, project by project: one stop of Tab, walked by arrows, Enter goes to the words.
#[derive(Default)]
pub struct HitRows {
    cursor: ListCursor,
    rows: Arc<Vec<Row>>,
    worked_out: Option<(u64, [bool; 4])>,
}

/// A line of the list: a project, or one of its hits, by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Row {
    Project(usize, usize),
    Hit(usize, usize),
    More(usize, usize),
}

/// Height of a row, in points.
const ROW: f32 = 26.0;

impl HitRows {
    /// Shows what was found.
    pub fn show(ui: &mut Ui, library: &mut LibraryView, commands: &mut Vec<Command>) {
        let finder = &library.finder;
        let key = (finder.revision, finder.letters());
        // Thousands of rows are made once for what was found, and not in each frame.
        if library.hits.worked_out != Some(key) {
            library.hits.rows = Arc::new(rows(&finder.found, |hit| finder.shows(hit)));
            library.hits.worked_out = Some(key);
        }
        // Behind an Arc, so that the rows can be read while the library is written to.
        let lines = library.hits.rows.clone();
        if lines.is_empty() {
            nothing(ui, library);
            return;
        }
        // Half of the panel is left to the charts, and all of it to as few hits as need no more.
        let height = (ui.available_height() * 0.55).min(lines.len() as f32 * ROW + 8.0);
        let (frame, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let id = Id::unique("hits in the library");
        let list = VirtualList::new(id, "Hits", RowHeights::Equal(lines.len(), ROW)).scroll_bar("the list of hits");
        let LibraryView { hits, finder, .. } = library;
        let answer = list
            .rests_unmarked()
            .show(ui, frame, &mut hits.cursor, |ui, row| line(ui, row, &finder.found, lines[row.n]));
        let is_entered = answer.has_focus && ui.input(|input| input.key_pressed(Key::Enter));
        let opened = answer.clicked.or(is_entered.then_some(hits.cursor.row));
        commands.extend(opened.and_then(|row| lines.get(row)).map(|row| open(&finder.found, *row)));
        ui.add_space(4.0);
        Hairline::strong().show(ui);
    }
}

fn rows(found: &[ProjectHits], shows: impl Fn(&Hit) -> bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (project, found) in found.iter().enumerate() {
        let hits: Vec<usize> = (0..found.hits.len()).filter(|&hit| shows(&found.hits[hit])).collect();
        if hits.is_empty() {
            continue;
        }
        let n_left = found.n_hits - found.hits.len();
        rows.push(Row::Project(project, hits.len() + n_left));
        rows.extend(hits.into_iter().map(|hit| Row::Hit(project, hit)));
        rows.extend((n_left > 0).then_some(Row::More(project, n_left)));
    }
    rows
}

fn open(found: &[ProjectHits], row: Row) -> Command {
    let (Row::Project(project, _) | Row::Hit(project, _) | Row::More(project, _)) = row;
    let place = match row {
        Row::Hit(_, hit) => Some(found[project].hits[hit].place),
        Row::Project(..) | Row::More(..) => None,
    };
    Command::OpenFromLibrary(found[project].entry.path.clone(), place)
}

fn nothing(ui: &mut Ui, library: &LibraryView) {
    let finder = &library.finder;
    match &finder.problem {
        Some(problem) => {
            EmptyState::new("Nothing can be found").sentence(&problem.to_string()).show(ui);
        }
        None if finder.is_running() => {
            EmptyState::new("Searching…").show(ui);
        }
        None => {
            let title = format!("No hits for “{}”", finder.needle.trim());
            EmptyState::new(&title).sentence("Search looks in words, sources and notes").show(ui);
        }
    }
    Hairline::strong().show(ui);
}

/// Shows one line; answers whether it was clicked.
fn line(ui: &Ui, shown: ListRow, found: &[ProjectHits], row: Row) -> bool {
    let ListRow { id, rect, is_current, .. } = shown;
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, id, Sense::CLICK);
    if is_current || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if is_current { theme.selected } else { theme.hover });
    }
    let inner = rect.shrink2(vec2(space::PANEL_MARGIN, 0.0));
    let spoken = match row {
        Row::Project(project, n) => {
            let title = found[project].entry.title();
            let ink = if is_current { theme.text2 } else { theme.text3 };
            let count = Words::new(&grouped(n), ink).size(Face::SMALL).paint(ui.painter(), inner, Align2::RIGHT_CENTER);
            words(ui, inner.with_max_x(count.left() - 8.0), &title, Role::StrongLabel);
            format!("{title}, {}", counted(n, "hit"))
        }
        Row::More(_, n) => {
            let told = format!("and {} more", grouped(n));
            let ink = if is_current { theme.text2 } else { theme.text3 };
            Words::new(&told, ink).size(Face::SMALL).paint(
                ui.painter(),
                inner.with_min_x(inner.left() + 28.0),
                Align2::LEFT_CENTER,
            );
            told
        }
        Row::Hit(project, hit) => {
            let hit = &found[project].hits[hit];
            excerpt(ui, inner, hit);
            format!("{}: {}{}{}", kind(hit), hit.before, hit.words, hit.after)
        }
    };
    response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, &spoken));
    response.clicked()
}

/// What a hit stands in, for people to hear.
fn kind(hit: &Hit) -> String {
    let category = hit.marks.first().map(|(_, category)| category.name());
    match hit.place {
        HitPlace::Article(_) => category.unwrap_or("Article").to_owned(),
        HitPlace::Card(field) => field.to_owned(),
        HitPlace::Field(_, category, field) => format!("{}, {}", category.name(), field.label(category)),
        HitPlace::Comment(..) => "Comment".to_owned(),
        HitPlace::Unplaced(_, category) => format!("{}, not placed", category.name()),
        HitPlace::Source(_, field) => format!("Source, {}", field.label().to_lowercase()),
    }
}

/// The chip of the first mark over the words, and the words on their ground with those around them.
fn excerpt(ui: &Ui, room: Rect, hit: &Hit) {
    let theme = Theme::of(ui.ctx());
    let place = Rect::from_min_size(pos2(room.left(), room.top() + 5.0), vec2(16.0, 16.0));
    if let Some((_, category)) = hit.marks.first() {
        Chip::new(category.look()).small().paint(ui.painter(), place);
    }
    let room = room.with_min_x(place.right() + 12.0);
    let role =
        if matches!(hit.place, HitPlace::Article(_) | HitPlace::Unplaced(..)) { Role::Words } else { Role::Label };
    let engine = Engine::of(ui.ctx());
    let (mut before, mut after) = (hit.before.as_str(), hit.after.trim_end_matches(" …"));
    // Whole words are left out from the longer side until the line has room.
    let laid = loop {
        let rest = if after.len() < hit.after.len() { " …" } else { "" };
        let line = format!("{before}{}{after}{rest}", hit.words);
        let laid = engine.layout(&line, role, Direction::Auto, None);
        if laid.words_rect().width() <= room.width() {
            break laid;
        }
        let shorter_before = before.trim_start_matches("… ").split_once(' ').map(|(_, rest)| rest);
        let shorter_after = after.rsplit_once(' ').map(|(rest, _)| rest);
        match (shorter_before, shorter_after) {
            (Some(shorter), _) if before.len() >= after.len() => before = shorter,
            (_, Some(shorter)) => after = shorter,
            (Some(shorter), None) => before = shorter,
            (None, None) => break laid,
        }
    };
    let left = if laid.is_rtl() { room.right() - laid.words_rect().width() } else { room.left() };
    let origin = pos2(left - laid.words_rect().left(), room.center().y - laid.size().y / 2.0);
    // A single word may be longer than the line and is cut off, since it was what was looked for.
    let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
    for (_, ground) in laid.rects(before.len()..before.len() + hit.words.len()) {
        let ground = ground.translate(origin.to_vec2()).expand2(vec2(1.0, 0.0));
        painter.rect_filled(ground, f32::from(space::RADIUS_BAND), theme.selection);
    }
    engine.paint(&laid, &painter, origin, theme.text);
}

fn words(ui: &Ui, room: Rect, text: &str, role: Role) {
    let engine = Engine::of(ui.ctx());
    let laid = engine.layout_elided(text, role, Direction::Auto, room.width().max(40.0), 1);
    let top = room.center().y - laid.size().y / 2.0;
    engine.paint(&laid, ui.painter(), pos2(room.left() - laid.words_rect().left(), top), Theme::of(ui.ctx()).text);
}
