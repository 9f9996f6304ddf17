//! How well the signs of claims rank sentences that people judged.

use std::path::Path;
use std::{fs, io};

use newsmark_core::model::Text;
use newsmark_core::suggest::claims::{N_SIGNS, SIGN_NAMES, Signs, worth_of};
use serde_json::Value;

use crate::calibration::logistic_weights;

/// Parts into which the sentences are divided, each weighed by weights that are learnt from the others.
const N_FOLDS: usize = 5;

/// Prints how well the program ranks the sentences of `file`, how well the same signs would with weights that are learnt
/// without the sentences that they rank, and weights that are learnt from all.
pub fn score(file: &Path, shows: bool) -> io::Result<()> {
    let judged: Vec<Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    let cases: Vec<(Signs, f64, bool)> = judged
        .iter()
        .filter_map(|one| {
            let (signs, worth) = worth_of(&Text::new(one["text"].as_str()?.to_owned()));
            Some((signs, worth, one["label"].as_i64()? == 1))
        })
        .collect();
    let own: Vec<(f64, bool)> = cases.iter().map(|(_, worth, is_worth)| (*worth, *is_worth)).collect();
    println!("{} sentences: average precision {:.3}", cases.len(), average_precision(own));
    let mut learnt = Vec::new();
    for fold in 0..N_FOLDS {
        let is_of_fold = |place: &usize| place % N_FOLDS == fold;
        let others: Vec<(Signs, bool)> =
            (0..cases.len()).filter(|place| !is_of_fold(place)).map(|place| (cases[place].0, cases[place].2)).collect();
        let weights = logistic_weights(&others);
        let ranked =
            (0..cases.len()).filter(is_of_fold).map(|place| (weighed(&cases[place].0, &weights), cases[place].2));
        learnt.extend(ranked);
    }
    println!(
        "with weights learnt from the other folds of {N_FOLDS}: average precision {:.3}",
        average_precision(learnt)
    );
    if shows {
        let all: Vec<(Signs, bool)> = cases.iter().map(|(signs, _, is_worth)| (*signs, *is_worth)).collect();
        for (name, weight) in SIGN_NAMES.iter().zip(logistic_weights::<N_SIGNS>(&all)) {
            println!("  {weight:+.2} {name}");
        }
    }
    Ok(())
}

fn weighed(signs: &Signs, weights: &Signs) -> f64 {
    signs.iter().zip(weights).map(|(sign, weight)| f64::from(sign * weight)).sum()
}

/// The mean, over all cases that are so, of the precision among those that are ranked as high as it or higher.
fn average_precision(mut ranked: Vec<(f64, bool)>) -> f64 {
    // Of those ranked alike what is not so comes first, so that ranking nothing earns nothing.
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let (mut n_hits, mut sum) = (0usize, 0.0);
    for (place, (_, is_so)) in ranked.iter().enumerate() {
        if *is_so {
            n_hits += 1;
            sum += n_hits as f64 / (place + 1) as f64;
        }
    }
    sum / n_hits.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_precision_is_that_of_the_places_of_what_is_so() {
        assert_eq!(average_precision(vec![(0.1, false), (0.9, true), (0.5, true)]), 1.0);
        assert_eq!(average_precision(vec![(0.5, true), (0.5, false)]), 0.5);
        // At places 1 and 3: (1/1 + 2/3) / 2.
        assert!((average_precision(vec![(0.9, true), (0.5, false), (0.4, true)]) - 5.0 / 6.0).abs() < 1e-9);
    }
}
