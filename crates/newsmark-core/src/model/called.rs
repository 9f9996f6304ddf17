//! What a mark is called.

use super::{AnnotationId, Project, Spans, Text};

/// Most code points of a mark's words in its name: enough to tell marks apart, and a sentence holds two names.
const LONGEST: usize = 36;

impl Project {
    /// What a mark is called wherever a list or a sentence names it: the first of its words and its paragraph, as
    /// “46 killed”, ¶ 28. Neither changes when other marks come and go. One without a place is called by its words
    /// alone; `None` where there is no such mark.
    pub fn called(&self, id: AnnotationId) -> Option<String> {
        let text = &self.article().text;
        if let Some(annotation) = self.annotation(id) {
            return Some(text.called(&annotation.spans));
        }
        let words = self.unplaced_one(id)?.spans.words.iter().map(String::as_str);
        Some(format!("“{}”", beginning(words)))
    }
}

impl Text {
    /// What a mark of these words is called: see [`Project::called`].
    pub fn called(&self, spans: &Spans) -> String {
        let name = format!("“{}”", beginning(spans.iter().map(|span| self.words(span))));
        match self.paragraph_number(spans.start()) {
            Some(number) => format!("{name}, ¶ {number}"),
            None => format!("{name}, heading"),
        }
    }

    /// The number of the paragraph that byte `offset` is in; `None` in a heading.
    pub fn paragraph_number(&self, offset: usize) -> Option<u32> {
        self.paragraphs().get(self.paragraph_at(offset)).and_then(|paragraph| paragraph.number())
    }
}

/// The first words of some stretches on one line, cut between words; one word longer than all room is cut within.
fn beginning<'a>(stretches: impl Iterator<Item = &'a str>) -> String {
    let mut name = String::new();
    let mut length = 0;
    for (n, stretch) in stretches.enumerate() {
        for (place, word) in stretch.split_whitespace().enumerate() {
            let lead = match (n, place) {
                (0, 0) => "",
                // Between two spans of a mark something was left out.
                (_, 0) => " … ",
                _ => " ",
            };
            let more = lead.chars().count() + word.chars().count();
            if length + more > LONGEST {
                // A web address may be longer than all the room that a name has.
                if name.is_empty() {
                    let kept: String = word.chars().take(LONGEST).collect();
                    return format!("{kept}…");
                }
                return name + " …";
            }
            length += more;
            name.push_str(lead);
            name.push_str(word);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;

    #[test]
    fn a_mark_is_called_by_its_words_and_its_paragraph() {
        let project = project("12 died.\n^^^^^^^ Casualties\nOne more was hurt.\n^^^^^^^^ Casualties");
        let names: Vec<_> = project.annotations().iter().filter_map(|mark| project.called(mark.id)).collect();
        assert_eq!(names, ["“12 died”, ¶ 1", "“One more”, ¶ 2"]);
        assert_eq!(project.called(AnnotationId::from_u64(99)), None);
    }

    #[test]
    fn long_words_are_cut_between_words() {
        let of = |words: &[&str]| beginning(words.iter().copied());
        assert_eq!(
            of(&["close to\n31,000 people had left their homes by Friday"]),
            "close to 31,000 people had left …"
        );
        assert_eq!(of(&["We were choosing,", "and then"]), "We were choosing, … and then");
        assert_eq!(of(&[&"x".repeat(50)]), format!("{}…", "x".repeat(36)));
    }
}
