use eframe::egui::{Align2, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::article::ArticleView;
use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{FocusRing, Words, told};
use crate::edit::{OpenProject, Selection};
use crate::model::{Category, Direction, Paragraph};

/// Width of one letter column in points.
// The widest of the four letters at 11 points, with a point at either side.
const LETTER: f32 = 10.0;

/// Shows the paragraphs with the letters of their marks, those in `view` alone; a click goes there.
pub fn outline(ui: &mut Ui, open: &OpenProject, article: &ArticleView, view: Rect, commands: &mut Vec<Command>) {
    let text = &open.project().article().text;
    let shown = article.written();
    ui.set_height(shown.len() as f32 * space::ROW);
    told::list(ui, "Paragraphs", shown.len());
    // On a blank line the paragraph before it counts.
    let caret = text.paragraph_at(open.selection.head);
    let current = shown.partition_point(|index| *index <= caret).checked_sub(1).map(|place| shown[place]);
    // A book has tens of thousands of paragraphs; only those in view are set and told.
    let first = (view.top() / space::ROW).floor().max(0.0) as usize;
    let last = ((view.bottom() / space::ROW).ceil() as usize).min(shown.len());
    let corner = ui.max_rect().min;
    for (place, &index) in shown.iter().enumerate().take(last).skip(first) {
        let size = vec2(ui.max_rect().width(), space::ROW);
        let rect = Rect::from_min_size(pos2(corner.x, corner.y + place as f32 * space::ROW), size);
        let present = article.categories(open, index);
        if row(ui, rect, open, place, text.paragraphs()[index], Some(index) == current, present) {
            commands.push(Command::Caret(Selection::caret(text.paragraphs()[index].start)));
            commands.push(Command::GoTo(text.paragraphs()[index].start));
        }
    }
}

/// The heads of the letter columns.
pub fn letters_head(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(4.0 * LETTER, 16.0), Sense::hover());
    for category in Category::ALL {
        let middle = pos2(rect.left() + LETTER * (category as usize as f32 + 0.5), rect.center().y);
        let label = category.letter().to_string();
        let cell = Rect::from_center_size(middle, vec2(LETTER, 16.0));
        Words::new(&label, theme.text2).size(11.0).face(Face::Medium).paint(ui.painter(), cell, Align2::CENTER_CENTER);
    }
}

fn row(
    ui: &mut Ui,
    rect: Rect,
    open: &OpenProject,
    place: usize,
    paragraph: Paragraph,
    is_current: bool,
    present: [bool; 4],
) -> bool {
    let theme = Theme::of(ui.ctx());
    let text = &open.project().article().text;
    let words = first_words(&text[paragraph.start..paragraph.end]);
    let response = ui.interact(rect, ui.scope_id().with(("outline", paragraph.start)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, name(paragraph, &words, present)));
    told::row(ui.ctx(), response.id, place, is_current);
    if is_current || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if is_current { theme.selected } else { theme.hover });
    }
    if is_current {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.text);
    }
    let letters = Rect::from_min_max(pos2(rect.right() - 16.0 - 4.0 * LETTER, rect.top()), rect.max);
    for category in Category::ALL.into_iter().filter(|category| present[*category as usize]) {
        let middle = pos2(letters.left() + LETTER * (category as usize as f32 + 0.5), rect.center().y);
        let label = category.letter().to_string();
        let cell = Rect::from_center_size(middle, vec2(LETTER, 16.0));
        let ink = theme.mark(category.look()).ink;
        Words::new(&label, ink).size(11.0).face(Face::Semibold).paint(ui.painter(), cell, Align2::CENTER_CENTER);
    }
    let (left, role) = match paragraph.number() {
        Some(number) => {
            let ink = if is_current { theme.text2 } else { theme.text3 };
            let cell = Rect::from_min_max(pos2(rect.left() + 8.0, rect.top()), pos2(rect.left() + 32.0, rect.bottom()));
            let label = number.to_string();
            Words::new(&label, ink).size(Face::SMALL).paint(ui.painter(), cell, Align2::RIGHT_CENTER);
            // All words begin at 40, whatever the number; headings, which have none, stand out at 16.
            (rect.left() + 40.0, Role::Label)
        }
        None => (rect.left() + 16.0, Role::StrongLabel),
    };
    let engine = Engine::of(ui.ctx());
    let width = letters.left() - 8.0 - left;
    let laid = engine.layout_elided(&words, role, Direction::Auto, width, 1);
    let at = pos2(left, rect.center().y - laid.size().y / 2.0);
    engine.paint(&laid, ui.painter(), at, theme.text);
    if response.has_focus() && FocusRing::by_keyboard(ui.ctx()) {
        FocusRing::paint(ui.painter(), rect.shrink(3.0), 2);
    }
    response.clicked()
}

/// "Paragraph 4, Casualties, Quotes: Close to 40 fighters were killed".
fn name(paragraph: Paragraph, words: &str, present: [bool; 4]) -> String {
    let kind = paragraph.number().map_or_else(|| "Heading".to_owned(), |number| format!("Paragraph {number}"));
    let marks = Category::ALL.into_iter().filter(|category| present[*category as usize]);
    let marks: String = marks.map(|category| format!(", {}", category.name())).collect();
    format!("{kind}{marks}: {words}")
}

/// As much of a paragraph as a row could show.
fn first_words(words: &str) -> String {
    // 80 letters are more than the panel is wide.
    words.trim().trim_start_matches(['#', ' ']).chars().take(80).collect()
}
