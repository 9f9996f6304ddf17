//! The record of a count of people who were harmed.

use jiff::civil::Date;

use super::fields::{Fields, causes, certainty, figure, people, place, responsible, severity, time};
use super::lexicon::Meaning;
use super::proposal::Tier;
use super::rules::Governed;
use super::tagged::TaggedText;
use crate::model::{
    AttributionPart, Casualties, FieldPath, Figure, FigurePart, Group, GroupKind, GroupPart, Harm, ItemId, PlacePart,
    WhenPart,
};

/// The record of `count`, with the words of its fields. `parts` are the counts that are parts of it.
pub(super) fn casualties(
    tagged: &TaggedText<'_>,
    count: &Governed,
    parts: &[&Governed],
    published: Option<Date>,
) -> (Casualties, Fields) {
    let mut fields = Fields::default();
    let harm = match count.meaning {
        Meaning::Harm(harm) => harm,
        _ => Harm::Unspecified,
    };
    fields.note(tagged, FieldPath::Harm, Some(&count.governor), Tier::Likely);
    let mut record = Casualties { harm, figure: figure(tagged, count), ..Casualties::default() };
    let words = &tagged.mentions[count.mention].figure;
    fields.note(tagged, FieldPath::Figure(FigurePart::Text), Some(words), Tier::Likely);
    if harm == Harm::Injured
        && let Some(found) = severity(tagged, &count.governor)
    {
        record.severity = found.value;
        fields.note(tagged, FieldPath::Severity, Some(&found.at), found.tier);
    }
    who(tagged, count, parts, &mut record, &mut fields);
    if let Some(found) = causes(tagged, count).casualties {
        record.cause = found.value;
        fields.note(tagged, FieldPath::Cause, Some(&found.at), found.tier);
    }
    if let Some(found) = responsible(tagged, count) {
        fields.note(tagged, FieldPath::Responsible, Some(&found.who.at), found.who.tier);
        fields.note(tagged, FieldPath::Responsibility, Some(&found.who.at), found.who.tier);
        record.responsible = Some(found.who.value);
        record.responsibility = found.how;
    }
    if let Some((found, how)) = time(tagged, count, published) {
        fields.note_with(FieldPath::When(WhenPart::Text), tagged.span(&found.at), found.tier, how);
        record.when = found.value;
    }
    if let Some(found) = place(tagged, count) {
        fields.note(tagged, FieldPath::Where(PlacePart::Text), Some(&found.at), found.tier);
        record.place = found.value;
    }
    if let Some(found) = certainty(tagged, count) {
        fields.note(tagged, FieldPath::Attribution(AttributionPart::Certainty), Some(&found.at), found.tier);
        record.attribution.certainty = found.value;
    }
    (record, fields)
}

/// Who they were: status and groups, those with figures from the parts.
fn who(tagged: &TaggedText<'_>, count: &Governed, parts: &[&Governed], record: &mut Casualties, fields: &mut Fields) {
    let people = people(tagged, count);
    if let Some(found) = people.victims {
        record.victims = found.value;
        fields.note(tagged, FieldPath::Victims, Some(&found.at), found.tier);
    }
    let mut add = |who: GroupKind, figure: Figure, at: &std::ops::Range<usize>| {
        // Ids of a record's own list: its places serve, as nothing was ever in it.
        let id = ItemId::from_u64(record.groups.len() as u64 + 1);
        record.groups.push(Group { figure, who, ..Group::new(id) });
        fields.note(tagged, FieldPath::Group(id, GroupPart::Who), Some(at), Tier::Likely);
    };
    for part in parts {
        let own = super::fields::people(tagged, part).own_group;
        if let Some(own) = own {
            add(own.value, figure(tagged, part), &tagged.mentions[part.mention].phrase);
        }
    }
    for group in people.groups {
        add(group.value, Figure::default(), &group.at);
    }
    if let Some(own) = people.own_group.filter(|_| count.part.is_none()) {
        add(own.value, figure(tagged, count), &own.at);
    }
}
