use std::path::PathBuf;

use eframe::egui::{Id, Ui};

use crate::app::form::form_row;
use crate::app::theme::ThemeChoice;
use crate::app::widgets::{self, DialogAnswer, Segmented};
use crate::app::window::Window;
use crate::model::Person;
use crate::store::ArticleFace;

use super::name::NameForm;

/// Sizes of the article's text to choose from, in points.
const READING: [(&str, f32); 5] = [("14", 14.0), ("16", 16.0), ("18", 18.0), ("21", 21.0), ("24", 24.0)];
/// Scales of the window to choose from, in per cent.
const SCALES: [(&str, f32); 5] =
    [("80 %", 80.0), ("100 %", 100.0), ("125 %", 125.0), ("150 %", 150.0), ("200 %", 200.0)];

/// Shows name, colours and sizes; colours and sizes change at once.
pub fn show(ui: &Ui, id: Id, window: &mut Window, mut form: NameForm) -> Option<NameForm> {
    let mut submitted = false;
    let mut theme = ThemeChoice::ALL.iter().position(|choice| *choice == window.theme_choice()).unwrap_or(0);
    let mut reading = nearest(&READING, window.settings.reading_size);
    let mut scale = nearest(&SCALES, window.settings.ui_scale);
    let mut face = usize::from(window.settings.face == ArticleFace::Sans);
    let before = (theme, reading, scale);
    let answer = widgets::Dialog::new("Settings", "Done").without_cancel().width(620.0).show(ui.ctx(), id, |ui| {
        form_row(ui, "Your name", 0.0, |ui, _| submitted = form.field(ui, id));
        let names = ThemeChoice::ALL.map(ThemeChoice::name);
        form_row(ui, "Colours", 0.0, |ui, _| Segmented::new(&names).show(ui, &mut theme));
        form_row(ui, "Article face", 0.0, |ui, _| Segmented::new(&["Serif", "Sans"]).show(ui, &mut face));
        let names = READING.map(|(name, _)| name);
        form_row(ui, "Article text", 0.0, |ui, _| Segmented::new(&names).show(ui, &mut reading));
        let names = SCALES.map(|(name, _)| name);
        form_row(ui, "Window", 0.0, |ui, _| Segmented::new(&names).show(ui, &mut scale));
        form_row(ui, "Folder", 0.0, |ui, width| form.folder_field(ui, id, width));
    });
    window.settings.face = if face == 1 { ArticleFace::Sans } else { ArticleFace::Serif };
    if theme != before.0 {
        window.set_theme(ThemeChoice::ALL[theme]);
    }
    if reading != before.1 {
        window.set_reading_size(READING[reading].1);
    }
    if scale != before.2 {
        window.set_ui_scale(SCALES[scale].1);
    }
    match answer.or(submitted.then_some(DialogAnswer::Primary)) {
        Some(DialogAnswer::Primary) => {
            if let Some(person) = Person::new(&form.name) {
                window.settings.person = person.name().to_owned();
            }
            let folder = form.folder.trim();
            window.settings.folder = (!folder.is_empty()).then(|| PathBuf::from(folder));
            None
        }
        Some(_) => None,
        None => Some(form),
    }
}

fn nearest(sizes: &[(&str, f32)], size: f32) -> usize {
    let away = |index: &usize| (sizes[*index].1 - size).abs();
    (0..sizes.len()).min_by(|one, other| away(one).total_cmp(&away(other))).unwrap_or(0)
}
