//! sulan (速览): a Chinese government's annual work report at a glance, in a terminal.
//!
//! # The rooms
//!
//! An arrow means "may import"; nothing imports upwards.
//!
//! ```text
//! main ──> cli ──> print <──────────────── term ──> ui ──> app ──┐
//!                    v                                           v
//!                  search <────────────────────────────────────  pages
//!                    └────────> library <────────────────────────┘
//!                                  v
//!          cli, term ──> loader (knows search, library, draft, disk)
//!                          └───> draft ─> report ──> text ──> assets
//! ```
//!
//! - `assets`: the data files that the program brings, reports as `build.rs` packs them; [`text`] and [`report`] read
//!   them.
//! - [`text`]: two languages, cells, line breaks.
//! - `disk`: files read with a bound and written whole, refusals of the system in words; knows [`text`] only,
//!   and only [`cli`], [`loader`], [`settings`] and [`term`] use it.
//! - [`report`]: the data: model, format on disk, lexicon, the wording of figures.
//! - [`library`]: the reports that are open: heads and rows of all, the reports themselves as they are asked for,
//!   what joins in a report and over places and years.
//! - [`draft`]: reads the file of any report, a text, a web page or a Word file, and makes data of it.
//! - [`loader`]: files and folders to reports, by threads, in the order of the files.
//! - [`search`]: finds entries by 汉字, pinyin, initials, English and numbers.
//! - [`pages`]: what is said about an entry or a pair, as rows of text and shapes with roles; it asks [`draft`] where a
//!   sentence says its figures.
//! - [`app`]: the state of the browser, the one table of keys, layout; no drawing, no terminal.
//! - [`ui`]: draws the state; keeps nothing, changes nothing.
//! - [`term`]: the terminal, its signals, and the loop.
//! - [`mod@print`]: entries and pairs as text, JSON, CSV and Markdown, for the command line and for exports; an
//!   entry alone as the page that [`pages`] has of it.
//! - [`settings`]: the configuration file and the state file; besides [`cli`] only the program itself uses it,
//!   and of the rooms below it knows [`report`], for its faults, and [`text`].
//! - [`cli`]: the arguments and the machine interface.
//!
//! # The way of one key press
//!
//! 1. The loop of [`term`] sleeps until a thread sends it an event: keys and pastes, which one thread makes
//!    of the terminal's bytes, a new size, a signal, what a search over many reports has found.
//! 2. [`app::lookup`] finds the key in the table for the mode: an [`app::Action`], or nothing.
//! 3. [`app::App::update`] changes the state, the only thing that does, and gives an [`app::Effect`].
//! 4. What else is waiting is taken in; then [`ui::draw`] writes the whole state into a buffer.
//! 5. The cells that changed are sent in one piece, and the terminal's own cursor goes to where an input method
//!    or a screen reader looks for it.

pub mod app;
mod assets;
pub mod cli;
mod disk;
pub mod draft;
pub mod library;
pub mod loader;
pub mod pages;
pub mod print;
pub mod report;
pub mod search;
pub mod settings;
pub mod term;
pub mod text;
pub mod ui;
