//! How far several people agree about a project: the coefficients of the crate `newsmark-agreement`, over marks.
//!
//! | what | coefficient |
//! |---|---|
//! | whether the same marks are there | precision, recall and F1 of spans, see [`Scores`] |
//! | whether the text is divided alike | Krippendorff's ᵤα over code points, see [`Agreement::alpha_u`] |
//! | whether each word is marked alike | Cohen's or Fleiss' κ, see [`Kappa`] |
//! | whether the records say the same | shares of paired marks and nominal α, see [`FieldAgreement`] |

mod fields;
mod kappa_of_words;
mod labels;
mod marked;
mod scores;
mod words;

pub use fields::{FieldAgreement, FieldOf};
pub use kappa_of_words::{Kappa, KappaKind, Stretch, disputed};
pub use labels::Labels;
pub use newsmark_agreement::{Coefficient, Measured, Scores, Undefined};
pub use scores::SpanScores;

use newsmark_agreement::{Unit, alpha_u};

use super::Comparison;
use crate::join::join;
use crate::model::{Category, Span, Text};
use fields::Fields;
use marked::Marked;

/// How far the sides of a comparison agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Over marks.
    pub spans: SpanScores,
    /// Over marks of each category.
    pub by_category: Vec<(Category, SpanScores)>,
    /// Krippendorff's unitizing alpha, a unit's value being the set of categories that are marked there.
    pub alpha_u: Measured,
    /// The same of each category alone: everything else is a gap.
    pub alpha_u_by_category: Vec<(Category, Measured)>,
    /// Over words.
    pub kappa: Kappa,
    /// Over the fields of paired marks.
    pub fields: Vec<FieldAgreement>,
}

impl Comparison {
    /// How far the sides agree.
    pub fn agreement(&self) -> Agreement {
        Agreement::of(self)
    }
}

impl Agreement {
    /// Measures how far the sides agree.
    ///
    /// The rows are gone through once, as reading a record the first time is what takes time, while another thread
    /// finds the words.
    fn of(comparison: &Comparison) -> Agreement {
        let text = comparison.text();
        let ((counted, alphas, units), words) = join(
            || words::words(text),
            || {
                let counted = Counted::of(comparison);
                let alphas = counted.alphas(text);
                let units: Vec<Vec<Unit<Labels>>> = counted.marked.iter().map(|marked| marked.units(None)).collect();
                (counted, alphas, units)
            },
        );
        let (spans, by_category) = counted.scores.scores(comparison.sides().len());
        let (alpha_u, alpha_u_by_category) = alphas;
        Agreement {
            spans,
            by_category,
            alpha_u,
            alpha_u_by_category,
            kappa: kappa_of_words::kappa(&words, &units),
            fields: counted.fields.agreement(),
        }
    }
}

/// What the coefficients ask for of the rows.
struct Counted {
    marked: Vec<Marked>,
    scores: scores::Tally,
    fields: Fields,
}

impl Counted {
    fn of(comparison: &Comparison) -> Counted {
        let mut spans: Vec<Vec<(Category, Span)>> =
            comparison.sides().iter().map(|side| Vec::with_capacity(side.project.annotations().len())).collect();
        let (mut scores, mut fields) = (scores::Tally::default(), Fields::new());
        for row in comparison.rows() {
            for (side, mark) in row.present() {
                spans[side].extend(mark.spans.iter().map(|span| (mark.category(), span)));
            }
            scores.add(row);
            fields.add(row);
        }
        Counted { marked: spans.into_iter().map(Marked::of).collect(), scores, fields }
    }

    /// Unitizing alpha of all categories, then of each.
    fn alphas(&self, text: &Text) -> (Measured, Vec<(Category, Measured)>) {
        let in_points: Vec<Marked> = self.marked.iter().map(|marked| marked.in_code_points(text)).collect();
        let length = text.chars().count();
        let alpha = |only| alpha_u(&in_points.iter().map(|marked| marked.units(only)).collect::<Vec<_>>(), length);
        (alpha(None), Category::ALL.map(|category| (category, alpha(Some(category)))).to_vec())
    }
}
