//! What is no plain file: a pipe in the place of what is read or written is neither waited for nor replaced.

use std::fs;

use newsmark::store::testing::make_pipe;

use super::desk::{ARTICLE, Desk, newsmark};

#[test]
fn nothing_is_written_in_the_place_of_a_pipe_whatever_is_forced() {
    let desk = Desk::new();
    let (article, project) = (desk.file("market.txt", ARTICLE), desk.project());
    let pipe = desk.path("pipe");
    make_pipe(&pipe);
    std::os::unix::fs::symlink("pipe", desk.path("link")).unwrap();
    for named in ["pipe", "link"] {
        let output = desk.named(named);
        for (args, said) in [
            (
                vec!["new", &article, "-o", &output, "--force"],
                "The outcome was not saved: the path is a pipe, not a file.",
            ),
            (
                vec!["merge", &project, &project, &project, "-o", &output],
                "The outcome was not saved: the path is a pipe",
            ),
            (
                vec!["export", &project, "--to", "html", "-o", &output, "--force"],
                "Leave -o out to have the report printed",
            ),
            (vec!["export", &project, "--to", "csv", "-o", &output], "The report was not written: the path is a pipe"),
        ] {
            let ran = newsmark(&args);
            assert!(ran.code == 2 && ran.err.contains(said), "{args:?}: {}", ran.err);
            assert!(!fs::metadata(&pipe).unwrap().is_file(), "{args:?}");
        }
    }
}

#[test]
fn a_pipe_in_a_projects_place_is_told_and_not_waited_for() {
    let desk = Desk::new();
    let project = desk.project();
    make_pipe(&desk.path("pipe.ron"));
    let pipe = desk.named("pipe.ron");
    for args in [
        vec!["show", &pipe],
        vec!["check", &pipe],
        vec!["new", &pipe],
        vec!["read", &pipe],
        vec!["export", &pipe, "--to", "html"],
        vec!["compare", &project, &pipe],
        vec!["merge", &pipe, &project, &project, "-o", &project],
    ] {
        let ran = newsmark(&args);
        assert!(
            ran.code == 2 && ran.err.contains("The file could not be read: it is a pipe."),
            "{args:?}: {}",
            ran.err
        );
    }
}
