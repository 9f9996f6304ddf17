use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{Color32, Context, Id, Painter, Pos2};
use parley::{FontContext, Language, LayoutContext};

use super::Direction;
use super::elide::elide;
use super::fonts::{FontSource, load};
use super::glyphs::Glyphs;
use super::lines::wrap;
use super::mesh;
use super::shape::{Piece, Request, shape};
use super::style::{Role, Style};
use super::text_layout::TextLayout;

/// A layout that no frame asked for so many times in a row is dropped: two seconds at 60 frames a second, in which what
/// was scrolled off the screen may come back.
const KEEP_FRAMES: u64 = 120;
/// What was shaped for one is dropped after so many. While the edge of the
/// window is dragged, all on the screen is broken into lines anew each frame,
/// and what that moves off it soon comes back.
const KEEP_SHAPED: u64 = 30;

/// What lays out and paints text: one a window, reached from anywhere by
/// [`Engine::of`]. Cloning shares it. It locks itself for the length of a call
/// and lends nothing that is locked.
#[derive(Clone)]
pub struct Engine {
    inner: Arc<Mutex<Inner>>,
    ctx: Context,
}

struct Inner {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    glyphs: Glyphs,
    arriving: Option<Receiver<FontContext>>,
    /// The language that shared letters are shaped for, as those of Han.
    language: Option<Language>,
    /// Counts how often the fonts changed.
    generation: u64,
    /// Layouts by a hash of all that decides them but their width.
    cache: HashMap<u64, Vec<Entry>>,
    frame: u64,
    /// The frame in which the cache was last looked through.
    pruned: u64,
}

struct Entry {
    key: Key,
    max_width: Option<u32>,
    text: Box<str>,
    /// What was shaped, until lines of another width are made of it or it is dropped.
    pieces: Vec<Piece>,
    laid: Arc<TextLayout>,
    used: u64,
}

/// All that decides a layout besides its text and its width.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    style: (Role, bool, bool, u32, u32),
    direction: Direction,
    max_lines: Option<usize>,
    pixels_per_point: u32,
}

impl Engine {
    /// The engine of this window. Where none was installed, one with the
    /// bundled faces alone is, as tests want it.
    pub fn of(ctx: &Context) -> Engine {
        let found = ctx.data(|data| data.get_temp::<Arc<Mutex<Inner>>>(Engine::id()));
        match found {
            Some(inner) => Engine { inner, ctx: ctx.clone() },
            None => Engine::install(ctx, FontSource::Bundled),
        }
    }

    /// Puts a new engine into the window, in the place of any other. With
    /// [`FontSource::System`] a thread enumerates the system’s fonts; when it
    /// is done, all text is laid out anew and a repaint requested.
    pub fn install(ctx: &Context, source: FontSource) -> Engine {
        let arriving = (source == FontSource::System).then(|| {
            let (sender, receiver) = channel();
            let ctx = ctx.clone();
            // Without a thread the bundled faces serve, as they do until the others are there.
            let _ = std::thread::Builder::new().spawn(move || {
                // The window may be gone by now, and then nobody wants them.
                if sender.send(load(FontSource::System)).is_ok() {
                    ctx.request_repaint();
                }
            });
            receiver
        });
        let inner = Arc::new(Mutex::new(Inner {
            // The bundled faces at once, so that the first frame has words; those of the system take up to a
            // second to list.
            fonts: load(FontSource::Bundled),
            layouts: LayoutContext::new(),
            glyphs: Glyphs::default(),
            arriving,
            language: None,
            generation: 0,
            cache: HashMap::new(),
            frame: 0,
            pruned: 0,
        }));
        ctx.data_mut(|data| data.insert_temp(Engine::id(), inner.clone()));
        Engine { inner, ctx: ctx.clone() }
    }

    /// Lays out `text` in lines of at most `max_width` points, or in one line
    /// a paragraph. The same request gives the same layout as long as frames
    /// go on asking for it.
    ///
    /// ```
    /// use newsmark_ui::text::{Direction, Engine, Role};
    ///
    /// let engine = Engine::of(&egui::Context::default());
    /// let text = "The office (مديرية الصحة) counted 46 dead.";
    /// let laid = engine.layout(text, Role::Words, Direction::Auto, Some(150.0));
    /// assert!(laid.lines().len() > 1);
    /// assert!(!laid.is_rtl(), "its first letter is Latin");
    /// ```
    pub fn layout(
        &self,
        text: &str,
        style: impl Into<Style>,
        direction: Direction,
        max_width: Option<f32>,
    ) -> Arc<TextLayout> {
        self.find(text, style.into(), direction, max_width, None)
    }

    /// Lays out `text` in at most `max_lines` lines; what does not fit is cut
    /// at a space and ends in “ …”. Line breaks count as spaces where
    /// `max_lines` is 1.
    ///
    /// ```
    /// use newsmark_ui::text::{Direction, Engine, Role};
    ///
    /// let engine = Engine::of(&egui::Context::default());
    /// let laid = engine.layout_elided("Quantity, disputed", Role::Label, Direction::Auto, 80.0, 1);
    /// assert_eq!(laid.text(), "Quantity …");
    /// assert!(laid.is_elided());
    /// ```
    pub fn layout_elided(
        &self,
        text: &str,
        style: impl Into<Style>,
        direction: Direction,
        max_width: f32,
        max_lines: usize,
    ) -> Arc<TextLayout> {
        self.find(text, style.into(), direction, Some(max_width), Some(max_lines.max(1)))
    }

    /// Paints a layout with its top left corner at `pos`, moved to whole pixels.
    pub fn paint(&self, laid: &TextLayout, painter: &Painter, pos: Pos2, color: Color32) {
        let mut inner = self.lock();
        mesh::paint(&mut inner.glyphs, laid, painter, pos, color);
    }

    /// A number that changes when the fonts do; who keeps layouts over frames
    /// asks for them again when it has changed.
    pub fn generation(&self) -> u64 {
        self.lock().generation
    }

    /// Shapes letters that several languages write otherwise, as those of Han, for that one from now on: a tag as
    /// “ja” or “zh-Hant”; one that is empty or unknown leaves it to the system.
    pub fn speak(&self, language: &str) {
        let language = Language::parse(language).ok();
        let mut inner = self.lock();
        if inner.language != language {
            inner.language = language;
            inner.generation += 1;
            inner.cache.clear();
        }
    }

    fn id() -> Id {
        Id::unique("text engine")
    }

    fn find(
        &self,
        text: &str,
        style: Style,
        direction: Direction,
        max_width: Option<f32>,
        max_lines: Option<usize>,
    ) -> Arc<TextLayout> {
        let pixels_per_point = self.ctx.pixels_per_point();
        let key = Key { style: style.key(), direction, max_lines, pixels_per_point: pixels_per_point.to_bits() };
        // Not part of the hash: what was shaped for one width is found for another.
        let bits = max_width.map(f32::to_bits);
        let mut hasher = DefaultHasher::new();
        (key, text).hash(&mut hasher);
        let hash = hasher.finish();
        let mut inner = self.lock();
        let Inner { fonts, layouts, cache, frame, language, .. } = &mut *inner;
        let entries = cache.entry(hash).or_default();
        let is_alike = |entry: &Entry| entry.key == key && *entry.text == *text;
        if let Some(entry) = entries.iter_mut().find(|entry| entry.max_width == bits && is_alike(entry)) {
            entry.used = *frame;
            return entry.laid.clone();
        }
        let request = Request { style: &style, direction, max_width, pixels_per_point, language: *language };
        let shaped = entries.iter_mut().find(|entry| !entry.pieces.is_empty() && is_alike(entry));
        // Taken and not cloned: the newest width has the pieces, since the next change begins from that one.
        let mut pieces = shaped.map(|entry| std::mem::take(&mut entry.pieces)).unwrap_or_default();
        let laid = Arc::new(match max_lines {
            Some(most) => elide(text, most, |words| wrap(words, &mut shape(fonts, layouts, words, &request), &request)),
            None => {
                if pieces.is_empty() {
                    pieces = shape(fonts, layouts, text, &request);
                }
                wrap(text, &mut pieces, &request)
            }
        });
        entries.push(Entry { key, max_width: bits, text: text.into(), pieces, laid: laid.clone(), used: *frame });
        laid
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        let frame = self.ctx.cumulative_pass_nr();
        // All that is locked is caches; a panic can leave them poorer, not wrong.
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        // On the first use in a frame rather than by a hook, so that the engine also works where nobody
        // installed it.
        if inner.frame != frame {
            inner.begin_frame(frame);
        }
        inner
    }
}

impl Inner {
    fn begin_frame(&mut self, frame: u64) {
        self.frame = frame;
        // Between frames only: within one, shapes already handed to the painter point into the pages.
        self.glyphs.tidy();
        if let Some(fonts) = self.arriving.as_ref().and_then(|arriving| arriving.try_recv().ok()) {
            self.fonts = fonts;
            self.arriving = None;
            self.generation += 1;
            self.cache.clear();
        }
        for entry in self.cache.values_mut().flatten().filter(|entry| entry.used + KEEP_SHAPED < frame) {
            entry.pieces = Vec::new();
        }
        if frame >= self.pruned + KEEP_FRAMES {
            self.pruned = frame;
            self.cache.retain(|_, entries| {
                entries.retain(|entry| entry.used + KEEP_FRAMES >= frame);
                !entries.is_empty()
            });
        }
    }
}
