//! `NOTICES` names all that Newsmark is built from, and nothing in it forbids what people do with Newsmark.
//!
//! `cargo test --test notices -- --ignored` writes the file anew from `cargo metadata`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than to be named, and CC0, by which a work is given up to the public.
const PERMISSIVE: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// The one that asks besides for the source of what is under it.
const MOZILLA: &str = "MPL-2.0";

const HEAD: &str = "\
Newsmark is under the MIT licence, see LICENSE. It is built from the works of others, which are named here with their
licences. Each crate’s own text of its licence stands in its package on crates.io and at the address beside it. Where a
licence is a choice, Newsmark takes the first of these that is offered: MIT, Apache-2.0, Unicode-3.0, Zlib, BSD, ISC.

";
const FONTS: &str = "\
SIL Open Font License 1.1
=========================

Typefaces that are part of the program. They may not be sold by themselves.

Source Serif 4, Source Sans 3: crates/newsmark-ui/assets/fonts/OFL-Source.txt, https://github.com/adobe-fonts
Noto Naskh Arabic, Noto Sans Arabic: crates/newsmark-ui/assets/fonts/OFL-Noto.txt, https://github.com/notofonts/arabic
Cantarell, in the crate sctk-adwaita: the same terms as in crates/newsmark-ui/assets/fonts/OFL-Noto.txt, https://cantarell.gnome.org

";
const MOZILLA_HEAD: &str = "\
Mozilla Public License 2.0
==========================

These crates are used as they are published. Their source is to be had under the terms of this licence, whose text is at
https://mozilla.org/MPL/2.0/, at the addresses beside them, and as https://crates.io/api/v1/crates/NAME/VERSION/download.

";
const OTHERS_HEAD: &str = "\
Other crates
============

Those that only the tests, the build or another system needs are among them.

";

/// A crate that Newsmark is built from.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    address: String,
}

/// The lines of crates in `NOTICES`: "regex 1.13.1 (MIT OR Apache-2.0) https://github.com/rust-lang/regex".
fn noticed() -> Vec<Crate> {
    let notices = fs::read_to_string("NOTICES").unwrap();
    let crates = notices.lines().filter_map(|line| {
        let (name, rest) = line.split_once(' ')?;
        let (version, rest) = rest.split_once(" (")?;
        let (licence, address) = rest.rsplit_once(") ")?;
        let is_version = version.starts_with(|first: char| first.is_ascii_digit());
        is_version.then(|| Crate {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: licence.to_owned(),
            address: address.to_owned(),
        })
    });
    crates.collect()
}

/// Name and version of the packages in `Cargo.lock` that come from elsewhere.
fn locked() -> BTreeSet<(String, String)> {
    let lock = fs::read_to_string("Cargo.lock").unwrap();
    let field = |package: &str, name: &str| {
        let value = package.lines().find_map(|line| line.strip_prefix(&format!("{name} = \"")));
        value.and_then(|value| value.strip_suffix('"')).map(ToOwned::to_owned)
    };
    let packages = lock.split("[[package]]").skip(1).filter(|package| package.contains("\nsource = "));
    packages.map(|package| (field(package, "name").unwrap(), field(package, "version").unwrap())).collect()
}

/// Whether a licence such as "(MIT OR Apache-2.0) AND Unicode-3.0" can be kept by naming it.
fn is_permissive(licence: &str) -> bool {
    licence.split(" AND ").all(|part| {
        let choices = part.trim_matches(['(', ')']).replace('/', " OR ");
        choices.split(" OR ").any(|choice| PERMISSIVE.contains(&choice.trim()))
    })
}

#[test]
fn each_dependency_has_its_line() {
    let noticed: BTreeSet<_> = noticed().into_iter().map(|one| (one.name, one.version)).collect();
    let locked = locked();
    assert!(locked.len() > 300, "the lock was read: {}", locked.len());
    let missing: Vec<_> = locked.difference(&noticed).collect();
    let needless: Vec<_> = noticed.difference(&locked).collect();
    let how = "cargo test --test notices -- --ignored writes NOTICES anew";
    assert!(missing.is_empty() && needless.is_empty(), "missing: {missing:?}, needless: {needless:?}; {how}");
}

#[test]
fn each_licence_is_one_that_may_be_used() {
    for one in noticed() {
        assert!(is_permissive(&one.licence) || one.licence == MOZILLA, "{one:?}");
        assert!(one.address.starts_with("https://"), "{one:?}");
    }
    for (licence, may) in [
        ("MIT", true),
        ("Apache-2.0 OR GPL-2.0-only", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("Unlicense/MIT", true),
        ("GPL-3.0-only", false),
        ("MIT AND LGPL-2.1-or-later", false),
    ] {
        assert_eq!(is_permissive(licence), may, "{licence}");
    }
}

#[test]
fn each_typeface_that_is_brought_along_is_named() {
    let notices = fs::read_to_string("NOTICES").unwrap();
    let spaced = |name: &str| name.replace("Source", "Source ").replace("Noto", "Noto ").replace("Arabic", " Arabic");
    for entry in fs::read_dir("crates/newsmark-ui/assets/fonts").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".txt") {
            assert!(notices.contains(&name), "{name}");
            continue;
        }
        let family = spaced(name.split('-').next().unwrap()).replace("Display", "").replace("SmText", "");
        let family = family.replace("Serif4", "Serif 4").replace("Sans3", "Sans 3");
        assert!(notices.contains(family.trim()), "{name}: {family}");
    }
    assert!(fs::read_to_string("README.md").unwrap().contains("`NOTICES`"));
}

#[test]
#[ignore = "it writes NOTICES, and may ask the registry"]
fn write_the_notices() {
    let output = Command::new(env!("CARGO")).args(["metadata", "--format-version", "1", "--locked"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |package: &Value, field: &str| package[field].as_str().map(ToOwned::to_owned);
    let mut crates: Vec<_> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|package| {
            package["source"].as_str()?;
            let (name, version) = (text(package, "name")?, text(package, "version")?);
            let address = text(package, "repository").map(|address| address.replace("http://", "https://"));
            let address = address.unwrap_or_else(|| format!("https://crates.io/crates/{name}"));
            let licence = text(package, "license").unwrap_or_else(|| "none".to_owned());
            Some(Crate { name, version, licence, address })
        })
        .collect();
    crates.sort();
    let (mozilla, others): (Vec<_>, Vec<_>) = crates.iter().partition(|one| one.licence == MOZILLA);
    let mut notices = HEAD.to_owned() + FONTS;
    for (head, crates) in [(MOZILLA_HEAD, mozilla), (OTHERS_HEAD, others)] {
        notices.push_str(head);
        for Crate { name, version, licence, address } in crates {
            writeln!(notices, "{name} {version} ({licence}) {address}").unwrap();
        }
        notices.push('\n');
    }
    fs::write("NOTICES", notices.trim_end().to_owned() + "\n").unwrap();
}
