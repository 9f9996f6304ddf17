use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::form::thin_scroll;
use super::{FocusRing, ListCursor, Scrolled, told};

/// A list that is one stop of Tab and whose rows are made only where they are on the screen, however many there are.
///
/// Keys walk through it by a [`ListCursor`], whose row is brought on the screen. To assistive technology it is a list
/// box of so many rows, of which the current one is the active descendant while the list has the focus. Its rows are
/// of one height, or of heights told by [`RowHeights::Edges`].
///
/// The caller paints a row in the rectangle that a [`ListRow`] names and makes it an interactive area of its id, with
/// a name. Rows take no focus of their own: where they are to be walked by Tab this is not the list to take.
///
/// ```no_run
/// # use newsmark_ui::widgets::{ListCursor, RowHeights, VirtualList};
/// # fn show(ui: &mut egui::Ui, names: &[String], cursor: &mut ListCursor) {
/// let frame = ui.available_rect_before_wrap();
/// let list = VirtualList::new(egui::Id::unique("names"), "Names", RowHeights::Equal(names.len(), 24.0));
/// let answer = list.show(ui, frame, cursor, |ui, row| {
///     let response = ui.interact(row.rect, row.id, egui::Sense::CLICK);
///     response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListBoxOption, true, &names[row.n]));
///     response.clicked()
/// });
/// if answer.has_focus && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
///     println!("{}", names[cursor.row]);
/// }
/// # }
/// ```
pub struct VirtualList<'a> {
    id: Id,
    name: &'a str,
    scrolled: &'a str,
    heights: RowHeights<'a>,
    foot: f32,
    border: Option<(f32, u8)>,
    takes_focus: bool,
    rests_unmarked: bool,
}

/// How many rows a list has, and how high they are in points.
#[derive(Clone, Copy, Debug)]
pub enum RowHeights<'a> {
    /// So many rows, each of that height.
    Equal(usize, f32),
    /// The upper edge of each row below the list's, ascending, and the lower edge of the last.
    Edges(&'a [f32]),
}

/// A row that is on the screen.
#[derive(Clone, Copy, Debug)]
pub struct ListRow {
    /// Which one it is, counted from 0.
    pub n: usize,
    /// The id that its interactive area has to have.
    pub id: Id,
    /// Where it stands.
    pub rect: Rect,
    /// Whether it is marked as the one where the keys are.
    pub is_current: bool,
    /// Whether the list has the focus.
    pub has_focus: bool,
}

/// What was done in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListResponse {
    /// Whether it had the focus in this frame, so that further keys are for its current row.
    pub has_focus: bool,
    /// The row that was clicked, where the keys are from then on.
    pub clicked: Option<usize>,
}

impl RowHeights<'_> {
    fn n_rows(self) -> usize {
        match self {
            RowHeights::Equal(n_rows, _) => n_rows,
            RowHeights::Edges(edges) => edges.len().saturating_sub(1),
        }
    }

    /// The upper edge of a row; that of the one after the last is the lower edge of all.
    fn top(self, row: usize) -> f32 {
        match self {
            RowHeights::Equal(_, height) => row as f32 * height,
            RowHeights::Edges(edges) => edges.get(row).copied().unwrap_or_default(),
        }
    }

    /// The first row that is seen below `top`, and the one after the last above `bottom`.
    fn seen(self, top: f32, bottom: f32) -> (usize, usize) {
        let n_rows = self.n_rows();
        match self {
            RowHeights::Equal(_, height) => {
                ((top / height).floor().max(0.0) as usize, ((bottom / height).ceil().max(0.0) as usize).min(n_rows))
            }
            RowHeights::Edges(edges) => {
                let first = edges.partition_point(|edge| *edge <= top).saturating_sub(1);
                (first, edges.partition_point(|edge| *edge < bottom).min(n_rows))
            }
        }
    }

    /// How many rows are a page: as many of the lowest as fit, and one at least.
    fn a_page(self, height: f32) -> usize {
        let lowest = match self {
            RowHeights::Equal(_, height) => height,
            RowHeights::Edges(edges) => edges.windows(2).map(|pair| pair[1] - pair[0]).fold(f32::INFINITY, f32::min),
        };
        ((height / lowest) as usize).max(1)
    }
}

impl<'a> VirtualList<'a> {
    /// A list that assistive technology calls by `name`.
    pub fn new(id: Id, name: &'a str, heights: RowHeights<'a>) -> VirtualList<'a> {
        let (foot, border, takes_focus, rests_unmarked) = (0.0, None, false, false);
        VirtualList { id, name, scrolled: "the list", heights, foot, border, takes_focus, rests_unmarked }
    }

    /// Calls its scroll bar by `what` that scrolls: “the list of problems”.
    pub fn scroll_bar(self, what: &'a str) -> Self {
        VirtualList { scrolled: what, ..self }
    }

    /// With so many points below the last row, which scroll with it.
    pub fn foot(self, height: f32) -> Self {
        VirtualList { foot: height, ..self }
    }

    /// Within a border of that width, which the caller has painted around the frame, of that radius.
    pub fn bordered(self, width: f32, radius: u8) -> Self {
        VirtualList { border: Some((width, radius)), ..self }
    }

    /// The same, which takes the focus in this frame where that is so.
    pub fn takes_focus(self, takes_focus: bool) -> Self {
        VirtualList { takes_focus, ..self }
    }

    /// Without a current row while the focus is elsewhere, as where a row means nothing but to the keys.
    pub fn rests_unmarked(self) -> Self {
        VirtualList { rests_unmarked: true, ..self }
    }

    /// Shows it in `frame`; `row` shows a row and answers whether it was clicked.
    pub fn show(
        self,
        ui: &mut Ui,
        frame: Rect,
        cursor: &mut ListCursor,
        row: impl FnMut(&mut Ui, ListRow) -> bool,
    ) -> ListResponse {
        self.show_with_foot(ui, frame, cursor, row, |_, _| {})
    }

    /// The same; `show_foot` shows what stands below the last row, in the room of [`VirtualList::foot`], where the last
    /// row is on the screen.
    pub fn show_with_foot(
        self,
        ui: &mut Ui,
        frame: Rect,
        cursor: &mut ListCursor,
        mut row: impl FnMut(&mut Ui, ListRow) -> bool,
        show_foot: impl FnOnce(&mut Ui, Rect),
    ) -> ListResponse {
        let (id, heights, n_rows) = (self.id, self.heights, self.heights.n_rows());
        let list = ui.interact(frame, id, Sense::click());
        list.widget_info(|| WidgetInfo::labeled(Role::ListBox, ui.is_enabled(), self.name));
        told::n_of(ui.ctx(), id, n_rows);
        if self.takes_focus {
            list.request_focus();
        }
        let has_focus = cursor.keys(ui, id, n_rows, heights.a_page(frame.height()));
        let mut answer = ListResponse { has_focus, clicked: None };
        let room = frame.shrink(self.border.map_or(0.0, |(width, _)| width));
        let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(room).accessibility_parent(id));
        inside.spacing_mut().scroll = thin_scroll();
        ScrollArea::vertical()
            .id_salt("rows")
            .auto_shrink(false)
            .show_viewport(&mut inside, |ui, view| {
                let corner = ui.cursor().min;
                ui.set_height(heights.top(n_rows) + self.foot);
                let place = |top: f32, height: f32| {
                    Rect::from_min_size(pos2(corner.x, corner.y + top), vec2(room.width(), height))
                };
                let place_of = |row: usize| place(heights.top(row), heights.top(row + 1) - heights.top(row));
                let (first, end) = heights.seen(view.top(), view.bottom());
                for n in first..end {
                    let is_current = n == cursor.row && (has_focus || !self.rests_unmarked);
                    let shown = ListRow { n, id: id.with(("row", n)), rect: place_of(n), is_current, has_focus };
                    if row(ui, shown) {
                        cursor.row = n;
                        answer.clicked = Some(n);
                        list.request_focus();
                    }
                    told::row(ui.ctx(), shown.id, n, is_current);
                    if is_current && has_focus {
                        told::active(ui.ctx(), id, shown.id);
                    }
                }
                if end == n_rows {
                    show_foot(ui, place(heights.top(n_rows), self.foot));
                }
                if cursor.take_reveal() {
                    ui.scroll_to_rect(place_of(cursor.row), None);
                }
            })
            .named(inside.ctx(), self.scrolled);
        if has_focus && FocusRing::by_keyboard(ui.ctx()) {
            // Without a border there is no room around it: the ring lies within.
            let (ring, radius) = self.border.map_or((frame.shrink(2.0), 2), |(_, radius)| (frame, radius));
            FocusRing::paint(ui.painter(), ring, radius);
        }
        answer
    }
}
