//! From signs to a probability that means something, on cases that nothing else was trained on.

/// The weights of a logistic regression with an L2 penalty, by Newton's method (Hastie, Tibshirani and Friedman, *The
/// Elements of Statistical Learning*, section 4.4.1).
pub fn logistic_weights<const N: usize>(cases: &[([f32; N], bool)]) -> [f32; N] {
    let mut weights = [0.0f64; N];
    // It converges in a handful of steps; more change nothing.
    for _ in 0..25 {
        // The penalty keeps a column that never varies from growing without end.
        let mut slope = weights.map(|weight| -weight);
        let mut curve = [[0.0f64; N]; N];
        (0..N).for_each(|place| curve[place][place] = 1.0);
        for (evidence, is_right) in cases {
            let values = evidence.map(f64::from);
            let sum: f64 = values.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
            let chance = 1.0 / (1.0 + (-sum).exp());
            let error = f64::from(u8::from(*is_right)) - chance;
            for (row, value) in values.iter().enumerate() {
                slope[row] += error * value;
                for (column, other) in values.iter().enumerate() {
                    curve[row][column] += chance * (1.0 - chance) * value * other;
                }
            }
        }
        let step = solved(curve, slope);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    weights.map(|weight| weight as f32)
}

/// The solution of a system of linear equations, by elimination with the largest pivot first.
fn solved<const N: usize>(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for column in 0..N {
        let by_size = |a: &usize, b: &usize| matrix[*a][column].abs().total_cmp(&matrix[*b][column].abs());
        let pivot = (column..N).max_by(by_size).unwrap_or(column);
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let (row, own) = (matrix[column], right[column]);
        for below in column + 1..N {
            let factor = matrix[below][column] / row[column];
            matrix[below].iter_mut().zip(row).for_each(|(cell, of_row)| *cell -= factor * of_row);
            right[below] -= factor * own;
        }
    }
    let mut solution = [0.0; N];
    for row in (0..N).rev() {
        let known: f64 = (row + 1..N).map(|column| matrix[row][column] * solution[column]).sum();
        solution[row] = (right[row] - known) / matrix[row][row];
    }
    solution
}

#[cfg(test)]
mod tests {
    use super::*;

    const N_EVIDENCE: usize = 3;

    #[test]
    fn the_weights_give_the_chances_that_the_cases_have() {
        let case = |value: f32, is_right| {
            let mut evidence = [0.0; N_EVIDENCE];
            (evidence[0], evidence[1]) = (1.0, value);
            (evidence, is_right)
        };
        // Of a hundred without the sign 20 are right, of those with it 90.
        let cases: Vec<_> = (0..1_000).flat_map(|n| [case(0.0, n % 10 < 2), case(1.0, n % 10 < 9)]).collect();
        let weights = logistic_weights(&cases);
        let chance = |sum: f32| 1.0 / (1.0 + (-sum).exp());
        assert!((chance(weights[0]) - 0.2).abs() < 0.01);
        assert!((chance(weights[0] + weights[1]) - 0.9).abs() < 0.01);
    }
}
