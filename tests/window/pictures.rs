//! What marks look like in the article.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use eframe::egui::{Key, Rect, pos2, vec2};
use newsmark::model::{Annotation, AnnotationId, Article, Card, Category, Change, Person, Project, Span, Spans, Text};
use newsmark::store::{self, Expected, Theme};

use crate::desk::{Desk, Folder, NONE};
use crate::renderer::assert_picture;

/// Nested and split marks, five on one word, one over two paragraphs.
const ENGLISH: &str = "“Close to 40 boats burned, and not one was armed,” he told a crowd. “We counted,” he said, “twice, and \
    then again at noon.”\n\nThe dockers’ union spoke of sixty boats and of nine men missing.\n";
const ARABIC: &str = "وقال مدير المرفأ إن 46 قاربًا احترقت ليلًا وإن نحو 1,200 شخص (من بينهم 300 طفل) تركوا الحي القديم \
    إلى مدرسة شارع النحاسين قبل الفجر، «ثم عاد بعضهم عند الظهر».\n";

/// A project of that text with these marks, each a category and its words, a string a span.
fn project(text: &str, marks: &[(Category, &[&str])]) -> Project {
    let mut project = Project::new(Article { text: Text::new(text.to_owned()), card: Card::default() });
    for (n, (category, words)) in marks.iter().enumerate() {
        let span = |words: &&str| {
            let start = text.find(*words).unwrap();
            Span::new(start, start + words.len()).unwrap()
        };
        let (spans, author) =
            (Spans::new(words.iter().map(span).collect()).unwrap(), Person::new("Ines Varga").unwrap());
        let annotation = Annotation::draft(AnnotationId::from_u64(n as u64 + 1), spans, *category, author);
        project.apply(Change::Insert(annotation.into())).unwrap();
    }
    project
}

fn shown(project: &Project, theme: Theme) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.set(|settings| settings.theme = theme);
    store::save(project, &folder.path("harbour.ron"), Expected::Nothing).unwrap();
    let desk = Desk::open(&folder, "harbour.ron");
    (folder, desk)
}

/// The article's column from its top.
fn column(height: f32) -> Rect {
    Rect::from_min_size(pos2(290.0, 104.0), vec2(710.0, height))
}

fn english() -> Project {
    let union = "The dockers’ union spoke of sixty boats and of nine men missing";
    project(
        ENGLISH,
        &[
            (Category::Quotes, &["“Close to 40 boats burned, and not one was armed,”"]),
            (Category::Claims, &["Close to 40 boats burned, and not one was armed"]),
            (Category::Casualties, &["Close to 40 boats"]),
            (Category::Quotes, &["“We counted,”", "“twice, and then again at noon.”"]),
            (Category::Claims, &[union]),
            (Category::Displacement, &["spoke of sixty boats and of nine men missing"]),
            (Category::Quotes, &["of sixty boats and of nine men"]),
            (Category::Casualties, &["of nine men"]),
            (Category::Claims, &["nine"]),
        ],
    )
}

fn arabic() -> Project {
    project(
        ARABIC,
        &[
            (Category::Claims, &["إن 46 قاربًا احترقت ليلًا"]),
            (Category::Casualties, &["46 قاربًا"]),
            (Category::Displacement, &["نحو 1,200 شخص (من بينهم 300 طفل) تركوا الحي القديم"]),
            (Category::Displacement, &["300 طفل"]),
            (Category::Quotes, &["«ثم عاد بعضهم عند الظهر»"]),
        ],
    )
}

#[test]
fn overlapping_marks_keep_apart() {
    let (_folder, desk) = shown(&english(), Theme::Light);
    assert_picture("marks", &desk.picture(column(190.0)));
}

#[test]
fn a_selected_mark_stands_out_in_the_dark() {
    let (_folder, mut desk) = shown(&english(), Theme::Dark);
    desk.press(NONE, Key::J);
    desk.press_times(2, NONE, Key::J);
    assert_picture("marks-dark", &desk.picture(column(190.0)));
}

#[test]
fn marks_follow_words_from_right_to_left_and_46_reads_46() {
    let (_folder, desk) = shown(&arabic(), Theme::Light);
    assert_picture("marks-arabic", &desk.picture(column(150.0)));
}
