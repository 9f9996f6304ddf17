use std::path::Path;
use std::sync::Arc;

use newsmark::edit::OpenProject;
use newsmark::model::{Annotation, AnnotationId, Category, Change, Person, Project, Span, Time};
use newsmark::store::{Expected, load, save};

/// Another person's marks: the words of so many places of the text, from the one of that number on.
pub fn with_marks(project: Project, from: u64, n_marks: u64) -> Project {
    let tomas = Person::new("Tomas Reed").unwrap();
    let mut open = OpenProject::new(project, true);
    open.person = Some(tomas.clone());
    for n in from..from + n_marks {
        let start = open.project().article().text.snap(40 + 60 * n as usize, 52 + 60 * n as usize).unwrap();
        let span = Span::new(start.start(), start.end()).unwrap();
        let mark =
            Annotation::draft(AnnotationId::from_u64(1_000_003 * (n + 1)), span, Category::Claims, tomas.clone());
        open.adopt("mark", Change::Insert(Arc::new(mark)), Time(1)).unwrap();
    }
    open.begin_save(Time(2))
}

/// Another program puts more marks into the file.
pub fn writes(file: &Path, from: u64, n_marks: u64) {
    let project = with_marks(load(file).unwrap().project, from, n_marks);
    save(&project, file, Expected::Anything).unwrap();
}
