use super::{BratAttribute, BratEquivalence, BratEvent, BratNormalization, BratNote, BratRelation, BratWords};

/// One line of a `.ann` file.
pub(super) enum Line<'f> {
    Words(BratWords<'f>),
    Event(BratEvent<'f>),
    Relation(BratRelation<'f>),
    Equivalence(BratEquivalence<'f>),
    Attribute(BratAttribute<'f>),
    Normalization(BratNormalization<'f>),
    Note(BratNote<'f>),
}

impl<'f> Line<'f> {
    /// The annotation of a line without its end; `None` where it is none.
    pub fn of(line: &'f str) -> Option<Line<'f>> {
        let (id, rest) = line.split_once('\t')?;
        // What follows a second tab is words of people: of the text, of a catalogue, or a note.
        let (facts, text) = rest.split_once('\t').unwrap_or((rest, ""));
        let (label, facts) = facts.split_once(' ').unwrap_or((facts, ""));
        let mut names = facts.split_whitespace();
        Some(match id.chars().next()? {
            'T' => Line::Words(BratWords { id, label, ranges: ranges(facts)?, text }),
            'E' => {
                // The words that tell of an event stand behind its label: "Attack:T7".
                let (label, trigger) = label.split_once(':')?;
                Line::Event(BratEvent { id, label, trigger, arguments: arguments(names)? })
            }
            'R' => {
                let arguments = arguments(names)?;
                (!arguments.is_empty()).then_some(Line::Relation(BratRelation { id, label, arguments }))?
            }
            '*' => {
                let of: Vec<&str> = names.collect();
                (of.len() > 1).then_some(Line::Equivalence(BratEquivalence { label, of }))?
            }
            'A' | 'M' => Line::Attribute(BratAttribute { id, label, of: names.next()?, value: names.next() }),
            'N' => {
                let (of, entry) = (names.next()?, names.next()?);
                Line::Normalization(BratNormalization { id, label, of, entry, title: text })
            }
            '#' => Line::Note(BratNote { id, label, of: names.next()?, text }),
            _ => return None,
        })
    }
}

/// "0 5;14 18" as ranges; `None` where one has no end, or none in front of it.
fn ranges(facts: &str) -> Option<Vec<(usize, usize)>> {
    let range = |range: &str| {
        let (start, end) = range.split_once(' ')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        (start < end).then_some((start, end))
    };
    facts.split(';').map(range).collect()
}

/// "Arg1:T2 Arg2:T1" as roles with names; `None` where one has no role.
fn arguments<'f>(names: impl Iterator<Item = &'f str>) -> Option<Vec<(&'f str, &'f str)>> {
    names.map(|argument| argument.split_once(':')).collect()
}
