use crate::model::{Annotation, AnnotationId, Conflict, FieldPath, Part, Project};

/// What a list says of a conflict, without a full stop: what it is about, and
/// what it is here and there. Words are as long as they are.
pub fn conflict_sentence(project: &Project, conflict: &Conflict) -> String {
    match conflict {
        Conflict::Annotation { id, parts, theirs: Some(theirs), .. } if !parts.is_empty() => {
            let clauses: Vec<String> = parts.iter().map(|part| clause(project, *id, theirs, *part)).collect();
            format!("{}: {}", named(project, *id, Some(theirs)), clauses.join("; "))
        }
        Conflict::Annotation { id, theirs, .. } => {
            format!("{} was changed here and deleted there, and was kept", named(project, *id, theirs.as_deref()))
        }
        Conflict::DeletedHere { id, .. } => {
            format!("{} was deleted here and changed there, and was kept", named(project, *id, None))
        }
        Conflict::Source { base, theirs } => {
            let standing = conflict.source().and_then(|id| project.sources().get(id));
            let name = standing.or(theirs.as_ref()).or(base.as_ref()).map_or("", |source| &source.name);
            match (standing, theirs) {
                (None, _) => format!("The source “{name}” was deleted here and changed there"),
                (_, None) => format!("The source “{name}” was changed here and deleted there, and was kept"),
                (Some(_), Some(_)) => format!("The source “{name}” was changed here and there in different ways"),
            }
        }
        Conflict::Card { .. } => "The article’s card was changed here and there in different ways".to_owned(),
    }
}

/// An annotation by its words and its paragraph, or by its id where neither side has words.
fn named(project: &Project, id: AnnotationId, other: Option<&Annotation>) -> String {
    let standing = project.annotation(id).map(AsRef::as_ref);
    // Ours without a place has its words in itself; what they have stands in their project and is written only where
    // ours is nowhere.
    let words = match (standing.or(other), project.unplaced_one(id)) {
        (None, Some(kept)) => project.written_unplaced(kept, Part::Boundary),
        (Some(annotation), _) => project.written(annotation, Part::Boundary),
        (None, None) => String::new(),
    };
    let text = &project.article().text;
    let number = standing.or(other).and_then(|annotation| text.paragraph_number(annotation.spans.start()));
    match number {
        _ if words.is_empty() => id.to_string(),
        Some(number) => format!("“{words}”, ¶ {number}"),
        None => format!("“{words}”"),
    }
}

fn clause(project: &Project, id: AnnotationId, theirs: &Annotation, part: Part) -> String {
    let here = match (project.annotation(id), project.unplaced_one(id)) {
        (Some(annotation), _) => project.written(annotation, part),
        (None, Some(kept)) => project.written_unplaced(kept, part),
        (None, None) => String::new(),
    };
    let name = match part {
        Part::Boundary => "words".to_owned(),
        Part::Category => "category".to_owned(),
        Part::Status => "status".to_owned(),
        Part::Field(FieldPath::Note) => "note".to_owned(),
        Part::Field(path) => path.label(theirs.category()).to_lowercase(),
    };
    format!("{name} is {} here and {} there", said(here), said(project.written(theirs, part)))
}

fn said(value: String) -> String {
    if value.is_empty() { "unknown".to_owned() } else { format!("“{value}”") }
}
