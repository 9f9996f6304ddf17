use std::io::{self, Write};

use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// JSON as another formatter lays it out, in which no string holds what a terminal would obey.
///
/// JSON has the control characters below U+0020 escaped anyway; DEL and those from U+0080 to U+009F, of which U+009B
/// begins a command to a terminal, it leaves as they are.
pub struct TerminalSafe<F>(F);

impl TerminalSafe<PrettyFormatter<'static>> {
    /// Indented, for a document.
    pub fn pretty() -> Self {
        TerminalSafe(PrettyFormatter::new())
    }
}

impl TerminalSafe<CompactFormatter> {
    /// On one line, for a line of JSON Lines.
    pub fn compact() -> Self {
        TerminalSafe(CompactFormatter)
    }
}

impl<F: Formatter> Formatter for TerminalSafe<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, obeyed)) = rest.char_indices().find(|(_, c)| c.is_control()) {
            // Four digits do: control characters lie below U+00A0.
            write!(writer, "{}\\u{:04x}", &rest[..at], u32::from(obeyed))?;
            rest = &rest[at + obeyed.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, is_first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, is_first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped_and_reads_back_as_it_was() {
        let value = json!({"a\u{9b}": ["x\u{7f}\u{9b}31m\u{1b}[0m\n", 12, "قتل"], "b": {}});
        let mut out = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut out, TerminalSafe::pretty())).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.chars().all(|c| c == '\n' || !c.is_control()), "{out:?}");
        assert_eq!(serde_json::from_str::<Value>(&out).unwrap(), value);
        let plain = json!({"a": ["x", {"b": null}], "c": []});
        let mut out = Vec::new();
        plain.serialize(&mut Serializer::with_formatter(&mut out, TerminalSafe::pretty())).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&plain).unwrap());
        let mut out = Vec::new();
        plain.serialize(&mut Serializer::with_formatter(&mut out, TerminalSafe::compact())).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&plain).unwrap());
    }
}
