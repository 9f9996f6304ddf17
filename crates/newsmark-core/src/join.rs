/// Does `work` while another thread does `other`.
pub(crate) fn join<T, O: Send>(other: impl Fn() -> O + Sync, work: impl FnOnce() -> T) -> (T, O) {
    let (done, result) = std::thread::scope(|scope| {
        let started = std::thread::Builder::new().spawn_scoped(scope, &other);
        let done = work();
        (done, started.ok().and_then(|thread| thread.join().ok()))
    });
    // A thread that the system would not start is made up for here.
    (done, result.unwrap_or_else(other))
}
