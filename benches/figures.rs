//! Reading every number phrase of 1 MB of text, a tenth of it Arabic, over one
//! pass of a regular expression of the same digit forms and number words over
//! the same text, in the same run.
//!
//! Then finding all that is proposed in that text over reading its numbers.
//!
//! Then, where the window is built, the frame of an edit among 10,000 records
//! over that among 10.
//!
//! Prints `ratio NAME VALUE` lines. A number phrase stands in every 100 bytes, some times as many as in news.

#![cfg_attr(feature = "gui", expect(clippy::expect_used, reason = "a bench that cannot run says so and ends"))]

#[cfg(feature = "gui")]
#[allow(dead_code, reason = "other benches turn the wheel and count marks")]
mod desk;
#[cfg(feature = "gui")]
mod editing;

use std::hint::black_box;
use std::time::{Duration, Instant};

use newsmark::figures::{Language, readings};
use newsmark::model::{Article, Card, Text};
use newsmark::suggest::ArticleProposals;
use regex::Regex;

const TEXT_BYTES: usize = 1_000_000;
const ROUNDS: usize = 51;

/// Proposals of a megabyte cost some thirty times the reading of its numbers, so that a few rounds tell.
const SUGGEST_ROUNDS: usize = 7;

/// Digits with marks between their thousands, or with a fraction; of any script.
const DIGITS: &str = r"\d{1,3}(?:[,.\x{66C} \x{A0}\x{2009}\x{202F}]\d{3})+|\d+(?:[.\x{66B}]\d+)?[kmb]?";

const WORDS: &str = "\
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens score scores tens hundred \
    hundreds thousand thousands million millions billion billions trillion lakh crore several few couple handful half \
    many numerous nobody none واحد واحدة اثنان اثنين اثنتان اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان \
    ثماني ثمانية تسع تسعة عشر عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون \
    ثمانين تسعون تسعين مئة مائة مئتان مئتين مئات ألف ألفان ألفين آلاف مليون مليونان ملايين مليار عشرات بضعة عدة نصف";

fn main() {
    let text = text();
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let Ok(regex) = Regex::new(&format!("(?i){DIGITS}|{}", words.join("|"))) else { return };
    let (mut n_matches, mut n_readings) = (0, 0);
    let (mut plain, mut read) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        plain.push(timed(|| n_matches = black_box(regex.find_iter(&text).count())));
        read.push(timed(|| n_readings = black_box(readings(&text, Language::default())).len()));
    }
    assert!(n_matches > 8_000 && n_readings > 6_000, "{n_matches} matches, {n_readings} readings");
    let (plain, read) = (median(plain), median(read));
    eprintln!("reader: {read:?} over {plain:?}, {n_readings} readings, {n_matches} matches in {} bytes", text.len());
    println!("ratio reader_over_regex {:.3}", read.as_secs_f64() / plain.as_secs_f64());
    suggest_1mb_over_reader(text, read);
    #[cfg(feature = "gui")]
    editing::edit_10k_over_edit_10(tempfile::tempdir().expect("a folder for the documents").path());
}

/// All that is proposed in `text` over `read`, the time in which its numbers are read.
fn suggest_1mb_over_reader(text: String, read: Duration) {
    let card = Card { language: "en".to_owned(), ..Card::default() };
    let article = Article { text: Text::new(text), card };
    let mut times = Vec::new();
    for _ in 0..SUGGEST_ROUNDS {
        times.push(timed(|| drop(black_box(ArticleProposals::of(&article)))));
    }
    let proposed = median(times);
    eprintln!("proposals: {proposed:?} over {read:?} in {} bytes", article.text.len());
    println!("ratio suggest_1mb_over_reader {:.3}", proposed.as_secs_f64() / read.as_secs_f64());
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Paragraphs of some 1,000 bytes, each tenth Arabic, until the text is long enough.
fn text() -> String {
    let mut text = String::with_capacity(TEXT_BYTES + 1000);
    for n in 0.. {
        if text.len() >= TEXT_BYTES {
            break;
        }
        text.push_str(&if n % 10 == 9 { arabic(n) } else { latin(n) });
        text.push('\n');
    }
    text
}

fn latin(n: usize) -> String {
    format!(
        "At least {} people were moved from their homes at the edge of the river port on the night of 14 March, the \
         relief office of the district said, and some {},{:03} households still wait for a roof. “We have neither \
         water nor news – and nobody comes,” said a teacher who had walked for three hours with her two children. \
         Between twenty and thirty houses burned, dozens of others stand empty, and the ministry did not answer \
         questions; an aide spoke of “a difficult week” for the naïve and the brave alike, and of tens of thousands \
         who fled in 2016. The road along the water was closed by the army and opened again after the talks, which \
         neither of the sides would describe; residents said that they had heard the guns from the hills all through \
         the evening and that the lights of the town had gone out before the rain began. Nothing of what the office \
         said could be checked by reporters, who are not let into the port.",
        n % 700,
        n % 40 + 1,
        n % 1_000
    )
}

fn arabic(n: usize) -> String {
    format!(
        "قُتِلَ {} شخصًا على الأقل في مدينة أورسا مساء السبت، وفق ما أعلنه مكتب الإغاثة، فيما نزحت عشرات الأسر إلى \
         القرى المجاورة بحثًا عن مأوى. وقالت معلمة: «لا ماء لدينا ولا أخبار»، ولم ترد الوزارة على الأسئلة، وأصيب خمسة \
         وعشرون آخرون بينهم ثلاثة أطفال.",
        n % 90
    )
}
