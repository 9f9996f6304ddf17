use std::collections::HashSet;
use std::fs;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::arguments::Arguments;
use crate::case::{self, attempt, minimised, tell};
use crate::corpus::{corpus, findings};
use crate::mutate::Mutator;
use crate::random::Random;
use crate::targets::Target;
use crate::watch::Watch;

/// So many inputs that had an outcome of a kind of their own join the corpus: more would crowd out what was written for it.
const MOST_JOINED: usize = 400;

/// Tries the old findings, then mutated inputs, until one fails or the time is over.
pub fn run(target: &'static Target, arguments: &Arguments) -> ExitCode {
    case::keep_panics();
    let watch = Watch::begin(target.name);
    if let Some(path) = &arguments.case {
        let input = fs::read(path).unwrap();
        return match attempt(target, &input, &watch) {
            Ok(kind) => {
                println!("{}: {} holds (kind {kind:x})", target.name, path.display());
                ExitCode::SUCCESS
            }
            Err(why) => {
                println!("{}: {why}", target.name);
                ExitCode::FAILURE
            }
        };
    }
    let found = findings(target.name);
    let mut corpus = corpus(target);
    for (name, input) in found.iter().chain(&corpus) {
        if let Err(why) = attempt(target, input, &watch) {
            println!("{}: {name}: {why}", target.name);
            return ExitCode::FAILURE;
        }
    }
    let n_known = found.len() + corpus.len();
    corpus.extend(found);
    let mut inputs: Vec<Vec<u8>> = corpus.into_iter().map(|(_, input)| input).collect();
    let most = inputs.len() + MOST_JOINED;
    let mut kinds = HashSet::new();
    let mut random = Random::new(arguments.seed);
    let until = Instant::now() + Duration::from_secs(arguments.seconds);
    let running = case::running_path(target.name, std::process::id());
    let mut n_cases = 0;
    while n_cases < arguments.cases && Instant::now() < until {
        let input = Mutator { random: &mut random, corpus: &inputs, words: target.words }.mutated();
        fs::write(&running, &input).unwrap();
        n_cases += 1;
        match attempt(target, &input, &watch) {
            Ok(kind) => {
                if kinds.insert(kind) && inputs.len() < most {
                    inputs.push(input);
                }
            }
            Err(why) => {
                println!("{}: case {n_cases} of seed {}", target.name, arguments.seed);
                tell(target.name, &minimised(target, &input, &watch), &why);
                let _ = fs::remove_file(&running);
                return ExitCode::FAILURE;
            }
        }
    }
    let _ = fs::remove_file(&running);
    let n_kinds = kinds.len();
    println!("{}: {n_known} known inputs and {n_cases} cases of {n_kinds} kinds, 0 losses", target.name);
    ExitCode::SUCCESS
}
