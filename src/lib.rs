//! Newsmark: annotation of news.
//!
//! An editor opens an article, marks spans of it as casualties, displacement,
//! quotes or claims, fills in what each mark says, and saves the whole as one
//! project file that a second person can review years later.
//!
//! # The house
//!
//! Its crates lie in `crates/`. The first two stand alone, each other names only those above it:
//!
//! | crate | holds | never |
//! |---|---|---|
//! | `newsmark-figures` | numbers and days as news writes them, read from plain text | knows a project, guesses |
//! | `newsmark-agreement` | how far people agree: ᵤα, α, κ, F1 over plain stretches and labels | knows a project, judges a number |
//! | `newsmark-core` | what a project is, how it changes, what it adds up to, how it is kept | knows a window, reads a clock |
//! | `newsmark-dataset` | folders of projects as Parquet; with the feature `dataset` alone | changes a project |
//! | `newsmark-train` | training and scoring the model of attributions, from annotated articles | is needed to run the program |
//! | `newsmark` | this package: the window and the command line | – |
//!
//! The rooms of the core are named here as if they were this package's:
//!
//! | room | holds | never |
//! |---|---|---|
//! | [`model`] | the article, its annotations and their records; plain values | reads a file, a clock or a locale |
//! | [`edit`] | changing a project: history, selection, the journal's entries | applies a change it did not record |
//! | [`figures`] | what words and records say in numbers: totals, and the number reader by its crate | changes a project, fills in what the words leave open |
//! | [`find`] | all places of a text that fit a query | changes anything; knows only the model |
//! | [`review`] | what became of each mark from save to save; projects of one article compared, measured, merged, brought together | changes anything, touches files |
//! | [`suggest`] | what the words of an article state, as values that no project holds yet | changes a project, says more than the words |
//! | [`report`] | projects as a page and as a table, for those who have no Newsmark | reckons anything; touches files |
//! | [`check`] | what may be wrong with a project, one problem a file | changes anything |
//! | [`store`] | the project file, atomic saving, journal, lock, settings | knows of windows; nobody else touches files |
//! | [`interchange`] | articles in: text, Markdown, HTML, every encoding | touches files |
//! | [`library`] | a folder of projects: what is in them, what they add up to, where words stand; reads and writes what a report needs | writes a project |
//!
//! Beside it stands `newsmark-ui`: theme, text engine and controls, which know no project. Below both lies
//! `newsmark-direction`: which way text runs, which a project keeps and the text engine lays out by.
//!
//! This package is the program around it:
//!
//! | part | holds | never |
//! |---|---|---|
//! | [`added_words`] | a person's own words for the number reader | is called but as the program starts |
//! | [`cli`] | the command line | has logic of its own |
//! | [`app`] | the window; the only place that names eframe, winit, ashpd and rfd | changes a project but through `edit` |
//!
//! The feature `gui`, on by default, brings `app`, `newsmark-ui` and what they rest on; without it the rest builds
//! alone. The core's feature `testing` adds fixtures, and disks that go wrong as a test tells them to, for the tests
//! in `tests/`. `clippy.toml` in the core's folder keeps files, clock, environment and randomness out of it.
//!
//! # The way of the data
//!
//! A file becomes an [`Article`](model::Article) through [`interchange`], and a
//! [`Project`](model::Project) with it. The window holds an
//! [`OpenProject`](edit::OpenProject) and lends its project to the panels only
//! to read; they push commands, each of which is one call of `OpenProject`. The
//! call applies one [`Change`](model::Change) and keeps the inverse that
//! `Project::apply` returns: that is undo. The same change is an
//! [`Entry`](edit::Entry) of the journal, on disk before the frame is shown.
//! Where a save begins, [`review`] derives from what changed since the last one
//! what each mark's story gains, so that the file can tell it.
//! [`store`] prints a project to the bytes of its file and reads them back.
//!
//! # What always holds
//!
//! - The text of an article never changes, not by one byte.
//! - A span always means the same words: the file keeps them beside it, and
//!   reading compares. What cannot be placed for certain is kept as unplaced.
//! - Every edit can be undone; what was done outlives a crash.
//! - What a file has told of a mark is never taken back, not by undo either.
//! - An edit of an approved mark opens it again.
//! - Offsets are UTF-8 bytes in memory and Unicode code points in files.
//! - The same project gives the same bytes.
//! - Nothing leaves the machine: there is no network code.

pub use newsmark_core::{check, edit, figures, find, interchange, library, model, report, review, store, suggest};

pub mod added_words;
#[cfg(feature = "gui")]
pub mod app;
pub mod cli;
