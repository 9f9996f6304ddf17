//! From the structs of the format to a sound project: nothing is dropped, everything odd is told.

use std::borrow::Cow;

use super::distinct_ids::distinct_ids;
use super::line_ends::restored;
use super::read_error::{ReadError, ReadErrorKind};
use super::{CodePoints, Warning, WarningKind, v1};
use crate::model::{
    Anchor, Anchored, Annotation, AnnotationId, Article, FieldPath, Finder, Project, Sources, Span, Spans, Text,
    TextState, Unplaced,
};

/// The project that the file holds.
///
/// # Errors
/// None that a file can bring about: ids and places are made sound before.
pub fn project(mut file: v1::File<'static>, warnings: &mut Vec<Warning>) -> Result<Project, ReadError> {
    let (text, state) = text(&mut file.article, warnings);
    distinct_ids(&mut file, text.sha256(), warnings);
    let index = CodePoints::of(&text);
    let mut reading = Reading { finder: Finder::new(&index, state), text: &text, state, warnings };

    let title = reading.anchored(None, None, None, std::mem::take(&mut file.article.title));
    let mut places: Vec<Place> = file.annotations.iter().map(|annotation| reading.direct(annotation)).collect();
    if places.iter().any(|place| matches!(place, Place::Lost)) {
        reading.learn(&file.annotations, &places);
    }
    let mut annotations = Vec::with_capacity(places.len());
    let mut unplaced = Vec::new();
    for (annotation, place) in file.annotations.into_iter().zip(places.drain(..)) {
        match reading.placed(annotation, place) {
            Ok(annotation) => annotations.push(annotation),
            Err(kept) => unplaced.push(*kept),
        }
    }
    for kept in file.unplaced {
        let id = kept.id.0;
        unplaced.push(kept.unplaced(&mut |field, value| reading.anchored(Some(id), Some(field), None, value)));
    }
    let card = file.article.into_card(title);
    let sources = Sources::of(file.sources.into_iter().map(v1::Source::into_model).collect());
    Project::from_parts(Article { text, card }, sources, annotations, unplaced)
        .map_err(|misfit| ReadError { detail: misfit.to_string(), ..ReadError::new(ReadErrorKind::Malformed) })
}

/// The article's text as it was annotated, where that can be told.
fn text(article: &mut v1::Article<'static>, warnings: &mut Vec<Warning>) -> (Text, TextState) {
    let text = Text::new(std::mem::take(&mut article.text).into_owned());
    if text.sha256().to_string() == article.sha256 {
        return (text, TextState::Same);
    }
    if let Some(original) = restored(&text, &article.sha256) {
        warnings.push(Warning::of_article(
            WarningKind::LineEndsRestored,
            "Another program changed the line ends of the file; those of the article were put back as they were. \
             With git, put “*.ron -text” into .gitattributes",
        ));
        return (Text::new(original), TextState::LineEndsRestored);
    }
    warnings.push(Warning::of_article(
        WarningKind::TextChanged,
        "The article’s text was changed outside Newsmark since it was annotated; \
         each annotation was looked for by its words",
    ));
    (text, TextState::Changed)
}

/// Where an annotation stands by the file alone.
enum Place {
    /// Its words stand where the file says.
    At(Vec<Span>),
    /// They do not.
    Lost,
}

struct Reading<'a> {
    finder: Finder<'a>,
    text: &'a Text,
    state: TextState,
    warnings: &'a mut Vec<Warning>,
}

impl Reading<'_> {
    fn direct(&self, annotation: &v1::Annotation) -> Place {
        let v1::Annotation { at, words, .. } = annotation;
        if at.is_empty() || at.len() != words.len() {
            return Place::Lost;
        }
        let found = at.iter().zip(words).map(|(&claimed, words)| self.finder.at(claimed, words));
        found.collect::<Option<Vec<Span>>>().map_or(Place::Lost, Place::At)
    }

    /// Tells the finder what is certain: in a changed text also words that occur once.
    fn learn(&mut self, annotations: &[v1::Annotation], places: &[Place]) {
        if self.state != TextState::Changed {
            return;
        }
        let mut certain = Vec::new();
        for (annotation, place) in annotations.iter().zip(places) {
            match place {
                Place::At(spans) => certain.extend(annotation.at.iter().copied().zip(spans.iter().copied())),
                Place::Lost => {
                    let claims = annotation.at.iter().copied().zip(&annotation.words);
                    certain.extend(claims.filter_map(|(at, words)| Some((at, self.finder.unique(words)?))));
                }
            }
        }
        self.finder.learn(certain);
    }

    fn placed(&mut self, annotation: v1::Annotation<'static>, place: Place) -> Result<Annotation, Box<Unplaced>> {
        let id = annotation.id.0;
        let was_lost = matches!(place, Place::Lost);
        let found = match place {
            Place::At(spans) => Some(spans),
            Place::Lost => self.found_again(&annotation),
        };
        let Some((found, spans)) = found.and_then(|found| Some((found.clone(), Spans::new(found)?))) else {
            let words = said(&annotation.words);
            self.warnings.push(Warning::of(
                WarningKind::Unplaced,
                id,
                format!("The words of annotation {id} were not found for certain ({words}); it is kept as unplaced"),
            ));
            let mut placing = |field, value| self.anchored(Some(id), Some(field), None, value);
            return Err(Box::new(annotation.unplaced(&mut placing)));
        };
        if was_lost {
            let words = said(&annotation.words);
            self.warnings.push(Warning::of(
                WarningKind::Moved,
                id,
                format!("The words of annotation {id} did not stand where the file says; found again: {words}"),
            ));
        }
        if found != spans.as_slice() {
            self.warnings.push(Warning::of(
                WarningKind::SpansJoined,
                id,
                format!("The spans of annotation {id} overlapped or were out of order; they were put in order"),
            ));
        }
        self.warn_within_character(id, &spans);
        let within = spans.clone();
        Ok(annotation.placed(spans, &mut |field, value| self.anchored(Some(id), Some(field), Some(&within), value)))
    }

    fn found_again(&self, annotation: &v1::Annotation) -> Option<Vec<Span>> {
        let v1::Annotation { at, words, .. } = annotation;
        if at.is_empty() || at.len() != words.len() {
            return None;
        }
        let find = |(&at, words): (&(usize, usize), &Cow<str>)| {
            self.finder.at(at, words).or_else(|| self.finder.meant(at, words))
        };
        at.iter().zip(words).map(find).collect()
    }

    fn warn_within_character(&mut self, id: AnnotationId, spans: &Spans) {
        let off = |at: usize| !is_plain_boundary(self.text, at) && !self.text.is_boundary(at);
        if spans.iter().any(|span| off(span.start()) || off(span.end())) {
            self.warnings.push(Warning::of(
                WarningKind::WithinCharacter,
                id,
                format!("Annotation {id} begins or ends within a character; it was left as it is"),
            ));
        }
    }

    /// The value with its words where they stand; found again in the annotation, else in the text.
    fn anchored(
        &mut self,
        id: Option<AnnotationId>,
        field: Option<FieldPath>,
        spans: Option<&Spans>,
        value: v1::Anchored<'static>,
    ) -> Anchored<String> {
        let v1::Anchored { value, words, at } = value;
        let value = value.into_owned();
        let (words, claimed) = match (words, at) {
            (None, None) => return Anchored { value, anchor: None },
            (Some(words), None) => {
                return Anchored { value, anchor: Some(Anchor { words: words.into_owned(), at: None }) };
            }
            (Some(words), Some(at)) => (words, at),
            (None, Some(at)) => (Cow::Owned(value.clone()), at),
        };
        if let Some(span) = self.finder.at(claimed, &words) {
            let words = match self.state {
                TextState::LineEndsRestored => self.text.words(span).to_owned(),
                TextState::Same | TextState::Changed => words.into_owned(),
            };
            return Anchored { value, anchor: Some(Anchor { words, at: Some(span) }) };
        }
        let at =
            spans.and_then(|spans| self.finder.within(spans, &words)).or_else(|| self.finder.meant(claimed, &words));
        self.warn_words(id, field, &words, at.is_some());
        Anchored { value, anchor: Some(Anchor { words: words.into_owned(), at }) }
    }

    fn warn_words(&mut self, id: Option<AnnotationId>, field: Option<FieldPath>, words: &str, found: bool) {
        let name = match (id, field) {
            (Some(id), Some(field)) => format!("the field {field} of annotation {id}"),
            _ => "the title".to_owned(),
        };
        let words = said(&[Cow::Borrowed(words)]);
        let (kind, sentence) = if found {
            (
                WarningKind::WordsMoved,
                format!("The words of {name} did not stand where the file says; found again: {words}"),
            )
        } else {
            (
                WarningKind::WordsLost,
                format!("The words of {name} were not found for certain ({words}); they are kept without a place"),
            )
        };
        self.warnings.push(Warning { kind, annotation: id, field, sentence });
    }
}

/// Between two ASCII characters other than line ends there is always a
/// grapheme boundary, and most boundaries are of that kind.
fn is_plain_boundary(text: &str, at: usize) -> bool {
    let plain = |byte: &u8| (b' '..0x7f).contains(byte);
    let bytes = text.as_bytes();
    at > 0 && bytes.get(at - 1).is_some_and(plain) && bytes.get(at).is_some_and(plain)
}

/// Words as a sentence quotes them, shortened.
fn said(words: &[Cow<str>]) -> String {
    let all = words.join(" … ");
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    match all.char_indices().nth(80) {
        Some((cut, _)) => format!("“{}…”", &all[..cut]),
        None => format!("“{all}”"),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Project;
    use crate::store::samples::{project_of, small_project};
    use crate::store::{Loaded, Printed, Warning, WarningKind, parse};

    fn read(text: &str) -> Loaded {
        parse(text.as_bytes()).unwrap()
    }

    fn printed(project: &Project) -> String {
        Printed::of(project).as_str().to_owned()
    }

    fn kinds(warnings: &[Warning]) -> Vec<WarningKind> {
        warnings.iter().map(|warning| warning.kind).collect()
    }

    /// The words of each annotation with its place in bytes.
    fn marked(project: &Project) -> Vec<(usize, &str)> {
        let text = &project.article().text;
        let spans = project.annotations().iter().flat_map(|annotation| annotation.spans.iter());
        spans.map(|span| (span.start(), text.words(span))).collect()
    }

    #[test]
    fn line_ends_that_git_changed_are_put_back_and_nothing_else_moves() {
        for text in ["One died.\r\nTwo\r\nfled.\r\n", "One died.\nTwo\nfled.\n", "One died.\rTwo\rfled.\r"] {
            let line_end = text.trim_start_matches("One died.").split_once("Two").unwrap().0;
            let words = format!("Two{line_end}fled");
            let project = project_of(text, &[&[&words], &["One"]]);
            for (from, to) in [("\r\n", "\n"), ("\r", "\n"), ("\n", "\r\n")] {
                let changed = printed(&project).replace("\r\n", "\n").replace(from, to);
                let loaded = read(&changed);
                assert_eq!(loaded.project.article().text, project.article().text);
                let annotation = loaded.project.annotations().last().unwrap();
                assert_eq!(annotation.spans, project.annotations().last().unwrap().spans);
                let expected = [WarningKind::LineEndsRestored];
                assert!(kinds(&loaded.warnings) == expected || loaded.warnings.is_empty(), "{:?}", loaded.warnings);
                assert_eq!(printed(&loaded.project).replace("value: \"two\\n", ""), printed(&loaded.project));
            }
        }
    }

    #[test]
    fn a_span_changed_by_hand_is_found_again_by_its_words() {
        let project = project_of("Three died. Three hundred people fled.", &[&["people"]]);
        let loaded = read(&printed(&project).replace("at: [(26, 32)]", "at: [(2, 5)]"));
        assert_eq!(loaded.project, project);
        assert_eq!(kinds(&loaded.warnings), [WarningKind::Moved]);
        let beyond = read(&printed(&project).replace("at: [(26, 32)]", "at: [(900, 905)]"));
        assert_eq!(beyond.project, project);
    }

    #[test]
    fn the_nearest_of_several_occurrences_is_taken_only_where_it_is_clearly_meant() {
        let project = project_of(&format!("said it. {} said so.", "Long. ".repeat(40)), &[&["said"]]);
        let near = read(&printed(&project).replace("at: [(0, 4)]", "at: [(3, 7)]"));
        assert_eq!(marked(&near.project), [(0, "said")]);
        let doubtful = read(&printed(&project).replace("at: [(0, 4)]", "at: [(120, 124)]"));
        assert!(doubtful.project.annotations().is_empty());
        assert!(kinds(&doubtful.warnings).contains(&WarningKind::Unplaced), "{:?}", doubtful.warnings);
        let kept = &doubtful.project.unplaced()[0];
        assert_eq!((kept.words.as_slice(), kept.claimed.as_slice()), (&["said".to_owned()][..], &[(120, 124)][..]));
        assert_eq!(kept.details, project.annotations()[0].details);
    }

    #[test]
    fn an_annotation_without_its_words_is_kept_as_unplaced_with_all_it_says() {
        for (right, wrong) in [
            ("words: [\"At least 12\", \"people\"]", "words: [\"At least 13\", \"people\"]"),
            ("words: [\"At least 12\", \"people\"]", "words: [\"At least 12\"]"),
            ("words: [\"At least 12\", \"people\"]", "words: [\"\", \"people\"]"),
            ("at: [(12, 23), (24, 30)], words: [\"At least 12\", \"people\"]", "at: [], words: []"),
        ] {
            let right = right.replace("], words", "],\n            words");
            let changed = printed(&small_project()).replace(&right, wrong);
            assert_ne!(changed, printed(&small_project()));
            let loaded = read(&changed);
            assert_eq!(loaded.project.annotations().len(), 0, "{wrong}");
            let (kept, before) = (&loaded.project.unplaced()[0], &small_project().annotations()[0].clone());
            assert_eq!((&kept.details, kept.id, &kept.author), (&before.details, before.id, &before.author));
            assert_eq!(kinds(&loaded.warnings), [WarningKind::Unplaced]);
            assert!(loaded.warnings[0].annotation == Some(kept.id));
            let again = read(&printed(&loaded.project));
            assert_eq!((again.project, again.warnings), (loaded.project, Vec::new()));
        }
    }

    #[test]
    fn in_a_changed_text_words_move_with_those_around_them() {
        let text = "Ten died on Monday. She said so. Five fled on Friday. He said no.";
        let project = project_of(text, &[&["Ten"], &["said"], &["Five"], &["no"]]);
        let changed = printed(&project).replace("text: \"Ten died", "text: \"News: he said ten died. Ten died");
        let loaded = read(&changed);
        assert_eq!(marked(&loaded.project), [(24, "Ten"), (48, "said"), (57, "Five"), (86, "no")]);
        assert_eq!(kinds(&loaded.warnings)[0], WarningKind::TextChanged);
        assert_eq!(loaded.project.article().text.sha256().to_string().len(), 64);
    }

    #[test]
    fn in_a_changed_text_words_that_occur_twice_are_not_guessed() {
        let project = project_of("She said so. He said no.", &[&["said"]]);
        let loaded = read(&printed(&project).replace("text: \"She", "text: \"Yes. She"));
        assert_eq!(marked(&loaded.project), []);
        assert_eq!(loaded.project.unplaced()[0].words, ["said"]);
    }

    #[test]
    fn of_two_annotations_with_one_id_the_second_gets_another_that_stays() {
        let project = project_of("Ten died. Five fled.", &[&["Ten"], &["Five"]]);
        let changed = printed(&project).replace("id: \"8\"", "id: \"7\"");
        let loaded = read(&changed);
        assert_eq!(marked(&loaded.project), [(0, "Ten"), (10, "Five")]);
        assert_eq!(kinds(&loaded.warnings), [WarningKind::DuplicateId]);
        let ids: Vec<_> = loaded.project.annotations().iter().map(|annotation| annotation.id).collect();
        assert!(ids[0].to_string() == "7" && ids[1].to_string().len() > 5, "{ids:?}");
        assert_eq!(read(&changed).project, loaded.project);
    }

    #[test]
    fn spans_within_a_character_stay_with_a_warning() {
        let project = project_of("It was e\u{301} there.", &[&["was e"]]);
        let loaded = read(&printed(&project));
        assert_eq!(loaded.project, project);
        assert_eq!(kinds(&loaded.warnings), [WarningKind::WithinCharacter]);
    }

    #[test]
    fn spans_out_of_order_are_put_in_order() {
        let changed = printed(&small_project())
            .replace("at: [(12, 23), (24, 30)]", "at: [(24, 30), (12, 23)]")
            .replace("words: [\"At least 12\", \"people\"]", "words: [\"people\", \"At least 12\"]");
        let loaded = read(&changed);
        assert_eq!(loaded.project, small_project());
        assert_eq!(kinds(&loaded.warnings), [WarningKind::SpansJoined]);
    }

    #[test]
    fn a_fields_words_are_found_again_within_the_annotation_or_kept_without_a_place() {
        let changed = printed(&small_project()).replace("at: Some((12, 23))", "at: Some((1, 3))");
        let loaded = read(&changed);
        assert_eq!(loaded.project, small_project());
        assert_eq!(kinds(&loaded.warnings), [WarningKind::WordsMoved]);
        let sentence = loaded.warnings[0].to_string();
        assert!(sentence.starts_with("The words of the field figure.text of annotation 7 did not stand"), "{sentence}");

        let lost = read(&changed.replace("words: Some(\"At least 12\")", "words: Some(\"At least 13\")"));
        assert_eq!(kinds(&lost.warnings), [WarningKind::WordsLost]);
        assert!(printed(&lost.project).contains("words: Some(\"At least 13\"))"), "{}", printed(&lost.project));
    }
}
