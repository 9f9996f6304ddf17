use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// The page's style: the colours of the program's themes, then the rules. The theme files belong to `newsmark-ui`, so
/// that a colour is chosen in one place for the window and the page.
///
/// Print is always light; a reader who asks their system for more contrast gets it.
pub(super) static STYLE: LazyLock<String> = LazyLock::new(|| {
    let light = variables(include_str!("../../../newsmark-ui/assets/themes/light.ron"));
    let dark = variables(include_str!("../../../newsmark-ui/assets/themes/dark.ron"));
    let contrast = variables(include_str!("../../../newsmark-ui/assets/themes/high-contrast.ron"));
    let contrast_dark = variables(include_str!("../../../newsmark-ui/assets/themes/high-contrast-dark.ron"));
    format!(
        ":root {{ color-scheme: light; {light} }}\n\
         @media (prefers-contrast: more) {{ :root {{ {contrast} }} }}\n\
         @media screen and (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {dark} }} }}\n\
         @media screen and (prefers-color-scheme: dark) and (prefers-contrast: more) {{ :root {{ {contrast_dark} }} }}\n{}",
        include_str!("report.css")
    )
});

/// What the page may do: show itself with this very style and nothing else (CSP level 3).
pub(super) static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = base64(&Sha256::digest(STYLE.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
});

/// The colours of a theme file as custom properties, those of a category with its name before:
/// `--page: #FDFCF9; --casualties-band: #FCE6D8;`.
fn variables(theme: &str) -> String {
    let mut variables = String::new();
    let mut category = "";
    for line in theme.lines() {
        for piece in line.split(['(', ',']) {
            let Some((name, value)) = piece.trim().split_once(':') else { continue };
            let (name, value) = (name.trim(), value.trim().trim_end_matches(')'));
            match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
                Some(colour) if category.is_empty() => variables.push_str(&format!("--{name}: {colour}; ")),
                Some(colour) => variables.push_str(&format!("--{category}-{name}: {colour}; ")),
                None if value.is_empty() && name != "categories" => category = name,
                None => {}
            }
        }
    }
    variables.trim_end().to_owned()
}

/// In base 64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = ALPHABET[(bits >> (18 - 6 * place)) as usize & 63];
            written.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex::Regex;

    #[test]
    fn every_colour_that_a_rule_uses_stands_in_every_theme_and_no_rule_names_one_itself() {
        let rules = include_str!("report.css");
        let used = Regex::new(r"var\(--([a-z0-9_-]+)\)").unwrap();
        let own = Regex::new(r"[ ;{]--([a-z0-9_-]+):").unwrap();
        let own: Vec<_> = own.captures_iter(rules).map(|found| found[1].to_owned()).collect();
        for theme in ["light", "dark", "high-contrast", "high-contrast-dark"] {
            let file = format!("{}/../newsmark-ui/assets/themes/{theme}.ron", env!("CARGO_MANIFEST_DIR"));
            let defined = variables(&std::fs::read_to_string(file).unwrap());
            assert!(defined.contains("--claims-line: #"), "{defined}");
            for name in used.captures_iter(rules).map(|found| found[1].to_owned()) {
                let is_there = own.contains(&name) || defined.contains(&format!("--{name}: #"));
                assert!(is_there, "{name} is not in {theme}");
            }
        }
        assert!(!Regex::new("#[0-9A-Fa-f]{3,8}[; ]|rgba?\\(|hsla?\\(").unwrap().is_match(rules));
        assert!(!rules.contains("url(") && !rules.contains("@import") && !rules.contains('<'));
    }

    #[test]
    fn base_64_is_as_the_standard_has_it() {
        let written = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|bytes| base64(bytes.as_bytes()));
        assert_eq!(written, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }
}
