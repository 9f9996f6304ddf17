use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

use ashpd::desktop::ResponseError;
use ashpd::desktop::file_chooser::{FileFilter, OpenFileRequest, SaveFileRequest, SelectedFiles};
use ashpd::{Error, PortalError, WindowIdentifier};
use percent_encoding::percent_decode_str;
use pollster::block_on;
use winit::raw_window_handle::{HasDisplayHandle, HasWindowHandle};

use super::{Chosen, FileDialog, Filter, Kind, zenity};

/// What asks in the portal's dialog over `frame`, and in zenity's where there is no portal, or it refused. It waits for
/// the person, and is for another thread. `None` where the portal does not say why it ended.
pub fn begin(
    dialog: FileDialog,
    frame: &eframe::Frame,
) -> impl FnOnce() -> Option<Chosen<Vec<PathBuf>>> + Send + use<> {
    // On the window's thread, while its handle is sure to be good.
    let over = identifier(frame);
    move || match outcome(block_on(ask(&dialog, over))) {
        // Desktops without a portal often have zenity, and a dialog of any kind is better than a path to be
        // typed.
        Some(Chosen::NoDialog) => Some(zenity::ask(&dialog)),
        ended => ended,
    }
}

/// How the desktop calls the window. On Wayland the compositor is asked, which answers at once.
fn identifier(frame: &eframe::Frame) -> Option<WindowIdentifier> {
    let window = frame.window_handle().ok()?.as_raw();
    let display = frame.display_handle().ok().map(|display| display.as_raw());
    block_on(WindowIdentifier::from_raw_handle(&window, display.as_ref()))
}

async fn ask(dialog: &FileDialog, over: Option<WindowIdentifier>) -> Result<Vec<PathBuf>, Error> {
    // The portal refuses a request with a folder that is not absolute.
    let folder = Some(dialog.folder.as_path()).filter(|folder| folder.is_absolute());
    let filters = dialog.filters.iter().map(filter);
    let files = if dialog.kind == Kind::Save {
        let request = SaveFileRequest::default().identifier(over).title(dialog.title).modal(true);
        let request = request.current_name(dialog.name.as_str()).current_folder::<&Path>(folder)?.filters(filters);
        request.send().await?.response()?
    } else {
        let request = OpenFileRequest::default().identifier(over).title(dialog.title).modal(true);
        let request = request.multiple(dialog.kind == Kind::Files).directory(dialog.kind == Kind::Folder);
        request.current_folder::<&Path>(folder)?.filters(filters).send().await?.response()?
    };
    Ok(paths(&files))
}

fn filter((name, endings): &Filter) -> FileFilter {
    endings.iter().fold(FileFilter::new(name), |filter, ending| {
        filter.glob(if *ending == "*" { "*".to_owned() } else { any_case(ending) }.as_str())
    })
}

/// A pattern for an ending in either case, as a pattern of the portal minds it: `*.[rR][oO][nN]`.
fn any_case(ending: &str) -> String {
    let letters = ending.chars().map(|letter| match letter.to_ascii_uppercase() {
        upper if upper == letter => letter.to_string(),
        // The portal’s patterns tell capitals from small letters, and some systems write “.TXT”.
        upper => format!("[{letter}{upper}]"),
    });
    format!("*.{}", letters.collect::<String>())
}

/// How the portal's dialog ended. It answers in the same way when its window is closed, by Escape too on GTK, and when
/// what should have shown it failed: that is `None`.
fn outcome(answer: Result<Vec<PathBuf>, Error>) -> Option<Chosen<Vec<PathBuf>>> {
    match answer {
        Ok(paths) if !paths.is_empty() => Some(Chosen::Path(paths)),
        Err(Error::Response(ResponseError::Cancelled) | Error::Portal(PortalError::Cancelled(_))) => {
            Some(Chosen::Cancelled)
        }
        Err(Error::Response(ResponseError::Other)) => None,
        // A place that is no file of this machine serves nobody here either.
        Ok(_) | Err(_) => Some(Chosen::NoDialog),
    }
}

fn paths(files: &SelectedFiles) -> Vec<PathBuf> {
    files.uris().iter().filter_map(|uri| path(uri.as_str())).collect()
}

/// The path that a `file:` address names, byte for byte.
fn path(uri: &str) -> Option<PathBuf> {
    let path = uri.strip_prefix("file://")?;
    let bytes = percent_decode_str(path).collect();
    Some(PathBuf::from(OsString::from_vec(bytes))).filter(|path: &PathBuf| path.is_absolute() && path != Path::new("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancel_is_told_from_a_portal_that_failed() {
        assert_eq!(outcome(Err(Error::Response(ResponseError::Cancelled))), Some(Chosen::Cancelled));
        assert_eq!(outcome(Err(PortalError::Cancelled("by Esc".to_owned()).into())), Some(Chosen::Cancelled));
        assert_eq!(outcome(Err(Error::Response(ResponseError::Other))), None);
        assert_eq!(outcome(Err(PortalError::Failed("no backend".to_owned()).into())), Some(Chosen::NoDialog));
        assert_eq!(outcome(Err(Error::NoResponse)), Some(Chosen::NoDialog));
        assert_eq!(outcome(Ok(Vec::new())), Some(Chosen::NoDialog));
        let chosen = vec![PathBuf::from("/news/karsa.ron")];
        assert_eq!(outcome(Ok(chosen.clone())), Some(Chosen::Path(chosen)));
    }

    #[test]
    fn an_address_is_a_path_byte_for_byte() {
        assert_eq!(path("file:///news/M%C3%A4rz%203/a%25.ron"), Some(PathBuf::from("/news/März 3/a%.ron")));
        let latin = path("file:///news/M%E4rz.ron").unwrap();
        assert_eq!(latin.into_os_string().into_vec(), b"/news/M\xe4rz.ron");
        assert_eq!(path("sftp://desk/news/a.ron"), None);
    }

    #[test]
    fn a_filter_takes_endings_in_either_case() {
        let filter = filter(&("Projects", &["ron", "*"]));
        assert_eq!(filter.pattern_filters(), ["*.[rR][oO][nN]", "*"]);
    }
}
