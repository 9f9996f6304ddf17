//! What is to be seen on a display.

use std::path::Path;

/// A part of the screen in pixels, half-open.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Area {
    /// The whole screen.
    pub const ALL: Area = Area { left: 0, top: 0, right: 1440, bottom: 900 };
    /// Where the article's words stand, without margin, ruler and notices.
    pub const ARTICLE: Area = Area { left: 388, top: 100, right: 996, bottom: 760 };
    /// The list of annotations.
    pub const LIST: Area = Area { left: 1080, top: 50, right: 1440, bottom: 350 };
    /// The form of the selected annotation, or what is decided in a comparison.
    pub const FORM: Area = Area { left: 1076, top: 50, right: 1440, bottom: 860 };
    /// The words in the figure's field of an annotation with one line of words, without the line under them that tells
    /// of an error.
    pub const FIGURE: Area = Area { left: 1190, top: 382, right: 1390, bottom: 402 };
    /// The line at the foot.
    pub const STATUS: Area = Area { left: 0, top: 874, right: 1440, bottom: 900 };
    /// The caret's place in the status line.
    pub const CARET_PLACE: Area = Area { left: 170, top: 874, right: 1300, bottom: 900 };
}

/// A picture of the screen: the X window dump that the server keeps.
pub struct Screen {
    dump: Vec<u8>,
    pixels_start: usize,
    stride: usize,
    width: usize,
    height: usize,
}

/// A line of the article.
pub struct Line {
    top: usize,
    bottom: usize,
    /// The columns with ink.
    columns: Vec<usize>,
}

impl Screen {
    /// Reads a dump of four bytes a pixel.
    pub fn of_dump(dump: Vec<u8>) -> Screen {
        /// The length of a colour map's entry, in bytes.
        const COLOR: usize = 12;
        let field = |index: usize| {
            let bytes = dump[index * 4..].first_chunk().unwrap();
            u32::from_be_bytes(*bytes) as usize
        };
        assert_eq!((field(7), field(11)), (0, 32), "the lowest byte first, 32 bits a pixel");
        let (pixels_start, width, height, stride) = (field(0) + field(19) * COLOR, field(4), field(5), field(12));
        Screen { dump, pixels_start, stride, width, height }
    }

    /// How many pixels of `area` differ.
    pub fn n_changed(&self, other: &Screen, area: Area) -> usize {
        let rows = (area.top..area.bottom).map(|y| (self.row(area, y), other.row(area, y)));
        let changed = rows.filter(|(one, other)| one != other);
        changed.map(|(one, other)| one.chunks(4).zip(other.chunks(4)).filter(|(one, other)| one != other).count()).sum()
    }

    /// Whether a question stands before the window, which is darkened behind it.
    pub fn asks(&self) -> bool {
        self.at(2, 2).iter().all(|channel| *channel < 200)
    }

    /// Whether an article is shown: the welcome screen has no bar at its foot.
    pub fn has_article(&self) -> bool {
        let bars = [2, self.height - 3].map(|y| self.at(2, y));
        !self.asks() && bars[0] == bars[1] && self.lines().len() > 6
    }

    /// The lines of the article.
    pub fn lines(&self) -> Vec<Line> {
        let Area { top, bottom, .. } = Area::ARTICLE;
        let mut lines = Vec::new();
        let mut start = top;
        for y in top..=bottom {
            if y < bottom && self.has_ink(y) {
                continue;
            }
            if start < y {
                lines.push(self.line(start, y));
            }
            start = y + 1;
        }
        lines
    }

    /// Keeps the picture as a file, for people to look at after a test has failed.
    pub fn keep(&self, path: &Path) {
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let bytes: Vec<u8> = places.flat_map(|(x, y)| self.at(x, y)).collect();
        image::save_buffer(path, &bytes, self.width as u32, self.height as u32, image::ColorType::Rgb8).unwrap();
    }

    fn has_ink(&self, y: usize) -> bool {
        let Area { left, right, .. } = Area::ARTICLE;
        (left..right).any(|x| self.is_ink(x, y))
    }

    fn line(&self, top: usize, bottom: usize) -> Line {
        let Area { left, right, .. } = Area::ARTICLE;
        let columns = (left..right).filter(|x| (top..bottom).any(|y| self.is_ink(*x, y))).collect();
        Line { top, bottom, columns }
    }

    fn is_ink(&self, x: usize, y: usize) -> bool {
        self.at(x, y).iter().all(|channel| *channel < 130)
    }

    fn row(&self, area: Area, y: usize) -> &[u8] {
        let start = self.pixels_start + y * self.stride;
        &self.dump[start + area.left * 4..start + area.right * 4]
    }

    /// Red, green and blue.
    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let start = self.pixels_start + y * self.stride + x * 4;
        let [blue, green, red, _] = self.dump[start..].first_chunk().unwrap();
        [*red, *green, *blue]
    }
}

impl Line {
    /// The point within a word that is nearest to this share of the line's length.
    pub fn point(&self, share: f64) -> (usize, usize) {
        let (first, last) = (self.columns[0], self.columns[self.columns.len() - 1]);
        let aim = first + ((last - first) as f64 * share) as usize;
        let is_inked = |column: usize| self.columns.binary_search(&column).is_ok();
        let is_inside =
            |column: &&usize| (1..5).any(|n| is_inked(**column - n)) && (1..5).any(|n| is_inked(**column + n));
        let nearest = self.columns.iter().filter(is_inside).min_by_key(|column| column.abs_diff(aim)).unwrap();
        (*nearest, self.top.midpoint(self.bottom))
    }
}
