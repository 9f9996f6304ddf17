//! From annotated articles to a model: which features, which weights, and how sure.

use newsmark_core::suggest::attribution::chain::Chain;
use newsmark_core::suggest::attribution::{
    ChainEvidence, FoundAttribution, Label, Model, attributions_by, attributions_with_evidence,
};

use crate::articles::Article;
use crate::calibration::logistic_weights;
use crate::gold::labels;
use crate::scoring::{FoundParts, ScoreCard, is_content, is_right};
use crate::training::{Alphabet, Lesson, Settings, train};

/// Parts into which the articles are divided: each is left out of one training, to learn how sure the chain may be of
/// what it was not shown.
const N_FOLDS: usize = 5;

/// A feature is of at least so many words: what rarer ones tell is chance.
const LEAST_COUNT: u32 = 6;

/// So many features make a file of some 600 KB.
const N_FEATURES: usize = 17_500;

/// What is learnt from: the paragraphs of all articles, by the features that matter.
struct Course<'a> {
    articles: &'a [Article],
    alphabet: Alphabet,
    lessons: Vec<Lesson>,
    /// The fold of each article.
    folds: Vec<usize>,
}

impl<'a> Course<'a> {
    fn of(articles: &'a [Article]) -> Course<'a> {
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
        Course { articles, alphabet, lessons, folds: folds(articles) }
    }

    fn model(&self, is_kept: impl Fn(usize) -> bool) -> Model {
        let kept: Vec<&Lesson> = self.lessons.iter().filter(|lesson| is_kept(lesson.article)).collect();
        train(&self.alphabet, &kept, &Settings::CHOSEN)
    }

    /// For each fold a model of the others.
    fn probes(&self) -> Vec<Model> {
        let probe = |fold: usize| self.model(|article| self.folds[article] != fold);
        // Two at a time, as many as a small machine has cores; which thread trains one makes no difference to it.
        let (first, second) = std::thread::scope(|scope| {
            let second = scope.spawn(|| (0..N_FOLDS).filter(|fold| fold % 2 == 1).map(probe).collect::<Vec<_>>());
            let first: Vec<Model> = (0..N_FOLDS).filter(|fold| fold % 2 == 0).map(probe).collect();
            (first, second.join().unwrap_or_default())
        });
        let (mut first, mut second) = (first.into_iter(), second.into_iter());
        (0..N_FOLDS).filter_map(|fold| if fold % 2 == 0 { first.next() } else { second.next() }).collect()
    }

    fn articles_of(&self, fold: usize) -> impl Iterator<Item = &'a Article> {
        self.articles.iter().zip(&self.folds).filter(move |(_, own)| **own == fold).map(|(article, _)| article)
    }

    /// The cases of each fold, as a model finds them that was trained on the others.
    fn cases(&self, probes: &[Model]) -> Vec<Vec<(ChainEvidence, bool)>> {
        let of_fold = |(fold, probe)| self.articles_of(fold).flat_map(|article| cases(probe, article)).collect();
        probes.iter().enumerate().map(of_fold).collect()
    }

    /// The measures on each fold, by its probe and a calibration from the cases of the others.
    fn scored(&self, probes: &mut [Model], cases: &[Vec<(ChainEvidence, bool)>]) -> ScoreCard {
        let mut card = ScoreCard::default();
        for (fold, probe) in probes.iter_mut().enumerate() {
            let others = cases.iter().enumerate().filter(|(other, _)| *other != fold);
            let others: Vec<(ChainEvidence, bool)> = others.flat_map(|(_, cases)| cases.iter().copied()).collect();
            probe.calibration = logistic_weights(&others).to_vec();
            for article in self.articles_of(fold) {
                let found = attributions_by(probe, &article.words);
                let found: Vec<FoundParts> = found.iter().map(|found| FoundParts::of(found, &article.words)).collect();
                card.add(&article.words, &found, &article.gold);
            }
        }
        card
    }
}

/// Trains a model, and scores on each article one that was learnt without its fold; the same articles give the same
/// model. The scores are what [`EAGERNESS`] and the likely tier are chosen by.
pub fn learn(articles: &[Article]) -> (Model, ScoreCard) {
    let course = Course::of(articles);
    let mut probes = course.probes();
    probes.iter_mut().for_each(|probe| make_eager(&mut probe.chain, EAGERNESS));
    let cases = course.cases(&probes);
    let card = course.scored(&mut probes, &cases);
    let mut model = course.model(|_| true);
    make_eager(&mut model.chain, EAGERNESS);
    model.calibration = logistic_weights(&cases.concat()).to_vec();
    (model, card)
}

/// The fold of each article: all that annotators made of one text are in one, as what was seen of it in training would
/// make the chain surer than it may be.
fn folds(articles: &[Article]) -> Vec<usize> {
    let mut n_texts = 0;
    let mut folds: Vec<usize> = Vec::with_capacity(articles.len());
    for (place, article) in articles.iter().enumerate() {
        let is_same = place > 0 && articles[place - 1].words.text() == article.words.text();
        n_texts += usize::from(!is_same);
        folds.push(n_texts % N_FOLDS);
    }
    folds
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
const EAGERNESS: f32 = 0.1;

fn make_eager(chain: &mut Chain, eagerness: f32) {
    for cue in [Label::CUE.index(), Label::CUE_AFTER.index()] {
        chain.start[cue] += eagerness;
        chain.follows.iter_mut().for_each(|row| row[cue] += eagerness);
    }
}

/// The evidence for every attribution that a model's chain finds in an article, and whether it is one.
fn cases(model: &Model, article: &Article) -> Vec<(ChainEvidence, bool)> {
    let case = |(found, evidence): (FoundAttribution, Option<ChainEvidence>)| {
        let parts = FoundParts::of(&found, &article.words);
        let is_so =
            is_content(&parts.content, &article.gold) && is_right(&parts.content, parts.source.as_ref(), &article.gold);
        evidence.map(|evidence| (evidence, is_so))
    };
    attributions_with_evidence(model, &article.words).into_iter().filter_map(case).collect()
}
