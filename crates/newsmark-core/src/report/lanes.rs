use std::collections::BTreeMap;

use crate::model::Span;

/// How many underlines find room under a line of words.
// The line height of the page leaves so much room; see `report.css`.
pub(super) const LANES: usize = 5;

/// The underline's lane of each mark of a paragraph, from 0 beneath the words.
///
/// The shortest takes the lowest lane that those it meets leave free, so that it
/// lies nearest to the words; those that find none share the last. `reaches` are
/// the marks from their first to their last byte with how many bytes they cover.
pub(super) fn lanes(reaches: &[(Span, usize)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..reaches.len()).collect();
    // Stable, so that marks of one length keep the order of the text.
    order.sort_by_key(|&n| reaches[n].1);
    let mut taken: [BTreeMap<usize, usize>; LANES] = Default::default();
    // Those that find no room lie over each other in the last lane, where the longest marks are.
    let mut lanes = vec![LANES - 1; reaches.len()];
    for n in order {
        let reach = reaches[n].0;
        let is_free = |lane: &BTreeMap<usize, usize>| {
            lane.range(..reach.end()).next_back().is_none_or(|(_, end)| *end <= reach.start())
        };
        if let Some(lane) = taken.iter().position(is_free) {
            taken[lane].insert(reach.start(), reach.end());
            lanes[n] = lane;
        }
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_lies_nearest_and_marks_that_do_not_meet_share_a_lane() {
        let reach = |start, end| (Span::new(start, end).unwrap(), end - start);
        assert_eq!(lanes(&[reach(0, 20), reach(2, 8), reach(8, 12), reach(6, 9)]), [2, 1, 1, 0]);
        assert_eq!(lanes(&[reach(0, 4); 7]), [0, 1, 2, 3, 4, 4, 4]);
    }
}
