use std::collections::HashSet;
use std::ops::{Index, Range};
use std::sync::Arc;

use super::{Annotation, AnnotationId, Category};

/// The annotations of a project in the order of the text: by first byte, then id.
///
/// They are kept in chunks of some hundreds, each of which knows how far its
/// annotations reach. Inserting, removing, counting from the front and asking
/// for those over a stretch of the text cost a chunk, not the whole; a clone
/// shares the chunks.
#[derive(Clone, Default)]
pub struct Annotations {
    chunks: Vec<Chunk>,
    len: usize,
    counts: [usize; Category::ALL.len()],
}

/// Neighbours in order, at least one.
#[derive(Clone)]
struct Chunk {
    items: Arc<Vec<Item>>,
    /// The first byte of the first item.
    start: usize,
    /// The byte after the last of the item that reaches farthest.
    end: usize,
}

/// An annotation with what its order and place are asked for, so that asking reads no record.
#[derive(Clone)]
struct Item {
    start: usize,
    end: usize,
    annotation: Arc<Annotation>,
}

/// A chunk larger than this is divided. Tests have small ones, so that a few annotations are several chunks.
const LARGEST: usize = if cfg!(test) { 4 } else { 256 };

impl Annotations {
    /// The annotations in any order; their ids must differ.
    pub(super) fn of(mut annotations: Vec<Arc<Annotation>>) -> Annotations {
        annotations.sort_by_key(|annotation| annotation.order());
        let mut all = Annotations { len: annotations.len(), ..Annotations::default() };
        for annotation in &annotations {
            all.counts[annotation.category() as usize] += 1;
        }
        let items: Vec<Item> = annotations.into_iter().map(Item::new).collect();
        // Half full, so that marks can be added anywhere before a chunk has to be divided.
        all.chunks = items.chunks(LARGEST / 2).map(|items| Chunk::new(items.to_vec())).collect();
        all
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many are of that category.
    pub fn count(&self, category: Category) -> usize {
        self.counts[category as usize]
    }

    /// The one with `n` before it.
    pub fn get(&self, n: usize) -> Option<&Arc<Annotation>> {
        self.range(n..self.len).next()
    }

    /// The last one.
    pub fn last(&self) -> Option<&Arc<Annotation>> {
        self.iter().next_back()
    }

    /// All, in order.
    pub fn iter(&self) -> InOrder<'_> {
        self.range(0..self.len)
    }

    /// Those with so many before them, in order; what is beyond the last is left out.
    pub fn range(&self, range: Range<usize>) -> InOrder<'_> {
        // Clamped, so that a range worked out before marks were deleted is answered with what is there.
        let end = range.end.min(self.len);
        let start = range.start.min(end);
        InOrder { chunks: &self.chunks, front: self.seek(start), back: self.seek(end), left: end - start }
    }

    /// Those that are not in a chunk which both lists share, in order: of a list
    /// that was changed in a few places since it was cloned, little more than those.
    pub fn not_shared_with(&self, other: &Annotations) -> impl Iterator<Item = &Arc<Annotation>> {
        // By address: both lists keep their chunks alive while they are compared, so that no address can be of two.
        let shared: HashSet<*const Vec<Item>> = other.chunks.iter().map(|chunk| Arc::as_ptr(&chunk.items)).collect();
        let own = self.chunks.iter().filter(move |chunk| !shared.contains(&Arc::as_ptr(&chunk.items)));
        own.flat_map(|chunk| chunk.items.iter().map(|item| &item.annotation))
    }

    /// Whether both lists share all their chunks: of a clone that nothing was changed in, the same annotations.
    pub fn is_shared_with(&self, other: &Annotations) -> bool {
        let both = || self.chunks.iter().zip(&other.chunks);
        self.chunks.len() == other.chunks.len() && both().all(|(own, other)| Arc::ptr_eq(&own.items, &other.items))
    }

    /// The stretches that the list is kept in: some hundred neighbours each, in order.
    pub(crate) fn stretches(&self) -> impl ExactSizeIterator<Item = ChunkView<'_>> + DoubleEndedIterator {
        self.chunks.iter().map(ChunkView)
    }

    /// The last stretch that begins before byte `offset`, if any does.
    pub(crate) fn stretch_before(&self, offset: usize) -> Option<usize> {
        self.chunks.partition_point(|chunk| chunk.start < offset).checked_sub(1)
    }

    /// The stretch and the place in it of the annotation that begins at byte `start` and has that id.
    pub(super) fn seat(&self, start: usize, id: AnnotationId) -> Option<(usize, usize)> {
        self.find(start, id).ok()
    }

    /// How many begin before byte `offset`.
    pub fn begun_before(&self, offset: usize) -> usize {
        let at = self.chunks.partition_point(|chunk| chunk.start < offset);
        let Some(at) = at.checked_sub(1) else { return 0 };
        self.before_chunk(at) + self.chunks[at].items.partition_point(|item| item.start < offset)
    }

    /// Those that share a byte with `range`, or pass over it between their spans, in order.
    pub fn over(&self, range: Range<usize>) -> impl Iterator<Item = &Arc<Annotation>> {
        let begun = self.chunks.partition_point(|chunk| chunk.start < range.end);
        // Chunks are sorted by where they begin, and not by how far they reach: an early one may hold a mark of the
        // whole article.
        let chunks = self.chunks[..begun].iter().filter(move |chunk| chunk.end > range.start);
        chunks.flat_map(move |chunk| {
            let begun = chunk.items.partition_point(|item| item.start < range.end);
            chunk.items[..begun].iter().filter(move |item| item.end > range.start).map(|item| &item.annotation)
        })
    }

    /// How many come before the annotation that begins at byte `start` and has that id; `Err` where it is not there.
    pub(super) fn place(&self, start: usize, id: AnnotationId) -> Result<usize, usize> {
        match self.find(start, id) {
            Ok((chunk, item)) => Ok(self.before_chunk(chunk) + item),
            Err((chunk, item)) => Err(self.before_chunk(chunk) + item),
        }
    }

    /// The annotation that begins at byte `start` and has that id.
    pub(super) fn at(&self, start: usize, id: AnnotationId) -> Option<&Arc<Annotation>> {
        let (chunk, item) = self.find(start, id).ok()?;
        Some(&self.chunks[chunk].items[item].annotation)
    }

    /// Adds one that is not there.
    pub(super) fn insert(&mut self, annotation: Arc<Annotation>) {
        let (start, id) = annotation.order();
        self.counts[annotation.category() as usize] += 1;
        self.len += 1;
        let (Ok((at, item)) | Err((at, item))) = self.find(start, id);
        let Some(chunk) = self.chunks.get_mut(at) else {
            self.chunks.push(Chunk::new(vec![Item::new(annotation)]));
            return;
        };
        // Copies the chunk where another clone of the list shares it, as the last state of the history does.
        Arc::make_mut(&mut chunk.items).insert(item, Item::new(annotation));
        chunk.measure();
        // Divided in the middle, and never made one again: a chunk that was emptied goes, and small ones cost little.
        if chunk.items.len() > LARGEST {
            let rest = Arc::make_mut(&mut chunk.items).split_off(LARGEST / 2);
            chunk.measure();
            self.chunks.insert(at + 1, Chunk::new(rest));
        }
    }

    /// Takes away the one that begins at byte `start` and has that id.
    pub(super) fn remove(&mut self, start: usize, id: AnnotationId) -> Option<Arc<Annotation>> {
        let (at, item) = self.find(start, id).ok()?;
        let chunk = &mut self.chunks[at];
        let removed = Arc::make_mut(&mut chunk.items).remove(item).annotation;
        if chunk.items.is_empty() {
            self.chunks.remove(at);
        } else {
            chunk.measure();
        }
        self.counts[removed.category() as usize] -= 1;
        self.len -= 1;
        Some(removed)
    }

    /// Puts one in the place of the one of its id that begins at byte `start`, which is answered.
    pub(super) fn replace(&mut self, start: usize, annotation: Arc<Annotation>) -> Option<Arc<Annotation>> {
        // Its place in the order is another.
        if annotation.spans.start() != start {
            let before = self.remove(start, annotation.id)?;
            self.insert(annotation);
            return Some(before);
        }
        let (at, place) = self.find(start, annotation.id).ok()?;
        let chunk = &mut self.chunks[at];
        let item = &mut Arc::make_mut(&mut chunk.items)[place];
        self.counts[annotation.category() as usize] += 1;
        let before = std::mem::replace(item, Item::new(annotation));
        self.counts[before.annotation.category() as usize] -= 1;
        // How far the chunk reaches can have changed only then; measuring goes through all of it.
        if item.end != before.end {
            chunk.measure();
        }
        Some(before.annotation)
    }

    /// The chunk and the place in it of an annotation, or where it belongs.
    ///
    /// Ids are asked for only where two begin at one byte: each lies in memory of its own.
    fn find(&self, start: usize, id: AnnotationId) -> Result<(usize, usize), (usize, usize)> {
        let before = |own: usize, item: &Item| own.cmp(&start).then_with(|| item.annotation.id.cmp(&id));
        // A chunk is never empty, so that its first item is there. The last chunk that begins at or before the place is
        // the only one that can hold it.
        let at = self.chunks.partition_point(|chunk| before(chunk.start, &chunk.items[0]).is_le()).saturating_sub(1);
        let Some(chunk) = self.chunks.get(at) else { return Err((0, 0)) };
        match chunk.items.binary_search_by(|item| before(item.start, item)) {
            Ok(item) => Ok((at, item)),
            Err(item) => Err((at, item)),
        }
    }

    fn before_chunk(&self, at: usize) -> usize {
        self.chunks[..at.min(self.chunks.len())].iter().map(|chunk| chunk.items.len()).sum()
    }

    /// The chunk and the place in it of the one with `n` before it.
    fn seek(&self, n: usize) -> (usize, usize) {
        let mut left = n;
        for (at, chunk) in self.chunks.iter().enumerate() {
            if left < chunk.items.len() {
                return (at, left);
            }
            left -= chunk.items.len();
        }
        (self.chunks.len(), 0)
    }
}

impl Chunk {
    fn new(items: Vec<Item>) -> Chunk {
        let mut chunk = Chunk { items: Arc::new(items), start: 0, end: 0 };
        chunk.measure();
        chunk
    }

    fn measure(&mut self) {
        self.start = self.items.first().map_or(0, |item| item.start);
        self.end = self.items.iter().map(|item| item.end).max().unwrap_or(0);
    }
}

impl Item {
    fn new(annotation: Arc<Annotation>) -> Item {
        Item { start: annotation.spans.start(), end: annotation.spans.end(), annotation }
    }
}

/// Neighbours that are kept together: what was worked out of a stretch holds for every list that shares it.
#[derive(Clone, Copy)]
pub(crate) struct ChunkView<'a>(&'a Chunk);

impl<'a> ChunkView<'a> {
    /// A number that two stretches have in common only where they are one, as long as a list that has it is kept.
    pub fn key(self) -> usize {
        Arc::as_ptr(&self.0.items) as usize
    }

    /// Its annotations, in order.
    pub fn iter(self) -> impl ExactSizeIterator<Item = &'a Arc<Annotation>> + DoubleEndedIterator {
        self.0.items.iter().map(|item| &item.annotation)
    }

    /// How many of them begin before byte `offset`.
    pub fn begun_before(self, offset: usize) -> usize {
        self.0.items.partition_point(|item| item.start < offset)
    }

    /// The first byte of the one with `n` before it.
    pub fn start(self, n: usize) -> Option<usize> {
        self.0.items.get(n).map(|item| item.start)
    }
}

/// Annotations one after the other, from either end.
#[derive(Clone)]
pub struct InOrder<'a> {
    chunks: &'a [Chunk],
    front: (usize, usize),
    back: (usize, usize),
    left: usize,
}

impl<'a> Iterator for InOrder<'a> {
    type Item = &'a Arc<Annotation>;

    fn next(&mut self) -> Option<&'a Arc<Annotation>> {
        self.left = self.left.checked_sub(1)?;
        let (chunk, item) = self.front;
        let items = &self.chunks[chunk].items;
        self.front = if item + 1 < items.len() { (chunk, item + 1) } else { (chunk + 1, 0) };
        Some(&items[item].annotation)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl DoubleEndedIterator for InOrder<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let (chunk, item) = self.back;
        self.back = match item.checked_sub(1) {
            Some(item) => (chunk, item),
            // `left` was not nought, so that something stands before and the chunk is not the first.
            None => (chunk - 1, self.chunks[chunk - 1].items.len() - 1),
        };
        Some(&self.chunks[self.back.0].items[self.back.1].annotation)
    }
}

impl ExactSizeIterator for InOrder<'_> {}

impl<'a> IntoIterator for &'a Annotations {
    type Item = &'a Arc<Annotation>;
    type IntoIter = InOrder<'a>;

    fn into_iter(self) -> InOrder<'a> {
        self.iter()
    }
}

impl Index<usize> for Annotations {
    type Output = Arc<Annotation>;

    /// The one with `n` before it.
    ///
    /// # Panics
    /// Where there are no more than `n`, as a slice does.
    fn index(&self, n: usize) -> &Arc<Annotation> {
        let (chunk, item) = self.seek(n);
        &self.chunks[chunk].items[item].annotation
    }
}

impl PartialEq for Annotations {
    fn eq(&self, other: &Annotations) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl Eq for Annotations {}

impl std::fmt::Debug for Annotations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Person, Span};
    use proptest::prelude::*;

    fn annotation((id, start, len): (u64, usize, usize)) -> Arc<Annotation> {
        let (span, author) = (Span::new(start, start + len).unwrap(), Person::new("Ines Varga").unwrap());
        Arc::new(Annotation::draft(AnnotationId::from_u64(id), span, Category::ALL[(id as usize + len) % 4], author))
    }

    proptest! {
        #[test]
        fn it_answers_as_a_sorted_list_does(
            steps in prop::collection::vec((any::<bool>(), 0u64..900, 0usize..300, 1usize..40), 0..1500),
            asked in 0usize..320,
        ) {
            let mut list: Vec<Arc<Annotation>> = Vec::new();
            let mut all = Annotations::default();
            for (inserts, id, start, len) in steps {
                let known = list.iter().position(|other| other.id == AnnotationId::from_u64(id));
                match known {
                    None if inserts => {
                        let new = annotation((id, start, len));
                        all.insert(new.clone());
                        list.push(new);
                    }
                    Some(at) if !inserts => {
                        let gone = list.swap_remove(at);
                        prop_assert_eq!(all.remove(gone.spans.start(), gone.id), Some(gone));
                    }
                    // Another length at the same place, or another place.
                    Some(at) => {
                        let start = if len % 2 == 0 { list[at].spans.start() } else { start };
                        let other = annotation((id, start, len));
                        let before = std::mem::replace(&mut list[at], other.clone());
                        prop_assert_eq!(all.replace(before.spans.start(), other), Some(before));
                    }
                    _ => {}
                }
            }
            list.sort_by_key(|annotation| annotation.order());
            prop_assert_eq!(all.len(), list.len());
            prop_assert!(all.iter().eq(list.iter()));
            prop_assert!(all.iter().rev().eq(list.iter().rev()));
            prop_assert!(all == Annotations::of(list.clone()));
            prop_assert_eq!(all.begun_before(asked), list.iter().filter(|one| one.spans.start() < asked).count());
            let over: Vec<_> = all.over(asked..asked + 9).collect();
            let meets = |one: &&Arc<Annotation>| one.spans.start() < asked + 9 && one.spans.end() > asked;
            prop_assert_eq!(over, list.iter().filter(meets).collect::<Vec<_>>());
            for (place, one) in list.iter().enumerate() {
                prop_assert_eq!(all.place(one.spans.start(), one.id), Ok(place));
                prop_assert_eq!(all.get(place), Some(one));
            }
            for category in Category::ALL {
                let count = list.iter().filter(|one| one.category() == category).count();
                prop_assert_eq!(all.count(category), count);
            }
            let middle = list.len() / 3..list.len() / 2;
            prop_assert!(all.range(middle.clone()).eq(list[middle].iter()));
        }
    }
}
