//! What is written report by report takes no more memory for many reports than for some.

use std::io::Read;
use std::process::Stdio;
use std::thread::available_parallelism;

use rustix::process::Pid;

use super::{Folder, copy, program};
use crate::terminal::process::peak_memory;

/// The most memory that a run held while its output was taken, in bytes.
fn most_memory(args: &[&str]) -> u64 {
    let mut child = program(args).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut out = child.stdout.take().expect("a pipe");
    let (mut piece, mut most) = (vec![0; 1 << 16], 0);
    while out.read(&mut piece).expect("the output can be read") > 0 {
        // It grows only, and is gone with the program.
        most = peak_memory(Pid::from_child(&child)).unwrap_or(most);
    }
    assert!(child.wait().expect("it ends").success(), "{args:?}");
    most
}

#[test]
fn list_and_compare_hold_no_more_of_many_reports_than_of_some() {
    let folder = Folder::new("bounded");
    let file = |count: usize| {
        let copies: Vec<String> = (0..count).map(copy).collect();
        folder.file(&format!("{count}.jsonl"), copies.join("\n"))
    };
    // More than the threads may have in hand together, so that what grows is what is kept.
    let some = 100 + 64 * available_parallelism().map_or(1, |threads| threads.get().min(8));
    let (some, many) = (file(some), file(2 * some));
    for args in [["list", "--format", "json"], ["compare", "--format", "csv"]] {
        let of = |file: &str| most_memory(&[&args[..], &["--report", file]].concat());
        let (some, many) = (of(&some), of(&many));
        assert!(some > 1 << 20 && many < some + some / 3, "{args:?}: {some} and {many} bytes");
    }
}
