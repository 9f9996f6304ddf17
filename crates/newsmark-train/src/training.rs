//! Training by likelihood: stochastic gradient descent with a rate for each weight (AdaGrad, Duchi, Hazan and Singer
//! 2011) and an L1 penalty taken when a weight is next read (FOBOS, Duchi and Singer 2009), so that most weights are
//! nought and the file of the model stays small.

use std::collections::HashMap;

use newsmark_core::suggest::Words;
use newsmark_core::suggest::attribution::chain::{Chain, Scores};
use newsmark_core::suggest::attribution::{Feature, IMPOSSIBLE, Label, Model, paragraph_features};

/// A paragraph ready to learn from: the features of each word by their places among the trained ones, and the labels.
pub struct Lesson {
    /// The article that it is of.
    pub article: usize,
    features: Vec<Vec<u32>>,
    labels: Vec<Label>,
}

/// How a model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Times that every paragraph is gone through.
    pub n_passes: usize,
    /// The learning rate.
    pub rate: f32,
    /// The L1 penalty of a weight for each paragraph.
    pub penalty: f32,
}

impl Settings {
    /// To find out which features matter: the penalty leaves some tens of thousands.
    pub const CHOOSING: Settings = Settings { n_passes: 6, rate: 0.03, penalty: 8e-4 };
    /// To weigh those, which are few enough to bear a lower penalty: one that keeps most of what was chosen.
    pub const CHOSEN: Settings = Settings { n_passes: 6, rate: 0.03, penalty: 2.5e-4 };
}

/// The features that are trained, each with its place.
pub struct Alphabet(HashMap<Feature, u32>);

impl Alphabet {
    /// The features of at least `least_count` words of the articles.
    pub fn of<'w>(articles: impl Iterator<Item = &'w Words>, least_count: u32) -> Alphabet {
        let mut counts: HashMap<Feature, u32> = HashMap::new();
        for words in articles {
            for paragraph in 0..words.paragraphs().len() {
                for feature in paragraph_features(words, paragraph).into_iter().flatten() {
                    *counts.entry(feature).or_default() += 1;
                }
            }
        }
        let kept = counts.into_iter().filter(|(_, count)| *count >= least_count).map(|(feature, _)| feature);
        Alphabet::with_places(kept.collect())
    }

    /// The `n` features of a model that change the scores of the lessons' words most: by the square of their weights
    /// and the number of their words.
    pub fn strongest(&self, model: &Model, lessons: &[Lesson], n: usize) -> Alphabet {
        let mut counts = vec![0u32; self.0.len()];
        lessons
            .iter()
            .flat_map(|lesson| lesson.features.iter().flatten())
            .for_each(|place| counts[*place as usize] += 1);
        let strength = |(feature, weights): (Feature, &Scores)| {
            let count = self.0.get(&feature).map_or(0, |place| counts[*place as usize]);
            (weights.iter().map(|weight| weight * weight).sum::<f32>() * count as f32, feature)
        };
        let mut ranked: Vec<(f32, Feature)> = model.weights().map(strength).collect();
        // Of two as strong always the same is kept.
        ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        Alphabet::with_places(ranked.into_iter().take(n).map(|(_, feature)| feature).collect())
    }

    fn with_places(mut features: Vec<Feature>) -> Alphabet {
        features.sort_unstable();
        Alphabet(features.into_iter().zip(0..).collect())
    }

    /// The lessons of another alphabet in this one, which has some of its features.
    pub fn narrowed(&self, from: &Alphabet, lessons: &[Lesson]) -> Vec<Lesson> {
        let mut places = vec![None; from.0.len()];
        from.0.iter().for_each(|(feature, place)| places[*place as usize] = self.0.get(feature).copied());
        let narrow = |features: &Vec<u32>| features.iter().filter_map(|place| places[*place as usize]).collect();
        let lesson = |lesson: &Lesson| Lesson {
            article: lesson.article,
            features: lesson.features.iter().map(narrow).collect(),
            labels: lesson.labels.clone(),
        };
        lessons.iter().map(lesson).collect()
    }

    /// The paragraphs of an article with the labels of its tokens.
    pub fn lessons(&self, article: usize, words: &Words, labels: &[Label]) -> Vec<Lesson> {
        let paragraphs = words.paragraphs().iter().enumerate();
        let lesson = |(paragraph, range): (usize, &std::ops::Range<usize>)| Lesson {
            article,
            features: paragraph_features(words, paragraph)
                .into_iter()
                .map(|found| found.iter().filter_map(|feature| self.0.get(feature).copied()).collect())
                .collect(),
            labels: labels[range.clone()].to_vec(),
        };
        paragraphs.map(lesson).collect()
    }
}

/// Weights in training.
struct Weights {
    rows: Vec<Row>,
    chain: Chain,
    squares: [Scores; Label::COUNT],
    start_squares: Scores,
}

#[derive(Clone)]
struct Row {
    weights: Scores,
    /// The sums of the squares of their gradients.
    squares: Scores,
    /// The paragraph after which the penalty was last taken.
    seen: u32,
}

impl Row {
    fn catch_up(&mut self, now: u32, settings: &Settings) {
        let missed = (now - self.seen) as f32;
        if missed > 0.0 {
            self.seen = now;
            let penalty = missed * settings.penalty * settings.rate;
            for (weight, square) in self.weights.iter_mut().zip(&self.squares) {
                let step = penalty / square.sqrt();
                *weight = weight.signum() * (weight.abs() - step).max(0.0);
            }
        }
    }
}

/// What the sums of squares begin with, so that the first steps are no leaps: a word has some seventy features, which
/// step together.
const FIRST_SQUARE: f32 = 1.0;

/// Trains a model on the lessons; the same lessons give the same model.
pub fn train(alphabet: &Alphabet, lessons: &[&Lesson], settings: &Settings) -> Model {
    let nothing = [0.0; Label::COUNT];
    let row = Row { weights: nothing, squares: [FIRST_SQUARE; Label::COUNT], seen: 0 };
    let mut weights = Weights {
        rows: vec![row; alphabet.0.len()],
        chain: unseen_chain(lessons),
        squares: [[FIRST_SQUARE; Label::COUNT]; Label::COUNT],
        start_squares: [FIRST_SQUARE; Label::COUNT],
    };
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut seed = 1;
    let mut now = 0;
    let mut mean = Mean::of(&weights);
    for pass in 0..settings.n_passes {
        shuffle(&mut order, &mut seed);
        let mut likelihood = 0.0;
        for lesson in &order {
            now += 1;
            likelihood += weights.learn(lessons[*lesson], now, settings);
        }
        eprintln!("pass {}: log-likelihood {likelihood:.0}", pass + 1);
        weights.rows.iter_mut().for_each(|row| row.catch_up(now, settings));
        if pass >= settings.n_passes / 2 {
            mean.add(&weights);
        }
    }
    let kept = alphabet.0.iter().map(|(feature, place)| (*feature, mean.row(*place as usize)));
    let kept = kept.filter(|(_, weights)| weights.iter().any(|weight| weight.abs() >= 0.005));
    Model::new(kept, mean.chain(), Vec::new())
}

/// The mean of the weights after the later passes: it fits other texts better than the last weights do (Polyak and
/// Juditsky 1992).
struct Mean {
    rows: Vec<Scores>,
    start: Scores,
    follows: [Scores; Label::COUNT],
    n: f32,
}

impl Mean {
    fn of(weights: &Weights) -> Mean {
        let nothing = [0.0; Label::COUNT];
        Mean { rows: vec![nothing; weights.rows.len()], start: nothing, follows: [nothing; Label::COUNT], n: 0.0 }
    }

    fn add(&mut self, weights: &Weights) {
        let add = |sums: &mut Scores, more: &Scores| sums.iter_mut().zip(more).for_each(|(sum, weight)| *sum += weight);
        self.rows.iter_mut().zip(&weights.rows).for_each(|(sums, row)| add(sums, &row.weights));
        add(&mut self.start, &weights.chain.start);
        self.follows.iter_mut().zip(&weights.chain.follows).for_each(|(sums, row)| add(sums, row));
        self.n += 1.0;
    }

    fn row(&self, place: usize) -> Scores {
        self.rows[place].map(|sum| sum / self.n)
    }

    fn chain(&self) -> Chain {
        let mean = |sums: &Scores| sums.map(|sum| sum / self.n);
        Chain { start: mean(&self.start), follows: self.follows.each_ref().map(mean) }
    }
}

/// A chain in which what never follows in the lessons is impossible.
fn unseen_chain(lessons: &[&Lesson]) -> Chain {
    let mut chain = Chain { start: [IMPOSSIBLE; Label::COUNT], follows: [[IMPOSSIBLE; Label::COUNT]; Label::COUNT] };
    for lesson in lessons {
        if let Some(first) = lesson.labels.first() {
            chain.start[first.index()] = 0.0;
        }
        for pair in lesson.labels.windows(2) {
            chain.follows[pair[0].index()][pair[1].index()] = 0.0;
        }
    }
    chain
}

impl Weights {
    /// One step along the gradient of a paragraph; returns its log-likelihood before.
    fn learn(&mut self, lesson: &Lesson, now: u32, settings: &Settings) -> f64 {
        let mut scores = vec![[0.0; Label::COUNT]; lesson.features.len()];
        for (sums, features) in scores.iter_mut().zip(&lesson.features) {
            for feature in features {
                let row = &mut self.rows[*feature as usize];
                row.catch_up(now, settings);
                sums.iter_mut().zip(&row.weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
        let mut expected = [[0.0; Label::COUNT]; Label::COUNT];
        let marginals = self.chain.marginals(&scores, Some(&mut expected));
        let mut score = 0.0;
        for (at, label) in lesson.labels.iter().enumerate() {
            score += f64::from(scores[at][label.index()]);
            score += f64::from(match at.checked_sub(1) {
                None => self.chain.start[label.index()],
                Some(before) => self.chain.follows[lesson.labels[before].index()][label.index()],
            });
        }
        for (at, features) in lesson.features.iter().enumerate() {
            let mut gradient = marginals.words[at];
            gradient[lesson.labels[at].index()] -= 1.0;
            for feature in features {
                let row = &mut self.rows[*feature as usize];
                step(&mut row.weights, &mut row.squares, &gradient, settings.rate);
            }
        }
        self.step_chain(lesson, &marginals.words, expected, settings.rate);
        score - marginals.log_partition()
    }

    fn step_chain(&mut self, lesson: &Lesson, shares: &[Scores], mut expected: [Scores; Label::COUNT], rate: f32) {
        for pair in lesson.labels.windows(2) {
            expected[pair[0].index()][pair[1].index()] -= 1.0;
        }
        if let (Some(first), Some(label)) = (shares.first(), lesson.labels.first()) {
            let mut gradient = *first;
            gradient[label.index()] -= 1.0;
            step_possible(&mut self.chain.start, &mut self.start_squares, &gradient, rate);
        }
        for (from, gradient) in expected.iter().enumerate() {
            step_possible(&mut self.chain.follows[from], &mut self.squares[from], gradient, rate);
        }
    }
}

fn step(weights: &mut Scores, squares: &mut Scores, gradient: &Scores, rate: f32) {
    for ((weight, square), slope) in weights.iter_mut().zip(squares.iter_mut()).zip(gradient) {
        *square += slope * slope;
        *weight -= rate * slope / square.sqrt();
    }
}

fn step_possible(weights: &mut Scores, squares: &mut Scores, gradient: &Scores, rate: f32) {
    let before = *weights;
    step(weights, squares, gradient, rate);
    for (weight, before) in weights.iter_mut().zip(before) {
        if before <= IMPOSSIBLE {
            *weight = IMPOSSIBLE;
        }
    }
}

/// Puts the order in another one (Fisher and Yates), by numbers of xorshift64 (Marsaglia 2003).
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for last in (1..order.len()).rev() {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        order.swap(last, (*seed % (last as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use newsmark_core::model::Text;

    use super::*;

    /// Lessons of one sentence, said often: its second word reports what follows.
    fn lessons() -> (Words, Alphabet, Vec<Lesson>) {
        let words = Words::of(&Text::new("Ana said it rained.\n".repeat(20)));
        let of_sentence = [Label::SOURCE, Label::CUE, Label::CONTENT, Label::CONTENT.inside(), Label::OUTSIDE];
        let alphabet = Alphabet::of(std::iter::once(&words), 5);
        let lessons = alphabet.lessons(0, &words, &of_sentence.repeat(20));
        (words, alphabet, lessons)
    }

    #[test]
    fn a_model_learns_what_it_is_shown() {
        let (words, alphabet, lessons) = lessons();
        let model = train(&alphabet, &lessons.iter().collect::<Vec<_>>(), &Settings::CHOSEN);
        assert_eq!(model.chain.best(&model.scores(&words, 3)), lessons[3].labels);
    }

    #[test]
    fn the_same_lessons_give_the_same_model() {
        let (_, alphabet, lessons) = lessons();
        let again = || train(&alphabet, &lessons.iter().collect::<Vec<_>>(), &Settings::CHOSEN).print("");
        assert_eq!(again(), again());
    }

    #[test]
    fn the_strongest_features_are_enough_to_learn_with() {
        let (words, alphabet, lessons) = lessons();
        let first = train(&alphabet, &lessons.iter().collect::<Vec<_>>(), &Settings::CHOOSING);
        let strongest = alphabet.strongest(&first, &lessons, 40);
        let lessons = strongest.narrowed(&alphabet, &lessons);
        let model = train(&strongest, &lessons.iter().collect::<Vec<_>>(), &Settings::CHOSEN);
        assert!(model.len() <= 40);
        assert_eq!(model.chain.best(&model.scores(&words, 3)), lessons[3].labels);
    }
}
