use eframe::egui::Key;

/// What a press of a key may mean, the likeliest first: what is asked for by none of them is asked for by nobody.
///
/// `key` is the letter, digit or sign that the layout makes of it, where egui has a name for that, else the one that
/// stands in its place on an American keyboard; `place` is that one. A letter or digit means itself wherever it
/// stands. A sign in the place of a digit, as on French, Czech or Thai keyboards, means the digit first, as do the
/// signs in the place of letters on Hebrew, Greek, Bulgarian, Arabic and Persian ones, which have no such letters.
pub fn meanings(key: Key, place: Option<Key>) -> impl Iterator<Item = Key> {
    let by_place = place.filter(|place| is_sign(key) && (is_digit(*place) || is_letter(*place)));
    by_place.filter(|place| !OF_LATIN.contains(&(*place, key))).into_iter().chain([key])
}

/// Signs in the places of letters, on layouts that have those letters elsewhere: there the sign means itself.
const OF_LATIN: [(Key, Key); 11] = [
    // Dvorak.
    (Key::Q, Key::Quote),
    (Key::W, Key::Comma),
    (Key::E, Key::Period),
    (Key::Z, Key::Semicolon),
    (Key::Z, Key::Colon),
    // Colemak and Workman.
    (Key::P, Key::Semicolon),
    (Key::P, Key::Colon),
    // French and Belgian.
    (Key::M, Key::Comma),
    // Bépo.
    (Key::G, Key::Comma),
    (Key::V, Key::Period),
    (Key::N, Key::Quote),
];

/// Whether it is a sign that a key may type: no letter, no digit and nothing that has a name alone, as the arrows.
fn is_sign(key: Key) -> bool {
    matches!(
        key,
        Key::Colon
            | Key::Comma
            | Key::Minus
            | Key::Period
            | Key::Plus
            | Key::Equals
            | Key::Semicolon
            | Key::Backslash
            | Key::Slash
            | Key::Pipe
            | Key::Questionmark
            | Key::Exclamationmark
            | Key::OpenBracket
            | Key::CloseBracket
            | Key::OpenCurlyBracket
            | Key::CloseCurlyBracket
            | Key::Backtick
            | Key::Quote
    )
}

fn is_letter(key: Key) -> bool {
    (Key::A..=Key::Z).contains(&key)
}

fn is_digit(key: Key) -> bool {
    (Key::Num0..=Key::Num9).contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_means_the_digit_or_letter_in_whose_place_it_stands() {
        let cases = [
            (Key::Quote, Key::Num4, vec![Key::Num4, Key::Quote]),
            (Key::Exclamationmark, Key::Num1, vec![Key::Num1, Key::Exclamationmark]),
            (Key::Comma, Key::Q, vec![Key::Q, Key::Comma]),
            (Key::Comma, Key::W, vec![Key::Comma]),
            (Key::Comma, Key::Quote, vec![Key::Comma]),
            (Key::A, Key::Q, vec![Key::A]),
            (Key::Num1, Key::Num1, vec![Key::Num1]),
            (Key::End, Key::Num1, vec![Key::End]),
        ];
        for (key, place, meant) in cases {
            assert_eq!(meanings(key, Some(place)).collect::<Vec<_>>(), meant, "{key:?} at {place:?}");
        }
        assert_eq!(meanings(Key::Comma, None).collect::<Vec<_>>(), [Key::Comma]);
    }
}
