use swash::scale::image::{Content, Image};
use swash::zeno::Placement;

/// The rows of the hexadecimal figures, three pixels each, highest bit left.
// Drawn here and not set in a face: the box stands for letters that no face has.
const FIGURES: [[u8; 5]; 16] = [
    [7, 5, 5, 5, 7],
    [2, 6, 2, 2, 7],
    [7, 1, 7, 4, 7],
    [7, 1, 3, 1, 7],
    [5, 5, 7, 1, 1],
    [7, 4, 7, 1, 7],
    [7, 4, 7, 5, 7],
    [7, 1, 1, 2, 2],
    [7, 5, 7, 5, 7],
    [7, 5, 7, 1, 7],
    [2, 5, 7, 5, 5],
    [6, 5, 6, 5, 6],
    [3, 4, 4, 4, 3],
    [6, 5, 5, 5, 6],
    [7, 4, 6, 4, 7],
    [7, 4, 6, 4, 4],
];

/// The space a box takes in its line, in pixels, for a character in a font of
/// `size` pixels that no font has.
pub fn advance(c: char, size: f32) -> f32 {
    (width(c, unit(size)) + 2 * unit(size)) as f32
}

/// A box that holds the code of `c` in two rows of hexadecimal figures, for a
/// font of `size` pixels.
pub fn picture(c: char, size: f32) -> Image {
    let unit = unit(size);
    let (width, height) = (width(c, unit), 15 * unit);
    let mut data = vec![0_u8; width * height];
    let mut fill = |x: usize, y: usize, w: usize, h: usize| {
        for row in y..(y + h).min(height) {
            data[row * width + x..row * width + (x + w).min(width)].fill(255);
        }
    };
    fill(0, 0, width, unit);
    fill(0, height - unit, width, unit);
    fill(0, 0, unit, height);
    fill(width - unit, 0, unit, height);
    let columns = columns(c);
    for n in 0..columns * 2 {
        let shift = 4 * (columns * 2 - 1 - n);
        let figure = FIGURES[(u32::from(c) >> shift) as usize & 15];
        let (left, top) = (2 + n % columns * 4, 2 + n / columns * 6);
        for (row, bits) in figure.iter().enumerate() {
            for column in 0..3 {
                if bits >> (2 - column) & 1 == 1 {
                    fill((left + column) * unit, (top + row) * unit, unit, unit);
                }
            }
        }
    }
    // The box stands a fifth of its height below the baseline, as tall letters do.
    let placement =
        Placement { left: unit as i32, top: (height - height / 5) as i32, width: width as u32, height: height as u32 };
    Image { source: Default::default(), content: Content::Mask, placement, data }
}

fn columns(c: char) -> usize {
    // Four or six digits in two rows, as other programs draw such boxes.
    if u32::from(c) > 0xFFFF { 3 } else { 2 }
}

fn unit(size: f32) -> usize {
    ((size / 16.0).round() as usize).max(1)
}

fn width(c: char, unit: usize) -> usize {
    (columns(c) * 4 + 3) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(c: char) -> Vec<String> {
        let image = picture(c, 16.0);
        let rows = image.data.chunks(image.placement.width as usize);
        rows.map(|row| row.iter().map(|&value| if value > 0 { '#' } else { '.' }).collect()).collect()
    }

    #[test]
    fn the_box_of_a_missing_letter_shows_its_code() {
        assert_eq!(
            drawn('\u{16A0}'),
            [
                "###########",
                "#.........#",
                "#..#..###.#",
                "#.##..#...#",
                "#..#..###.#",
                "#..#..#.#.#",
                "#.###.###.#",
                "#.........#",
                "#..#..###.#",
                "#.#.#.#.#.#",
                "#.###.#.#.#",
                "#.#.#.#.#.#",
                "#.#.#.###.#",
                "#.........#",
                "###########",
            ]
        );
    }

    #[test]
    fn a_code_of_five_figures_gets_a_wider_box() {
        assert!(advance('😀', 18.0) > advance('\u{16A0}', 18.0));
    }
}
