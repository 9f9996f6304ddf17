use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::elide::elided;
use super::fields::{Fields, read};
use super::kept::keep_as;
use super::save_error::Subject;
use super::{ArticleFace, Disk, Expected, Measure, SaveError, Session, Spacing, WindowPlace, load::read_file};

/// What a person has set and what the window remembers.
///
/// Reading never fails: a field that cannot be read is the default, and a
/// sentence says so.
///
/// ```
/// use newsmark_core::store::{Settings, Theme};
///
/// let (settings, warnings) = Settings::parse("(theme: Dark, reading_size: 90.0)");
/// assert_eq!((settings.theme, settings.reading_size), (Theme::Dark, 18.0));
/// assert!(warnings[0].contains("reading_size"));
/// assert_eq!(Settings::parse(&settings.print()), (settings, Vec::new()));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The person's name; empty until it was asked.
    pub person: String,
    /// Light, dark or as the system.
    pub theme: Theme,
    /// The face of the article's text.
    pub face: ArticleFace,
    /// The size of the article's text in points, 14 to 28.
    pub reading_size: f32,
    /// How long the article's lines are.
    pub measure: Measure,
    /// How far they stand apart.
    pub spacing: Spacing,
    /// Whether paragraphs have numbers in the margin.
    pub paragraph_numbers: bool,
    /// The size of everything else in per cent, 80 to 200.
    pub ui_scale: f32,
    /// The folder of projects that was last open.
    pub folder: Option<PathBuf>,
    /// The folders of projects that the library lists, in the order in which they were added.
    pub libraries: Vec<PathBuf>,
    /// The one of them that was shown last.
    pub library: Option<PathBuf>,
    /// The projects opened last, the latest first, at most [`Settings::MOST_RECENT`].
    pub recent: Vec<PathBuf>,
    /// Widths of panels and the like, in points, by name.
    pub widths: BTreeMap<String, f32>,
    /// Which panels and the like are shown, by name.
    pub shown: BTreeMap<String, bool>,
    /// Whether a start without files goes on where the last one ended.
    pub resumes: bool,
    /// Whether marks and fields are proposed to this person at all; a project may want none besides.
    pub proposes: bool,
    /// Where that was.
    pub session: Option<Session>,
    /// Where the window stood; `None` before it was closed for the first time.
    pub place: Option<WindowPlace>,
}

/// Which colours the window has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black on white.
    HighContrast,
    /// White on black.
    HighContrastDark,
}

impl Settings {
    /// How many projects are remembered.
    pub const MOST_RECENT: usize = 12;
    /// The sizes of the article's text, in points.
    pub const READING_SIZES: std::ops::RangeInclusive<f32> = 14.0..=28.0;
    /// The scales of the window, in per cent.
    pub const UI_SCALES: std::ops::RangeInclusive<f32> = 80.0..=200.0;
    /// Larger than any settings, in bytes.
    pub(super) const LARGEST: u64 = 1 << 20;

    /// Reads the settings at `path` with a sentence for each thing that was not
    /// as it should be. A file that is not there is not worth a sentence.
    pub fn load(path: &Path) -> (Settings, Vec<String>) {
        match read_file(path, Settings::LARGEST) {
            Ok(bytes) => Settings::parse(&String::from_utf8_lossy(&bytes)),
            Err(super::LoadError::Missing(_)) => (Settings::default(), Vec::new()),
            Err(error) => (Settings::default(), vec![format!("The usual settings are used. {error}")]),
        }
    }

    /// Reads settings as [`print`](Settings::print) writes them.
    pub fn parse(text: &str) -> (Settings, Vec<String>) {
        let mut settings = Settings::default();
        let mut warnings = Vec::new();
        let Fields { fields, broken } = Fields::of(text.trim_start_matches('\u{feff}'));
        if let Some(why) = broken {
            warnings
                .push(format!("The settings can be read only in part ({why}); for the rest the usual ones are used"));
        }
        for (name, value) in fields {
            if let Err(why) = settings.set(&name, &value) {
                warnings.push(format!("The setting “{}” {why}; the usual one is used", elided(&name)));
            }
        }
        (settings, warnings)
    }

    /// The settings as text; the same settings give the same text.
    pub fn print(&self) -> String {
        let layout = ron::ser::PrettyConfig::new().new_line("\n");
        let written = Written {
            person: &self.person,
            theme: self.theme,
            face: self.face,
            reading_size: self.reading_size,
            measure: self.measure,
            spacing: self.spacing,
            paragraph_numbers: self.paragraph_numbers,
            ui_scale: self.ui_scale,
            // RON holds text alone. A path that is none is written as nearly as can be, and is not found at the next
            // start.
            folder: self.folder.as_ref().map(|folder| folder.to_string_lossy()),
            libraries: self.libraries.iter().map(|folder| folder.to_string_lossy()).collect(),
            library: self.library.as_ref().map(|folder| folder.to_string_lossy()),
            recent: self.recent.iter().map(|path| path.to_string_lossy()).collect(),
            widths: &self.widths,
            shown: &self.shown,
            resumes: self.resumes,
            proposes: self.proposes,
            session: self.session.as_ref(),
            place: self.place,
        };
        // Strings, numbers and maps of them always print.
        #[expect(clippy::expect_used, reason = "proved above")]
        let text = ron::ser::to_string_pretty(&written, layout).expect("settings print");
        text + "\n"
    }

    /// Puts the settings in the place of the file at `path`, in a folder that is made where it is not there.
    ///
    /// # Errors
    /// A [`SaveError`], and the file is as it was.
    pub fn save(&self, disk: &dyn Disk, path: &Path) -> Result<(), SaveError> {
        keep_as(disk, path, self.print().as_bytes(), Expected::Anything, Subject::Settings)
    }

    /// Whether the panel of that name is shown; one that nobody hid is, but for those of the dock.
    pub fn is_shown(&self, panel: &str) -> bool {
        self.shown.get(panel).copied().unwrap_or(!["ledger", "problems"].contains(&panel))
    }

    /// Shows or hides the panel of that name.
    pub fn set_shown(&mut self, panel: &str, is_shown: bool) {
        self.shown.insert(panel.to_owned(), is_shown);
    }

    /// Forgets a project that is not there any more.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
    }

    /// Puts `path` first among the projects opened last.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(Settings::MOST_RECENT);
    }

    fn set(&mut self, name: &str, value: &RawValue) -> Result<(), String> {
        match name {
            "person" => self.person = read(value)?,
            "theme" => self.theme = read(value)?,
            "face" => self.face = read(value)?,
            "reading_size" => self.reading_size = within(read(value)?, Settings::READING_SIZES)?,
            "measure" => self.measure = read(value)?,
            "spacing" => self.spacing = read(value)?,
            "paragraph_numbers" => self.paragraph_numbers = read(value)?,
            "ui_scale" => self.ui_scale = within(read(value)?, Settings::UI_SCALES)?,
            "folder" => self.folder = read(value)?,
            "libraries" => self.libraries = read(value)?,
            "library" => self.library = read(value)?,
            // A list that was made longer by hand is cut rather than refused.
            "recent" => {
                self.recent = read(value)?;
                self.recent.truncate(Settings::MOST_RECENT);
            }
            "widths" => {
                self.widths = read(value)?;
                // RON can say `inf` and `NaN`, with which a panel could never be drawn again.
                self.widths.retain(|_, width| width.is_finite() && *width >= 0.0);
            }
            "shown" => self.shown = read(value)?,
            "resumes" => self.resumes = read(value)?,
            "proposes" => self.proposes = read(value)?,
            "session" => self.session = read(value)?,
            "place" => {
                let place: Option<WindowPlace> = read(value)?;
                if place.is_some_and(|place| !place.is_possible()) {
                    return Err("is no place of a window".to_owned());
                }
                self.place = place;
            }
            // Told and not dropped in silence: it may be a slip, or a setting of a newer version that this one would
            // overwrite.
            _ => return Err("is not known to this version".to_owned()),
        }
        Ok(())
    }
}

fn within(value: f32, range: std::ops::RangeInclusive<f32>) -> Result<f32, String> {
    if range.contains(&value) {
        Ok(value)
    } else {
        Err(format!("is {value} and must be from {} to {}", range.start(), range.end()))
    }
}

/// The fields as the file has them.
#[derive(Serialize)]
struct Written<'a> {
    person: &'a str,
    theme: Theme,
    face: ArticleFace,
    reading_size: f32,
    measure: Measure,
    spacing: Spacing,
    paragraph_numbers: bool,
    ui_scale: f32,
    folder: Option<Cow<'a, str>>,
    libraries: Vec<Cow<'a, str>>,
    library: Option<Cow<'a, str>>,
    recent: Vec<Cow<'a, str>>,
    widths: &'a BTreeMap<String, f32>,
    shown: &'a BTreeMap<String, bool>,
    resumes: bool,
    proposes: bool,
    session: Option<&'a Session>,
    place: Option<WindowPlace>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            person: String::new(),
            theme: Theme::System,
            face: ArticleFace::Serif,
            reading_size: 18.0,
            measure: Measure::Usual,
            spacing: Spacing::Usual,
            paragraph_numbers: true,
            ui_scale: 100.0,
            folder: None,
            libraries: Vec::new(),
            library: None,
            recent: Vec::new(),
            widths: BTreeMap::new(),
            shown: BTreeMap::new(),
            resumes: true,
            proposes: true,
            session: None,
            place: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::RealDisk;

    #[test]
    fn settings_are_read_as_they_are_printed() {
        let mut settings = Settings { person: "Zoë \"Z\"".to_owned(), theme: Theme::Dark, ..Settings::default() };
        settings.folder = Some(PathBuf::from("/news"));
        settings.libraries = vec![PathBuf::from("/news/march"), PathBuf::from("/news")];
        settings.library = Some(PathBuf::from("/news"));
        (settings.measure, settings.spacing, settings.paragraph_numbers) = (Measure::Wide, Spacing::Airy, false);
        settings.widths.insert("inspector".to_owned(), 312.5);
        settings.shown.insert("library".to_owned(), false);
        settings.resumes = false;
        settings.session = Some(Session {
            project: Some(PathBuf::from("/news/3.ron")),
            mode: "Review".to_owned(),
            selection: (12, 4),
            mark: Some("3g7".to_owned()),
            top: Some((2048, -3.5)),
        });
        settings.place =
            Some(WindowPlace { corner: Some((-1200, 40)), scale: 2.0, size: (1280.0, 760.5), is_maximized: true });
        (0..20).for_each(|n| settings.opened(Path::new(&format!("/news/{n}.ron"))));
        settings.opened(Path::new("/news/15.ron"));
        assert_eq!(settings.recent.len(), Settings::MOST_RECENT);
        assert_eq!(settings.recent[0], Path::new("/news/15.ron"));
        assert_eq!(Settings::parse(&settings.print()), (settings.clone(), Vec::new()));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        assert_eq!(Settings::load(&path), (Settings::default(), Vec::new()));
        settings.save(&RealDisk, &path).unwrap();
        settings.save(&RealDisk, &path).unwrap();
        assert_eq!(Settings::load(&path), (settings, Vec::new()));
    }

    #[test]
    fn a_bad_setting_is_told_and_the_others_are_kept() {
        let (settings, warnings) = Settings::parse(
            "(person: \"Ines\", theme: Purple, reading_size: 99, ui_scale: \"big\", colour: (1, [2]), recent: [\"/a\"])",
        );
        assert_eq!(
            settings,
            Settings { person: "Ines".to_owned(), recent: vec![PathBuf::from("/a")], ..Settings::default() }
        );
        assert_eq!(warnings.len(), 4, "{warnings:?}");
        assert_eq!(warnings[1], "The setting “reading_size” is 99 and must be from 14 to 28; the usual one is used");
    }

    #[test]
    fn settings_of_a_version_that_knew_less_are_read_without_a_word() {
        let (settings, warnings) = Settings::parse("(person: \"Ines\", face: Sans, reading_size: 21.0)");
        assert_eq!(
            (settings.measure, settings.spacing, settings.paragraph_numbers),
            (Measure::Usual, Spacing::Usual, true)
        );
        assert!(warnings.is_empty(), "{warnings:?}");
    }

    #[test]
    fn a_session_of_another_version_is_read_as_far_as_it_is_known() {
        let (settings, warnings) =
            Settings::parse("(session: Some((project: Some(\"/a.ron\"), zoom: 3)), place: None)");
        assert_eq!(settings.session.unwrap().project, Some(PathBuf::from("/a.ron")));
        assert!(warnings.is_empty(), "{warnings:?}");
    }

    #[test]
    fn a_window_of_a_size_that_no_screen_has_is_told_and_not_taken() {
        for size in ["(inf, 700.0)", "(NaN, 700.0)", "(0.0, 700.0)", "(1e9, 700.0)"] {
            let (settings, warnings) = Settings::parse(&format!("(place: Some((size: {size})), theme: Dark)"));
            assert_eq!((settings.place, settings.theme), (None, Theme::Dark), "{size}");
            assert_eq!(warnings.len(), 1, "{size}: {warnings:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_session_of_a_path_that_is_no_text_prints() {
        use std::os::unix::ffi::OsStrExt;
        let path = PathBuf::from(std::ffi::OsStr::from_bytes(b"/news/M\xe4rz.ron"));
        let session = Session { project: Some(path), ..Session::default() };
        let settings = Settings { session: Some(session), ..Settings::default() };
        assert!(Settings::parse(&settings.print()).1.is_empty());
    }

    #[test]
    fn what_stands_before_a_broken_place_is_kept() {
        let (settings, warnings) = Settings::parse("(person: \"Ines\", theme: Dark, folder: Some(\"/ne");
        assert_eq!((settings.person.as_str(), settings.theme), ("Ines", Theme::Dark));
        assert_eq!(warnings.len(), 1, "{warnings:?}");
    }

    proptest! {
        #[test]
        fn any_text_gives_settings(text in "\\PC{0,60}", cut in 0usize..300) {
            Settings::parse(&text);
            let printed = Settings::default().print();
            Settings::parse(&printed[..printed.floor_char_boundary(cut)]);
        }
    }
}
