//! What is on the system's clipboard, whoever owns it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// As long as somebody who pastes is asked to wait.
pub const PATIENCE: Duration = Duration::from_secs(1);

/// What was on the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The words; empty where there is only a page.
    pub text: String,
    /// The same as a page, where its owner has one.
    pub html: Option<String>,
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPasted {
    /// There are no words on it.
    #[error("Nothing was pasted: the clipboard holds no text. Copy an article first")]
    NoText,
    /// There is none.
    #[error("Nothing was pasted: the system’s clipboard cannot be reached. Save the article as a file and open that")]
    Unreachable,
    /// The program that owns it did not answer.
    #[error(
        "Nothing was pasted: the program that holds the clipboard does not answer. Copy again there, or from another"
    )]
    NoAnswer,
}

/// Whether a reading is under way. Its owner may never answer, and a second one would only wait beside it.
static IS_READING: AtomicBool = AtomicBool::new(false);

/// Reads the clipboard and waits no longer than that. It blocks: in the window it belongs on a job.
///
/// # Errors
/// A [`NotPasted`].
pub fn read_within(limit: Duration) -> Result<Pasted, NotPasted> {
    asked_within(limit, &IS_READING, read)
}

fn read() -> Result<Pasted, NotPasted> {
    let mut clipboard = arboard::Clipboard::new().map_err(|_| NotPasted::Unreachable)?;
    let html = clipboard.get().html().ok();
    let text = clipboard.get_text().ok();
    match (&html, &text) {
        (None, None) => Err(NotPasted::NoText),
        // A page on the clipboard may come without text of its own.
        _ => Ok(Pasted { text: text.unwrap_or_default(), html }),
    }
}

fn asked_within(
    limit: Duration,
    is_reading: &'static AtomicBool,
    read: impl FnOnce() -> Result<Pasted, NotPasted> + Send + 'static,
) -> Result<Pasted, NotPasted> {
    if is_reading.swap(true, Ordering::AcqRel) {
        return Err(NotPasted::NoAnswer);
    }
    /// A reading that ends however it ends makes room for the next.
    struct Reading(&'static AtomicBool);
    impl Drop for Reading {
        fn drop(&mut self) {
            self.0.store(false, Ordering::Release);
        }
    }
    let (sender, receiver) = channel();
    let reading = Reading(is_reading);
    // Without a thread nothing is sent, which is no answer either.
    let _ = thread::Builder::new().spawn(move || {
        let pasted = read();
        drop(reading);
        // Nobody waits where it took too long.
        let _ = sender.send(pasted);
    });
    receiver.recv_timeout(limit).unwrap_or(Err(NotPasted::NoAnswer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_that_does_not_answer_is_not_waited_for_and_costs_one_thread() {
        static BUSY: AtomicBool = AtomicBool::new(false);
        let (go, gate) = channel::<()>();
        let hangs = move || {
            let _ = gate.recv();
            Ok(Pasted::default())
        };
        let limit = Duration::from_millis(20);
        assert_eq!(asked_within(limit, &BUSY, hangs), Err(NotPasted::NoAnswer));
        assert_eq!(asked_within(limit, &BUSY, || unreachable!("one at a time")), Err(NotPasted::NoAnswer));
        go.send(()).unwrap();
        while BUSY.load(Ordering::Acquire) {
            thread::sleep(Duration::from_millis(2));
        }
        let words = Pasted { text: "Two died.".to_owned(), html: None };
        let answered = words.clone();
        assert_eq!(asked_within(Duration::from_secs(20), &BUSY, move || Ok(answered)), Ok(words));
    }
}
