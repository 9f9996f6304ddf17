use super::signs::{N_SIGNS, Signs};

/// What each sign weighs, in the order of the signs.
///
/// A logistic regression over the 7,976 sentences of the part train of ClaimBuster (Arslan and others, “A Benchmark
/// Dataset of Check-Worthy Factual Claims”, ICWSM 2020), which `newsmark-train figures --show` prints.
const WEIGHTS: [f32; N_SIGNS] = [
    -2.71, // constant
    1.50,  // figure
    0.59,  // several figures
    2.04,  // share or money
    0.50,  // large number
    1.65,  // year
    0.40,  // time
    0.22,  // change
    0.75,  // comparison
    0.61,  // extreme
    0.96,  // past tense
    0.32,  // perfect
    -1.26, // future
    -1.48, // obligation
    -1.05, // opinion
    -2.24, // question
    -1.06, // I
    -0.26, // we
    -0.54, // you
    0.83,  // names
    0.21,  // length
    0.23,  // cause
    0.95,  // public affairs
    1.23,  // deed
];

/// How likely somebody who checks facts would call a statement with these signs worth checking, from 0 to 1.
pub(super) fn worth(signs: &Signs) -> f64 {
    let sum: f32 = signs.iter().zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum();
    1.0 / (1.0 + f64::from(-sum).exp())
}

#[cfg(test)]
mod tests {
    use crate::model::Text;
    use crate::suggest::claims::worth_of;

    #[test]
    fn what_can_be_checked_is_worth_more_than_what_is_felt() {
        let worth = |sentence: &str| worth_of(&Text::new(sentence.to_owned())).1;
        for (checkable, felt) in [
            ("Unemployment fell by 3 percent in 2019.", "I hope that we will all be proud of it."),
            ("The council cut the budget for schools by $40 million.", "You should ask them what they think."),
            ("They voted against the treaty in 1998.", "Where should we go?"),
        ] {
            assert!(
                worth(checkable) > 0.5 && worth(felt) < 0.2,
                "{checkable} {} {felt} {}",
                worth(checkable),
                worth(felt)
            );
        }
    }
}
