use crate::figures::Language;
use crate::model::{Annotation, Project, ProjectSettings, Sources, Text};

/// What a check may look at besides the annotation itself: the article and what the project says of all annotations.
pub struct CheckBasis<'p> {
    /// The text of the article.
    pub text: &'p Text,
    /// How numbers are written in it.
    pub language: Language,
    /// The day on which it was published.
    pub published: Option<jiff::civil::Date>,
    /// The sources, of which only that they are there decides anything.
    pub sources: &'p Sources,
    /// What the project asks of those who work on it.
    pub settings: &'p ProjectSettings,
    /// Where words for civilians begin, in bytes and in order.
    civilians: &'p [usize],
}

impl<'p> CheckBasis<'p> {
    /// The basis of a project whose text has words for civilians at these bytes, as [`civilians`] finds them.
    pub(super) fn of(project: &'p Project, civilians: &'p [usize]) -> CheckBasis<'p> {
        let article = project.article();
        CheckBasis {
            text: &article.text,
            language: Language::of_tag(&article.card.language),
            published: article.card.published,
            sources: project.sources(),
            settings: project.settings(),
            civilians,
        }
    }

    /// Whether what was found on the one basis is found on the other.
    pub(super) fn is_same(&self, other: &CheckBasis<'_>) -> bool {
        let ids = |sources: &Sources| -> Vec<_> { sources.iter().map(|source| source.id).collect() };
        self.text == other.text
            && self.language == other.language
            && self.published == other.published
            // A source whose name is typed changes no finding of an annotation by itself: only whether the source is
            // there is asked.
            && (self.sources == other.sources || ids(self.sources) == ids(other.sources))
            && self.settings == other.settings
            && self.civilians == other.civilians
    }

    /// Whether a word for civilians stands in a paragraph that the annotation touches.
    pub(super) fn has_civilians_near(&self, annotation: &Annotation) -> bool {
        annotation.spans.iter().any(|span| {
            let paragraphs = self.text.paragraphs();
            let first = paragraphs[self.text.paragraph_at(span.start())].start;
            let end = paragraphs[self.text.paragraph_at(span.end())].end.max(span.end());
            let next = self.civilians.partition_point(|at| *at < first);
            self.civilians.get(next).is_some_and(|at| *at < end)
        })
    }
}

/// What "civilian" before it says nothing of people: things, offices, ways.
const THINGS: &[&str] = &[
    "airport",
    "airports",
    "airfield",
    "airspace",
    "aircraft",
    "plane",
    "planes",
    "airliner",
    "airline",
    "airlines",
    "flight",
    "flights",
    "helicopter",
    "aviation",
    "ship",
    "ships",
    "vessel",
    "vessels",
    "boat",
    "boats",
    "port",
    "ports",
    "infrastructure",
    "installations",
    "facility",
    "facilities",
    "structure",
    "structures",
    "building",
    "buildings",
    "home",
    "homes",
    "house",
    "houses",
    "housing",
    "property",
    "object",
    "objects",
    "target",
    "targets",
    "site",
    "sites",
    "area",
    "areas",
    "neighbourhood",
    "neighborhood",
    "neighbourhoods",
    "neighborhoods",
    "district",
    "districts",
    "quarter",
    "quarters",
    "zone",
    "zones",
    "hospital",
    "hospitals",
    "school",
    "schools",
    "vehicle",
    "vehicles",
    "car",
    "cars",
    "bus",
    "buses",
    "truck",
    "trucks",
    "convoy",
    "convoys",
    "traffic",
    "use",
    "purposes",
    "government",
    "governments",
    "rule",
    "authority",
    "authorities",
    "administration",
    "control",
    "oversight",
    "leadership",
    "court",
    "courts",
    "law",
    "life",
    "clothes",
    "clothing",
    "dress",
    "police",
    "defence",
    "defense",
    "economy",
    "sector",
    "industry",
    "service",
    "services",
    "radar",
    "drone",
    "drones",
    "nuclear",
    "power",
    "supplies",
    "goods",
    "transport",
];

/// What "مدني" behind it says nothing of people: civil defence, civil society, a civil airport.
const ARABIC_THINGS: &[&str] = &[
    "الدفاع",
    "دفاع",
    "المجتمع",
    "مجتمع",
    "الطيران",
    "طيران",
    "مطار",
    "المطار",
    "القانون",
    "قانون",
    "الحكم",
    "حكم",
    "مبنى",
    "المبنى",
    "هدف",
    "موقع",
    "زي",
    "بلباس",
    "لباس",
    "طابع",
];

/// What "مدنية" behind it says of people: such casualties, losses, victims.
const ARABIC_LOSSES: &[&str] =
    &["إصابات", "خسائر", "ضحايا", "وفيات", "أرواح", "الإصابات", "الخسائر", "الضحايا", "امرأة", "نساء"];

/// Where words for civilians begin in a text, in bytes and in order.
pub(super) fn civilians(text: &Text) -> Vec<usize> {
    // Without the first letter "civilian", "Civilian" and their plurals are one search.
    let english = text.match_indices("ivilian").filter(|(at, _)| calls_people(&text[at + "ivilian".len()..]));
    let capitals = text.match_indices("IVILIAN").filter(|(at, _)| calls_people(&text[at + "IVILIAN".len()..]));
    // Rescuers are called civil defence in most articles about strikes, and are not civilians by that name.
    let arabic = text.match_indices("مدني").filter(|(at, _)| calls_people_in_arabic(text, *at));
    let mut found: Vec<usize> = english.chain(capitals).chain(arabic).map(|(at, _)| at).collect();
    found.sort_unstable();
    found
}

/// Whether "civilian" with this behind it calls people so: "civilians", "civilian casualties", no "civilian airport".
fn calls_people(behind: &str) -> bool {
    // A plural is a noun, whatever follows it.
    let Some(rest) = behind.strip_prefix([' ', '-', '\n', '\u{A0}']) else { return true };
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    !THINGS.contains(&word.as_str())
}

/// Whether the form of "مدني" that begins at a byte calls people so.
fn calls_people_in_arabic(text: &str, at: usize) -> bool {
    let ending = text[at + "مدني".len()..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let before = text[..at].strip_suffix("ال").unwrap_or(&text[..at]).trim_end();
    let before = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    match ending {
        "" => !ARABIC_THINGS.contains(&before),
        "ة" => ARABIC_LOSSES.contains(&before),
        // Plurals, the dual, and what stands behind a number.
        _ => true,
    }
}
