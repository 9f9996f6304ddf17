use crate::app::text::isolated;
use crate::model::Figure;

/// What a figure reads as, with its words set apart where they run from the right.
pub fn reading_of(figure: &Figure) -> String {
    let words = figure.text.as_ref().map_or("", |text| text.value.as_str());
    isolated(&figure.reading(), words).into_owned()
}
