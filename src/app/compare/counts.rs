use crate::model::{Category, FieldPath, Part};
use crate::review::Comparison;

/// Agreement in numbers of marks, each with what it is a part of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Marks that all have over the same words, of all.
    pub same_words: (usize, usize),
    /// Of those, marks of the same category.
    pub same_category: (usize, usize),
    /// Figures read alike, of those that all have.
    pub same_figure: (usize, usize),
    /// By category: marks that all have over the same words, those that only the first has so, those that only others have.
    pub by_category: [ByCategory; Category::ALL.len()],
}

/// The marks of one category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByCategory {
    /// All have them, over the same words and in the category.
    pub agreed: usize,
    /// The first has them, and not all others so.
    pub first: usize,
    /// Only others have them.
    pub others: usize,
}

impl ByCategory {
    /// All of them.
    pub fn all(self) -> usize {
        self.agreed + self.first + self.others
    }
}

impl Counts {
    /// Counts the marks of a comparison.
    pub fn of(comparison: &Comparison) -> Counts {
        let mut counts = Counts::default();
        for row in comparison.rows() {
            let Some(mark) = row.first() else { continue };
            let differs = |part: Part| row.parts.contains(&part);
            // Only among marks of the same words: where the words differ, another category is no other judgement
            // of the same thing.
            let same_words = row.is_everywhere() && !differs(Part::Boundary);
            let same_category = same_words && !differs(Part::Category);
            counts.same_words.1 += 1;
            counts.same_words.0 += usize::from(same_words);
            counts.same_category.1 += usize::from(same_words);
            counts.same_category.0 += usize::from(same_category);
            let by = &mut counts.by_category[mark.category() as usize];
            match (same_category, row.marks.first().is_some_and(Option::is_some)) {
                (true, _) => by.agreed += 1,
                (false, true) => by.first += 1,
                (false, false) => by.others += 1,
            }
            let has_figures = row.marks.iter().flatten().all(|mark| mark.details.figure().is_some());
            if row.is_everywhere() && !differs(Part::Category) && has_figures {
                let is_figure = |part: &Part| matches!(part, Part::Field(FieldPath::Figure(_)));
                counts.same_figure.1 += 1;
                counts.same_figure.0 += usize::from(!row.parts.iter().any(is_figure));
            }
        }
        counts
    }
}
