/// The third person singular of a verb in the present.
///
/// ```
/// use newsmark_core::suggest::lexicon::third_person;
///
/// assert_eq!(["say", "deny", "stress", "go"].map(third_person), ["says", "denies", "stresses", "goes"]);
/// ```
pub fn third_person(base: &str) -> String {
    let mut letters = base.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    let is_after_vowel = before.is_some_and(|letter| "aeiou".contains(letter));
    match last {
        Some('y') if !is_after_vowel => format!("{}ies", base.strip_suffix('y').unwrap_or(base)),
        Some('s' | 'x' | 'z' | 'o') => format!("{base}es"),
        Some('h') if matches!(before, Some('s' | 'c')) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}
