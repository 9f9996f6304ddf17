//! Finding in an article of 5 MB, a tenth of it Arabic, over one pass of
//! `memchr::memmem` over the text that is searched, in the same run.
//!
//! Prints `ratio NAME VALUE` lines. Each needle stands there about 1,000 times.

use std::hint::black_box;
use std::time::{Duration, Instant};

use memchr::memmem;
use newsmark::find::{Query, Searched};
use newsmark::model::Text;

const ARTICLE_BYTES: usize = 5_000_000;
const ROUNDS: usize = 101;
/// One paragraph in so many names what is looked for: 1,000 of them in the article.
const NAMED: usize = 10;

fn main() {
    let searched = Searched::new(Text::new(article()));
    let query = |needle: &str| Query { needle: needle.to_owned(), ..Query::default() };
    let exact = Query { match_case: true, match_diacritics: true, ..query("the river Velda") };
    report("find_5mb_over_memmem", &searched, &exact);
    report("find_folded_5mb_over_memmem", &searched, &query("CAFÉ \"Orsa\""));
    report("find_folded_arabic_5mb_over_memmem", &searched, &query("مدينة أورسا"));
    report("find_whole_word_5mb_over_memmem", &searched, &Query { whole_word: true, ..query("the river velda") });
}

/// Every hit of `query` from its pattern on, over one pass over the copy that is read.
fn report(name: &str, searched: &Searched, query: &Query) {
    let folds = query.folds();
    let copy = searched.folded(folds).map_or(&**searched.text(), |folded| folded.as_str());
    let needle: String = query.needle.chars().filter_map(|c| folds.fold(c)).collect();
    let (mut n_plain, mut n_hits) = (0, 0);
    let (mut plain, mut found) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        plain.push(timed(|| n_plain = memmem::find_iter(copy.as_bytes(), needle.as_bytes()).count()));
        found.push(timed(|| {
            let hits = query.pattern().ok().and_then(|pattern| searched.hits(&pattern, &|| false));
            n_hits = black_box(hits).map_or(0, |hits| hits.len());
        }));
    }
    assert!(n_hits == n_plain && (800..1200).contains(&n_hits), "{n_hits} hits, {n_plain} in the copy");
    let (plain, found) = (median(plain), median(found));
    eprintln!("{name}: {found:?} over {plain:?}, {n_hits} hits in {} bytes", copy.len());
    println!("ratio {name} {:.3}", found.as_secs_f64() / plain.as_secs_f64());
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

/// Paragraphs of some 480 bytes, each tenth Arabic, until the article is long enough.
fn article() -> String {
    let mut article = String::with_capacity(ARTICLE_BYTES + 1000);
    for n in 0.. {
        if article.len() >= ARTICLE_BYTES {
            break;
        }
        article.push_str(&if n % 10 == 9 { arabic(n) } else { latin(n) });
        article.push('\n');
    }
    article
}

fn latin(n: usize) -> String {
    let place = if n.is_multiple_of(NAMED) {
        "near the “Café” at the river Velda"
    } else {
        "at the edge of the river port"
    };
    let cafe =
        if (n + 5).is_multiple_of(NAMED) { " Dala Imren’s Café “Orsa” had sheltered 40 of them." } else { "" };
    format!(
        "At least {n} people were moved from their homes {place} on the night of 14 March, the relief office of the \
         district said, and {} households still wait for a roof.{cafe} “We have neither water nor news – and nobody \
         comes,” said a teacher who had walked for three hours with her two children. The ministry did not answer \
         questions; an aide spoke of “a difficult week” for the naïve and the brave alike.",
        n % 700
    )
}

/// One paragraph in ten is Arabic, and all of those name the town.
fn arabic(n: usize) -> String {
    format!(
        "قُتِلَ {} شخصًا على الأقل في مدينة أورسا مساء السبت، وفق ما أعلنه مكتب الإغاثة، فيما نزحت عشرات الأسر إلى \
         القرى المجاورة بحثًا عن مأوى. وقالت معلمة: «لا ماء لدينا ولا أخبار»، ولم ترد الوزارة على الأسئلة.",
        n % 90
    )
}
