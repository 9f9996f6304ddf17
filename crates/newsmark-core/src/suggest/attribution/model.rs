//! The weights of features, as the file of the model keeps them.

use std::sync::LazyLock;

use crate::model::Digest;
use crate::suggest::words::Words;

use super::Label;
use super::chain::{Chain, Scores};
use super::facts::ParagraphFacts;
use super::features::{Extractor, Feature, N_TEMPLATES, template_name, template_named, template_parts};
use super::symbols::SymbolTable;
use super::weights::TemplateWeights;

/// The model of English attributions.
const FILE: &str = include_str!("../../../assets/attribution-model.tsv");

/// Weights are written in hundredths.
// Finer ones make the file larger and no answer better.
const STEPS: f32 = 100.0;

/// A weight of fewer steps is left out: it changes no answer and fills the file.
const FEWEST_STEPS: f32 = 4.0;

/// The score of a label after one that it never follows.
pub const IMPOSSIBLE: f32 = -60.0;

static ENGLISH: LazyLock<Model> = LazyLock::new(|| Model::read(FILE));

/// A linear-chain model (Lafferty, McCallum and Pereira 2001): a weight for each feature and label, and for each label
/// after another.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The weights of the features of each template.
    templates: Vec<TemplateWeights>,
    /// Which label follows which.
    pub chain: Chain,
    /// The weights of [`ChainEvidence`](super::ChainEvidence), which make a probability of an attribution of the shares of its
    /// labels.
    pub calibration: Vec<f32>,
    /// The digest of the feature set that the weights are for.
    pub digest: String,
}

/// The digest of the feature set: all names of templates, symbols and labels.
///
/// Weights mean something for the set that they were trained for alone; a model's file names its digest.
pub fn feature_digest() -> Digest {
    let mut named = String::new();
    for template in 0..N_TEMPLATES {
        named.push_str(&format!("{} {}\n", template_name(template), template_parts(template)));
    }
    for name in SymbolTable::shared().names() {
        named.push_str(name);
        named.push('\n');
    }
    named.extend(Label::all().map(Label::letter));
    Digest::of(named.as_bytes())
}

/// The features of every word of a paragraph, for whoever trains a model: the program's own.
pub fn paragraph_features(words: &Words, paragraph: usize) -> Vec<Vec<Feature>> {
    let Some(range) = words.paragraphs().get(paragraph) else { return Vec::new() };
    let facts = ParagraphFacts::of(words, range, paragraph == 0);
    let extractor = Extractor::new(&facts);
    let mut found = vec![Vec::with_capacity(N_TEMPLATES); range.len()];
    let (mut first, mut features) = (0, Vec::new());
    while first < found.len() {
        let block = extractor.block(first);
        let own = &mut found[first..first + block.n_words];
        for template in 0..N_TEMPLATES {
            block.of_template(template, &mut features);
            own.iter_mut().zip(&features).for_each(|(word, feature)| word.push(*feature));
        }
        first += block.n_words;
    }
    found
}

impl Model {
    /// The model in the program.
    pub fn english() -> &'static Model {
        &ENGLISH
    }

    /// A model of these weights.
    pub fn new(rows: impl IntoIterator<Item = (Feature, Scores)>, chain: Chain, calibration: Vec<f32>) -> Model {
        let mut model = Model {
            templates: vec![TemplateWeights::default(); N_TEMPLATES],
            chain,
            calibration,
            digest: feature_digest().to_string(),
        };
        rows.into_iter().for_each(|(feature, scores)| model.insert(feature, scores));
        model
    }

    fn insert(&mut self, feature: Feature, scores: Scores) {
        if let Some(weights) = self.templates.get_mut(feature.template()) {
            weights.insert(feature, scores);
        }
    }

    /// The scores of every word of a paragraph.
    pub fn scores(&self, words: &Words, paragraph: usize) -> Vec<Scores> {
        let Some(range) = words.paragraphs().get(paragraph) else { return Vec::new() };
        let facts = ParagraphFacts::of(words, range, paragraph == 0);
        let extractor = Extractor::new(&facts);
        let mut scores = vec![[0.0; Label::COUNT]; range.len()];
        let (mut first, mut features) = (0, Vec::new());
        while first < scores.len() {
            let block = extractor.block(first);
            let own = &mut scores[first..first + block.n_words];
            for (template, weights) in self.templates.iter().enumerate().filter(|(_, weights)| !weights.is_empty()) {
                block.of_template(template, &mut features);
                add_weights(own, &features, weights);
            }
            first += block.n_words;
        }
        scores
    }

    /// Reads the file of a model; what it cannot read of it counts nothing.
    pub fn read(file: &str) -> Model {
        let table = SymbolTable::shared();
        let nothing = [IMPOSSIBLE; Label::COUNT];
        let mut model = Model {
            templates: vec![TemplateWeights::default(); N_TEMPLATES],
            chain: Chain { start: nothing, follows: [nothing; Label::COUNT] },
            calibration: Vec::new(),
            digest: String::new(),
        };
        let mut template = None;
        for line in file.lines().filter(|line| !line.starts_with("# ")) {
            let columns: Vec<&str> = line.split('\t').collect();
            match columns[..] {
                ["digest", digest] => model.digest = digest.to_owned(),
                ["calibration", ref weights @ ..] => {
                    model.calibration = weights.iter().filter_map(|weight| weight.parse().ok()).collect();
                }
                ["start", weights] => read_weights(weights, &mut model.chain.start),
                ["follows", from, weights] => {
                    if let Some(from) = from.chars().next().and_then(Label::from_letter) {
                        read_weights(weights, &mut model.chain.follows[from.index()]);
                    }
                }
                ["template", name] => template = template_named(name),
                [ref symbols @ .., weights] => {
                    let Some(template) = template else { continue };
                    let mut found = [0; 4];
                    let known = found.iter_mut().zip(symbols).all(|(found, name)| {
                        table.symbol(name).is_some_and(|symbol| {
                            *found = symbol;
                            true
                        })
                    });
                    if known {
                        let mut scores = [0.0; Label::COUNT];
                        read_weights(weights, &mut scores);
                        model.insert(Feature::new(template, found), scores);
                    }
                }
                [] => {}
            }
        }
        model
    }

    /// The file of the model, below the lines of `header`, which say where the weights are from.
    pub fn print(&self, header: &str) -> String {
        let table = SymbolTable::shared();
        let mut lines = vec![Vec::new(); N_TEMPLATES];
        for (feature, scores) in self.weights() {
            let symbols = feature.symbols().into_iter().take(template_parts(feature.template()));
            let names: Vec<&str> = symbols.map(|symbol| table.name(symbol)).collect();
            let weights = print_weights(scores, 0.0);
            if !weights.is_empty() {
                lines[feature.template()].push(format!("{}\t{weights}\n", names.join("\t")));
            }
        }
        let mut file: String = header.lines().map(|line| format!("# {line}\n")).collect();
        file.push_str(&format!("digest\t{}\n", self.digest));
        let calibration: Vec<String> = self.calibration.iter().map(|weight| format!("{weight:.4}")).collect();
        file.push_str(&format!("calibration\t{}\n", calibration.join("\t")));
        file.push_str(&format!("start\t{}\n", print_weights(&self.chain.start, IMPOSSIBLE)));
        for (from, scores) in Label::all().zip(&self.chain.follows) {
            file.push_str(&format!("follows\t{}\t{}\n", from.letter(), print_weights(scores, IMPOSSIBLE)));
        }
        for (template, mut lines) in lines.into_iter().enumerate().filter(|(_, lines)| !lines.is_empty()) {
            lines.sort();
            file.push_str(&format!("template\t{}\n", template_name(template)));
            file.extend(lines);
        }
        file
    }

    /// The weights of each feature, in no order.
    pub fn weights(&self) -> impl Iterator<Item = (Feature, &Scores)> {
        self.templates.iter().flat_map(TemplateWeights::iter)
    }

    /// The number of features that have a weight.
    pub fn len(&self) -> usize {
        self.templates.iter().map(TemplateWeights::len).sum()
    }

    /// Whether no feature has a weight.
    pub fn is_empty(&self) -> bool {
        self.templates.iter().all(TemplateWeights::is_empty)
    }
}

/// Adds to the scores of words in a row what their features weigh.
fn add_weights(scores: &mut [Scores], features: &[Feature], weights: &TemplateWeights) {
    // A word often has the feature of the word before, as what the next cue is.
    let mut last = None;
    let mut row = None;
    for (sums, feature) in scores.iter_mut().zip(features) {
        if last != Some(feature) {
            (last, row) = (Some(feature), weights.row(*feature));
        }
        if let Some(row) = row {
            // A copy, which nothing else can change, so that the labels are added side by side.
            let mut total = *sums;
            for label in 0..Label::COUNT {
                total[label] += row[label];
            }
            *sums = total;
        }
    }
}

fn read_weights(column: &str, scores: &mut Scores) {
    // "c-120 d40": a label's letter and its weight in hundredths.
    for cell in column.split(' ') {
        let mut letters = cell.chars();
        if let Some(label) = letters.next().and_then(Label::from_letter)
            && let Ok(weight) = letters.as_str().parse::<i32>()
        {
            scores[label.index()] = weight as f32 / STEPS;
        }
    }
}

fn print_weights(scores: &Scores, absent: f32) -> String {
    let cells = Label::all().zip(scores).filter_map(|(label, score)| {
        let steps = (score * STEPS).round();
        let is_kept = (steps - absent * STEPS).abs() >= FEWEST_STEPS;
        is_kept.then(|| format!("{}{}", label.letter(), steps as i32))
    });
    cells.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_is_of_this_set_of_features() {
        // Where this fails, lists, templates or labels have changed: train the model anew with newsmark-train.
        assert_eq!(Model::english().digest, feature_digest().to_string());
    }

    #[test]
    fn every_line_of_the_model_is_read() {
        let n_lines = FILE.lines().filter(|line| !line.starts_with("# ")).count();
        // The digest, the calibration, the start and a line for each label; a line names each template that is used.
        let n_named = FILE.lines().filter(|line| line.starts_with("template\t")).count();
        assert_eq!(Model::english().len() + n_named + 3 + Label::COUNT, n_lines);
        assert!(Model::english().len() > 1_000);
    }

    #[test]
    fn the_model_is_no_larger_than_what_may_lie_in_the_repository() {
        assert!(FILE.len() <= 600 * 1_000, "{} bytes", FILE.len());
    }

    #[test]
    fn a_model_is_read_as_it_is_printed() {
        let printed = Model::english().print("a header\nof two lines");
        let read = Model::read(&printed);
        assert_eq!(&read, Model::english());
        assert!(printed.starts_with("# a header\n# of two lines\n"));
    }

    #[test]
    fn a_file_that_is_no_model_weighs_nothing() {
        for file in ["", "template\tnone\nx\ta1", "start\tzz top\nfollows\t?\ta1", "\t\t\t\n# #\ncalibration\tx"] {
            let model = Model::read(file);
            assert!(model.is_empty() && model.calibration.is_empty(), "{file}");
        }
    }
}
