//! Fields of a record that are stated together, and are proposed and taken together.

use crate::model::{AttributionPart, FieldPath, FigurePart, PlacePart, WhenPart};

/// The field that stands for all that are stated by the same words: the words of a time for the day that they mean, the
/// source for its cue.
pub fn leader(path: FieldPath) -> FieldPath {
    match path {
        FieldPath::Figure(_) => FieldPath::Figure(FigurePart::Text),
        FieldPath::GroupFigure(item, _) => FieldPath::GroupFigure(item, FigurePart::Text),
        FieldPath::When(_) => FieldPath::When(WhenPart::Text),
        FieldPath::Where(_) => FieldPath::Where(PlacePart::Text),
        FieldPath::From(_) => FieldPath::From(PlacePart::Text),
        FieldPath::To(_) => FieldPath::To(PlacePart::Text),
        FieldPath::Responsibility => FieldPath::Responsible,
        FieldPath::ScopeOf | FieldPath::ScopeBy => FieldPath::Scope,
        FieldPath::Attribution(AttributionPart::Words | AttributionPart::Cue) => {
            FieldPath::Attribution(AttributionPart::Source)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Category;

    #[test]
    fn a_leader_leads_itself() {
        for category in Category::ALL {
            for path in FieldPath::of(category) {
                assert_eq!(leader(leader(path)), leader(path), "{path}");
            }
        }
    }
}
