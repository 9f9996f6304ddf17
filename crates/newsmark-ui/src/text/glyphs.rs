use std::collections::HashMap;

use egui::{Color32, ColorImage, Context};
use swash::FontRef;
use swash::scale::image::{Content, Image};
use swash::scale::{Render, ScaleContext, Source, StrikeWith};
use swash::zeno::{Angle, Transform, Vector};

use super::atlas::{Atlas, Spot};
use super::missing;
use super::text_layout::{FaceRun, Glyph};

/// A glyph begins at one of so many places within a pixel; finer ones cannot be told apart, and each costs a picture.
const STEPS: f32 = 4.0;

/// Glyphs as pictures: each is rasterised once for a size, a place within the
/// pixel and a kind of ink, then found in the atlas.
#[derive(Default)]
pub struct Glyphs {
    pub atlas: Atlas,
    scaler: ScaleContext,
    faces: HashMap<FaceKey, u32>,
    sprites: HashMap<SpriteKey, Option<Sprite>>,
}

/// A picture and where it stands in whole pixels, seen from the glyph’s origin.
#[derive(Clone, Copy, Debug)]
pub struct Sprite {
    pub spot: Spot,
    pub left: i32,
    pub top: i32,
    pub width: u16,
    pub height: u16,
    /// Whether it brings its own colours.
    pub coloured: bool,
}

#[derive(PartialEq, Eq, Hash)]
struct FaceKey {
    font: u64,
    index: u32,
    size: u32,
    coords: Vec<i16>,
    skew: Option<u32>,
    embolden: bool,
}

#[derive(PartialEq, Eq, Hash)]
struct SpriteKey {
    face: u32,
    glyph: u16,
    missing: Option<char>,
    step: u8,
    light: bool,
}

impl Glyphs {
    /// The number by which [`Glyphs::sprite`] knows a face.
    pub fn face(&mut self, face: &FaceRun) -> u32 {
        let key = FaceKey {
            font: face.data.id(),
            index: face.index,
            size: face.size.to_bits(),
            coords: face.coords.clone(),
            skew: face.skew.map(f32::to_bits),
            embolden: face.embolden,
        };
        let next = self.faces.len() as u32;
        *self.faces.entry(key).or_insert(next)
    }

    /// The picture of a glyph whose origin is at `x` pixels, and the whole
    /// pixel it is seen from; `None` for a blank. `light` ink on a dark ground
    /// is drawn fuller, because blending in gamma space thins it.
    pub fn sprite(
        &mut self,
        ctx: &Context,
        face: (u32, &FaceRun),
        glyph: &Glyph,
        light: bool,
    ) -> Option<(Sprite, i32)> {
        // A box of straight lines is blurred at a fraction of a pixel.
        let (whole, step) = split(if glyph.missing.is_some() { glyph.x.round() } else { glyph.x });
        let key = SpriteKey { face: face.0, glyph: glyph.id, missing: glyph.missing, step, light };
        if let Some(known) = self.sprites.get(&key) {
            return known.map(|sprite| (sprite, whole));
        }
        let image = match glyph.missing {
            Some(c) => Some(missing::picture(c, face.1.size)),
            None => self.rasterise(face.1, glyph.id, f32::from(step) / STEPS),
        };
        let sprite = image.and_then(|image| self.store(ctx, &image, light));
        // Also where there is none: a space is asked for in each frame, and must not be rasterised each time.
        self.sprites.insert(key, sprite);
        sprite.map(|sprite| (sprite, whole))
    }

    /// Called between frames: drops all pictures when they have become too many.
    pub fn tidy(&mut self) {
        if self.atlas.tidy() {
            self.sprites.clear();
            self.faces.clear();
        }
    }

    fn rasterise(&mut self, face: &FaceRun, glyph: u16, offset: f32) -> Option<Image> {
        let font = FontRef::from_index(face.data.data(), usize::try_from(face.index).ok()?)?;
        let id = [face.data.id(), u64::from(face.index)];
        let coords = face.coords.iter().copied();
        let builder = self.scaler.builder_with_id(font, id).size(face.size).hint(HINT).normalized_coords(coords);
        let mut scaler = builder.build();
        // Colours first, or an emoji would be drawn as its outline.
        let sources = [Source::ColorOutline(0), Source::ColorBitmap(StrikeWith::BestFit), Source::Outline];
        let mut render = Render::new(&sources);
        render.offset(Vector::new(offset, 0.0));
        if face.embolden {
            // A font without a bold face: strokes grow with the size, so that every size is as bold.
            render.embolden(face.size / 48.0);
        }
        if let Some(degrees) = face.skew {
            render.transform(Some(Transform::skew(Angle::from_degrees(degrees), Angle::ZERO)));
        }
        render.render(&mut scaler, glyph)
    }

    fn store(&mut self, ctx: &Context, image: &Image, light: bool) -> Option<Sprite> {
        let (width, height) = (image.placement.width as usize, image.placement.height as usize);
        let coloured = image.content == Content::Color;
        let pixels: Vec<Color32> = if coloured {
            image.data.chunks_exact(4).map(|p| Color32::from_rgba_unmultiplied(p[0], p[1], p[2], p[3])).collect()
        } else {
            image.data.iter().map(|&coverage| Color32::from_white_alpha(ink(coverage, light))).collect()
        };
        if pixels.len() != width * height {
            return None;
        }
        let spot = self.atlas.add(ctx, ColorImage::new([width, height], pixels))?;
        Some(Sprite {
            spot,
            left: image.placement.left,
            top: image.placement.top,
            width: u16::try_from(width).ok()?,
            height: u16::try_from(height).ok()?,
            coloured,
        })
    }
}

/// Whether outlines follow their font’s instructions, vertically.
const HINT: bool = true;

/// The opacity of a pixel that is covered so far. The curve for light ink is
/// the one of egui’s own text in dark themes, so that both look alike.
fn ink(coverage: u8, light: bool) -> u8 {
    let c = f32::from(coverage) / 255.0;
    // Light letters on a dark ground look thinner than they are; the curve lifts the half covered pixels
    // of their edges.
    let opacity = if light { 2.0 * c - c * c } else { c };
    (opacity * 255.0).round() as u8
}

/// Whole pixels and steps beyond them.
fn split(x: f32) -> (i32, u8) {
    let steps = (x * STEPS).round();
    let whole = (steps / STEPS).floor();
    (whole as i32, (steps - whole * STEPS) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glyph_stands_within_an_eighth_of_a_pixel_of_its_place() {
        for x in [-3.9_f32, -0.1, 0.0, 0.13, 0.9, 7.62, 100.99] {
            let (whole, step) = split(x);
            assert!(step < 4);
            assert!((whole as f32 + f32::from(step) / STEPS - x).abs() <= 0.125, "{x}");
        }
    }

    #[test]
    fn light_ink_is_fuller_but_neither_blank_nor_solid_changes() {
        assert_eq!((ink(0, true), ink(255, true)), (0, 255));
        assert!(ink(100, true) > ink(100, false));
    }
}
