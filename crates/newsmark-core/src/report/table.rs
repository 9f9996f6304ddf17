use super::html::Html;

/// A table with a head; `titles` that begin with `#` are of columns of numbers.
pub(super) fn table(html: &mut Html, caption: &str, titles: &[&str], rows: impl FnOnce(&mut Html)) {
    html.block("div", &[("class", "wide")], |html| {
        html.block("table", &[], |html| {
            html.line("caption", &[], caption);
            html.block("thead", &[], |html| {
                html.block("tr", &[], |html| {
                    for title in titles {
                        let (class, title) = title.strip_prefix('#').map_or(("", *title), |title| ("n", title));
                        html.words("th", &[("scope", "col"), ("class", class)], title);
                    }
                });
            });
            html.block("tbody", &[], rows);
        });
    });
}

/// A row: the element that heads it, then its cells.
pub(super) fn row(html: &mut Html, class: &str, head: impl FnOnce(&mut Html), cells: impl FnOnce(&mut Html)) {
    html.block("tr", &[("class", class)], |html| {
        html.inline("th", &[("scope", "row")], head);
        cells(html);
    });
}

/// A cell with a number, or with the word that stands for none.
pub(super) fn number(html: &mut Html, written: &str) {
    let is_number = written.starts_with(|c: char| c.is_ascii_digit());
    html.words("td", &[("class", if is_number { "n" } else { "n none" })], written);
}

/// A cell with anything.
pub(super) fn cell(html: &mut Html, inner: impl FnOnce(&mut Html)) {
    html.inline("td", &[], inner);
}
