//! The program `sulan`: the arguments first, then the browser or nothing more.

use std::process::ExitCode;

use sulan::app::App;
use sulan::cli::{self, Browse, Env, Task};
use sulan::term;

fn main() -> ExitCode {
    let env = Env::of_process();
    match cli::run(std::env::args_os(), &env) {
        Task::Browse(start) => browse(start, &env),
        Task::End(status) => status.into(),
    }
}

fn browse(start: Browse, env: &Env) -> ExitCode {
    if let Some(hint) = cli::locale_hint(env) {
        cli::tell(hint, start.lang);
    }
    // The first frame asks the terminal for its size.
    let mut app = App::new(start.library, start.lang, (80, 24));
    if let Some(query) = start.find {
        app.find(&query);
    }
    term::browse(app).map_or_else(|_| cli::no_terminal(start.lang), ExitCode::from)
}
