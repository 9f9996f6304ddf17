use std::time::Duration;

use eframe::egui::{Event, Ui};

use crate::app::region_focus::article_id;

/// Half a period of the caret's blink, in seconds.
const BLINK: f64 = 0.53;
/// Seconds without input after which the caret stands still.
const BLINK_ENDS: f64 = 10.0;

/// Whether the caret is in the lit half of its blink; asks for the frame of the next half.
pub fn blinks_on(ui: &Ui) -> bool {
    let idle = ui.input(|input| input.time) - last_input(ui);
    if idle >= BLINK_ENDS {
        // A caret that rests stays seen; where it vanished at rest, one would look for it.
        return true;
    }
    let left = BLINK - idle % BLINK;
    ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    ((idle / BLINK) as u64).is_multiple_of(2)
}

/// When the last key or button was used, in seconds of the window's clock.
fn last_input(ui: &Ui) -> f64 {
    let id = article_id().with("last input");
    let (now, is_used) = ui.input(|input| (input.time, input.events.iter().any(is_use)));
    ui.data_mut(|data| {
        let last = data.get_temp_mut_or(id, now);
        if is_used {
            *last = now;
        }
        *last
    })
}

fn is_use(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::PointerButton { .. } | Event::Text(_))
}
