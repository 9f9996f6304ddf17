use super::context::ReportContext;
use super::html::Html;
use super::table::{cell, row, table};
use crate::model::{Annotation, Card, Conflict, Part, SourceField};

/// What two people changed in different ways and a merge could not decide: either side.
pub(super) fn conflicts(html: &mut Html, context: &ReportContext<'_>) {
    let titles = ["What", "Part", "Before", "In this project", "In the other"];
    html.line(context.heading(2), &[], "Left undecided by a merge");
    table(html, "What two people changed in different ways", &titles, |html| {
        context.project.conflicts().iter().for_each(|conflict| one(html, context, conflict));
    });
}

fn one(html: &mut Html, context: &ReportContext<'_>, conflict: &Conflict) {
    match conflict {
        Conflict::Annotation { id, parts, base, theirs } => {
            let ours = context.project.annotation(*id).map(|mark| &**mark);
            // The order of the columns: before, here, there.
            let sides = [base.as_deref(), ours, theirs.as_deref()];
            let head = |html: &mut Html| context.link(html, *id, true);
            if parts.is_empty() {
                let words = sides.map(|side| written(context, side, Part::Boundary));
                line(html, head, "The whole mark", words);
            }
            for part in parts {
                let category = sides.into_iter().flatten().next().map(Annotation::category);
                let label = match (part, category) {
                    (Part::Field(path), Some(category)) => path.label(category).to_owned(),
                    (part, _) => part.to_string(),
                };
                line(html, head, &label, sides.map(|side| written(context, side, *part)));
            }
        }
        Conflict::DeletedHere { id, base } => {
            let theirs = context.project.annotation(*id).map(|mark| &**mark);
            let sides = [base.as_deref(), None, theirs];
            let head = |html: &mut Html| context.link(html, *id, true);
            line(html, head, "The whole mark", sides.map(|side| written(context, side, Part::Boundary)));
        }
        Conflict::Source { base, theirs } => {
            let id = base.as_ref().or(theirs.as_ref()).map(|source| source.id);
            let ours = id.and_then(|id| context.project.sources().get(id));
            let sides = [base.as_ref(), ours, theirs.as_ref()];
            for &field in SourceField::ALL.iter() {
                let cells = sides.map(|side| side.map_or(DELETED.to_owned(), |side| side.written(field)));
                if !(cells[0] == cells[1] && cells[1] == cells[2]) {
                    line(html, |html| html.text("A source"), field.label(), cells);
                }
            }
        }
        Conflict::Card { base, theirs } => {
            let ours = &context.project.article().card;
            // A base that is not known reads as a card of which nothing was known.
            let unknown = Card::default();
            let sides = [base.as_deref().unwrap_or(&unknown).written(), ours.written(), theirs.written()];
            for (n, (label, _)) in sides[1].iter().enumerate() {
                let cells = [&sides[0], &sides[1], &sides[2]].map(|side| side[n].1.clone());
                if !(cells[0] == cells[1] && cells[1] == cells[2]) {
                    line(html, |html| html.text("The article’s card"), label, cells);
                }
            }
        }
    }
}

/// Stands for a side that has it no more or never had it.
const DELETED: &str = "not there";

fn line(html: &mut Html, head: impl Fn(&mut Html), part: &str, cells: [String; 3]) {
    row(html, "", head, |html| {
        cell(html, |html| html.text(part));
        for words in cells {
            cell(html, |html| match words.as_str() {
                "" => html.words("span", &[("class", "unknown")], "Unknown"),
                DELETED => html.words("span", &[("class", "unknown")], DELETED),
                words => html.words("bdi", &[("class", "typed")], words),
            });
        }
    });
}

fn written(context: &ReportContext<'_>, side: Option<&Annotation>, part: Part) -> String {
    side.map_or(DELETED.to_owned(), |side| context.project.written(side, part))
}
