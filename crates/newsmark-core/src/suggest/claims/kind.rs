//! What a statement claims, from its words.

use std::ops::Range;

use super::signs::is_figure;
use super::statement::Statement;
use crate::model::ClaimKind;
use crate::suggest::lexicon::{EventRole, VerbForm, WordClass, WordList};
use crate::suggest::tagged::TaggedText;
use crate::suggest::words::TokenKind;

/// What a statement claims and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asserted {
    pub kind: ClaimKind,
    /// The rule that found it; its name never changes.
    pub rule: &'static str,
    /// The words that tell its kind, in tokens.
    pub at: Range<usize>,
}

type Find = fn(&TaggedText<'_>, &Statement<'_>) -> Option<Range<usize>>;

/// The rules in the order in which one counts before another: who did it weighs more than how many they were, and a
/// number more than what is to come.
const RULES: [(&str, ClaimKind, Find); 7] = [
    ("responsibility", ClaimKind::Responsibility, responsibility),
    ("extreme", ClaimKind::Quantity, extreme),
    ("quantity", ClaimKind::Quantity, quantity),
    ("prediction", ClaimKind::Prediction, prediction),
    ("rule-of-law", ClaimKind::RuleOrLaw, rule_of_law),
    ("correlation", ClaimKind::Correlation, correlation),
    ("event", ClaimKind::Event, event),
];

/// What `statement` claims; `None` where its words claim nothing that could be checked.
pub(super) fn asserted(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Asserted> {
    let is_asked = statement.tokens().next_back().is_some_and(|last| {
        // The mark of a question may stand inside or outside its quotation marks.
        (last.saturating_sub(1)..last + 2).any(|at| tagged.word(at) == "?")
    });
    if is_asked {
        return None;
    }
    RULES.iter().find_map(|(rule, kind, find)| Some(Asserted { kind: *kind, rule, at: find(tagged, statement)? }))
}

/// The first token of the statement that is one of `words`.
fn first_of(tagged: &TaggedText<'_>, statement: &Statement<'_>, words: &WordList) -> Option<Range<usize>> {
    statement.tokens().find(|&at| tagged.is_in(at, words)).map(|at| at..at + 1)
}

/// "responsible for the attack", "carried out the bombing", "government forces shelled the market".
fn responsibility(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Range<usize>> {
    const BLAMES: WordList = WordList::of("accused accuses accusing blamed blames blaming");
    const ACTS: WordList = WordList::of(
        "bombed bombs bombing shelled shelling struck fired launched attacked raided stormed massacred murdered killed \
        executed tortured abducted kidnapped poisoned assassinated ambushed burned razed looted detained",
    );
    const DEEDS: WordList = WordList::of(
        "attack attacks bombing bombings shelling strike strikes killing killings massacre murder murders raid raids \
        explosion blast shooting assassination fire violence crime crimes deaths death",
    );
    // The cue of an accusation stands outside of what is reported.
    let cue = statement.by.and_then(|found| found.cue).map(|cue| {
        let first = tagged.words.tokens().partition_point(|token| token.span.end() <= cue.start());
        first..tagged.words.tokens().partition_point(|token| token.span.start() < cue.end())
    });
    if let Some(at) = cue.into_iter().flatten().find(|&at| tagged.is_in(at, &BLAMES)) {
        return Some(at..at + 1);
    }
    statement.tokens().find_map(|at| {
        let near = at + 1..at + 7;
        let follows = |list: &WordList| near.clone().any(|next| tagged.is_in(next, list));
        let is_responsible = tagged.is_one_of(at, &["responsible", "responsibility", "blame"])
            && tagged.is_one_of(at + 1, &["for", "in"])
            && follows(&DEEDS);
        let is_carried = tagged.is_one_of(at, &["carried", "behind", "claimed"])
            && (tagged.is_one_of(at + 1, &["out", "the", "this", "that", "responsibility"]))
            && follows(&DEEDS);
        let is_blamed = tagged.is_in(at, &BLAMES) && follows(&DEEDS);
        if is_responsible || is_carried || is_blamed {
            return Some(at..at + 2);
        }
        // An actor right before an act of harm.
        let is_past = tagged.verb_form(at) == Some(VerbForm::Past) && tagged.is_finite(at);
        let is_act = tagged.is_in(at, &ACTS) || is_past && tagged.has_role(at, EventRole::Act);
        let is_active = !(at.saturating_sub(2)..at).any(|before| tagged.is_be(before) || tagged.is_have(before))
            && is_actor(tagged, at.checked_sub(1)?)
            && statement.tokens().any(|other| other == at - 1);
        (is_act && is_active).then(|| at - 1..at + 1)
    })
}

/// Whether token `at` names those who do harm.
fn is_actor(tagged: &TaggedText<'_>, at: usize) -> bool {
    const ACTORS: WordList = WordList::of(
        "forces army troops soldiers police gunmen militants rebels fighters insurgents guerrillas military militia \
        militias regime government coalition gunman attackers attacker terrorists warplanes jets helicopters aircraft drones \
        warplane navy settlers gang gangs extremists jihadists group commandos officers guards agents",
    );
    tagged.is_in(at, &ACTORS)
}

/// "the worst flood since 1953", "the highest in 40 years", "a record 12,000", "for the first time".
fn extreme(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Range<usize>> {
    const EXTREMES: WordList = WordList::of(
        "largest biggest highest lowest greatest smallest worst deadliest longest oldest fastest slowest most fewest \
        least heaviest strongest steepest first youngest wettest driest hottest coldest record",
    );
    const FRAMES: WordList =
        WordList::of("since ever history record world country decade decades years century time nation region on");
    statement.tokens().find_map(|at| {
        if !tagged.is_in(at, &EXTREMES) || tagged.word(at.wrapping_sub(1)) == "at" {
            return None;
        }
        let behind = at + 1..at + 12;
        let frame = behind.take_while(|&next| !tagged.is_barrier(next)).find(|&next| {
            tagged.is_in(next, &FRAMES) && (tagged.word(next) != "on" || tagged.word(next + 1) == "record")
        })?;
        // "the first time that I" and "most of the country" compare nothing.
        let is_compared = match tagged.word(at) {
            "first" => {
                tagged.word(frame) == "since" || tagged.word(frame) == "history" || tagged.word(at + 1) == "time"
            }
            "most" | "least" => tagged.word(at + 1) != "of" && tagged.word(frame) != "country",
            _ => true,
        };
        (is_compared && statement.tokens().any(|other| other == frame)).then(|| at..frame + 1)
    })
}

/// A number of something, a share, or a change by a factor.
fn quantity(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Range<usize>> {
    const FACTORS: WordList =
        WordList::of("doubled doubling tripled tripling quadrupled halved halving percent majority");
    if let Some(at) = statement.tokens().find(|&at| is_ratio(tagged, at)) {
        return Some(at - 1..at + 2);
    }
    let figure = statement.tokens().find(|&at| is_figure(tagged, at) && !is_idle(tagged, at))?;
    let end = (figure + 1..figure + 4)
        .take_while(|&at| is_figure(tagged, at) || tagged.is_one_of(at, &["%", "percent"]))
        .last();
    Some(figure..end.unwrap_or(figure) + 1).or_else(|| first_of(tagged, statement, &FACTORS))
}

/// Whether token `at` stands between the numbers of a share: "one **in** three", "18 **of** 31".
pub(super) fn is_ratio(tagged: &TaggedText<'_>, at: usize) -> bool {
    let is_number = |at: usize| is_figure(tagged, at) && tagged.kind(at) == Some(TokenKind::Number);
    let is_first = |at: usize| is_figure(tagged, at) || tagged.word(at) == "one";
    match tagged.word(at) {
        "in" => at > 0 && is_first(at - 1) && (is_figure(tagged, at + 1) || tagged.word(at + 1) == "every"),
        "of" => at > 0 && is_number(at - 1) && is_number(at + 1),
        _ => false,
    }
}

/// Whether a number claims next to nothing: "two of them", "the two men", a stretch of time, a score, a rank.
fn is_idle(tagged: &TaggedText<'_>, at: usize) -> bool {
    const SPANS: WordList = WordList::of(
        "second seconds minute minutes hour hours day days night nights week weeks month months year years decade \
        decades century centuries ago",
    );
    let is_small =
        tagged.is_one_of(at, &["two", "three", "half", "double", "quarter", "quarters", "second", "third", "scores"]);
    let before = at.checked_sub(1).map_or("", |before| tagged.word(before));
    // "30 days", "[Ten] years ago", "15 long years".
    let is_of_time = (at + 1..at + 4)
        .take_while(|&next| tagged.is_one_of(next, &["]", ")", "-", "long"]) || tagged.is_in(next, &SPANS))
        .any(|next| tagged.is_in(next, &SPANS));
    // "1 – 0", "3-2": a range has a larger second number, and a score is of small ones.
    let is_short = |at: usize| tagged.word(at).len() == 1 && tagged.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let is_dash = |at: usize| tagged.is_one_of(at, &["-", "–", "—"]);
    let is_score =
        is_short(at) && (is_dash(at + 1) && is_short(at + 2) || at >= 2 && is_dash(at - 1) && is_short(at - 2));
    // "Daniel Orlo, 19, was".
    let is_age = before == "," && tagged.word(at + 1) == "," && tagged.word(at).len() <= 2;
    let is_rank = before == "#";
    // "in ’08".
    let is_short_year = matches!(before, "'" | "’" | "‘") && tagged.word(at).len() == 2;
    // "day five", "page 12", "chapter two".
    const NUMBERED: WordList = WordList::of(
        "day page chapter part stage round episode season volume phase grade level class section article \
        paragraph item figure room gate number no",
    );
    let is_numbered = at > 0 && tagged.is_in(at - 1, &NUMBERED);
    is_small
        || is_of_time
        || is_score
        || is_age
        || is_rank
        || is_numbered
        || is_short_year
        || matches!(before, "the" | "these" | "those" | "his" | "her" | "their" | "our")
}

/// "will", "is expected to", "is going to".
fn prediction(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Range<usize>> {
    const NEXT: WordList = WordList::of("will won't shall");
    const FORECASTS: WordList = WordList::of("expected forecast predicted projected likely set bound poised");
    statement.tokens().find_map(|at| {
        let is_first_person = at.checked_sub(1).is_some_and(|before| tagged.is_one_of(before, &["i", "we"]));
        let is_going = tagged.word(at) == "going" && tagged.word(at + 1) == "to";
        let is_forecast = tagged.is_in(at, &FORECASTS)
            && tagged.word(at + 1) == "to"
            && at.checked_sub(1).is_some_and(|before| tagged.is_be(before));
        // What one promises to do oneself is a plan.
        ((tagged.is_in(at, &NEXT) && !is_first_person) || is_going || is_forecast).then(|| at..at + 1)
    })
}

/// "the law bans", "is illegal", "the court ruled".
fn rule_of_law(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Range<usize>> {
    const STATES: WordList =
        WordList::of("illegal unlawful legal unconstitutional lawful mandatory compulsory banned prohibited forbidden");
    const RULES_OF: WordList =
        WordList::of("law laws constitution regulation regulations decree treaty statute ordinance court rules");
    const SAYS: WordList =
        WordList::of("requires require bans prohibits prohibit forbids allows allow permits obliges ruled guarantees");
    statement.tokens().find_map(|at| {
        let is_state = tagged.is_in(at, &STATES) && (at.saturating_sub(3)..at).any(|before| tagged.is_be(before));
        let is_ruling = tagged.is_in(at, &RULES_OF) && (at + 1..at + 4).any(|next| tagged.is_in(next, &SAYS));
        (is_state || is_ruling).then(|| at..at + 1)
    })
}

/// "is linked to", "leads to", "because of".
fn correlation(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Range<usize>> {
    statement.tokens().find_map(|at| {
        let next = tagged.word(at + 1);
        let is_pair = match tagged.word(at) {
            "linked" | "leads" | "led" | "tied" | "due" | "contributes" | "contributed" => next == "to",
            "associated" | "correlated" => next == "with",
            "because" => next == "of",
            "results" | "resulted" => next == "in" || next == "from",
            "caused" | "causes" => next == "by" || tagged.is(at + 1, WordClass::Determiner),
            _ => false,
        };
        is_pair.then(|| at..at + 2)
    })
}

/// A reported event: something was done, as somebody says who is named.
fn event(tagged: &TaggedText<'_>, statement: &Statement<'_>) -> Option<Range<usize>> {
    statement.by?.source?;
    const OPINIONS: WordList =
        WordList::of("should must ought i i'm think believe feel hope want wants would could may might");
    // "whether it fell" asks, and "to have won" or "as he left" is a part of a sentence.
    const BEGINNINGS: WordList = WordList::of("whether if to as about of for");
    let is_fragment = statement.tokens().next().is_some_and(|at| tagged.is_in(at, &BEGINNINGS));
    if is_fragment || statement.tokens().any(|at| tagged.is_in(at, &OPINIONS)) {
        return None;
    }
    let past = statement.tokens().find(|&at| {
        tagged.verb_form(at) == Some(VerbForm::Past)
            && !tagged.is_be(at)
            && tagged.is_finite(at)
            && !tagged.is_reporting(at)
            // "a suit filed by" tells more of a noun.
            && (tagged.word(at + 1) != "by" || (at.saturating_sub(3)..at).any(|before| tagged.is_be(before)))
            // "United" is of a name.
            && !tagged.words.word(at).starts_with(char::is_uppercase)
    })?;
    Some(past..past + 1)
}
