//! Articles whose every figure is listed with harm, number, qualifier and scope.

use std::collections::HashMap;
use std::path::Path;
use std::{fs, io};

use newsmark_core::model::{Harm, Qualifier, ScopeKind, Span};
use newsmark_core::suggest::{Proposal, Tier};

use super::proposed::{Said, proposed};
use super::ratio::Ratio;

/// A figure of the list.
struct Listed {
    article: String,
    snippet: String,
    nth: usize,
    harm: String,
    number: Option<u64>,
    qualifier: String,
    scope: String,
    tier: String,
}

#[derive(Default)]
struct Scores {
    recall: Ratio,
    precision: Ratio,
    all_recall: Ratio,
    scope: Ratio,
    scope_of_chains: Ratio,
}

/// Prints precision and recall of numeric killed and injured, and how many scopes are right.
pub fn score(folder: &Path, shows: bool) -> io::Result<()> {
    let listed = read(&fs::read_to_string(folder.join("figures.txt"))?);
    let mut by_article: HashMap<&str, Vec<&Listed>> = HashMap::new();
    for one in &listed {
        by_article.entry(&one.article).or_default().push(one);
    }
    let mut articles: Vec<_> = by_article.into_iter().collect();
    articles.sort_by_key(|(article, _)| *article);
    let mut scores = Scores::default();
    for (article, listed) in articles {
        let text = fs::read_to_string(folder.join(format!("{article}.txt")))?;
        score_article(article, &text, &listed, &mut scores, shows);
    }
    println!("numeric killed and injured, likely: precision {} recall {}", scores.precision, scores.recall);
    println!("numeric killed and injured, any tier: recall {}", scores.all_recall);
    println!(
        "scope of those: kind {}, kind where a repetition may stand for what it repeats {}",
        scores.scope, scores.scope_of_chains
    );
    Ok(())
}

fn read(list: &str) -> Vec<Listed> {
    let rows = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    rows.filter_map(|row| {
        let [article, snippet, harm, number, qualifier, scope, tier] = row.split('|').collect::<Vec<_>>()[..] else {
            return None;
        };
        let (snippet, nth) = match snippet.rsplit_once('#') {
            Some((words, nth)) if nth.parse::<usize>().is_ok() => (words, nth.parse().unwrap_or(1)),
            _ => (snippet, 1),
        };
        let owned = str::to_owned;
        Some(Listed {
            article: owned(article),
            snippet: owned(snippet),
            nth,
            harm: owned(harm),
            number: number.parse().ok(),
            qualifier: owned(qualifier),
            scope: owned(scope),
            tier: owned(tier),
        })
    })
    .collect()
}

fn score_article(article: &str, string: &str, listed: &[&Listed], scores: &mut Scores, shows: bool) {
    let (text, found) = proposed(string);
    let mut matched: Vec<Option<usize>> = vec![None; listed.len()];
    let mut taken = vec![false; found.len()];
    for (n, one) in listed.iter().enumerate() {
        let Some(at) = text.match_indices(&one.snippet).nth(one.nth - 1).map(|(at, _)| at) else { continue };
        let Some(span) = Span::new(at, at + one.snippet.len()) else { continue };
        let fitting = (0..found.len()).find(|&p| !taken[p] && is_it(&found[p], one, span));
        if let Some(p) = fitting {
            (matched[n], taken[p]) = (Some(p), true);
        }
        if one.tier == "num" && matches!(one.harm.as_str(), "K" | "I") {
            let is_likely = fitting.is_some_and(|p| found[p].tier == Tier::Likely);
            scores.recall.add(is_likely);
            scores.all_recall.add(fitting.is_some());
            if shows && !is_likely {
                println!(
                    "  missed {article}: {} {} {:?} {}",
                    one.snippet,
                    one.harm,
                    one.number,
                    if fitting.is_some() { "(possible)" } else { "" }
                );
            }
            if let Some(p) = fitting {
                score_scope(article, one, p, &found, scores, shows);
            }
        }
    }
    for (p, proposal) in found.iter().enumerate() {
        let Some(said) = Said::of(proposal) else { continue };
        let is_counted = proposal.tier == Tier::Likely
            && said.is_numeric()
            && matches!(said.harm, Some(Harm::Killed | Harm::Injured | Harm::Unspecified));
        // Words said twice are listed once: the other time is neither right nor wrong.
        let repeats = listed.iter().any(|one| is_same_count(&said, one));
        let first = text[proposal.spans.start()..].split_whitespace().next().unwrap_or_default().to_lowercase();
        let is_one = said.best == Some(1) && said.low == Some(1);
        if !is_counted || (repeats && !taken[p]) || (is_one && !taken[p]) {
            if shows && is_counted && is_one && !taken[p] {
                println!("  one of no list {article}: {} ({first})", words(&text, proposal));
            }
            continue;
        }
        scores.precision.add(taken[p]);
        if shows && !taken[p] {
            println!(
                "  wrong {article}: {} {:?} {:?} {:?} {}",
                words(&text, proposal),
                said.harm,
                said.qualifier,
                said.best.or(said.low),
                proposal.rule
            );
        }
    }
}

fn words(text: &str, proposal: &Proposal) -> String {
    text[proposal.spans.start()..proposal.spans.end()].to_owned()
}

fn is_same_count(said: &Said, one: &Listed) -> bool {
    is_harm(said.harm, &one.harm) && one.number.is_some_and(|number| said.names(number))
}

fn is_it(proposal: &Proposal, one: &Listed, span: Span) -> bool {
    let Some(said) = Said::of(proposal) else { return false };
    let own = (proposal.spans.start(), proposal.spans.end());
    let shared = own.1.min(span.end()).saturating_sub(own.0.max(span.start()));
    let is_number = match one.number {
        Some(number) => said.names(number),
        None => !said.is_numeric() || said.qualifier == Qualifier::VaguePlural,
    };
    // Half of the shorter: a list gives the verb with some figures and not with others.
    shared * 2 >= span.len().min(own.1 - own.0)
        && is_harm(said.harm, &one.harm)
        && is_number
        && is_qualifier(said.qualifier, &one.qualifier)
}

fn is_harm(harm: Option<Harm>, listed: &str) -> bool {
    matches!(
        (harm, listed),
        (Some(Harm::Killed), "K" | "H")
            | (Some(Harm::Injured), "I" | "H")
            | (Some(Harm::Unspecified), "H")
            | (None, "D")
    )
}

fn is_qualifier(qualifier: Qualifier, listed: &str) -> bool {
    let name = match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::AtLeast => "at_least",
        Qualifier::MoreThan => "more_than",
        Qualifier::AtMost => "at_most",
        Qualifier::LessThan => "less_than",
        Qualifier::Nearly => "nearly",
        Qualifier::Approximately => "approx",
        Qualifier::VaguePlural => "vague",
        Qualifier::UnknownPlural => "unknown",
        Qualifier::Range => "range",
        Qualifier::Residual => "residual",
        Qualifier::Unspecified => "unspecified",
    };
    name == listed
}

fn score_scope(article: &str, one: &Listed, p: usize, found: &[Proposal], scores: &mut Scores, shows: bool) {
    let Some(said) = Said::of(&found[p]) else { return };
    let name = match said.scope.kind {
        ScopeKind::Event => "event",
        ScopeKind::PartOf => "part",
        ScopeKind::Additional => "additional",
        ScopeKind::UpdateOf => "update",
        ScopeKind::SameAs => "same",
        ScopeKind::Cumulative => "cumulative",
        ScopeKind::Unspecified => "unspecified",
    };
    // A heading is the same as the text under it, where the list has it the other way round: one of the two counts.
    let is_pair = matches!((name, one.scope.as_str()), ("same", "event") | ("event", "same"))
        && found.iter().any(|other| {
            let scope = other.details.scope().unwrap_or_default();
            let points =
                |from: &Proposal, to: &Proposal| from.details.scope().is_some_and(|scope| scope.of == Some(to.id));
            scope.kind == ScopeKind::SameAs && points(other, &found[p]) || points(&found[p], other)
        });
    scores.scope.add(name == one.scope);
    scores.scope_of_chains.add(name == one.scope || is_pair);
    if shows && name != one.scope {
        println!(
            "  scope {article}: {} is {}, not {name}{}",
            one.snippet,
            one.scope,
            if is_pair { " (pair)" } else { "" }
        );
    }
}
