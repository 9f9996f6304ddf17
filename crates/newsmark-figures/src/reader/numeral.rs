//! Numbers in digits, as one token.

use super::word::Word;

/// What digits and the marks between them say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// A whole number; grouped where marks part its thousands, so that it is no year.
    Whole { value: u64, is_grouped: bool },
    /// So many digits, the last `places` of them after the decimal mark; foreign where the language writes another one.
    Decimal { digits: u64, places: u32, is_foreign: bool },
    /// A whole number beyond 64 bits.
    TooLarge,
    /// Digits that are no number: "007", "2.0.1", "14.03.2026", digits of two scripts.
    Code,
}

/// What may stand between two runs of digits of one number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    Stop,
    /// U+066B.
    ArabicDecimal,
    /// U+066C.
    ArabicThousands,
    Apostrophe,
    Space(char),
}

/// More runs of digits than a number has.
// Twenty digits in groups of three are seven runs; a longer chain is a code whatever follows.
const MOST_RUNS: usize = 16;

#[derive(Clone, Copy)]
struct Run {
    n_digits: usize,
    value: Option<u64>,
    /// The mark before it, from the second on.
    mark: Mark,
    begins_with_zero: bool,
    /// Whether its digits are of one script.
    is_pure: bool,
    end: usize,
}

/// The digit nought of the script that `c` is a digit of, of the scripts that news is written in.
fn zero(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{E50}'..='\u{E59}' => '\u{E50}',
        '\u{1040}'..='\u{1049}' => '\u{1040}',
        '\u{17E0}'..='\u{17E9}' => '\u{17E0}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    })
}

/// The value of a decimal digit of any of these scripts.
pub(super) fn digit(c: char) -> Option<u64> {
    Some(u64::from(c) - u64::from(zero(c)?))
}

/// A fraction that is one character, as a word: "½".
pub(super) fn vulgar_fraction(c: char) -> Option<Word> {
    let (numerator, denominator) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅒' => (1, 10),
        _ => return None,
    };
    Some(Word::Fraction { numerator, denominator })
}

/// Reads the number whose first digit stands at byte `at`, and the byte where
/// it ends. `may_be_spaced`: whether a plain space may part its thousands.
pub(super) fn numeral(text: &str, at: usize, has_decimal_comma: bool, may_be_spaced: bool) -> (Numeral, usize) {
    let first = run(text, at, Mark::Comma);
    let mut runs = [first; MOST_RUNS];
    let mut n_runs = 1;
    while n_runs < MOST_RUNS {
        let end = runs[n_runs - 1].end;
        let Some((mark, from)) = mark(text, end) else { break };
        let next = run(text, from, mark);
        if next.n_digits == 0 {
            break;
        }
        if let Mark::Space(space) = mark {
            // Spaces part thousands strictly, or any two numbers beside each other would be one.
            let fits = next.n_digits == 3 && first.n_digits <= 3 && !first.begins_with_zero;
            let follows_own_kind = runs[1..n_runs].iter().all(|run| run.mark == mark);
            if !fits || !follows_own_kind || (space == ' ' && !may_be_spaced) {
                break;
            }
        }
        runs[n_runs] = next;
        n_runs += 1;
    }
    let runs = &runs[..n_runs];
    let (read, end) = match mixed(text, first) {
        Some(mixed) => mixed,
        None => read(runs, has_decimal_comma),
    };
    // "1٢" may be anything: no script mixes its digits with another's.
    let is_pure = runs.iter().all(|run| run.is_pure);
    (if is_pure { read } else { Numeral::Code }, end)
}

/// A whole number and a fraction of one character: "1½".
fn mixed(text: &str, whole: Run) -> Option<(Numeral, usize)> {
    let c = text[whole.end..].chars().next()?;
    let Word::Fraction { numerator, denominator } = vulgar_fraction(c)? else { return None };
    let end = whole.end + c.len_utf8();
    // Eighths have three decimal places, and thirds none that end.
    let thousandths = 1_000 * u64::from(numerator);
    let denominator = u64::from(denominator);
    let digits = whole.value.and_then(|value| value.checked_mul(1_000)?.checked_add(thousandths / denominator));
    let read = match digits.filter(|_| thousandths.is_multiple_of(denominator)) {
        Some(digits) => Numeral::Decimal { digits, places: 3, is_foreign: false },
        None => Numeral::Code,
    };
    Some((read, end))
}

fn run(text: &str, at: usize, mark: Mark) -> Run {
    let mut run = Run { n_digits: 0, value: Some(0), mark, begins_with_zero: false, is_pure: true, end: at };
    let script = text[at..].chars().next().and_then(zero);
    for c in text[at..].chars() {
        let Some(digit) = digit(c) else { break };
        run.is_pure &= zero(c) == script;
        run.begins_with_zero |= run.n_digits == 0 && digit == 0;
        run.n_digits += 1;
        run.value = run.value.and_then(|value| value.checked_mul(10)?.checked_add(digit));
        run.end += c.len_utf8();
    }
    run
}

fn mark(text: &str, at: usize) -> Option<(Mark, usize)> {
    let c = text[at..].chars().next()?;
    let mark = match c {
        ',' | '،' | '，' => Mark::Comma,
        '.' | '．' => Mark::Stop,
        '\u{66B}' => Mark::ArabicDecimal,
        '\u{66C}' => Mark::ArabicThousands,
        '\'' | '’' => Mark::Apostrophe,
        ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' => Mark::Space(c),
        _ => return None,
    };
    Some((mark, at + c.len_utf8()))
}

fn read(runs: &[Run], has_decimal_comma: bool) -> (Numeral, usize) {
    let (first, last) = (runs[0], runs[runs.len() - 1]);
    if runs.len() == 1 {
        // "007" and "0041" name and do not count.
        let is_code = first.begins_with_zero && first.n_digits > 1;
        return (if is_code { Numeral::Code } else { whole(runs, false) }, first.end);
    }
    let before_last = &runs[..runs.len() - 1];
    let is_one_kind = runs[2..].iter().all(|run| run.mark == runs[1].mark);
    let is_decimal_mark = |run: &Run| is_decimal_mark(run.mark, has_decimal_comma);
    if !is_one_kind {
        let has_one_kind = before_last[1..].iter().all(|run| run.mark == runs[1].mark);
        let is_decimal = is_decimal_mark(&last) && !is_decimal_mark(&runs[1]);
        let is_number = has_one_kind && is_decimal && is_grouped(before_last);
        return (if is_number { decimal(runs, false) } else { Numeral::Code }, last.end);
    }
    let read = match runs {
        [_, last] if is_decimal_mark(last) => decimal(runs, false),
        // After the decimal mark of the language was ruled out: in German "1.200" is twelve hundred, in English "1.200"
        // has a fraction.
        _ if is_grouped(runs) => whole(runs, true),
        // "3,5 million" in English and "1.2" where the comma is decimal: thousands have three digits, so that one or two
        // can only be a fraction.
        [_, Run { mark: Mark::Comma | Mark::Stop, n_digits: 1 | 2, .. }] => decimal(runs, true),
        _ => Numeral::Code,
    };
    (read, last.end)
}

fn is_decimal_mark(mark: Mark, has_decimal_comma: bool) -> bool {
    match mark {
        Mark::Comma => has_decimal_comma,
        Mark::Stop => !has_decimal_comma,
        Mark::ArabicDecimal => true,
        _ => false,
    }
}

/// Whether the runs are thousands, or lakhs as South Asia writes them: "1,50,000".
fn is_grouped(runs: &[Run]) -> bool {
    let [first, middle @ .., last] = runs else { return true };
    let all_are = |n_digits: usize| middle.iter().all(|run| run.n_digits == n_digits);
    // Lakhs are grouped by two digits up to the last thousand.
    let is_lakhs = first.n_digits <= 2 && all_are(2) && last.mark == Mark::Comma;
    first.n_digits <= 3 && !first.begins_with_zero && last.n_digits == 3 && (all_are(3) || is_lakhs)
}

fn joined(runs: &[Run]) -> Option<u64> {
    runs.iter().try_fold(0u64, |value, run| {
        let shift = 10u64.checked_pow(u32::try_from(run.n_digits).ok()?);
        if value == 0 { run.value } else { value.checked_mul(shift?)?.checked_add(run.value?) }
    })
}

fn whole(runs: &[Run], is_grouped: bool) -> Numeral {
    joined(runs).map_or(Numeral::TooLarge, |value| Numeral::Whole { value, is_grouped })
}

fn decimal(runs: &[Run], is_foreign: bool) -> Numeral {
    let places = u32::try_from(runs[runs.len() - 1].n_digits).unwrap_or(u32::MAX);
    joined(runs).map_or(Numeral::Code, |digits| Numeral::Decimal { digits, places, is_foreign })
}
