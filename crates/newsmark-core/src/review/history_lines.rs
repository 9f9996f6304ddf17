use crate::model::{
    Annotation, AttributionPart, Category, Changed, Comment, Event, EvidencePart, FieldPath, FieldValue, FigurePart,
    GroupPart, NamedVictimPart, Part, Person, Project, Provenance, Status, Time,
};

/// One sentence of an annotation's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
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
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Event, Person, Project, ProjectParts, Span, Time};
/// use newsmark_core::review::history_lines;
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// let (span, author) = (Span::new(0, 3).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
/// let (id, category) = (AnnotationId::from_u64(1), Category::Casualties);
/// let event = Event { time: Time(0), person: author.clone(), changes: Vec::new() };
/// let (mark, histories) = (Annotation::draft(id, span, category, author), [(id, event)].into_iter().collect());
/// let parts = ProjectParts { annotations: vec![mark.clone()], histories, ..ProjectParts::of(article) };
/// let lines = history_lines(&Project::from_parts(parts)?, &mark);
/// assert_eq!(lines[0].sentence, "Ines Varga marked the words");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn history_lines<P>(project: &Project, annotation: &Annotation<P>) -> Vec<HistoryLine> {
    let mut comments = annotation.comments.iter().peekable();
    let mut told = Vec::new();
    for (place, event) in project.history(annotation.id).iter().enumerate() {
        let mut quoted = Vec::new();
        // Neither list is sorted: clocks of several machines disagree, and each list is in the order in which things
        // happened.
        while let Some(comment) = comments.next_if(|comment| comment.time <= event.time) {
            if comment.author == event.person {
                quoted.push(comment.text.clone());
            } else {
                told.push(said(comment));
            }
        }
        let head = (place == 0).then_some(&annotation.provenance);
        let sentence = sentence(event, head, annotation.category());
        told.push(HistoryLine { time: event.time, person: event.person.clone(), sentence, comments: quoted });
    }
    told.extend(comments.map(said));
    told
}

fn said(comment: &Comment) -> HistoryLine {
    let sentence = format!("{} wrote: “{}”", comment.author, comment.text);
    HistoryLine { time: comment.time, person: comment.author.clone(), sentence, comments: Vec::new() }
}

/// The sentence of an event; the first of a history says too where the mark came from.
fn sentence(event: &Event, head: Option<&Provenance>, category: Category) -> String {
    let mut clauses: Vec<String> = event.changes.iter().map(|changed| clause(changed, category)).collect();
    let last = match (clauses.pop(), head.map(Provenance::describe)) {
        (Some(last), _) => last,
        (None, Some(None)) => "marked the words".to_owned(),
        (None, Some(Some(origin))) => format!("marked the words, {origin}"),
        (None, None) => "brought the mark back".to_owned(),
    };
    if clauses.is_empty() {
        return format!("{} {last}", event.person);
    }
    format!("{} {} and {last}", event.person, clauses.join(", "))
}

fn clause(changed: &Changed, category: Category) -> String {
    let Changed { part, before, after } = changed;
    match part {
        // The same words stand in the article more than once.
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
    // Histories keep what a person read, which for a status is its label.
    let named = |label: &str| Status::ALL.iter().copied().find(|status| status.label() == label);
    match named(after) {
        Some(Status::Approved) => "approved it".to_owned(),
        Some(Status::Rejected) => "rejected it".to_owned(),
        Some(Status::ChangesRequested) => "asked for changes".to_owned(),
        // An edit of an approved mark makes it wait again; nobody handed it in.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{AnnotationId, CommentId, Histories, Tier};

    fn event(person: &str, time: i64, changes: &[(&str, &str, &str)]) -> Event {
        let changes = changes.iter().map(|(part, before, after)| Changed {
            part: part.parse().unwrap(),
            before: (*before).to_owned(),
            after: (*after).to_owned(),
        });
        Event { time: Time(time), person: Person::new(person).unwrap(), changes: changes.collect() }
    }

    fn comment(person: &str, time: i64, text: &str) -> Comment {
        let author = Person::new(person).unwrap();
        Comment { id: CommentId::from_u64(time as u64), author, time: Time(time), text: text.to_owned() }
    }

    /// The history as a person would read it, comments of a save behind it in brackets.
    fn read(events: Vec<Event>, comments: Vec<Comment>) -> Vec<String> {
        let mut project = project("At least 12 died.\n^^^^^^^^^^^ Casualties");
        let id = AnnotationId::from_u64(1);
        project.set_histories(events.into_iter().map(|event| (id, event)).collect::<Histories>());
        let annotation = Annotation { comments, ..Annotation::clone(project.annotation(id).unwrap()) };
        let told = history_lines(&project, &annotation).into_iter();
        told.map(|told| told.sentence + &told.comments.iter().map(|c| format!(" [{c}]")).collect::<String>()).collect()
    }

    #[test]
    fn a_story_tells_who_changed_what_and_why() {
        let story = read(
            vec![
                event("Ines Varga", 1, &[]),
                event("Tomas Reed", 9, &[("figure.low", "12", "17"), ("figure.text", "", "at least 17")]),
                event("Ines Varga", 12, &[("status", "Draft", "Submitted"), ("note", "Who counted?", "")]),
                event("Tomas Reed", 20, &[("status", "Submitted", "Approved")]),
            ],
            vec![
                comment("Ines Varga", 5, "Still rising?"),
                comment("Tomas Reed", 8, "ministry update"),
                comment("Zoë Adler", 30, "Well done"),
            ],
        );
        let expected = [
            "Ines Varga marked the words",
            "Ines Varga wrote: “Still rising?”",
            "Tomas Reed changed low from 12 to 17 and set figure to “at least 17” [ministry update]",
            "Ines Varga submitted it and cleared note, which was “Who counted?”",
            "Tomas Reed approved it",
            "Zoë Adler wrote: “Well done”",
        ];
        assert_eq!(story, expected);
    }

    #[test]
    fn a_clock_that_ran_backwards_changes_no_order() {
        let story = read(
            vec![event("A", 100, &[]), event("A", 7, &[("category", "Quotes", "Claims")]), event("A", 8, &[])],
            vec![comment("B", 90, "First"), comment("B", 2, "Second")],
        );
        let expected = [
            "B wrote: “First”",
            "B wrote: “Second”",
            "A marked the words",
            "A changed the category from Quotes to Claims",
            "A brought the mark back",
        ];
        assert_eq!(story, expected);
    }

    #[test]
    fn who_accepted_a_proposal_marked_the_words_and_it_is_said_whose_it_was() {
        let mut project = project("At least 12 died.\n^^^^^^^^^^^ Casualties");
        let id = AnnotationId::from_u64(1);
        let told = [event("Ines Varga", 1, &[]), event("Tomas Reed", 2, &[])];
        project.set_histories(told.into_iter().map(|event| (id, event)).collect());
        let mark = Annotation::clone(project.annotation(id).unwrap());
        let sentences = |provenance| -> Vec<String> {
            let mark = Annotation { provenance, ..mark.clone() };
            history_lines(&project, &mark).into_iter().map(|line| line.sentence).collect()
        };
        let (by, rule) = ("newsmark".to_owned(), "passive".to_owned());
        let accepted = sentences(Provenance::Proposed { by, rule, tier: Tier::Likely });
        let back = "Tomas Reed brought the mark back";
        assert_eq!(accepted, ["Ines Varga marked the words, proposed by newsmark: passive", back]);
        let (format, name) = ("brat".to_owned(), "T7".to_owned());
        let imported = sentences(Provenance::Imported { format, id: name, by: Person::new("Oren Tal") });
        assert_eq!(imported, ["Ines Varga marked the words, imported from brat: T7, made by Oren Tal", back]);
        assert_eq!(sentences(Provenance::Hand), ["Ines Varga marked the words", back]);
    }

    #[test]
    fn words_are_quoted_and_terms_are_not() {
        let clauses = |part, before, after| read(vec![event("A", 1, &[(part, before, after)])], Vec::new()).remove(0);
        assert_eq!(clauses("harm", "Injured", "Killed"), "A changed harm from Injured to Killed");
        assert_eq!(clauses("boundary", "12", "at least 12"), "A moved the mark from “12” to “at least 12”");
        assert_eq!(clauses("boundary", "12", "12"), "A moved the mark to other words that read “12”");
        assert_eq!(clauses("statement", "", "It rained"), "A set statement to “It rained”");
        assert_eq!(clauses("status", "Approved", "Submitted"), "A opened it again");
    }
}
