//! What the text engine draws, as pictures.
#![cfg(feature = "gui")]

#[path = "support/renderer.rs"]
mod renderer;

use eframe::egui::{Color32, Id, Key, Modifiers, Theme, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use newsmark::app::text::{Engine, Role, Style, TextField, TextLabel};
use newsmark::app::theme::{ThemeChoice, install};
use newsmark::app::widgets::Tone;
use newsmark::model::Direction;
use renderer::{Renderer, assert_picture};

const ENGLISH: &str = "Shells struck a crowded market in Karsa on Sunday morning, killing at least 12 people and \
    wounding dozens, the district health office said.";
const ARABIC: &str = "قُتل ما لا يقل عن 46 شخصًا وأُصيب العشرات بجروح في قصف استهدف سوقًا مكتظة في بلدة كارسا صباح \
    الأحد، بحسب ما أعلنته مديرية الصحة «في إقليم سارن».";
const MIXED: &str = "The office (مديرية الصحة في كارسا) counted 46 dead; ‘نحو 4,300 شخص’ fled, UN said.";
const MISSING: &str = "No font has ᚠ or 😀 or é\u{301}.";

fn picture(size: Vec2, pixels_per_point: f32, theme: Theme, show: impl FnMut(&mut Ui)) -> image::RgbaImage {
    let renderer = Renderer::default();
    let choice = if theme == Theme::Dark { ThemeChoice::Dark } else { ThemeChoice::Light };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(pixels_per_point)
        .with_theme(theme)
        .with_context_setup(move |ctx| install(ctx, choice))
        .renderer(renderer.clone())
        .build_ui(show);
    harness.run();
    renderer.picture(&harness)
}

fn specimen(ui: &mut Ui) {
    let ink = ui.visuals().strong_text_color();
    let engine = Engine::of(ui.ctx());
    let mut pos = ui.max_rect().min;
    let mut paint = |text: &str, role: Role, width: f32| {
        let laid = engine.layout(text, role, Direction::Auto, Some(width));
        engine.paint(&laid, ui.painter(), pos, ink);
        pos.y += laid.size().y + 8.0;
    };
    paint("Shelling of Karsa kills 12", Role::Headline, 596.0);
    paint("مقتل 17 شخصًا على الأقل", Role::Headline, 596.0);
    paint(ENGLISH, Role::Article, 596.0);
    paint(ARABIC, Role::Article, 596.0);
    paint(MIXED, Role::Article, 596.0);
    paint(MISSING, Role::Article, 596.0);
    paint("killing at least 12 people · نحو 4,300 شخص", Role::Words, 300.0);
    paint("Dala Imren, a seamstress · دالا إمرين", Role::Value, 300.0);
}

#[test]
fn paragraphs_of_every_script_look_right() {
    assert_picture("paragraphs", &picture(vec2(620.0, 500.0), 1.0, Theme::Light, specimen));
}

#[test]
fn paragraphs_look_right_in_the_dark_and_at_two_pixels_a_point() {
    assert_picture("paragraphs-dark", &picture(vec2(620.0, 500.0), 2.0, Theme::Dark, specimen));
}

#[test]
fn labels_are_cut_at_words_and_align_in_their_direction() {
    let show = |ui: &mut Ui| {
        ui.set_max_width(220.0);
        TextLabel::new("the deadliest attack in the Sarn valley since January", Role::Words).show(ui);
        TextLabel::new("«كنا نختار البرتقال» … «ثم صارت البسطات في الهواء»", Role::Words).show(ui);
        TextLabel::new("Not stated", Style::new(Role::Value).italic()).color(Color32::from_rgb(108, 103, 95)).show(ui);
        ui.label("egui’s own text for comparison");
        TextLabel::new("egui’s own text for comparison", Role::Value).show(ui);
    };
    assert_picture("labels", &picture(vec2(240.0, 150.0), 1.0, Theme::Light, show));
}

#[test]
fn fields_show_their_text_their_state_and_room_for_an_icon() {
    let renderer = Renderer::default();
    let mut texts =
        ["at least 12", "", "ما لا يقل عن 17 شخصًا", "the deadliest attack in the valley", "on Sunday morning"]
            .map(str::to_owned);
    let mut note = "The office counts only bodies.\nوالمديرية تعدّ المفقودين".to_owned();
    let show = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for (n, text) in texts.iter_mut().enumerate() {
            let problem = (n == 3).then_some(Tone::Error);
            let name = format!("Field {n}");
            let field = TextField::new(text, Id::unique(("field", n)), Role::Words).name(&name);
            let answer = field.placeholder("Select words or type").icon(16.0).problem(problem).width(230.0).show(ui);
            ui.painter().circle_stroke(answer.icon_rect.center(), 5.0, (1.4, Color32::GRAY));
        }
        let field = TextField::new(&mut note, Id::unique("note"), Role::Value).name("Note");
        field.multiline(2).width(230.0).show(ui);
    };
    let mut harness = Harness::builder()
        .with_size(vec2(260.0, 260.0))
        .with_theme(Theme::Light)
        .with_context_setup(move |ctx| install(ctx, ThemeChoice::Light))
        .renderer(renderer.clone())
        .build_ui(show);
    harness.get_by_label("Field 4").focus();
    harness.run();
    harness.key_press(Key::Home);
    harness.key_press_modifiers(Modifiers::CTRL | Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    assert_picture("fields", &renderer.picture(&harness));
}
