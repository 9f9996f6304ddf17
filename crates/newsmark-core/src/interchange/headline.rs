use crate::model::{Anchored, ParagraphKind, Text};

/// An editor's own title, resting on the line among the first few that says
/// it, but for case and white space; typed where none does.
pub fn anchored_title(text: &Text, title: &str) -> Anchored<String> {
    let words = line_that_says(text, title).and_then(|line| line.anchor);
    Anchored { value: title.to_owned(), anchor: words }
}

/// The headline that a text begins with: its first line that is not blank,
/// where that is a heading. No title is made up where there is none.
pub(super) fn headline(text: &Text) -> Option<Anchored<String>> {
    let first = text.paragraphs().iter().find(|paragraph| paragraph.kind != ParagraphKind::Blank)?;
    (first.kind == ParagraphKind::Heading).then(|| taken(text, first.start, first.end))?
}

/// The line among the first few that says `title`, but for case and white space.
pub(super) fn line_that_says(text: &Text, title: &str) -> Option<Anchored<String>> {
    // Above the headline stand at most a section and a date; further down the same words are a sentence.
    let lines = text.paragraphs().iter().filter(|paragraph| paragraph.kind != ParagraphKind::Blank).take(3);
    lines.filter_map(|line| taken(text, line.start, line.end)).find(|line| squeezed(&line.value) == squeezed(title))
}

/// The words of a line as a title, without Markdown's marks for a heading.
fn taken(text: &Text, start: usize, end: usize) -> Option<Anchored<String>> {
    let line = text[start..end].trim();
    let opened = line.trim_start_matches('#');
    let is_markdown = opened.len() < line.len() && opened.starts_with([' ', '\t']);
    let words = match opened.trim().trim_end_matches('#') {
        _ if !is_markdown => line,
        // Marks that close a heading stand apart from it: "# On C#" ends in a letter.
        closed if closed.ends_with([' ', '\t']) => closed.trim(),
        _ => opened.trim(),
    };
    // The words were cut out of this line, so that the first place is theirs or one that reads the same.
    let start = start + text[start..end].find(words)?;
    let span = text.snap(start, start + words.len())?;
    Some(Anchored::taken(text, span))
}

fn squeezed(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn words(text: &str) -> Option<String> {
        headline(&Text::new(text.to_owned())).map(|title| title.value)
    }

    fn place(title: &Anchored<String>) -> Span {
        title.anchor.as_ref().and_then(|anchor| anchor.at).unwrap()
    }

    #[test]
    fn a_heading_at_the_start_is_the_title() {
        assert_eq!(words("\n  Two died at dawn \r\n\r\nPolice said so."), Some("Two died at dawn".to_owned()));
        assert_eq!(words("Two died at dawn, police said.\nHeading\nMore."), None);
        assert_eq!(words(""), None);
    }

    #[test]
    fn a_markdown_heading_is_anchored_without_its_marks() {
        let text = Text::new("## Two died. ##\n\nPolice said so.".to_owned());
        let title = headline(&text).unwrap();
        assert_eq!(text.words(place(&title)), "Two died.");
        assert_eq!(words("# On C#\n\nSo."), Some("On C#".to_owned()));
        assert_eq!(words("#hashtag of the day\n\nSo."), Some("#hashtag of the day".to_owned()));
    }

    #[test]
    fn a_title_that_is_known_is_found_among_the_first_lines() {
        let text = Text::new("Conflict\n\nTwo  DIED at dawn\n\nPolice said so.".to_owned());
        assert_eq!(text.words(place(&anchored_title(&text, "Two died at dawn"))), "Two  DIED at dawn");
        assert_eq!(anchored_title(&text, "Another"), Anchored::typed("Another"));
    }
}
