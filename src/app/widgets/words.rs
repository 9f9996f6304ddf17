use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Color32, Galley, Painter, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo,
    text::{LayoutJob, TextFormat, TextWrapping},
};

use crate::app::theme::Face;

/// The program's own words in one face, size and colour.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    text: &'a str,
    face: Face,
    size: f32,
    ink: Color32,
}

impl<'a> Words<'a> {
    /// Regular words of 13 points.
    pub fn new(text: &'a str, ink: Color32) -> Words<'a> {
        Words { text, face: Face::Regular, size: Face::BODY, ink }
    }

    /// In another face.
    pub fn face(self, face: Face) -> Words<'a> {
        Words { face, ..self }
    }

    /// In another size, in points.
    pub fn size(self, size: f32) -> Words<'a> {
        Words { size, ..self }
    }

    /// One line, as long as it gets.
    pub fn line(&self, painter: &Painter) -> Arc<Galley> {
        painter.layout_no_wrap(self.text.to_owned(), self.face.at(self.size), self.ink)
    }

    /// One line of at most `width` points, cut at a space and ended by " …". Only a first word that is too wide by
    /// itself is cut inside, as nothing of it would be left.
    pub fn line_within(&self, painter: &Painter, width: f32) -> Arc<Galley> {
        let whole = self.line(painter);
        if whole.size().x <= width {
            return whole;
        }
        let ends: Vec<usize> = self.text.match_indices(' ').map(|(index, _)| index).collect();
        let cut = |end: usize| {
            let kept = self.text[..end].trim_end_matches([' ', ',', '.', ';', ':']);
            painter.layout_no_wrap(format!("{kept} …"), self.face.at(self.size), self.ink)
        };
        let fitting = ends.partition_point(|end| cut(*end).size().x <= width);
        match fitting.checked_sub(1) {
            Some(last) => cut(ends[last]),
            None => painter.layout_job(LayoutJob {
                wrap: TextWrapping::truncate_at_width(width),
                ..LayoutJob::single_section(self.text.to_owned(), self.format(None))
            }),
        }
    }

    /// As many lines of at most `width` points as it takes, each `line_height` points high.
    pub fn lines(&self, painter: &Painter, width: f32, line_height: f32) -> Arc<Galley> {
        painter.layout_job(LayoutJob {
            wrap: TextWrapping::wrap_at_width(width),
            ..LayoutJob::single_section(self.text.to_owned(), self.format(Some(line_height)))
        })
    }

    /// As [`Self::lines`], each centred around the place where it is painted.
    pub fn centred_lines(&self, painter: &Painter, width: f32, line_height: f32) -> Arc<Galley> {
        painter.layout_job(LayoutJob {
            wrap: TextWrapping::wrap_at_width(width),
            halign: Align::Center,
            ..LayoutJob::single_section(self.text.to_owned(), self.format(Some(line_height)))
        })
    }

    fn format(&self, line_height: Option<f32>) -> TextFormat {
        TextFormat { line_height, ..TextFormat::simple(self.face.at(self.size), self.ink) }
    }

    /// Paints one line within `rect`, cut if need be, and returns where it stands.
    pub fn paint(&self, painter: &Painter, rect: Rect, align: Align2) -> Rect {
        let line = self.line_within(painter, rect.width());
        let place = align.align_size_within_rect(line.size(), rect);
        painter.galley(place.min, line, self.ink);
        place
    }

    /// Paints one line that begins at `left` and is centred on its height.
    pub fn paint_at(&self, painter: &Painter, left: Pos2) -> Rect {
        let line = self.line(painter);
        let place = Align2::LEFT_CENTER.anchor_size(left, line.size());
        painter.galley(place.min, line, self.ink);
        place
    }

    /// Shows one line as a label, cut to the room there is; the whole stands in its tooltip then.
    pub fn show(self, ui: &mut Ui) -> Response {
        let line = self.line_within(ui.painter(), ui.available_width());
        let is_cut = line.elided || line.text() != self.text;
        let (place, response) = ui.allocate_exact_size(line.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        ui.painter().galley(place.min, line, self.ink);
        if is_cut { response.on_hover_text(self.text) } else { response }
    }
}
