//! Where the output goes: a file, a closed pipe, a full disk, a terminal.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use sulan::text::width;

use super::{FOLDERS, good, program};

#[test]
fn off_a_terminal_no_sub_command_is_a_list() {
    assert_eq!(good(&[]).out, good(&["list"]).out);
    assert_eq!(good(&["--lang", "en"]).out, good(&["list", "--lang", "en"]).out);
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    for args in [&["list"][..], &["list", "--format", "json"], &["list", "--format", "csv"], &["compare"], &["--help"]]
    {
        let mut child = program(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        let mut out = BufReader::with_capacity(1, child.stdout.take().expect("a pipe"));
        out.read_line(&mut line).expect("a first line");
        drop(out);
        let mut err = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("text");
        assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""), "{args:?}");
        assert!(!line.is_empty());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    for format in ["text", "json", "csv", "md"] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("the device is there");
        let done = program(&["list", "--format", format]).stdout(full).output().expect("it runs");
        let err = String::from_utf8(done.stderr).expect("text");
        assert_eq!(done.status.code(), Some(3), "{format}");
        assert_eq!(err, "sulan: 输出没有写完：磁盘已满；请腾出空间再试。\n", "{format}");
    }
}

/// What the program writes to a terminal of this width, and its status.
fn on_terminal(columns: u16, args: &[&str], variables: &[(&str, &str)]) -> (String, u32) {
    let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sulan"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    for name in FOLDERS {
        command.env(name, "/dev/null/nobody");
    }
    command.cwd(env!("CARGO_TARGET_TMPDIR"));
    for (name, value) in variables {
        command.env(name, value);
    }
    command.args(args);
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let read = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // The end of a terminal is an error on Linux; what came before it counts.
        let _ = reader.read_to_end(&mut bytes);
        String::from_utf8(bytes).expect("text")
    });
    let status = child.wait().expect("it ends").exit_code();
    (read.join().expect("all is read"), status)
}

/// The text without its looks.
fn bare(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[test]
fn on_a_terminal_text_is_wrapped_to_its_width_and_nothing_is_lost() {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for args in [&["list"][..], &["compare"], &["list", "--lang", "en"], &["search", "马拉松"]] {
        let whole = letters(&good(args).out);
        for columns in [40, 80, 120] {
            let (out, status) = on_terminal(columns, args, &[]);
            assert_eq!(status, 0);
            let out = bare(&out);
            assert!(out.lines().all(|line| width(line.trim_end()) <= usize::from(columns)), "{args:?} {columns}");
            assert_eq!(letters(&out), whole, "{args:?} {columns}");
        }
    }
}

#[test]
fn colour_follows_the_terminal_and_the_argument() {
    let has_looks = |(out, _): (String, u32)| out.contains('\u{1b}');
    let args = ["search", "马拉松"];
    assert!(has_looks(on_terminal(80, &args, &[])));
    assert!(has_looks(on_terminal(80, &args, &[("NO_COLOR", "")])));
    assert!(!has_looks(on_terminal(80, &args, &[("NO_COLOR", "1")])));
    assert!(!has_looks(on_terminal(80, &args, &[("TERM", "dumb")])));
    assert!(!has_looks(on_terminal(80, &["--color", "never", "search", "马拉松"], &[])));
    assert!(has_looks(on_terminal(80, &["search", "马拉松", "--color", "always"], &[("NO_COLOR", "1")])));
    assert!(good(&["search", "马拉松", "--color", "always"]).out.contains('\u{1b}'));
    for format in ["json", "csv", "md"] {
        assert!(!good(&["search", "马拉松", "--color", "always", "--format", format]).out.contains('\u{1b}'));
    }
}
