//! Documents for benches: news as it is written, of any length, with marks in the usual places.

use newsmark::model::{
    Anchored, Annotation, AnnotationId, Article, Attribution, Card, Casualties, Category, Details, Figure, Harm,
    Person, Project, ProjectParts, QuoteKind, Quotes, Span, Text, Victims,
};

/// English paragraphs; `#` becomes a number. Each has some places that are marked.
const ENGLISH: [&str; 4] = [
    "At least # people were killed in the market of Karsa on Sunday when shells struck the stalls along the \
     river, the relief office said. “We counted # wounded before noon,” said Dala Imren, who runs the clinic.",
    "More than # families fled from Orsa to Veld in the night, according to the council, and some # of them \
     sleep in the school. The governor denied that the road had been closed to them.",
    "“Nobody told us to leave,” said a farmer from the hills. Officials put the number of the missing at #, \
     down from # a week before, after lists from three districts had been compared.",
    "The army said that # of its soldiers had been hurt near the bridge, while the opposition spoke of #. \
     Neither figure could be checked, as the lines to the valley have been down since the storm.",
];

/// The same in Arabic.
const ARABIC: [&str; 2] = [
    "قُتل # شخصًا على الأقل في سوق كرسا يوم الأحد عندما سقطت قذائف على الأكشاك قرب النهر، بحسب مكتب الإغاثة. \
     وقالت دالا إمرن: «أحصينا # جريحًا قبل الظهر».",
    "وفرّت أكثر من # عائلة من أورسا إلى فلد ليلًا وفق المجلس، وينام نحو # منها في المدرسة. ونفى المحافظ أن تكون \
     الطريق قد أُغلقت.",
];

/// A project of about so many bytes of text and so many marks. One in ten
/// paragraphs is Arabic; one in ten marks lies over another one.
pub fn project(n_bytes: usize, n_marks: usize) -> Project {
    let text = Text::new(text(n_bytes));
    let spans = spans(&text, n_marks);
    let annotations = spans.into_iter().enumerate().map(|(n, span)| annotation(&text, n, span)).collect();
    let card = Card { outlet: "The Orsa Courier".to_owned(), language: "en".to_owned(), ..Card::default() };
    match Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(Article { text, card }) }) {
        Ok(project) => project,
        Err(misfit) => unreachable!("the annotations stand in the text: {misfit}"),
    }
}

/// News of about so many bytes.
pub fn text(n_bytes: usize) -> String {
    let mut text = String::with_capacity(n_bytes + 1024);
    for n in 0.. {
        if text.len() >= n_bytes {
            break;
        }
        if n % 40 == 20 {
            text.push_str("What is known of the night\n");
        }
        let template = if n % 10 == 7 { ARABIC[n / 10 % ARABIC.len()] } else { ENGLISH[n % ENGLISH.len()] };
        let mut number = n * 7919 % 9973;
        for (place, words) in template.split('#').enumerate() {
            if place > 0 {
                number = number * 31 % 9973 + 2;
                text.push_str(&number.to_string());
            }
            text.push_str(words);
        }
        text.push('\n');
    }
    text
}

/// So many spans of a few words each, spread over the whole text; each tenth lies within the one before it.
fn spans(text: &Text, n_marks: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(n_marks);
    let step = text.len() as f64 / n_marks.max(1) as f64;
    for n in 0..n_marks {
        let last = spans.last().copied().filter(|last| n % 10 == 9 && last.len() > 12);
        let (start, length) = match last {
            Some(last) => (last.start() + 4, last.len() / 2),
            None => ((n as f64 * step) as usize, 12 + n % 7 * 9),
        };
        let paragraph = text.paragraphs()[text.paragraph_at(start)];
        let end = (start + length).min(paragraph.end);
        let start = start.min(end.saturating_sub(4)).max(paragraph.start);
        spans.extend(text.snap(start, end.max(start + 1)));
    }
    spans
}

fn annotation(text: &Text, n: usize, span: Span) -> Annotation {
    let taken = || Some(Anchored::taken(text, span));
    let details = match n % 4 {
        0 => Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: taken().map(Figure::worded).unwrap_or_default(),
            victims: Victims::Civilian,
            ..Default::default()
        }),
        2 => Details::Quotes(Quotes {
            kind: QuoteKind::Direct,
            attribution: Attribution { words: taken(), ..Default::default() },
            ..Default::default()
        }),
        other => Category::ALL[other].unknown(),
    };
    let Some(author) = Person::new("Ines Varga") else { unreachable!("the name is not empty") };
    let id = AnnotationId::from_u64(n as u64 * 1_000_003 + 1);
    Annotation { details, ..Annotation::draft(id, span, Category::Claims, author) }
}
