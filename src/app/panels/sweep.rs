//! The bar of proposals under the article: how many there are, or the one in hand with why it is proposed and its keys.

use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Id, Layout as Direction, Rect, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, ProposalCommand};
use crate::app::context::ViewCtx;
use crate::app::document::Document;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Dots, Face, Theme, space};
use crate::app::widgets::{Button, Chip, Hairline, Icon, IconButton, KeyCap, Pill, Words};
use crate::model::{Category, Direction as TextDirection, Figure, Scope, ScopeKind};
use crate::suggest::{MAKER, Proposal, Tier};

use super::inspector::why_line;

/// Heights of the bar in points: at rest, and with a proposal in hand, whatever that says.
const REST: f32 = space::BAR;
const AT_WORK: f32 = 113.0;

/// The height of the bar in points; none where nothing is proposed.
pub fn sweep_height(document: &Document) -> Option<f32> {
    let proposals = &document.proposals;
    let has_judged = proposals.n_judged() != [0, 0];
    match proposals.in_hand() {
        Some(_) => Some(AT_WORK),
        None if !proposals.is_empty() || !proposals.hidden().is_empty() => Some(REST),
        None if proposals.is_ready() && has_judged => Some(REST),
        None => None,
    }
}

/// Shows the bar in all of `ui`.
pub fn sweep(ui: &mut Ui, cx: &mut ViewCtx<'_>) {
    let theme = Theme::of(ui.ctx());
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, theme.panel);
    Hairline::new().paint_above(ui, room);
    let inner = room.shrink2(vec2(cx.layout.margin, 0.0));
    match cx.document.proposals.in_hand() {
        Some(proposal) => at_work(ui, inner, cx, &proposal.clone()),
        None => at_rest(ui, inner, cx),
    }
}

fn at_rest(ui: &mut Ui, room: Rect, cx: &mut ViewCtx<'_>) {
    let theme = Theme::of(ui.ctx());
    let proposals = &cx.document.proposals;
    let middle = room.center().y;
    Dots::ring(&theme, false, theme.text2).circle(ui.painter(), pos2(room.left() + 7.0, middle), 6.0);
    let (title, rest) = match (proposals.len(), proposals.n_judged()) {
        (0, [accepted, dismissed]) if proposals.hidden().is_empty() => {
            ("No proposals left".to_owned(), format!("· {accepted} accepted, {dismissed} dismissed"))
        }
        (n, _) if !proposals.hidden().is_empty() => {
            let hidden: Vec<String> = proposals.hidden().iter().map(|hidden| hidden.describe()).collect();
            let noun = if n == 1 { "1 proposed mark".to_owned() } else { format!("{n} proposed marks") };
            (noun, format!("· {}", hidden.join(", ")))
        }
        (n, _) => {
            let (likely, possible) = (proposals.n_likely(), n - proposals.n_likely());
            let noun = if n == 1 { "1 proposed mark".to_owned() } else { format!("{n} proposed marks") };
            (noun, format!("in this article, {likely} likely, {possible} possible"))
        }
    };
    let end =
        Words::new(&title, theme.text).face(Face::Semibold).paint_at(ui.painter(), pos2(room.left() + 24.0, middle));
    // Room for the buttons: two more where something is hidden.
    let buttons = if proposals.hidden().is_empty() { 180.0 } else { 320.0 };
    let rest_room = room.with_min_x(end.right() + 5.0).with_max_x(room.right() - buttons);
    Words::new(&rest, theme.text2).paint(ui.painter(), rest_room, Align2::LEFT_CENTER);
    let label = ui.interact(room.with_max_x(room.right() - 180.0), Id::unique("proposals told"), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Access::Label, true, format!("{title} {rest}")));
    let layout = Direction::right_to_left(Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().id_salt("sweep").max_rect(room).layout(layout));
    inside.spacing_mut().item_spacing.x = space::BUTTON_GAP;
    if !proposals.hidden().is_empty() {
        for (label, act) in [("Forget", ProposalCommand::ForgetHidden), ("Show", ProposalCommand::ShowHidden)] {
            let command = Command::from(act);
            if Button::new(label).quiet().spoken(command.name()).show(&mut inside).clicked() {
                cx.commands.push(command);
            }
        }
    }
    if proposals.is_empty() {
        return;
    }
    let next = Command::from(ProposalCommand::Next);
    let cap = next.key_cap(ui.ctx());
    if Button::new("Begin the sweep").key(&cap).show(&mut inside).clicked() {
        cx.commands.push(next);
    }
}

fn at_work(ui: &mut Ui, room: Rect, cx: &mut ViewCtx<'_>, proposal: &Arc<Proposal>) {
    // 1 for the line, then 8, 24, 4, 36, 4, 28 and 8.
    let line =
        |top: f32, height: f32| Rect::from_min_size(pos2(room.left(), room.top() + top), vec2(room.width(), height));
    what(ui, line(9.0, 24.0), cx, proposal);
    reasons(ui, line(37.0, 36.0), cx.document, proposal);
    keys(ui, line(77.0, 28.0), cx, proposal);
}

/// The chip, the words, what they read as, the tier and the place in the sweep.
fn what(ui: &mut Ui, room: Rect, cx: &ViewCtx<'_>, proposal: &Proposal) {
    let theme = Theme::of(ui.ctx());
    let proposals = &cx.document.proposals;
    let project = cx.document.session.project();
    let place = proposals.place(proposal.id).map_or(0, |place| place + 1);
    let layout = Direction::right_to_left(Align::Center);
    let mut aside = ui.new_child(UiBuilder::new().id_salt("place").max_rect(room).layout(layout));
    aside.spacing_mut().item_spacing.x = 8.0;
    Words::new(&format!("{place} of {}", proposals.len()), theme.text3).size(Face::SMALL).show(&mut aside);
    Pill::new(if proposal.tier == Tier::Likely { "Likely" } else { "Possible" }).show(&mut aside);
    let right = aside.min_rect().left() - 12.0;
    let painter = ui.painter();
    let chip = Chip::new(proposal.category().look()).suggested(true).small();
    chip.paint(painter, Rect::from_center_size(pos2(room.left() + 8.0, room.center().y), vec2(16.0, 16.0)));
    let left = room.left() + 26.0;
    let text = &project.article().text;
    let words: Vec<&str> =
        proposal.spans.iter().flat_map(|span| text.words(span).split_whitespace()).take(40).collect();
    let words = words.join(" ");
    let reading = short_reading(proposal);
    let rest = rest_of(proposal, cx.document);
    let reading_width = Words::new(&reading, theme.text).face(Face::Semibold).line(painter).size().x;
    let engine = Engine::of(ui.ctx());
    // Words of a quotation would push out what they read as; half of the line is theirs at least.
    let width = (right - left - reading_width - 40.0).max((right - left) / 2.0);
    let laid = engine.layout_elided(&words, Role::TableWords, TextDirection::Auto, width, 1);
    // Words that run from the right stand at the right of their room; here they stand beside the chip like all others.
    let placed = laid.words_rect();
    engine.paint(&laid, painter, pos2(left - placed.left(), room.center().y - laid.size().y / 2.0), theme.text);
    let mut x = left + placed.width() + 10.0;
    if !reading.is_empty() {
        x = Words::new("→", theme.text3).paint_at(painter, pos2(x, room.center().y)).right() + 8.0;
        let at = Rect::from_min_max(pos2(x, room.top()), pos2(right.max(x + 1.0), room.bottom()));
        x = Words::new(&reading, theme.text).face(Face::Semibold).paint(painter, at, Align2::LEFT_CENTER).right() + 8.0;
    }
    if right - x > 40.0 {
        let at = Rect::from_min_max(pos2(x, room.top()), pos2(right, room.bottom()));
        Words::new(&rest, theme.text2).paint(painter, at, Align2::LEFT_CENTER);
    }
    let spoken = format!("Proposed {}: {words}, {reading} {rest}", proposal.category().noun());
    let label = ui.interact(room.with_max_x(right), Id::unique("proposal told"), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Access::Label, true, &spoken));
}

/// The number of a count, the kind of what is said.
fn short_reading(proposal: &Proposal) -> String {
    match proposal.details.figure().map(Figure::reading) {
        Some(reading) if !reading.is_empty() => reading,
        _ => String::new(),
    }
}

/// What follows the number: harm and scope, or who says it how.
fn rest_of(proposal: &Proposal, document: &Document) -> String {
    let project = document.session.project();
    let scope = proposal.details.scope().unwrap_or_default();
    let target = target(document, scope);
    match proposal.category() {
        Category::Casualties | Category::Displacement => {
            let whole = proposal.details.reading(project);
            let kind = whole.split(" · ").next().unwrap_or_default().to_lowercase();
            [kind, target].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Category::Quotes | Category::Claims => proposal.details.reading(project),
    }
}

/// How a count stands to another: "part of “46 people were killed”, ¶ 4".
fn target(document: &Document, scope: Scope) -> String {
    let kind = match scope.kind {
        ScopeKind::PartOf => "part of",
        ScopeKind::SameAs => "same as",
        ScopeKind::UpdateOf => "update of",
        ScopeKind::Additional => "on top of",
        ScopeKind::Cumulative => return "running toll".to_owned(),
        ScopeKind::Event | ScopeKind::Unspecified => return String::new(),
    };
    let project = document.session.project();
    let of = scope.of.and_then(|id| {
        let proposed = document.proposals.get(id).map(|other| project.article().text.called(&other.spans));
        project.called(id).or(proposed)
    });
    format!("{kind} {}", of.as_deref().unwrap_or("another"))
}

/// Why it is proposed, and what accepting it brings besides.
fn reasons(ui: &mut Ui, room: Rect, document: &Document, proposal: &Proposal) {
    let first = room.with_max_y(room.top() + 18.0);
    let consequence = consequence(document, proposal);
    // Without a second sentence the reason may take both lines.
    let n_lines = if consequence.is_some() { 1 } else { 2 };
    // What another program found is never taken for what this one did.
    let why = match proposal.maker == MAKER {
        true => proposal.why.clone(),
        false => format!("Proposed by {}: {}", proposal.maker, proposal.why),
    };
    why_line(ui, if consequence.is_some() { first } else { room }, &why, n_lines);
    if let Some(consequence) = consequence {
        let theme = Theme::of(ui.ctx());
        let second = room.with_min_y(room.top() + 18.0);
        Words::new(consequence, theme.text2).paint(ui.painter(), second, Align2::LEFT_CENTER);
    }
}

fn consequence(document: &Document, proposal: &Proposal) -> Option<&'static str> {
    let n_wholes = document.proposals.with_wholes(proposal.id).len().saturating_sub(1);
    let language = document.session.project().article().card.language.split(['-', '_']).next().unwrap_or_default();
    match (n_wholes, language) {
        (1.., _) if proposal.details.scope().is_some_and(|scope| scope.kind == ScopeKind::PartOf) => {
            Some("Its whole is only proposed too: accepting takes both, and one undo gives both back")
        }
        (1.., _) => {
            Some("The count it refers to is only proposed too: accepting takes both, and one undo gives both back")
        }
        (_, "ar") => Some("In Arabic, figures and quotations are proposed; claims are not"),
        (_, "" | "en") => None,
        _ => Some("In this language, quotations are proposed; figures and claims are not"),
    }
}

fn keys(ui: &mut Ui, room: Rect, cx: &mut ViewCtx<'_>, proposal: &Proposal) {
    let proposals = &cx.document.proposals;
    let n_taken = proposals.with_wholes(proposal.id).len();
    let n_of_rule = proposals.n_of_rule(proposal);
    let is_wide = cx.layout.has_counts;
    let layout = Direction::left_to_right(Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().id_salt("keys").max_rect(room).layout(layout));
    inside.spacing_mut().item_spacing.x = space::BUTTON_GAP;
    let ui = &mut inside;
    let cap = |ui: &Ui, command: &Command| command.key_cap(ui.ctx());
    let accept = Command::from(ProposalCommand::Accept);
    let both = match n_taken {
        0 | 1 => "Accept",
        2 => "Accept both",
        _ => "Accept all",
    };
    let key = cap(ui, &accept);
    if Button::new(both).primary().key(&key).show(ui).clicked() {
        cx.commands.push(accept);
    }
    let key = cap(ui, &Command::EditDetails);
    if Button::new(if is_wide { "Accept and open" } else { "Open" }).key(&key).show(ui).clicked() {
        cx.commands.push(Command::EditDetails);
    }
    let dismiss = Command::from(ProposalCommand::Dismiss);
    let key = cap(ui, &dismiss);
    if Button::new("Dismiss").key(&key).show(ui).clicked() {
        cx.commands.push(dismiss);
    }
    // Where it is the only one of its rule this would be the same once more.
    if n_of_rule > 1 {
        let all = Command::from(ProposalCommand::DismissRule);
        let key = cap(ui, &all);
        let (whole, short) = (format!("Dismiss {n_of_rule} of this rule"), format!("Dismiss {n_of_rule}"));
        // Left out where it would run into the arrows: its key still does it.
        let room = ui.available_width() - arrows_width(ui);
        let fits = |label: &&String| Button::new(label).quiet().key(&key).width(ui.painter()) <= room;
        if let Some(label) = [&whole, &short].into_iter().find(fits)
            && Button::new(label).quiet().key(&key).spoken(&whole).show(ui).clicked()
        {
            cx.commands.push(all);
        }
    }
    ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = ARROW_GAP;
        for (icon, act) in ARROWS {
            let command = Command::from(act);
            let key = cap(ui, &command);
            if !key.is_empty() {
                KeyCap::new(&key).show(ui);
            }
            if IconButton::new(icon, command.name()).key(&key).show(ui).clicked() {
                cx.commands.push(command);
            }
            ui.add_space(ARROW_END);
        }
    });
}

/// The buttons at the end of the line, from the right.
const ARROWS: [(Icon, ProposalCommand); 2] =
    [(Icon::Down, ProposalCommand::Next), (Icon::Up, ProposalCommand::Previous)];

/// Between an arrow and its key, and what more stands behind each pair, in points.
const ARROW_GAP: f32 = 4.0;
const ARROW_END: f32 = 8.0;

/// Room of the arrows in points, whatever keys a person gave them.
fn arrows_width(ui: &Ui) -> f32 {
    let width = |(_, act): (Icon, ProposalCommand)| {
        let key = Command::from(act).key_cap(ui.ctx());
        let key = if key.is_empty() { 0.0 } else { KeyCap::new(&key).size(ui.painter()).x + ARROW_GAP };
        key + space::CONTROL + 2.0 * ARROW_GAP + ARROW_END
    };
    ARROWS.into_iter().map(width).sum()
}
