//! `sulan completions`: scripts that complete command lines, from the definition of the arguments.

use clap_complete::{Generator, Shell, generate};

use super::Status;
use super::args::command;
use super::output::Output;
use crate::text::Lang;

/// Prints the script for a shell, with the help of the options in `lang`.
pub(super) fn print(shell: &str, lang: Lang) -> Status {
    let script = match shell {
        "zsh" => script(Shell::Zsh, lang),
        "fish" => script(Shell::Fish, lang),
        "powershell" => script(Shell::PowerShell, lang),
        _ => script(Shell::Bash, lang),
    };
    Output::new(lang).write(Status::Done, |out| out.write_all(&script))
}

/// The script whole, because a generator panics where its writer fails.
fn script(shell: impl Generator, lang: Lang) -> Vec<u8> {
    let mut script = Vec::new();
    generate(shell, &mut command(lang), "sulan", &mut script);
    script
}
