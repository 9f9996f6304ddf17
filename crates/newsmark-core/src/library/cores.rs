use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does `work` for each of `items` on all cores, and answers in their order;
/// `None` where `is_cancelled`, which is asked before each, said that nobody
/// waits any more.
pub fn on_all_cores<I: Sync, O: Send>(
    items: &[I],
    is_cancelled: &(dyn Fn() -> bool + Sync),
    work: impl Fn(&I) -> O + Sync,
) -> Option<Vec<O>> {
    let next = AtomicUsize::new(0);
    let some = || {
        let mut done = Vec::new();
        while !is_cancelled() {
            // Taken one by one: files differ a thousandfold in length, and shares made before would leave cores idle.
            // The counter guards nothing but itself, so that its order is of no account.
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(place) else { break };
            done.push((place, work(item)));
        }
        done
    };
    // This thread is one of them, hence from 1 below.
    let n_cores = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let mut done = thread::scope(|scope| {
        // A thread that the system would not start is made up for by this one.
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, some).ok();
        let others: Vec<_> = (1..n_cores).filter_map(spawn).collect();
        let mut done = some();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                // Swallowed here, the answer would lack items and nobody would know.
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    if is_cancelled() {
        return None;
    }
    done.sort_unstable_by_key(|(place, _)| *place);
    Some(done.into_iter().map(|(_, outcome)| outcome).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_done_once_and_answered_in_order() {
        let items: Vec<usize> = (0..1000).collect();
        let done = on_all_cores(&items, &|| false, |n| n * 2);
        assert_eq!(done, Some(items.iter().map(|n| n * 2).collect()));
        assert_eq!(on_all_cores(&[] as &[usize], &|| false, |n| *n), Some(Vec::new()));
    }

    #[test]
    fn work_that_nobody_waits_for_ends() {
        let n_done = AtomicUsize::new(0);
        let is_cancelled = || n_done.load(Ordering::Relaxed) >= 5;
        let done = on_all_cores(&[(); 1000], &is_cancelled, |()| n_done.fetch_add(1, Ordering::Relaxed));
        assert_eq!(done, None);
        assert!(n_done.load(Ordering::Relaxed) < 1000);
    }
}
