//! The program `sulan`: arguments first, then the browser or nothing more.

use std::io::{self, Write};
use std::process::ExitCode;

use sulan::cli::{self, Browse, Env, Task};
use sulan::text::Label;

fn main() -> ExitCode {
    match cli::run(std::env::args_os(), &Env::of_process()) {
        Task::Browse(start) => browse(&start),
        Task::End(status) => status.into(),
    }
}

/// Opens the browser.
fn browse(start: &Browse) -> ExitCode {
    let missing =
        Label::new("这个版本还没有浏览界面；请用 sulan list。", "This version has no browser yet; use sulan list.");
    let _ = writeln!(io::stderr(), "sulan: {}", missing.get(start.lang));
    ExitCode::FAILURE
}
