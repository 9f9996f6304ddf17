use eframe::egui::{Id, Ui};
use jiff::civil::Date;

use crate::app::article::long_date;
use crate::app::text::{Role, TextField};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::form::form_row;
use crate::app::widgets::{self, DialogAnswer, Segmented, Tone, Words};
use crate::interchange::anchored_title;
use crate::model::{Anchored, Card, Direction, Text};

use super::{Answer, DialogCtx};

/// The article's card being edited; it is changed as a whole.
#[derive(PartialEq)]
pub struct CardForm {
    before: Card,
    title: String,
    outlet: String,
    byline: String,
    published: String,
    url: String,
    language: String,
    direction: usize,
}

impl CardForm {
    /// Begins with a card.
    pub fn of(card: &Card) -> CardForm {
        CardForm {
            before: card.clone(),
            title: card.title.value.clone(),
            outlet: card.outlet.clone(),
            byline: card.byline.clone(),
            published: card.published.map(|date| date.to_string()).unwrap_or_default(),
            url: card.url.clone(),
            language: card.language.clone(),
            direction: Direction::ALL.iter().position(|other| *other == card.direction).unwrap_or(0),
        }
    }

    /// Whether something was typed that is not in the card.
    pub fn is_changed(&self) -> bool {
        *self != CardForm::of(&self.before)
    }

    /// Shows the fields; `None` once they were answered.
    pub fn show(mut self: Box<Self>, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<Box<CardForm>> {
        let reason = self.date().is_err().then_some("The date is not one: write it as 2026-03-14");
        let mut submitted = false;
        let dialog = widgets::Dialog::new("Article card", "Keep card").primary_disabled(reason).width(560.0);
        let answer = dialog.focus_first_field().show(ui.ctx(), id, |ui| submitted = self.fields(ui, id));
        match answer.or(submitted.then_some(DialogAnswer::Primary)) {
            // Enter in a field comes here past the button that is disabled.
            Some(DialogAnswer::Primary) if self.date().is_ok() => {
                let card = self.card(&cx.document?.session.project().article().text);
                cx.answer(Answer::Edit(Box::new(|open, now| open.set_card(card, now))));
                cx.answer(Answer::FocusArticle);
            }
            Some(DialogAnswer::Cancelled) => cx.answer(Answer::FocusArticle),
            _ => return Some(self),
        }
        None
    }

    /// Shows the fields that a card has; answers whether Enter was pressed in one.
    pub fn fields(&mut self, ui: &mut Ui, id: Id) -> bool {
        let theme = Theme::of(ui.ctx());
        let mut submitted = false;
        let has_date = self.date();
        let date_hint = match has_date {
            Ok(Some(date)) => long_date(date),
            Ok(None) => "Year-month-day, such as 2026-03-14".to_owned(),
            Err(()) => "This is not a date: write it as 2026-03-14".to_owned(),
        };
        let problem = has_date.is_err().then_some(Tone::Error);
        let fields = [
            ("Title", &mut self.title, Role::Words, None, None),
            ("Outlet", &mut self.outlet, Role::Value, None, None),
            ("Byline", &mut self.byline, Role::Value, None, None),
            ("Published", &mut self.published, Role::Value, problem, Some(date_hint)),
            ("Address", &mut self.url, Role::Value, None, None),
            (
                "Language",
                &mut self.language,
                Role::Value,
                None,
                Some("A language tag, such as en, ar or pt-BR".to_owned()),
            ),
        ];
        for (name, text, role, problem, hint) in fields {
            form_row(ui, name, 0.0, |ui, width| {
                ui.vertical(|ui| {
                    let field = TextField::new(text, id.with(name), role)
                        .name(name)
                        .placeholder("Not stated")
                        .width(width)
                        .problem(problem)
                        .show(ui);
                    // Enter in any of the fields keeps the card, as each has one line.
                    submitted |= field.submitted;
                    if let Some(hint) = hint {
                        let ink = problem.map_or(theme.text3, |problem| problem.ink(&theme));
                        Words::new(&hint, ink).size(Face::SMALL).show(ui);
                    }
                });
            });
        }
        let names = Direction::ALL.map(Direction::label);
        form_row(ui, "Direction", 0.0, |ui, _| Segmented::new("Direction", &names).show(ui, &mut self.direction));
        let original = &self.before.original;
        if !original.name.is_empty() {
            let told = match original.encoding.as_str() {
                "" => original.name.clone(),
                encoding => format!("{}, read as {encoding}", original.name),
            };
            form_row(ui, "Original", 0.0, |ui, _| {
                ui.add_space(5.0);
                crate::app::text::TextLabel::new(&told, Role::Label).color(theme.text2).show(ui);
            });
        }
        submitted
    }

    /// The card as it was edited, its title anchored where its words stand in the text.
    pub fn card(&self, text: &Text) -> Card {
        let title = self.title.trim();
        // An unchanged title keeps the place in the text that it rests on; one typed anew is looked for there.
        let title = if title == self.before.title.value {
            self.before.title.clone()
        } else if title.is_empty() {
            Anchored::default()
        } else {
            anchored_title(text, title)
        };
        Card {
            title,
            outlet: self.outlet.trim().to_owned(),
            byline: self.byline.trim().to_owned(),
            // The button is disabled while the day is wrong, so that this falls back only where it is never
            // reached.
            published: self.date().unwrap_or(self.before.published),
            url: self.url.trim().to_owned(),
            language: self.language.trim().to_owned(),
            direction: Direction::ALL[self.direction],
            original: self.before.original.clone(),
        }
    }

    fn date(&self) -> Result<Option<Date>, ()> {
        match self.published.trim() {
            "" => Ok(None),
            written => written.parse().map(Some).map_err(|_| ()),
        }
    }
}
