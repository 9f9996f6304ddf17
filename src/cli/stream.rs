//! Many inputs answered one by one: what `read`, `suggest --jsonl`, `facts --jsonl` and `export --to jsonl` share.
//!
//! What is in memory is what is being answered, never the stream: with one job one input, with more a few for each.

use std::io::{self, BufWriter, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::report::FAILED;
use super::{tell, unwritten};

/// How many inputs are read ahead for each job.
// One to work on and one to go on with at once. Inputs differ a thousandfold in length, and behind a long one the short
// ones wait for their turn to be written: more would keep the cores busier then, in as much more memory.
const AHEAD: usize = 4;

/// What is said of an input beside its answer.
#[derive(Default)]
pub(super) struct Remarks {
    /// For standard error, a sentence each.
    pub messages: Vec<String>,
    /// The exit code that this input alone asks for.
    pub code: u8,
}

/// Where the answers go, and what is to be told of all of them.
pub(super) struct Answers<'o> {
    pub out: &'o mut dyn Write,
    pub err: &'o mut dyn Write,
    /// The exit code: the highest that any input asked for.
    pub code: u8,
}

/// An answer that is worked on: what it is made of, and where it goes.
type Task<I> = (I, SyncSender<Answer>);

/// An answer as it will be written, and what is said of it.
type Answer = (Vec<u8>, Remarks);

impl<'o> Answers<'o> {
    pub fn new(out: &'o mut dyn Write, err: &'o mut dyn Write) -> Answers<'o> {
        Answers { out, err, code: 0 }
    }

    /// Answers each input with what `work` writes of it, in the order of the inputs, and writes each answer as soon as
    /// those before it are. An input that could not be had is told and is the last one.
    ///
    /// # Errors
    /// Where an answer cannot be written, after which no other is.
    pub fn answer<I: Send>(
        &mut self,
        inputs: impl Iterator<Item = Result<I, String>> + Send,
        n_jobs: usize,
        work: impl Fn(I, &mut dyn Write) -> io::Result<Remarks> + Sync,
    ) -> io::Result<()> {
        if n_jobs > 1 { self.answer_in_parallel(inputs, n_jobs, &work) } else { self.answer_in_turn(inputs, &work) }
    }

    /// The exit code of all, with what is said where an answer could not be written.
    pub fn end(self, answered: io::Result<()>) -> u8 {
        match answered {
            Ok(()) => self.code,
            Err(error) => unwritten(&error, self.code, self.err),
        }
    }

    /// Tells a sentence that asks for an exit code.
    pub fn tell(&mut self, message: &str, code: u8) {
        tell(self.err, message);
        self.code = self.code.max(code);
    }

    /// Without a copy of each answer: that of a project has many times the size of what it is made of.
    fn answer_in_turn<I>(
        &mut self,
        inputs: impl Iterator<Item = Result<I, String>>,
        work: &impl Fn(I, &mut dyn Write) -> io::Result<Remarks>,
    ) -> io::Result<()> {
        for input in inputs {
            let input = match input {
                Ok(input) => input,
                Err(why) => {
                    self.tell(&why, FAILED);
                    break;
                }
            };
            let mut out = BufWriter::new(&mut *self.out);
            // Whoever asks one by one waits for the answer.
            let remarks = work(input, &mut out).and_then(|remarks| out.flush().map(|()| remarks));
            // Dropped with what could not be written, it would try that again.
            let _ = out.into_parts();
            self.remark(&remarks?);
        }
        Ok(())
    }

    /// One thread reads, `n_jobs` work, and this one writes, so that nobody who waits for an answer has to send more.
    ///
    /// Each input has a place of its own for its answer, and places are queued in the order of the inputs. The queue
    /// is short: where one input takes long, no more than that is read and worked ahead of it.
    fn answer_in_parallel<I: Send>(
        &mut self,
        inputs: impl Iterator<Item = Result<I, String>> + Send,
        n_jobs: usize,
        work: &(impl Fn(I, &mut dyn Write) -> io::Result<Remarks> + Sync),
    ) -> io::Result<()> {
        let (places_in, places) = sync_channel::<Result<Receiver<Answer>, String>>(n_jobs * AHEAD);
        let (tasks_in, tasks) = sync_channel::<Task<I>>(n_jobs);
        let tasks = &Mutex::new(tasks);
        thread::scope(|scope| {
            for _ in 0..n_jobs {
                scope.spawn(move || {
                    while let Some(task) = next(tasks) {
                        perform(task, work)
                    }
                });
            }
            scope.spawn(move || read_ahead(inputs, &places_in, &tasks_in));
            // Taken into the closure, so that the reader ends as soon as nothing is written any more.
            let places = places;
            for place in &places {
                match place {
                    // Without an answer its thread has panicked, which the end of the scope tells.
                    Ok(place) => match place.recv() {
                        Ok((answer, remarks)) => {
                            self.out.write_all(&answer)?;
                            self.out.flush()?;
                            self.remark(&remarks);
                        }
                        Err(_) => break,
                    },
                    Err(why) => self.tell(&why, FAILED),
                }
            }
            Ok(())
        })
    }

    fn remark(&mut self, remarks: &Remarks) {
        for message in &remarks.messages {
            tell(self.err, message);
        }
        self.code = self.code.max(remarks.code);
    }
}

/// Hands out the inputs until there are no more, one cannot be had, or nobody takes answers any more.
fn read_ahead<I>(
    inputs: impl Iterator<Item = Result<I, String>>,
    places: &SyncSender<Result<Receiver<Answer>, String>>,
    tasks: &SyncSender<Task<I>>,
) {
    for input in inputs {
        let handed = match input {
            Ok(input) => {
                let (answer_in, answer) = sync_channel(1);
                places.send(Ok(answer)).is_ok() && tasks.send((input, answer_in)).is_ok()
            }
            Err(why) => {
                // Where nobody takes it, nobody is left to be told.
                let _ = places.send(Err(why));
                false
            }
        };
        if !handed {
            return;
        }
    }
}

fn next<I>(tasks: &Mutex<Receiver<Task<I>>>) -> Option<Task<I>> {
    // Nothing panics while it is held, and a receiver is whole whatever became of another thread.
    tasks.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

fn perform<I>((input, place): Task<I>, work: &impl Fn(I, &mut dyn Write) -> io::Result<Remarks>) {
    let mut answer = Vec::new();
    // Memory takes every answer.
    if let Ok(remarks) = work(input, &mut answer) {
        // Where writing has ended, nobody waits for it.
        let _ = place.send((answer, remarks));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// What is written of `inputs` by so many jobs, the exit code and what was told.
    fn answered(inputs: Vec<Result<u32, String>>, n_jobs: usize) -> (String, u8, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut answers = Answers::new(&mut out, &mut err);
        let answered = answers.answer(inputs.into_iter(), n_jobs, |input, out| {
            writeln!(out, "{input}")?;
            let is_odd = input % 2 == 1;
            let messages = if is_odd { vec![format!("{input} is odd")] } else { Vec::new() };
            Ok(Remarks { messages, code: is_odd.into() })
        });
        let code = answers.end(answered);
        (String::from_utf8(out).unwrap(), code, String::from_utf8(err).unwrap())
    }

    #[test]
    fn answers_stay_in_the_order_of_the_inputs_however_many_work_on_them() {
        let inputs = || (0..500).map(Ok).collect::<Vec<_>>();
        let one = answered(inputs(), 1);
        assert_eq!((one.0.lines().count(), one.1, one.2.lines().count()), (500, 1, 250));
        for n_jobs in [2, 3, 16] {
            assert_eq!(answered(inputs(), n_jobs), one);
        }
    }

    #[test]
    fn an_input_that_cannot_be_had_is_told_after_the_answers_before_it() {
        for n_jobs in [1, 2] {
            let inputs = vec![Ok(0), Ok(2), Err("The text could not be read on".to_owned()), Ok(4)];
            let told = "newsmark: The text could not be read on\n";
            assert_eq!(answered(inputs, n_jobs), ("0\n2\n".to_owned(), FAILED, told.to_owned()));
        }
    }

    /// Takes so many answers, then no more.
    struct Takes(usize);

    impl Write for Takes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            match self.0.checked_sub(1) {
                None => Err(io::ErrorKind::BrokenPipe.into()),
                Some(left) => {
                    self.0 = left;
                    Ok(bytes.len())
                }
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn no_more_is_read_than_a_few_inputs_ahead_of_what_is_written() {
        for n_jobs in [1, 2] {
            let n_read = AtomicUsize::new(0);
            let inputs = (0..1_000_000).map(|input: u32| {
                n_read.fetch_add(1, Ordering::Relaxed);
                Ok(input)
            });
            let mut err = Vec::new();
            let mut taker = Takes(3);
            let mut answers = Answers::new(&mut taker, &mut err);
            let work = |input, out: &mut dyn Write| writeln!(out, "{input}").map(|()| Remarks::default());
            let answered = answers.answer(inputs, n_jobs, work);
            // Who closes a pipe has had enough, which is no error.
            assert_eq!(answers.end(answered), 0);
            assert_eq!(String::from_utf8_lossy(&err), "");
            let most = 4 + n_jobs * (AHEAD + 3);
            assert!(n_read.load(Ordering::Relaxed) <= most, "{n_jobs} jobs: {n_read:?}");
        }
    }
}
