//! Reasons of proposals: the words of the article that they rest on stand between `**`.

use eframe::egui::{Id, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2};

use crate::app::text::{Engine, Role};
use crate::app::theme::Theme;
use crate::app::widgets::Words;
use crate::model::Direction;

/// Height of a line of a reason, in points.
const LINE: f32 = 18.0;
/// Points between a word of the program and words of the article.
const SPACE: f32 = 3.5;

/// Paints a reason on so many lines: the words of the article in its face, the program's between them.
pub fn why_line(ui: &Ui, room: Rect, why: &str, n_lines: usize) {
    let theme = Theme::of(ui.ctx());
    let engine = Engine::of(ui.ctx());
    let (mut x, mut line) = (room.left(), 0);
    for (n, part) in why.split("**").enumerate() {
        let is_quoted = n % 2 == 1;
        // The program's words break anywhere, those of the article stay together: they are what is looked for.
        let pieces: Vec<&str> = if is_quoted { vec![part.trim()] } else { part.split_whitespace().collect() };
        for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
            let is_mark = !is_quoted && piece.starts_with([';', ',', ':', '.']);
            let width = |room: f32| match is_quoted {
                true => engine.layout_elided(piece, Role::Words, Direction::Auto, room, 1).words_rect().width(),
                false => Words::new(piece, theme.text2).line(ui.painter()).size().x,
            };
            let wanted = width(room.width());
            if x > room.left() && x + wanted > room.right() {
                (x, line) = (room.left(), line + 1);
            }
            if line >= n_lines {
                return told(ui, room, why);
            }
            // A mark of punctuation stands close to what it follows.
            let left = if is_mark { x - SPACE + 0.5 } else { x };
            let middle = room.top() + LINE * (line as f32 + 0.5);
            if is_quoted {
                let laid = engine.layout_elided(piece, Role::Words, Direction::Auto, room.right() - left, 1);
                let placed = laid.words_rect();
                engine.paint(&laid, ui.painter(), pos2(left - placed.left(), middle - laid.size().y / 2.0), theme.text);
                x = left + placed.width() + SPACE;
            } else {
                x = Words::new(piece, theme.text2).paint_at(ui.painter(), pos2(left, middle)).right() + SPACE;
            }
        }
    }
    told(ui, room, why);
}

fn told(ui: &Ui, room: Rect, why: &str) {
    let label = ui.interact(room, Id::unique("why it is proposed"), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Access::Label, true, plain(why)));
}

/// A reason as plain words, those of the article in quotation marks.
pub fn plain(why: &str) -> String {
    let mut parts = why.split("**");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    while let Some(words) = parts.next() {
        plain.push_str(&format!("“{words}”"));
        plain.push_str(parts.next().unwrap_or_default());
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_article_stand_in_quotation_marks() {
        assert_eq!(plain("**killed** governs **46 people**; so"), "“killed” governs “46 people”; so");
        assert_eq!(plain("**open"), "“open”");
        assert_eq!(plain("nothing"), "nothing");
    }
}
