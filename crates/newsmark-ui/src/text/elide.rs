use unicode_segmentation::UnicodeSegmentation;

use super::text_layout::TextLayout;

/// What says nothing where the words after it are left out.
const PUNCTUATION: [char; 7] = [' ', ',', '.', ';', ':', '،', '؛'];

/// Lays out `text` with `shape` in at most `most` lines. What does not fit is
/// cut at a space and ends in “ …”; only where no space is left that would do,
/// as in one long address, it is cut between letters. Where one line is
/// allowed, line breaks count as spaces.
pub fn elide(text: &str, most: usize, mut shape: impl FnMut(&str) -> TextLayout) -> TextLayout {
    let text = if most == 1 { one_line(text) } else { text.to_owned() };
    let whole = shape(&text);
    if fits(&whole, most) {
        return whole;
    }
    // No cut after the last line that is shown can fit.
    let limit = whole.lines.get(most).map_or(text.len(), |line| line.bytes.start);
    let spaces: Vec<usize> = cuts(&text).filter(|&cut| cut <= limit).collect();
    // From the longest on: most texts are a word or two too long, so that few are shaped in vain.
    for &cut in spaces.iter().rev() {
        let laid = shape(&format!("{} …", text[..cut].trim_end_matches(PUNCTUATION)));
        if fits(&laid, most) {
            return TextLayout { elided: true, ..laid };
        }
    }
    // Not even the first word fits. Its letters are searched by halves, as a path may have hundreds.
    let first = spaces.first().copied().unwrap_or(text.len());
    let letters: Vec<usize> = text[..first].grapheme_indices(true).map(|(at, _)| at).collect();
    let shown = letters.partition_point(|&cut| fits(&shape(&format!("{}…", &text[..cut])), most));
    let cut = letters.get(shown.saturating_sub(1)).copied().unwrap_or(0);
    TextLayout { elided: true, ..shape(&format!("{}…", &text[..cut])) }
}

/// The text with each line break as a space.
pub fn one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ")
}

/// The ends of words before white space, after the first word.
fn cuts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let blank_before = |at: usize| text[..at].chars().next_back().is_none_or(char::is_whitespace);
    text.char_indices().filter(move |&(at, c)| c.is_whitespace() && !blank_before(at)).map(|(at, _)| at)
}

/// Whether it has few enough lines and none is wider than its box.
fn fits(laid: &TextLayout, most: usize) -> bool {
    // Half a point is rounding; a word that overhangs by more would be cut off by the clip.
    laid.lines.len() <= most && laid.lines.iter().all(|line| line.left > -0.5 && line.right < laid.size.x + 0.5)
}
