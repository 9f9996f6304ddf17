//! Journals of format version 1, kept as files: what an editor's earlier program left is still recovered.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::edit::{Entry, EntryKind};
use crate::model::{
    Anchored, Annotation, AnnotationId, Article, Attribution, Card, Category, Change, Claims, Comment, CommentId,
    Conflict, Details, Dismissal, Displacement, DisplacementTerm, Evidence, FieldPath, Figure, Group, Harm, ItemId,
    Link, LostAnchor, Origin, Original, Part, Person, Place, Project, ProjectParts, ProjectSettings, QuoteKind, Quotes,
    SignOff, Source, SourceId, Sources, Span, Spans, Status, Text, Time, Unplaced, When,
};
use crate::store::RealDisk;
use crate::store::journal::{FileState, recover, recoverable};
use crate::store::samples::{casualties, span_of};

const TEXT: &str = "At least 12 people were hurt in Veld, said Dala Imren.\r\n\r\nقُتل ثلاثة في أورسا.\n\
                    Families left Orsa for Veld on 8 March.\n";

/// What was done, in order, and the project before it.
struct Story {
    before: Project,
    after: Project,
    entries: Vec<Entry>,
}

impl Story {
    fn new() -> Story {
        let text = Text::new(TEXT.to_owned());
        let card = Card { outlet: "The Veld Courier".to_owned(), language: "en".to_owned(), ..Card::default() };
        let annotations = vec![casualties(7, &text, &["12 people"])];
        let parts = ProjectParts { annotations, ..ProjectParts::of(Article { text, card }) };
        let before = Project::from_parts(parts).unwrap();
        Story { after: before.clone(), before, entries: Vec::new() }
    }

    fn step(&mut self, kind: EntryKind, step: &str, change: Change) -> Change {
        let inverse = self.after.apply(change.clone()).unwrap();
        let time = Time(1_773_489_600 + 7 * self.entries.len() as i64);
        self.entries.push(Entry { kind, step: step.to_owned(), change, time });
        inverse
    }

    fn make(&mut self, step: &str, change: Change) {
        self.step(EntryKind::Do, step, change);
    }

    fn edit(&mut self, kind: EntryKind, step: &str, id: u64, edit: impl FnOnce(&mut Annotation)) {
        let mut annotation = Annotation::clone(self.after.annotation(AnnotationId::from_u64(id)).unwrap());
        edit(&mut annotation);
        self.step(kind, step, Change::Replace(Arc::new(annotation)));
    }

    fn taken(&self, words: &str) -> Option<Anchored<String>> {
        let text = &self.before.article().text;
        Some(Anchored::taken(text, span_of(text, words)))
    }

    fn told(mut self) -> Story {
        self.marks();
        self.fields();
        self.lists();
        self.undone();
        self
    }

    /// A mark of every category, one of them in Arabic and one in two places.
    fn marks(&mut self) {
        let text = self.before.article().text.clone();
        let killed = casualties(1, &text, &["قُتل", "ثلاثة"]);
        self.make("mark as casualties", Change::Insert(Arc::new(killed)));
        for (id, words, category) in [
            (2, "Families left Orsa for Veld", Category::Displacement),
            (3, "said Dala Imren", Category::Quotes),
            (4, "At least 12 people were hurt in Veld", Category::Claims),
        ] {
            let draft = Annotation::draft(AnnotationId::from_u64(id), span_of(&text, words), category, ines());
            self.make(&format!("mark as {}", category.noun()), Change::Insert(Arc::new(draft)));
        }
    }

    /// Fields of every kind, typed and picked.
    fn fields(&mut self) {
        let (dala, cue, orsa) = (self.taken("Dala Imren"), self.taken("said"), self.taken("Orsa"));
        let (veld, day) = (self.taken("Veld"), self.taken("8 March"));
        self.edit(EntryKind::Do, "change of note", 7, |mark| mark.note = "R".to_owned());
        self.edit(EntryKind::Join, "change of note", 7, |mark| mark.note = "Ring “Veld”\nتحقق".to_owned());
        self.edit(EntryKind::Do, "change of from", 2, |mark| {
            mark.details = Details::Displacement(Displacement {
                term: DisplacementTerm::ForcedToFlee,
                from: Place { text: orsa, name: "أورسا".to_owned(), country: "XK".to_owned() },
                to: Place { text: veld, ..Place::default() },
                when: When { text: day, date: "2026-03-08".to_owned(), ..When::default() },
                ..Displacement::default()
            });
        });
        self.edit(EntryKind::Do, "change of speaker", 3, |mark| {
            mark.details = Details::Quotes(Quotes {
                kind: QuoteKind::Direct,
                attribution: Attribution {
                    source: Some(SourceId::from_u64(5)),
                    words: dala,
                    cue,
                    ..Default::default()
                },
                inside: Some(AnnotationId::from_u64(4)),
                ..Quotes::default()
            });
            mark.dismissed = vec![Dismissal {
                kind: "quote marks".to_owned(),
                field: Some(FieldPath::Kind),
                why: "none".to_owned(),
                reason: "As in the paper".to_owned(),
                by: ines(),
            }];
        });
        self.edit(EntryKind::Do, "add evidence", 4, |mark| {
            let evidence =
                Evidence { citation: "The office’s list".to_owned(), ..Evidence::new(ItemId::from_u64(11)) };
            let link = Link { to: Some(AnnotationId::from_u64(7)), ..Link::new(ItemId::from_u64(12)) };
            mark.details = Details::Claims(Claims {
                statement: "Twelve were hurt".to_owned(),
                evidence: vec![evidence],
                links: vec![link],
                ..Claims::default()
            });
            mark.status = Status::Submitted;
            mark.comments = vec![Comment {
                id: CommentId::from_u64(21),
                author: ines(),
                time: Time(1_773_489_900),
                text: "Sure?".to_owned(),
            }];
            mark.origins = vec![Origin { part: Part::Status, person: tomas() }];
        });
        self.edit(EntryKind::Do, "approve", 1, |mark| {
            mark.status = Status::Approved;
            mark.judge = Some(tomas());
            mark.editor = tomas();
            if let Details::Casualties(record) = &mut mark.details {
                record.harm = Harm::Killed;
                record.groups = vec![Group {
                    figure: Figure { low: Some(2), best: Some(3), ..Figure::default() },
                    other: "guards".to_owned(),
                    ..Group::new(ItemId::from_u64(13))
                }];
            }
        });
        self.edit(EntryKind::Do, "move the boundary", 1, |mark| mark.spans = span_of(TEXT, "قُتل ثلاثة").into());
    }

    /// What is no mark: the card, the sources, the settings, the sign-offs, the conflicts, what has no place.
    fn lists(&mut self) {
        let title = self.taken("At least 12 people were hurt").unwrap();
        let card = Card {
            title,
            byline: "Ines Varga".to_owned(),
            published: Some(jiff::civil::date(2026, 3, 9)),
            original: Original { name: "veld.txt".to_owned(), encoding: "UTF-8".to_owned(), sha256: None },
            ..self.before.article().card.clone()
        };
        self.make("change of the article card", Change::ReplaceCard(Box::new(card.clone())));
        let office = Source {
            other_names: vec!["the relief office".to_owned(), "مكتب الإغاثة".to_owned()],
            ..Source::named(SourceId::from_u64(6), "Relief office")
        };
        let named =
            Source { affiliation: "Relief office".to_owned(), ..Source::named(SourceId::from_u64(5), "Dala Imren") };
        self.make("add source", Change::ReplaceSources(Sources::of(vec![office.clone(), named])));
        self.make(
            "change of settings",
            Change::ReplaceSettings(ProjectSettings { four_eyes: true, ..ProjectSettings::default() }),
        );
        let sign_off = SignOff::of(tomas(), Time(1_773_490_000), self.after.annotations().iter().map(Arc::as_ref));
        self.make("sign off", Change::ReplaceSignOffs(vec![Arc::new(sign_off)]));
        let mark = |project: &Project, id| project.annotation(AnnotationId::from_u64(id)).cloned();
        let conflicts = vec![
            Conflict::Annotation {
                id: AnnotationId::from_u64(1),
                parts: vec![Part::Boundary, Part::Field(FieldPath::Harm)],
                base: mark(&self.before, 7),
                theirs: mark(&self.after, 1),
            },
            Conflict::DeletedHere { id: AnnotationId::from_u64(7), base: mark(&self.before, 7) },
            Conflict::Source { base: Some(office), theirs: None },
            Conflict::Card { base: None, theirs: Box::new(card) },
        ];
        self.make("merge", Change::ReplaceConflicts(conflicts));
        let lost = LostAnchor { words: vec!["three guards".to_owned()], claimed: vec![(9, 21)] };
        let unplaced: Unplaced = casualties(9, &self.before.article().text, &["12 people"]).at(lost);
        self.make("merge", Change::InsertUnplaced(Arc::new(unplaced.clone())));
        let placed = Arc::new(unplaced.placed(Span::new(0, 2).unwrap()));
        let change = Change::Batch(vec![Change::RemoveUnplaced(AnnotationId::from_u64(9)), Change::Insert(placed)]);
        self.make("place mark", change);
    }

    /// Steps taken back and made again.
    fn undone(&mut self) {
        let id = AnnotationId::from_u64(2);
        let text = self.before.article().text.clone();
        let grown = Annotation::clone(self.after.annotation(AnnotationId::from_u64(3)).unwrap());
        let spans = Spans::new(vec![span_of(&text, "said"), span_of(&text, "Imren")]).unwrap();
        let grown = Change::Replace(Arc::new(Annotation { spans, ..grown }));
        let batch = Change::Batch(vec![Change::Remove(id), Change::Batch(vec![grown])]);
        let inverse = self.step(EntryKind::Do, "join marks", batch);
        let again = self.step(EntryKind::Undo, "join marks", inverse);
        let inverse = self.step(EntryKind::Redo, "join marks", again);
        self.step(EntryKind::Undo, "join marks", inverse);
        let inverse = self.step(EntryKind::Do, "delete mark", Change::Remove(AnnotationId::from_u64(7)));
        self.step(EntryKind::Undo, "delete mark", inverse);
    }
}

fn ines() -> Person {
    Person::new("Ines Varga").unwrap()
}

fn tomas() -> Person {
    Person::new("Tomas Reed").unwrap()
}

/// The kept files in a folder of their own.
fn kept() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir("../../tests/files/journal-1").unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    folder
}

#[test]
fn a_journal_of_version_1_is_recovered_as_it_was_made() {
    let (folder, story) = (kept(), Story::new().told());
    let found = recoverable(&RealDisk::shared(), folder.path(), "desk-4").unwrap();
    assert_eq!(found.len(), 2, "{found:?}");
    let never_saved = recover(&found[0]).unwrap();
    assert_eq!(never_saved.warnings, Vec::<String>::new());
    assert_eq!(never_saved.file_state, FileState::Unsaved);
    assert_eq!(never_saved.entries, story.entries);
    assert_eq!((never_saved.base, never_saved.project), (story.before.clone(), story.after.clone()));
    assert_eq!(found[0].lock_owner().unwrap().person, "Ines");

    let saved_once = recover(&found[1]).unwrap();
    assert_eq!(saved_once.file_state, FileState::Gone);
    assert_eq!(found[1].project(), Some(Path::new("/home/ines/veld.ron")));
    assert_eq!(saved_once.entries, story.entries[9..]);
    assert_eq!((saved_once.warnings, saved_once.project), (Vec::new(), story.after));
}

#[test]
fn of_a_damaged_journal_of_version_1_each_change_that_still_fits_is_recovered() {
    let (folder, story) = (kept(), Story::new().told());
    let path = folder.path().join("1773489600-1-0.0.journal");
    let written = fs::read_to_string(&path).unwrap();
    // The step that types into the note of mark 7 for the first time; the next replaces the whole mark.
    let damaged = written.replace("note:\"R\"", "note:\"S\"");
    assert_ne!(damaged, written);
    fs::write(&path, damaged).unwrap();
    let recovery = recoverable(&RealDisk::shared(), folder.path(), "desk-4").unwrap().remove(0);
    let recovered = recover(&recovery).unwrap();
    assert_eq!((recovered.project, recovered.entries.len()), (story.after, story.entries.len() - 1));
    assert_eq!(recovered.warnings, ["1 change is damaged in the journal and cannot be read"]);
}
