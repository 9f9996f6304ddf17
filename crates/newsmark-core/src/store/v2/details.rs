use serde::{Deserialize, Serialize};

use super::{Casualties, Claims, Displacement, Placing, Quotes};
use crate::model::{self, ItemId};
use crate::store::CodePoints;

/// The record of an annotation, named by its category.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub(in crate::store) enum Details<'a> {
    /// See [`model::Casualties`].
    Casualties(Casualties<'a>),
    /// See [`model::Displacement`].
    Displacement(Displacement<'a>),
    /// See [`model::Quotes`].
    Quotes(Quotes<'a>),
    /// See [`model::Claims`].
    Claims(Claims<'a>),
}

impl<'a> Details<'a> {
    /// The record with its offsets in code points.
    pub fn of(details: &'a model::Details, index: &CodePoints) -> Details<'a> {
        match details {
            model::Details::Casualties(record) => Details::Casualties(Casualties::of(record, index)),
            model::Details::Displacement(record) => Details::Displacement(Displacement::of(record, index)),
            model::Details::Quotes(record) => Details::Quotes(Quotes::of(record, index)),
            model::Details::Claims(record) => Details::Claims(Claims::of(record, index)),
        }
    }

    /// The record in the model; `placing` finds the words of each field.
    pub fn into_model(self, placing: Placing<'_, 'a>) -> model::Details {
        match self {
            Details::Casualties(record) => model::Details::Casualties(record.into_model(placing)),
            Details::Displacement(record) => model::Details::Displacement(record.into_model(placing)),
            Details::Quotes(record) => model::Details::Quotes(record.into_model(placing)),
            Details::Claims(record) => model::Details::Claims(record.into_model(placing)),
        }
    }

    /// Whether the record's lists have items.
    pub fn has_items(&self) -> bool {
        match self {
            Details::Casualties(record) => !record.groups.is_empty() || !record.named_victims.is_empty(),
            Details::Claims(record) => !record.evidence.is_empty() || !record.links.is_empty(),
            Details::Displacement(_) | Details::Quotes(_) => false,
        }
    }

    /// The ids of all items of the record's lists, in their order.
    pub fn item_ids(&mut self) -> Vec<&mut ItemId> {
        match self {
            Details::Casualties(record) => {
                let groups = record.groups.iter_mut().map(|group| &mut group.id.0);
                groups.chain(record.named_victims.iter_mut().map(|victim| &mut victim.id.0)).collect()
            }
            Details::Claims(record) => {
                let evidence = record.evidence.iter_mut().map(|evidence| &mut evidence.id.0);
                evidence.chain(record.links.iter_mut().map(|link| &mut link.id.0)).collect()
            }
            Details::Displacement(_) | Details::Quotes(_) => Vec::new(),
        }
    }
}
