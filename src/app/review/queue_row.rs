use eframe::egui::{Align2, Margin, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::document::tone;
use crate::app::focused_row::FocusedRow;
use crate::app::mark_words::{paragraph_of, words_of};
use crate::app::text::{Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Chip, Icon, Row, RowInk, Words};
use crate::check::Severity;
use crate::model::{Annotation, AnnotationId, Direction};

use super::ReviewState;

/// Height of a row in points.
// Two lines at 5 and 25, with their descenders.
pub const ROW_HEIGHT: f32 = 46.0;
/// More code points than a row of the widest panel has room for.
const IN_A_ROW: usize = 100;

/// Where a row of the queue lies.
pub struct RowPlace {
    /// Its rectangle.
    pub rect: Rect,
    /// Its place among all rows, from 0.
    pub nth: usize,
    /// Points at the left and the right of its words.
    pub margin: f32,
}

/// What a row of the queue says.
struct RowWords<'a> {
    words: &'a str,
    reading: &'a str,
    paragraph: &'a str,
}

/// Shows one mark of the queue; answers with its row where that has the focus.
pub fn row(
    ui: &mut Ui,
    place: RowPlace,
    id: AnnotationId,
    document: &Document,
    state: &ReviewState,
    commands: &mut Vec<Command>,
) -> Option<FocusedRow> {
    let project = document.session.project();
    let annotation = project.annotation(id)?;
    let (words, reading) = (words_of(project, annotation), annotation.details.reading(project));
    let name = format!("{}, {reading}: {words}", annotation.category().name());
    let gravest = document.problems.of(id).map(|problem| problem.severity).min();
    let mut ui = ui.new_child(UiBuilder::new().id_salt(id.to_string()).max_rect(place.rect));
    let margin = place.margin as i8;
    let margins = Margin { left: margin, right: margin, top: 0, bottom: 0 };
    let row = Row::new(&name)
        .height(ROW_HEIGHT)
        .margin(margins)
        .selected(document.session.selected == Some(id))
        .place(place.nth);
    let paragraph = paragraph_of(project, annotation);
    let response = row.show(&mut ui, |ui, ink| {
        let words = RowWords { words: &words, reading: &reading, paragraph: &paragraph };
        paint(ui, annotation, &words, gravest, state.is_put_off(id), ink);
    });
    let response = response.response;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        let place = paragraph.replace('¶', "Paragraph");
        let mut told = format!("{place}, {}, by {}", annotation.status.label().to_lowercase(), annotation.author);
        if let Some(severity) = gravest {
            told.push_str(&format!(", with {}", if severity == Severity::Error { "an error" } else { "a problem" }));
        }
        if state.is_put_off(id) {
            told.push_str(", put off");
        }
        node.set_description(told);
    });
    if response.clicked() {
        commands.push(Command::Select(id));
    }
    FocusedRow::of(&response, id)
}

/// Chip, words over reading; at the right the paragraph over the icon of the gravest problem.
fn paint(
    ui: &Ui,
    annotation: &Annotation,
    words: &RowWords<'_>,
    gravest: Option<Severity>,
    is_put_off: bool,
    ink: RowInk,
) {
    let theme = Theme::of(ui.ctx());
    let (rect, painter) = (ui.max_rect(), ui.painter());
    let chip = Chip::new(annotation.category().look());
    chip.paint(painter, Rect::from_min_size(rect.min + vec2(0.0, 6.0), Vec2::splat(chip.side())));
    // 60 for “¶ 1234” in small figures.
    let corner = Rect::from_min_size(pos2(rect.right() - 60.0, rect.top() + 5.0), vec2(60.0, 20.0));
    let number = Words::new(words.paragraph, ink.text3).size(Face::SMALL).paint(painter, corner, Align2::RIGHT_CENTER);
    let mut icons_left = rect.right();
    let put_off = is_put_off.then_some((Icon::Clock, ink.text2));
    let gravest = gravest.map(tone).map(|tone| (tone.icon(), tone.ink(&theme)));
    for (icon, colour) in gravest.into_iter().chain(put_off) {
        let place = Rect::from_min_size(pos2(icons_left - 14.0, rect.top() + 25.0), Vec2::splat(14.0));
        icon.paint(painter, place, space::ICON_SMALL, colour);
        icons_left -= 18.0;
    }
    let left = rect.left() + chip.side() + 10.0;
    let lines = [
        (words.words, Role::Words, ink.text, number.left() - 8.0, 5.0),
        (words.reading, Role::Hint, ink.text2, icons_left - 4.0, 25.0),
    ];
    let engine = Engine::of(ui.ctx());
    for (text, role, colour, right, top) in lines {
        let text = text.char_indices().nth(IN_A_ROW).map_or(text, |(end, _)| &text[..end]);
        let laid = engine.layout_elided(text, role, Direction::Auto, (right - left).max(40.0), 1);
        engine.paint(&laid, painter, pos2(left, rect.top() + top), colour);
    }
}
