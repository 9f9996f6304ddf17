/// A count with commas between groups of three digits, as the window writes it.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        let written = [0, 46, 999, 1_000, 18_000, 1_200_000, u64::MAX].map(grouped);
        let expected = ["0", "46", "999", "1,000", "18,000", "1,200,000", "18,446,744,073,709,551,615"];
        assert_eq!(written, expected);
    }
}
