use std::path::PathBuf;

use eframe::egui::{Id, Ui};

use crate::app::dataset::DatasetRequest;
use crate::app::document::file_name;
use crate::app::text::{Role, TextField};
use crate::app::theme::{Theme, space};
use crate::app::widgets::form::{form_row, sentence};
use crate::app::widgets::{self, Button, DialogAnswer, Segmented};

use super::{Answer, DialogCtx};

/// Where a data set is to be written, and for whom.
pub struct DatasetForm {
    folder: PathBuf,
    n_projects: usize,
    output: String,
    is_public: bool,
}

impl DatasetForm {
    /// For a data set of the projects in `folder`, of which there are so many, beginning with `output`.
    pub fn new(folder: PathBuf, n_projects: usize, output: PathBuf) -> DatasetForm {
        DatasetForm { folder, n_projects, output: output.to_string_lossy().into_owned(), is_public: false }
    }

    /// The same in another folder.
    pub fn into(self, output: PathBuf) -> DatasetForm {
        DatasetForm { output: output.to_string_lossy().into_owned(), ..self }
    }

    /// The folder as it is typed.
    pub fn output(&self) -> &str {
        &self.output
    }

    /// Shows the fields; `None` once it was answered.
    pub fn show(mut self, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<DatasetForm> {
        let reason = self.output.trim().is_empty().then_some("Name a folder first");
        let (mut submitted, mut chooses) = (false, false);
        let dialog = widgets::Dialog::new("Make a data set", "Make data set")
            .primary_disabled(reason)
            .width(620.0)
            .focus_first_field();
        let answer = dialog.show(ui.ctx(), id, |ui| {
            let theme = Theme::of(ui.ctx());
            let projects = match self.n_projects {
                1 => "the project".to_owned(),
                n => format!("the {} projects", crate::app::find::grouped(n)),
            };
            let told = format!("Tables in Parquet of {projects} in {}", file_name(&self.folder));
            sentence(ui, &told, theme.text2);
            ui.add_space(6.0);
            form_row(ui, "Folder", 0.0, |ui, width| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::BUTTON_GAP;
                    let choose = Button::new("Choose…");
                    let left = width - choose.width(ui.painter()) - space::BUTTON_GAP;
                    // The field first, as it has the focus.
                    let field = TextField::new(&mut self.output, id.with("folder"), Role::Value).name("Folder");
                    submitted = field.width(left).show(ui).submitted;
                    chooses = choose.show(ui).clicked();
                });
            });
            form_row(ui, "For", 0.0, |ui, _| {
                let mut chosen = usize::from(self.is_public);
                Segmented::new("For", &["The desk", "The public"]).show(ui, &mut chosen);
                self.is_public = chosen == 1;
            });
            ui.add_space(6.0);
            let for_whom = if self.is_public {
                "Without victims’ names, notes, comments and the articles’ texts"
            } else {
                "With everything in the projects, victims’ names and comments too"
            };
            sentence(ui, for_whom, theme.text2);
            sentence(ui, "A data set that stands there is brought up to date; other files are refused", theme.text3);
        });
        match answer.or(submitted.then_some(DialogAnswer::Primary)) {
            Some(DialogAnswer::Primary) if !self.output.trim().is_empty() => {
                let output = cx.platform.path_typed(&self.output);
                cx.answer(Answer::MakeDataset(DatasetRequest {
                    folder: self.folder,
                    output,
                    is_public: self.is_public,
                }));
                None
            }
            Some(DialogAnswer::Cancelled) => None,
            _ if chooses => {
                cx.answer(Answer::ChooseDatasetFolder(self));
                None
            }
            _ => Some(self),
        }
    }
}
