use std::fmt::Write;

/// The attributes of an element: names of the program's own with any values.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// A page as it is written.
///
/// # Invariants
/// Tags and names of attributes are the program's own; every text and every
/// value goes through [`escaped`], so that nothing of a project can become
/// either. What a function opens it closes.
#[derive(Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// The page.
    pub fn finish(self) -> String {
        self.out
    }

    /// Adds words.
    pub fn text(&mut self, text: &str) {
        escaped(&mut self.out, text);
    }

    /// Adds words that may run in another direction than what is around them.
    pub fn apart(&mut self, text: &str) {
        self.words("bdi", &[], text);
    }

    /// An element on lines of its own.
    pub fn block(&mut self, tag: &'static str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Html)) {
        self.open(tag, attributes);
        inner(self);
        self.close(tag);
        self.out.push('\n');
    }

    /// An element within a line.
    pub fn inline(&mut self, tag: &'static str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Html)) {
        self.open(tag, attributes);
        inner(self);
        self.close(tag);
    }

    /// An element on a line of its own that holds words.
    pub fn line(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.block(tag, attributes, |html| html.text(text));
    }

    /// An element within a line that holds words.
    pub fn words(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.inline(tag, attributes, |html| html.text(text));
    }

    /// An element that holds nothing.
    pub fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.start(tag, attributes);
        self.out.push_str(" />\n");
    }

    /// Opens an element, which [`close`](Html::close) has to close.
    pub fn open(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.start(tag, attributes);
        self.out.push('>');
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &'static str) {
        // Writing to a string cannot fail.
        let _ = write!(self.out, "</{tag}>");
    }

    /// The line that every page begins with.
    pub fn doctype(&mut self) {
        self.out.push_str("<!DOCTYPE html>\n");
    }

    /// The page's style, the one text that is not escaped: it is the program's own.
    pub fn style(&mut self, style: &'static str) {
        self.open("style", &[]);
        self.out.push_str(style);
        self.close("style");
        self.out.push('\n');
    }

    fn start(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            let _ = write!(self.out, " {name}=\"");
            escaped(&mut self.out, value);
            self.out.push('"');
        }
    }
}

/// Writes `text` so that it is text within an element and within a quoted value.
///
/// What HTML forbids, control characters and code points that are no
/// characters, becomes U+FFFD (HTML Living Standard, 13.2.3.5).
fn escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            // HTML takes a carriage return for a line feed, and CR LF would be two.
            '\r' => out.push(' '),
            // A browser would drop some and stop at others; the sign shows that something stood here.
            c if c.is_control() || is_no_character(c) => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
}

fn is_no_character(c: char) -> bool {
    let number = u32::from(c);
    // The last two code points of every plane, and the block that Unicode set aside in the Arabic forms.
    number & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words_in_an_element_and_in_a_value() {
        let mut html = Html::default();
        html.words("b", &[("title", "\"><script>")], "</b><i a='b'>& \0\u{FFFE}");
        let written =
            "<b title=\"&quot;&gt;&lt;script&gt;\">&lt;/b&gt;&lt;i a=&#39;b&#39;&gt;&amp; \u{FFFD}\u{FFFD}</b>";
        assert_eq!(html.finish(), written);
    }
}
