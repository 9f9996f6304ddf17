//! Merging on real files: through the function that the binary calls, and by a real `git merge`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use newsmark::cli::{Outcome, run};
use newsmark::model::{
    Annotation, AnnotationId, Article, Card, Category, Change, Conflict, FieldPath, FieldValue, FigurePart, Person,
    Project, Span, Text,
};
use newsmark::store::{Expected, Lock, LockOwner, Printed, load, save};
use tempfile::TempDir;

const LOW: FieldPath = FieldPath::Figure(FigurePart::Low);
const HIGH: FieldPath = FieldPath::Figure(FigurePart::High);
const ARTICLE: &str = "Market shelled\r\n\r\nAt least 12 people were killed, the hospital said.\r\n";

fn article(text: &str) -> Project {
    Project::new(Article { text: Text::new(text.to_owned()), card: Card::default() })
}

/// A project with one mark, on "At least 12 people".
fn base() -> Project {
    let mut project = article(ARTICLE);
    mark(&mut project, 1, "At least 12 people");
    project
}

fn mark(project: &mut Project, id: u64, words: &str) {
    let start = project.article().text.find(words).unwrap();
    let span = Span::new(start, start + words.len()).unwrap();
    let author = Person::new("Ines Varga").unwrap();
    let draft = Annotation::draft(AnnotationId::from_u64(id), span, Category::Casualties, author);
    project.apply(Change::Insert(Arc::new(draft))).unwrap();
}

/// The base with one number changed.
fn with(path: FieldPath, number: u64) -> Project {
    let mut project = base();
    let mut annotation = Annotation::clone(&project.annotations()[0]);
    annotation.set_field(path, FieldValue::Number(Some(number))).unwrap();
    project.apply(Change::Replace(Arc::new(annotation))).unwrap();
    project
}

struct Desk {
    folder: TempDir,
}

struct Ran {
    code: u8,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, project: &Project) {
        save(project, &self.path(name), Expected::Anything).unwrap();
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn merge(&self, base: &str, ours: &str, theirs: &str, out: &str) -> Ran {
        let path = |name: &str| self.path(name).to_str().unwrap().to_owned();
        let args = ["newsmark", "merge", &path(base), &path(ours), &path(theirs), "-o", &path(out)].map(str::to_owned);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let outcome = run(args, &mut out, &mut err);
        let Outcome::Exit(code) = outcome else { panic!("{outcome:?}") };
        Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    }

    fn project(&self, name: &str) -> Project {
        load(&self.path(name)).unwrap().project
    }
}

fn numbers(project: &Project) -> (Option<FieldValue>, Option<FieldValue>) {
    let annotation = &project.annotations()[0];
    (annotation.field(LOW), annotation.field(HIGH))
}

fn known(number: u64) -> Option<FieldValue> {
    Some(FieldValue::Number(Some(number)))
}

#[test]
fn edits_of_both_come_together_and_the_exit_code_is_0() {
    let desk = Desk::new();
    desk.put("base.ron", &base());
    desk.put("ours.ron", &with(LOW, 12));
    desk.put("theirs.ron", &with(HIGH, 17));
    let ran = desk.merge("base.ron", "ours.ron", "theirs.ron", "ours.ron");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(numbers(&desk.project("ours.ron")), (known(12), known(17)));
    assert_eq!(desk.names(), ["base.ron", "ours.ron", "theirs.ron"]);
}

#[test]
fn a_conflict_is_told_in_a_line_kept_in_the_file_and_the_exit_code_is_1() {
    let desk = Desk::new();
    desk.put("base.ron", &with(LOW, 10));
    desk.put("ours.ron", &with(LOW, 12));
    desk.put("theirs.ron", &with(LOW, 17));
    let ran = desk.merge("base.ron", "ours.ron", "theirs.ron", "out.ron");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.err, "newsmark: Conflict: “At least 12 people”, ¶ 1: low is “12” here and “17” there\n");
    let merged = desk.project("out.ron");
    assert_eq!(merged.annotations(), with(LOW, 12).annotations());
    let [Conflict::Annotation { base: Some(before), theirs: Some(theirs), .. }] = merged.conflicts() else {
        panic!("{merged:?}")
    };
    assert_eq!((before.field(LOW), theirs.field(LOW)), (known(10), known(17)));
    // Merging on with a file that still has conflicts says so again.
    let again = desk.merge("out.ron", "out.ron", "out.ron", "out.ron");
    assert_eq!((again.code, again.err), (1, ran.err));
    assert_eq!(desk.project("out.ron"), merged);
}

#[test]
fn without_a_base_equal_things_unite_and_that_is_said() {
    let desk = Desk::new();
    desk.put("ours.ron", &with(LOW, 12));
    let mut theirs = with(LOW, 12);
    mark(&mut theirs, 2, "Market");
    desk.put("theirs.ron", &theirs);
    fs::write(desk.path("empty.ron"), "").unwrap();
    for base in ["absent.ron", "empty.ron"] {
        let ran = desk.merge(base, "ours.ron", "theirs.ron", "out.ron");
        let sentence = "newsmark: It is not known what both began with, so whatever differs is a conflict: ";
        assert!(ran.err.starts_with(sentence), "{}", ran.err);
        assert_eq!((ran.code, desk.project("out.ron")), (0, theirs.clone()));
    }
    desk.put("theirs.ron", &with(LOW, 17));
    assert_eq!(desk.merge("absent.ron", "ours.ron", "theirs.ron", "out.ron").code, 1);
    assert_eq!(desk.project("out.ron").annotations(), with(LOW, 12).annotations());
}

#[test]
fn what_cannot_be_merged_is_told_and_the_file_is_as_it_was() {
    let desk = Desk::new();
    desk.put("base.ron", &base());
    desk.put("ours.ron", &with(LOW, 12));
    desk.put("other.ron", &article("Nine people were killed."));
    let printed = Printed::of(&base()).as_str().to_owned();
    fs::write(desk.path("damaged.ron"), &printed[..printed.len() / 2]).unwrap();
    fs::write(desk.path("newer.ron"), "(version: 9)").unwrap();
    let marked = printed.replace("    sources:", "<<<<<<< ours\n    sources:");
    fs::write(desk.path("marked.ron"), marked).unwrap();
    let before = fs::read(desk.path("ours.ron")).unwrap();
    for (base, theirs, said) in [
        ("base.ron", "other.ron", "The two projects are of different articles"),
        ("base.ron", "damaged.ron", "it ends in the middle"),
        ("base.ron", "newer.ron", "saved by a newer Newsmark"),
        ("base.ron", "marked.ron", "cannot be read"),
        ("base.ron", "absent.ron", "The file is not there"),
        ("newer.ron", "base.ron", "saved by a newer Newsmark"),
        ("damaged.ron", "base.ron", "it ends in the middle"),
    ] {
        let ran = desk.merge(base, "ours.ron", theirs, "ours.ron");
        assert_eq!(ran.code, 2, "{base} {theirs}: {}", ran.err);
        assert!(ran.err.contains(said), "{}", ran.err);
        assert_eq!(fs::read(desk.path("ours.ron")).unwrap(), before);
    }
    assert_eq!(desk.merge("base.ron", "ours.ron", "base.ron", "absent/out.ron").code, 2);
    let ran = desk.merge("other.ron", "ours.ron", "ours.ron", "ours.ron");
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("What both began with is of another article"), "{}", ran.err);
}

#[test]
fn locks_of_an_open_window_and_of_one_that_crashed_are_left_alone() {
    let desk = Desk::new();
    desk.put("base.ron", &base());
    desk.put("ours.ron", &with(LOW, 12));
    desk.put("theirs.ron", &with(HIGH, 17));
    fs::write(desk.path(".theirs.ron.lock"), "left by a crash").unwrap();
    let (person, machine) = ("Ines Varga".to_owned(), "desk-4".to_owned());
    let since = newsmark::model::Time(1_773_489_600);
    let holder = LockOwner { person, machine, process: std::process::id(), since };
    let lock = Lock::take(&desk.path("ours.ron"), &holder).unwrap();
    let names = desk.names();
    assert_eq!(desk.merge("base.ron", "ours.ron", "theirs.ron", "ours.ron").code, 0);
    assert_eq!(desk.names(), names);
    assert!(Lock::take(&desk.path("ours.ron"), &holder).is_err());
    drop(lock);
    assert_eq!(fs::read(desk.path(".theirs.ron.lock")).unwrap(), b"left by a crash");
}

#[test]
fn names_with_path_characters_stay_in_their_folder() {
    let desk = Desk::new();
    let name = "a;b $(touch x) ‘..\\..\\c’ %A\u{202e}.ron";
    desk.put("base.ron", &base());
    desk.put(name, &with(LOW, 12));
    desk.put("-o.ron", &with(HIGH, 17));
    assert_eq!(desk.merge("base.ron", name, "-o.ron", name).code, 0);
    assert_eq!(numbers(&desk.project(name)), (known(12), known(17)));
    assert_eq!(desk.names().len(), 3);
}

struct Repository {
    desk: Desk,
}

impl Repository {
    /// A repository with the merge driver as the README sets it up; `None` without git.
    fn new() -> Option<Repository> {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("skipped: there is no git on this machine");
            return None;
        }
        let repository = Repository { desk: Desk::new() };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        let driver = format!("'{}' merge %O %A %B -o %A", env!("CARGO_BIN_EXE_newsmark"));
        repository.git(&["config", "merge.newsmark.driver", &driver]);
        fs::write(repository.desk.path(".gitattributes"), "*.ron merge=newsmark -text\n").unwrap();
        repository.commit("attributes");
        Some(repository)
    }

    fn run(&self, args: &[&str]) -> Output {
        let settings =
            ["-c", "user.name=Ines Varga", "-c", "user.email=ines@example.org", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        command.current_dir(self.desk.folder.path()).env("GIT_CONFIG_GLOBAL", "/dev/null");
        command.env("GIT_CONFIG_NOSYSTEM", "1").args(settings).args(args).output().unwrap()
    }

    fn git(&self, args: &[&str]) {
        let output = self.run(args);
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "-m", message]);
    }

    /// Commits the project on a branch of its own and goes back to `main`.
    fn branch(&self, name: &str, path: &str, project: &Project) {
        self.git(&["checkout", "--quiet", "-b", name, "main"]);
        self.desk.put(path, project);
        self.commit(name);
        self.git(&["checkout", "--quiet", "main"]);
    }
}

#[test]
fn git_merges_projects_with_the_driver() {
    let Some(repository) = Repository::new() else { return };
    fs::create_dir(repository.desk.path("port and market")).unwrap();
    let path = "port and market/karsa 1.ron";
    repository.desk.put(path, &base());
    repository.commit("base");
    repository.branch("theirs", path, &with(HIGH, 17));
    repository.branch("others", path, &with(LOW, 99));
    repository.desk.put(path, &with(LOW, 12));
    repository.commit("ours");
    repository.git(&["merge", "--quiet", "--no-edit", "theirs"]);
    let merged = repository.desk.project(path);
    assert_eq!((numbers(&merged), merged.conflicts().len()), ((known(12), known(17)), 0));

    let output = repository.run(&["merge", "--no-edit", "others"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("low is “12” here and “99” there"), "{said}");
    // Git asks for the file to be looked at; it opens, and what is left is in it.
    let merged = repository.desk.project(path);
    assert_eq!((numbers(&merged), merged.conflicts().len()), ((known(12), known(17)), 1));
    repository.commit("settled later");
    assert_eq!(repository.desk.names(), [".git", ".gitattributes", "port and market"]);
}

#[test]
fn git_merges_a_project_that_both_added() {
    let Some(repository) = Repository::new() else { return };
    let mut theirs = base();
    mark(&mut theirs, 2, "Market");
    repository.branch("theirs", "karsa.ron", &theirs);
    repository.desk.put("karsa.ron", &base());
    repository.commit("ours");
    repository.git(&["merge", "--quiet", "--no-edit", "theirs"]);
    assert_eq!(repository.desk.project("karsa.ron"), theirs);
}

#[test]
fn git_keeps_ours_where_the_driver_cannot_merge() {
    let Some(repository) = Repository::new() else { return };
    repository.desk.put("karsa.ron", &base());
    repository.commit("base");
    repository.branch("theirs", "karsa.ron", &article("Nine people were killed."));
    repository.desk.put("karsa.ron", &with(LOW, 12));
    repository.commit("ours");
    let output = repository.run(&["merge", "--no-edit", "theirs"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("different articles"));
    assert_eq!(repository.desk.project(Path::new("karsa.ron").to_str().unwrap()), with(LOW, 12));
}
