use std::fmt;
use std::str::FromStr;

use super::{AttributionPart, EvidencePart, FigurePart, GroupPart, LinkPart, NamedVictimPart, PlacePart, WhenPart};
use crate::model::{Category, ItemId};

/// Names one field of an annotation, with a spelling that files and reports keep.
///
/// `figure.low`, `named_victims[7f3].age`: a list's item is named by its id, so
/// that a path outlives changes of the list. It serves typing that makes one
/// undo step, problems, picking words from the article, comparing and merging alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldPath {
    /// Casualties: what was done.
    Harm,
    /// Casualties: how badly, of the injured.
    Severity,
    /// Casualties and Displacement: the number.
    Figure(FigurePart),
    /// Casualties: who was harmed.
    Victims,
    /// Casualties: some of them.
    Group(ItemId, GroupPart),
    /// Casualties: how many of them.
    GroupFigure(ItemId, FigurePart),
    /// Casualties: somebody whose name stands in the article.
    NamedVictim(ItemId, NamedVictimPart),
    /// Casualties and Displacement: what caused it.
    Cause,
    /// Casualties: who is held responsible.
    Responsible,
    /// Casualties: how they are held responsible.
    Responsibility,
    /// Casualties: how well it is attested.
    Grading,
    /// Displacement: the source's word.
    Term,
    /// Displacement: what the figure measures.
    Measure,
    /// Displacement: where they left.
    From(PlacePart),
    /// Displacement: where they went.
    To(PlacePart),
    /// Displacement: whether the figure is the one to use.
    Role,
    /// Casualties and Displacement: when.
    When(WhenPart),
    /// Casualties: where.
    Where(PlacePart),
    /// Casualties and Displacement: how the count stands to others.
    Scope,
    /// Casualties and Displacement: the mark that it stands to.
    ScopeOf,
    /// Casualties and Displacement: by what a part divides its whole.
    ScopeBy,
    /// Quotes: how much stands within quotation marks. Claims: what it says.
    Kind,
    /// Every record: by whose account.
    Attribution(AttributionPart),
    /// Quotes: whom the words were said to.
    Addressee,
    /// Quotes: how they were uttered.
    Medium,
    /// Quotes: the quote that this one stands in.
    Inside,
    /// Claims: the editor's restatement.
    Statement,
    /// Claims: whether it is worth checking.
    CheckWorthiness,
    /// Claims: what was found.
    Verification,
    /// Claims: what speaks for or against it.
    Evidence(ItemId, EvidencePart),
    /// Claims: how it stands to another mark.
    Link(ItemId, LinkPart),
    /// Every annotation: the editor's note.
    Note,
}

/// The paths without parts, with the name that files keep and the label of the field.
const PLAIN: [(FieldPath, &str, &str); 21] = [
    (FieldPath::Harm, "harm", "Harm"),
    (FieldPath::Severity, "severity", "Severity"),
    (FieldPath::Victims, "victims", "Victims"),
    (FieldPath::Cause, "cause", "Cause"),
    (FieldPath::Responsible, "responsible", "Held responsible"),
    (FieldPath::Responsibility, "responsibility", "How"),
    (FieldPath::Grading, "grading", "Grading"),
    (FieldPath::Term, "term", "Term"),
    (FieldPath::Measure, "measure", "Measure"),
    (FieldPath::Role, "role", "Role"),
    (FieldPath::Scope, "scope.kind", "Scope"),
    (FieldPath::ScopeOf, "scope.of", "Of"),
    (FieldPath::ScopeBy, "scope.by", "Divided by"),
    (FieldPath::Kind, "kind", "Kind"),
    (FieldPath::Addressee, "addressee", "Addressee"),
    (FieldPath::Medium, "medium", "Medium"),
    (FieldPath::Inside, "inside", "Inside"),
    (FieldPath::Statement, "statement", "Statement"),
    (FieldPath::CheckWorthiness, "check_worthiness", "Worth checking"),
    (FieldPath::Verification, "verification", "Verification"),
    (FieldPath::Note, "note", "Note"),
];

impl FieldPath {
    /// Its label in the form of `category`.
    pub fn label(self, category: Category) -> &'static str {
        match self {
            FieldPath::Attribution(AttributionPart::Source) => match category {
                Category::Quotes => "Speaker",
                Category::Claims => "Claimant",
                Category::Casualties | Category::Displacement => "Source",
            },
            FieldPath::Figure(part) | FieldPath::GroupFigure(_, part) => part.label(),
            FieldPath::Group(_, part) => part.label(),
            FieldPath::NamedVictim(_, part) => part.label(),
            FieldPath::From(PlacePart::Text) => "From",
            FieldPath::To(PlacePart::Text) => "To",
            FieldPath::From(part) | FieldPath::To(part) | FieldPath::Where(part) => part.label(),
            FieldPath::When(part) => part.label(),
            FieldPath::Attribution(part) => part.label(),
            FieldPath::Evidence(_, part) => part.label(),
            FieldPath::Link(_, part) => part.label(),
            plain => PLAIN.iter().find(|entry| entry.0 == plain).map_or("", |entry| entry.2),
        }
    }

    /// The item of a list that the path leads into.
    pub fn item(self) -> Option<ItemId> {
        match self {
            FieldPath::Group(id, _)
            | FieldPath::GroupFigure(id, _)
            | FieldPath::NamedVictim(id, _)
            | FieldPath::Evidence(id, _)
            | FieldPath::Link(id, _) => Some(id),
            _ => None,
        }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldPath::Figure(part) => write!(f, "figure.{}", part.name()),
            FieldPath::Group(id, part) => write!(f, "groups[{id}].{}", part.name()),
            FieldPath::GroupFigure(id, part) => write!(f, "groups[{id}].figure.{}", part.name()),
            FieldPath::NamedVictim(id, part) => write!(f, "named_victims[{id}].{}", part.name()),
            FieldPath::From(part) => write!(f, "from.{}", part.name()),
            FieldPath::To(part) => write!(f, "to.{}", part.name()),
            FieldPath::When(part) => write!(f, "when.{}", part.name()),
            FieldPath::Where(part) => write!(f, "where.{}", part.name()),
            FieldPath::Attribution(part) => write!(f, "attribution.{}", part.name()),
            FieldPath::Evidence(id, part) => write!(f, "evidence[{id}].{}", part.name()),
            FieldPath::Link(id, part) => write!(f, "links[{id}].{}", part.name()),
            plain => f.write_str(PLAIN.iter().find(|entry| entry.0 == *plain).map_or("", |entry| entry.1)),
        }
    }
}

impl FromStr for FieldPath {
    type Err = ();

    /// Reads what `Display` writes and nothing else.
    fn from_str(written: &str) -> Result<FieldPath, ()> {
        // First, as `scope.kind` and `scope.of` are plain names with a full stop in them.
        if let Some(entry) = PLAIN.iter().find(|entry| entry.1 == written) {
            return Ok(entry.0);
        }
        let (head, part) = written.split_once('.').ok_or(())?;
        let path = match head.strip_suffix(']').and_then(|head| head.split_once('[')) {
            Some((list, id)) => within(list, id.parse().map_err(|_| ())?, part),
            None => partial(head, part),
        };
        path.ok_or(())
    }
}

fn partial(head: &str, part: &str) -> Option<FieldPath> {
    Some(match head {
        "figure" => FieldPath::Figure(FigurePart::named(part)?),
        "from" => FieldPath::From(PlacePart::named(part)?),
        "to" => FieldPath::To(PlacePart::named(part)?),
        "when" => FieldPath::When(WhenPart::named(part)?),
        "where" => FieldPath::Where(PlacePart::named(part)?),
        "attribution" => FieldPath::Attribution(AttributionPart::named(part)?),
        _ => return None,
    })
}

fn within(list: &str, id: ItemId, part: &str) -> Option<FieldPath> {
    Some(match list {
        "groups" => match part.strip_prefix("figure.") {
            Some(part) => FieldPath::GroupFigure(id, FigurePart::named(part)?),
            None => FieldPath::Group(id, GroupPart::named(part)?),
        },
        "named_victims" => FieldPath::NamedVictim(id, NamedVictimPart::named(part)?),
        "evidence" => FieldPath::Evidence(id, EvidencePart::named(part)?),
        "links" => FieldPath::Link(id, LinkPart::named(part)?),
        _ => return None,
    })
}
