use std::fmt;
use std::str::FromStr;

use sha2::Digest as _;

use super::{Anchored, Annotation, FieldValue, HouseholdSize};

/// By which a change of an annotation is noticed: the first 64 bits of the SHA-256
/// of a canonical writing, written as 16 hexadecimal digits in lower case.
///
/// The writing has the spans in bytes, the category, every known field by the
/// order of its name, the status, the note and the comments. It rests on names
/// that files keep and is the same for ever: files hold fingerprints.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Annotation {
    /// The annotation's fingerprint.
    pub fn fingerprint(&self) -> Fingerprint {
        let mut writing = Writing(sha2::Sha256::new());
        for span in self.spans.iter() {
            writing.piece("span").piece(span.start()).piece(span.end());
        }
        writing.piece("category").piece(self.category().name());
        let mut fields: Vec<(String, FieldValue)> = self
            .details
            .fields()
            .into_iter()
            .filter_map(|path| Some((path, self.details.field(path)?)))
            // Fields that a later version adds are unknown in old records and change no fingerprint.
            .filter(|(_, value)| !value.is_unknown())
            .map(|(path, value)| (path.to_string(), value))
            .collect();
        // By name and not by the order of the form, which a later version of the program may change.
        fields.sort_by(|one, other| one.0.cmp(&other.0));
        for (path, value) in &fields {
            writing.piece("field").piece(path).value(value);
        }
        writing.piece("status").piece(self.status.name());
        writing.piece("note").piece(&self.note);
        for comment in &self.comments {
            writing.piece("comment").piece(comment.id).piece(&comment.author);
            writing.piece(comment.time.0).piece(&comment.text);
        }
        writing.end()
    }
}

/// Pieces one after the other, each behind its length, so that no two writings are alike.
struct Writing(sha2::Sha256);

impl Writing {
    fn piece(&mut self, piece: impl fmt::Display) -> &mut Writing {
        let piece = piece.to_string();
        // Without the length "ab" and "c" would write what "a" and "bc" do.
        self.0.update(format!("{}:", piece.len()));
        self.0.update(piece);
        self
    }

    fn value(&mut self, value: &FieldValue) {
        match value {
            FieldValue::Words(words) => words.iter().for_each(|words| self.words(words)),
            FieldValue::Text(text) => self.of_kind("text", Some(text)),
            FieldValue::Choice(vocabulary, index) => {
                self.of_kind("term", vocabulary.terms.get(*index).map(|term| term.name));
            }
            FieldValue::Number(number) => self.of_kind("number", *number),
            FieldValue::Size(size) => self.of_kind("size", size.map(HouseholdSize::hundredths)),
            FieldValue::Source(source) => self.of_kind("source", *source),
            FieldValue::Mark(mark) => self.of_kind("mark", *mark),
        }
    }

    fn words(&mut self, words: &Anchored<String>) {
        self.of_kind("words", Some(&words.value));
        if let Some(anchor) = &words.anchor {
            self.of_kind("anchor", Some(&anchor.words));
            if let Some(at) = anchor.at {
                self.piece("at").piece(at.start()).piece(at.end());
            }
        }
    }

    /// The kind of a value, then the value where it is known.
    fn of_kind(&mut self, kind: &str, value: Option<impl fmt::Display>) {
        self.piece(kind);
        if let Some(value) = value {
            self.piece(value);
        }
    }

    fn end(self) -> Fingerprint {
        let digest: [u8; 32] = self.0.finalize().into();
        let (first, _) = digest.split_first_chunk::<8>().unwrap_or((&[0; 8], &[]));
        // 64 bits serve to notice a change, not to keep a forger out: whoever can write the file can sign it, too.
        Fingerprint(u64::from_be_bytes(*first))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// A string that is no fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint is 16 of the digits 0–9 and a–f")]
pub struct NotAFingerprint;

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;

    /// Reads what `Display` writes and nothing else.
    fn from_str(written: &str) -> Result<Fingerprint, NotAFingerprint> {
        let read = u64::from_str_radix(written, 16).map(Fingerprint).map_err(|_| NotAFingerprint)?;
        if read.to_string() == written { Ok(read) } else { Err(NotAFingerprint) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{AnnotationId, Category, Comment, CommentId, ItemId, Person, RecordList, Span, Status, Time};

    fn mark() -> Annotation {
        let project = project("At least 12 died.\n^^^^^^^^^^^ Casualties");
        Annotation::clone(project.annotation(AnnotationId::from_u64(1)).unwrap())
    }

    fn blank(category: Category) -> Annotation {
        let mut annotation = Annotation { details: category.unknown(), ..mark() };
        for (n, list) in RecordList::of(category).iter().enumerate() {
            annotation.details.add_item(list.unknown(ItemId::from_u64(n as u64 + 7)));
        }
        annotation
    }

    #[test]
    fn a_fingerprint_is_the_same_for_ever() {
        let mut annotation = mark();
        assert_eq!(annotation.fingerprint().to_string(), "d75a64245372be05");
        annotation.details = crate::model::Details::Casualties(crate::model::Casualties {
            harm: crate::model::Harm::Killed,
            figure: crate::model::Figure { low: Some(12), ..Default::default() },
            ..Default::default()
        });
        annotation.status = Status::Approved;
        annotation.comments = vec![comment("Sure?")];
        assert_eq!(annotation.fingerprint().to_string(), "6cb30110f471a4d6");
    }

    fn comment(text: &str) -> Comment {
        let author = Person::new("Tomas Reed").unwrap();
        Comment { id: CommentId::from_u64(3), author, time: Time(1_773_489_900), text: text.to_owned() }
    }

    #[test]
    fn every_field_every_span_the_status_and_each_comment_change_it() {
        for category in Category::ALL {
            let before = blank(category);
            for path in before.fields() {
                let mut annotation = before.clone();
                let value = match annotation.field(path).unwrap() {
                    FieldValue::Words(_) => FieldValue::Words(Some(Anchored::typed("12"))),
                    FieldValue::Text(_) => FieldValue::Text("12".to_owned()),
                    FieldValue::Choice(vocabulary, _) => FieldValue::Choice(vocabulary, 1),
                    FieldValue::Number(_) => FieldValue::Number(Some(12)),
                    FieldValue::Size(_) => FieldValue::Size(HouseholdSize::of_hundredths(450)),
                    FieldValue::Source(_) => FieldValue::Source(Some(crate::model::SourceId::from_u64(3))),
                    FieldValue::Mark(_) => FieldValue::Mark(Some(AnnotationId::from_u64(3))),
                };
                annotation.set_field(path, value).unwrap();
                assert_ne!(annotation.fingerprint(), before.fingerprint(), "{path}");
            }
        }
        let before = mark();
        let moved = Annotation { spans: Span::new(0, 2).unwrap().into(), ..before.clone() };
        let rejected = Annotation { status: Status::Rejected, ..before.clone() };
        let said = Annotation { comments: vec![comment("Sure?")], ..before.clone() };
        let otherwise = Annotation { comments: vec![comment("Sure")], ..before.clone() };
        let mut all = [&before, &moved, &rejected, &said, &otherwise].map(Annotation::fingerprint).to_vec();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 5);
    }

    #[test]
    fn what_is_no_fingerprint_is_refused() {
        assert_eq!("00000000000000ff".parse::<Fingerprint>().unwrap().to_string(), "00000000000000ff");
        for other in ["", "ff", "00000000000000FF", "+0000000000000ff", "00000000000000ff0"] {
            assert_eq!(other.parse::<Fingerprint>(), Err(NotAFingerprint), "{other}");
        }
    }
}
