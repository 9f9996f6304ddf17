use crate::model::{QuoteKind, Span, Spans, Text, Tier};
use crate::suggest::lexicon::VerbClass;

/// Words of an article that it reports as somebody's, with where it says so; all spans are bytes of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundAttribution {
    /// What is reported, marks included; several spans where the cue interrupts.
    pub content: Spans,
    /// The words that name who is reported, nearest to the cue: a pronoun if that is what stands there.
    pub source: Option<Span>,
    /// The words that report, as "said".
    pub cue: Option<Span>,
    /// What the cue's verb does; `None` where the cue is no verb of the lists.
    pub cue_class: Option<VerbClass>,
    /// The fullest earlier mention of whom the source refers to, as the name behind a pronoun; `None` where the source
    /// names them itself, or where nothing earlier does.
    pub speaker: Option<Span>,
    /// How much of the content stands within quotation marks.
    pub kind: QuoteKind,
    /// The probability that the content is reported of this source, from 0 to 1.
    pub probability: f64,
    /// How sure that is with its shape, which the probability knows nothing of: likely is what has [`Tier::of`] it, and a
    /// report of a plain shape somewhat below.
    pub tier: Tier,
    /// How the source was found.
    pub link: SourceLink,
}

/// How the source of an attribution was found, from the structure of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceLink {
    /// It stands by the cue.
    ByCue,
    /// The cue has none, and the last attribution before it in the paragraph has: "he said …, adding that …".
    Inherited,
    /// The quotation goes on from the paragraph before, which left its marks open.
    ContinuedParagraph,
    /// A sentence that ends in a colon introduces it.
    Colon,
    /// A turn of a transcript: a name and a colon.
    Turn,
    /// The quotation follows words of the same speaker in its paragraph.
    SameParagraph,
    /// The quotation is a paragraph of its own after one that quotes the same speaker.
    ParagraphBefore,
    /// Nothing in the article names one.
    Unnamed,
}

impl FoundAttribution {
    /// Why it is proposed, as one sentence fragment for a person, with the words that it rests on in `**…**`.
    ///
    /// ```
    /// use newsmark_core::{model::Text, suggest::{Words, attribution::attributions}};
    ///
    /// let text = Text::new("“The bridge is closed,” the mayor said.".to_owned());
    /// let found = attributions(&Words::of(&text));
    /// assert_eq!(found[0].why(&text), "**the mayor** is the source of **said**; all of it stands in quotation marks");
    /// ```
    pub fn why(&self, text: &Text) -> String {
        let words = |span: Option<Span>| span.map(|span| format!("**{}**", text.words(span)));
        let cue = words(self.cue);
        let mut parts = vec![match (words(self.source), self.link) {
            (Some(source), SourceLink::ByCue) => match &cue {
                Some(cue) => format!("{source} is the source of {cue}"),
                None => format!("{source} stands by it"),
            },
            (Some(source), SourceLink::Inherited) => {
                let cue = cue.unwrap_or_else(|| "the cue".to_owned());
                format!("{cue} goes on from what {source} said")
            }
            (Some(source), SourceLink::ContinuedParagraph) => {
                format!("the quotation of {source} goes on: the paragraph before did not close it")
            }
            (Some(source), SourceLink::Colon) => format!("a sentence of {source} introduces it with a colon"),
            (Some(source), SourceLink::Turn) => format!("a turn of {source} in a transcript"),
            (Some(source), SourceLink::SameParagraph) => format!("{source} is quoted in the same paragraph"),
            (Some(source), SourceLink::ParagraphBefore) => format!("{source} is quoted in the paragraph before"),
            (_, _) => match cue {
                Some(cue) => format!("{cue} reports it, and no source is named"),
                None => "nothing says whose words they are".to_owned(),
            },
        }];
        parts.extend(words(self.speaker).map(|speaker| format!("that is {speaker}")));
        parts.extend(match self.kind {
            QuoteKind::Direct => Some("all of it stands in quotation marks".to_owned()),
            QuoteKind::Mixed => Some("a part of it stands in quotation marks".to_owned()),
            QuoteKind::Indirect | QuoteKind::Unspecified => None,
        });
        parts.join("; ")
    }
}
