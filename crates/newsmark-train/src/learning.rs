//! From annotated articles to a model: which features, which weights, and how sure.

use newsmark_core::suggest::attribution::chain::Chain;
use newsmark_core::suggest::attribution::{ChainEvidence, FoundAttribution, Label, Model, attributions_with_evidence};

use crate::articles::Article;
use crate::calibration::logistic_weights;
use crate::gold::labels;
use crate::scoring::{FoundParts, is_right};
use crate::training::{Alphabet, Lesson, Settings, train};

/// Every so many articles are left out of one training, to learn from them how sure the chain may be.
const HELD_OUT: usize = 5;

/// A feature is of at least so many words: what rarer ones tell is chance.
const LEAST_COUNT: u32 = 6;

/// So many features make a file of some 600 KB.
const N_FEATURES: usize = 17_500;

/// Trains a model; the same articles give the same model.
pub fn learn(articles: &[Article]) -> Model {
    let whole = Alphabet::of(articles.iter().map(|article| &article.words), LEAST_COUNT);
    let lessons: Vec<Lesson> = articles
        .iter()
        .enumerate()
        .flat_map(|(n, article)| whole.lessons(n, &article.words, &labels(&article.gold, &article.words)))
        .collect();
    eprintln!("{} annotations of articles, {} paragraphs", articles.len(), lessons.len());
    // A training with a high penalty tells which features matter; those alone are trained again with a low one.
    let first = train(&whole, &lessons.iter().collect::<Vec<_>>(), &Settings::CHOOSING);
    let alphabet = whole.strongest(&first, &lessons, N_FEATURES);
    let lessons = alphabet.narrowed(&whole, &lessons);

    let is_held_out = |article: usize| article.is_multiple_of(HELD_OUT);
    let kept: Vec<&Lesson> = lessons.iter().filter(|lesson| !is_held_out(lesson.article)).collect();
    let mut probe = train(&alphabet, &kept, &Settings::CHOSEN);
    probe.chain = eager(probe.chain);
    let held_out = articles.iter().enumerate().filter(|(n, _)| is_held_out(*n)).map(|(_, article)| article);
    let cases: Vec<_> = held_out.flat_map(|article| cases(&probe, article)).collect();

    let mut model = train(&alphabet, &lessons.iter().collect::<Vec<_>>(), &Settings::CHOSEN);
    model.chain = eager(model.chain);
    model.calibration = logistic_weights(&cases).to_vec();
    model
}

/// The lines at the head of a model's file.
pub fn header(articles: &[Article]) -> String {
    let n_tokens: usize = articles.iter().map(|article| article.words.tokens().len()).sum();
    format!(
        "The linear-chain model of attributions, trained by likelihood with newsmark-train on PolNeAR 1.0, part train\n\
         ({} annotations of articles, {n_tokens} tokens). Words are those of the program's own lists, of all others only\n\
         endings and case count, so that nothing of an article stands here.\n\
         \n\
         digest       of the set of features that the weights are for\n\
         calibration  weights of what speaks for an attribution, in the order of the program's evidence\n\
         start        for labels that begin a paragraph: a letter for each and a weight in hundredths\n\
         follows      a label and those that follow it\n\
         template     the template of the features below, each with its symbols and the weights of labels",
        articles.len()
    )
}

/// How much readier the chain is to begin a cue than likelihood alone makes it.
// Likelihood leaves out what is rather no attribution than one; F1 is highest where the next likely ones are found, too.
const EAGERNESS: f32 = 0.3;

fn eager(mut chain: Chain) -> Chain {
    for cue in [Label::CUE.index(), Label::CUE_AFTER.index()] {
        chain.start[cue] += EAGERNESS;
        chain.follows.iter_mut().for_each(|row| row[cue] += EAGERNESS);
    }
    chain
}

/// The evidence for every attribution that a model's chain finds in an article, and whether it is one.
fn cases(model: &Model, article: &Article) -> Vec<(ChainEvidence, bool)> {
    let case = |(found, evidence): (FoundAttribution, Option<ChainEvidence>)| {
        let parts = FoundParts::of(&found, &article.words);
        evidence.map(|evidence| (evidence, is_right(&parts.content, parts.source.as_ref(), &article.gold)))
    };
    attributions_with_evidence(model, &article.words).into_iter().filter_map(case).collect()
}
