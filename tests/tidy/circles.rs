use std::collections::BTreeSet;

/// The circles among the arrows: sets of places each of which leads to every other, the largest first (Tarjan 1972,
/// without recursion, as a path may be as long as the program).
pub fn circles(arrows: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let n = arrows.len();
    let targets: Vec<Vec<usize>> = arrows.iter().map(|set| set.iter().copied().collect()).collect();
    let (mut order, mut low, mut on_stack) = (vec![usize::MAX; n], vec![0; n], vec![false; n]);
    let (mut stack, mut found, mut next) = (Vec::new(), Vec::new(), 0);
    for root in 0..n {
        if order[root] != usize::MAX {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((at, step)) = path.last_mut() {
            let (at, this) = (*at, *step);
            if this == 0 {
                (order[at], low[at], on_stack[at]) = (next, next, true);
                next += 1;
                stack.push(at);
            }
            if let Some(&to) = targets[at].get(this) {
                *step += 1;
                if order[to] == usize::MAX {
                    path.push((to, 0));
                } else if on_stack[to] {
                    low[at] = low[at].min(order[to]);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                low[*before] = low[*before].min(low[at]);
            }
            if low[at] == order[at] {
                let from = stack.iter().rposition(|&place| place == at).unwrap();
                let circle = stack.split_off(from);
                circle.iter().for_each(|&place| on_stack[place] = false);
                if circle.len() > 1 {
                    found.push(circle);
                }
            }
        }
    }
    found.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    found
}

#[test]
fn a_circle_is_what_leads_back_to_itself() {
    let arrows = |lists: &[&[usize]]| lists.iter().map(|list| list.iter().copied().collect()).collect::<Vec<_>>();
    let sorted = |mut circle: Vec<usize>| {
        circle.sort_unstable();
        circle
    };
    let found = circles(&arrows(&[&[1], &[2], &[0, 3], &[4], &[3], &[]]));
    assert_eq!(found.into_iter().map(sorted).collect::<Vec<_>>(), [vec![0, 1, 2], vec![3, 4]]);
    assert!(circles(&arrows(&[&[1, 2], &[2], &[]])).is_empty());
}
