use egui::{Color32, ColorImage, Context, TextureHandle, TextureId, TextureOptions};

/// The width and height of a page in pixels. Every graphics card allows 2048;
/// half of it is upload enough for a first frame.
const PAGE: usize = 1024;

/// So many pages may be in use before all of them are dropped and filled anew: at 4 bytes a pixel they
/// are 32 MB of textures.
const MOST_PAGES: usize = 8;

/// Pictures of glyphs, packed into textures. A page never moves what it holds,
/// so that quads stay right until [`Atlas::epoch`] changes.
#[derive(Default)]
pub struct Atlas {
    pages: Vec<Page>,
    epoch: u64,
}

/// Where a picture stands: a page and pixels from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub page: u16,
    pub x: u16,
    pub y: u16,
}

struct Page {
    texture: TextureHandle,
    shelves: Vec<Shelf>,
    /// Where the next shelf begins, in pixels from the top.
    next: usize,
}

/// A row of pictures of nearly one height.
struct Shelf {
    top: usize,
    height: usize,
    used: usize,
}

impl Atlas {
    /// Counts how often everything was dropped.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The texture of a page.
    pub fn texture(&self, page: u16) -> Option<TextureId> {
        self.pages.get(usize::from(page)).map(|page| page.texture.id())
    }

    /// The length of one pixel of a page where the page is 1 wide and high.
    pub fn pixel() -> f32 {
        1.0 / PAGE as f32
    }

    /// Drops everything if too much has come together; called between frames,
    /// because what was painted in this one still needs its pages.
    pub fn tidy(&mut self) -> bool {
        let full = self.pages.len() > MOST_PAGES;
        if full {
            self.pages.clear();
            // Meshes that point into pages that are gone know by this number that they are stale.
            self.epoch += 1;
        }
        full
    }

    /// Adds a picture; `None` if it is larger than a page or empty.
    pub fn add(&mut self, ctx: &Context, image: ColorImage) -> Option<Spot> {
        let [width, height] = image.size;
        // One transparent pixel between pictures, so that none bleeds into the next.
        let (room, tall) = (width + 1, height + 1);
        if width == 0 || height == 0 || room > PAGE || tall > PAGE {
            return None;
        }
        let found = self.pages.iter_mut().enumerate().find_map(|(at, page)| Some((at, page.place(room, tall)?)));
        let (at, (x, y)) = match found {
            Some(found) => found,
            None => {
                self.pages.push(Page::new(ctx, self.pages.len()));
                let at = self.pages.len() - 1;
                (at, self.pages[at].place(room, tall)?)
            }
        };
        // Only the picture itself goes to the graphics memory, not the page of a million pixels.
        self.pages[at].texture.set_partial([x, y], image, TextureOptions::LINEAR);
        Some(Spot { page: u16::try_from(at).ok()?, x: u16::try_from(x).ok()?, y: u16::try_from(y).ok()? })
    }
}

impl Page {
    fn new(ctx: &Context, index: usize) -> Page {
        let blank = ColorImage::filled([PAGE, PAGE], Color32::TRANSPARENT);
        let texture = ctx.load_texture(format!("glyphs {index}"), blank, TextureOptions::LINEAR);
        Page { texture, shelves: Vec::new(), next: 0 }
    }

    /// Room on the lowest shelf that wastes less than a third of its height, else on a new one.
    fn place(&mut self, width: usize, height: usize) -> Option<(usize, usize)> {
        let fits =
            // A shelf up to half as high again as the picture: a lower waste limit opens too many shelves, a
            // higher one wastes the page.
            |shelf: &&mut Shelf| shelf.height >= height && shelf.height * 2 <= height * 3 && shelf.used + width <= PAGE;
        if let Some(shelf) = self.shelves.iter_mut().filter(fits).min_by_key(|shelf| shelf.height) {
            shelf.used += width;
            return Some((shelf.used - width, shelf.top));
        }
        // Heights in steps of four let glyphs of nearly one height share a shelf.
        let tall = height.next_multiple_of(4);
        if self.next + tall > PAGE {
            return None;
        }
        self.shelves.push(Shelf { top: self.next, height: tall, used: width });
        self.next += tall;
        Some((0, self.next - tall))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_never_overlap_and_a_new_page_opens_when_one_is_full() {
        let ctx = Context::default();
        let mut atlas = Atlas::default();
        let mut spots = Vec::new();
        for n in 0..1500_usize {
            let size = [10 + n % 37, 20 + n % 23];
            spots.push((atlas.add(&ctx, ColorImage::filled(size, Color32::WHITE)).unwrap(), size));
        }
        assert!(atlas.pages.len() > 1);
        for (n, (a, [aw, ah])) in spots.iter().enumerate() {
            for (b, [bw, bh]) in &spots[n + 1..] {
                let apart = a.page != b.page
                    || usize::from(a.x) + aw < usize::from(b.x) + 1
                    || usize::from(b.x) + bw < usize::from(a.x) + 1
                    || usize::from(a.y) + ah < usize::from(b.y) + 1
                    || usize::from(b.y) + bh < usize::from(a.y) + 1;
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_picture_larger_than_a_page_has_no_place() {
        let image = ColorImage::filled([PAGE + 1, 4], Color32::WHITE);
        assert_eq!(Atlas::default().add(&Context::default(), image), None);
    }
}
