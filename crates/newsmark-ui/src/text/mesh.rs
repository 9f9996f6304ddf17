use std::collections::BTreeMap;
use std::ops::Range;

use egui::epaint::Vertex;
use egui::{Color32, Context, Mesh, Painter, Pos2, Rect, Shape, pos2};

use super::atlas::Atlas;
use super::glyphs::Glyphs;
use super::text_layout::TextLayout;

/// The quads of a layout, in pixels from its top left corner.
pub struct CachedMesh {
    epoch: u64,
    light: bool,
    quads: Vec<Quad>,
    /// The quads of each line.
    lines: Vec<Range<usize>>,
}

struct Quad {
    page: u16,
    coloured: bool,
    place: Rect,
    uv: Rect,
}

/// Paints `laid` with its top left corner at `pos`, which is moved to whole
/// pixels; lines outside the painter’s clip rectangle cost nothing.
pub fn paint(glyphs: &mut Glyphs, laid: &TextLayout, painter: &Painter, pos: Pos2, color: Color32) {
    let scale = laid.pixels_per_point;
    // A mesh is a cache: one that a panic left behind is as good as any.
    let mut slot = laid.mesh.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let light = is_light(color);
    let fresh = |mesh: &CachedMesh| mesh.epoch == glyphs.atlas.epoch() && mesh.light == light;
    let mesh = match slot.take().filter(fresh) {
        Some(mesh) => slot.insert(mesh),
        None => slot.insert(build(glyphs, painter.ctx(), laid, light)),
    };
    // Glyphs were rasterised for whole pixels; any other origin would blur them all.
    let origin = pos2((pos.x * scale).round(), (pos.y * scale).round());
    let clip = painter.clip_rect();
    // A mesh for each page of the atlas, as a mesh has one texture; ordered, so that the same text gives
    // the same shapes.
    let mut meshes: BTreeMap<u16, Mesh> = BTreeMap::new();
    for (line, quads) in laid.lines.iter().zip(&mesh.lines) {
        // Marks may rise above their line or hang below it by as much as its height.
        let tall = line.bottom - line.top;
        if pos.y + line.bottom + tall < clip.top() || pos.y + line.top - tall > clip.bottom() {
            continue;
        }
        for quad in &mesh.quads[quads.clone()] {
            let Some(texture) = glyphs.atlas.texture(quad.page) else { continue };
            let mesh = meshes.entry(quad.page).or_insert_with(|| Mesh::with_texture(texture));
            // A coloured glyph takes only the opacity of the text.
            let color = if quad.coloured { Color32::from_white_alpha(color.a()) } else { color };
            quad.push(mesh, origin, scale, color);
        }
    }
    painter.extend(meshes.into_values().map(Shape::mesh));
}

impl Quad {
    fn push(&self, mesh: &mut Mesh, origin: Pos2, scale: f32, color: Color32) {
        let first = mesh.vertices.len() as u32;
        let corner = |x: f32, y: f32, u: f32, v: f32| Vertex {
            pos: pos2((origin.x + x) / scale, (origin.y + y) / scale),
            uv: pos2(u, v),
            color,
        };
        let (place, uv) = (self.place, self.uv);
        mesh.vertices.extend([
            corner(place.min.x, place.min.y, uv.min.x, uv.min.y),
            corner(place.max.x, place.min.y, uv.max.x, uv.min.y),
            corner(place.max.x, place.max.y, uv.max.x, uv.max.y),
            corner(place.min.x, place.max.y, uv.min.x, uv.max.y),
        ]);
        mesh.indices.extend([0, 1, 2, 0, 2, 3].map(|n| first + n));
    }
}

fn build(glyphs: &mut Glyphs, ctx: &Context, laid: &TextLayout, light: bool) -> CachedMesh {
    let faces: Vec<u32> = laid.faces.iter().map(|face| glyphs.face(face)).collect();
    let mut quads = Vec::with_capacity(laid.glyphs.len());
    let mut lines = Vec::with_capacity(laid.lines.len());
    for line in &laid.lines {
        let first = quads.len();
        let baseline = (line.baseline * laid.pixels_per_point).round();
        for glyph in &laid.glyphs[line.glyphs.clone()] {
            let at = usize::from(glyph.face);
            let Some((sprite, x)) = glyphs.sprite(ctx, (faces[at], &laid.faces[at]), glyph, light) else { continue };
            let left = (x + sprite.left) as f32;
            let top = baseline + glyph.y.round() - sprite.top as f32;
            let size = egui::vec2(f32::from(sprite.width), f32::from(sprite.height));
            let corner = pos2(f32::from(sprite.spot.x), f32::from(sprite.spot.y));
            quads.push(Quad {
                page: sprite.spot.page,
                coloured: sprite.coloured,
                place: Rect::from_min_size(pos2(left, top), size),
                uv: Rect::from_min_size(corner * Atlas::pixel(), size * Atlas::pixel()),
            });
        }
        lines.push(first..quads.len());
    }
    CachedMesh { epoch: glyphs.atlas.epoch(), light, quads, lines }
}

/// Whether text of this colour stands on a dark ground.
fn is_light(color: Color32) -> bool {
    // Colours are premultiplied: a pale ink that is mostly transparent is still a light one.
    color.intensity() > 0.5 * f32::from(color.a()) / 255.0
}
