use egui::{Color32, Ui};

use super::window;
use crate::widgets::Words;

fn words_width(ui: &Ui, text: &str) -> usize {
    Words::new(text, Color32::BLACK).line(ui.painter()).size().x.ceil() as usize
}

#[test]
fn long_words_are_cut_at_a_space() {
    window((), |ui, ()| {
        let words = Words::new("Quantity, disputed, and more", Color32::BLACK);
        let whole = words.line(ui.painter()).size().x;
        assert_eq!(words.line_within(ui.painter(), whole).text(), "Quantity, disputed, and more");
        let mut seen = Vec::new();
        for width in words_width(ui, "Quantity …")..whole as usize {
            let cut = words.line_within(ui.painter(), width as f32);
            assert!(cut.size().x <= width as f32);
            seen.push(cut.text().to_owned());
        }
        seen.dedup();
        assert_eq!(seen, ["Quantity …", "Quantity, disputed …", "Quantity, disputed, and …"]);
    });
}

#[test]
fn words_in_room_of_their_own_size_are_whole() {
    window((), |ui, ()| {
        for text in ["Mark as quote", "Mark as claim", "Submit mark", "46 قتيلا", "Move the boundaries"] {
            let words = Words::new(text, Color32::BLACK);
            let room = words.line(ui.painter()).size().x;
            // Room is rounded to pixels on its way.
            for rounded in [room, room.round(), room - 0.4] {
                assert_eq!(words.line_within(ui.painter(), rounded).text(), text);
            }
        }
    });
}
