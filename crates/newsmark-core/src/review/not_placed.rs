use super::Side;
use crate::model::{Annotation, Text};

/// Why a mark of another text has no certain place in the first project's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPlaced {
    /// Some of its words do not stand there.
    Gone,
    /// Its words stand there so often, and what is around them does not tell which are meant.
    Several(usize),
    /// They stand there once, but more often in its own text.
    SeveralOfOwn(usize),
}

impl Side {
    /// Why one of the marks in [`Side::not_placed`] has no certain place in the first project's `text`.
    pub fn why_not_placed(&self, mark: &Annotation, text: &Text) -> NotPlaced {
        let own = &self.project.article().text;
        let counts = mark.spans.iter().map(|span| {
            let words = own.words(span);
            (text.matches(words).count(), own.matches(words).count())
        });
        let (fewest, most, most_of_own) = counts.fold((usize::MAX, 0, 0), |(fewest, most, of_own), (there, here)| {
            (fewest.min(there), most.max(there), of_own.max(here))
        });
        match (fewest, most) {
            (0, _) => NotPlaced::Gone,
            // Found once there and still not placed: then its own text has the words more often, and any of them may be
            // meant.
            (_, 1) => NotPlaced::SeveralOfOwn(most_of_own),
            (_, most) => NotPlaced::Several(most),
        }
    }

    /// Where in the first project's text that stands which follows byte `at` of this one's: within a place in which
    /// they differ its beginning.
    pub fn in_first(&self, at: usize) -> usize {
        // They are in order and disjoint, so that the last one before `at` tells by how much the texts have shifted.
        let before = self.text_differences.partition_point(|place| place.other.end <= at);
        if let Some(place) = self.text_differences.get(before).filter(|place| place.other.start <= at) {
            return place.one.start;
        }
        match before.checked_sub(1).map(|last| &self.text_differences[last]) {
            Some(last) => last.one.end + (at - last.other.end),
            None => at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::review::Comparison;

    fn compared(one: &str, other: &str) -> Comparison {
        Comparison::of(vec![("A".to_owned(), project(one)), ("B".to_owned(), project(other))]).unwrap()
    }

    #[test]
    fn a_mark_without_a_certain_place_tells_why() {
        let one = "\
The army said that ten died. The clinic said that some fled.";
        let other = "\
The army said that six died. The clinic said that some fled.
                   ^^^ Casualties
                      ^^^^^ Claims";
        let comparison = compared(one, other);
        let side = &comparison.sides()[1];
        let why: Vec<NotPlaced> =
            side.not_placed.iter().map(|mark| side.why_not_placed(mark, comparison.text())).collect();
        assert_eq!(why, [NotPlaced::Gone]);
    }

    #[test]
    fn a_place_of_another_text_is_found_in_the_first() {
        let comparison = compared("Ten people died in Orsa, she said.", "Two died in Orsa, she said.");
        let (first, side) = (comparison.text(), &comparison.sides()[1]);
        let own = &side.project.article().text;
        for words in ["died", "Orsa", "she said."] {
            assert_eq!(side.in_first(own.find(words).unwrap()), first.find(words).unwrap(), "{words}");
        }
        assert_eq!(side.in_first(0), 0);
    }
}
