//! Saving, loading and the journal, each against its baseline in the same run.
//!
//! Prints `ratio NAME VALUE` lines. The article has 1 MB and 10,000 annotations.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use newsmark::edit::{Entry, EntryKind};
use newsmark::model::{
    Anchored, Annotation, AnnotationId, Article, Attribution, Card, Casualties, Category, Change, Claims, Details,
    Displacement, DisplacementTerm, Figure, Harm, Person, Place, Project, ProjectParts, QuoteKind, Quotes, Span, Text,
    Time, Verification, Victims,
};
use newsmark::store::{Expected, Journal, LockOwner, Printed, RealDisk, load, print, save, v2};

const ARTICLE_BYTES: usize = 1_000_000;
const N_ANNOTATIONS: usize = 10_000;
const SENTENCE_BYTES: usize = ARTICLE_BYTES / N_ANNOTATIONS;
/// As much memory as a window touches between two marks: more than a processor's caches hold.
const DRAWN_BYTES: usize = 64 << 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let project = project(N_ANNOTATIONS);
    bench_letter(folder.path())?;
    bench_journal(folder.path())?;
    bench_save(folder.path(), &project)?;
    bench_load(folder.path(), &project)?;
    Ok(())
}

/// The whole atomic save over serialising the format's structs, a plain write and fsync.
fn bench_save(folder: &Path, project: &Project) -> Result<(), Box<dyn std::error::Error>> {
    let length = Printed::of(project).as_bytes().len();
    let structs: v2::File = ron::from_str(Printed::of(project).as_str())?;
    let (path, plain) = (folder.join("saved.ron"), folder.join("plain.ron"));
    let mut digest = save(project, &path, Expected::Nothing)?.digest;
    let rounds = alternate(
        31,
        || {
            timed(|| {
                let text = print(&structs, length);
                let mut file = File::create(&plain)?;
                file.write_all(text.as_bytes())?;
                Ok(file.sync_all()?)
            })
        },
        || {
            timed(|| {
                digest = save(project, &path, Expected::Digest(digest))?.digest;
                Ok(())
            })
        },
    )?;
    assert_eq!(fs::read(&plain)?, fs::read(&path)?, "both write the same bytes");
    report("save", rounds);
    Ok(())
}

/// From the file to a checked project over deserialising the format's structs.
fn bench_load(folder: &Path, project: &Project) -> Result<(), Box<dyn std::error::Error>> {
    let path = folder.join("loaded.ron");
    save(project, &path, Expected::Nothing)?;
    let text = fs::read_to_string(&path)?;
    let rounds = alternate(
        31,
        || {
            timed(|| {
                black_box(ron::from_str::<v2::File>(&text)?);
                Ok(())
            })
        },
        || {
            timed(|| {
                black_box(load(&path)?);
                Ok(())
            })
        },
    )?;
    let loaded = load(&path)?;
    assert!(loaded.project == *project && loaded.warnings.is_empty(), "the project is read as it was");
    report("load", rounds);
    Ok(())
}

/// One change applied and appended with 10,000 annotations present, over the same with 10.
fn bench_journal(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut few = Marking::new(&folder.join("few"), 10)?;
    let mut many = Marking::new(&folder.join("many"), N_ANNOTATIONS)?;
    report("journal", alternate(601, || few.mark(), || many.mark())?);
    Ok(())
}

/// A letter typed into a field and appended in a project of 5 MB with 50,000 marks, over the same in one of 6 kB.
fn bench_letter(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut small = Typing::new(&folder.join("small"), 6_000 / SENTENCE_BYTES)?;
    let mut large = Typing::new(&folder.join("large"), 5_000_000 / SENTENCE_BYTES)?;
    report("journal_letter_5mb_over_6kb", alternate(601, || small.letter(), || large.letter())?);
    let (small, large) = (small.written(folder, "small")?, large.written(folder, "large")?);
    eprintln!("journal_letter: {large} bytes a letter over {small}");
    assert!(large < 200 && small < 200, "a letter is a stretch of a field");
    Ok(())
}

/// Somebody who types into the statement of a claim in the middle of an open project.
struct Typing {
    marking: Marking,
    claim: Annotation,
    n_letters: u64,
    begun: u64,
}

impl Typing {
    fn new(folder: &Path, n_sentences: usize) -> Result<Typing, Box<dyn std::error::Error>> {
        let marking = Marking::of(sized(n_sentences, n_sentences), folder)?;
        let of_claims = |annotation: &&Arc<Annotation>| annotation.category() == Category::Claims;
        let middle = marking.project.annotations().range(n_sentences / 2..n_sentences);
        let claim = Annotation::clone(middle.clone().find(of_claims).ok_or("every fourth mark is a claim")?);
        let begun = journal_length(folder)?;
        Ok(Typing { marking, claim, n_letters: 0, begun })
    }

    fn letter(&mut self) -> Timed {
        self.n_letters += 1;
        if let Details::Claims(record) = &mut self.claim.details {
            // Beyond a usual length it is begun again, so that what is measured stays the same.
            record.statement.truncate(if record.statement.len() > 100 { 20 } else { 100 });
            record.statement.push('x');
        }
        let change = Change::Replace(Arc::new(self.claim.clone()));
        let entry = Entry { kind: EntryKind::Join, step: "change of statement".to_owned(), change, time: Time(0) };
        self.marking.forget();
        timed(|| {
            self.marking.project.apply(entry.change.clone())?;
            Ok(self.marking.journal.append(&[entry])?)
        })
    }

    /// How many bytes a letter added to the journal.
    fn written(&self, folder: &Path, name: &str) -> Result<u64, Box<dyn std::error::Error>> {
        Ok((journal_length(&folder.join(name))? - self.begun) / self.n_letters)
    }
}

/// The length of the one journal in the folder, in bytes.
fn journal_length(folder: &Path) -> Result<u64, Box<dyn std::error::Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "journal") {
            return Ok(entry.metadata()?.len());
        }
    }
    Err("there is a journal in the folder".into())
}

/// Somebody at work on an open project.
struct Marking {
    project: Project,
    journal: Journal,
    n_marks: usize,
    drawn: Vec<u8>,
}

impl Marking {
    fn new(folder: &Path, n_annotations: usize) -> Result<Marking, Box<dyn std::error::Error>> {
        Marking::of(project(n_annotations), folder)
    }

    fn of(project: Project, folder: &Path) -> Result<Marking, Box<dyn std::error::Error>> {
        let holder =
            LockOwner { person: "Ines Varga".to_owned(), machine: "desk-4".to_owned(), process: 1, since: Time(0) };
        let base = Printed::of(&project).into_file_bytes();
        let journal = Journal::begin(RealDisk::shared(), folder, None, base, &project, &holder)?;
        Ok(Marking { project, journal, n_marks: 0, drawn: vec![0; DRAWN_BYTES] })
    }

    /// Times one mark, then takes it back untimed so that the number of annotations stays.
    fn mark(&mut self) -> Timed {
        self.n_marks += 1;
        let place = self.n_marks * 7919 % N_ANNOTATIONS;
        let annotation = annotation(&self.project.article().text, place, (1 << 40) + self.n_marks as u64);
        let id = annotation.id;
        let change = Change::Insert(Arc::new(annotation));
        let entry = Entry { kind: EntryKind::Do, step: "mark as casualties".to_owned(), change, time: Time(0) };
        self.forget();
        let time = timed(|| {
            self.project.apply(entry.change.clone())?;
            Ok(self.journal.append(&[entry])?)
        })?;
        self.project.apply(Change::Remove(id))?;
        Ok(time)
    }

    /// Between two marks a person reads and the window draws, so that the
    /// processor's caches hold neither project when the next mark comes.
    fn forget(&mut self) {
        self.drawn.iter_mut().step_by(64).for_each(|byte| *byte = byte.wrapping_add(1));
        black_box(&self.drawn);
    }
}

type Timed = Result<Duration, Box<dyn std::error::Error>>;

/// The median times of the two, run in turn.
fn alternate(
    rounds: usize,
    mut baseline: impl FnMut() -> Timed,
    mut measured: impl FnMut() -> Timed,
) -> Result<(Duration, Duration), Box<dyn std::error::Error>> {
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        times.0.push(baseline()?);
        times.1.push(measured()?);
    }
    Ok((median(times.0), median(times.1)))
}

fn timed(work: impl FnOnce() -> Result<(), Box<dyn std::error::Error>>) -> Timed {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn report(name: &str, (baseline, measured): (Duration, Duration)) {
    eprintln!("{name}: {measured:?} over {baseline:?}");
    println!("ratio {name} {:.3}", measured.as_secs_f64() / baseline.as_secs_f64());
}

/// One sentence of the article; each has the same length, so that its place follows from its number.
fn sentence(n: usize) -> String {
    let mut sentence = format!("“At least {n:05} people fled from Orsa to Veld,” said Dala Imren of the relief office");
    while sentence.len() < SENTENCE_BYTES - 2 {
        sentence.push('m');
    }
    sentence + ".\n"
}

fn project(n_annotations: usize) -> Project {
    sized(N_ANNOTATIONS, n_annotations)
}

fn sized(n_sentences: usize, n_annotations: usize) -> Project {
    let text = Text::new((0..n_sentences).map(sentence).collect());
    let annotations = (0..n_annotations).map(|n| annotation(&text, n, n as u64 * 1_000_003)).collect();
    let card = Card { outlet: "The Orsa Courier".to_owned(), language: "en".to_owned(), ..Card::default() };
    match Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(Article { text, card }) }) {
        Ok(project) => project,
        Err(misfit) => unreachable!("the annotations stand in the text: {misfit}"),
    }
}

/// An annotation in the `n`th sentence, of one category after the other.
fn annotation(text: &Text, n: usize, id: u64) -> Annotation {
    let start = sentence(0).len() * n;
    let of = |words: &str| {
        let within = &text[start..start + sentence(0).len()];
        let at = start + within.find(words).unwrap_or_default();
        Span::new(at, at + words.len())
    };
    let taken = |words: &str| of(words).map(|span| Anchored::taken(text, span));
    let figure = || taken(&format!("At least {n:05}")).map(Figure::worded).unwrap_or_default();
    let place = |words| taken(words).map(Place::worded).unwrap_or_default();
    let attribution = || Attribution { words: taken("Dala Imren"), cue: taken("said"), ..Default::default() };
    let details = match n % 4 {
        0 => Details::Casualties(Casualties {
            harm: Harm::Missing,
            figure: figure(),
            victims: Victims::Civilian,
            ..Default::default()
        }),
        1 => Details::Displacement(Displacement {
            term: DisplacementTerm::ForcedToFlee,
            figure: figure(),
            from: place("Orsa"),
            to: place("Veld"),
            ..Default::default()
        }),
        2 => Details::Quotes(Quotes { kind: QuoteKind::Direct, attribution: attribution(), ..Default::default() }),
        _ => Details::Claims(Claims {
            statement: "People left Orsa for Veld".to_owned(),
            attribution: attribution(),
            verification: Verification::Corroborated,
            ..Default::default()
        }),
    };
    let (Some(span), Some(author)) = (of(&format!("At least {n:05} people fled")), Person::new("Ines Varga")) else {
        unreachable!("the words and the name are not empty")
    };
    let id = AnnotationId::from_u64(id);
    Annotation { details, ..Annotation::draft(id, span, Category::Claims, author) }
}
