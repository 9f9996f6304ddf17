use crate::edit::OpenProject;
use crate::figures::{Language, Reading, reading, readings};
use crate::model::{
    Anchored, Annotation, AnnotationId, Article, Convention, Details, FieldPath, FieldValue, Figure, FigurePart,
    ItemId, Qualifier, Span, Unit,
};

use super::section::figure_path;

/// How the words of a figure read: shown beside the words and taken only by an editor.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What reads how, in a sentence: "“at least 12” reads as at least 12 persons".
    pub sentence: String,
    /// The fields that the reading fills.
    pub values: Vec<(FieldPath, FieldValue)>,
    /// Whether the reader is sure, so that one key takes it; else only the button does.
    pub is_sure: bool,
}

/// The readings of an annotation's figures, worked out once for each state of the project.
#[derive(Debug, Default)]
pub struct Offers {
    of: Option<(AnnotationId, u64)>,
    read: Vec<(Option<ItemId>, Option<Offer>)>,
}

/// Marks of more bytes are no figures, and are not searched for one.
const LONGEST: usize = 2_000;

impl Offers {
    /// The offer for the record's figure, or that of a group.
    pub fn of(&mut self, open: &OpenProject, annotation: &Annotation, item: Option<ItemId>) -> Option<Offer> {
        let state = Some((annotation.id, open.revision()));
        // The form asks in every frame, and reading numbers takes as long as setting a line.
        if self.of != state {
            *self = Offers { of: state, read: Vec::new() };
        }
        if let Some((_, offer)) = self.read.iter().find(|(of, _)| *of == item) {
            return offer.clone();
        }
        let offer = offer(open, annotation, item);
        self.read.push((item, offer.clone()));
        offer
    }
}

/// The figure of the record, or that of a group.
pub fn figure_of(details: &Details, item: Option<ItemId>) -> Option<&Figure> {
    match (item, details) {
        (None, details) => details.figure(),
        (Some(item), Details::Casualties(record)) => {
            record.groups.iter().find(|group| group.id == item).map(|group| &group.figure)
        }
        (Some(_), _) => None,
    }
}

/// Reads the figure's words where no numbers stand yet, else the number phrase within the mark.
fn offer(open: &OpenProject, annotation: &Annotation, item: Option<ItemId>) -> Option<Offer> {
    let article = open.project().article();
    let language = Language::of_tag(&article.card.language);
    let figure = figure_of(&annotation.details, item)?;
    let is_read = [figure.low, figure.best, figure.high].iter().any(Option::is_some)
        || figure.qualifier != Qualifier::default()
        || figure.convention != Convention::default();
    // What an editor has stated is never offered to be replaced.
    if is_read {
        return None;
    }
    let of_mark = || {
        let spans = annotation.spans.iter().filter(|span| span.end() - span.start() <= LONGEST);
        spans.flat_map(|span| {
            let words = article.text.words(span);
            readings(words, language).into_iter().map(move |read| (span, words, read))
        })
    };
    if let Some(text) = &figure.text {
        // Within the mark stands what is counted, which the figure's own words need not say.
        let at = text.anchor.as_ref().and_then(|anchor| anchor.at);
        let is_it = |(span, words, read): &(Span, &str, Reading)| match at {
            Some(at) => place(*span, read).is_some_and(|place| place.overlaps(at)),
            None => words.get(read.at.clone()).is_some_and(|own| own == text.value),
        };
        if let Some((span, words, read)) = of_mark().find(is_it) {
            let whole = whole(article, span, &read);
            return Some(Offer::new(words, &read, values(item, figure, &read, whole)));
        }
        let read = reading(&text.value, language).ok()?;
        let whole = read.share.as_ref().map(|share| Anchored::typed(&text.value[share.at.clone()]));
        return Some(Offer::new(&text.value, &read, values(item, figure, &read, whole)));
    }
    // The first number of the mark belongs to its own figure; a group has to be pointed at its words.
    if item.is_some() {
        return None;
    }
    let (span, words, read) = of_mark().next()?;
    let mut values = values(item, figure, &read, whole(article, span, &read));
    let anchored = Anchored::taken(&article.text, place(span, &read)?);
    values.insert(0, (figure_path(item, FigurePart::Text), FieldValue::Words(Some(anchored))));
    Some(Offer::new(words, &read, values))
}

impl Offer {
    /// The offer of what `words` were read as.
    fn new(words: &str, read: &Reading, values: Vec<(FieldPath, FieldValue)>) -> Offer {
        let own = words.get(read.at.clone()).unwrap_or(words);
        let own = own.split_whitespace().collect::<Vec<_>>().join(" ");
        let reads = if read.is_sure { "reads" } else { "may read" };
        Offer { sentence: format!("“{own}” {reads} as {}", read.sentence(words)), values, is_sure: read.is_sure }
    }
}

/// The words of the whole that the figure is a share of, where they stand in the article.
fn whole(article: &Article, span: Span, read: &Reading) -> Option<Anchored<String>> {
    let at = &read.share.as_ref()?.at;
    let at = Span::new(span.start() + at.start, span.start() + at.end)?;
    Some(Anchored::taken(&article.text, at))
}

/// Where a reading of a span's words stands in the article.
fn place(span: Span, read: &Reading) -> Option<Span> {
    Span::new(span.start() + read.at.start, span.start() + read.at.end)
}

fn values(
    item: Option<ItemId>,
    figure: &Figure,
    read: &Reading,
    whole: Option<Anchored<String>>,
) -> Vec<(FieldPath, FieldValue)> {
    let unit = if figure.unit == Unit::default() { read.unit } else { figure.unit };
    let values = [
        (FigurePart::Qualifier, FieldValue::Choice(Qualifier::VOCABULARY, read.qualifier as usize)),
        (FigurePart::Low, FieldValue::Number(read.low)),
        (FigurePart::Best, FieldValue::Number(read.best)),
        (FigurePart::High, FieldValue::Number(read.high)),
        (FigurePart::Unit, FieldValue::Choice(Unit::VOCABULARY, unit as usize)),
        (FigurePart::Convention, FieldValue::Choice(Convention::VOCABULARY, read.convention as usize)),
    ];
    let mut values = values.to_vec();
    if let (Some(share), Some(whole)) = (&read.share, whole) {
        values.push((FigurePart::OfText, FieldValue::Words(Some(whole))));
        values.push((FigurePart::OfBest, FieldValue::Number(share.whole)));
    }
    values.into_iter().map(|(part, value)| (figure_path(item, part), value)).collect()
}
