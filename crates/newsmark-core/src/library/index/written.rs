use std::borrow::Cow;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::figures::{Amount, Counted};
use crate::library::{CheckSummary, Counts, LibraryEntry, ProposalsLeft, Summary, Total};
use crate::model::{Harm, Measure, Person, Unit};
use crate::store::Stamp;

/// A [`LibraryEntry`] as the index has it.
#[derive(Serialize, Deserialize)]
pub(super) struct WrittenEntry<'a> {
    /// From the library's folder.
    #[serde(borrow)]
    path: Cow<'a, str>,
    stamp: (u64, i64, i64),
    #[serde(borrow)]
    holds: Result<WrittenSummary<'a>, Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct WrittenSummary<'a> {
    #[serde(borrow)]
    file: Cow<'a, str>,
    #[serde(borrow)]
    title: Cow<'a, str>,
    #[serde(borrow)]
    outlet: Cow<'a, str>,
    published: Option<(i16, i8, i8)>,
    #[serde(borrow)]
    language: Cow<'a, str>,
    article: Cow<'a, str>,
    counts: WrittenCounts,
    unplaced: usize,
    people: Vec<(Cow<'a, str>, WrittenCounts)>,
    quoted: Vec<(Cow<'a, str>, usize)>,
    signed_off: bool,
    problems: [usize; 3],
    totals: Vec<WrittenTotal<'a>>,
    left: WrittenLeft,
}

/// Nothing where the proposals were not counted, else their number where there is one.
type WrittenLeft = Option<(Option<usize>,)>;

type WrittenCounts = ([usize; 4], [usize; 5]);

/// Low, best and high; whether it is open below and above, and whether a number that nobody states comes on top.
type WrittenAmount = ([Option<u64>; 3], [bool; 3]);

#[derive(Serialize, Deserialize)]
struct WrittenTotal<'a> {
    displaced: bool,
    #[serde(borrow)]
    of: Cow<'a, str>,
    #[serde(borrow)]
    unit: Cow<'a, str>,
    amount: Option<WrittenAmount>,
    errors: usize,
}

impl<'a> WrittenEntry<'a> {
    /// The entry; `None` where its name is not Unicode.
    pub fn of(entry: &'a LibraryEntry, folder: &Path) -> Option<WrittenEntry<'a>> {
        let path = entry.path.strip_prefix(folder).ok()?.to_str()?.into();
        let stamp = (entry.stamp.size, entry.stamp.modified, entry.stamp.changed);
        let holds = match &entry.holds {
            Ok(summary) => Ok(WrittenSummary::of(summary)),
            Err(why) => Err(why.into()),
        };
        Some(WrittenEntry { path, stamp, holds })
    }

    /// The entry, settled as all that are kept; `None` where it is none.
    pub fn entry(self, folder: &Path) -> Option<LibraryEntry> {
        let (size, modified, changed) = self.stamp;
        let holds = match self.holds {
            // A term that is not known means a damaged or foreign line, not a file without it.
            Ok(written) => Ok(written.summary()?),
            Err(why) => Err(why.into_owned()),
        };
        let stamp = Stamp { size, modified, changed };
        Some(LibraryEntry { path: folder.join(self.path.as_ref()), stamp, is_settled: true, holds, copy_of: None })
    }
}

impl<'a> WrittenSummary<'a> {
    fn of(summary: &'a Summary) -> WrittenSummary<'a> {
        let people = summary.people.iter();
        let quoted = summary.quoted.iter();
        WrittenSummary {
            file: summary.file.to_string().into(),
            title: summary.title.as_str().into(),
            outlet: summary.outlet.as_str().into(),
            published: summary.published.map(|day| (day.year(), day.month(), day.day())),
            language: summary.language.as_str().into(),
            article: summary.article.to_string().into(),
            counts: written_counts(&summary.counts),
            unplaced: summary.n_unplaced,
            people: people.map(|(person, counts)| (person.name().into(), written_counts(counts))).collect(),
            quoted: quoted.map(|(name, n)| (name.as_str().into(), *n)).collect(),
            signed_off: summary.is_signed_off,
            problems: summary.findings.n_problems,
            totals: summary.findings.totals.iter().map(WrittenTotal::of).collect(),
            left: match summary.proposals_left {
                ProposalsLeft::NotCounted => None,
                ProposalsLeft::NotProposed => Some((None,)),
                ProposalsLeft::Count(n) => Some((Some(n),)),
            },
        }
    }

    fn summary(self) -> Option<Summary> {
        let day = |(year, month, day)| jiff::civil::Date::new(year, month, day).ok();
        let published = match self.published {
            // Three small numbers, as a day is read a thousand times at a start; those of no day make the line none.
            Some(written) => Some(day(written)?),
            None => None,
        };
        let people = self.people.into_iter().map(|(name, counts)| Some((Person::new(&name)?, self::counts(counts))));
        let totals = self.totals.into_iter().map(WrittenTotal::total);
        Some(Summary {
            file: self.file.parse().ok()?,
            title: self.title.into_owned(),
            outlet: self.outlet.into_owned(),
            published,
            language: self.language.into_owned(),
            article: self.article.parse().ok()?,
            counts: counts(self.counts),
            n_unplaced: self.unplaced,
            people: people.collect::<Option<_>>()?,
            quoted: self.quoted.into_iter().map(|(name, n)| (name.into_owned(), n)).collect(),
            is_signed_off: self.signed_off,
            findings: CheckSummary { n_problems: self.problems, totals: totals.collect::<Option<_>>()? },
            proposals_left: match self.left {
                None => ProposalsLeft::NotCounted,
                Some((None,)) => ProposalsLeft::NotProposed,
                Some((Some(n),)) => ProposalsLeft::Count(n),
            },
        })
    }
}

impl<'a> WrittenTotal<'a> {
    fn of(total: &Total) -> WrittenTotal<'a> {
        let amount = total.amount.map(|amount| {
            let Amount { low, best, high, open_below, open_above, has_unknown } = amount;
            ([low, best, high], [open_below, open_above, has_unknown])
        });
        WrittenTotal {
            displaced: matches!(total.of, Counted::Measure(_)),
            of: total.of.name().into(),
            unit: total.unit.name().into(),
            amount,
            errors: total.n_errors,
        }
    }

    fn total(self) -> Option<Total> {
        let of = if self.displaced {
            Counted::Measure(Measure::from_name(&self.of)?)
        } else {
            Counted::Harm(Harm::from_name(&self.of)?)
        };
        let amount = self.amount.map(|([low, best, high], [open_below, open_above, has_unknown])| Amount {
            low,
            best,
            high,
            open_below,
            open_above,
            has_unknown,
        });
        Some(Total { of, unit: Unit::from_name(&self.unit)?, amount, n_errors: self.errors })
    }
}

fn written_counts(counts: &Counts) -> WrittenCounts {
    (counts.by_category, counts.by_status)
}

fn counts((by_category, by_status): WrittenCounts) -> Counts {
    Counts { by_category, by_status }
}
