//! The system's clipboard, asked on threads of its own: whoever holds it may take long to answer, or never do.

use std::fmt::{self, Debug, Formatter};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Which of the two things that a system keeps for pasting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was copied.
    Copied,
    /// What is selected, which the middle button of the mouse pastes, on X11 and on Wayland.
    Selected,
}

/// What keeps copied words: the system, or in tests something else. It is asked from several threads.
pub trait Board: Send + Sync {
    /// Puts words there, with the same as HTML where they have a form; whether they are there then.
    fn set(&self, kind: Kind, text: String, html: Option<String>) -> bool;

    /// The words that are there; `None` for none. May take as long as it likes.
    fn get(&self, kind: Kind) -> Option<String>;
}

/// The clipboard as the window uses it: nothing here waits.
#[derive(Clone, Default)]
pub struct Clipboard(Option<Arc<Shared>>);

struct Shared {
    board: Arc<dyn Board>,
    /// To the thread that puts words there; `None` once it is to end.
    sender: Option<Sender<Copied>>,
    /// Closed by that thread when it ends.
    ended: Mutex<Receiver<()>>,
    /// Whether words that were copied could not be put there.
    has_failed: Arc<AtomicBool>,
    n_waiting: Arc<AtomicUsize>,
}

/// Words that are to be put there, and what to do where that fails.
struct Copied {
    kind: Kind,
    text: String,
    html: Option<String>,
    wake: Box<dyn FnOnce() + Send>,
}

/// A question to the clipboard that is under way.
pub struct ClipboardReading {
    receiver: Option<Mutex<Receiver<Option<String>>>>,
    since: Instant,
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClipboardAnswer {
    /// The words, if there are any.
    Words(Option<String>),
    /// Nobody answered in time.
    Silence,
}

/// A person who pressed a key waits no longer than that.
// The holder answers within some milliseconds unless it hangs or lies across a slow connection.
const PATIENCE: Duration = Duration::from_secs(1);

/// How many questions may wait for an answer, in threads that cannot be ended: more would be of no use.
const MOST_WAITING: usize = 4;

/// How long the end of the program waits for a clipboard manager to take over what was copied.
// On X11 and Wayland what was copied goes with its program, unless a manager takes it over. What takes
// longer holds up an end that a person sees.
const HAND_OVER: Duration = Duration::from_millis(300);

impl Clipboard {
    /// The system's. It is connected to when it is used first.
    pub fn of_the_system() -> Clipboard {
        Clipboard::of(System::default())
    }

    /// None: what is copied stays where it is.
    pub fn none() -> Clipboard {
        Clipboard(None)
    }

    /// That of a board.
    pub fn of(board: impl Board + 'static) -> Clipboard {
        let board: Arc<dyn Board> = Arc::new(board);
        let (sender, receiver) = channel::<Copied>();
        let (ending, ended) = channel();
        let (own, has_failed) = (Arc::clone(&board), Arc::new(AtomicBool::new(false)));
        let failed = Arc::clone(&has_failed);
        // The board lives on in that thread as long as the clipboard is used, and with it what was copied.
        let started = thread::Builder::new().name("clipboard".to_owned()).spawn(move || {
            for Copied { kind, text, html, wake } in receiver {
                // Nobody asked for the primary selection, and many systems have none.
                if !own.set(kind, text, html) && kind == Kind::Copied {
                    failed.store(true, Ordering::Relaxed);
                    wake();
                }
            }
            drop(own);
            drop(ending);
        });
        if started.is_err() {
            return Clipboard(None);
        }
        let n_waiting = Arc::default();
        let (sender, ended) = (Some(sender), Mutex::new(ended));
        Clipboard(Some(Arc::new(Shared { board, sender, ended, has_failed, n_waiting })))
    }

    /// Whether there is one.
    pub fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// Puts words there, with the same as HTML where they have a form; `wake` is called where that fails.
    pub fn copy(&self, kind: Kind, text: String, html: Option<String>, wake: impl FnOnce() + Send + 'static) {
        if let Some(sender) = self.0.as_ref().and_then(|shared| shared.sender.as_ref()) {
            // The thread ends after the last clipboard alone.
            let _ = sender.send(Copied { kind, text, html, wake: Box::new(wake) });
        }
    }

    /// Whether words that were copied are not there; said once.
    pub fn take_failed(&self) -> bool {
        self.0.as_ref().is_some_and(|shared| shared.has_failed.swap(false, Ordering::Relaxed))
    }

    /// Asks for the words that are there; `wake` is called when they have come.
    pub fn read(&self, kind: Kind, wake: impl FnOnce() + Send + 'static) -> ClipboardReading {
        let since = Instant::now();
        let Some(shared) = &self.0 else { return ClipboardReading { receiver: None, since } };
        if shared.n_waiting.load(Ordering::Relaxed) >= MOST_WAITING {
            return ClipboardReading { receiver: None, since };
        }
        let (sender, receiver) = channel();
        let (board, n_waiting) = (Arc::clone(&shared.board), Arc::clone(&shared.n_waiting));
        // Before the thread starts: counted within it, a burst of questions would all pass the limit.
        n_waiting.fetch_add(1, Ordering::Relaxed);
        let started = thread::Builder::new().name("clipboard reader".to_owned()).spawn(move || {
            let words = board.get(kind);
            // Before the answer is sent, so that the thread that puts words there holds the board last: its end
            // hands them over.
            drop(board);
            n_waiting.fetch_sub(1, Ordering::Relaxed);
            let _ = sender.send(words);
            wake();
        });
        if started.is_err() {
            shared.n_waiting.fetch_sub(1, Ordering::Relaxed);
        }
        ClipboardReading { receiver: started.is_ok().then(|| Mutex::new(receiver)), since }
    }
}

impl Debug for Clipboard {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_there() { "Clipboard" } else { "Clipboard(none)" })
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.sender = None;
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        // Nothing is sent: the thread closes it when the board is given up.
        let _ = ended.recv_timeout(HAND_OVER);
    }
}

impl ClipboardReading {
    /// What became of it; `None` while an answer may still come.
    pub fn answer(&self) -> Option<ClipboardAnswer> {
        let Some(receiver) = &self.receiver else { return Some(ClipboardAnswer::Silence) };
        match receiver.lock().unwrap_or_else(PoisonError::into_inner).try_recv() {
            Ok(words) => Some(ClipboardAnswer::Words(words)),
            Err(TryRecvError::Disconnected) => Some(ClipboardAnswer::Silence),
            Err(TryRecvError::Empty) if self.since.elapsed() >= PATIENCE => Some(ClipboardAnswer::Silence),
            Err(TryRecvError::Empty) => None,
        }
    }
}

/// The system's own board.
#[derive(Default)]
struct System {
    /// What answers other programs with the copied words, as long as it lives.
    owner: Mutex<Option<arboard::Clipboard>>,
}

impl Board for System {
    fn set(&self, kind: Kind, text: String, html: Option<String>) -> bool {
        let mut owner = self.owner.lock().unwrap_or_else(PoisonError::into_inner);
        if owner.is_none() {
            *owner = arboard::Clipboard::new().ok();
        }
        let set = owner.as_mut().and_then(|clipboard| setting(clipboard, kind)).map(|set| match html {
            Some(html) => set.html(html, Some(text)),
            None => set.text(text),
        });
        let is_there = matches!(set, Some(Ok(())));
        if !is_there {
            // The connection may be what broke: the next words go by another.
            *owner = None;
        }
        is_there
    }

    fn get(&self, kind: Kind) -> Option<String> {
        // A connection of its own: the owner may be putting words there meanwhile.
        let mut clipboard = arboard::Clipboard::new().ok()?;
        getting(&mut clipboard, kind)?.text().ok()
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn setting(clipboard: &mut arboard::Clipboard, kind: Kind) -> Option<arboard::Set<'_>> {
    use arboard::SetExtLinux;
    Some(clipboard.set().clipboard(own(kind)))
}

#[cfg(all(unix, not(target_os = "macos")))]
fn getting(clipboard: &mut arboard::Clipboard, kind: Kind) -> Option<arboard::Get<'_>> {
    use arboard::GetExtLinux;
    Some(clipboard.get().clipboard(own(kind)))
}

#[cfg(all(unix, not(target_os = "macos")))]
fn own(kind: Kind) -> arboard::LinuxClipboardKind {
    match kind {
        Kind::Copied => arboard::LinuxClipboardKind::Clipboard,
        Kind::Selected => arboard::LinuxClipboardKind::Primary,
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn setting(clipboard: &mut arboard::Clipboard, kind: Kind) -> Option<arboard::Set<'_>> {
    (kind == Kind::Copied).then(|| clipboard.set())
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn getting(clipboard: &mut arboard::Clipboard, kind: Kind) -> Option<arboard::Get<'_>> {
    (kind == Kind::Copied).then(|| clipboard.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A board whose holder answers after some time.
    struct Slow(Duration);

    impl Board for Slow {
        fn set(&self, kind: Kind, _: String, _: Option<String>) -> bool {
            kind == Kind::Selected
        }

        fn get(&self, _: Kind) -> Option<String> {
            thread::sleep(self.0);
            Some("words".to_owned())
        }
    }

    fn answer(reading: &ClipboardReading) -> ClipboardAnswer {
        loop {
            match reading.answer() {
                Some(answer) => return answer,
                None => thread::sleep(Duration::from_millis(5)),
            }
        }
    }

    #[test]
    fn a_holder_that_does_not_answer_is_waited_for_a_second_and_no_more() {
        let clipboard = Clipboard::of(Slow(Duration::from_secs(3)));
        let begun = Instant::now();
        let readings: Vec<ClipboardReading> = (0..6).map(|_| clipboard.read(Kind::Copied, || {})).collect();
        assert!(readings.iter().all(|reading| answer(reading) == ClipboardAnswer::Silence));
        let took = begun.elapsed();
        assert!(took >= PATIENCE && took < 2 * PATIENCE, "{took:?}");
        clipboard.copy(Kind::Copied, "other".to_owned(), None, || {});
        assert!(begun.elapsed() < 2 * PATIENCE, "copying waits for nobody");
    }

    #[test]
    fn words_that_could_not_be_copied_are_told_once() {
        let clipboard = Clipboard::of(Slow(Duration::ZERO));
        clipboard.copy(Kind::Selected, "nobody asked".to_owned(), None, || {});
        clipboard.copy(Kind::Copied, "words".to_owned(), None, || {});
        while !clipboard.take_failed() {
            thread::sleep(Duration::from_millis(2));
        }
        assert!(!clipboard.take_failed());
    }

    #[test]
    fn a_holder_that_answers_in_time_is_heard() {
        let clipboard = Clipboard::of(Slow(Duration::from_millis(20)));
        assert_eq!(answer(&clipboard.read(Kind::Selected, || {})), ClipboardAnswer::Words(Some("words".to_owned())));
        assert_eq!(answer(&Clipboard::none().read(Kind::Copied, || {})), ClipboardAnswer::Silence);
    }
}
