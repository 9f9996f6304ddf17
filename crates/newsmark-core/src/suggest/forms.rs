//! What the form of a mark is proposed, as text that a person can read.

use crate::model::{
    Annotation, AnnotationId, Category, Change, FieldPath, FieldValue, Person, Project, Source, SourceId, Span, Text,
};

use super::testing::unmarked;
use super::{ArticleProposals, FieldProposal, ProposedValue, Tier};

/// A project of a text with marks one after another, of which the last is asked about.
struct Form {
    project: Project,
    stated: ArticleProposals,
    last: AnnotationId,
}

impl Form {
    /// Marks the words of a text.
    fn of(text: &str, words: &str, category: Category) -> Form {
        let project = unmarked(text);
        let stated = ArticleProposals::of(project.article());
        Form { project, stated, last: AnnotationId::from_u64(0) }.mark(words, category)
    }

    fn mark(mut self, words: &str, category: Category) -> Form {
        let start = self.project.article().text.find(words).unwrap();
        let span = Span::new(start, start + words.len()).unwrap();
        self.last = AnnotationId::from_u64(self.project.annotations().len() as u64 + 1);
        let mark = Annotation::draft(self.last, span, category, Person::new("Ines Varga").unwrap());
        self.project.apply(Change::Insert(mark.into())).unwrap();
        self
    }

    /// Puts a value into a field of the last mark: words of the article, a term, a number.
    fn fill(mut self, path: &str, value: &str) -> Form {
        let field: FieldPath = path.parse().unwrap();
        let mut mark = Annotation::clone(self.asked());
        let value = match mark.field(field).unwrap() {
            FieldValue::Choice(vocabulary, _) => {
                FieldValue::Choice(vocabulary, vocabulary.terms.iter().position(|term| term.name == value).unwrap())
            }
            FieldValue::Number(_) => FieldValue::Number(value.parse().ok()),
            FieldValue::Text(_) => FieldValue::Text(value.to_owned()),
            FieldValue::Source(_) => {
                let source = Source::named(SourceId::from_u64(9), value);
                let sources = self.project.sources().with(source);
                self.project.apply(Change::ReplaceSources(sources)).unwrap();
                FieldValue::Source(Some(SourceId::from_u64(9)))
            }
            _ => {
                let text = &self.project.article().text;
                let start = text.find(value).unwrap();
                let span = Span::new(start, start + value.len()).unwrap();
                FieldValue::Words(Some(crate::model::Anchored::taken(text, span)))
            }
        };
        mark.set_field(field, value).unwrap();
        self.project.apply(Change::Replace(mark.into())).unwrap();
        self
    }

    fn asked(&self) -> &Annotation {
        self.project.annotation(self.last).unwrap()
    }

    fn proposed(&self) -> Vec<FieldProposal> {
        self.stated.fields_of(&self.project, self.asked())
    }

    /// The proposed fields as `path=words`, with a question mark behind what is only possible.
    fn lines(&self) -> Vec<String> {
        let sign = |field: &FieldProposal| if field.tier == Tier::Likely { "" } else { "?" };
        let line = |field: &FieldProposal| {
            format!("{}={}{}", field.field, written(&self.project.article().text, field), sign(field))
        };
        self.proposed().iter().map(line).collect()
    }

    #[track_caller]
    fn has(&self, expected: &[&str]) {
        let lines = self.lines();
        for line in expected {
            assert!(lines.iter().any(|found| found == line), "{line} is not in {lines:#?}");
        }
    }

    #[track_caller]
    fn lacks(&self, path: &str) {
        let lines = self.lines();
        assert!(!lines.iter().any(|line| line.starts_with(path)), "{path} is in {lines:#?}");
    }

    fn why(&self, path: &str) -> String {
        let proposed = self.proposed();
        proposed.iter().find(|field| field.field.to_string() == path).map(|field| field.why.clone()).unwrap_or_default()
    }

    /// The hints as `path: words say`.
    fn hints(&self) -> Vec<String> {
        let hints = self.stated.hints_of(&self.project, self.asked());
        hints.iter().map(|hint| format!("{}: {}", hint.field, hint.said)).collect()
    }
}

fn written(text: &Text, field: &FieldProposal) -> String {
    match &field.value {
        ProposedValue::Source { known: None, name } => format!("new {name}"),
        ProposedValue::Source { name, .. } => name.clone(),
        ProposedValue::Value(FieldValue::Choice(vocabulary, index)) => vocabulary.terms[*index].name.to_owned(),
        _ => field.at.map_or_else(String::new, |at| text.words(at).to_owned()),
    }
}

#[test]
fn a_bare_mark_is_proposed_what_its_sentence_states() {
    let text = "At least 14 farmers were killed in a drone strike near Tarn on Monday.";
    Form::of(text, "14 farmers", Category::Casualties).has(&[
        "harm=Killed",
        "figure.text=At least 14",
        "figure.low=At least 14",
        "cause=AirStrike",
        "when.text=on Monday",
        "when.date=on Monday",
        "where.text=near Tarn",
    ]);
}

#[test]
fn a_sentence_marked_for_its_one_count_is_proposed_its_fields() {
    let text = "Shells hit the old market of Karsa on Monday morning and killed 14 farmers who had come to sell.";
    Form::of(text, text, Category::Casualties).has(&["harm=Killed", "figure.text=14", "when.text=on Monday morning"]);
}

#[test]
fn a_count_is_proposed_whose_account_it_is() {
    let text = "Twelve people died, the ministry said on Tuesday.";
    let form = Form::of(text, "Twelve people", Category::Casualties);
    // How sure it is depends on the model, which other tests tell of.
    let lines: Vec<String> = form.lines().iter().map(|line| line.trim_end_matches('?').to_owned()).collect();
    for line in ["attribution.source=new the ministry", "attribution.words=the ministry", "attribution.cue=said"] {
        assert!(lines.iter().any(|found| found == line), "{line} is not in {lines:#?}");
    }
}

#[test]
fn a_quotation_is_proposed_its_speaker_and_how_much_of_it_is_quoted() {
    let text = "“The bridge is closed,” the mayor said.";
    for words in ["“The bridge is closed,”", "The bridge is closed", "bridge"] {
        let form = Form::of(text, words, Category::Quotes);
        form.has(&["attribution.source=new the mayor", "attribution.words=the mayor", "attribution.cue=said"]);
        assert!(form.lines().iter().any(|line| line.starts_with("kind=Direct")), "{words}");
    }
}

#[test]
fn a_number_that_no_word_governs_is_proposed_what_stands_around_it() {
    let text = "On Monday the raid on Karsa cost the clinic dearly, and of its 14 nurses only the night shift remains.";
    let form = Form::of(text, "14 nurses", Category::Casualties);
    form.has(&["figure.text=14?", "figure.best=14?", "when.text=On Monday?"]);
    form.lacks("harm");
    let counts = |project| form.stated.open(project).iter().filter(|one| one.details.figure().is_some()).count();
    assert_eq!(counts(&form.project), counts(&unmarked(text)));
}

#[test]
fn anchors_of_a_later_paragraph_are_those_of_the_article() {
    let text =
        "It rained for days.\n\nOn Monday the raid cost the clinic dearly: of its 14 nurses the night shift remains.";
    Form::of(text, "14 nurses", Category::Casualties).has(&["figure.text=14?", "when.text=On Monday?"]);
}

#[test]
fn day_place_and_source_of_the_mark_before_are_carried_over() {
    let text = "A raid near Tarn on Monday left 14 dead, and wounded dozens. Nine were missing.";
    let form = Form::of(text, "left 14 dead", Category::Casualties)
        .fill("when.text", "on Monday")
        .fill("when.date", "2026-03-16")
        .fill("attribution.source", "the ministry")
        .mark("Nine", Category::Casualties);
    form.has(&["when.text=on Monday?", "attribution.source=the ministry?"]);
    assert_eq!(form.why("when.text"), "carried over from **left 14 dead**");
    assert_eq!(form.why("attribution.source"), "carried over from **left 14 dead**");
    let apart = Form::of(&text.replace(". Nine", ".\n\nNine"), "left 14 dead", Category::Casualties)
        .fill("when.text", "on Monday")
        .mark("Nine", Category::Casualties);
    apart.lacks("when");
}

#[test]
fn the_mark_of_the_same_sentence_goes_before_a_nearer_one() {
    let text = "Two died on Friday. Three died on Sunday and were buried, four in all lay there.";
    let form = Form::of(text, "Two died", Category::Casualties)
        .fill("attribution.source", "the office")
        .mark("Three died", Category::Casualties)
        .fill("attribution.words", "Sunday")
        .mark("four in all", Category::Casualties);
    assert_eq!(form.why("attribution.source"), "carried over from **Two died**", "the nearer one names no source");
}

#[test]
fn words_that_say_the_day_go_before_what_is_carried_over() {
    let text = "Two died on Friday. Three were wounded on Sunday.";
    let form = Form::of(text, "Two died", Category::Casualties)
        .fill("when.text", "on Friday")
        .mark("Three were wounded", Category::Casualties);
    form.has(&["when.text=on Sunday"]);
}

#[test]
fn a_count_within_a_larger_mark_is_proposed_as_its_part() {
    let text = "Shells killed at least 12 people in Karsa on Monday, three children died there.";
    let form =
        Form::of(text, "killed at least 12 people in Karsa on Monday, three children died there", Category::Casualties)
            .fill("figure.text", "at least 12")
            .mark("three children died", Category::Casualties);
    let lines = form.lines();
    assert!(lines.iter().any(|line| line.starts_with("scope.kind=PartOf")), "{lines:#?}");
    assert!(
        form.proposed()
            .iter()
            .any(|field| { field.value == ProposedValue::Value(FieldValue::Mark(Some(AnnotationId::from_u64(1)))) })
    );
}

#[test]
fn an_account_of_somebody_else_is_not_proposed() {
    let text = "Twelve people died, the ministry said on Tuesday.";
    let form = Form::of(text, "Twelve people", Category::Casualties).fill("attribution.source", "Ana Orlo");
    form.lacks("attribution.words");
    let named = Form::of(text, "Twelve people", Category::Casualties).fill("attribution.words", "Tuesday");
    assert_eq!(named.why("attribution.source"), "named as **Tuesday**");
    named.lacks("attribution.cue");
}

#[test]
fn a_mark_that_says_another_harm_or_number_than_its_words_has_a_hint() {
    let text = "At least 14 farmers were killed near Tarn on Monday.";
    let form = || Form::of(text, "14 farmers", Category::Casualties);
    assert_eq!(form().hints(), [""; 0]);
    assert_eq!(form().fill("harm", "Killed").fill("figure.low", "14").hints(), [""; 0]);
    assert_eq!(form().fill("harm", "Injured").hints(), ["harm: Killed"]);
    assert_eq!(form().fill("figure.best", "40").fill("figure.low", "40").hints(), ["figure.best: 14"]);
    assert_eq!(form().fill("figure.best", "40").fill("figure.convention", "Editor").hints(), [""; 0]);
    // Of two counts in one sentence either may be meant.
    let text = "The raid killed 14 farmers and wounded 20.";
    assert_eq!(Form::of(text, text, Category::Casualties).fill("harm", "Missing").hints(), [""; 0]);
}
