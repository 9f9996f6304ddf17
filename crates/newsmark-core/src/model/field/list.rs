use super::{EvidencePart, FieldPath, FigurePart, GroupPart, LinkPart, NamedVictimPart};
use crate::model::{Category, Details, Evidence, Group, ItemId, Link, NamedVictim};

/// A list in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordList {
    /// Casualties: some of the people.
    Groups,
    /// Casualties: those whose names stand in the article.
    NamedVictims,
    /// Claims: what speaks for or against.
    Evidence,
    /// Claims: how it stands to other marks.
    Links,
}

/// An item of a record's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// See [`Group`].
    Group(Group),
    /// See [`NamedVictim`].
    NamedVictim(NamedVictim),
    /// See [`Evidence`].
    Evidence(Evidence),
    /// See [`Link`].
    Link(Link),
}

impl RecordList {
    /// The lists of a category's record, in the order of its form.
    pub fn of(category: Category) -> &'static [RecordList] {
        match category {
            Category::Casualties => &[RecordList::Groups, RecordList::NamedVictims],
            Category::Displacement | Category::Quotes => &[],
            Category::Claims => &[RecordList::Evidence, RecordList::Links],
        }
    }

    /// How paths and JSON write it.
    pub fn name(self) -> &'static str {
        match self {
            RecordList::Groups => "groups",
            RecordList::NamedVictims => "named_victims",
            RecordList::Evidence => "evidence",
            RecordList::Links => "links",
        }
    }

    /// Its heading in a form.
    pub fn label(self) -> &'static str {
        match self {
            RecordList::Groups => "Groups",
            RecordList::NamedVictims => "Named victims",
            RecordList::Evidence => "Evidence",
            RecordList::Links => "Links",
        }
    }

    /// One item, within a sentence: "add group".
    pub fn noun(self) -> &'static str {
        match self {
            RecordList::Groups => "group",
            RecordList::NamedVictims => "named victim",
            RecordList::Evidence => "evidence",
            RecordList::Links => "link",
        }
    }

    /// An item of which nothing is known.
    pub fn unknown(self, id: ItemId) -> Item {
        match self {
            RecordList::Groups => Item::Group(Group::new(id)),
            RecordList::NamedVictims => Item::NamedVictim(NamedVictim::new(id)),
            RecordList::Evidence => Item::Evidence(Evidence::new(id)),
            RecordList::Links => Item::Link(Link::new(id)),
        }
    }

    /// The fields of one of its items, in the order of a form.
    pub fn fields(self, id: ItemId) -> Vec<FieldPath> {
        match self {
            RecordList::Groups => {
                let own = GroupPart::ALL.iter().map(|&part| FieldPath::Group(id, part));
                own.chain(FigurePart::ALL.iter().map(|&part| FieldPath::GroupFigure(id, part))).collect()
            }
            RecordList::NamedVictims => {
                NamedVictimPart::ALL.iter().map(|&part| FieldPath::NamedVictim(id, part)).collect()
            }
            RecordList::Evidence => EvidencePart::ALL.iter().map(|&part| FieldPath::Evidence(id, part)).collect(),
            RecordList::Links => LinkPart::ALL.iter().map(|&part| FieldPath::Link(id, part)).collect(),
        }
    }
}

impl Item {
    /// The same with another id.
    pub fn with_id(self, id: ItemId) -> Item {
        match self {
            Item::Group(group) => Item::Group(Group { id, ..group }),
            Item::NamedVictim(victim) => Item::NamedVictim(NamedVictim { id, ..victim }),
            Item::Evidence(evidence) => Item::Evidence(Evidence { id, ..evidence }),
            Item::Link(link) => Item::Link(Link { id, ..link }),
        }
    }
}

impl Details {
    /// The ids of a list's items, in its order; none where the record has no such list.
    pub fn items(&self, list: RecordList) -> Vec<ItemId> {
        match (self, list) {
            (Details::Casualties(record), RecordList::Groups) => record.groups.iter().map(|item| item.id).collect(),
            (Details::Casualties(record), RecordList::NamedVictims) => {
                record.named_victims.iter().map(|item| item.id).collect()
            }
            (Details::Claims(record), RecordList::Evidence) => record.evidence.iter().map(|item| item.id).collect(),
            (Details::Claims(record), RecordList::Links) => record.links.iter().map(|item| item.id).collect(),
            _ => Vec::new(),
        }
    }

    /// The item of that id; `None` where it is not in that list.
    pub fn item(&self, list: RecordList, id: ItemId) -> Option<Item> {
        match (self, list) {
            (Details::Casualties(record), RecordList::Groups) => {
                record.groups.iter().find(|item| item.id == id).cloned().map(Item::Group)
            }
            (Details::Casualties(record), RecordList::NamedVictims) => {
                record.named_victims.iter().find(|item| item.id == id).cloned().map(Item::NamedVictim)
            }
            (Details::Claims(record), RecordList::Evidence) => {
                record.evidence.iter().find(|item| item.id == id).cloned().map(Item::Evidence)
            }
            (Details::Claims(record), RecordList::Links) => {
                record.links.iter().find(|item| item.id == id).cloned().map(Item::Link)
            }
            _ => None,
        }
    }

    /// Puts an item at the end of its list. Answers whether the record has such a list.
    pub fn add_item(&mut self, item: Item) -> bool {
        match (self, item) {
            // At the end, so that lists of two people merge in the order in which they were made.
            (Details::Casualties(record), Item::Group(item)) => record.groups.push(item),
            (Details::Casualties(record), Item::NamedVictim(item)) => record.named_victims.push(item),
            (Details::Claims(record), Item::Evidence(item)) => record.evidence.push(item),
            (Details::Claims(record), Item::Link(item)) => record.links.push(item),
            _ => return false,
        }
        true
    }

    /// Takes the item of that id out of its list. Answers whether there was one.
    pub fn remove_item(&mut self, id: ItemId) -> bool {
        // Counted before and after, as several lists may hold the id and none says whether it did.
        let before = self.n_items();
        match self {
            Details::Casualties(record) => {
                // Item ids are unique in the record, so that the list need not be named.
                record.groups.retain(|item| item.id != id);
                record.named_victims.retain(|item| item.id != id);
            }
            Details::Claims(record) => {
                record.evidence.retain(|item| item.id != id);
                record.links.retain(|item| item.id != id);
            }
            Details::Displacement(_) | Details::Quotes(_) => {}
        }
        self.n_items() < before
    }

    /// Gives the items of all lists other ids: those of a copy are not those of what was copied.
    pub fn renew_items(&mut self, mut fresh: impl FnMut() -> ItemId) {
        match self {
            Details::Casualties(record) => {
                record.groups.iter_mut().for_each(|group| group.id = fresh());
                record.named_victims.iter_mut().for_each(|victim| victim.id = fresh());
            }
            Details::Claims(record) => {
                record.evidence.iter_mut().for_each(|evidence| evidence.id = fresh());
                record.links.iter_mut().for_each(|link| link.id = fresh());
            }
            Details::Displacement(_) | Details::Quotes(_) => {}
        }
    }

    fn n_items(&self) -> usize {
        RecordList::of(self.category()).iter().map(|list| self.items(*list).len()).sum()
    }
}
