//! What a mark says: one record a category.

mod attribution;
mod casualties;
mod claims;
mod displacement;
mod figure;
mod household_size;
mod place;
mod quotes;
mod reading;
mod scope;
mod when;

pub use attribution::Attribution;
pub use casualties::{Casualties, Group, NamedVictim};
pub use claims::{Claims, Evidence, Link};
pub use displacement::Displacement;
pub use figure::{Denominator, Figure};
pub use household_size::{HouseholdSize, NotASize};
pub use place::Place;
pub use quotes::Quotes;
pub use scope::Scope;
pub use when::When;

use super::Category;

/// What a mark says: one record, of the mark's category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Details {
    /// See [`Casualties`].
    Casualties(Casualties),
    /// See [`Displacement`].
    Displacement(Displacement),
    /// See [`Quotes`].
    Quotes(Quotes),
    /// See [`Claims`].
    Claims(Claims),
}

impl Details {
    /// The category that the record belongs to.
    pub fn category(&self) -> Category {
        match self {
            Details::Casualties(_) => Category::Casualties,
            Details::Displacement(_) => Category::Displacement,
            Details::Quotes(_) => Category::Quotes,
            Details::Claims(_) => Category::Claims,
        }
    }

    /// The figure of a record that counts something.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Details::Casualties(record) => Some(&record.figure),
            Details::Displacement(record) => Some(&record.figure),
            Details::Quotes(_) | Details::Claims(_) => None,
        }
    }

    /// The scope of a record that counts something.
    pub fn scope(&self) -> Option<Scope> {
        match self {
            Details::Casualties(record) => Some(record.scope),
            Details::Displacement(record) => Some(record.scope),
            Details::Quotes(_) | Details::Claims(_) => None,
        }
    }

    /// When what a record counts happened.
    pub fn when(&self) -> Option<&When> {
        match self {
            Details::Casualties(record) => Some(&record.when),
            Details::Displacement(record) => Some(&record.when),
            Details::Quotes(_) | Details::Claims(_) => None,
        }
    }

    /// By whose account the record is.
    pub fn attribution(&self) -> &Attribution {
        match self {
            Details::Casualties(record) => &record.attribution,
            Details::Displacement(record) => &record.attribution,
            Details::Quotes(record) => &record.attribution,
            Details::Claims(record) => &record.attribution,
        }
    }

    /// By whose account the record is, to be changed.
    pub fn attribution_mut(&mut self) -> &mut Attribution {
        match self {
            Details::Casualties(record) => &mut record.attribution,
            Details::Displacement(record) => &mut record.attribution,
            Details::Quotes(record) => &mut record.attribution,
            Details::Claims(record) => &mut record.attribution,
        }
    }

    /// The record as one of `category`: fields that both have are kept, all others are unknown.
    pub fn changed_to(&self, category: Category) -> Details {
        self.changed_among(category, &[])
    }

    /// The record as one of `category`, with what records of other categories cannot hold taken from `earlier`:
    /// the records that the mark had in other categories, the latest last, one a category. A field that several of
    /// them have is as the latest says, and as this record says where it has it.
    pub fn changed_among(&self, category: Category, earlier: &[Details]) -> Details {
        if category == self.category() {
            return self.clone();
        }
        let at = earlier.iter().position(|details| details.category() == category);
        let mut details = at.map_or_else(|| category.unknown(), |at| earlier[at].clone());
        let later = &earlier[at.map_or(0, |at| at + 1)..];
        // The earliest first: what was said last stands.
        later.iter().chain([self]).for_each(|from| details.take_shared(from));
        details
    }

    /// Takes over the fields that `from` has too.
    fn take_shared(&mut self, from: &Details) {
        self.attribution_mut().clone_from(from.attribution());
        if let (Some(own), Some((figure, when, scope, place))) = (self.counted_mut(), from.counted()) {
            own.0.clone_from(figure);
            own.1.clone_from(when);
            *own.2 = scope;
            own.3.clone_from(place);
        }
    }

    /// What a record that counts something says of it: how many, when, in what scope, and where it happened or where
    /// people left.
    fn counted(&self) -> Option<(&Figure, &When, Scope, &Place)> {
        match self {
            Details::Casualties(record) => Some((&record.figure, &record.when, record.scope, &record.place)),
            Details::Displacement(record) => Some((&record.figure, &record.when, record.scope, &record.from)),
            Details::Quotes(_) | Details::Claims(_) => None,
        }
    }

    fn counted_mut(&mut self) -> Option<(&mut Figure, &mut When, &mut Scope, &mut Place)> {
        match self {
            Details::Casualties(Casualties { figure, when, scope, place, .. })
            | Details::Displacement(Displacement { figure, when, scope, from: place, .. }) => {
                Some((figure, when, scope, place))
            }
            Details::Quotes(_) | Details::Claims(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Anchored, Harm, QuoteKind, Victims};

    #[test]
    fn a_changed_category_keeps_the_fields_that_both_have() {
        let place = Place::worded(Anchored::typed("Karsa"));
        let killed = Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: Figure::worded(Anchored::typed("at least 12")),
            victims: Victims::Civilian,
            place: place.clone(),
            ..Default::default()
        });
        let displaced = killed.changed_to(Category::Displacement);
        assert_eq!(displaced.figure(), killed.figure());
        let Details::Displacement(record) = displaced else { panic!("not a displacement") };
        assert_eq!(record.from, place);
        assert_eq!(killed.changed_to(Category::Casualties), killed);

        let attribution = Attribution { words: Some(Anchored::typed("Dala Imren")), ..Default::default() };
        let quote = Quotes { kind: QuoteKind::Direct, attribution: attribution.clone(), ..Default::default() };
        let claim = Details::Quotes(quote).changed_to(Category::Claims);
        assert_eq!(claim, Details::Claims(Claims { attribution, ..Default::default() }));
    }

    #[test]
    fn what_another_category_could_not_hold_comes_back_and_shared_fields_are_as_said_last() {
        let figure = |words| Figure::worded(Anchored::typed(words));
        let killed =
            Details::Casualties(Casualties { harm: Harm::Killed, figure: figure("at least 12"), ..Default::default() });
        let left = Details::Displacement(Displacement { figure: figure("13"), ..Default::default() });
        let quote = Details::Quotes(Quotes { kind: QuoteKind::Direct, ..Default::default() });
        let Details::Casualties(back) = quote.changed_among(Category::Casualties, &[killed.clone(), left.clone()])
        else {
            panic!("not casualties")
        };
        assert_eq!((back.harm, back.figure), (Harm::Killed, figure("13")));
        // Through a quote the figure is not lost either.
        assert_eq!(quote.changed_among(Category::Displacement, &[killed]).figure(), Some(&figure("at least 12")));
        assert_eq!(quote.changed_among(Category::Displacement, &[]).figure(), Some(&Figure::default()));
    }
}
