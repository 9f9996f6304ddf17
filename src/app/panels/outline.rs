use eframe::egui::{Align2, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::article::ArticleView;
use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::document::Proposals;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Dots, Face, Theme, space};
use crate::app::widgets::{FocusRing, Words, told};
use crate::edit::{OpenProject, Selection};
use crate::model::{Category, Direction, Paragraph};

/// Width of one letter column in points.
// Rings of what is proposed, with a point between two.
const LETTER: f32 = 15.0;
/// Radius of such a ring, in points.
const RING: f32 = 6.3;

/// The letters of a paragraph's row.
struct Letters {
    /// Of its marks, by category.
    present: [bool; 4],
    /// Of what is proposed in it.
    proposed: [bool; 4],
}

/// Shows over the outline how many of each category are left, while the sweep is on.
pub fn left_over(ui: &mut Ui, proposals: &Proposals) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::hover());
    let counts = Category::ALL.map(|category| (category, proposals.n_of(category)));
    let told: Vec<String> = counts.iter().map(|(category, n)| format!("{} {n}", category.name())).collect();
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, format!("Left: {}", told.join(", "))));
    let middle = rect.center().y;
    Words::new("Left", theme.text2).size(Face::SMALL).paint_at(ui.painter(), pos2(rect.left() + 16.0, middle));
    let mut x = rect.right() - 16.0;
    for (category, n) in counts.into_iter().rev() {
        let count = Words::new(&n.to_string(), theme.text2).size(Face::SMALL).line(ui.painter());
        x -= count.size().x;
        count.paint(ui.painter(), pos2(x, middle - count.size().y / 2.0));
        x -= RING + 5.0;
        let ink = theme.mark(category.look()).ink;
        Dots::ring(&theme, false, ink).circle(ui.painter(), pos2(x, middle), RING);
        let cell = Rect::from_center_size(pos2(x, middle), vec2(LETTER, 16.0));
        let letter = category.letter().to_string();
        Words::new(&letter, ink).size(10.0).face(Face::Semibold).paint(ui.painter(), cell, Align2::CENTER_CENTER);
        x -= RING + 12.0;
    }
}

/// Shows the paragraphs with the letters of their marks, those in `view` alone; a click goes there.
/// With `proposals`, the letters of what is proposed in them stand in rings.
pub fn outline(
    ui: &mut Ui,
    open: &OpenProject,
    proposals: Option<&Proposals>,
    article: &ArticleView,
    view: Rect,
    commands: &mut Vec<Command>,
) {
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
        let paragraph = text.paragraphs()[index];
        let proposed = proposals.map(|proposals| proposals.categories(paragraph.start..paragraph.end));
        let letters = Letters { present, proposed: proposed.unwrap_or_default() };
        if row(ui, rect, open, place, paragraph, Some(index) == current, letters) {
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
    Letters { present, proposed }: Letters,
) -> bool {
    let theme = Theme::of(ui.ctx());
    let text = &open.project().article().text;
    let words = first_words(&text[paragraph.start..paragraph.end]);
    let response = ui.interact(rect, ui.scope_id().with(("outline", paragraph.start)), Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, name(paragraph, &words, present, proposed)));
    told::row(ui.ctx(), response.id, place, is_current);
    if is_current || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if is_current { theme.selected } else { theme.hover });
    }
    if is_current {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.text);
    }
    let letters = Rect::from_min_max(pos2(rect.right() - 16.0 - 4.0 * LETTER, rect.top()), rect.max);
    for category in Category::ALL {
        let (is_present, is_proposed) = (present[category as usize], proposed[category as usize]);
        if !is_present && !is_proposed {
            continue;
        }
        let middle = pos2(letters.left() + LETTER * (category as usize as f32 + 0.5), rect.center().y);
        let label = category.letter().to_string();
        let cell = Rect::from_center_size(middle, vec2(LETTER, 16.0));
        let colours = theme.mark(category.look());
        if is_proposed {
            // On its band where something is marked besides.
            if is_present {
                ui.painter().circle_filled(middle, RING, colours.band);
            }
            Dots::ring(&theme, false, colours.ink).circle(ui.painter(), middle, RING);
        }
        let size = if is_proposed { 10.0 } else { 11.0 };
        Words::new(&label, colours.ink).size(size).face(Face::Semibold).paint(
            ui.painter(),
            cell,
            Align2::CENTER_CENTER,
        );
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
fn name(paragraph: Paragraph, words: &str, present: [bool; 4], proposed: [bool; 4]) -> String {
    let kind = paragraph.number().map_or_else(|| "Heading".to_owned(), |number| format!("Paragraph {number}"));
    let marks = Category::ALL.into_iter().filter(|category| present[*category as usize]);
    let marks: String = marks.map(|category| format!(", {}", category.name())).collect();
    let left = Category::ALL.into_iter().filter(|category| proposed[*category as usize]);
    let left: Vec<&str> = left.map(|category| category.name()).collect();
    let left = if left.is_empty() { String::new() } else { format!(", proposed: {}", left.join(", ")) };
    format!("{kind}{marks}{left}: {words}")
}

/// As much of a paragraph as a row could show.
fn first_words(words: &str) -> String {
    // 80 letters are more than the panel is wide.
    words.trim().trim_start_matches(['#', ' ']).chars().take(80).collect()
}
