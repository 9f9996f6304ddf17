//! What a screen reader is told, and what it may ask for.

use eframe::egui::accesskit::{Action, ActionData, ActionRequest, NodeId, Role, TextPosition, TextSelection, TreeId};
use eframe::egui::{Event, Key, MouseWheelSource, MouseWheelUnit, Rect, TouchPhase, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{BY_WORD, CTRL, Desk, Folder, KARSA, NONE, SAWT};

fn article() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let desk = Desk::open(&folder, "karsa.txt");
    (folder, desk)
}

/// The paragraphs, headings and marks of the article in their order, each by role and the start of its name.
fn told(desk: &Desk) -> Vec<String> {
    let all = desk.harness.get_by_label("Article").children_recursive();
    let told = all.filter_map(|node| {
        let node = node.accesskit_node();
        let name: String = node.label()?.chars().take(60).collect();
        let is_told = matches!(node.role(), Role::Paragraph | Role::Heading | Role::Mark);
        is_told.then(|| format!("{:?} {name}", node.role()))
    });
    told.collect()
}

/// The words that the node's text selection holds.
fn selected(node: &Node<'_>) -> String {
    node.accesskit_node().text_selection().map(|range| range.text()).unwrap_or_default()
}

fn ask(desk: &mut Desk, (target_node, target_tree): (NodeId, TreeId), action: Action, data: Option<ActionData>) {
    desk.frame(vec![Event::AccessKitActionRequest(ActionRequest { action, target_node, target_tree, data })]);
    desk.settle();
}

fn located(node: &Node<'_>) -> (NodeId, TreeId) {
    node.accesskit_node().locate()
}

fn note(desk: &Desk) -> Node<'_> {
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Note")
}

fn scroll(desk: &mut Desk, by: f32) {
    let at = desk.harness.get_by_label("Article").rect().center();
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
    let delta = vec2(0.0, by);
    desk.frame(vec![Event::PointerMoved(at), Event::MouseWheel { unit, delta, phase, source, modifiers: NONE }]);
    desk.settle();
}

#[test]
fn the_article_is_a_document_of_headings_and_paragraphs_with_their_marks() {
    let (_folder, mut desk) = article();
    desk.drag_over("crowded market");
    desk.press(NONE, Key::Num4);
    desk.drag_over("Shells struck a crowded market in Karsa");
    desk.press(NONE, Key::Num1);
    let told = told(&desk);
    assert_eq!(
        told[..5],
        [
            "Heading Shelling of Karsa market kills at least 12 as thousands flee",
            "Paragraph Shells struck a crowded market in Karsa on Sunday morning, k",
            "Mark Casualties, draft, by Ines Varga: “Shells struck a crowded m",
            "Mark Claim, draft, by Ines Varga: “crowded market”",
            "Paragraph “We were choosing oranges,” said Dala Imren, a seamstress wh",
        ]
    );
    let document = desk.harness.get_by_label("Article");
    assert_eq!(document.accesskit_node().role(), Role::Document);
    let words = document.accesskit_node().document_range().text();
    assert!(words.starts_with(KARSA.lines().next().unwrap()), "{words}");
    assert!(words.contains(&format!("\n{}\n", KARSA.lines().nth(2).unwrap())), "{words}");
    let of = |name: &str| desk.harness.get_by_label_contains(name).accesskit_node().is_selected();
    assert_eq!((of("Casualties, draft"), of("Claim, draft")), (Some(true), Some(false)));
}

#[test]
fn caret_and_selection_are_those_of_the_article() {
    let (_folder, mut desk) = article();
    desk.press(CTRL, Key::ArrowDown);
    desk.press(BY_WORD, Key::ArrowRight);
    desk.press(BY_WORD, Key::ArrowRight);
    let document = desk.harness.get_by_label("Article");
    assert!(document.is_focused());
    assert_eq!(selected(&document), "Shells struck");
    desk.press(NONE, Key::ArrowRight);
    let document = desk.harness.get_by_label("Article");
    assert_eq!(selected(&document), "");
    let node = document.accesskit_node();
    let caret = node.text_selection_focus().unwrap();
    let before = [KARSA.lines().next().unwrap(), "\n", "Shells struck "].concat();
    assert_eq!(caret.to_global_usv_index(), before.chars().count());
}

#[test]
fn selected_words_stand_where_a_screen_reader_is_told_that_they_stand() {
    for (article, words) in [
        (KARSA, "the deadliest attack in the Sarn valley"),
        (SAWT, "ما لا يقل عن 17 شخصًا"),
        (SAWT, "إن [46 جريحًا] خضعوا"),
    ] {
        let folder = Folder::of_ines();
        folder.put("article.txt", article);
        let mut desk = Desk::open(&folder, "article.txt");
        desk.drag_over(words);
        let document = desk.harness.get_by_label("Article");
        assert_eq!(selected(&document), desk.selected_words());
        let boxes = document.accesskit_node().text_selection().unwrap().bounding_boxes();
        let boxes = boxes.iter().map(|rect| {
            let (min, max) = ((rect.x0 as f32, rect.y0 as f32), (rect.x1 as f32, rect.y1 as f32));
            Rect::from_min_max(min.into(), max.into())
        });
        let told = boxes.reduce(|one, other| one.union(other)).unwrap();
        let drawn = desk.rects(words).into_iter().reduce(|one, other| one.union(other)).unwrap();
        assert!((told.min - drawn.min).length() < 1.0 && (told.max - drawn.max).length() < 1.0, "{told} {drawn}");
    }
}

#[test]
fn an_article_is_told_to_its_end() {
    let (_folder, mut desk) = article();
    let lines = |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let text = |desk: &Desk| lines(&desk.harness.get_by_label("Article").accesskit_node().document_range().text());
    let whole = lines(&desk.project().article().text);
    assert_eq!(text(&desk), whole, "on the screen with its lines, beyond it with its words");
    let last = KARSA.lines().rfind(|line| !line.is_empty()).unwrap();
    let beyond = located(&desk.harness.get_by_role_and_label(Role::Paragraph, last));
    ask(&mut desk, beyond, Action::ScrollIntoView, None);
    let window = desk.harness.ctx.content_rect();
    assert!(window.contains(desk.harness.get_by_role_and_label(Role::Paragraph, last).rect().center()));
    assert_eq!(text(&desk), whole);
}

#[test]
fn of_a_long_article_what_is_around_the_screen_is_told() {
    let folder = Folder::of_ines();
    folder.put("long.txt", format!("First of all. {KARSA}\n\n").repeat(60));
    let mut desk = Desk::open(&folder, "long.txt");
    desk.press(BY_WORD, Key::ArrowRight);
    assert_eq!(selected(&desk.harness.get_by_label("Article")), "First");
    scroll(&mut desk, -6000.0);
    assert_eq!(selected(&desk.harness.get_by_label("Article")), "First", "which is not far");
    for _ in 0..6 {
        scroll(&mut desk, -20000.0);
    }
    let document = desk.harness.get_by_label("Article");
    let node = document.accesskit_node();
    assert_eq!(selected(&document), "");
    assert!(node.text_selection_focus().unwrap().is_document_start(), "what is beyond ends at the edge");
    desk.press(CTRL, Key::A);
    let document = desk.harness.get_by_label("Article");
    let all = document.accesskit_node().document_range().text();
    assert!(all.len() < KARSA.len() * 20, "not all of it is told");
    assert_eq!(selected(&document).trim_end(), all.trim_end());
}

#[test]
fn a_screen_reader_may_select_words_and_marks() {
    let (_folder, mut desk) = article();
    desk.drag_over("crowded market");
    desk.press(NONE, Key::Num4);
    desk.press(CTRL, Key::Home);

    let document = desk.harness.get_by_label("Article");
    let place = |character: usize| {
        let mut at = document.accesskit_node().document_start();
        for _ in 0..character {
            at = at.forward_to_character_start();
        }
        at.to_raw()
    };
    let (anchor, focus): (TextPosition, TextPosition) = (place(12), place(17));
    let at = located(&document);
    ask(&mut desk, at, Action::SetTextSelection, Some(ActionData::SetTextSelection(TextSelection { anchor, focus })));
    assert_eq!(desk.selected_words(), "Karsa");

    let mark = located(&desk.harness.get_by_label_contains("Claim, draft"));
    ask(&mut desk, mark, Action::Click, None);
    assert_eq!(desk.selected(), "Claims: crowded market (Unverified)");

    desk.press(CTRL, Key::Home);
    let top = desk.harness.get_by_label_contains("Claim, draft").rect().top();
    let mark = located(&desk.harness.get_by_label_contains("Claim, draft"));
    scroll(&mut desk, -120.0);
    assert!(desk.harness.get_by_label_contains("Claim, draft").rect().top() < top - 100.0);
    ask(&mut desk, mark, Action::ScrollIntoView, None);
    assert!(desk.harness.get_by_label_contains("Claim, draft").rect().top() > 88.0);
}

#[test]
fn a_field_tells_its_words_caret_and_selection() {
    let (_folder, mut desk) = article();
    desk.drag_over("crowded market");
    desk.press(NONE, Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Note");
    desk.write("two words");
    desk.press(NONE, Key::Enter);
    desk.write("قُتل 46");
    desk.press(BY_WORD, Key::ArrowRight);
    let field = note(&desk);
    let node = field.accesskit_node();
    assert_eq!(node.value().as_deref(), Some("two words\nقُتل 46"));
    assert_eq!(node.document_range().text(), "two words\nقُتل 46");
    assert_eq!(selected(&field), "قُتل 46");
    let start = node.document_start().forward_to_word_start();
    let end = (0..5).fold(start, |at, _| at.forward_to_character_start());
    let (anchor, focus) = (start.to_raw(), end.to_raw());
    let at = located(&field);
    ask(&mut desk, at, Action::SetTextSelection, Some(ActionData::SetTextSelection(TextSelection { anchor, focus })));
    assert_eq!(selected(&note(&desk)), "words");
    desk.write("men");
    assert_eq!(note(&desk).value().as_deref(), Some("two men\nقُتل 46"));
}
