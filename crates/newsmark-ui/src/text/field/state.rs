use egui::{Context, Id, Pos2, Rect, pos2};

use super::super::text_layout::TextLayout;
use super::editor::Editor;

/// What a field remembers from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub editor: Editor,
    /// When the caret was last moved, in egui’s seconds.
    pub touched_at: f64,
    /// Whether this frame has to bring the caret into view.
    pub reveal: bool,
    /// Whether it had the focus when it was shown last.
    pub had_focus: bool,
    /// By how many points a single line is moved to the left.
    offset: f32,
}

impl State {
    /// The state under `id`, brought to the value that `text` has outside.
    pub fn load(ctx: &Context, id: Id, text: &str) -> State {
        let mut state: State = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
        state.editor.follow(text);
        state
    }

    /// Keeps the state for the next frame.
    pub fn store(self, ctx: &Context, id: Id) {
        let kept = State { reveal: false, ..self };
        ctx.data_mut(|data| data.insert_temp(id, kept));
    }

    /// Moves a line that is longer than `width` points so that the caret is in
    /// view; one without the focus shows its start.
    pub fn scroll(&mut self, laid: &TextLayout, width: f32, multiline: bool, focused: bool) {
        let most = laid.size().x + 1.0 - width;
        if multiline || most <= 1.0 {
            self.offset = 0.0;
            return;
        }
        if !focused {
            self.offset = if laid.is_rtl() { most } else { 0.0 };
            return;
        }
        let caret = laid.caret(self.editor.caret()).left();
        self.offset = self.offset.clamp((caret + 1.0 - width).min(caret), caret).clamp(0.0, most);
    }

    /// Where the layout’s top left corner stands in the room for the text.
    pub fn origin(&self, laid: &TextLayout, room: Rect) -> Pos2 {
        let free = room.width() - laid.size().x;
        if laid.is_rtl() && free > 0.0 && laid.lines().len() == 1 {
            return pos2(room.left() + free, room.top());
        }
        pos2(room.left() - self.offset, room.top())
    }
}
