use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Comment, Details, Dismissal, Event, Id, Name, PartName, Placing, Provenance, Term, bare};
use crate::model::{self, AnnotationId, LostAnchor, Spans, Status};
use crate::store::CodePoints;

/// An annotation, placed or not, as the file writes it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Annotation<'a> {
    /// Its id.
    pub id: Id<AnnotationId>,
    /// Where it stands, or is said to have stood, in code points.
    pub at: Vec<(usize, usize)>,
    /// The words it covers, a string a span.
    pub words: Vec<Cow<'a, str>>,
    /// What it says.
    pub details: Details<'a>,
    /// How far it has come.
    #[serde(default)]
    pub status: Term<Status>,
    /// Who gave it its status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judge: Option<Name<'a>>,
    /// Who made it.
    pub author: Name<'a>,
    /// Who last changed what it says, where that is not its author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor: Option<Name<'a>>,
    /// How it came to be, where it was not made by hand; a field of version 2.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    pub origin: Option<Provenance<'a>>,
    /// Whose each part was before several projects became one.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub origins: Vec<(PartName, Name<'a>)>,
    /// The editor's own words about it.
    #[serde(default)]
    pub note: Cow<'a, str>,
    /// Warnings that an editor decided are none.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub dismissed: Vec<Dismissal<'a>>,
    /// What people said about it, the oldest first.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub comments: Vec<Comment<'a>>,
    /// What became of it from save to save, the oldest first.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub history: Vec<Event<'a>>,
}

impl<'a> Annotation<'a> {
    /// The annotation with offsets in code points and the words it covers, without its history.
    pub fn of(annotation: &'a model::Annotation, index: &'a CodePoints) -> Annotation<'a> {
        let at = annotation.spans.iter().map(|span| index.range(span)).collect();
        let words = annotation.spans.iter().map(|span| Cow::Borrowed(index.text().words(span))).collect();
        Annotation::standing(annotation, at, words, index)
    }

    /// An annotation without a place, with the words and the place it once had, without its history.
    pub fn of_unplaced(unplaced: &'a model::Unplaced, index: &'a CodePoints) -> Annotation<'a> {
        let LostAnchor { words, claimed } = &unplaced.spans;
        let words = words.iter().map(|words| Cow::Borrowed(words.as_str())).collect();
        Annotation::standing(unplaced, claimed.clone(), words, index)
    }

    fn standing<P>(
        annotation: &'a model::Annotation<P>,
        at: Vec<(usize, usize)>,
        words: Vec<Cow<'a, str>>,
        index: &'a CodePoints,
    ) -> Annotation<'a> {
        let editor = Some(&annotation.editor).filter(|editor| **editor != annotation.author);
        Annotation {
            id: Id(annotation.id),
            at,
            words,
            details: Details::of(&annotation.details, index),
            status: Term(annotation.status),
            judge: annotation.judge.as_ref().map(Name::of),
            author: Name::of(&annotation.author),
            editor: editor.map(Name::of),
            origin: Provenance::of_other(&annotation.provenance),
            origins: annotation
                .origins
                .iter()
                .map(|origin| (PartName(origin.part), Name::of(&origin.person)))
                .collect(),
            note: Cow::Borrowed(&annotation.note),
            dismissed: annotation.dismissed.iter().map(Dismissal::of).collect(),
            comments: annotation.comments.iter().map(Comment::of).collect(),
            history: Vec::new(),
        }
    }

    /// The same with these events as its history.
    pub fn with_history(self, story: &'a [model::Event]) -> Annotation<'a> {
        Annotation { history: story.iter().map(Event::of).collect(), ..self }
    }

    /// The events of its history, which are taken out of it.
    pub fn take_history(&mut self) -> impl Iterator<Item = (AnnotationId, model::Event)> + use<'a> {
        let id = self.id.0;
        std::mem::take(&mut self.history).into_iter().map(move |event| (id, event.into_model()))
    }

    /// The annotation at `spans`; `placing` finds the words of its fields.
    pub fn placed(self, spans: Spans, placing: Placing<'_, 'a>) -> model::Annotation {
        self.at(spans, placing)
    }

    /// The annotation as one without a place; `placing` finds the words of its fields.
    pub fn unplaced(mut self, placing: Placing<'_, 'a>) -> model::Unplaced {
        let words = std::mem::take(&mut self.words).into_iter().map(Cow::into_owned).collect();
        let claimed = std::mem::take(&mut self.at);
        self.at(LostAnchor { words, claimed }, placing)
    }

    fn at<P>(self, spans: P, placing: Placing<'_, 'a>) -> model::Annotation<P> {
        let author = self.author.into_model();
        let origin = |(part, person): (PartName, Name<'a>)| model::Origin { part: part.0, person: person.into_model() };
        model::Annotation {
            id: self.id.0,
            details: self.details.into_model(placing),
            spans,
            status: self.status.0,
            editor: self.editor.map_or_else(|| author.clone(), Name::into_model),
            author,
            judge: self.judge.map(Name::into_model),
            provenance: self.origin.map(Provenance::into_model).unwrap_or_default(),
            origins: self.origins.into_iter().map(origin).collect(),
            note: self.note.into_owned(),
            dismissed: self.dismissed.into_iter().map(Dismissal::into_model).collect(),
            comments: self.comments.into_iter().map(Comment::into_model).collect(),
        }
    }
}
