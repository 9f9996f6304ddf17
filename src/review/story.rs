use crate::model::{
    Annotation, AttributionPart, Category, Changed, Comment, Event, EvidencePart, FieldPath, FieldValue, FigurePart,
    GroupPart, NamedVictimPart, Part, Person, Project, Status, Time,
};

/// One sentence of an annotation's story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When; for people to read, never to order by.
    pub time: Time,
    /// Who.
    pub person: Person,
    /// What, without a full stop: "Ines Varga changed low from 12 to 17".
    pub sentence: String,
    /// What the same person said about it before the same save.
    pub comments: Vec<String>,
}

/// What became of an annotation, placed or not, the oldest first, in plain sentences.
///
/// Comments stand where they were made: with the first save that is not earlier,
/// quoted where the same person saved, else in a sentence of their own. The
/// order of the saves and that of the comments is never changed, whatever a
/// clock said.
pub fn story<P>(project: &Project, annotation: &Annotation<P>) -> Vec<Told> {
    let mut comments = annotation.comments.iter().peekable();
    let mut told = Vec::new();
    for (place, event) in project.story(annotation.id).iter().enumerate() {
        let mut quoted = Vec::new();
        while let Some(comment) = comments.next_if(|comment| comment.time <= event.time) {
            if comment.author == event.person {
                quoted.push(comment.text.clone());
            } else {
                told.push(said(comment));
            }
        }
        let sentence = sentence(event, place == 0, annotation.category());
        told.push(Told { time: event.time, person: event.person.clone(), sentence, comments: quoted });
    }
    told.extend(comments.map(said));
    told
}

fn said(comment: &Comment) -> Told {
    let sentence = format!("{} wrote: “{}”", comment.author, comment.text);
    Told { time: comment.time, person: comment.author.clone(), sentence, comments: Vec::new() }
}

fn sentence(event: &Event, is_head: bool, category: Category) -> String {
    let mut clauses: Vec<String> = event.changes.iter().map(|changed| clause(changed, category)).collect();
    let last = match (clauses.pop(), is_head) {
        (Some(last), _) => last,
        (None, true) => "marked the words".to_owned(),
        (None, false) => "brought the mark back".to_owned(),
    };
    if clauses.is_empty() {
        return format!("{} {last}", event.person);
    }
    format!("{} {} and {last}", event.person, clauses.join(", "))
}

fn clause(changed: &Changed, category: Category) -> String {
    let Changed { part, before, after } = changed;
    match part {
        Part::Boundary if before == after => format!("moved the mark to other words that read “{after}”"),
        Part::Boundary => format!("moved the mark from “{before}” to “{after}”"),
        Part::Category => format!("changed the category from {before} to {after}"),
        Part::Status => status(before, after),
        Part::Field(path) => {
            let (name, quoted) = (path.label(category).to_lowercase(), is_quoted(*path));
            let value = |value: &str| if quoted { format!("“{value}”") } else { value.to_owned() };
            match (before.is_empty(), after.is_empty()) {
                (true, _) => format!("set {name} to {}", value(after)),
                (false, true) => format!("cleared {name}, which was {}", value(before)),
                (false, false) => format!("changed {name} from {} to {}", value(before), value(after)),
            }
        }
    }
}

fn status(before: &str, after: &str) -> String {
    let named = |label: &str| Status::ALL.iter().copied().find(|status| status.label() == label);
    match named(after) {
        Some(Status::Approved) => "approved it".to_owned(),
        Some(Status::Rejected) => "rejected it".to_owned(),
        Some(Status::ChangesRequested) => "asked for changes".to_owned(),
        Some(Status::Submitted) if named(before) == Some(Status::Approved) => "opened it again".to_owned(),
        Some(Status::Submitted) => "submitted it".to_owned(),
        Some(Status::Draft) => "made it a draft again".to_owned(),
        None => format!("changed the status from {before} to {after}"),
    }
}

/// Whether the field holds words, which are quoted, and not a number, a term or a name.
fn is_quoted(path: FieldPath) -> bool {
    match path {
        FieldPath::Figure(part) | FieldPath::GroupFigure(_, part) => part == FigurePart::Text,
        FieldPath::Group(_, part) => part == GroupPart::Other,
        FieldPath::NamedVictim(_, part) => matches!(part, NamedVictimPart::Name | NamedVictimPart::Role),
        FieldPath::Evidence(_, part) => matches!(part, EvidencePart::Citation | EvidencePart::Excerpt),
        FieldPath::Attribution(part) => {
            matches!(part, AttributionPart::Words | AttributionPart::Cue | AttributionPart::Via)
        }
        path => {
            Category::ALL
                .iter()
                .find_map(|category| category.unknown().field(path))
                .is_some_and(|value| matches!(value, FieldValue::Words(_) | FieldValue::Text(_) | FieldValue::Mark(_)))
                || path == FieldPath::Note
        }
    }
}
