use std::path::PathBuf;

/// What the command line asks for.
pub struct Arguments {
    /// The one target to run in this process.
    pub target: Option<String>,
    /// The number from which all inputs follow.
    pub seed: u64,
    /// How long a target runs.
    pub seconds: u64,
    /// How many cases it tries at most.
    pub cases: u64,
    /// The one input to try.
    pub case: Option<PathBuf>,
    /// What the names of the targets must hold, as of tests.
    pub filter: Vec<String>,
    /// Whether the targets are only to be listed.
    pub lists: bool,
}

impl Arguments {
    /// Reads the arguments; those that only the usual harness of tests knows mean nothing here.
    pub fn of(mut written: impl Iterator<Item = String>) -> Arguments {
        let mut arguments = Arguments {
            target: None,
            seed: 1,
            seconds: 2,
            cases: u64::MAX,
            case: None,
            filter: Vec::new(),
            lists: false,
        };
        while let Some(argument) = written.next() {
            let mut number = |default: u64| written.next().and_then(|word| word.parse().ok()).unwrap_or(default);
            match argument.as_str() {
                "--seed" => arguments.seed = number(1),
                "--seconds" => arguments.seconds = number(2),
                "--cases" => arguments.cases = number(u64::MAX),
                "--target" => arguments.target = written.next(),
                "--case" => arguments.case = written.next().map(PathBuf::from),
                "--test-threads" | "--skip" | "--format" | "--color" => _ = written.next(),
                "--list" => arguments.lists = true,
                flag if flag.starts_with('-') => {}
                _ => arguments.filter.push(argument),
            }
        }
        arguments
    }

    /// The arguments of the process that runs one target.
    pub fn of_target(&self, target: &str) -> Vec<String> {
        let numbers = [("--seed", self.seed), ("--seconds", self.seconds), ("--cases", self.cases)];
        let numbers = numbers.into_iter().flat_map(|(name, number)| [name.to_owned(), number.to_string()]);
        ["--target".to_owned(), target.to_owned()].into_iter().chain(numbers).collect()
    }
}
