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
pub use figure::Figure;
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

/// The fields that records of several categories have.
#[derive(Clone, Debug, Default)]
struct Shared {
    figure: Figure,
    when: When,
    scope: Scope,
    attribution: Attribution,
    /// Where it happened, or where people left.
    place: Place,
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
        if category == self.category() {
            return self.clone();
        }
        let Shared { figure, when, scope, attribution, place } = self.shared();
        match category {
            Category::Casualties => {
                Details::Casualties(Casualties { figure, when, scope, attribution, place, ..Default::default() })
            }
            Category::Displacement => Details::Displacement(Displacement {
                figure,
                when,
                scope,
                attribution,
                from: place,
                ..Default::default()
            }),
            Category::Quotes => Details::Quotes(Quotes { attribution, ..Default::default() }),
            Category::Claims => Details::Claims(Claims { attribution, ..Default::default() }),
        }
    }

    fn shared(&self) -> Shared {
        let shared = Shared { attribution: self.attribution().clone(), ..Shared::default() };
        match self.clone() {
            Details::Casualties(Casualties { figure, when, scope, place, .. })
            | Details::Displacement(Displacement { figure, when, scope, from: place, .. }) => {
                Shared { figure, when, scope, place, ..shared }
            }
            Details::Quotes(_) | Details::Claims(_) => shared,
        }
    }
}

/// The day that `written` is, as 2026-03-14; `None` for what is no day of the calendar.
pub fn day(written: &str) -> Option<jiff::civil::Date> {
    written.parse::<jiff::civil::Date>().ok().filter(|day| day.to_string() == written)
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
}
