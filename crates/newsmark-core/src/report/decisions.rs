use super::conflicts::conflicts;
use super::context::ReportContext;
use super::counted;
use super::html::Html;
use super::records::time;
use super::table::{number, row, table};
use crate::model::{Category, SignOff, Status};
use crate::review::describe_proposals;

/// How far the marks have come, who signed the project, and what a merge left undecided.
pub(super) fn decisions(html: &mut Html, context: &ReportContext<'_>) {
    context.section(html, "decisions", "Decisions", |html| {
        statuses(html, context);
        if context.project.settings().four_eyes {
            html.line("p", &[], "Four eyes: who last changed a mark may not approve it");
        }
        if let Some(setting) = &context.project.settings().proposals {
            html.block("p", &[], |html| {
                html.text(if setting.value { "Proposals are on, as " } else { "Proposals are off, as " });
                html.apart(setting.by.name());
                html.text(" decided at ");
                time(html, &setting.on.to_string());
            });
        }
        html.line(context.heading(2), &[], "Sign-off");
        if context.project.sign_offs().is_empty() {
            html.line("p", &[("class", "unknown")], "Nobody has signed this project off");
        } else {
            html.block("ul", &[], |html| {
                context.project.sign_offs().iter().for_each(|sign_off| signed(html, context, sign_off));
            });
        }
        if !context.project.conflicts().is_empty() {
            conflicts(html, context);
        }
    });
}

fn statuses(html: &mut Html, context: &ReportContext<'_>) {
    let n_marks = |category: Option<Category>, status: Status| {
        let placed = context.project.annotations().iter().map(|mark| (mark.category(), mark.status));
        let all = placed.chain(context.project.unplaced().iter().map(|kept| (kept.category(), kept.status)));
        all.filter(|(of, is)| category.is_none_or(|category| *of == category) && *is == status).count()
    };
    let titles = ["Status", "#Casualties", "#Displacement", "#Quotes", "#Claims", "#All"];
    table(html, "How far the marks have come", &titles, |html| {
        for &status in Status::ALL {
            row(
                html,
                "",
                |html| html.text(status.label()),
                |html| {
                    for category in Category::ALL.into_iter().map(Some).chain([None]) {
                        number(html, &n_marks(category, status).to_string());
                    }
                },
            );
        }
    });
}

fn signed(html: &mut Html, context: &ReportContext<'_>, sign_off: &SignOff) {
    let marks = context.project.annotations();
    let n_deleted = sign_off.seen.iter().filter(|(id, _)| !context.project.has(*id)).count();
    let n_without_place = sign_off.seen.iter().filter(|(id, _)| context.project.unplaced_one(*id).is_some()).count();
    // A mark that lost its place is not as it was signed either.
    let n_other = marks.iter().filter(|mark| !sign_off.has_seen(mark)).count() + n_without_place;
    html.block("li", &[], |html| {
        time(html, &sign_off.time.to_string());
        html.text(" ");
        html.apart(sign_off.person.name());
        html.text(&format!(" signed {}", counted(sign_off.seen.len(), "mark", "marks")));
        // Where it is not known nothing is said: files of before proposals have no word about them.
        if sign_off.proposals.is_some() {
            html.text(&format!(", {}", describe_proposals(sign_off.proposals)));
        }
        let other = |n| format!("{} changed or came", counted(n, "mark", "marks"));
        let deleted = |n| format!("{} {} deleted", counted(n, "mark", "marks"), if n == 1 { "was" } else { "were" });
        match (n_other, n_deleted) {
            // Said outright: a sign-off without a word would leave it open.
            (0, 0) => html.text("; none has changed since"),
            (n, 0) => html.text(&format!("; {} since", other(n))),
            (0, n) => html.text(&format!("; {} since", deleted(n))),
            (n, m) => html.text(&format!("; {} and {} since", other(n), deleted(m))),
        }
    });
}
