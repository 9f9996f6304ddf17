//! How counts stand to each other: what is said again, what is a part, what an update and what a running toll.

mod cues;
mod same;

use std::ops::Range;

use super::mention::Mention;
use super::rules::{Governed, Mood};
use super::tagged::TaggedText;
use crate::model::{ParagraphKind, ScopeKind};

use cues::{addition, narrower_place, running_toll, update};
use same::{GENERIC, agree, noun, nouns_agree};

/// How a count stands to others, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundScope {
    pub kind: ScopeKind,
    /// The place among the counts of the one that it stands to.
    pub of: Option<usize>,
    /// The words that say so; `None` where it follows from the numbers.
    pub cue: Option<Range<usize>>,
}

/// The scope of each of `counts`, which are in the order of the text.
pub(super) fn scopes(tagged: &TaggedText<'_>, counts: &[Governed]) -> Vec<FoundScope> {
    let mut found: Vec<FoundScope> = Vec::with_capacity(counts.len());
    for n in 0..counts.len() {
        let scope = Counts { tagged, counts, found: &found }.scope(n);
        found.push(scope);
    }
    let heads: Vec<bool> = counts.iter().map(|count| is_in_heading(tagged, count)).collect();
    headings(&heads, &mut found);
    parts_by_sum(tagged, counts, &mut found);
    found
}

struct Counts<'c, 'a> {
    tagged: &'c TaggedText<'a>,
    counts: &'c [Governed],
    found: &'c [FoundScope],
}

impl Counts<'_, '_> {
    fn scope(&self, n: usize) -> FoundScope {
        let count = &self.counts[n];
        if let Some(part) = &count.part {
            let stated = part.whole.and_then(|whole| {
                self.before(n).find(|&other| self.counts[other].mention == whole && self.is_alike(n, other))
            });
            if let Some(whole) = stated.or_else(|| self.whole_of(n)) {
                return FoundScope { kind: ScopeKind::PartOf, of: Some(whole), cue: Some(part.cue.clone()) };
            }
        }
        if let Some(cue) = running_toll(self.tagged, count) {
            return FoundScope { kind: ScopeKind::Cumulative, of: None, cue: Some(cue) };
        }
        // "the war has killed 12,000 people and wounded 30,000": the second is as long a toll.
        let is_beside_toll = n.checked_sub(1).is_some_and(|before| {
            self.found[before].kind == ScopeKind::Cumulative && self.sentence_of(before) == self.sentence_of(n)
        });
        if is_beside_toll {
            return FoundScope { kind: ScopeKind::Cumulative, of: None, cue: self.found[n - 1].cue.clone() };
        }
        // "18,000 of them" are some of others, and no number that was told before.
        let same = self.before(n).filter(|&other| count.part.is_none() && self.says_same(n, other)).last();
        if let Some(of) = same {
            return FoundScope { kind: ScopeKind::SameAs, of: Some(of), cue: None };
        }
        if let Some(cue) = update(self.tagged, count)
            && let Some(of) = self.whole_of(n).filter(|&of| self.mention(of).is_numeric())
        {
            return FoundScope { kind: ScopeKind::UpdateOf, of: Some(of), cue: Some(cue) };
        }
        if let Some(cue) = addition(self.tagged, count)
            && let Some(of) = self.neighbour(n)
        {
            let (kind, of) = match self.found[of] {
                // A further one beside the parts of a whole is a part, too.
                FoundScope { kind: ScopeKind::PartOf, of: Some(whole), .. } => (ScopeKind::PartOf, whole),
                _ => (ScopeKind::Additional, of),
            };
            return FoundScope { kind, of: Some(of), cue: Some(cue) };
        }
        if let Some(cue) = narrower_place(self.tagged, count)
            && let Some(of) = self.whole_of(n).filter(|&of| self.is_less(n, of))
        {
            return FoundScope { kind: ScopeKind::PartOf, of: Some(of), cue: Some(cue) };
        }
        FoundScope { kind: ScopeKind::Event, of: None, cue: None }
    }

    /// The counts before `n`, the nearest first. Only so many: an article of a megabyte tells of many things.
    fn before(&self, n: usize) -> impl Iterator<Item = usize> + use<> {
        const FARTHEST: usize = 40;
        (n.saturating_sub(FARTHEST)..n).rev()
    }

    fn is_alike(&self, n: usize, other: usize) -> bool {
        let (own, other) = (&self.counts[n], &self.counts[other]);
        let moved = |count: &Governed| !count.meaning.is_harm() && !count.meaning.is_of_housing();
        // "30,000 were displaced, 18,000 of them fleeing to Oslen": a part may be told with another verb of movement.
        own.meaning == other.meaning || own.part.is_some() && moved(own) && moved(other)
    }

    fn mention(&self, n: usize) -> &Mention {
        &self.tagged.mentions[self.counts[n].mention]
    }

    /// The nearest count before `n` that it can be a part or an update of.
    fn whole_of(&self, n: usize) -> Option<usize> {
        let can_be = |&other: &usize| {
            let kind = self.found[other].kind;
            self.is_alike(n, other) && matches!(kind, ScopeKind::Event | ScopeKind::UpdateOf | ScopeKind::SameAs)
        };
        self.before(n)
            .find(|other| can_be(other) && !self.is_less(*other, n) && self.mention(*other).is_numeric())
            .or_else(|| self.before(n).find(can_be))
    }

    /// The count right before `n`, within the paragraph, that a further one adds to.
    fn neighbour(&self, n: usize) -> Option<usize> {
        let at = self.mention(n).phrase.start;
        let is_near = |&other: &usize| {
            self.tagged.words.tokens()[at].sentence
                - self.tagged.words.tokens()[self.mention(other).phrase.start].sentence
                <= 3
        };
        let kinds =
            [ScopeKind::Event, ScopeKind::SameAs, ScopeKind::UpdateOf, ScopeKind::Additional, ScopeKind::PartOf];
        self.before(n)
            .take_while(is_near)
            .find(|&other| self.is_alike(n, other) && kinds.contains(&self.found[other].kind))
    }

    fn sentence_of(&self, n: usize) -> usize {
        self.tagged.words.tokens()[self.mention(n).phrase.start].sentence
    }

    fn is_less(&self, n: usize, other: usize) -> bool {
        match (self.mention(n).number(), self.mention(other).number()) {
            (Some(own), Some(other)) => own < other,
            _ => false,
        }
    }

    /// Whether count `n` says again what count `other` says.
    fn says_same(&self, n: usize, other: usize) -> bool {
        let (count, earlier) = (&self.counts[n], &self.counts[other]);
        let (own, before) = (self.mention(n), self.mention(other));
        let is_counting = !matches!(self.found[other].kind, ScopeKind::Cumulative | ScopeKind::PartOf);
        let Some(number) = own.number().filter(|_| is_counting && self.is_alike(n, other)) else { return false };
        let is_denied = [count, earlier].iter().any(|count| count.mood == Mood::Denied);
        if addition(self.tagged, count).is_some() || earlier.mention == count.mention || is_denied {
            return false;
        }
        // Small numbers are told of many people: "five nurses" and "five soldiers" are ten.
        const SMALL: u64 = 10;
        let nouns = (noun(self.tagged, own), noun(self.tagged, before));
        let is_generic = |noun: Option<&str>| noun.is_none_or(|noun| GENERIC.holds(noun));
        let is_one_noun = nouns.0 == nouns.1 || number > 1 && (is_generic(nouns.0) || is_generic(nouns.1));
        let are_others = [nouns.0, nouns.1]
            .iter()
            .all(|noun| noun.is_some_and(|noun| self.tagged.names_persons(noun)) && !is_generic(*noun));
        agree(own, before) && (is_one_noun || number >= SMALL && !are_others) && nouns_agree(nouns)
    }
}

fn is_in_heading(tagged: &TaggedText<'_>, count: &Governed) -> bool {
    let Some(span) = tagged.span(&tagged.mentions[count.mention].phrase) else { return false };
    let text = tagged.words.text();
    text.paragraphs()[text.paragraph_at(span.start())].kind == ParagraphKind::Heading
}

/// A heading says what the text under it says: its counts are those of the text, and never count themselves.
fn headings(heads: &[bool], found: &mut [FoundScope]) {
    for n in 0..found.len() {
        if !heads[n] || found[n].kind != ScopeKind::Event {
            continue;
        }
        // The first count of the text that says the same; before it came to this, it was taken to repeat the heading.
        let under = (n + 1..found.len().min(n + 40)).find(|&under| {
            let is_repeated = found[under].kind == ScopeKind::SameAs && found[under].of == Some(n);
            !heads[under] && is_repeated
        });
        let Some(under) = under else { continue };
        let end = found.len().min(under + 40);
        // Also what stands between: a part told before its whole pointed at the heading, the only one that was there.
        for scope in found[n + 1..end].iter_mut().filter(|scope| scope.of == Some(n)) {
            scope.of = Some(under);
        }
        found[under] = FoundScope { kind: ScopeKind::Event, of: None, cue: None };
        found[n] = FoundScope { kind: ScopeKind::SameAs, of: Some(under), cue: None };
    }
}

/// Counts that follow a whole and add up to it exactly are its parts: "13 were killed … five … eight".
fn parts_by_sum(tagged: &TaggedText<'_>, counts: &[Governed], found: &mut [FoundScope]) {
    const MOST_PARTS: usize = 6;
    for whole in 0..counts.len() {
        let number = |n: usize| tagged.mentions[counts[n].mention].number();
        let Some(total) = number(whole).filter(|total| *total >= 3) else { continue };
        if found[whole].kind == ScopeKind::Cumulative || found[whole].kind == ScopeKind::PartOf {
            continue;
        }
        let (mut sum, mut parts) = (0u64, Vec::new());
        let end = counts.len().min(whole + 12);
        for n in whole + 1..end {
            let is_same = counts[n].meaning == counts[whole].meaning;
            if !is_same || matches!(found[n].kind, ScopeKind::PartOf) {
                continue;
            }
            if found[n].kind != ScopeKind::Event || parts.len() == MOST_PARTS {
                break;
            }
            sum = sum.saturating_add(number(n).unwrap_or(total));
            parts.push(n);
            if sum >= total {
                break;
            }
        }
        if sum == total && parts.len() >= 2 {
            for n in parts {
                found[n] = FoundScope { kind: ScopeKind::PartOf, of: Some(whole), cue: None };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::said;

    #[test]
    fn counts_stand_to_each_other_as_the_words_say() {
        for (text, expected) in [
            (
                "Shells kill 12 in Karsa\n\nFive children were among the dead.\n\nThe flood killed 12 people in all.",
                &["12 Killed SameAs 12", "5 Killed PartOf 12", "12 Killed Event"][..],
            ),
            (
                "Shells kill 12 in Karsa\n\nShells killed 12 people in Karsa. The 12 victims were killed at noon.",
                &["12 Killed SameAs 12", "12 Killed Event", "12 Killed SameAs 12"][..],
            ),
            ("Nine people were killed. The death toll later rose to 17.", &["9 Killed Event", "17 Killed UpdateOf 9"]),
            (
                "Nine people were killed. A further five people were killed in Oslen.",
                &["9 Killed Event", "5 Killed Additional 9"],
            ),
            ("The war has killed 30,000 people since 2019.", &["30000 Killed Cumulative"]),
            ("The conflict that has claimed 300,000 lives goes on.", &["300000 Killed Cumulative"]),
            ("It killed 12 people, the deadliest attack since 2016.", &["12 Killed Event"]),
            (
                "The raids killed 46 people. In Oslen province alone, 26 people were killed.",
                &["46 Killed Event", "26 Killed PartOf 46"],
            ),
            (
                "Thirteen people were killed on Sunday. Five people were killed in Karsa. Eight people were killed in Oslen.",
                &["13 Killed Event", "5 Killed PartOf 13", "8 Killed PartOf 13"],
            ),
            (
                "Two soldiers were killed in Karsa. Two nurses were killed in Oslen.",
                &["2 Killed Event", "2 Killed Event"],
            ),
            ("A man was killed in Karsa. A woman was killed in Oslen.", &["1 Killed Event", "1 Killed Event"]),
            (
                "About 20 people were hurt. The clinic said 20 people were hurt.",
                &["20 Injured Event", "20 Injured SameAs 20"],
            ),
            (
                "Some 30,000 people have been displaced. A further 2,000 families fled.",
                &["30000 Displaced Event", "2000 ForcedToFlee Event"],
            ),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn a_heading_never_counts_beside_its_text() {
        let found = said("Six dead in mine\n\nSix miners died in Oslen on Monday.\n\nThe six miners died of gas.");
        assert_eq!(found, ["6 Killed SameAs 6", "6 Killed Event", "6 Killed SameAs 6"]);
    }
}
