use super::arguments::ShowArguments;
use super::json;
use super::report::Report;
use super::table::TextTable;
use super::words::{self, one_line, shortened};
use crate::model::Project;
use crate::store::load;

/// Widest the marked words and the reading are shown, in columns.
const WORDS_WIDTH: usize = 44;
const READING_WIDTH: usize = 48;

/// Shows a project's annotations.
pub(super) fn run(arguments: &ShowArguments) -> Report {
    let loaded = match load(&arguments.project) {
        Ok(loaded) => loaded,
        Err(error) => return Report::failed(error),
    };
    let path = arguments.project.display().to_string();
    let messages = loaded.warnings.iter().map(|warning| format!("{warning}: {path}")).collect();
    if !arguments.json {
        return Report { output: table(&loaded.project), messages, ..Report::default() };
    }
    let project = loaded.project;
    Report { document: Some(Box::new(move |out| json::show(out, &path, &project))), messages, ..Report::default() }
}

fn table(project: &Project) -> String {
    let text = &project.article().text;
    let mut table = TextTable::new(["Category", "Words", "Reading", "¶", "Status"]);
    for annotation in project.annotations() {
        let paragraph = text.paragraphs()[text.paragraph_at(annotation.spans.start())].number();
        table.push([
            annotation.category().name().to_owned(),
            shortened(&words::of(text, &annotation.spans), WORDS_WIDTH),
            shortened(&one_line(&annotation.details.reading(project)), READING_WIDTH),
            // Blank lines between paragraphs have no number.
            paragraph.map_or_else(|| "–".to_owned(), |number| number.to_string()),
            annotation.status.label().to_owned(),
        ]);
    }
    let mut printed = format!("{}\n", heading(project));
    if !project.annotations().is_empty() {
        printed.push('\n');
        printed.push_str(&table.print());
    }
    if !project.unplaced().is_empty() {
        printed.push_str("\nWithout a place:\n");
    }
    for kept in project.unplaced() {
        let words = shortened(&one_line(&kept.spans.words.join(" … ")), WORDS_WIDTH);
        let reading = shortened(&one_line(&kept.details.reading(project)), READING_WIDTH);
        printed.push_str(&format!("{}  {words}  {reading}\n", kept.details.category().name()));
    }
    printed
}

fn heading(project: &Project) -> String {
    let card = &project.article().card;
    let n_annotations = project.annotations().len();
    // An article without a headline is told by its file.
    let title = if card.title.value.is_empty() { &card.original.name } else { &card.title.value };
    let count = if n_annotations == 1 { "1 annotation".to_owned() } else { format!("{n_annotations} annotations") };
    let published = card.published.map(|day| day.to_string()).unwrap_or_default();
    let parts = [one_line(title), one_line(&card.outlet), published, count];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
