//! Documents that nobody writes on purpose, and that come all the same.

use newsmark::model::{Annotation, AnnotationId, Article, Card, Category, Person, Project, ProjectParts, Span, Text};

/// Every odd document with its name.
pub fn projects() -> Vec<(&'static str, Project)> {
    let news = super::documents::text(6_000);
    let among = |odd: &[char]| plain(sprinkled(&news, odd), &[]);
    vec![
        ("zero_width", among(&['\u{200B}', '\u{FEFF}', '\u{2060}', '\u{200D}', '\u{AD}', '\u{34F}'])),
        (
            "direction_marks",
            among(&['\u{202E}', '\u{2067}', '\u{200F}', '\u{2069}', '\u{202C}', '\u{200E}', '\u{202D}']),
        ),
        (
            "combining_marks",
            plain(format!("Before it.\nHeap e{} end of it.\nAfter it.", "\u{301}".repeat(10_000)), &[]),
        ),
        ("long_word", plain(format!("Before it.\n{}\nAfter it.", "Endless".repeat(150_000)), &[])),
        ("tabs", among(&['\t'])),
        ("line_separators", plain(super::documents::text(1_000_000).replace('\n', "\u{2028}"), &[])),
        ("nul", among(&['\0', '\u{1}', '\u{7}', '\u{1B}', '\u{7F}', '\u{85}'])),
        ("private_use", among(&['\u{E000}', '\u{F8FF}', '\u{10FFFD}'])),
        ("unassigned", among(&['\u{378}', '\u{1FFFE}', '\u{E0080}', '\u{FFFF}'])),
        ("no_font", plain(unwritable(), &[])),
        ("marks_on_one_paragraph", crowded()),
        ("mark_over_all", covered()),
    ]
}

/// The text with one of some characters after every third of its own.
fn sprinkled(text: &str, odd: &[char]) -> String {
    let letters = text.chars().enumerate();
    letters.flat_map(|(n, c)| [Some(c), (n % 3 == 2).then(|| odd[n / 3 % odd.len()])]).flatten().collect()
}

/// Paragraphs of words in scripts that few fonts have, hardly a letter twice.
fn unwritable() -> String {
    let scripts = ['\u{4E00}'..='\u{52FF}', '\u{12000}'..='\u{1237F}', '\u{16A0}'..='\u{16EA}', '\u{905}'..='\u{939}'];
    let letters: Vec<char> = scripts.into_iter().flatten().collect();
    let paragraphs = letters.chunks(150).map(|letters| {
        let words = letters.chunks(6).map(|word| word.iter().collect::<String>());
        words.collect::<Vec<_>>().join(" ")
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

/// A hundred thousand marks on one paragraph.
fn crowded() -> Project {
    let text = "Shells struck a crowded market in Karsa on Sunday morning, killing at least 12 people.\nAfter it.";
    let spans: Vec<(usize, usize)> =
        (0..100_000).map(|n| (n * 7 % 80, n * 7 % 80 + 1 + n % (86 - n * 7 % 80))).collect();
    plain(text.to_owned(), &spans)
}

/// News of a megabyte with a mark over all of it.
fn covered() -> Project {
    let text = super::documents::text(1_000_000);
    let end = text.trim_end().len();
    plain(text, &[(0, end)])
}

fn plain(text: String, spans: &[(usize, usize)]) -> Project {
    let annotations = spans.iter().enumerate().map(|(n, (start, end))| {
        let span = Span::new(*start, *end).expect("the spans hold words");
        let author = Person::new("Ines Varga").expect("the name is not empty");
        Annotation::draft(AnnotationId::from_u64(n as u64 + 1), span, Category::ALL[n % 4], author)
    });
    let article = Article { text: Text::new(text), card: Card::default() };
    Project::from_parts(ProjectParts { annotations: annotations.collect(), ..ProjectParts::of(article) })
        .expect("the annotations stand in the text")
}
