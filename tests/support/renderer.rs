//! A renderer of egui’s triangles without a graphics card, for pictures of
//! widgets that are the same on every machine.
//!
//! It is given to a harness (`Harness::builder().renderer(renderer.clone())`)
//! to collect the textures, and asked for the picture of what that shows.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]
#![allow(dead_code, reason = "not every test that draws also compares")]

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use eframe::egui::epaint::{ImageData, ImageDelta, Mesh, Primitive, Vertex};
use eframe::egui::{Color32, ColorImage, Pos2, Rect, TextureId, TexturesDelta, pos2};
use egui_kittest::{Harness, TestRenderer};
use image::{Rgba, RgbaImage};

/// Collects textures and draws. Cloning shares the textures.
#[derive(Clone, Default)]
pub struct Renderer {
    textures: Arc<Mutex<HashMap<TextureId, ColorImage>>>,
}

impl TestRenderer for Renderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.textures.lock().unwrap();
        for (id, deltas) in delta.set.drain() {
            for delta in deltas {
                update(&mut textures, id, delta);
            }
        }
        for id in delta.free.drain() {
            textures.remove(&id);
        }
    }
}

fn update(textures: &mut HashMap<TextureId, ColorImage>, id: TextureId, delta: ImageDelta) {
    let ImageData::Color(patch) = delta.image;
    match delta.pos {
        None => drop(textures.insert(id, patch.as_ref().clone())),
        Some([left, top]) => {
            let whole = textures.get_mut(&id).expect("a patch comes after its texture");
            let [width, _] = patch.size;
            for (y, row) in patch.pixels.chunks(width).enumerate() {
                let start = (top + y) * whole.size[0] + left;
                whole.pixels[start..start + width].copy_from_slice(row);
            }
        }
    }
}

impl Renderer {
    /// The picture in pixels of the frame that `harness` ran last, on the
    /// theme’s panel colour.
    pub fn picture<State>(&self, harness: &Harness<'_, State>) -> RgbaImage {
        let ctx = &harness.ctx;
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let ground = ctx.global_style().visuals.panel_fill;
        let (width, height) = (size.x.round() as u32, size.y.round() as u32);
        let mut canvas = RgbaImage::from_pixel(width, height, Rgba(ground.to_array()));
        let textures = self.textures.lock().unwrap();
        for clipped in ctx.tessellate(harness.output().shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else { continue };
            let texture = textures.get(&mesh.texture_id).expect("a mesh has its texture");
            let clip = pixels(clipped.clip_rect, scale, &canvas);
            draw(&mut canvas, clip, &mesh, texture, scale);
        }
        canvas
    }
}

/// The whole pixels of `rect` within the canvas, as left, top, right, bottom.
fn pixels(rect: Rect, scale: f32, canvas: &RgbaImage) -> [u32; 4] {
    let within = |value: f32, most: u32| (value * scale).round().clamp(0.0, most as f32) as u32;
    let (width, height) = canvas.dimensions();
    [within(rect.min.x, width), within(rect.min.y, height), within(rect.max.x, width), within(rect.max.y, height)]
}

fn draw(canvas: &mut RgbaImage, clip: [u32; 4], mesh: &Mesh, texture: &ColorImage, scale: f32) {
    for corners in mesh.indices.chunks_exact(3) {
        let corners = [0, 1, 2].map(|n| {
            let vertex = mesh.vertices[corners[n] as usize];
            Vertex { pos: vertex.pos * scale, ..vertex }
        });
        triangle(canvas, clip, corners, texture);
    }
}

/// Twice the area of the triangle, positive where it turns with the clock.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Fills the pixels whose centres lie in the triangle; a centre on an edge
/// belongs to the triangle to the right of it or below it, so that two that
/// share an edge never paint a pixel twice.
fn triangle(canvas: &mut RgbaImage, clip: [u32; 4], mut corners: [Vertex; 3], texture: &ColorImage) {
    let mut whole = area(corners[0].pos, corners[1].pos, corners[2].pos);
    if whole < 0.0 {
        corners.swap(1, 2);
        whole = -whole;
    }
    if whole <= 0.0 {
        return;
    }
    let [a, b, c] = corners;
    let bounds = Rect::from_points(&[a.pos, b.pos, c.pos]);
    let first = |least: u32, value: f32| least.max(value.floor().max(0.0) as u32);
    let last = |most: u32, value: f32| most.min(value.ceil().max(0.0) as u32);
    let owns = |from: Pos2, to: Pos2| to.y < from.y || (to.y == from.y && to.x > from.x);
    let inside = |weight: f32, from: Pos2, to: Pos2| weight > 0.0 || (weight == 0.0 && owns(from, to));
    // Most of a window is plain ground, of which one pixel is mixed for all.
    let is_plain = [&b, &c].iter().all(|other| other.uv == a.uv && other.color == a.color);
    let plain = is_plain.then(|| tinted(sample(texture, a.uv.x, a.uv.y), a.color.to_array().map(f32::from)));
    for y in first(clip[1], bounds.min.y)..last(clip[3], bounds.max.y) {
        for x in first(clip[0], bounds.min.x)..last(clip[2], bounds.max.x) {
            let p = pos2(x as f32 + 0.5, y as f32 + 0.5);
            let weights = [area(b.pos, c.pos, p), area(c.pos, a.pos, p), area(a.pos, b.pos, p)];
            if !(inside(weights[0], b.pos, c.pos)
                && inside(weights[1], c.pos, a.pos)
                && inside(weights[2], a.pos, b.pos))
            {
                continue;
            }
            let source = plain.unwrap_or_else(|| mixed(&corners, weights.map(|weight| weight / whole), texture));
            let target = canvas.get_pixel_mut(x, y);
            for n in 0..4 {
                let value = source[n] + f32::from(target.0[n]) * (1.0 - source[3] / 255.0);
                target.0[n] = value.round().clamp(0.0, 255.0) as u8;
            }
        }
    }
}

/// What the corners mix to at these weights, which add up to one.
fn mixed(corners: &[Vertex; 3], weights: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mix = |part: &dyn Fn(&Vertex) -> f32| {
        corners.iter().zip(weights).map(|(corner, weight)| part(corner) * weight).sum::<f32>()
    };
    let tint = [0, 1, 2, 3].map(|n| mix(&|vertex| f32::from(vertex.color.to_array()[n])));
    tinted(sample(texture, mix(&|vertex| vertex.uv.x), mix(&|vertex| vertex.uv.y)), tint)
}

fn tinted(texel: [f32; 4], tint: [f32; 4]) -> [f32; 4] {
    [0, 1, 2, 3].map(|n| texel[n] * tint[n] / 255.0)
}

/// The colour of a texture at a place, between its four nearest pixels.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let at = |x: f32, y: f32| -> Color32 {
        let x = x.clamp(0.0, width as f32 - 1.0) as usize;
        let y = y.clamp(0.0, height as f32 - 1.0) as usize;
        texture.pixels[y * width + x]
    };
    let (left, top) = (x.floor(), y.floor());
    let (right, below) = (x - left, y - top);
    let corners = [
        (at(left, top), (1.0 - right) * (1.0 - below)),
        (at(left + 1.0, top), right * (1.0 - below)),
        (at(left, top + 1.0), (1.0 - right) * below),
        (at(left + 1.0, top + 1.0), right * below),
    ];
    [0, 1, 2, 3].map(|n| corners.iter().map(|(color, part)| f32::from(color.to_array()[n]) * part).sum())
}

/// A channel may differ by so much before a pixel counts as different.
const CHANNEL_TOLERANCE: u8 = 12;

/// Fails unless `picture` looks like `tests/pictures/<name>.png`: one pixel in
/// a thousand may differ. With `UPDATE_PICTURES=1` in the environment the file
/// is written instead. What was drawn is left beside it as `<name>.new.png`.
pub fn assert_picture(name: &str, picture: &RgbaImage) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let path = folder.join(format!("{name}.png"));
    if std::env::var_os("UPDATE_PICTURES").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(&folder).unwrap();
        picture.save(&path).unwrap();
        return;
    }
    let complaint = match image::open(&path) {
        Err(error) => Some(format!("cannot be read ({error})")),
        Ok(known) => difference(&known.to_rgba8(), picture),
    };
    if let Some(complaint) = complaint {
        let drawn = folder.join(format!("{name}.new.png"));
        picture.save(&drawn).unwrap();
        panic!("{} {complaint}; drawn: {}", path.display(), drawn.display());
    }
}

fn difference(known: &RgbaImage, drawn: &RgbaImage) -> Option<String> {
    if known.dimensions() != drawn.dimensions() {
        return Some(format!("is {:?} pixels, not {:?}", known.dimensions(), drawn.dimensions()));
    }
    let differs =
        |(a, b): &(&Rgba<u8>, &Rgba<u8>)| a.0.iter().zip(b.0).any(|(&a, b)| a.abs_diff(b) > CHANNEL_TOLERANCE);
    let count = known.pixels().zip(drawn.pixels()).filter(differs).count();
    let most = known.pixels().len() / 1000;
    (count > most).then(|| format!("differs in {count} pixels, {most} may"))
}
