//! The program `sulan`: the arguments first, then the browser or nothing more.

use std::process::ExitCode;

use sulan::app::{App, Looks, Pane, Place};
use sulan::cli::{self, Browse, Env, Task};
use sulan::loader::Loading;
use sulan::settings::{Memory, Position, Theme};
use sulan::term;

fn main() -> ExitCode {
    let env = Env::of_process();
    match cli::run(std::env::args_os(), &env) {
        Task::Browse(start) => browse(*start, &env),
        Task::End(status) => status.into(),
    }
}

fn browse(start: Browse, env: &Env) -> ExitCode {
    let settings = start.settings;
    let lang = settings.language.value;
    if let Some(hint) = cli::locale_hint(env) {
        cli::tell(&hint, lang);
    }
    let report = start.library.heads().next().map(|(_, head)| head.id.clone()).unwrap_or_default();
    // The first frame asks the terminal for its size, which some do not tell.
    let mut app = App::new(start.library, lang, env.size());
    app.set_looks(Looks { mono: settings.theme.value == Theme::Mono, ascii: settings.ascii.value });
    app.set_past(start.past);
    if let Some(index) = start.index {
        app.set_index(index);
    }
    app.set_total(start.loading.as_ref().map(Loading::expected));
    app.mouse = settings.mouse.value;
    let memory = Memory::new(env.files.state.as_deref(), &report);
    let last = memory.as_ref().and_then(Memory::recall).unwrap_or_default();
    app.restore(&place(&last, settings.start.value));
    if let Some(query) = start.find {
        app.find(&query);
    }
    let ended = term::browse(&mut app, start.loading);
    for passed in app.passed_over() {
        cli::tell(passed, lang);
    }
    // A browser that could not open was nowhere.
    if let Some(memory) = memory.filter(|_| ended.is_ok()) {
        let left = position(&app.place());
        memory.keep(&left, || {
            app.rewind();
            position(&app.place())
        });
    }
    ended.map_or_else(|_| cli::no_terminal(lang), ExitCode::from)
}

/// A place of the browser as the state file keeps it.
fn position(place: &Place) -> Position {
    let entries = place.entries.iter().map(|(pane, id)| (pane.id().to_owned(), id.clone()));
    Position { pane: place.pane.id().to_owned(), entries: entries.collect() }
}

/// The place to begin at: the entries as they were left, the pane as it is set or as it was left.
fn place(last: &Position, start: Option<&str>) -> Place {
    let entries = last.entries.iter().filter_map(|(pane, id)| Some((Pane::from_id(pane)?, id.clone())));
    let pane = start.and_then(Pane::from_id).or_else(|| Pane::from_id(&last.pane)).unwrap_or(Pane::ALL[0]);
    Place { pane, entries: entries.collect() }
}
