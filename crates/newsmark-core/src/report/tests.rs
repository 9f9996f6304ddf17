mod proposals;

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
};
use proptest::prelude::*;

use super::style::STYLE;
use super::{Reported, Unread, csv, html};
use crate::figures::{Amount, Ledger, Row};
use crate::model::fixture;
use crate::model::{Category, ParagraphKind, Project, Status};
use crate::store::strategies::any_project;
use crate::store::{CodePoints, load};

/// A page as a browser reads it.
#[derive(Default)]
struct Read {
    /// The names of all elements and of all attributes of each.
    names: Vec<String>,
    /// The values of the attributes of that name.
    ids: Vec<String>,
    links: Vec<String>,
    /// The words of each element that has a class, by the class.
    by_class: Vec<(String, String)>,
    /// All words but those of the head.
    words: String,
    style: String,
    /// What is wrong with it.
    errors: Vec<String>,
    /// The elements that are open, with their classes.
    open: Vec<(String, String, String)>,
}

struct Sink(RefCell<Read>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut read = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                if tag.kind == TagKind::EndTag {
                    match read.open.pop() {
                        Some((open, class, words)) if open == name => read.by_class.push((class, words)),
                        other => read.errors.push(format!("</{name}> closes {other:?}")),
                    }
                    return TokenSinkResult::Continue;
                }
                read.names.push(name.clone());
                let mut class = String::new();
                for attribute in &tag.attrs {
                    let value = attribute.value.to_string();
                    match &*attribute.name.local {
                        "id" => read.ids.push(value),
                        "href" => read.links.push(value),
                        "class" => class = value,
                        _ => {}
                    }
                    read.names.push(format!("@{}", attribute.name.local));
                }
                if !tag.self_closing {
                    read.open.push((name.clone(), class, String::new()));
                }
                if name == "style" {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
                if name == "title" {
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
            }
            Token::CharacterTokens(words) => {
                for (_, _, within) in &mut read.open {
                    within.push_str(&words);
                }
                match read.open.last().map(|open| open.0.clone()) {
                    Some(name) if name == "style" => read.style.push_str(&words),
                    Some(name) if name == "title" || name == "head" => {}
                    _ => read.words.push_str(&words),
                }
            }
            Token::ParseError(why) => read.errors.push(why.to_string()),
            Token::NullCharacterToken => read.errors.push("a null character".to_owned()),
            Token::CommentToken(words) => read.errors.push(format!("a comment: {words}")),
            Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

/// Reads a page and checks that every element is closed in its turn.
fn read(page: &str) -> Read {
    let tokenizer =
        Tokenizer::new(Sink(RefCell::default()), TokenizerOpts { exact_errors: true, ..Default::default() });
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(page));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let read = tokenizer.sink.0.into_inner();
    assert_eq!(read.errors, Vec::<String>::new(), "{page}");
    assert_eq!(read.open, []);
    read
}

/// Every element and attribute that a page of ours has.
const KNOWN: &str = "html head meta title style body main header nav section article footer div p span a b q bdi sup mark \
    h1 h2 h3 h4 h5 h6 dl dt dd ol ul li time table caption thead tbody tr th td blockquote \
    @colspan @lang @dir @class @id @href @rel @scope @charset @name @content @http-equiv @datetime @aria-hidden @aria-label @aria-labelledby";

fn assert_nothing_gets_out(read: &Read) {
    let known: Vec<_> = KNOWN.split_whitespace().collect();
    for name in &read.names {
        assert!(known.contains(&name.as_str()), "{name}");
    }
    assert_eq!(read.style, *STYLE);
    for link in &read.links {
        let inner = link.strip_prefix('#').is_some_and(|id| read.ids.iter().any(|there| there == id));
        assert!(inner || link.to_ascii_lowercase().starts_with("http"), "{link}");
    }
    let mut ids = read.ids.clone();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), read.ids.len(), "an id stands twice");
}

/// What the page makes of words.
fn shown(words: &str) -> String {
    let mut html = super::html::Html::default();
    html.words("b", &[], words);
    read(&html.finish()).words
}

fn reported(project: Project) -> Reported {
    Reported::new("a.ron", project, &[])
}

fn samples() -> Vec<Reported> {
    let name = |name: &str| format!("{}/../../projects/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    let load = |file| load(std::path::Path::new(&name(file))).unwrap().project;
    ["karsa-market", "karsa-sawt", "port-of-lir"].map(|file| Reported::new(file, load(file), &[])).to_vec()
}

/// The cells of every line of the table of totals.
fn totals(page: &str) -> Vec<Vec<String>> {
    let (_, table) = page.split_once("What the records add up to").unwrap_or_default();
    let (table, _) = table.split_once("</table>").unwrap_or_default();
    let rows = table.split("<tr").skip(2).map(|row| {
        let cells = row.split("<td").skip(1).map(|cell| {
            let cell = cell.split_once('>').unwrap().1.split("</td>").next().unwrap();
            shown_text(cell)
        });
        cells.collect()
    });
    rows.collect()
}

fn shown_text(markup: &str) -> String {
    read(&format!("<p>{markup}</p>")).words
}

fn cells(amount: Option<Amount>) -> [String; 3] {
    let amount = amount.unwrap_or_default();
    [amount.low_cell(), amount.best_cell(), amount.high_cell()]
}

fn assert_same_totals(page: &str, ledger: &Ledger) {
    let shown = totals(page);
    let mut wanted: Vec<[String; 3]> = Vec::new();
    for row in &ledger.rows {
        wanted.push(cells(row.total));
        let victims = row.victims.iter().filter(|part| part.who != crate::model::Victims::Unknown);
        wanted.extend(victims.map(|part| cells(part.amount)));
        wanted.extend(row.groups.iter().map(|part| cells(part.amount)));
        let rests = row.parts.iter().filter(|parts| parts.is_counted).filter_map(|parts| parts.residual);
        wanted.extend(rests.filter(|rest| !rest.is_unstated()).map(|rest| cells(Some(rest))));
    }
    let shown: Vec<[String; 3]> = shown.iter().map(|row| [row[0].clone(), row[1].clone(), row[2].clone()]).collect();
    assert_eq!(shown, wanted);
}

#[test]
fn the_totals_of_the_samples_are_those_of_the_ledger() {
    for one in samples() {
        assert!(!one.findings.ledger.rows.is_empty());
        let page = html(std::slice::from_ref(&one), &[]);
        assert_same_totals(&page, &Ledger::of(&one.project));
        for toll in &one.findings.ledger.cumulative {
            assert!(page.contains(&toll.amount.best_cell()));
        }
        for conflict in &one.findings.ledger.conflicts {
            assert!(read(&page).words.contains(&shown(&conflict.why)));
        }
    }
}

#[test]
fn several_projects_have_their_totals_beside_each_other_and_what_was_not_read_is_listed() {
    let all = samples();
    let unread = Unread { name: "bad.ron".to_owned(), why: "It is <no> project".to_owned() };
    let page = html(&all, &[unread]);
    let read = read(&page);
    assert_nothing_gets_out(&read);
    assert!(read.words.contains("It is <no> project") && read.words.contains("3 projects"));
    let (index, _) = page.split_once("class=\"project\"").unwrap();
    for one in &all {
        for Row { total, .. } in &one.findings.ledger.rows {
            for cell in cells(*total) {
                assert!(index.contains(&format!(">{cell}</td>")), "{cell}");
            }
        }
    }
}

#[test]
fn the_article_is_set_as_it_is_with_its_marks_and_their_directions() {
    let arabic = &samples()[1];
    let page = html(std::slice::from_ref(arabic), &[]);
    assert!(page.contains("lang=\"ar\" dir=\"rtl\""));
    let read = read(&page);
    assert_nothing_gets_out(&read);
    for paragraph in arabic.project.article().text.paragraphs() {
        let Some(number) = paragraph.number() else { continue };
        assert!(read.words.contains(&number.to_string()));
    }
}

#[test]
fn marks_that_overlap_lie_within_each_other_the_longest_outermost() {
    let project = fixture::project(
        "\
At least 12 people died there.
^^^^^^^^^^^^^^^^^^^^^^^ Casualties
            ^^^^^^^^^^^^^^^^^^ Claims
         ^^ Displacement
",
    );
    let page = html(&[reported(project)], &[]);
    let (_, article) = page.split_once("<p dir=\"ltr\">").unwrap();
    let article: String = article.split("</p>").next().unwrap().replace(" class", "").replace(" lane", "");
    let number = |letter: &str, n: &str| format!("{letter}{n}</a></sup>");
    let place = |part: &str| article.find(part).unwrap_or_else(|| panic!("{part} in {article}"));
    assert!(article.starts_with("<mark=\"mark c1\">At least <mark=\"mark d0\">12</mark>"), "{article}");
    assert!(place(&number("D", "2")) < place(&number("C", "1")) && place(&number("C", "1")) < place(&number("L", "3")));
    assert!(article.contains(" <mark=\"mark l0\">people died</mark></mark><mark=\"mark l0\"><sup>"), "{article}");
}

#[test]
fn a_page_names_no_address_that_runs() {
    let mut project = fixture::project("Two died.\n^^^ Casualties\n");
    let mut card = project.article().card.clone();
    card.url = "javascript:alert(1)".to_owned();
    card.language = "en\" onload=\"x".to_owned();
    project.apply(crate::model::Change::ReplaceCard(Box::new(card))).unwrap();
    let read = read(&html(&[reported(project)], &[]));
    assert_nothing_gets_out(&read);
    assert!(read.words.contains("javascript:alert(1)"));
}

#[test]
fn a_report_says_of_a_sign_off_what_was_changed_and_what_was_deleted_since() {
    use crate::model::{AnnotationId, Change, Person, SignOff, Time};
    let mut project = fixture::project("Two died, nine fled.\n^^^ Casualties\n          ^^^^ Displacement\n");
    let zoe = Person::new("Zoë Adler").unwrap();
    let signed = SignOff::of(zoe, Time(7), project.annotations().iter().map(std::sync::Arc::as_ref));
    project.apply(Change::ReplaceSignOffs(vec![std::sync::Arc::new(signed)])).unwrap();
    let told = |project: &crate::model::Project| read(&html(&[reported(project.clone())], &[])).words;
    assert!(told(&project).contains("signed 2 marks; none has changed since"));
    project.apply(Change::Remove(AnnotationId::from_u64(1))).unwrap();
    assert!(told(&project).contains("signed 2 marks; 1 mark was deleted since"));
    let mut other = crate::model::Annotation::clone(project.annotation(AnnotationId::from_u64(2)).unwrap());
    other.note = "Who counted?".to_owned();
    project.apply(Change::Replace(std::sync::Arc::new(other))).unwrap();
    assert!(told(&project).contains("signed 2 marks; 1 mark changed or came and 1 mark was deleted since"));
}

#[test]
fn the_same_projects_give_the_same_bytes() {
    assert_eq!(html(&samples(), &[]), html(&samples(), &[]));
    assert_eq!(csv(&samples()), csv(&samples()));
}

/// The cells of a table, line by line, as a reader of RFC 4180 that others wrote has them.
fn lines(table: &str) -> Vec<Vec<String>> {
    assert!(table.ends_with("\r\n"), "the table ends with a whole line");
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn rows(table: &str) -> Vec<HashMap<String, String>> {
    let mut lines = lines(table).into_iter();
    let head = lines.next().unwrap();
    let row = |line: Vec<String>| {
        assert_eq!(line.len(), head.len(), "{line:?}");
        head.iter().cloned().zip(line).collect()
    };
    lines.map(row).collect()
}

/// A cell as it was before it was guarded.
fn unguarded(cell: &str) -> String {
    let cell = cell.strip_prefix('\'').filter(|rest| super::csv::is_formula(rest)).unwrap_or(cell);
    let pieces = cell.split_inclusive([';', '\t', '\r', '\n']).enumerate().map(|(n, piece)| {
        let rest = piece.strip_prefix('\'').filter(|rest| n > 0 && super::csv::begins_formula(rest));
        rest.unwrap_or(piece)
    });
    pieces.collect()
}

/// The cells that a spreadsheet makes of a table where `separator` parts them: quotes count only at a cell's beginning.
fn split_at(table: &str, separator: char) -> Vec<String> {
    let (mut cells, mut rest) = (Vec::new(), table);
    while !rest.is_empty() {
        let end = match rest.strip_prefix('"') {
            Some(quoted) => quoted.replace("\"\"", "  ").find('"').map_or(rest.len(), |at| at + 2),
            None => 0,
        };
        let end = rest[end..].find([separator, '\r', '\n']).map_or(rest.len(), |at| end + at);
        cells.push(rest[..end].trim_matches('"').replace("\"\"", "\""));
        rest = rest[end..].strip_prefix([separator, '\r', '\n']).unwrap_or_default();
    }
    cells
}

#[test]
fn a_formula_runs_nowhere_whatever_parts_the_cells() {
    let mut project = samples().remove(0).project;
    let mark = project.annotations()[0].clone();
    let nasty = "x;=cmd|' /C calc'!A0\t=1+1;\"@SUM(A1)\n+2;- two;three";
    let changed = crate::model::Annotation { note: nasty.to_owned(), ..crate::model::Annotation::clone(&mark) };
    project.apply(crate::model::Change::Replace(std::sync::Arc::new(changed))).unwrap();
    let table = csv(&[Reported::new("y;=1", project, &[])]);
    for separator in [',', ';', '\t'] {
        for cell in split_at(&table, separator) {
            assert!(!super::csv::begins_formula(&cell) || cell.starts_with('\''), "{separator:?}: {cell:?}");
        }
    }
    let row = &rows(&table)[0];
    assert_eq!(row["note"], "x;'=cmd|' /C calc'!A0\t'=1+1;'\"@SUM(A1)\n'+2;'- two;three");
    assert_eq!(unguarded(&row["note"]), nasty);
    assert_eq!((unguarded(&row["project"]).as_str(), row["project"].as_str()), ("y;=1", "y;'=1"));
}

#[test]
fn a_table_has_a_line_a_record_with_the_same_columns_for_all() {
    let all = samples();
    let rows = rows(&csv(&all));
    assert_eq!(rows.len(), all.iter().map(|one| one.project.annotations().len()).sum::<usize>());
    let first = &rows[0];
    for column in ["project", "figure.low", "attribution.source.name", "statement", "groups", "links", "comments"] {
        assert!(first.contains_key(column), "{column}");
    }
    let killed = rows.iter().find(|row| row["figure.text"] == "at least 12" && row["harm"] == "Killed").unwrap();
    let cells = ["figure.low", "figure.high", "figure.unit"].map(|column| killed[column].as_str());
    assert_eq!(cells, ["12", "", "Person"]);
}

#[test]
fn what_a_spreadsheet_would_run_is_guarded_and_nothing_else() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r1", " =1", "\"=1", "'=1", "“=1", "＝1"] {
        assert!(super::csv::is_formula(formula), "{formula:?}");
    }
    for text in ["", "12", "a=b", "’twas", "two - three", "“We left,”"] {
        assert!(!super::csv::is_formula(text), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_text_of_any_field_gets_out_of_its_place(project in any_project(), name in "\\PC{0,12}|[<>\"'&=/ a-z]{0,12}") {
        let page = html(&[Reported::new(name.clone(), project.clone(), &[])], &[]);
        let read = read(&page);
        assert_nothing_gets_out(&read);
        prop_assert!(read.words.contains(&shown(&name)));
        for mark in project.annotations() {
            prop_assert!(read.words.contains(&shown(&mark.note)), "{:?}", mark.note);
            for comment in &mark.comments {
                prop_assert!(read.words.contains(&shown(&comment.text)));
            }
        }
    }

    #[test]
    fn every_mark_is_one_record_and_has_its_number_in_the_article(project in any_project()) {
        let page = html(&[reported(project.clone())], &[]);
        let read = read(&page);
        for (number, mark) in (1..).zip(project.annotations()) {
            let label = format!("{}{number}", mark.category().letter());
            let n_records = read.ids.iter().filter(|id| **id == format!("p1-r{number}")).count();
            let n_marks = read.ids.iter().filter(|id| **id == format!("p1-m{number}")).count();
            prop_assert_eq!((n_records, n_marks), (1, 1));
            let refs = read.by_class.iter().filter(|(class, words)| class.starts_with("ref ") && *words == label);
            prop_assert!(refs.count() >= mark.spans.iter().len());
        }
        let records = read.by_class.iter().filter(|(class, _)| class.starts_with("record ")).count();
        prop_assert_eq!(records, project.annotations().len() + project.unplaced().len());
    }

    #[test]
    fn the_article_of_any_project_says_its_words(project in any_project()) {
        let page = html(&[reported(project.clone())], &[]);
        let bare = regex::Regex::new("<sup>.*?</sup>").unwrap().replace_all(&page, "").into_owned();
        let words = read(&bare).words;
        for paragraph in project.article().text.paragraphs().iter().filter(|one| one.kind != ParagraphKind::Blank) {
            let own = &project.article().text[paragraph.start..paragraph.end];
            prop_assert!(words.contains(shown(own).trim_end_matches('\n')), "{own:?}");
        }
    }

    #[test]
    fn the_totals_of_any_project_are_those_of_the_ledger(project in any_project()) {
        let page = html(&[reported(project.clone())], &[]);
        assert_same_totals(&page, &Ledger::of(&project));
    }

    #[test]
    fn a_line_is_read_back_with_the_same_cells(cells in prop::collection::vec("[a;,\"'\t\r\n =é]{0,6}", 2..6)) {
        let mut line = String::new();
        super::csv::line(&mut line, cells.iter().cloned());
        prop_assert_eq!(lines(&line), vec![cells]);
    }

    #[test]
    fn a_table_is_read_back_with_the_same_cells(project in any_project(), name in ".{0,8}") {
        let rows = rows(&csv(&[Reported::new(name.clone(), project.clone(), &[])]));
        prop_assert_eq!(rows.len(), project.annotations().len() + project.unplaced().len());
        let points = CodePoints::of(&project.article().text);
        for (row, mark) in rows.iter().zip(project.annotations()) {
            prop_assert_eq!(&unguarded(&row["project"]), &name);
            prop_assert_eq!(&unguarded(&row["note"]), &mark.note);
            prop_assert_eq!(unguarded(&row["author"]), mark.author.name().to_owned());
            prop_assert_eq!(&row["id"], &mark.id.to_string());
            prop_assert_eq!(&row["comments"], &mark.comments.len().to_string());
            prop_assert_eq!(Status::from_name(&row["status"]), Some(mark.status));
            let first = mark.spans.iter().next().map(|span| points.range(span).0.to_string());
            prop_assert_eq!(Some(&row["start"]), first.as_ref());
            let others = Category::ALL.into_iter().filter(|category| *category != mark.category());
            for path in others.flat_map(crate::model::FieldPath::of).filter(|path| mark.field(*path).is_none()) {
                prop_assert_eq!(&row[&path.to_string()], "");
            }
            if let Some(figure) = mark.details.figure() {
                let low = figure.low.map(|low| low.to_string()).unwrap_or_default();
                prop_assert_eq!(&row["figure.low"], &low);
            }
            for cell in row.values() {
                prop_assert!(!super::csv::is_formula(cell) || cell.starts_with('\''), "{cell:?}");
            }
        }
    }
}
