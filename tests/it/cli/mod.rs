//! The built program as a shell sees it: arguments, output, messages and exit statuses.

#![expect(clippy::indexing_slicing, reason = "an index out of range is a failed test")]

#[cfg(target_os = "linux")]
mod bounded;
mod compare;
mod data;
mod drafted;
mod files;
mod folders;
mod formats;
mod many;
mod narrow;
mod pages;
mod pipes;
mod search;
mod usage;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use sulan::library::Library;
use sulan::report::read_reports;

/// What a run of the program left.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    fn json(&self) -> Vec<Value> {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The header and the rows.
    fn csv(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(self.out.as_bytes());
        let mut rows: Vec<Vec<String>> =
            reader.records().map(|row| cells(&row.expect("every row has the header's length"))).collect();
        (rows.remove(0), rows)
    }

    fn lines(&self) -> Vec<&str> {
        self.out.lines().collect()
    }
}

fn cells(row: &csv::StringRecord) -> Vec<String> {
    row.iter().map(str::to_owned).collect()
}

/// The variables that lead to what a user keeps.
const FOLDERS: [&str; 3] = ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"];

/// The program in an environment that says nothing about language or colour.
fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sulan"));
    for name in ["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    // No folder is there, so that nothing a user keeps plays a part.
    command.envs(FOLDERS.map(|name| (name, "/dev/null/nobody")));
    command.args(args).stdin(Stdio::null());
    command
}

fn finish(mut command: Command) -> Run {
    let done = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    Run { status: done.status.code().expect("no signal"), out: text(done.stdout), err: text(done.stderr) }
}

fn sulan(args: &[&str]) -> Run {
    finish(program(args))
}

/// A run that must succeed without a word on standard error.
fn good(args: &[&str]) -> Run {
    let run = sulan(args);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run
}

fn built_in() -> Library {
    Library::built_in().expect("the built-in report is whole")
}

/// The built-in report under another id and place, on one line.
fn copy(number: usize) -> String {
    include_str!("../../../assets/jilin-city-2025.json")
        .replacen("jilin-city-2025", &format!("copy-{number}"), 1)
        .replacen("吉林市", &format!("第{number}市"), 1)
        .replacen("Jilin City", &format!("City {number}"), 1)
        .replace('\n', " ")
}

/// A small report that has one of everything; `{id}` stands for its id.
const SAMPLE: &str = include_str!("../../sample.json");

fn sample(id: &str) -> String {
    SAMPLE.replace("{id}", id)
}

fn sample_library(ids: &[&str]) -> Library {
    let mut lexicon = Library::built_in_lexicon();
    let mut reports = Vec::new();
    for id in ids {
        let read = read_reports(&sample(id), "sample", lexicon).expect("the sample is whole");
        reports.extend(read.0);
        lexicon = read.1;
    }
    Library::new(reports, lexicon)
}

/// A folder of its own for one test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        // Two tests may ask for one name at the same time, and each takes its folder away at its end.
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let made = MADE.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("sulan-cli-{}-{made}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    /// Writes a file and gives its path.
    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, text).expect("a file for the test");
        shown(&path)
    }

    fn sample(&self, id: &str) -> String {
        self.file(&format!("{id}.json"), sample(id))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn shown(path: &Path) -> String {
    path.to_str().expect("the path is text").to_owned()
}
