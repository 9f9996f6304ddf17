//! Every key of every command, pressed as a person presses it on the keyboards of the world.

use eframe::egui::Key;

use super::Keymap;
use super::pressed::meant;
use crate::app::command::{Command, Mode};

/// A keyboard layout: what its keys type, row by row as on an American keyboard, plain and with Shift. A dot is a dead
/// key, or one whose sign changes the letter before it.
struct Layout {
    name: &'static str,
    plain: &'static str,
    shifted: &'static str,
}

/// The keys of an American keyboard, in the order of the layouts' rows.
const PLACES: &str = "1234567890-= qwertyuiop[] asdfghjkl;' zxcvbnm,./";

#[rustfmt::skip]
const LAYOUTS: [Layout; 18] = [
    Layout { name: "American", plain: "1234567890-= qwertyuiop[] asdfghjkl;' zxcvbnm,./", shifted: "!@#$%^&*()_+ QWERTYUIOP{} ASDFGHJKL:\" ZXCVBNM<>?" },
    Layout { name: "French", plain: "&é\"'(-è_çà)= azertyuiop·$ qsdfghjklmù wxcvbn,;:!", shifted: "1234567890°+ AZERTYUIOP·£ QSDFGHJKLM% WXCVBN?./§" },
    Layout { name: "Belgian", plain: "&é\"'(§è!çà)- azertyuiop·$ qsdfghjklmù wxcvbn,;:=", shifted: "1234567890°_ AZERTYUIOP·* QSDFGHJKLM% WXCVBN?./+" },
    Layout { name: "German", plain: "1234567890ß· qwertzuiopü+ asdfghjklöä yxcvbnm,.-", shifted: "!\"§$%&/()=?· QWERTZUIOPÜ* ASDFGHJKLÖÄ YXCVBNM;:_" },
    Layout { name: "Czech", plain: "+ěščřžýáíé=· qwertzuiopú) asdfghjklů§ yxcvbnm,.-", shifted: "1234567890%· QWERTZUIOP/( ASDFGHJKL\"! YXCVBNM?:_" },
    Layout { name: "Slovak", plain: "+ľščťžýáíé=· qwertzuiopúä asdfghjklô§ yxcvbnm,.-", shifted: "1234567890%· QWERTZUIOP/( ASDFGHJKL\"! YXCVBNM?:_" },
    Layout { name: "Turkish", plain: "1234567890*- qwertyuıopğü asdfghjklşi zxcvbnmöç.", shifted: "!'^+%&/()=?_ QWERTYUIOPĞÜ ASDFGHJKLŞİ ZXCVBNMÖÇ:" },
    Layout { name: "Dvorak", plain: "1234567890[] ',.pyfgcrl/= aoeuidhtns- ;qjkxbmwvz", shifted: "!@#$%^&*(){} \"<>PYFGCRL?+ AOEUIDHTNS_ :QJKXBMWVZ" },
    Layout { name: "Colemak", plain: "1234567890-= qwfpgjluy;[] arstdhneio' zxcvbkm,./", shifted: "!@#$%^&*()_+ QWFPGJLUY:{} ARSTDHNEIO\" ZXCVBKM<>?" },
    Layout { name: "Bépo", plain: "\"«»()@+-/*=% bépoè·vdljzw auie,ctsrnm àyx.k'qghf", shifted: "1234567890°` BÉPOÈ!VDLJZW AUIE;CTSRNM ÀYX:K?QGHF" },
    Layout { name: "Thai", plain: "ๅ/-ภถ··คตจขช ๆไำพะ··รนยบล ฟหกดเ··าสวง ผปแอ··ทมใฝ", shifted: "+๑๒๓๔·฿๕๖๗๘๙ ๐\"ฎฑธ··ณฯญฐ, ฤฆฏโฌ··ษศซ. ()ฉฮ··?ฒฬฦ" },
    Layout { name: "Hebrew", plain: "1234567890-= /'קראטוןםפ][ שדגכעיחלךף, זסבהנמצתץ.", shifted: "!@#$%^&*)(_+ QWERTYUIOP}{ ASDFGHJKL:\" ZXCVBNM><?" },
    Layout { name: "Greek", plain: "1234567890-= ;ςερτυθιοπ[] ασδφγηξκλ·' ζχψωβνμ,./", shifted: "!@#$%^&*()_+ :ΣΕΡΤΥΘΙΟΠ{} ΑΣΔΦΓΗΞΚΛ·\" ΖΧΨΩΒΝΜ<>?" },
    Layout { name: "Arabic", plain: "1234567890-= ضصثقفغعهخحجد شسيبلاتنمكط ئءؤرﻻىةوزظ", shifted: "!@#$%^&*)(_+ ····ﻹإ`÷×؛<> ··][ﻷأـ،/:\" ~·}{ﻵآ',.؟" },
    Layout { name: "Persian", plain: "۱۲۳۴۵۶۷۸۹۰-= ضصثقفغعهخحجچ شسیبلاتنمکگ ظطزرذدپو./", shifted: "!٬٫﷼٪×،*)(ـ+ ········][}{ ؤئيإأآة»«:؛ ك·ژ···ء><؟" },
    Layout { name: "Russian", plain: "1234567890-= йцукенгшщзхъ фывапролджэ ячсмитьбю.", shifted: "!\"№;%:?*()_+ ЙЦУКЕНГШЩЗХЪ ФЫВАПРОЛДЖЭ ЯЧСМИТЬБЮ," },
    Layout { name: "Ukrainian", plain: "1234567890-= йцукенгшщзхї фівапролджє ячсмитьбю.", shifted: "!\"№;%:?*()_+ ЙЦУКЕНГШЩЗХЇ ФІВАПРОЛДЖЄ ЯЧСМИТЬБЮ," },
    Layout { name: "Bulgarian", plain: "1234567890-. ,уеишщксдзц; ьяаожгтнвмч юйъэфхпрлб", shifted: "!?+\"%=:/–№$€ ыУЕИШЩКСДЗЦ§ ѝЯАОЖГТНВМЧ ЮЙЪЭФХПРЛБ" },
];

impl Layout {
    /// What the key in a place types, where egui has a name for it, else the place itself: what winit and egui tell.
    fn told(&self, place: usize, shift: bool) -> (Key, Key) {
        let own = key(PLACES, place).expect("every place is a key");
        (key(if shift { self.shifted } else { self.plain }, place).unwrap_or(own), own)
    }

    /// The places at which a person looks for a key: where the layout types it, else where an American keyboard does.
    fn places(&self, wanted: Key) -> Vec<usize> {
        let n_places = PLACES.chars().count();
        let is_letter_or_digit = (Key::Num0..=Key::Z).contains(&wanted);
        // A sign in the place of a digit, or of a letter that the layout lacks, is looked for elsewhere: those come first.
        let is_taken = |place: usize| {
            PLACES
                .chars()
                .nth(place)
                .is_some_and(|own| own.is_ascii_digit() || (own.is_ascii_lowercase() && !self.plain.contains(own)))
        };
        let typed = (0..n_places)
            .filter(|place| key(self.plain, *place) == Some(wanted) && (is_letter_or_digit || !is_taken(*place)));
        let typed: Vec<usize> = typed.collect();
        let american = (0..n_places).find(|place| key(PLACES, *place) == Some(wanted));
        let is_free = |place: &usize| is_letter_or_digit || key(self.plain, *place).is_none();
        if typed.is_empty() { american.filter(is_free).into_iter().collect() } else { typed }
    }
}

fn key(row: &str, place: usize) -> Option<Key> {
    row.chars().nth(place).and_then(|typed| Key::from_name(&typed.to_string())).filter(|key| *key != Key::Space)
}

#[test]
fn every_key_of_every_command_works_on_every_keyboard() {
    let keymap = Keymap::usual();
    let mut n_pressed = 0;
    for layout in &LAYOUTS {
        assert_eq!(layout.plain.chars().count(), PLACES.chars().count(), "{}", layout.name);
        assert_eq!(layout.shifted.chars().count(), PLACES.chars().count(), "{}", layout.name);
        for mode in [Mode::Annotate, Mode::Review, Mode::Compare, Mode::Library] {
            for keys in
                Command::LISTED.iter().flat_map(|command| command.info().keys()).filter(|keys| keys.scope.is_in(mode))
            {
                let wanted = keymap.asked(keys.key, keys.modifiers, mode, true);
                for place in layout.places(keys.key) {
                    let (told, own) = layout.told(place, keys.modifiers.shift);
                    let got = meant(&keymap, told, Some(own), keys.modifiers, mode, true);
                    let pressed = super::cap(keys);
                    assert_eq!(got, wanted, "{}: {pressed} in {mode:?}, told as {told:?} at {own:?}", layout.name);
                    n_pressed += 1;
                }
            }
        }
    }
    assert!(n_pressed > 3_000, "{n_pressed}");
}

#[test]
fn the_settings_have_a_key_on_every_keyboard() {
    for layout in &LAYOUTS {
        assert!(!layout.places(Key::Comma).is_empty(), "{}", layout.name);
    }
}

#[test]
fn a_letter_that_a_keyboard_has_is_not_taken_by_its_place() {
    let keymap = Keymap::usual();
    let ctrl = eframe::egui::Modifiers::COMMAND;
    for layout in &LAYOUTS {
        for (place, own) in PLACES.chars().enumerate().filter(|(_, own)| own.is_ascii_lowercase()) {
            let (told, place) = layout.told(place, false);
            if layout.plain.contains(own) && told != place {
                let got = meant(&keymap, told, Some(place), ctrl, Mode::Annotate, true);
                assert_eq!(got, keymap.asked(told, ctrl, Mode::Annotate, true), "{}: {told:?} at {own}", layout.name);
            }
        }
    }
}
