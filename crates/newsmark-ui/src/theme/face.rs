use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

/// The faces of the program's own words, which [`crate::text`] sets as all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Source Sans 3 Regular.
    Regular,
    /// Source Sans 3 Medium: buttons.
    Medium,
    /// Source Sans 3 Semibold: titles and letters.
    Semibold,
    /// Source Sans 3 Italic: unknown values.
    Italic,
}

/// Text sizes in points.
impl Face {
    /// Readings, hints, counts, the status bar; lines of 16.
    pub const SMALL: f32 = 12.0;
    /// Labels, rows, buttons, bars; lines of 18.
    pub const BODY: f32 = 13.0;
    /// Values in forms; lines of 20.
    pub const VALUE: f32 = 14.0;

    /// All four.
    pub const ALL: [Face; 4] = [Face::Regular, Face::Medium, Face::Semibold, Face::Italic];

    /// The family under which egui knows the face.
    pub fn family(self) -> FontFamily {
        FontFamily::Name(Arc::from(self.name()))
    }

    /// The face at a size in points.
    pub fn at(self, size: f32) -> FontId {
        FontId::new(size, self.family())
    }

    fn name(self) -> &'static str {
        match self {
            Face::Regular => "ui",
            Face::Medium => "ui-medium",
            Face::Semibold => "ui-semibold",
            Face::Italic => "ui-italic",
        }
    }

    fn file(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf"),
            Face::Medium => include_bytes!("../../assets/fonts/SourceSans3-Medium.ttf"),
            Face::Semibold => include_bytes!("../../assets/fonts/SourceSans3-Semibold.ttf"),
            Face::Italic => include_bytes!("../../assets/fonts/SourceSans3-It.ttf"),
        }
    }
}

const ARABIC: &str = "ui-arabic";

/// Makes the bundled faces the only ones of the context: no default font of egui is left.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    let arabic = FontData::from_static(include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"));
    fonts.font_data.insert(ARABIC.to_owned(), Arc::new(arabic));
    for face in Face::ALL {
        fonts.font_data.insert(face.name().to_owned(), Arc::new(FontData::from_static(face.file())));
        // Only what egui draws by itself uses these; all words of the window are set by the text engine.
        fonts.families.insert(face.family(), vec![face.name().to_owned(), ARABIC.to_owned()]);
    }
    // There is no face of equal widths; figures of the sans are equally wide by default.
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec![Face::Regular.name().to_owned(), ARABIC.to_owned()]);
    }
    ctx.set_fonts(fonts);
}

#[cfg(test)]
mod tests {
    use egui::RawInput;

    use super::*;

    #[test]
    fn every_face_holds_the_signs_of_the_interface_and_arabic() {
        let ctx = Context::default();
        install_fonts(&ctx);
        ctx.run_ui(RawInput::default(), |ui| {
            for face in Face::ALL {
                let font = face.at(Face::BODY);
                assert!(ui.fonts_mut(|fonts| fonts.has_glyphs(&font, "Aé≥≤→–…¶“”·")), "{face:?}");
                assert!(ui.fonts_mut(|fonts| fonts.has_glyphs(&font, "قرية")), "{face:?}");
            }
        })
        .drop_without_applying_deltas();
    }
}
