//! The frame of an edit among very many records, with the ledger open, over that among few.

use std::path::Path;
use std::time::Duration;

use eframe::egui::{Key, Modifiers};
use newsmark::model::{
    Anchored, Annotation, AnnotationId, Article, Card, Casualties, Category, Convention, Details, Figure, Harm, Person,
    Place, Project, ProjectParts, Qualifier, Scope, ScopeKind, Span, Text, Unit, When,
};

use super::desk::{CTRL, Desk, median, report, saved};

const SENTENCES: usize = 10_000;
const ROUNDS: usize = 31;

/// Prints the ratio.
pub fn edit_10k_over_edit_10(folder: &Path) {
    let mut few = Editor::at(&saved(folder, "few", &project(10)));
    let mut many = Editor::at(&saved(folder, "many", &project(SENTENCES)));
    let (mut few_times, mut many_times) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        few_times.push(few.edit());
        many_times.push(many.edit());
    }
    report("edit_10k_over_edit_10", median(many_times), median(few_times));
}

struct Editor(Desk);

impl Editor {
    fn at(file: &Path) -> Editor {
        let mut desk = Desk::open(file);
        desk.press(CTRL, Key::L);
        desk.press(Modifiers::NONE, Key::Escape);
        desk.press(Modifiers::NONE, Key::J);
        desk.settle();
        Editor(desk)
    }

    /// The longest of the frames of the key that changes a record, of the next one, which first shows
    /// the change, and of that in which ledger and checks have come to it.
    fn edit(&mut self) -> Duration {
        let desk = &mut self.0;
        desk.settle();
        let mut longest = desk.press(Modifiers::NONE, Key::Num2).max(desk.frame(Vec::new()));
        while desk.window.is_busy() {
            std::thread::sleep(Duration::from_millis(5));
            let frame = desk.frame(Vec::new());
            longest = if desk.window.is_busy() { longest } else { longest.max(frame) };
        }
        longest = longest.max(desk.frame(Vec::new()));
        desk.press(CTRL, Key::Z);
        longest
    }
}

/// Sentences with a toll each; so many of them have a record, one in four a part of the one before.
fn project(n_records: usize) -> Project {
    let sentence = |n: usize| format!("At least {n:05} people were killed in Karsa on Sunday, the office said.\n");
    let text = Text::new((0..SENTENCES).map(sentence).collect::<String>());
    let length = sentence(0).len();
    let annotations = (0..n_records).map(|n| record(&text, n, n * length)).collect();
    let card = Card { language: "en".to_owned(), ..Card::default() };
    match Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(Article { text, card }) }) {
        Ok(project) => project,
        Err(misfit) => unreachable!("the records stand in the text: {misfit}"),
    }
}

fn record(text: &Text, n: usize, start: usize) -> Annotation {
    let taken = |words: &str| {
        let at = start + text[start..].find(words)?;
        Some(Anchored::taken(text, Span::new(at, at + words.len())?))
    };
    let count = Some(n as u64);
    let figure = Figure {
        text: taken(&format!("At least {n:05}")),
        qualifier: Qualifier::AtLeast,
        low: count,
        best: count,
        unit: Unit::Person,
        convention: Convention::Literal,
        ..Figure::default()
    };
    let is_part = n % 4 == 3;
    let scope = Scope {
        kind: if is_part { ScopeKind::PartOf } else { ScopeKind::Event },
        of: is_part.then(|| AnnotationId::from_u64(n as u64)),
        ..Scope::default()
    };
    let details = Details::Casualties(Casualties {
        harm: Harm::Killed,
        figure,
        scope,
        when: When { text: taken("on Sunday"), date: "2026-03-15".to_owned(), ..When::default() },
        place: Place { text: taken("Karsa"), ..Place::default() },
        ..Casualties::default()
    });
    let (Some(span), Some(author)) =
        (Span::new(start, start + "At least 00000 people".len()), Person::new("Ines Varga"))
    else {
        unreachable!("the words and the name are not empty")
    };
    Annotation {
        details,
        ..Annotation::draft(AnnotationId::from_u64(n as u64 + 1), span, Category::Casualties, author)
    }
}
