use std::path::PathBuf;

use super::{Chosen, FileDialog, Kind};

/// What asks in the system's dialog over `frame`. It waits for the person, and is for another thread.
pub fn begin(
    dialog: FileDialog,
    frame: &eframe::Frame,
) -> impl FnOnce() -> Option<Chosen<Vec<PathBuf>>> + Send + use<> {
    let mut asked = rfd::AsyncFileDialog::new().set_title(dialog.title).set_parent(frame);
    if dialog.folder.is_absolute() {
        asked = asked.set_directory(&dialog.folder);
    }
    if !dialog.name.is_empty() {
        asked = asked.set_file_name(&dialog.name);
    }
    for (name, endings) in &dialog.filters {
        asked = asked.add_filter(*name, endings);
    }
    let one = |file: rfd::FileHandle| vec![file.path().to_owned()];
    // The dialog is made on the window's thread, as macOS wants it.
    let answer: std::pin::Pin<Box<dyn Future<Output = Option<Vec<PathBuf>>> + Send>> = match dialog.kind {
        Kind::File => {
            let asked = asked.pick_file();
            Box::pin(async move { asked.await.map(one) })
        }
        Kind::Folder => {
            let asked = asked.pick_folder();
            Box::pin(async move { asked.await.map(one) })
        }
        Kind::Save => {
            let asked = asked.save_file();
            Box::pin(async move { asked.await.map(one) })
        }
        Kind::Files => {
            let asked = asked.pick_files();
            Box::pin(async move { asked.await.map(|files| files.iter().map(|file| file.path().to_owned()).collect()) })
        }
    };
    // These systems always have a dialog.
    move || Some(pollster::block_on(answer).map_or(Chosen::Cancelled, Chosen::Path))
}
