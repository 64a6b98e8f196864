//! Copying: through the terminal by OSC 52, which also works over ssh, and by a
//! clipboard program of the system where there is one.

use std::io::{self, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

/// The most base64 that is sent: what xterm and tmux take; a longer text would be dropped in silence.
const LONGEST: usize = 74_994;
/// What every pipe takes at once (POSIX, `PIPE_BUF` and more), so that writing it blocks no one.
const AT_ONCE: usize = 4096;

/// A clipboard program: name, arguments, the variable without which it has nothing to
/// talk to, and what it reads.
struct Program {
    name: &'static str,
    arguments: &'static [&'static str],
    needs: Option<&'static str>,
    reads: Reads,
}

/// How a program wants its text.
#[derive(Clone, Copy)]
enum Reads {
    Utf8,
    /// clip.exe takes bytes for the system's old code page; it knows UTF-16 by itself, and keeps a byte order mark.
    Utf16,
}

/// The programs, the first that is there is used.
const PROGRAMS: [Program; 4] = [
    Program { name: "wl-copy", arguments: &[], needs: Some("WAYLAND_DISPLAY"), reads: Reads::Utf8 },
    Program { name: "xclip", arguments: &["-selection", "clipboard"], needs: Some("DISPLAY"), reads: Reads::Utf8 },
    Program { name: "pbcopy", arguments: &[], needs: None, reads: Reads::Utf8 },
    Program { name: "clip.exe", arguments: &[], needs: None, reads: Reads::Utf16 },
];

/// Asks the terminal to copy `text`; whether it is short enough for that.
///
/// # Errors
/// Those of the terminal.
pub(super) fn ask_terminal(terminal: &mut impl Write, text: &str) -> io::Result<bool> {
    let encoded = text.len().div_ceil(3) * 4;
    if encoded > LONGEST {
        return Ok(false);
    }
    queue!(terminal, CopyToClipboard::to_clipboard_from(text))?;
    terminal.flush()?;
    Ok(true)
}

/// Gives `text` to a clipboard program and tells `done` its name when the program has
/// taken it, or `None`; whether there is such a program. Nothing here waits.
pub(super) fn ask_program(text: &str, done: impl FnOnce(Option<&'static str>) + Send + 'static) -> bool {
    let Some((program, mut child)) = PROGRAMS.iter().find_map(|program| Some((program, start(program)?))) else {
        return false;
    };
    let bytes = match program.reads {
        Reads::Utf8 => text.as_bytes().to_vec(),
        Reads::Utf16 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
    };
    let input = child.stdin.take();
    // A short text is handed over before the next key, so that leaving right after a copy loses nothing.
    let (written, rest) = if bytes.len() <= AT_ONCE { (hand(input, &bytes), None) } else { (true, input) };
    let wait = move || {
        let written = if rest.is_some() { hand(rest, &bytes) } else { written };
        let taken = child.wait().is_ok_and(|status| status.success());
        done((written && taken).then_some(program.name));
    };
    thread::Builder::new().name("clipboard".to_owned()).spawn(wait).is_ok()
}

fn start(program: &Program) -> Option<Child> {
    let there = program.needs.is_none_or(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if !there {
        return None;
    }
    let mut command = Command::new(program.name);
    command.args(program.arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    super::signals::set_apart(&mut command);
    command.spawn().ok()
}

/// Writes all and closes the pipe, which tells the program that this was all.
fn hand(input: Option<ChildStdin>, bytes: &[u8]) -> bool {
    input.is_some_and(|mut input| input.write_all(bytes).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, ask_terminal};

    #[test]
    fn what_the_terminal_would_drop_is_not_sent() {
        let mut sent = Vec::new();
        let longest = "a".repeat(LONGEST / 4 * 3);
        assert!(ask_terminal(&mut sent, &longest).expect("memory takes it"));
        assert!(sent.starts_with(b"\x1b]52;c;YWFh"));
        let sent_before = sent.len();
        assert!(!ask_terminal(&mut sent, &format!("{longest}a")).expect("memory takes it"));
        assert_eq!(sent.len(), sent_before);
    }
}
