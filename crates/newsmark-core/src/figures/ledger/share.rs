use std::collections::HashMap;

use super::Amount;
use super::record::LedgerRecord;
use crate::model::{AnnotationId, Attribution, Project, SourceId, Sources};

/// Whose account something is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    /// That of a source of the project.
    Source(SourceId),
    /// That of whom the words name, letters' case and white space apart; no source was chosen.
    Words(String),
}

/// How much of a total rests on one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The source.
    pub account: Account,
    /// From 0 to 1, of the total's best.
    pub share: f64,
    /// The records that rest on it, in the order of the text.
    pub ids: Vec<AnnotationId>,
}

impl Account {
    /// Whose account the attribution says it is; `None` where it says nothing.
    pub fn of(attribution: &Attribution, sources: &Sources) -> Option<Account> {
        let known = attribution.source.filter(|id| sources.get(*id).is_some()).map(Account::Source);
        known.or_else(|| {
            let words = attribution.words.as_ref()?.value.split_whitespace().collect::<Vec<_>>().join(" ");
            // Two marks that name "the health ministry" in words rest on one account though nobody made it a source.
            (!words.is_empty()).then(|| Account::Words(words.to_lowercase()))
        })
    }

    /// The source's name, or the words.
    pub fn name<'a>(&'a self, project: &'a Project) -> &'a str {
        match self {
            Account::Source(id) => project.sources().get(*id).map_or("", |source| &source.name),
            Account::Words(words) => words,
        }
    }
}

impl Share {
    /// As a whole percentage, rounded down so that only all of it is 100.
    pub fn percent(&self) -> u8 {
        (self.share * 100.0) as u8
    }
}

/// How much of a total rests on each source, the largest first: by best, or all of it on
/// the one source that there is where best is not stated.
pub(super) fn shares(
    records: &[LedgerRecord<'_>],
    added: &[Option<Amount>],
    counted: &[usize],
    total: Option<Amount>,
) -> Vec<Share> {
    let best = total.and_then(|total| total.best).filter(|best| *best > 0);
    let mut shares: Vec<(Share, u64)> = Vec::new();
    let mut places: HashMap<&Account, usize> = HashMap::new();
    for (record, added) in counted.iter().map(|&n| (&records[n], added[n])) {
        let Some(account) = &record.account else { continue };
        let place = *places.entry(account).or_insert(shares.len());
        if place == shares.len() {
            shares.push((Share { account: account.clone(), share: 0.0, ids: Vec::new() }, 0));
        }
        let (share, number) = &mut shares[place];
        share.ids.push(record.id);
        // The sum is part of the total, which is within 64 bits.
        *number = number.saturating_add(added.and_then(|added| added.best).unwrap_or_default());
    }
    // Without a best no part can be told but the whole.
    let is_all = |share: &Share| share.ids.len() == counted.len();
    let part = |share: &Share, number: u64| match best {
        Some(best) => number as f64 / best as f64,
        None => f64::from(u8::from(is_all(share))),
    };
    let mut shares: Vec<Share> = shares
        .into_iter()
        .map(|(share, number)| Share { share: part(&share, number), ..share })
        .filter(|share| best.is_some() || is_all(share))
        .collect();
    // Stable: of equal shares the first in the text leads.
    shares.sort_by(|one, other| other.share.total_cmp(&one.share));
    shares
}
