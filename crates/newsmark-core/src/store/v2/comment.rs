use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Id, Moment, Name};
use crate::model::{self, CommentId};

/// See [`model::Comment`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Comment<'a> {
    /// Its id.
    pub id: Id<CommentId>,
    author: Name<'a>,
    time: Moment,
    text: Cow<'a, str>,
}

impl<'a> Comment<'a> {
    /// The comment as the file writes it.
    pub fn of(comment: &'a model::Comment) -> Comment<'a> {
        Comment {
            id: Id(comment.id),
            author: Name::of(&comment.author),
            time: Moment(comment.time),
            text: Cow::Borrowed(&comment.text),
        }
    }

    /// The comment in the model.
    pub fn into_model(self) -> model::Comment {
        model::Comment {
            id: self.id.0,
            author: self.author.into_model(),
            time: self.time.0,
            text: self.text.into_owned(),
        }
    }
}
