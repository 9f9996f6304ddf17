use super::signs::{N_SIGNS, Signs};

/// What each sign weighs, in the order of the signs.
const WEIGHTS: [f32; N_SIGNS] = [0.0; N_SIGNS];

/// How likely somebody who checks facts would call a statement with these signs worth checking, from 0 to 1.
pub(super) fn worth(signs: &Signs) -> f64 {
    let sum: f32 = signs.iter().zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum();
    1.0 / (1.0 + f64::from(-sum).exp())
}
