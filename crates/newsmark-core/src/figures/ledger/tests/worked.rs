//! Ledgers worked out by hand, one a line of news: its records, and the rows that add up to something.

use super::article::told;
use super::filled;
use crate::figures::Ledger;
use crate::model::{Annotation, AnnotationId, Article, Card, Category, Person, Project, ProjectParts, Span, Text};

/// The records of a story, see [`filled`], and what its rows add up to; a row in which nothing counts is left out.
pub struct Worked {
    pub records: &'static [&'static str],
    pub rows: &'static [&'static str],
}

/// The project of such records, marked one after the other; displacement begins with its measure.
pub fn story(records: &[&str]) -> Project {
    let text = Text::new("Words of a story. ".repeat(records.len()));
    let annotations = records.iter().zip(0..).map(|(record, n)| {
        let author = Person::new("Ines Varga").unwrap();
        let is_displacement = ["Flow", "Stock", "AtRisk", "Visit"].iter().any(|measure| record.starts_with(measure));
        let category = if is_displacement { Category::Displacement } else { Category::Casualties };
        let span = Span::new(n * 18, n * 18 + 5).unwrap();
        let mut annotation = Annotation::draft(AnnotationId::from_u64(n as u64 + 1), span, category, author);
        filled(&mut annotation, record);
        annotation
    });
    let article = Article { text, card: Card::default() };
    Project::from_parts(ProjectParts { annotations: annotations.collect(), ..ProjectParts::of(article) }).unwrap()
}

fn rows(ledger: &Ledger) -> Vec<String> {
    let counting = ledger.rows.iter().filter(|row| !row.counted.is_empty());
    counting.map(|row| format!("{}: {}", row.title(), told(row.total))).collect()
}

fn assert_worked(all: &[Worked]) {
    for Worked { records, rows: expected } in all {
        assert_eq!(rows(&Ledger::of(&story(records))), *expected, "{records:?}");
    }
}

#[test]
fn a_whole_of_unspecified_harm_passes_on_what_its_parts_say() {
    assert_worked(&[
        // "17 casualties, five dead and 12 wounded"
        Worked {
            records: &["17, Event", "Killed, 5, PartOf 1", "Injured, 12, PartOf 1"],
            rows: &["Killed: 5 5 5", "Injured: 12 12 12"],
        },
        // "17 casualties, among them five dead"
        Worked {
            records: &["17, Event", "Killed, 5, PartOf 1"],
            rows: &["Killed: 5 5 5", "Harm not specified: 12 12 12"],
        },
        // "At least 30 victims, nine of them dead"
        Worked {
            records: &["≥ 30, Event", "Killed, 9, PartOf 1"],
            rows: &["Killed: 9 9 9", "Harm not specified: 21 21 open"],
        },
        // "17 casualties, 20 of them dead" contradicts itself: neither counts, and it is an error.
        Worked { records: &["17, Event", "Killed, 20, PartOf 1"], rows: &[] },
        // "17 casualties: ten dead and ten wounded" does so too.
        Worked { records: &["17, Event", "Killed, 10, PartOf 1", "Injured, 10, PartOf 1"], rows: &[] },
        // "40 casualties, 10 of them at the mill, three of whom died"
        Worked {
            records: &["40, Event", "10, PartOf 1, scope.by: Place", "Killed, 3, PartOf 2"],
            rows: &["Killed: 3 3 3", "Harm not specified: 37 37 37"],
        },
        // "40 casualties: six dead in the mill, four in the yard; five of the dead were women"
        Worked {
            records: &[
                "40, Event",
                "Killed, 6, PartOf 1, scope.by: Place",
                "Killed, 4, PartOf 1, scope.by: Place",
                "Killed, 5, PartOf 1, scope.by: Group, Women: all",
            ],
            rows: &["Killed: 10 10 10", "Harm not specified: 30 30 30"],
        },
        // "20 casualties, among them three dead nurses and two dead women": the women may be the nurses.
        Worked {
            records: &[
                "20, Event",
                "Killed, 3, PartOf 1, scope.by: Group, Medical: all",
                "Killed, 2, PartOf 1, scope.by: Group, Women: all",
            ],
            rows: &["Killed: 3 3 3", "Harm not specified: 17 17 17"],
        },
        // "17 casualties, five dead and the rest wounded"
        Worked {
            records: &["17, Event", "Killed, 5, PartOf 1", "Injured, the rest, PartOf 1"],
            rows: &["Killed: 5 5 5", "Injured: 12 12 12"],
        },
        // "17 casualties, five dead and many wounded": how many of the twelve, nobody says.
        Worked {
            records: &["17, Event", "Killed, 5, PartOf 1", "Injured, many, PartOf 1"],
            rows: &["Killed: 5 5 5", "Harm not specified: 12 12 12"],
        },
        // "Many casualties, five of them dead"
        Worked {
            records: &["many, Event", "Killed, 5, PartOf 1"],
            rows: &["Killed: 5 5 5", "Harm not specified, an unknown number: – – –"],
        },
        // The toll of casualties rises from 17 to 20 after five dead and 12 wounded were told of it.
        Worked {
            records: &["17, Event", "Killed, 5, PartOf 1", "Injured, 12, PartOf 1", "20, UpdateOf 1"],
            rows: &["Killed: 5 5 5", "Injured: 12 12 12", "Harm not specified: 3 3 3"],
        },
        // The number of the dead among them rises from five to six.
        Worked {
            records: &["17, Event", "Killed, 5, PartOf 1", "Killed, 6, UpdateOf 2"],
            rows: &["Killed: 6 6 6", "Harm not specified: 11 11 11"],
        },
        // A whole whose harm is known keeps its parts: 30 detained, five of them hurt.
        Worked { records: &["Detained, 30, Event", "Injured, 5, PartOf 1"], rows: &["Detained: 30 30 30"] },
        // Families among 17 persons are not taken off them.
        Worked { records: &["17, Event", "Killed, 2, Household, PartOf 1"], rows: &["Harm not specified: 17 17 17"] },
        // A running toll of casualties passes nothing on to the totals.
        Worked { records: &["900, Cumulative", "Killed, 300, PartOf 1", "Killed, 2, Event"], rows: &["Killed: 2 2 2"] },
    ]);
}

#[test]
fn a_whole_that_its_parts_contradict_is_an_error() {
    let ledger = Ledger::of(&story(&["17, Event", "Killed, 10, PartOf 1", "Injured, 10, PartOf 1"]));
    assert_eq!((ledger.left_out().join(" "), ledger.n_errors), ("1 PartsAbove 2 PartOf 3 PartOf".to_owned(), 1));
}

#[test]
fn returns_and_people_affected_are_no_displacement() {
    assert_worked(&[
        Worked {
            records: &["Flow, 9000, Event, term: Displaced", "Flow, 2000, Event, term: Returns"],
            rows: &["Displaced, flow: 9,000 9,000 9,000"],
        },
        Worked {
            records: &["Stock, 40000, Event, term: Affected", "Stock, 3000, Event, term: InReliefCamp"],
            rows: &["Displaced, stock: 3,000 3,000 3,000"],
        },
        // Those who came back replace nobody who left.
        Worked {
            records: &["Flow, 9000, Event, term: Evacuated", "Flow, 5000, UpdateOf 1, term: Returns"],
            rows: &["Displaced, flow: 9,000 9,000 9,000"],
        },
        Worked {
            records: &["Flow, 9000, Event, term: Displaced", "Flow, 500, Additional 1, term: Affected"],
            rows: &["Displaced, flow: 9,000 9,000 9,000"],
        },
        Worked { records: &["Flow, 300, Household, Event, term: Returns"], rows: &[] },
        // Besieged and affected: those at risk are counted apart from the displaced anyway.
        Worked { records: &["AtRisk, 1500, Event, term: Affected"], rows: &["At risk: 1,500 1,500 1,500"] },
    ]);
}

#[test]
fn an_update_to_another_harm_moves_people_and_nobody_vanishes() {
    assert_worked(&[
        // "Five are missing. Three were found dead, two are still missing."
        Worked {
            records: &["Missing, 5, Event", "Killed, 3, UpdateOf 1", "Missing, 2, UpdateOf 1"],
            rows: &["Killed: 3 3 3", "Missing: 2 2 2"],
        },
        // The same, told the other way round.
        Worked {
            records: &["Missing, 5, Event", "Missing, 2, UpdateOf 1", "Killed, 3, UpdateOf 1"],
            rows: &["Killed: 3 3 3", "Missing: 2 2 2"],
        },
        // "Five are missing. Three were found dead."
        Worked { records: &["Missing, 5, Event", "Killed, 3, UpdateOf 1"], rows: &["Killed: 3 3 3", "Missing: 2 2 2"] },
        // Linked one after the other.
        Worked {
            records: &["Missing, 5, Event", "Killed, 3, UpdateOf 1", "Injured, 2, UpdateOf 2"],
            rows: &["Killed: 3 3 3", "Injured: 2 2 2"],
        },
        // Five missing were all found hurt, and two of them died.
        Worked {
            records: &["Missing, 5, Event", "Injured, 5, UpdateOf 1", "Killed, 2, UpdateOf 2"],
            rows: &["Killed: 2 2 2", "Injured: 3 3 3"],
        },
        // The missing rose to seven before three of them were found dead, then four.
        Worked {
            records: &["Missing, 5, Event", "Missing, 7, UpdateOf 1", "Killed, 3, UpdateOf 2", "Killed, 4, UpdateOf 3"],
            rows: &["Killed: 4 4 4", "Missing: 3 3 3"],
        },
        // At least three of 12 hurt have died.
        Worked {
            records: &["Injured, 12, Event", "Killed, ≥ 3, UpdateOf 1"],
            rows: &["Killed: 3 3 open", "Injured: open 9 9"],
        },
        // Five missing, two found alive and hurt, the rest dead.
        Worked {
            records: &["Missing, 5, Event", "Injured, 2, UpdateOf 1", "Killed, the rest, UpdateOf 1"],
            rows: &["Killed: 3 3 3", "Injured: 2 2 2"],
        },
        // More were found dead than were missed.
        Worked { records: &["Missing, 5, Event", "Killed, 7, UpdateOf 1"], rows: &["Killed: 7 7 7"] },
        // Many are missing, three of them were found dead.
        Worked {
            records: &["Missing, many, Event", "Killed, 3, UpdateOf 1"],
            rows: &["Killed: 3 3 3", "Missing, an unknown number: – – –"],
        },
        // Two of the five badly hurt of 12 have died.
        Worked {
            records: &["Injured, 12, Event", "Injured, 5, PartOf 1", "Killed, 2, UpdateOf 2"],
            rows: &["Killed: 2 2 2", "Injured: 10 10 10"],
        },
        // Told of a later day, the dead are taken from what was told before.
        Worked {
            records: &[
                "Missing, 5, Event",
                "Missing, 7, UpdateOf 1, when.date: 2026-03-07",
                "Killed, 3, UpdateOf 1, when.date: 2026-03-09",
            ],
            rows: &["Killed: 3 3 3", "Missing: 4 4 4"],
        },
    ]);
}

#[test]
fn of_rival_updates_one_stands_in_the_total_and_all_are_in_conflict() {
    let of = |one: &str, other: &str| {
        let records = ["Killed, 17, Event, attribution.words: police", one, other];
        let ledger = Ledger::of(&story(&records));
        let why = ledger.conflicts.first().map(|conflict| conflict.why.clone()).unwrap_or_default();
        (rows(&ledger).concat(), ledger.left_out().join(" "), why)
    };
    let (row, left_out, why) = of(
        "Killed, 22, UpdateOf 1, attribution.words: the ministry",
        "Killed, 25, UpdateOf 1, attribution.words: the mayor",
    );
    assert_eq!((row.as_str(), left_out.as_str()), ("Killed: 25 25 25", "1 Replaced 2 Rival"));
    assert_eq!(why, "22 persons (the ministry) against 25 persons (the mayor): the ranges do not meet");
    let no_conflict = |one: &str, other: &str| assert_eq!(of(one, other).2, "", "{one}; {other}");
    // One source that corrects itself, an update of an update, a later day, ranges that meet, and no source at all.
    no_conflict("Killed, 22, UpdateOf 1, attribution.words: x", "Killed, 25, UpdateOf 1, attribution.words: x");
    no_conflict("Killed, 22, UpdateOf 1, attribution.words: x", "Killed, 25, UpdateOf 2, attribution.words: y");
    no_conflict(
        "Killed, 22, UpdateOf 1, attribution.words: x, when.date: 2026-03-08",
        "Killed, 25, UpdateOf 1, attribution.words: y, when.date: 2026-03-09",
    );
    no_conflict("Killed, 22, UpdateOf 1, attribution.words: x", "Killed, ≥ 20, UpdateOf 1, attribution.words: y");
    no_conflict("Killed, 22, UpdateOf 1", "Killed, 25, UpdateOf 1, attribution.words: y");
    no_conflict("Killed, 22, UpdateOf 1, attribution.words: x", "Injured, 25, UpdateOf 1, attribution.words: y");
}

#[test]
fn what_comes_on_top_of_a_part_is_among_its_whole() {
    assert_worked(&[
        // "12 died, five of them children; a further two children were found among them"
        Worked {
            records: &["Killed, 12, Event", "Killed, 5, PartOf 1, Children: all", "Killed, 2, Additional 2"],
            rows: &["Killed: 12 12 12"],
        },
        Worked {
            records: &["Killed, 12, Event", "Killed, 5, PartOf 1", "Killed, 6, UpdateOf 2", "Killed, 2, Additional 3"],
            rows: &["Killed: 12 12 12"],
        },
        Worked {
            records: &["Killed, 12, Event", "Killed, 5, PartOf 1", "Killed, 5, SameAs 2", "Killed, 9, Additional 3"],
            rows: &["Killed: 12 12 12"],
        },
        // On top of the whole it counts.
        Worked {
            records: &["Killed, 12, Event", "Killed, 5, PartOf 1", "Killed, 2, Additional 1"],
            rows: &["Killed: 14 14 14"],
        },
        // And on top of a running toll, of which it is no part.
        Worked { records: &["Killed, 214, Cumulative", "Killed, 9, Additional 1"], rows: &["Killed: 9 9 9"] },
    ]);
}

#[test]
fn a_discounted_figure_neither_counts_nor_replaces() {
    assert_worked(&[
        Worked {
            records: &["Killed, 12, Event", "Killed, 30, UpdateOf 1, grading: Discounted"],
            rows: &["Killed: 12 12 12"],
        },
        Worked { records: &["Killed, 30, Event, grading: Discounted", "Killed, 5, Event"], rows: &["Killed: 5 5 5"] },
        Worked {
            records: &["17, Event", "Killed, 5, PartOf 1, grading: Discounted", "Injured, 2, PartOf 1"],
            rows: &["Injured: 2 2 2", "Harm not specified: 15 15 15"],
        },
        Worked {
            records: &["Missing, 5, Event", "Killed, 3, UpdateOf 1, grading: Discounted"],
            rows: &["Missing: 5 5 5"],
        },
        Worked { records: &["Killed, 12, Event, grading: Contested"], rows: &["Killed: 12 12 12"] },
    ]);
}

#[test]
fn an_unknown_number_is_said_beside_what_is_known() {
    assert_worked(&[
        Worked {
            records: &["Injured, 12, Event", "Injured, many, Additional 1"],
            rows: &["Injured, and an unknown number: 12 12 open"],
        },
        Worked {
            records: &["Injured, many, Event", "Injured, about 40, Event", "Injured, 3, Event"],
            rows: &["Injured, and an unknown number: – 43 open"],
        },
        Worked { records: &["Injured, many, Event"], rows: &["Injured, an unknown number: – – –"] },
        Worked {
            records: &["Flow, many, Event, term: Displaced", "Flow, ≤ 900, Event, term: Displaced"],
            rows: &["Displaced, flow, and an unknown number: open – open"],
        },
        // A part of them is no more of them.
        Worked { records: &["Injured, 12, Event", "Injured, many, PartOf 1"], rows: &["Injured: 12 12 12"] },
    ]);
    let total = Ledger::of(&story(&["Injured, 12, Event", "Injured, many, Event"])).rows[0].total.unwrap();
    assert_eq!(total.words(), "12 or more, and an unknown number");
    assert_eq!(total.sign(), "≥ 12, and an unknown number");
}

/// The rests of the first record: its dimension and what is left, of each cut.
fn rests(records: &[&str]) -> Vec<String> {
    let ledger = Ledger::of(&story(records));
    let parts = ledger.rows.iter().flat_map(|row| &row.parts).filter(|parts| parts.of == AnnotationId::from_u64(1));
    parts.map(|parts| format!("{}: {}", parts.by.name(), told(parts.residual))).collect()
}

#[test]
fn the_rest_is_what_is_left_of_parts_of_one_kind() {
    // "46 hurt: 20 in the port and 16 in the market; 26 children, nine women"
    let by_two = [
        "Injured, 46, Event",
        "Injured, 20, PartOf 1, scope.by: Place",
        "Injured, 16, PartOf 1, scope.by: Place",
        "Injured, 26, PartOf 1, scope.by: Group, Children: all",
        "Injured, 9, PartOf 1, scope.by: Group, Women: all",
    ];
    assert_eq!(rests(&by_two), ["Place: 10 10 10", "Group: 11 11 11"]);
    let with_rest = [&by_two[..], &["Injured, the rest, PartOf 1, scope.by: Group, Men: all"]].concat();
    let ledger = Ledger::of(&story(&with_rest));
    assert_eq!(
        ledger.rows[0].groups.iter().map(|group| group.amount.unwrap().sign()).collect::<Vec<_>>().join(" "),
        "26 9 11"
    );
    // Groups that may be the same people leave nothing that could be told.
    let cousins = ["Killed, 12, Event", "Killed, 2, PartOf 1, scope.by: Group, Other: all", by_two[3]];
    assert_eq!(
        rests(&[cousins[0], cousins[1], "Killed, 5, PartOf 1, scope.by: Group, Children: all"]),
        ["Group: – – –"]
    );
    // Nor do parts of which nobody said by what they divide it, where their records show two ways.
    let unsaid = ["Killed, 12, Event", "Killed, 5, PartOf 1, Children: all", "Killed, 3, PartOf 1, where.name: Lir"];
    assert_eq!(rests(&unsaid), ["Unspecified: – – –"]);
    assert_eq!(rests(&[unsaid[0], unsaid[2], "Killed, 4, PartOf 1, where.name: Orsa"]), ["Unspecified: 5 5 5"]);
    // What the article calls the rest is what is left of its own kind.
    let men = [&unsaid[..], &["Killed, the rest, PartOf 1, Men: all"]].concat();
    let ledger = Ledger::of(&story(&men));
    assert_eq!(ledger.rows[0].parts[0].parts[2].amount.sign(), "7");
    // By victims' status and by household.
    let victims = [
        "Killed, 12, Event",
        "Killed, 8, PartOf 1, scope.by: Victims, Civilian",
        "Killed, 3, PartOf 1, scope.by: Household",
    ];
    assert_eq!(rests(&victims), ["Victims: 4 4 4", "Household: 9 9 9"]);
}

#[test]
fn a_total_is_divided_by_one_kind_of_parts() {
    let ledger = Ledger::of(&story(&[
        "Killed, 12, Event",
        "Killed, 8, PartOf 1, scope.by: Victims, Civilian",
        "Killed, 5, PartOf 1, scope.by: Place, Civilian",
        "Killed, 4, PartOf 1, scope.by: Group, Children: all",
        "Killed, 6, PartOf 1, scope.by: Place, Children: 2",
    ]));
    let victims: Vec<_> = ledger.rows[0].victims.iter().map(|one| one.amount.unwrap().sign()).collect();
    let groups: Vec<_> = ledger.rows[0].groups.iter().map(|one| one.amount.unwrap().sign()).collect();
    assert_eq!((victims.join(" "), groups.join(" ")), ("4 8".to_owned(), "4".to_owned()));
}

#[test]
fn other_words_of_a_story_count_as_before() {
    assert_worked(&[
        // "19 in all" as a whole of 12 and five.
        Worked {
            records: &["Killed, 12, PartOf 3", "Killed, 5, PartOf 3", "Killed, 19, Event"],
            rows: &["Killed: 19 19 19"],
        },
        Worked {
            records: &["Killed, 12, Event", "Killed, 12, SameAs 1", "Killed, 4, SameAs 2"],
            rows: &["Killed: 12 12 12"],
        },
        Worked {
            records: &["Killed, 7, Event", "Killed, 9, UpdateOf 1", "Killed, 3, Additional 2", "Killed, 2, PartOf 2"],
            rows: &["Killed: 12 12 12"],
        },
        Worked {
            records: &["Flow, 300, Household, figure.household_size: 4.5, Event", "Flow, 650, Event"],
            rows: &["Displaced, flow: 2,000 2,000 2,000"],
        },
        Worked { records: &["Killed, 33, Percent, Event"], rows: &[] },
        Worked { records: &["Killed, 5, PartOf 9", "Killed, 2, Event"], rows: &["Killed: 2 2 2"] },
    ]);
}
