//! A folder of files, and the command line on them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use newsmark::cli::{Outcome, run};
use newsmark::model::{
    Anchored, Annotation, AnnotationId, Attribution, Casualties, Category, Change, Details, Figure, Harm, Person,
    QuoteKind, Quotes, Span, Spans,
};
use newsmark::store::{Expected, load, save};
use serde_json::Value;
use tempfile::TempDir;

pub const ARTICLE: &str = "Market shelled 😊\r\n\r\nAt least 12 people were killed, the hospital said.\r\n“We left,” Dala Imren said, “and came back.”\r\n";

pub struct Ran {
    pub code: u8,
    pub out: String,
    pub err: String,
}

pub fn newsmark(args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run(["newsmark"].iter().chain(args), &mut out, &mut err);
    let Outcome::Exit(code) = outcome else { panic!("{outcome:?} of {args:?}") };
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

pub fn ok(args: &[&str]) -> String {
    let ran = newsmark(args);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    ran.out
}

pub struct Desk {
    pub folder: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { folder: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).unwrap();
        self.named(name)
    }

    pub fn named(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// A project of the article with a figure and a split quote.
    pub fn project(&self) -> String {
        let article = self.file("market.txt", ARTICLE);
        let project = self.named("market.ron");
        ok(&["new", &article, "-o", &project]);
        let mut loaded = load(Path::new(&project)).unwrap().project;
        let text = loaded.article().text.clone();
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len()).unwrap()
        };
        let killed = Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: Figure::worded(Anchored::taken(&text, span("At least 12"))),
            ..Default::default()
        });
        let source = Some(Anchored::taken(&text, span("Dala Imren")));
        let attribution = Attribution { words: source, ..Default::default() };
        let quote = Details::Quotes(Quotes { kind: QuoteKind::Direct, attribution, ..Default::default() });
        let parts = Spans::new(vec![span("“We left,”"), span("“and came back.”")]).unwrap();
        for annotation in [annotation(1, span("At least 12 people").into(), killed), annotation(2, parts, quote)] {
            loaded.apply(Change::Insert(annotation.into())).unwrap();
        }
        save(&loaded, Path::new(&project), Expected::Anything).unwrap();
        project
    }
}

pub fn annotation(id: u64, spans: Spans, details: Details) -> Annotation {
    let author = Person::new("Ines Varga").unwrap();
    Annotation { details, ..Annotation::draft(AnnotationId::from_u64(id), spans, Category::Claims, author) }
}

pub fn parsed(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}
