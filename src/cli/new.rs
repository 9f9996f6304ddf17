use std::path::{Path, PathBuf};

use super::arguments::NewArguments;
use super::report::Report;
use crate::interchange::{EncodingBasis, Imported, MAX_BYTES, anchored_title, import};
use crate::model::Project;
use crate::store::{Expected, SaveError, Subject, parse, read_article_file, save};

/// Makes a project of an article. It holds no time and no person: the same
/// article gives the same bytes.
pub(super) fn run(arguments: &NewArguments) -> Report {
    made(arguments).unwrap_or_else(Report::failed)
}

fn made(arguments: &NewArguments) -> Result<Report, String> {
    let path = &arguments.article;
    let bytes = read_article_file(path, MAX_BYTES as u64).map_err(|error| error.to_string())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A project is sound text and would become an article of its own source.
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) && parse(&bytes).is_ok() {
        return Err(format!("This is a Newsmark project already. Open it as it is: {}", path.display()));
    }
    let mut imported = import(&bytes, &name, arguments.encoding).map_err(|error| error.to_string())?;
    fill_card(&mut imported, arguments);
    let output = arguments.output.clone().unwrap_or_else(|| beside_us(path));
    // Compared by bytes, as two paths can lead to one file.
    if arguments.force && read_article_file(&output, MAX_BYTES as u64).is_ok_and(|there| there == bytes) {
        return Err(format!("The project would replace its own article. Name another with -o: {}", output.display()));
    }
    let expected = if arguments.force { Expected::Anything } else { Expected::Nothing };
    // No author yet: whoever opens it in the window says who they are.
    let project = Project::new(imported.article.clone());
    let saved = save(&project, &output, expected).map_err(|error| match error {
        SaveError::Exists(attempt) => {
            format!(
                "There is a file of that name already. Name another with -o, or replace it with --force: {}",
                attempt.path.display()
            )
        }
        error => error.about(Subject::Outcome).to_string(),
    })?;
    let mut messages = messages(&imported, &output);
    messages.extend(saved.messages());
    Ok(Report { messages, ..Report::default() })
}

/// What the arguments say goes before what the file says.
fn fill_card(imported: &mut Imported, arguments: &NewArguments) {
    let article = &mut imported.article;
    if let Some(title) = &arguments.title {
        article.card.title = anchored_title(&article.text, title);
    }
    if let Some(outlet) = &arguments.outlet {
        article.card.outlet.clone_from(outlet);
    }
    if let Some(language) = &arguments.language {
        article.card.language.clone_from(language);
    }
    article.card.published = arguments.published.or(article.card.published);
}

/// The article's name with the ending of a project, in the current folder.
fn beside_us(article: &Path) -> PathBuf {
    PathBuf::from(article.file_name().unwrap_or_default()).with_extension("ron")
}

fn messages(imported: &Imported, output: &Path) -> Vec<String> {
    let guessed = imported.encoding.filter(|found| found.basis == EncodingBasis::Guessed);
    let guess = guessed
        .map(|found| format!("Its encoding was guessed: {}. Choose another with --encoding", found.encoding.name()));
    let saved = format!("The project was saved: {}", output.display());
    imported.notices.iter().map(ToString::to_string).chain(guess).chain([saved]).collect()
}
