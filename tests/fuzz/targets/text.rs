use eframe::egui::{Context, pos2, vec2};
use newsmark::app::text::{Affinity, Engine, Place, Role};
use newsmark::model::Direction;

use super::{Target, kind, rough, words};

pub const TARGET: Target = Target { name: "text", corpus: "text", seeds: || Vec::new(), words: words::OF_PROSE, run };

/// Longest text that is laid out: a screen shows no more of a paragraph.
const LONGEST: usize = 4000;

/// Every byte of a text has a place in the window, and every place of the window is one in the text.
fn run(input: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(input);
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let ctx = Context::default();
    let engine = Engine::of(&ctx);
    let mut outcome = Vec::new();
    for (role, direction, width) in [
        (Role::Article, Direction::Auto, Some(300.0)),
        (Role::Value, Direction::RightToLeft, Some(24.0)),
        (Role::Words, Direction::LeftToRight, None),
    ] {
        let laid = engine.layout(text, role, direction, width);
        let size = laid.size();
        assert!(size.x.is_finite() && size.y.is_finite() && !laid.lines().is_empty(), "it has no size");
        for (line, rect) in laid.rects(0..text.len()) {
            assert!(line < laid.lines().len() && rect.is_finite(), "a stretch stands nowhere");
        }
        for (at, _) in text.char_indices().step_by(1 + text.len() / 50) {
            for affinity in [Affinity::Downstream, Affinity::Upstream] {
                let caret = laid.caret(Place { byte: at, affinity });
                assert!(caret.is_finite(), "a caret stands nowhere");
                let hit = laid.hit(caret.center());
                assert!(text.is_char_boundary(hit.byte), "a place within a character");
            }
        }
        for n in 0..6u8 {
            let part = f32::from(n) / 5.0;
            let hit = laid.hit(pos2(0.0, 0.0) + vec2(size.x * part, size.y * part));
            assert!(text.is_char_boundary(hit.byte), "a place within a character");
        }
        outcome.push((rough(laid.lines().len()), laid.is_rtl()));
    }
    let elided = engine.layout_elided(text, Role::Label, Direction::Auto, 90.0, 2);
    assert!(elided.lines().len() <= 2, "more lines than asked for");
    kind((outcome, elided.is_elided()))
}
