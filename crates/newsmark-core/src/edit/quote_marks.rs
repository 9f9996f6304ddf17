//! Which marks open and close a quotation, in the marks of most languages.

/// What a character does to the quotation marks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It opens a quotation.
    Opens,
    /// It closes the innermost quotation that is open.
    Closes,
    /// It would close, but not the innermost quotation.
    ClosesNothing,
    /// A letter or digit.
    Letter,
    /// Anything else, as an apostrophe.
    Other,
}

/// What a character does, by its neighbours and the innermost mark that is open.
pub(crate) fn role(before: Option<char>, c: char, after: Option<char>, innermost: Option<char>) -> Role {
    let is_letter = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    let begins_word = !is_letter(before) && after.is_some_and(|after| !after.is_whitespace());
    let begins_paragraph = before.is_none_or(|before| matches!(before, '\n' | '\r' | '\u{2029}'));
    let closes = innermost.is_some_and(|open| closers(open).contains(&c));
    match c {
        // An apostrophe: this comes before everything else, as it would close a quotation otherwise.
        '’' | '\'' | '‘' if is_letter(before) && is_letter(after) => Role::Other,
        // A quotation of several paragraphs opens each of them again and closes once.
        '“' | '«' | '"' | '‘' if innermost == Some(c) && begins_paragraph => Role::Other,
        // Behind a space a straight mark begins something, as in "the ’90s".
        '\'' if closes && before.is_some_and(char::is_whitespace) => Role::Other,
        _ if closes => Role::Closes,
        '“' | '„' | '«' | '‘' | '‚' | '‹' | '「' | '『' | '"' => Role::Opens,
        // Where these close nothing they may open, as »…« and ”…” do.
        '”' | '»' | '›' if begins_word && !before.is_some_and(is_sentence_end) => Role::Opens,
        '”' | '»' | '›' | '」' | '』' => Role::ClosesNothing,
        // The straight single mark is an apostrophe or a foot far oftener than a quotation: it opens within another
        // one, or before a letter.
        '\'' if begins_word && innermost.is_some() => Role::Opens,
        '\'' if begins_word && before.is_none_or(|before| !before.is_alphanumeric()) && is_letter(after) => Role::Opens,
        c if c.is_alphanumeric() => Role::Letter,
        _ => Role::Other,
    }
}

/// What closes a mark.
pub(crate) fn closers(open: char) -> &'static [char] {
    match open {
        '“' => &['”'],
        '„' => &['“', '”'],
        '”' => &['”'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‘' => &['’'],
        '‚' => &['‘', '’'],
        '‹' => &['›'],
        '›' => &['‹'],
        '「' => &['」'],
        '『' => &['』'],
        '"' => &['"'],
        '\'' => &['\''],
        _ => &[],
    }
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | '…' | '؟' | '،')
}

/// Whether `c` can open or close a quotation.
pub(crate) fn is_quote_mark(c: char) -> bool {
    !closers(c).is_empty() || matches!(c, '’' | '」' | '』')
}
