//! Measures what many reports cost: reading them, `series`, `mentions`, `search`, memory, and the keys of a typed
//! query, beside the plain tools that people reach for, over the same text in the same run.
//! `cargo bench --bench library` makes its reports; `SULAN_REPORTS` says how many, `SULAN_CORPUS` names a folder of
//! texts in their stead. Peers that are not installed are skipped.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod corpus;
mod measure;

use std::process::Command;

use corpus::Corpus;
use measure::{Measured, installed, run, timed};
use sulan::library::Library;
use sulan::report::read_reports;
use sulan::search::{Index, Session};

const SULAN: &str = env!("CARGO_BIN_EXE_sulan");
/// How often each program runs; the median counts.
const ROUNDS: usize = 5;
/// What is typed, one key at a time.
const TYPED: &str = "高标准农田";
/// What is counted, by us and by others.
const PHRASE: &str = "低空经济";

fn main() {
    let corpus = Corpus::open();
    println!("{} texts, {:.1} MB; medians of {ROUNDS} rounds", corpus.files, corpus.bytes / 1e6);
    println!("{:<32} {:>10} {:>10} {:>10}", "", "ms", "times rg", "peak MB");
    let folder = corpus.folder.display().to_string();
    let rg = run_installed("rg", &["-c", PHRASE, &folder]);
    row("rg -c", rg, rg);
    let filter = format!("exec fzf --filter {PHRASE} < '{}'", corpus.whole.display());
    let fzf = installed("fzf").then(|| run("sh", &["-c", &filter], ROUNDS)).flatten();
    row("fzf --filter", fzf, rg);
    let ours = |words: &[&str]| {
        let all: Vec<&str> = words.iter().copied().chain(["--report", folder.as_str(), "--format", "csv"]).collect();
        run(SULAN, &all, ROUNDS)
    };
    let reading = ours(&["reports"]);
    row("sulan reports: reads all", reading, rg);
    row("sulan series gdp-growth", ours(&["series", "gdp-growth"]), rg);
    row("sulan mentions", ours(&["mentions", PHRASE]), rg);
    row("sulan search", ours(&["search", TYPED]), rg);
    if let Some(peak) = reading.and_then(|reading| reading.peak) {
        println!("peak memory of reading: {:.1} times the text", peak / corpus.bytes);
    }
    typing(&corpus, rg);
}

fn run_installed(program: &str, words: &[&str]) -> Option<Measured> {
    installed(program).then(|| run(program, words, ROUNDS)).flatten()
}

/// One line of the table, beside ripgrep where it is installed.
fn row(name: &str, measured: Option<Measured>, rg: Option<Measured>) {
    let Some(measured) = measured else {
        return println!("{name:<32} {:>10}", "skipped");
    };
    let times = rg.map_or_else(String::new, |rg| format!("{:.1}", measured.ms / rg.ms));
    let peak = measured.peak.map_or_else(String::new, |peak| format!("{:.1}", peak / 1e6));
    println!("{name:<32} {:>10.1} {times:>10} {peak:>10}", measured.ms);
}

/// The keys of a query over all reports, typed and taken back, inside the program.
fn typing(corpus: &Corpus, rg: Option<Measured>) {
    let drafted = Command::new(SULAN).arg("draft").args(corpus.paths()).output().expect("the reports are drafted");
    let lexicon = Library::built_in_lexicon();
    let text = String::from_utf8_lossy(&drafted.stdout);
    let Ok((reports, lexicon)) = read_reports(&text, "drafted", lexicon) else {
        return println!("keys: skipped, the drafted reports do not go together");
    };
    let library = Library::new(reports, lexicon);
    let (built, index) = timed(|| Index::new(&library));
    println!("\n{} entries; index built in {built:.0} ms; keys of {TYPED}:", library.len());
    let mut session = Session::new(index);
    let keys: Vec<String> = (1..=TYPED.chars().count()).map(|end| TYPED.chars().take(end).collect()).collect();
    let back = keys.iter().rev().skip(1);
    for query in keys.iter().chain(back) {
        let (ms, hits) = timed(|| session.search(query).ranking().len());
        let times = rg.map_or_else(String::new, |rg| format!("{:.2} times rg", ms / rg.ms));
        println!("{ms:>10.2} ms {hits:>8} hits  {times:<16} {query}");
    }
}
