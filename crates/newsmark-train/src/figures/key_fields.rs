//! What is proposed of a count's place, day and who is held responsible, against keys of incidents.

use std::collections::BTreeMap;

use newsmark_core::model::{Article, Card, Details, Harm, Project, Text};
use newsmark_core::suggest::{Proposal, Words, proposals};

use super::proposed::Said;
use super::ratio::Ratio;

/// An incident of a key: who was harmed, where, when and by whom.
#[derive(Clone, Debug, Default)]
struct Incident {
    date: String,
    place: String,
    /// Who did it, as the articles call them.
    actors: String,
    numbers: Vec<u64>,
}

/// How many proposed values are right, and how many of those that the sentence states are proposed.
#[derive(Default)]
struct FieldScore {
    right: Ratio,
    proposed: Ratio,
}

impl FieldScore {
    /// Counts a value, which is `None` where nothing is proposed; `is_stated` says that the sentence has it.
    fn add(&mut self, proposed: Option<&str>, is_right: bool, is_stated: bool) {
        if proposed.is_some() {
            self.right.add(is_right);
        }
        if is_stated {
            self.proposed.add(proposed.is_some());
        }
    }
}

/// Prints the scores of fields on the articles `texts` with the keys in `content`.
pub fn score(keys: &[String], texts: &BTreeMap<String, String>) {
    let mut incidents: BTreeMap<String, Vec<Incident>> = BTreeMap::new();
    keys.iter().for_each(|content| read(content, &mut incidents));
    let (mut place, mut actor, mut day) = (FieldScore::default(), FieldScore::default(), FieldScore::default());
    for (id, incidents) in &incidents {
        let Some(string) = texts.get(id) else { continue };
        let text = Text::new(string.clone());
        let published = dateline(string);
        let card = Card { language: "en".to_owned(), published, ..Card::default() };
        let words = Words::of(&text);
        for proposal in proposals(&Project::new(Article { text: text.clone(), card })) {
            let (Details::Casualties(record), Some(said)) = (&proposal.details, Said::of(&proposal)) else { continue };
            let is_harm = matches!(record.harm, Harm::Killed | Harm::Injured);
            let mut own = incidents.iter().filter(|one| one.numbers.iter().any(|number| said.names(*number)));
            // A number of two incidents tells not which it is of.
            let (Some(incident), None, true) = (own.next(), own.next(), is_harm) else { continue };
            let sentence = sentence(&words, &proposal);
            let value =
                |words: &Option<newsmark_core::model::Anchored<String>>| words.as_ref().map(|one| one.value.clone());
            let found = value(&record.place.text);
            let is_right = found.as_deref().is_some_and(|found| share_a_word(found, &incident.place));
            place.add(found.as_deref(), is_right, share_a_word(&sentence, &incident.place));
            let found = value(&record.responsible);
            let is_right = found.as_deref().is_some_and(|found| share_a_word(found, &incident.actors));
            actor.add(found.as_deref(), is_right, share_a_word(&sentence, &incident.actors));
            let found = (!record.when.date.is_empty()).then_some(record.when.date.as_str());
            let is_stated = record.when.text.is_some() && published.is_some();
            day.add(found, found.is_some_and(|found| holds(&incident.date, found)), is_stated);
        }
    }
    for (name, score) in [("where", place), ("held responsible", actor), ("day", day)] {
        println!("field {name}: right of those proposed {}, proposed of those stated {}", score.right, score.proposed);
    }
}

/// The sentence in which a proposal begins.
fn sentence(words: &Words, proposal: &Proposal) -> String {
    let first = words.tokens().partition_point(|token| token.span.end() <= proposal.spans.start());
    words.span(&words.sentence_of(first)).map(|span| words.text().words(span).to_owned()).unwrap_or_default()
}

/// Whether two wordings have a word of some weight in common.
fn share_a_word(one: &str, other: &str) -> bool {
    // Shorter words are articles and prepositions; these say what kind of place it is.
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_uppercase);
        words.filter(|word| word.len() >= 4 && !["CITY", "TOWN", "DEPARTMENT", "PROVINCE"].contains(&&**word)).collect()
    };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

/// Reads the slots of a key: 2 date, 3 place, 9 and 10 actors, 21 numbers of people.
fn read(content: &str, incidents: &mut BTreeMap<String, Vec<Incident>>) {
    let (mut id, mut slot) = (String::new(), 0);
    for line in content.lines().filter(|line| !line.starts_with(';')) {
        let (head, value) = line.split_at(line.len().min(36));
        if let Some((number, _)) = head.split_once('.') {
            slot = number.trim().parse().unwrap_or(slot);
        }
        if slot == 0 {
            if let Some(first) = value.split_whitespace().next() {
                id = first.to_owned();
                incidents.entry(id.clone()).or_default().push(Incident::default());
            }
            continue;
        }
        let Some(incident) = incidents.get_mut(&id).and_then(|all| all.last_mut()) else { continue };
        match slot {
            2 => incident.date.push_str(value),
            3 => incident.place.push_str(value),
            9 | 10 => incident.actors.push_str(value),
            21 => incident.numbers.extend(value.split(':').next().and_then(|number| number.trim().parse::<u64>().ok())),
            _ => {}
        }
    }
    // One is everywhere.
    incidents.values_mut().flatten().for_each(|incident| incident.numbers.retain(|number| *number >= 2));
}

const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// The days written as "02 FEB 90" in a text, as 1990-02-02, in order.
fn days(text: &str) -> Vec<String> {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let day = |three: &[&str]| {
        let month = MONTHS.iter().position(|month| *month == three[1])? + 1;
        let (day, year) = (three[0].parse::<u8>().ok()?, three[2].parse::<u8>().ok()?);
        Some(format!("19{year:02}-{month:02}-{day:02}"))
    };
    words.windows(3).filter_map(day).collect()
}

/// The day in the first line of an article.
fn dateline(text: &str) -> Option<jiff::civil::Date> {
    days(&text.chars().take(200).collect::<String>()).first()?.parse().ok()
}

/// Whether a day of a key is `found`, or its range holds it. A key of one day with a hyphen means "until".
fn holds(date: &str, found: &str) -> bool {
    let days = days(date);
    match &days[..] {
        [first, .., last] => first.as_str() <= found && found <= last.as_str(),
        [day] if date.trim_start().starts_with('-') => found <= day.as_str(),
        [day] => day == found,
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_by_its_slots() {
        let key = "0.  MESSAGE: ID                     A-1\n\
                   2.  INCIDENT: DATE                  02 FEB 90\n\
                   3.  INCIDENT: LOCATION              KARSA: TARN (TOWN)\n\
                   9.  PERP: INDIVIDUAL ID             \"GUNMEN\"\n\
                   21. HUM TGT: NUMBER                 6: \"MILLERS\"\n\
                   \x20                                   1: \"A GIRL\"\n";
        let mut incidents = BTreeMap::new();
        read(key, &mut incidents);
        let incident = &incidents["A-1"][0];
        assert_eq!(incident.numbers, [6]);
        assert!(share_a_word("in the town of Tarn", &incident.place) && share_a_word("gunmen", &incident.actors));
        assert!(holds(&incident.date, "1990-02-02") && !holds(&incident.date, "1990-02-03"));
        assert!(holds("- 02 FEB 90", "1990-01-31") && holds("01 FEB 90 - 03 FEB 90", "1990-02-02"));
    }
}
