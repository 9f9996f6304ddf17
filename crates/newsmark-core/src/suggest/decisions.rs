//! What holds of every project whose editor decides on proposals.

use std::sync::Arc;

use proptest::prelude::*;

use crate::edit::{EditError, OpenProject};
use crate::model::{
    AnnotationId, Category, Change, Details, FieldPath, FieldValue, Harm, Person, ProjectSettings, ProposalsSetting,
    Provenance, ScopeKind, Span, Time,
};
use crate::store::{Printed, parse};

use super::testing::unmarked;
use super::{ArticleProposals, Proposal, ProposedValue, Tier};

const NOW: Time = Time(1_773_662_400);

fn editor() -> Person {
    Person::new("Ines Varga").unwrap()
}

/// A project of a text with nothing marked, what its words state, and ids one after another.
struct Desk {
    open: OpenProject,
    stated: ArticleProposals,
    n_ids: u64,
}

impl Desk {
    fn of(text: &str) -> Desk {
        let project = unmarked(text);
        let stated = ArticleProposals::of(project.article());
        Desk { open: OpenProject::new(project, true), stated, n_ids: 0 }
    }

    fn left(&self) -> Vec<Arc<Proposal>> {
        self.stated.open(self.open.project())
    }

    fn words(&self, proposal: &Proposal) -> String {
        self.open.project().article().text.words(proposal.spans.as_slice()[0]).to_owned()
    }

    /// What is left of casualties.
    fn casualties(&self) -> Vec<Arc<Proposal>> {
        self.left().into_iter().filter(|proposal| proposal.category() == Category::Casualties).collect()
    }

    /// The words of what is left, in order.
    fn left_words(&self) -> Vec<String> {
        self.left().iter().map(|proposal| self.words(proposal)).collect()
    }

    fn accept(&mut self, proposals: &[Arc<Proposal>]) -> Vec<AnnotationId> {
        let n_ids = &mut self.n_ids;
        let mut mint = || {
            *n_ids += 1;
            *n_ids
        };
        self.open.accept(proposals, &mut mint, &editor(), NOW).unwrap()
    }

    fn dismiss(&mut self, proposals: &[Arc<Proposal>]) {
        self.open.dismiss_proposals(proposals, None, &editor(), NOW).unwrap();
    }

    fn printed(&self) -> String {
        Printed::of(self.open.project()).as_str().to_owned()
    }
}

#[test]
fn an_accepted_proposal_is_a_mark_with_its_fields_its_source_and_how_it_came_to_be() {
    let mut desk = Desk::of("Twelve people died, the ministry said on Tuesday. Five people died, the ministry said.");
    let left = desk.casualties();
    let ids = desk.accept(&left);
    let project = desk.open.project();
    let mark = project.annotation(ids[0]).unwrap();
    assert_eq!(mark.details.figure().unwrap().best, Some(12));
    let source = mark.details.attribution().source.unwrap();
    assert_eq!(project.sources().get(source).unwrap().name, "the ministry");
    assert_eq!(project.sources().len(), 1, "one row serves both marks");
    let made_by = Provenance::Proposed { by: "newsmark".into(), rule: left[0].rule.clone(), tier: Tier::Likely };
    assert_eq!((&mark.provenance, &mark.author, desk.open.selected), (&made_by, &editor(), Some(ids[0])));
    assert_eq!(desk.open.history().undo_name(), Some("accept 2 proposals"));
    assert_eq!(desk.casualties(), []);
}

#[test]
fn a_part_points_at_the_mark_of_its_whole() {
    let mut desk = Desk::of("Shells killed at least 12 people in Karsa, including three children.");
    let left = desk.left();
    let scope = |desk: &Desk, id: AnnotationId| desk.open.project().annotation(id).unwrap().details.scope().unwrap();
    let ids = desk.accept(&left);
    assert_eq!((scope(&desk, ids[1]).kind, scope(&desk, ids[1]).of), (ScopeKind::PartOf, Some(ids[0])));
    desk.open.undo(NOW).unwrap();
    let ids = desk.accept(&left[1..]);
    assert_eq!((scope(&desk, ids[0]).kind, scope(&desk, ids[0]).of), (ScopeKind::Unspecified, None));
}

#[test]
fn what_a_mark_holds_is_no_second_mark() {
    let mut desk = Desk::of("Twelve people were killed in Karsa.");
    let left = desk.left();
    let first = desk.accept(&left);
    let again = desk.accept(&left);
    assert_eq!((again, desk.open.project().annotations().len()), (first, 1));
    assert_eq!(desk.open.history().position(), 1, "nothing changed, so that nothing is to be undone");
    let both = [Arc::clone(&left[0]), Arc::clone(&left[0])];
    desk.open.undo(NOW).unwrap();
    assert_eq!(desk.accept(&both).len(), 2);
    assert_eq!(desk.open.project().annotations().len(), 1);
}

#[test]
fn a_proposal_without_words_in_this_article_is_no_mark() {
    let mut desk = Desk::of("Twelve people were killed in Karsa.");
    let mut beyond = Proposal::clone(&desk.left()[0]);
    (beyond.id, beyond.spans) = (AnnotationId::from_u64(5), Span::new(900, 910).unwrap().into());
    let both = [desk.left(), vec![Arc::new(beyond)]].concat();
    assert!(desk.open.accept(&both, &mut || 1, &editor(), NOW).is_err());
    assert_eq!(desk.open.project().annotations().len(), 0, "then none is accepted");
}

#[test]
fn a_project_that_may_only_be_read_accepts_and_dismisses_nothing() {
    let mut desk = Desk::of("Twelve people were killed in Karsa.");
    let left = desk.left();
    desk.open.read_only = Some("Somebody else has it open".to_owned());
    let refused = Err(EditError::ReadOnly("Somebody else has it open".to_owned()));
    assert_eq!(desk.open.accept(&left, &mut || 1, &editor(), NOW).map(|_| ()), refused);
    assert_eq!(desk.open.dismiss_proposals(&left, None, &editor(), NOW), refused);
    assert_eq!(desk.open.project().annotations().len(), 0);
}

#[test]
fn proposed_fields_are_taken_in_one_step_and_known_ones_stay() {
    let text = "At least 14 farmers were killed in a drone strike near Tarn on Monday, including two women.";
    let mut desk = Desk::of(text);
    let left = desk.left();
    let author = editor();
    let bare = crate::model::Annotation::draft(
        AnnotationId::from_u64(99),
        left[0].spans.clone(),
        Category::Casualties,
        author,
    );
    desk.open.adopt("mark", Change::Insert(bare.into()), NOW).unwrap();
    let id = AnnotationId::from_u64(99);
    desk.open
        .set_field(id, FieldPath::Harm, FieldValue::Choice(Harm::VOCABULARY, Harm::Injured as usize), NOW)
        .unwrap();
    let mark = desk.open.project().annotation(id).unwrap().clone();
    let fields = desk.stated.fields_of(desk.open.project(), &mark);
    assert!(fields.iter().all(|field| field.field != FieldPath::Harm));
    assert!(fields.iter().any(|field| matches!(field.value, ProposedValue::Item(_))), "{fields:#?}");
    let mut n = 7;
    let mut mint = || {
        n += 1;
        n
    };
    let position = desk.open.history().position();
    desk.open.take_fields(id, &fields, &mut mint, NOW).unwrap();
    let mark = desk.open.project().annotation(id).unwrap().clone();
    let Details::Casualties(record) = &mark.details else { panic!() };
    assert_eq!((record.harm, record.figure.low, record.groups.len()), (Harm::Injured, Some(14), 1));
    assert_eq!(desk.open.history().position(), position + 1);
    assert_eq!(desk.stated.fields_of(desk.open.project(), &mark), []);
}

#[test]
fn of_words_that_stand_twice_only_the_dismissed_ones_stay_away() {
    let sentence = "Two people were killed in Karsa. ";
    let mut desk =
        Desk::of(&format!("It began on Monday. {sentence}{}It ended. ", "Rain fell all day. ".repeat(9)).repeat(2));
    let left = desk.left();
    assert_eq!(left.len(), 2);
    desk.dismiss(&left[..1]);
    assert_eq!(desk.left().iter().map(|one| one.id).collect::<Vec<_>>(), [left[1].id]);
    let noted = desk.open.project().dismissed_proposals().to_vec();
    desk.open.restore_proposals(&noted, NOW).unwrap();
    assert_eq!(desk.left(), left);
}

#[test]
fn a_rule_and_word_of_which_all_were_dismissed_is_asked_less_and_says_so() {
    let sentences: Vec<String> = ["farmers", "miners", "nurses", "drivers", "pupils", "weavers"]
        .iter()
        .map(|who| format!("Two {who} died in the raid."))
        .collect();
    let mut desk = Desk::of(&sentences.join(" "));
    let left = desk.left();
    assert_eq!((left.len(), left[5].tier), (6, Tier::Likely));
    desk.dismiss(&left[..3]);
    assert!(desk.left().iter().all(|proposal| proposal.tier == Tier::Likely), "three may be chance");
    desk.dismiss(&left[3..4]);
    assert!(desk.left().iter().all(|proposal| proposal.tier == Tier::Possible));
    assert_eq!((desk.left().len(), desk.stated.hidden(desk.open.project())), (2, Vec::new()));
    // What was possible before is hidden and told.
    for proposal in &mut desk.stated.all {
        Arc::make_mut(proposal).tier = Tier::Possible;
    }
    let hidden = desk.stated.hidden(desk.open.project());
    assert_eq!(desk.left(), []);
    assert_eq!(hidden[0].describe(), "2 hidden because you dismissed ‘died’ 4 of 4 times");
    let dismissals = hidden[0].dismissals.clone();
    desk.open.restore_proposals(&dismissals, NOW).unwrap();
    assert_eq!(desk.left().len(), 6);
}

#[test]
fn one_that_was_accepted_keeps_its_like_where_they_are() {
    let sentences: Vec<String> = ["farmers", "miners", "nurses", "drivers", "pupils", "weavers"]
        .iter()
        .map(|who| format!("Two {who} died in the raid."))
        .collect();
    let mut desk = Desk::of(&sentences.join(" "));
    let left = desk.left();
    desk.accept(&left[..1]);
    desk.dismiss(&left[1..5]);
    assert_eq!(desk.left().iter().map(|one| one.tier).collect::<Vec<_>>(), [Tier::Likely]);
}

#[test]
fn a_project_without_proposals_and_one_of_another_text_have_none() {
    let mut desk = Desk::of("Two people were killed in Karsa.");
    assert_eq!(desk.stated.open(&unmarked("It rained on Monday in all of the valley.")), []);
    let proposals = Some(ProposalsSetting { value: false, by: editor(), on: NOW });
    let settings = ProjectSettings { proposals, ..ProjectSettings::default() };
    desk.open.adopt("settings", Change::ReplaceSettings(settings), NOW).unwrap();
    assert_eq!(desk.left(), []);
}

/// A sentence as news has them: counts, quotations, movements, and some that count nobody.
fn sentence() -> impl Strategy<Value = String> {
    let number =
        prop::sample::select(vec!["Two", "At least 12", "Some 40", "Dozens of", "About 3,000", "A further five"]);
    let people = prop::sample::select(vec!["people", "farmers", "soldiers", "children", "families", "residents"]);
    let event = prop::sample::select(vec![
        "were killed",
        "were wounded",
        "died",
        "fled their homes",
        "were displaced",
        "went missing",
        "voted",
        "were killed, including three women,",
    ]);
    let place = prop::sample::select(vec!["", " in Karsa", " near the port of Oslen", " outside Marrec"]);
    let day = prop::sample::select(vec!["", " on Sunday", " last week"]);
    let source = prop::sample::select(vec![
        "",
        ", the ministry said",
        ", Ana Orlo said",
        ", he said",
        ", residents told reporters",
    ]);
    let count = (number, people, event, place, day, source).prop_map(|(number, people, event, place, day, source)| {
        format!("{number} {people} {event}{place}{day}{source}.")
    });
    let other = prop::sample::select(vec![
        "“We have nothing left,” Ana Orlo, the mayor, said.",
        "The toll rose to 17.",
        "It rained.",
        "“Nobody came,” she said.",
        "The army denied it.",
        "\n\n",
    ]);
    prop_oneof![3 => count, 2 => other.prop_map(str::to_owned)]
}

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 1..7).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    // Each article is read whole and its project printed: some tens of cases keep the tests short.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn accepting_all_leaves_nothing_and_undoing_it_gives_the_same_bytes(text in article()) {
        let mut desk = Desk::of(&text);
        let (before, left) = (desk.printed(), desk.left());
        let ids = desk.accept(&left);
        prop_assert_eq!(ids.len(), left.len());
        prop_assert_eq!(desk.left_words(), Vec::<String>::new());
        for mark in desk.open.project().annotations() {
            let text = &desk.open.project().article().text;
            let has_words = mark.spans.iter().all(|span| !text.words(span).trim().is_empty());
            prop_assert!(has_words);
            let leads = mark.details.scope().and_then(|scope| scope.of).is_none_or(|of| of != mark.id && desk.open.project().has(of));
            prop_assert!(leads);
        }
        desk.open.undo(NOW).unwrap();
        prop_assert_eq!(desk.printed(), before);
        prop_assert_eq!(desk.left(), left);
    }

    #[test]
    fn what_was_dismissed_stays_away_after_saving_and_reading_again(text in article(), chosen in any::<u16>()) {
        let mut desk = Desk::of(&text);
        let left = desk.left();
        let is_chosen = |n: usize| chosen >> (n % 16) & 1 == 1;
        let dismissed: Vec<_> = (0..left.len()).filter(|&n| is_chosen(n)).map(|n| Arc::clone(&left[n])).collect();
        desk.dismiss(&dismissed);
        let loaded = parse(desk.printed().as_bytes()).unwrap().project;
        let again = ArticleProposals::of(loaded.article());
        let hidden = again.hidden(&loaded);
        let shown: Vec<_> = again.open(&loaded).iter().map(|one| one.id).collect();
        let hidden: Vec<_> = hidden.iter().flat_map(|of_kind| &of_kind.proposals).map(|one| one.id).collect();
        for proposal in &left {
            let is_dismissed = dismissed.iter().any(|one| one.id == proposal.id);
            let is_left = shown.contains(&proposal.id) || hidden.contains(&proposal.id);
            prop_assert_eq!(is_left, !is_dismissed, "{}", desk.words(proposal));
        }
    }

    #[test]
    fn fields_taken_once_are_proposed_no_more(text in article()) {
        let mut desk = Desk::of(&text);
        let left = desk.left();
        for proposal in &left {
            desk.n_ids += 1;
            let (id, spans) = (AnnotationId::from_u64(desk.n_ids + 500), proposal.spans.clone());
            let bare = crate::model::Annotation::draft(id, spans, proposal.category(), editor());
            desk.open.adopt("mark", Change::Insert(bare.into()), NOW).unwrap();
            let mark = desk.open.project().annotation(id).unwrap().clone();
            let fields = desk.stated.fields_of(desk.open.project(), &mark);
            let mut n = 1_000 * desk.n_ids;
            let mut mint = || {
                n += 1;
                n
            };
            desk.open.take_fields(id, &fields, &mut mint, NOW).unwrap();
            let mark = desk.open.project().annotation(id).unwrap().clone();
            let again = desk.stated.fields_of(desk.open.project(), &mark);
            prop_assert!(again.is_empty(), "{}: {again:?}", desk.words(proposal));
        }
    }

    #[test]
    fn a_mark_of_any_words_is_proposed_only_what_it_does_not_say_with_words_of_the_article(
        text in article(),
        start in 0usize..400,
        length in 1usize..120,
        category in prop::sample::select(Category::ALL.to_vec()),
    ) {
        let mut desk = Desk::of(&text);
        let article = desk.open.project().article().text.clone();
        let Some(span) = article.snap(start, start + length) else { return Ok(()) };
        let id = AnnotationId::from_u64(7);
        let mark = crate::model::Annotation::draft(id, span, category, editor());
        desk.open.adopt("mark", Change::Insert(mark.clone().into()), NOW).unwrap();
        let project = desk.open.project();
        prop_assert_eq!(desk.stated.hints_of(project, &mark), Vec::new(), "it says nothing yet");
        for field in desk.stated.fields_of(project, &mark) {
            let is_within = field.at.is_none_or(|at| article.get(at.range()).is_some());
            prop_assert!(is_within, "{}", field.field);
            match &field.value {
                ProposedValue::Value(FieldValue::Words(Some(words))) => {
                    let anchor = words.anchor.as_ref().unwrap();
                    prop_assert_eq!(anchor.at.map(|at| article.words(at)), Some(anchor.words.as_str()));
                }
                ProposedValue::Value(FieldValue::Mark(Some(of))) => prop_assert!(project.has(*of) && *of != id),
                ProposedValue::Value(value) => prop_assert!(!value.is_unknown()),
                ProposedValue::Source { known: None, name } => prop_assert!(!name.trim().is_empty()),
                ProposedValue::Source { .. } | ProposedValue::Item(_) => {}
            }
        }
    }
}
