//! Fields whose values are proposed: shown in dots in their place, taken or dismissed by a key each.

use std::rc::Rc;

use eframe::egui::{Event, Key, Modifiers, Rect, Response, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::article::Lit;
use crate::app::command::{Command, ProposalCommand};
use crate::app::document::Document;
use crate::app::field_group::leader;
use crate::app::text::{Engine, Role, TextLabel};
use crate::app::theme::{Dots, Face, FocusRing, Theme, space};
use crate::app::widgets::{Icon, KeyCap, Words, tip_sentence};
use crate::model::{
    Annotation, AnnotationId, Category, Direction, FieldPath, FieldValue, FigurePart, Item, Project, RecordList,
    WhenPart,
};
use crate::suggest::{FieldHint, FieldProposal, ProposedValue, Tier};

use super::form::Form;
use super::section;

/// The proposed fields of what the form shows, worked out once for each state of the project.
#[derive(Debug, Default)]
pub struct ProposedFields {
    of: Option<(AnnotationId, u64, u64)>,
    fields: Rc<[FieldProposal]>,
    /// Where the words of the mark say something else than the mark.
    hints: Rc<[FieldHint]>,
    /// The field that a person types in over what is proposed.
    pub over: Option<FieldPath>,
    /// The words that they rest on, as the article lights them.
    pub lit: Vec<Lit>,
}

impl ProposedFields {
    /// The proposed fields of `annotation`, which a proposal in hand would become where `is_proposal`.
    pub fn of(&mut self, document: &Document, annotation: &Annotation, is_proposal: bool) -> Rc<[FieldProposal]> {
        let proposals = &document.proposals;
        let of = Some((annotation.id, document.session.revision(), proposals.generation()));
        if self.of != of {
            let project = document.session.project();
            let fields = match proposals.in_hand().filter(|_| is_proposal) {
                Some(proposal) => proposals.fields_in_hand(project, proposal),
                None => proposals.fields_of(project, annotation),
            };
            let hints = if is_proposal { Vec::new() } else { proposals.hints_of(project, annotation) };
            let (fields, hints) = (in_form_order(annotation, fields), Rc::from(hints));
            *self = ProposedFields { of, fields, hints, over: self.over, lit: Vec::new() };
        }
        self.fields.clone()
    }

    /// Where the words of the mark that was asked for last say something else than the mark.
    pub fn hints(&self) -> Rc<[FieldHint]> {
        self.hints.clone()
    }

    /// Lights the words that the fields rest on, but for those within `annotation` itself.
    pub fn light(&mut self, annotation: &Annotation, focused: Option<FieldPath>) {
        let own = annotation.spans.as_slice();
        let is_outside = |at: &crate::model::Span| !own.iter().any(|one| one.encloses(*at));
        let in_hand = focused.map(leader);
        let lit = self.fields.iter().filter_map(|field| {
            let at = field.at.filter(is_outside)?;
            Some(Lit { at, is_in_hand: in_hand == Some(leader(field.field)) })
        });
        self.lit = lit.collect();
        // Several fields rest on the same words; the one in hand is the one that shows.
        self.lit.sort_by_key(|lit| (lit.at, !lit.is_in_hand));
        self.lit.dedup_by_key(|lit| lit.at);
    }
}

/// The fields in the order of the form, those of lists at the end.
fn in_form_order(annotation: &Annotation, mut fields: Vec<FieldProposal>) -> Rc<[FieldProposal]> {
    let order = section::fields(annotation);
    fields.sort_by_key(|field| order.iter().position(|path| *path == field.field).unwrap_or(order.len()));
    fields.into()
}

/// How many fields a person sees proposed, and how many of them are possible only: a time and its day are one.
pub fn n_proposed(fields: &[FieldProposal]) -> (usize, usize) {
    let mut leaders: Vec<(FieldPath, Tier)> = fields.iter().map(|field| (leader(field.field), field.tier)).collect();
    leaders.sort();
    // The surest of a group says how sure it is.
    leaders.dedup_by_key(|(path, _)| *path);
    let n_possible = leaders.iter().filter(|(_, tier)| *tier == Tier::Possible).count();
    (leaders.len(), n_possible)
}

/// What a proposed field shows: the program's value, and the article's words.
fn shown(project: &Project, fields: &[FieldProposal], field: &FieldProposal) -> (String, String) {
    let words = field.at.map(|at| spaced(project.article().text.words(at))).unwrap_or_default();
    match &field.value {
        ProposedValue::Value(value) => {
            let (label, own) = value_shown(project, value);
            let label = match field.field {
                FieldPath::When(WhenPart::Text) => day(fields).unwrap_or(label),
                FieldPath::Scope => scope(project, fields, label),
                FieldPath::Figure(FigurePart::Text) => figure(fields),
                _ => label,
            };
            (label, own.unwrap_or(words))
        }
        ProposedValue::Source { name, .. } if is_same_name(name, &words) => (String::new(), words),
        ProposedValue::Source { name, .. } => (name.clone(), words),
        ProposedValue::Item(item) => (item_shown(item), words),
    }
}

/// Whether words of the article are a name, but for a mark of punctuation behind it.
fn is_same_name(name: &str, words: &str) -> bool {
    spaced(name) == words.trim_end_matches([',', ';', ':', '.'])
}

fn value_shown(project: &Project, value: &FieldValue) -> (String, Option<String>) {
    match value {
        FieldValue::Choice(vocabulary, index) => {
            (vocabulary.terms.get(*index).map_or(String::new(), |term| term.label.to_owned()), None)
        }
        FieldValue::Words(words) => (String::new(), words.as_ref().map(|words| spaced(&words.value))),
        FieldValue::Text(text) => (text.clone(), None),
        FieldValue::Number(number) => (number.map(crate::model::grouped).unwrap_or_default(), None),
        FieldValue::Mark(Some(id)) => (project.called(*id).unwrap_or_default(), None),
        FieldValue::Source(Some(id)) => {
            (project.sources().get(*id).map(|source| source.name.clone()).unwrap_or_default(), None)
        }
        FieldValue::Mark(None) | FieldValue::Source(None) | FieldValue::Size(_) => (String::new(), None),
    }
}

fn day(fields: &[FieldProposal]) -> Option<String> {
    let date = fields.iter().find(|field| field.field == FieldPath::When(WhenPart::Date))?;
    match &date.value {
        ProposedValue::Value(FieldValue::Text(day)) => Some(day.clone()),
        _ => None,
    }
}

/// What the words of a figure read as: "≥ 46 persons".
fn figure(fields: &[FieldProposal]) -> String {
    let mut details = Category::Casualties.unknown();
    for field in fields.iter().filter(|field| matches!(field.field, FieldPath::Figure(_))) {
        if let ProposedValue::Value(value) = &field.value {
            // Displacement's figure has the same parts as that of casualties.
            let _ = details.set_field(field.field, value.clone());
        }
    }
    details.figure().map(crate::model::Figure::reading).unwrap_or_default()
}

/// "Part of “46 people were killed”, ¶ 4".
fn scope(project: &Project, fields: &[FieldProposal], kind: String) -> String {
    let of = fields.iter().find(|field| field.field == FieldPath::ScopeOf);
    match of.map(|of| &of.value) {
        Some(ProposedValue::Value(FieldValue::Mark(Some(id)))) => match project.called(*id) {
            Some(name) => format!("{kind} {name}"),
            None => kind,
        },
        Some(ProposedValue::Value(FieldValue::Text(name))) => format!("{kind} {name}"),
        _ => kind,
    }
}

fn item_shown(item: &Item) -> String {
    match item {
        Item::Group(group) => {
            let parts = [group.who.label().to_owned(), group.figure.reading()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Item::NamedVictim(_) | Item::Evidence(_) | Item::Link(_) => String::new(),
    }
}

fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Height of the line that says how many fields are proposed, in points.
const HEAD: f32 = 32.0;

/// Says how many fields are proposed, and which key takes how many.
pub fn head(ui: &mut Ui, fields: &[FieldProposal], margin: f32) {
    let (n, n_possible) = n_proposed(fields);
    if n == 0 {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let (middle, left) = (rect.center().y, rect.left() + margin);
    Dots::ring(&theme, false, theme.text2).circle(ui.painter(), pos2(left + 7.0, middle), 6.0);
    let told = if n == 1 { "1 field proposed".to_owned() } else { format!("{n} fields proposed") };
    let words = Words::new(&told, theme.text).face(Face::Semibold);
    let mut x = words.paint_at(ui.painter(), pos2(left + 22.0, middle)).right() + space::ICON_GAP;
    let n_likely = n - n_possible;
    let takes = match (n_likely, n_possible) {
        (0, possible) => format!("takes {possible} possible"),
        (likely, _) => format!("takes {likely}"),
    };
    let command = Command::from(ProposalCommand::TakeFields);
    let cap = command.key_cap(ui.ctx());
    let key = KeyCap::new(&cap);
    let size = key.size(ui.painter());
    if !cap.is_empty() {
        key.paint(ui.painter(), Rect::from_min_size(pos2(x, middle - size.y / 2.0), size));
        x += size.x + 6.0;
    }
    Words::new(&takes, theme.text2).paint_at(ui.painter(), pos2(x, middle));
    let aside = if n_likely > 0 && n_possible > 0 { format!("{n_possible} possible") } else { String::new() };
    let room = rect.with_max_x(rect.right() - margin);
    Words::new(&aside, theme.text3).size(Face::SMALL).paint(
        ui.painter(),
        room.with_min_x(room.right() - 70.0),
        eframe::egui::Align2::RIGHT_CENTER,
    );
    let area = ui.interact(rect, ui.scope_id().with("proposed fields"), Sense::hover());
    let spoken = format!("{told}, {cap} {takes}, {aside}");
    area.widget_info(|| WidgetInfo::labeled(Access::Label, true, spoken.trim_end_matches([',', ' '])));
}

/// Points at a field's end for the two buttons that take and dismiss.
const BUTTONS: f32 = 44.0;
/// From a field's edge to its words, in points.
const INDENT: f32 = 9.0;
/// Lines of a reason under a field.
const REASON_LINES: usize = 3;

impl Form<'_> {
    /// The proposal that is shown in the place of a field; `None` while a person types there.
    pub fn proposal_of(&mut self, ui: &Ui, path: FieldPath) -> Option<FieldProposal> {
        let found = self.proposed.iter().find(|field| field.field == path && !is_item(field))?.clone();
        if self.memory.proposed.over == Some(path) {
            // What was typed and taken back, or left alone, gives way to the proposal again.
            let is_here = ui.memory(|memory| memory.has_focus(self.id(path))) || self.memory.wants == Some(path);
            if is_here {
                return None;
            }
            self.memory.proposed.over = None;
        }
        let is_focused = ui.memory(|memory| memory.has_focus(self.id(path)));
        let types = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
        if is_focused && !self.is_proposal && ui.input(|input| input.events.iter().any(types)) {
            self.memory.proposed.over = Some(path);
            // A list of terms has another id than the box in its place.
            self.memory.wants = Some(path);
            return None;
        }
        Some(found)
    }

    /// Whether a field is the one of its group that the keys stop at.
    pub fn is_leading(&self, path: FieldPath) -> bool {
        let group = leader(path);
        let first = self.proposed.iter().find(|field| !is_item(field) && leader(field.field) == group);
        first.is_some_and(|field| field.field == path)
    }

    /// Shows a proposed field in the place of the field.
    pub fn proposed_field(&mut self, ui: &mut Ui, path: FieldPath, width: f32, field: &FieldProposal) {
        let (value, words) = shown(self.document.session.project(), self.proposed, field);
        let leads = self.is_leading(path);
        let name = self.name(path);
        let response = self.dotted(ui, path, width, (&name, &value, &words), field.tier, leads);
        if leads && response.has_focus() {
            self.reason(ui, width, field);
        }
    }

    /// Shows an item that is proposed for a list.
    pub fn proposed_items(&mut self, ui: &mut Ui, list: RecordList) {
        let of_list = |field: &&FieldProposal| is_item(field) && list_of(field) == Some(list);
        let fields: Vec<FieldProposal> = self.proposed.iter().filter(of_list).cloned().collect();
        for field in fields {
            let (value, words) = shown(self.document.session.project(), self.proposed, &field);
            crate::app::widgets::form::form_row(ui, list_noun(list), self.margin, |ui, width| {
                let response = self.dotted(ui, field.field, width, (list.noun(), &value, &words), field.tier, true);
                if response.has_focus() {
                    self.reason(ui, width, &field);
                }
            });
            ui.add_space(space::FORM_GAP);
        }
    }

    /// Whether items are proposed for a list.
    pub fn has_proposed_items(&self, list: RecordList) -> bool {
        self.proposed.iter().any(|field| is_item(field) && list_of(field) == Some(list))
    }

    /// The box of dots with what is proposed, its keys and its buttons.
    fn dotted(
        &mut self,
        ui: &mut Ui,
        path: FieldPath,
        width: f32,
        (name, value, words): (&str, &str, &str),
        tier: Tier,
        leads: bool,
    ) -> Response {
        let theme = Theme::of(ui.ctx());
        let id = self.id(path);
        let (rect, _) = ui.allocate_exact_size(vec2(width, space::CONTROL), Sense::hover());
        let is_focused = leads && ui.memory(|memory| memory.has_focus(id));
        let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let takes = is_focused && pressed(ui, Key::Enter);
        let refuses = is_focused && (pressed(ui, Key::Delete) || pressed(ui, Key::Backspace));
        let cancels = is_focused && pressed(ui, Key::Escape);
        let sense = if leads { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, id, sense);
        let possible = if tier == Tier::Possible { "possible, " } else { "" };
        let spoken = [value, words].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        response
            .widget_info(|| WidgetInfo::labeled(Access::Button, true, format!("{name}, {possible}proposed: {spoken}")));
        if leads {
            self.follow_focus(path, &response);
        }
        self.paint_dotted(ui, rect, &response, (value, words), tier, leads);
        let is_pointed = response.hovered() || ui.rect_contains_pointer(rect);
        let (mut is_taken, mut is_refused) = (takes, refuses);
        if leads && (is_focused || is_pointed) && !self.is_proposal {
            let ink = if is_focused { theme.text } else { theme.text2 };
            let [take, refuse] = buttons(rect);
            is_taken |= end_button(ui, take, Icon::Check, &format!("Take {}", name.to_lowercase()), ink);
            is_refused |=
                end_button(ui, refuse, Icon::Close, &format!("Dismiss the proposed {}", name.to_lowercase()), ink);
        }
        if response.clicked() {
            response.request_focus();
        }
        if is_taken && !self.is_proposal {
            self.commands.push(ProposalCommand::TakeField(self.annotation.id, path).into());
            self.go_on_from(path);
        } else if is_taken {
            self.memory.leaves = Some(path);
        }
        if is_refused {
            self.commands.push(ProposalCommand::RefuseField(self.annotation.id, path).into());
            self.go_on_from(path);
        }
        if cancels {
            self.commands.push(Command::BackToArticle);
        }
        response
    }

    /// The focus goes on to the next proposed field, and from the last one to the field behind it.
    fn go_on_from(&mut self, path: FieldPath) {
        let group = leader(path);
        let behind = self.proposed.iter().skip_while(|field| field.field != path);
        // A figure has a card of its own, with an offer that Enter takes.
        let is_next = |next: &FieldPath| {
            leader(*next) != group && self.is_leading(*next) && !matches!(next, FieldPath::Figure(_))
        };
        let next = behind.filter(|field| !is_item(field)).map(|field| field.field).find(is_next);
        match next {
            Some(next) => self.memory.wants = Some(next),
            None => self.memory.leaves = Some(path),
        }
    }

    fn paint_dotted(
        &self,
        ui: &Ui,
        rect: Rect,
        response: &Response,
        (value, words): (&str, &str),
        tier: Tier,
        leads: bool,
    ) {
        if !ui.is_rect_visible(rect) {
            return;
        }
        let theme = Theme::of(ui.ctx());
        let painter = ui.painter();
        let is_hovered = response.hovered() && leads;
        if is_hovered {
            painter.rect_filled(rect, space::RADIUS_FIELD, theme.hover);
        }
        let colour = if is_hovered { theme.text2 } else { theme.border_field };
        let dots = Dots::line(&theme, tier == Tier::Possible, colour);
        dots.outline(painter, rect.shrink(1.0), f32::from(space::RADIUS_FIELD), true, true);
        if response.has_focus() {
            FocusRing::paint(painter, rect, space::RADIUS_FIELD);
        }
        let is_busy = leads && (is_hovered || response.has_focus()) && !self.is_proposal;
        let mut room = rect.shrink2(vec2(INDENT, 0.0));
        if is_busy {
            room.max.x -= BUTTONS - INDENT;
        } else if tier == Tier::Possible && leads {
            let placed = Words::new("possible", theme.text3).size(Face::SMALL).paint(
                painter,
                room.with_min_x(room.right() - 60.0),
                eframe::egui::Align2::RIGHT_CENTER,
            );
            room.max.x = placed.left() - 6.0;
        }
        let mut left = room.left();
        if !value.is_empty() {
            let laid = Words::new(value, theme.text2).line_within(painter, room.width());
            laid.paint(painter, pos2(left, room.center().y - laid.size().y / 2.0));
            left += laid.size().x;
            if !words.is_empty() {
                left = Words::new("·", theme.text3).paint_at(painter, pos2(left + 5.0, room.center().y)).right() + 5.0;
            }
        }
        // The value is never cut; the words are, at a space.
        if !words.is_empty() && room.right() - left > 24.0 {
            let engine = Engine::of(ui.ctx());
            let laid = engine.layout_elided(words, Role::Words, Direction::Auto, room.right() - left, 1);
            engine.paint(&laid, painter, pos2(left, room.center().y - laid.size().y / 2.0), theme.text);
        }
        let whole = [value, words].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        tip_sentence(response, &whole);
    }

    /// Says under a field why it is proposed, and which keys take and dismiss it.
    fn reason(&mut self, ui: &mut Ui, width: f32, field: &FieldProposal) {
        let theme = Theme::of(ui.ctx());
        if !field.why.is_empty() {
            ui.add_space(space::HINT_GAP);
            let why = super::why::plain(&field.why);
            ui.horizontal(|ui| {
                ui.add_space(INDENT);
                let label = TextLabel::new(&why, Role::Hint).color(theme.text2).max_lines(REASON_LINES);
                ui.allocate_ui(vec2(width - INDENT, 0.0), |ui| label.show(ui));
            });
        }
        if self.is_proposal {
            return;
        }
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            ui.add_space(INDENT);
            ui.spacing_mut().item_spacing.x = 6.0;
            for (key, does) in [("Enter", "take"), ("Delete", "dismiss")] {
                KeyCap::new(key).show(ui);
                Words::new(does, theme.text2).size(Face::SMALL).show(ui);
            }
        });
    }
}

fn buttons(rect: Rect) -> [Rect; 2] {
    let cell = |from_right: f32| {
        let middle = pos2(rect.right() - from_right, rect.center().y);
        Rect::from_center_size(middle, vec2(22.0, space::HIT))
    };
    [cell(35.0), cell(13.0)]
}

fn end_button(ui: &Ui, rect: Rect, icon: Icon, name: &str, ink: eframe::egui::Color32) -> bool {
    // Not a stop of Tab: Enter and Delete do the same.
    let response = ui.interact(rect, ui.scope_id().with(("proposed", name)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    icon.paint(ui.painter(), rect, space::ICON_SMALL, ink);
    tip_sentence(&response, name);
    response.clicked()
}

fn is_item(field: &FieldProposal) -> bool {
    matches!(field.value, ProposedValue::Item(_))
}

fn list_of(field: &FieldProposal) -> Option<RecordList> {
    match &field.value {
        ProposedValue::Item(Item::Group(_)) => Some(RecordList::Groups),
        ProposedValue::Item(Item::NamedVictim(_)) => Some(RecordList::NamedVictims),
        ProposedValue::Item(Item::Evidence(_)) => Some(RecordList::Evidence),
        ProposedValue::Item(Item::Link(_)) => Some(RecordList::Links),
        _ => None,
    }
}

fn list_noun(list: RecordList) -> &'static str {
    match list {
        RecordList::Groups => "Group",
        RecordList::NamedVictims => "Named victim",
        RecordList::Evidence => "Evidence",
        RecordList::Links => "Link",
    }
}
