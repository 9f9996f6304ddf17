//! Which marks of several projects of one text mean the same.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::join::join;
use crate::model::{Annotation, Category, Spans};

/// The marks that are taken for one, a place in each list; `None` where a list has none.
pub(super) type Row = Vec<Option<usize>>;

/// Pairs marks that several people made of one text, in the order of the text.
///
/// Ids say nothing: two files may come from one or from none. Two lists are paired in four
/// steps, each over what the step before left:
///
/// 1. the same spans and category; of several such the most alike records,
/// 2. the same spans,
/// 3. a shared byte and the same category, those first that share most, then those that
///    are longer together by least,
/// 4. likewise across categories, where they share at least half of what they cover together:
///    a paragraph marked as a quote and a number within it are two marks.
///
/// Each list after the second is paired with the first mark of every row. The same lists give
/// the same rows whatever the ids. Of marks that lie over each other in great numbers each is
/// weighed against [`MOST`] others, so that the time does not grow with their square.
/// Every list is in the order of the text.
pub(super) fn align<'m>(lists: &[Vec<&'m Arc<Annotation>>]) -> Vec<Row> {
    let mut rows: Vec<(Row, Placed)> = Vec::new();
    let placed = |some: &[Vec<&'m Arc<Annotation>>]| -> Vec<Vec<Placed<'m>>> {
        some.iter().map(|list| list.iter().map(|mark| Placed::of(mark)).collect()).collect()
    };
    let half = lists.len() / 2;
    let (mut all, others) = join(|| placed(&lists[half..]), || placed(&lists[..half]));
    all.extend(others);
    for (side, given) in all.iter().enumerate() {
        rows.sort_by_key(|(_, first)| first.start);
        let known: Vec<Placed> = rows.iter().map(|(_, first)| *first).collect();
        let paired = pairs(&known, given);
        let mut is_paired = vec![false; given.len()];
        for ((row, _), found) in rows.iter_mut().zip(paired) {
            row.push(found);
            if let Some(place) = found {
                is_paired[place] = true;
            }
        }
        for place in (0..given.len()).filter(|place| !is_paired[*place]) {
            let mut row = Vec::with_capacity(lists.len());
            row.resize(side, None);
            row.push(Some(place));
            rows.push((row, given[place]));
        }
    }
    rows.sort_by_key(|(_, first)| (first.start, first.end));
    rows.into_iter().map(|(row, _)| row).collect()
}

/// A mark with what pairing asks of all, so that asking reads no record.
#[derive(Clone, Copy)]
struct Placed<'m> {
    start: usize,
    end: usize,
    category: Category,
    mark: &'m Annotation,
}

impl<'m> Placed<'m> {
    fn of(mark: &'m Annotation) -> Placed<'m> {
        Placed { start: mark.spans.start(), end: mark.spans.end(), category: mark.category(), mark }
    }

    /// Whether both cover the same words.
    fn is_over(&self, other: &Placed) -> bool {
        self.start == other.start && self.end == other.end && self.mark.spans == other.mark.spans
    }
}

/// So many others a mark is weighed against, beginning with those that begin nearest before it.
const MOST: usize = 48;

/// For each mark of `one` the mark of `other` that it is paired with.
fn pairs(one: &[Placed], other: &[Placed]) -> Vec<Option<usize>> {
    let mut pairing = Pairing { one, other, of_one: vec![None; one.len()], of_other: vec![false; other.len()] };
    pairing.pair_same_spans();
    pairing.pair_overlapping();
    pairing.of_one
}

struct Pairing<'m> {
    one: &'m [Placed<'m>],
    other: &'m [Placed<'m>],
    of_one: Vec<Option<usize>>,
    of_other: Vec<bool>,
}

impl Pairing<'_> {
    fn pair(&mut self, one: usize, other: usize) {
        self.of_one[one] = Some(other);
        self.of_other[other] = true;
    }

    /// Steps 1 and 2, for those that begin at one place after those that begin at another.
    fn pair_same_spans(&mut self) {
        let (mut at, mut other_at) = (0, 0);
        while at < self.one.len() && other_at < self.other.len() {
            let (start, other_start) = (self.one[at].start, self.other[other_at].start);
            if start < other_start {
                at += 1;
            } else if other_start < start {
                other_at += 1;
            } else {
                let end = at + self.one[at..].iter().take_while(|mark| mark.start == start).count();
                let other_end = other_at + self.other[other_at..].iter().take_while(|mark| mark.start == start).count();
                self.pair_begun_together((at..end).collect(), (other_at..other_end).collect());
                (at, other_at) = (end, other_end);
            }
        }
    }

    fn pair_begun_together(&mut self, mut ones: Vec<usize>, mut others: Vec<usize>) {
        if let ([one], [other]) = (&ones[..], &others[..]) {
            if self.one[*one].is_over(&self.other[*other]) {
                self.pair(*one, *other);
            }
            return;
        }
        let (marks, other_marks) = (self.one, self.other);
        let key = |placed: &Placed| (placed.mark.spans.clone(), placed.category);
        ones.sort_by_cached_key(|&n| key(&marks[n]));
        others.sort_by_cached_key(|&n| key(&other_marks[n]));
        let same = |one: &Placed, two: &Placed| one.category == two.category && one.is_over(two);
        for run in ones.chunk_by(|&one, &two| same(&marks[one], &marks[two])) {
            let first = &marks[run[0]];
            let from = others.partition_point(|&n| key(&other_marks[n]) < key(first));
            let alike = others[from..].iter().take_while(|&&n| same(&other_marks[n], first)).count();
            self.pair_alike(run, &others[from..from + alike]);
        }
        let mut left = others.iter().copied().peekable();
        for one in ones {
            if self.of_one[one].is_some() {
                continue;
            }
            let spans = &marks[one].mark.spans;
            while left.next_if(|&n| self.of_other[n] || other_marks[n].mark.spans < *spans).is_some() {}
            if let Some(other) = left.next_if(|&n| other_marks[n].mark.spans == *spans) {
                self.pair(one, other);
            }
        }
    }

    /// Pairs marks of the same spans and category, the most alike records first.
    fn pair_alike(&mut self, ones: &[usize], others: &[usize]) {
        if ones.len() * others.len() > MOST * MOST || ones.len().max(others.len()) == 1 {
            for (&one, &other) in ones.iter().zip(others) {
                self.pair(one, other);
            }
            return;
        }
        let weighed = ones.iter().flat_map(|&one| others.iter().map(move |&other| (one, other)));
        let mut weighed: Vec<(usize, usize, usize)> = weighed
            .map(|(one, other)| (self.one[one].mark.differing(self.other[other].mark).len(), one, other))
            .collect();
        weighed.sort_unstable();
        for (_, one, other) in weighed {
            if self.of_one[one].is_none() && !self.of_other[other] {
                self.pair(one, other);
            }
        }
    }

    /// Steps 3 and 4.
    fn pair_overlapping(&mut self) {
        let mut candidates = self.candidates();
        candidates.sort_unstable();
        for Candidate { one, other, .. } in candidates {
            if self.of_one[one].is_none() && !self.of_other[other] {
                self.pair(one, other);
            }
        }
    }

    /// The pairs that share a byte, found by going through both lists in order of the text.
    fn candidates(&self) -> Vec<Candidate> {
        let mut found = Vec::new();
        let (mut open, mut other_open) = (Open::default(), Open::default());
        let ones = (0..self.one.len()).filter(|&n| self.of_one[n].is_none());
        let others = (0..self.other.len()).filter(|&n| !self.of_other[n]);
        let (mut ones, mut others) = (ones.peekable(), others.peekable());
        loop {
            let starts = (ones.peek().map(|&n| self.one[n].start), others.peek().map(|&n| self.other[n].start));
            let is_one = match starts {
                (None, None) => return found,
                (Some(start), Some(other)) => start <= other,
                (start, _) => start.is_some(),
            };
            if is_one {
                let Some(one) = ones.next() else { continue };
                let near = other_open.over(self.one[one].start, |n| self.other[n].end);
                found.extend(near.filter_map(|other| self.candidate(one, other)));
                open.begin(one);
            } else {
                let Some(other) = others.next() else { continue };
                let near = open.over(self.other[other].start, |n| self.one[n].end);
                found.extend(near.filter_map(|one| self.candidate(one, other)));
                other_open.begin(other);
            }
        }
    }

    fn candidate(&self, one: usize, other: usize) -> Option<Candidate> {
        let (placed, other_placed) = (&self.one[one], &self.other[other]);
        let (spans, other_spans) = (&placed.mark.spans, &other_placed.mark.spans);
        let shared = shared(spans, other_spans);
        let together = spans.covered() + other_spans.covered() - shared;
        let is_across = placed.category != other_placed.category;
        let is_near = if is_across { 2 * shared >= together } else { shared > 0 };
        is_near.then_some(Candidate { is_across, shared: Reverse(shared), together, one, other })
    }
}

/// Two marks that may mean the same, the likeliest first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    is_across: bool,
    shared: Reverse<usize>,
    together: usize,
    one: usize,
    other: usize,
}

/// Marks of one list that have begun and may not have ended.
#[derive(Default)]
struct Open {
    marks: Vec<usize>,
    /// How many there may be before those that have ended are taken out.
    limit: usize,
}

impl Open {
    fn begin(&mut self, mark: usize) {
        self.marks.push(mark);
    }

    /// Those that go on beyond byte `at`, the latest begun first, [`MOST`] at most.
    fn over(&mut self, at: usize, end: impl Fn(usize) -> usize) -> impl Iterator<Item = usize> {
        if self.marks.len() > self.limit {
            self.marks.retain(|&mark| end(mark) > at);
            self.limit = 2 * self.marks.len() + 8;
        }
        self.marks.iter().rev().copied().filter(move |&mark| end(mark) > at).take(MOST)
    }
}

/// How many bytes both cover.
pub(super) fn shared(one: &Spans, other: &Spans) -> usize {
    let (ones, others) = (one.as_slice(), other.as_slice());
    let (mut at, mut other_at, mut sum) = (0, 0, 0);
    while let (Some(one), Some(other)) = (ones.get(at), others.get(other_at)) {
        sum += one.end().min(other.end()).saturating_sub(one.start().max(other.start()));
        if one.end() <= other.end() {
            at += 1;
        } else {
            other_at += 1;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{AnnotationId, Category, Person, Span};
    use proptest::prelude::*;

    /// The marks of each row as “Casualties: words”, a dash where a side has none.
    fn rows(fixtures: &[&str]) -> Vec<String> {
        let projects: Vec<_> = fixtures.iter().map(|fixture| project(fixture)).collect();
        let lists: Vec<Vec<&Arc<Annotation>>> =
            projects.iter().map(|project| project.annotations().iter().collect()).collect();
        let text = &projects[0].article().text;
        let told = |(list, place): (&Vec<&Arc<Annotation>>, &Option<usize>)| match place {
            Some(place) => {
                let mark = &list[*place];
                let words: Vec<_> = mark.spans.iter().map(|span| text.words(span)).collect();
                format!("{} {}", mark.category().letter(), words.join(" … "))
            }
            None => "–".to_owned(),
        };
        align(&lists).iter().map(|row| lists.iter().zip(row).map(told).collect::<Vec<_>>().join(" | ")).collect()
    }

    #[test]
    fn marks_are_paired_by_words_and_never_by_id() {
        let one = "\
At least 12 people died and 3 fled.
^^^^^^^^^^^^^^^^^^ Casualties
                            ^^^^^^ Displacement";
        let other = "\
At least 12 people died and 3 fled.
                            ^^^^^^ Displacement
^^^^^^^^^^^^^^^^^^ Casualties";
        assert_eq!(rows(&[one, other]), ["C At least 12 people | C At least 12 people", "D 3 fled | D 3 fled"]);
    }

    #[test]
    fn the_largest_overlap_within_a_category_goes_before_any_across() {
        let one = "\
At least 12 people died, she said.
^^^^^^^^^^^^^^^^^^ Casualties
         ^^ Casualties";
        let other = "\
At least 12 people died, she said.
         ^^^^^^^^^ Casualties
^^^^^^^^^^^^^^^^^^^^^^^ Claims";
        assert_eq!(
            rows(&[one, other]),
            ["C At least 12 people | C 12 people", "– | L At least 12 people died", "C 12 | –"]
        );
    }

    #[test]
    fn a_mark_of_another_category_is_the_same_where_it_covers_much_the_same() {
        let one = "\
He said the army had shot at them.
        ^^^^^^^^^^^^^^^^^^^^^^^^^ Quotes
^^ Claims";
        let other = "\
He said the army had shot at them.
        ^^^^^^^^^^^^^^^^^ Claims
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Displacement";
        assert_eq!(
            rows(&[one, other]),
            [
                "L He | –",
                "– | L the army had shot",
                "Q the army had shot at them | D He said the army had shot at them"
            ]
        );
    }

    #[test]
    fn a_third_list_is_paired_with_the_first_mark_of_each_row() {
        let one = "Ten died. Two fled.\n^^^ Casualties";
        let other = "Ten died. Two fled.\n          ^^^ Displacement";
        let third = "Ten died. Two fled.\n^^^^^^^^ Casualties\n          ^^^^^^^^ Displacement";
        assert_eq!(rows(&[one, other, third]), ["C Ten | – | C Ten died", "– | D Two | D Two fled"]);
    }

    fn marks() -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
        prop::collection::vec((0..40_usize, 1..9_usize, 0..4_usize), 0..24)
    }

    fn list(marks: &[(usize, usize, usize)], ids: u64) -> Vec<Arc<Annotation>> {
        let mark = |(n, &(start, length, category)): (usize, &(usize, usize, usize))| {
            let id = AnnotationId::mint(ids.wrapping_mul(n as u64 + 1));
            let (span, author) = (Span::new(start, start + length).unwrap(), Person::new("Ines Varga").unwrap());
            Arc::new(Annotation::draft(id, span, Category::ALL[category], author))
        };
        let mut list: Vec<_> = marks.iter().enumerate().map(mark).collect();
        list.sort_by_key(|mark| mark.spans.start());
        list
    }

    proptest! {
        #[test]
        fn every_mark_stands_in_one_row_and_ids_change_nothing(one in marks(), other in marks(), third in marks(), ids: u64) {
            let lists = [list(&one, 1), list(&other, 1), list(&third, 1)];
            let renamed = [list(&one, ids), list(&other, ids), list(&third, ids)];
            let slices = |lists: &[Vec<Arc<Annotation>>; 3]| align(&lists.each_ref().map(|list| list.iter().collect()));
            let rows = slices(&lists);
            prop_assert_eq!(&rows, &slices(&renamed));
            for (side, list) in lists.iter().enumerate() {
                let mut places: Vec<usize> = rows.iter().filter_map(|row| row[side]).collect();
                places.sort_unstable();
                prop_assert_eq!(places, (0..list.len()).collect::<Vec<_>>());
            }
        }

        #[test]
        fn a_list_is_wholly_paired_with_itself(marks in marks()) {
            let list = list(&marks, 1);
            let mut spans = Vec::new();
            for row in align(&[list.iter().collect(), list.iter().collect()]) {
                let (one, other) = (&list[row[0].unwrap()], &list[row[1].unwrap()]);
                prop_assert_eq!((&one.spans, one.category()), (&other.spans, other.category()));
                spans.push(one.spans.start());
            }
            prop_assert!(spans.is_sorted());
        }

        #[test]
        fn what_is_shared_is_counted_byte_by_byte(one in marks(), other in marks()) {
            let spans = |marks: &[(usize, usize, usize)]| {
                Spans::new(marks.iter().map(|mark| Span::new(mark.0, mark.0 + mark.1).unwrap()).collect())
            };
            if let (Some(one), Some(other)) = (spans(&one), spans(&other)) {
                let counted = (0..60).filter(|&at| one.contains(at) && other.contains(at)).count();
                prop_assert_eq!(shared(&one, &other), counted);
            }
        }
    }
}
