use super::problem::MERGE_CONFLICT;
use super::{Check, CheckContext, Example, Finding, Problem, Run, Severity};
use crate::model::{Annotation, Conflict, Part, Project};

/// A mark that two people changed in different ways and a merge could not decide.
pub(super) const CHECK: Check = Check {
    kind: MERGE_CONFLICT,
    severity: Severity::Warning,
    run: Run::Linked(run),
    fires: Example {
        article: "At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties",
        records: &["1 figure.low = 12", "1 conflict figure.low = 17"],
    },
    silent: Example { article: "At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties", records: &["1 figure.low = 12"] },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    for conflict in context.left_open.get(&annotation.id).into_iter().flatten() {
        match conflict {
            Conflict::Annotation { theirs: None, .. } => {
                found.push(Finding::in_words(
                    "A merge left open whether this mark stays: it was deleted in the other file",
                ));
            }
            Conflict::Annotation { theirs: Some(theirs), parts, .. } => {
                found.extend(parts.iter().map(|part| contested(context, annotation, theirs, *part)));
            }
            Conflict::DeletedHere { .. } => {
                let why =
                    "A merge left open whether this mark stays: it was deleted here and changed in the other file";
                found.push(Finding::in_words(why));
            }
            Conflict::Source { .. } | Conflict::Card { .. } => {}
        }
    }
}

fn contested(context: &CheckContext<'_>, ours: &Annotation, theirs: &Annotation, part: Part) -> Finding {
    let quoted = |annotation| match context.project.written(annotation, part) {
        written if written.is_empty() => "nothing".to_owned(),
        written => format!("“{written}”"),
    };
    let name = match part {
        Part::Boundary => "the words".to_owned(),
        Part::Category => "the category".to_owned(),
        Part::Status => "the status".to_owned(),
        Part::Field(path) => format!("“{}”", path.label(ours.category())),
    };
    let why = format!("A merge left {name} open: {} here, {} in the other file", quoted(ours), quoted(theirs));
    match part {
        Part::Field(path) if ours.field(path).is_some() => Finding::in_field(path, why),
        _ => Finding::in_words(why),
    }
}

/// What a merge left open that is about no mark in the article.
pub(super) fn beside_the_marks(project: &Project) -> impl Iterator<Item = Problem> {
    let others = |conflict: &&Conflict| conflict.annotation().is_none_or(|id| project.annotation(id).is_none());
    project.conflicts().iter().filter(others).map(|conflict| {
        let why = match conflict {
            Conflict::Annotation { .. } | Conflict::DeletedHere { .. } => {
                "A merge left open a mark that has no place in the article".to_owned()
            }
            Conflict::Source { base, theirs } => {
                let name = theirs.as_ref().or(base.as_ref()).map_or("", |source| source.name.as_str());
                format!("A merge left the source “{name}” open: it differs in the other file")
            }
            Conflict::Card { .. } => "A merge left the article’s card open: it differs in the other file".to_owned(),
        };
        Problem { severity: CHECK.severity, kind: CHECK.kind, annotation: None, field: None, why, at: None, fix: None }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn what_stands_here_and_there_is_told_for_each_part() {
        let article = "At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties";
        let records = ["1 harm = Killed", "1 conflict harm = Injured", "1 conflict figure.low = 17"];
        let expected = [
            "A merge left “Harm” open: “Killed” here, “Injured” in the other file",
            "A merge left “Low” open: nothing here, “17” in the other file",
        ];
        assert_eq!(whys(&CHECK, article, &records), expected);
    }
    #[test]
    fn what_is_open_beside_the_marks_is_told_too() {
        let mut project = crate::model::fixture::project("Nobody knew.");
        let source = crate::model::Source::named(crate::model::SourceId::from_u64(1), "The office");
        let card = || Box::new(project.article().card.clone());
        let conflicts = vec![
            Conflict::Source { base: Some(source), theirs: None },
            Conflict::Card { base: Some(card()), theirs: card() },
        ];
        project.apply(crate::model::Change::ReplaceConflicts(conflicts)).unwrap();
        let found = super::super::problems(&project, &[]);
        let whys: Vec<&str> = found.iter().map(|problem| problem.why.as_str()).collect();
        assert_eq!(whys.len(), 2);
        assert!(whys[0].contains("the source “The office”") && whys[1].contains("the article’s card"), "{whys:?}");
    }
}
