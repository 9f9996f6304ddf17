use std::cell::RefCell;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::MEMORY;
use crate::targets::Target;
use crate::watch::Watch;

/// Longest that a case may keep the processor.
const LONGEST: Duration = Duration::from_secs(5);

/// Most memory that a case may take: so many bytes, and so many for each of its input's.
const MEMORY_LIMIT: (usize, usize) = (64 << 20, 200);

thread_local! {
    /// What the last panic said and where.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What a case may take, and what was taken when it began.
#[derive(Clone, Copy)]
pub struct Limits {
    began: Instant,
    processor: Option<Duration>,
    memory: usize,
    most: usize,
}

impl Limits {
    fn of(input: &[u8]) -> Limits {
        let (fixed, each) = MEMORY_LIMIT;
        let memory = MEMORY.current_usage();
        Limits { began: Instant::now(), processor: processor(), memory, most: fixed + each * input.len() }
    }

    /// Which limit is exceeded, in a sentence, where `memory` bytes are taken.
    pub fn exceeded(&self, memory: usize) -> Option<String> {
        let taken = memory.saturating_sub(self.memory);
        if taken > self.most {
            return Some(format!("it takes {taken} bytes of memory, more than {}", self.most));
        }
        // Beside other programs a case gets less of the processor, which is no fault of its own.
        let took = match (self.processor, processor()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.began.elapsed(),
        };
        (took > LONGEST).then(|| format!("it takes {took:.1?}, more than {LONGEST:?}"))
    }
}

/// How long the first thread, which runs the cases, has had the processor; known on Linux.
fn processor() -> Option<Duration> {
    let written = fs::read_to_string("/proc/self/schedstat").ok()?;
    written.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Keeps what a panic says instead of printing it.
pub fn keep_panics() {
    panic::set_hook(Box::new(|panic| PANIC.with(|kept| *kept.borrow_mut() = panic.to_string())));
}

/// Tries one input: what kind of outcome it had, else what is the matter.
pub fn attempt(target: &Target, input: &[u8], watch: &Watch) -> Result<u64, String> {
    let kept: Arc<[u8]> = input.into();
    MEMORY.reset_peak_usage();
    let limits = Limits::of(input);
    watch.set(Some((kept, limits)));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    watch.set(None);
    match (outcome, limits.exceeded(MEMORY.peak_usage())) {
        (Err(_), _) => Err(PANIC.with(|kept| kept.borrow().clone())),
        (Ok(_), Some(why)) => Err(why),
        (Ok(kind), None) => Ok(kind),
    }
}

/// A smaller input with which the same happens: halves, quarters and so on are left out as long as it does.
pub fn minimised(target: &Target, input: &[u8], watch: &Watch) -> Vec<u8> {
    let until = Instant::now() + Duration::from_secs(20);
    let mut smallest = input.to_vec();
    let mut length = smallest.len().div_ceil(2);
    while length > 0 {
        let mut at = 0;
        while at < smallest.len() && Instant::now() < until {
            let mut without = smallest.clone();
            without.drain(at..(at + length).min(smallest.len()));
            if attempt(target, &without, watch).is_err() { smallest = without } else { at += length }
        }
        length /= 2;
    }
    smallest
}

/// The folder of what was found about a target.
fn folder(target: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz").join(target);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Where the process of that number keeps the input that it tries.
pub fn running_path(target: &str, process: u32) -> PathBuf {
    folder(target).join(format!("running-{process}"))
}

/// Where a target's process writes what it does not find but says.
pub fn aside_path(target: &str) -> PathBuf {
    folder(target).join("stderr")
}

/// Writes a failing input down and prints where, and why.
pub fn tell(target: &str, input: &[u8], why: &str) {
    let hash = input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let path = folder(target).join(format!("{hash:016x}"));
    fs::write(&path, input).unwrap();
    println!("{target}: {why}\n{target}: the input is in {}", path.display());
}
