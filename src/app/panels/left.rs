use std::path::{Path, PathBuf};

use eframe::egui::{ScrollArea, Ui};

use crate::app::article::ArticleView;
use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::document::{Document, file_name};
use crate::app::text::{self, Role};
use crate::app::theme::{Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Hairline, Icon, PanelHeader, Row, Scrolled, tip_sentence, told};
use crate::store::Settings;

use super::outline::outline;

/// How many recent files the panel shows.
// As many as leave the outline most of the panel in a low window.
const N_RECENT: usize = 6;

/// Shows the left panel: recent files and the outline.
pub fn left(ui: &mut Ui, article: &ArticleView, cx: &mut ViewCtx<'_>) {
    let (document, settings) = (cx.document, &*cx.settings);
    let commands = &mut *cx.commands;
    ui.spacing_mut().item_spacing.y = 0.0;
    if !settings.recent.is_empty() {
        PanelHeader::new("Recent").show(ui, |_| {});
        ui.scope(|ui| recent(ui, document, settings, commands));
        ui.add_space(8.0);
        Hairline::new().show(ui);
    }
    PanelHeader::new("Outline").show_right(ui, |ui| {
        ui.add_space(8.0);
        super::outline::letters_head(ui);
    });
    let proposals = Some(&document.proposals).filter(|_| cx.proposes);
    if let Some(proposals) = proposals.filter(|proposals| proposals.in_hand().is_some()) {
        super::outline::left_over(ui, proposals);
    }
    ui.spacing_mut().scroll = thin_scroll();
    ScrollArea::vertical()
        .auto_shrink(false)
        .show_viewport(ui, |ui, view| {
            outline(ui, &document.session, proposals, article, view, commands);
        })
        .named(ui.ctx(), "the outline");
}

fn recent(ui: &mut Ui, document: &Document, settings: &Settings, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    told::list(ui, "Recent files", settings.recent.len().min(N_RECENT));
    for (place, path) in settings.recent.iter().take(N_RECENT).enumerate() {
        let name = file_name(path);
        let is_open = document.file.as_ref().is_some_and(|file| &file.path == path);
        let row = Row::new(&name).height(space::ROW).selected(is_open).place(place).show(ui, |ui, ink| {
            let (icon, _) = ui.allocate_exact_size(eframe::egui::vec2(14.0, 14.0), eframe::egui::Sense::hover());
            Icon::Document.paint(ui.painter(), icon, space::ICON_SMALL, ink.text2);
            ui.add_space(8.0);
            let role = if is_open { Role::StrongLabel } else { Role::Label };
            text::TextLabel::new(name.trim_end_matches(".ron"), role).color(theme.text).show(ui);
            if let Some(folder) = folder_where_needed(path, &settings.recent) {
                ui.add_space(8.0);
                text::TextLabel::new(&folder, Role::Hint).color(ink.text3).show(ui);
            }
        });
        tip_sentence(&row.response, &path.display().to_string());
        if row.response.clicked() && !is_open {
            commands.push(Command::OpenPath(path.clone()));
        }
    }
}

/// The folder of a file of whose name there is another in the list.
fn folder_where_needed(path: &Path, recent: &[PathBuf]) -> Option<String> {
    let is_alike = |other: &PathBuf| other != path && other.file_name() == path.file_name();
    let folder = path.parent()?.file_name()?.to_string_lossy().into_owned();
    recent.iter().take(N_RECENT).any(is_alike).then_some(folder)
}
