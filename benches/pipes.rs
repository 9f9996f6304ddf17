//! 2,000 articles through `newsmark suggest --jsonl` with two jobs over the same with one, in the same run.
//!
//! The binary is run as a pipe runs it, from the first byte that goes in to the last that comes out. Prints a
//! `ratio NAME VALUE` line; on two cores that do nothing else, half is the least that can be.

#![expect(clippy::expect_used, reason = "a bench that cannot run says so and ends")]

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const N_ARTICLES: usize = 2_000;

/// A round takes seconds, and what else the machine does shows within a few.
const ROUNDS: usize = 5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the articles");
    let articles = folder.path().join("articles.jsonl");
    fs::write(&articles, (0..N_ARTICLES).map(line).collect::<String>()).expect("the articles are written");
    let answers = |n_jobs: &str| {
        let input = File::open(&articles).expect("the articles are there");
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
        command.args(["suggest", "--jsonl", "--jobs", n_jobs]).stdin(Stdio::from(input));
        // Into a file, as a pipe would measure its reader too.
        let output = folder.path().join(n_jobs);
        command.stdout(Stdio::from(File::create(&output).expect("a file for the answers")));
        let begun = Instant::now();
        let ended = command.status().expect("newsmark runs");
        assert!(ended.success(), "{ended}");
        (begun.elapsed(), output)
    };
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        // In turns, so that a slow minute of the machine falls on both.
        let (time, of_one) = answers("1");
        one.push(time);
        let (time, of_two) = answers("2");
        two.push(time);
        assert!(fs::read(of_one).expect("answers") == fs::read(of_two).expect("answers"), "the answers differ");
    }
    let (one, two) = (median(one), median(two));
    eprintln!("{N_ARTICLES} articles: {two:?} with two jobs over {one:?} with one");
    println!("ratio suggest_2_jobs_over_1 {:.3}", two.as_secs_f64() / one.as_secs_f64());
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// An article of 4 to 14 paragraphs as a line of the stream.
fn line(n: usize) -> String {
    let paragraph = |m: usize| {
        let (n_killed, n_fled) = (n % 40 + m + 2, (n + m) % 9 + 1);
        format!(
            "Shells killed {n_killed} people in the town of Orva on Monday, the mayor said. “We have neither water nor \
             news,” said a teacher who had walked for three hours. Some {n_fled},400 families fled the valley, \
             according to the relief office. The road along the water was closed by the army and opened again."
        )
    };
    let text = (0..n % 11 + 4).map(paragraph).collect::<Vec<_>>().join("\n\n");
    format!("{}\n", serde_json::json!({"id": n, "text": text, "language": "en"}))
}
