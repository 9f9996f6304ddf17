use crate::find::{Hits, Pattern, Searched};
use crate::model::{
    Annotation, AnnotationId, Category, Details, FieldPath, FieldValue, Project, Source, SourceField, SourceId, Span,
    Text,
};

/// All words of a project that are searched.
pub(super) struct Passages {
    article: Searched,
    /// Every mark over the article, in its order.
    marks: Vec<(Span, AnnotationId, Category)>,
    /// What else is searched, a passage a line or several, each after [`GAP`].
    others: Searched,
    /// Where each of those begins, in bytes and in order.
    starts: Vec<(usize, HitPlace)>,
}

/// Stands between passages, so that nothing is found across them: no needle begins or ends a paragraph with it.
const GAP: &str = "\n\u{1C}\n";

/// Where words stand in a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitPlace {
    /// In the article.
    Article(Span),
    /// On the article's card, in the field of that name.
    Card(&'static str),
    /// In a field of an annotation.
    Field(AnnotationId, Category, FieldPath),
    /// In a comment on an annotation.
    Comment(AnnotationId, Category),
    /// Among the words of an annotation that has no place.
    Unplaced(AnnotationId, Category),
    /// In a field of a source.
    Source(SourceId, SourceField),
}

/// Words that were found, with those around them on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where they stand.
    pub place: HitPlace,
    /// The annotations over them, in the article, the first mark first; the annotation whose field they stand in.
    pub marks: Vec<(AnnotationId, Category)>,
    /// The number of their paragraph, in the article.
    pub paragraph: Option<u32>,
    /// The words before them; begins with an ellipsis where more stand before.
    pub before: String,
    /// The words themselves.
    pub words: String,
    /// The words after them; ends with an ellipsis where more follow.
    pub after: String,
}

impl Passages {
    /// Those of a project.
    pub fn of(project: &Project) -> Passages {
        let text = &project.article().text;
        let mut marks = Vec::new();
        for annotation in project.annotations() {
            marks.extend(annotation.spans.iter().map(|span| (span, annotation.id, annotation.category())));
        }
        // By first byte, so that looking for the marks over a hit can stop early.
        marks.sort_unstable();
        let mut others = Others::default();
        others.card(project);
        project.annotations().iter().for_each(|annotation| others.annotation(annotation, text));
        for kept in project.unplaced() {
            others.annotation(kept, text);
            kept.spans.words.iter().for_each(|words| others.push(words, HitPlace::Unplaced(kept.id, kept.category())));
        }
        project.sources().iter().for_each(|source| others.source(source));
        Passages {
            article: Searched::new(text.clone()),
            marks,
            others: Searched::new(Text::new(others.text)),
            starts: others.starts,
        }
    }

    /// About how many bytes of memory they take, with one folded copy each.
    pub fn size(&self) -> usize {
        2 * (self.article.text().len() + self.others.text().len())
            + size_of_val(&*self.marks)
            + size_of_val(&*self.starts)
    }

    /// At most `most` of the places that fit, those of the article first, and how many there are; `None` where nobody waits.
    pub fn search(&self, pattern: &Pattern, most: usize, is_cancelled: &dyn Fn() -> bool) -> Option<(Vec<Hit>, usize)> {
        let in_article = self.article.hits(pattern, is_cancelled)?;
        let in_others = self.others.hits(pattern, is_cancelled)?;
        let spans = |hits: &Hits| hits.as_slice().to_vec();
        let mut hits: Vec<Hit> = spans(&in_article).into_iter().take(most).map(|span| self.in_article(span)).collect();
        // Never below 0: no more than `most` were taken.
        let n_left = most - hits.len();
        hits.extend(spans(&in_others).into_iter().take(n_left).filter_map(|span| self.in_others(span)));
        Some((hits, in_article.len() + in_others.len()))
    }

    fn in_article(&self, span: Span) -> Hit {
        let text = self.article.text();
        let mut marks: Vec<(AnnotationId, Category)> = Vec::new();
        for (mark, id, category) in &self.marks {
            // Sorted by their beginnings, all that follow begin later still.
            if mark.start() >= span.end() {
                break;
            }
            if mark.end() > span.start() && !marks.contains(&(*id, *category)) {
                marks.push((*id, *category));
            }
        }
        let paragraph = text.paragraphs()[text.paragraph_at(span.start())];
        // A hit may go on into the next paragraph, where the needle has a line end.
        let end = paragraph.end.max(span.end());
        let hit =
            Hit { paragraph: paragraph.number(), ..within(text, paragraph.start, end, span, HitPlace::Article(span)) };
        Hit { marks, ..hit }
    }

    fn in_others(&self, span: Span) -> Option<Hit> {
        let text = self.others.text();
        // The last passage that begins at or before it. Nothing is found across passages, so that the hit lies within
        // it.
        let at = self.starts.partition_point(|(start, _)| *start <= span.start()).checked_sub(1)?;
        let (start, place) = self.starts[at];
        let end = self.starts.get(at + 1).map_or(text.len(), |(next, _)| next - GAP.len());
        let marks = match place {
            HitPlace::Field(id, category, _) | HitPlace::Comment(id, category) | HitPlace::Unplaced(id, category) => {
                vec![(id, category)]
            }
            HitPlace::Article(_) | HitPlace::Card(_) | HitPlace::Source(..) => Vec::new(),
        };
        Some(Hit { marks, ..within(text, start, end.max(span.end()), span, place) })
    }
}

#[derive(Default)]
struct Others {
    text: String,
    starts: Vec<(usize, HitPlace)>,
}

impl Others {
    fn push(&mut self, words: &str, place: HitPlace) {
        if words.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(GAP);
        }
        self.starts.push((self.text.len(), place));
        self.text.push_str(words);
    }

    fn card(&mut self, project: &Project) {
        let card = &project.article().card;
        // A title that is the article’s own line is found there, and would be told twice.
        if card.title.anchor.as_ref().is_none_or(|anchor| anchor.at.is_none() || anchor.words != card.title.value) {
            self.push(&card.title.value, HitPlace::Card("Title"));
        }
        self.push(&card.outlet, HitPlace::Card("Outlet"));
        self.push(&card.byline, HitPlace::Card("Byline"));
        self.push(&card.url, HitPlace::Card("Address"));
    }

    fn annotation<P>(&mut self, annotation: &Annotation<P>, text: &Text) {
        let (id, category) = (annotation.id, annotation.category());
        self.record(&annotation.details, text, |field| HitPlace::Field(id, category, field));
        self.push(&annotation.note, HitPlace::Field(id, category, FieldPath::Note));
        annotation.comments.iter().for_each(|comment| self.push(&comment.text, HitPlace::Comment(id, category)));
    }

    /// The words of a record. Those that only repeat the article's are found there.
    fn record(&mut self, details: &Details, text: &Text, place: impl Fn(FieldPath) -> HitPlace) {
        for field in details.fields() {
            match details.field(field) {
                Some(FieldValue::Words(Some(words))) => {
                    let at = words.anchor.as_ref().and_then(|anchor| anchor.within(text));
                    if at.is_none_or(|at| text.words(at) != words.value) {
                        self.push(&words.value, place(field));
                    }
                }
                Some(FieldValue::Text(written)) => self.push(&written, place(field)),
                _ => {}
            }
        }
    }

    fn source(&mut self, source: &Source) {
        let of = |field| HitPlace::Source(source.id, field);
        self.push(&source.name, of(SourceField::Name));
        source.other_names.iter().for_each(|name| self.push(name, of(SourceField::OtherNames)));
        self.push(&source.role, of(SourceField::Role));
        self.push(&source.affiliation, of(SourceField::Affiliation));
    }
}

/// The words of `span` with some of those around them between bytes `start` and `end`.
fn within(text: &Text, start: usize, end: usize, span: Span, place: HitPlace) -> Hit {
    /// Bytes looked at on either side, and characters kept of them.
    const NEAR: usize = 400;
    const MOST: usize = 48;
    // The bytes are cut first: a paragraph may be the whole article, and every hit would walk through it.
    let far = text.ceil_char_boundary(span.start().saturating_sub(NEAR)).max(start).min(span.start());
    let near = &text[far..span.start()];
    let cut = near.char_indices().rev().nth(MOST).map(|(at, _)| at);
    // Cut at a space, so that no word is halved where there is one.
    let cut = cut.map(|at| near[at..].find(char::is_whitespace).map_or(at, |space| at + space));
    let mut before = one_line(&near[cut.unwrap_or(0)..]);
    if cut.is_some() || far > start {
        before = format!("… {}", before.trim_start());
    }
    let far = text.floor_char_boundary(span.end().saturating_add(NEAR).min(end)).max(span.end());
    let near = &text[span.end()..far];
    let cut = near.char_indices().nth(MOST).map(|(at, _)| at);
    let cut = cut.map(|at| near[..at].rfind(char::is_whitespace).unwrap_or(at));
    let mut after = one_line(&near[..cut.unwrap_or(near.len())]);
    if cut.is_some() || far < end {
        after = format!("{} …", after.trim_end());
    }
    Hit { place, marks: Vec::new(), paragraph: None, before, words: one_line(text.words(span)), after }
}

/// Runs of white space made single spaces, those at the ends too.
fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            _ if !c.is_whitespace() => line.push(if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }),
            _ if line.ends_with(' ') => {}
            _ => line.push(' '),
        }
    }
    line
}
