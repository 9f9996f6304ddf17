/// Seconds after which typed letters begin a new search: a slow typist is still at the same word, and who looked at the
/// list meanwhile means another.
const PAUSE: f64 = 1.0;

/// Finds an entry of a list by the letters its label begins with, as they are typed.
#[derive(Clone, Debug, Default)]
pub(super) struct TypeAhead {
    typed: String,
    at: f64,
}

impl TypeAhead {
    /// Whether letters typed at `now` (seconds) still belong to what was typed before.
    pub(super) fn is_running(&self, now: f64) -> bool {
        !self.typed.is_empty() && now - self.at < PAUSE
    }

    /// The letters typed without a pause, small.
    pub(super) fn letters(&self) -> &str {
        &self.typed
    }

    /// Forgets what was typed.
    pub(super) fn clear(&mut self) {
        self.typed.clear();
    }

    /// The entry that `text` leads to from the entry `from`. One letter, also repeated, walks through the entries that
    /// begin with it; more letters go to the first that begins with all of them, else to the first with such a word in
    /// it. Letters that lead nowhere choose nothing, and neither do those that follow them without a pause.
    pub(super) fn typed(&mut self, text: &str, now: f64, labels: &[&str], from: usize) -> Option<usize> {
        if !self.is_running(now) {
            self.typed.clear();
        }
        self.typed.push_str(&text.to_lowercase());
        self.at = now;
        self.find(labels, from)
    }

    fn find(&self, labels: &[&str], from: usize) -> Option<usize> {
        let begins = |index: &usize, with: &str| labels[*index].to_lowercase().starts_with(with);
        let first = self.typed.chars().next()?;
        // The same letter again goes on to the next entry that begins with it, as native lists do.
        if self.typed.chars().all(|letter| letter == first) {
            let mut after = (1..=labels.len()).map(|step| (from + step) % labels.len());
            let found = after.find(|index| begins(index, &first.to_string()));
            if found.is_some() || self.typed.chars().count() > 1 {
                return found;
            }
        }
        // “injured” finds “Severely injured” where no entry begins so.
        let has_word = |index: &usize| {
            let label = labels[*index].to_lowercase();
            label.match_indices(' ').any(|(space, _)| label[space + 1..].starts_with(&self.typed))
        };
        let indices = || 0..labels.len();
        indices().find(|index| begins(index, &self.typed)).or_else(|| indices().find(has_word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 5] = ["Unknown", "Shelling", "Small arms", "Air strike", "Shooting"];

    #[test]
    fn one_letter_again_and_again_walks_through_its_entries() {
        let mut search = TypeAhead::default();
        assert_eq!(search.typed("s", 0.0, &LABELS, 0), Some(1));
        assert_eq!(search.typed("s", 0.2, &LABELS, 1), Some(2));
        assert_eq!(search.typed("s", 0.4, &LABELS, 2), Some(4));
        assert_eq!(search.typed("s", 0.6, &LABELS, 4), Some(1));
    }

    #[test]
    fn more_letters_name_the_entry_and_a_pause_begins_anew() {
        let mut search = TypeAhead::default();
        search.typed("s", 0.0, &LABELS, 0);
        search.typed("h", 0.1, &LABELS, 1);
        assert_eq!(search.typed("O", 0.2, &LABELS, 1), Some(4));
        assert_eq!(search.typed("a", 3.0, &LABELS, 4), Some(3));
        assert_eq!(search.typed("x", 3.1, &LABELS, 3), None);
    }

    #[test]
    fn letters_that_lead_nowhere_choose_nothing_until_a_pause() {
        let mut search = TypeAhead::default();
        assert_eq!(search.typed("n", 0.0, &LABELS, 0), None);
        assert_eq!(search.typed("a", 0.1, &LABELS, 0), None, "“na” is no air strike");
        assert_eq!(search.typed("a", 2.0, &LABELS, 0), Some(3));
    }

    #[test]
    fn a_word_within_a_label_is_found_where_none_begins_so() {
        let mut search = TypeAhead::default();
        assert_eq!(search.typed("st", 0.0, &LABELS, 0), Some(3));
    }
}
