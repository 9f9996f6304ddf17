use eframe::egui::{Id, Response, ScrollArea, Ui};

use crate::app::theme::ThemeChoice;
use crate::app::widgets::form::form_row;
use crate::app::widgets::{self, DialogAnswer, Scrolled, Segmented, Stepper};
use crate::model::Person;
use crate::store::{ArticleFace, Measure, Settings, Spacing};

use super::name::NameForm;
use super::{Answer, DialogCtx};
use crate::app::command::Command;
use crate::app::theme_choice::theme_choice;

/// Scales of the window to choose from, in per cent.
const SCALES: [(&str, f32); 5] =
    [("80 %", 80.0), ("100 %", 100.0), ("125 %", 125.0), ("150 %", 150.0), ("200 %", 200.0)];

/// Shows name, colours, how the article is set, and the scale; all but name and folder change at once.
pub fn show(ui: &Ui, id: Id, cx: &mut DialogCtx<'_>, mut form: NameForm) -> Option<NameForm> {
    let mut submitted = false;
    let mut theme = theme_choice(cx.settings.theme);
    let mut settings = cx.settings.clone();
    let mut scale = nearest(&SCALES, settings.ui_scale);
    // Both take effect through the window; the others are read from the settings in the next frame.
    let before = (theme, scale);
    let answer = widgets::Dialog::new("Settings", "Done").without_cancel().width(620.0).show(ui.ctx(), id, |ui| {
        // At a large scale a small window has no room for all of them.
        let height = (ui.ctx().content_rect().height() - 150.0).max(120.0);
        ScrollArea::both()
            .max_height(height)
            .show(ui, |ui| {
                form_row(ui, "Your name", 0.0, |ui, _| submitted = form.field(ui, id));
                form_row(ui, "Folder", 0.0, |ui, width| form.folder_field(ui, id, width));
                form_row(ui, "Colours", 0.0, |ui, _| {
                    one_of(ui, "Colours", ThemeChoice::ALL, ThemeChoice::name, &mut theme)
                });
                form_row(ui, "At start", 0.0, |ui, _| {
                    let name = |resumes| if resumes { "Go on with the last project" } else { "Show the start page" };
                    one_of(ui, "At start", [true, false], name, &mut settings.resumes)
                });
                form_row(ui, "Proposals", 0.0, |ui, _| {
                    let name = |proposes| if proposes { "Propose marks and fields" } else { "Propose nothing" };
                    one_of(ui, "Proposals", [true, false], name, &mut settings.proposes)
                });
                form_row(ui, "Window", 0.0, |ui, _| {
                    Segmented::new("Window", &SCALES.map(|(name, _)| name)).show(ui, &mut scale)
                });
                article(ui, &mut settings);
            })
            .named(ui.ctx(), "the settings");
    });
    // Written back whether or not the dialog is done: what is seen of the article follows each choice at
    // once.
    *cx.settings = settings;
    if theme != before.0 {
        cx.answer(Answer::Run(Command::SetTheme(theme)));
    }
    if scale != before.1 {
        cx.answer(Answer::Scale(SCALES[scale].1));
    }
    match answer.or(submitted.then_some(DialogAnswer::Primary)) {
        Some(DialogAnswer::Primary) => {
            if let Some(person) = Person::new(&form.name) {
                cx.settings.person = person.name().to_owned();
            }
            // An empty field is the wish for no folder, so that dialogs begin where the system has documents.
            let is_named = !form.folder.trim().is_empty();
            cx.settings.folder = is_named.then(|| cx.platform.path_typed(&form.folder));
            None
        }
        Some(_) => None,
        None => Some(form),
    }
}

/// How the article is set.
fn article(ui: &mut Ui, settings: &mut Settings) {
    let face = |face| if face == ArticleFace::Serif { "Serif" } else { "Sans" };
    form_row(ui, "Article face", 0.0, |ui, _| one_of(ui, "Article face", ArticleFace::ALL, face, &mut settings.face));
    form_row(ui, "Article text", 0.0, |ui, _| {
        Stepper::new("Size of the article’s text", "points", Settings::READING_SIZES)
            .show(ui, &mut settings.reading_size)
    });
    let measure = |measure| match measure {
        Measure::Narrow => "Narrow",
        Measure::Usual => "Usual",
        Measure::Wide => "Wide",
        Measure::Full => "Full",
    };
    form_row(ui, "Lines", 0.0, |ui, _| one_of(ui, "Lines", Measure::ALL, measure, &mut settings.measure));
    let spacing = |spacing| match spacing {
        Spacing::Compact => "Compact",
        Spacing::Usual => "Usual",
        Spacing::Airy => "Airy",
    };
    form_row(ui, "Line spacing", 0.0, |ui, _| one_of(ui, "Line spacing", Spacing::ALL, spacing, &mut settings.spacing));
    let numbers = |has_numbers| if has_numbers { "Shown" } else { "Hidden" };
    form_row(ui, "Numbers", 0.0, |ui, _| {
        one_of(ui, "Numbers", [true, false], numbers, &mut settings.paragraph_numbers)
    });
}

/// Shows the names of some values side by side, of which one is chosen.
fn one_of<T: Copy + PartialEq, const N: usize>(
    ui: &mut Ui,
    label: &str,
    all: [T; N],
    name: impl Fn(T) -> &'static str,
    chosen: &mut T,
) -> Response {
    let mut index = all.iter().position(|value| value == chosen).unwrap_or(0);
    let response = Segmented::new(label, &all.map(name)).show(ui, &mut index);
    *chosen = all[index];
    response
}

fn nearest(sizes: &[(&str, f32)], size: f32) -> usize {
    let away = |index: &usize| (sizes[*index].1 - size).abs();
    (0..sizes.len()).min_by(|one, other| away(one).total_cmp(&away(other))).unwrap_or(0)
}
