use parley::FontWeight;

use super::fonts::Family;
use crate::theme;

/// What a piece of text is; its face and size follow (the table “Type” of the
/// design’s tokens).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The article’s headline, 30/36.
    Headline,
    /// The same in a window under 1100 points wide, 26/32.
    NarrowHeadline,
    /// The title of a folder, 24/30.
    FolderTitle,
    /// The article’s body, 18/30.
    Article,
    /// A heading between paragraphs of the article, 18/30 semibold.
    Heading,
    /// The annotated words at the head of the inspector, 16/22.
    Selected,
    /// Words of the article in rows, fields and hits, 14/20.
    Words,
    /// Words of the article in the library’s table, 15/20.
    TableWords,
    /// What an editor wrote: values and notes, 14/20 sans.
    Value,
    /// What an editor named, where the program’s labels stand, 13/18 sans.
    Label,
    /// The same, medium.
    MediumLabel,
    /// The same, semibold.
    StrongLabel,
    /// Readings, hints and metadata, 12/16 sans.
    Hint,
    /// The program’s own words in one of its faces, at a size in points.
    Own(theme::Face, u8),
}

/// How text is set: a role, the reading size, and whether it is italic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The role, which decides face and size.
    pub role: Role,
    /// Italic, as unknown values are shown. Arabic has none and stays upright.
    pub italic: bool,
    /// Set in the sans face where the role would be serif.
    pub sans: bool,
    /// The reading size over 18; it counts for the roles of the article alone.
    reading: f32,
    /// The line height over the usual one; it counts for the article's body and headings alone.
    leading: f32,
}

/// One script’s part of a style, lengths in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ScriptFace {
    pub family: Family,
    pub weight: FontWeight,
    pub size: f32,
    pub line: f32,
}

const REGULAR: FontWeight = FontWeight::new(400.0);
const MEDIUM: FontWeight = FontWeight::new(500.0);
const SEMIBOLD: FontWeight = FontWeight::new(600.0);
const BOLD: FontWeight = FontWeight::new(700.0);

const fn face(family: Family, weight: FontWeight, size: f32, line: f32) -> ScriptFace {
    ScriptFace { family, weight, size, line }
}

fn weight(own: theme::Face) -> FontWeight {
    match own {
        theme::Face::Regular | theme::Face::Italic => REGULAR,
        theme::Face::Medium => MEDIUM,
        theme::Face::Semibold => SEMIBOLD,
    }
}

/// The line height of the program’s own words, in points: 16 at 12, 18 at 13, 20 at 14. It is even, so that a line
/// that is centred beside others stands on a whole point, and no lower than the face.
fn own_line(size: u8) -> f32 {
    let (ascent, descent) = Family::Sans.extents();
    // An even number: words centred beside an icon of even height then lie on whole pixels.
    2.0 * (f32::from(size) * (ascent + descent) / 2.0).ceil()
}

impl Style {
    /// The style of `role`, upright and at the usual reading size.
    ///
    /// ```
    /// use newsmark_ui::text::{Role, Style};
    ///
    /// let article = Style::new(Role::Article).at_reading_size(27.0);
    /// assert_eq!((article.size(false), article.line_height(false)), (27.0, 45.0));
    /// // Naskh is set larger than the serif beside it, and on taller lines.
    /// assert_eq!((article.size(true), article.line_height(true)), (30.0, 57.0));
    /// ```
    pub fn new(role: Role) -> Style {
        Style { role, italic: false, sans: false, reading: 1.0, leading: 1.0 }
    }

    /// The style of the program’s own words in one of its faces, at a size in points.
    pub fn own(face: theme::Face, size: u8) -> Style {
        Style { italic: face == theme::Face::Italic, ..Style::new(Role::Own(face, size)) }
    }

    /// The style in italics.
    pub fn italic(self) -> Style {
        Style { italic: true, ..self }
    }

    /// The style in the sans face, where `sans` is true.
    pub fn in_sans(self, sans: bool) -> Style {
        Style { sans, ..self }
    }

    /// The style at a reading size in points, 18 being the usual; it changes
    /// the roles of the article and no other.
    pub fn at_reading_size(self, points: f32) -> Style {
        let reading = match self.role {
            Role::Headline | Role::NarrowHeadline | Role::Article | Role::Heading => points / 18.0,
            _ => 1.0,
        };
        Style { reading, ..self }
    }

    /// The style with lines so many times as high as usual; it changes the article's body and headings and no
    /// other role.
    pub fn with_leading(self, leading: f32) -> Style {
        let leading = if matches!(self.role, Role::Article | Role::Heading) { leading } else { 1.0 };
        Style { leading, ..self }
    }

    /// The line height in points of a paragraph that is mostly Latin, or
    /// mostly Arabic. [`super::TextLayout`] rounds it to whole pixels.
    pub fn line_height(&self, arabic: bool) -> f32 {
        if arabic { self.arabic().line } else { self.latin().line }
    }

    /// The size in points of Latin, or of Arabic.
    pub fn size(&self, arabic: bool) -> f32 {
        if arabic { self.arabic().size } else { self.latin().size }
    }

    /// The face of all that is not Arabic.
    pub(super) fn latin(&self) -> ScriptFace {
        let serif = self.scaled(match self.role {
            Role::Headline => face(Family::DisplaySerif, SEMIBOLD, 30.0, 36.0),
            Role::NarrowHeadline => face(Family::DisplaySerif, SEMIBOLD, 26.0, 32.0),
            Role::FolderTitle => face(Family::DisplaySerif, SEMIBOLD, 24.0, 30.0),
            Role::Article => face(Family::Serif, REGULAR, 18.0, 30.0),
            Role::Heading => face(Family::Serif, SEMIBOLD, 18.0, 30.0),
            Role::Selected => face(Family::Serif, REGULAR, 16.0, 22.0),
            Role::Words => face(Family::SmallSerif, REGULAR, 14.0, 20.0),
            Role::TableWords => face(Family::SmallSerif, REGULAR, 15.0, 20.0),
            Role::Value => face(Family::Sans, REGULAR, 14.0, 20.0),
            Role::Label => face(Family::Sans, REGULAR, 13.0, 18.0),
            Role::MediumLabel => face(Family::Sans, MEDIUM, 13.0, 18.0),
            Role::StrongLabel => face(Family::Sans, SEMIBOLD, 13.0, 18.0),
            Role::Hint => face(Family::Sans, REGULAR, 12.0, 16.0),
            Role::Own(own, size) => face(Family::Sans, weight(own), f32::from(size), own_line(size)),
        });
        if self.sans { ScriptFace { family: Family::Sans, ..serif } } else { serif }
    }

    /// The face of Arabic within this style. Rows and fields keep their line
    /// height, so that a row is as tall in every script.
    pub(super) fn arabic(&self) -> ScriptFace {
        self.scaled(match self.role {
            Role::Headline => face(Family::Naskh, BOLD, 28.0, 44.0),
            Role::NarrowHeadline => face(Family::Naskh, BOLD, 24.0, 38.0),
            Role::FolderTitle => face(Family::Naskh, BOLD, 22.0, 30.0),
            // Arabic letters are smaller within their size and reach further up and down, so they have two points
            // more and a taller line.
            Role::Article => face(Family::Naskh, REGULAR, 20.0, 38.0),
            Role::Heading => face(Family::Naskh, BOLD, 20.0, 38.0),
            Role::Selected => face(Family::Naskh, REGULAR, 17.0, 26.0),
            // In lists both scripts have one line height, or rows of a table would differ.
            Role::Words | Role::TableWords => face(Family::Naskh, REGULAR, 15.0, 20.0),
            Role::Value => face(Family::SansArabic, REGULAR, 13.0, 20.0),
            Role::Label => face(Family::SansArabic, REGULAR, 12.0, 18.0),
            Role::MediumLabel => face(Family::SansArabic, MEDIUM, 12.0, 18.0),
            Role::StrongLabel => face(Family::SansArabic, SEMIBOLD, 12.0, 18.0),
            Role::Hint => face(Family::SansArabic, REGULAR, 11.0, 16.0),
            Role::Own(own, size) => face(Family::SansArabic, weight(own), f32::from(size) - 1.0, own_line(size)),
        })
    }

    /// What tells two styles apart in a cache.
    pub(super) fn key(&self) -> (Role, bool, bool, u32, u32) {
        (self.role, self.italic, self.sans, self.reading.to_bits(), self.leading.to_bits())
    }

    fn scaled(&self, face: ScriptFace) -> ScriptFace {
        ScriptFace { size: face.size * self.reading, line: face.line * self.reading * self.leading, ..face }
    }
}

impl From<Role> for Style {
    fn from(role: Role) -> Style {
        Style::new(role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reading_size_changes_the_article_and_leaves_rows_alone() {
        let article = Style::new(Role::Article).at_reading_size(27.0);
        assert_eq!((article.latin().size, article.latin().line), (27.0, 45.0));
        assert_eq!((article.arabic().size, article.line_height(true)), (30.0, 57.0));
        assert_eq!(Style::new(Role::Words).at_reading_size(27.0), Style::new(Role::Words));
    }

    #[test]
    fn the_programs_own_words_stand_on_lines_of_the_design() {
        let lines = [12, 13, 14].map(|size| Style::own(theme::Face::Medium, size).line_height(false));
        assert_eq!(lines, [16.0, 18.0, 20.0]);
    }

    #[test]
    fn the_line_height_changes_in_every_script_and_the_letters_stay() {
        let usual = Style::new(Role::Article);
        let airy = usual.with_leading(1.2);
        assert_eq!((airy.line_height(false), airy.line_height(true)), (30.0 * 1.2, 38.0 * 1.2));
        assert_eq!((airy.latin().size, airy.arabic().size), (usual.latin().size, usual.arabic().size));
        assert_ne!(airy.key(), usual.key());
        assert_eq!(Style::new(Role::Headline).with_leading(1.2), Style::new(Role::Headline));
    }
}
