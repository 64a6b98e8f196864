//! What many reports cost the browser: copies of the built-in report under other ids and places, opened as files.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::session::{Program, Run, run};
use crate::share;

/// How many copies are opened.
const COUNTS: [usize; 3] = [1, 40, 640];
const ROUNDS: usize = 5;
const BUILT_IN: &str = include_str!("../../assets/jilin-city-2025.json");

/// Measures the browser over copies and prints each beside the one report of the same round.
pub(crate) fn table(sulan: &str, known: &str, folder: &Path) {
    let files: Vec<PathBuf> = COUNTS.iter().map(|&count| copies(folder, count)).collect();
    let mut runs: Vec<Vec<Run>> = COUNTS.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for (file, runs) in files.iter().zip(&mut runs) {
            let words = [sulan, "--lang", "zh", &file.display().to_string()].map(str::to_owned).to_vec();
            let program = Program { name: "sulan".to_owned(), words, typed: "/gbznt", quit: "\u{1b}\u{1b}\u{1b}q" };
            runs.push(run(&program, known, folder));
        }
    }
    println!(
        "\nreports of a file   shown ms          key p50 ms      PgDn, PgUp ms        / ms    later keys ms   peak RSS MB"
    );
    let one = runs.first().map(Vec::as_slice).unwrap_or_default();
    for ((count, file), runs) in COUNTS.iter().zip(&files).zip(&runs) {
        let text = fs::metadata(file).map_or(0, |told| told.len());
        let shown = |run: &Run| run.shown;
        let key = |run: &Run| share(&run.keys, 0.5);
        let page = |run: &Run| share(&run.pages, 0.5);
        let slash = |run: &Run| run.typed.first().copied();
        let later = |run: &Run| run.typed.iter().skip(1).copied().reduce(f64::max);
        let peak = |run: &Run| run.peak;
        let ratio = |of: &dyn Fn(&Run) -> Option<f64>| {
            let ratios = runs.iter().zip(one).filter_map(|(run, one)| Some(of(run)? / of(one)?));
            share(&ratios.collect::<Vec<f64>>(), 0.5).unwrap_or(f64::NAN)
        };
        let middle = |of: &dyn Fn(&Run) -> Option<f64>| {
            share(&runs.iter().filter_map(of).collect::<Vec<f64>>(), 0.5).unwrap_or(f64::NAN)
        };
        #[expect(clippy::cast_precision_loss, reason = "a file is smaller than that")]
        let times = middle(&peak) * 1e6 / text as f64;
        println!(
            "{count:<19} {:>6.1} ({:>5.2}×)   {:>6.2} ({:>5.2}×)   {:>6.2} ({:>5.2}×)   {:>6.1}   {:>8.1}        {:>6.1} ({times:.1} times the JSON)",
            middle(&shown),
            ratio(&shown),
            middle(&key),
            ratio(&key),
            middle(&page),
            ratio(&page),
            middle(&slash),
            middle(&later),
            middle(&peak),
        );
    }
}

/// A file of JSON Lines with so many copies of the built-in report.
fn copies(folder: &Path, count: usize) -> PathBuf {
    let report: Value = serde_json::from_str(BUILT_IN).expect("the built-in report is JSON");
    let mut lines = String::new();
    for number in 0..count {
        let mut copy = report.clone();
        if let Some(fields) = copy.as_object_mut() {
            fields.insert("id".to_owned(), format!("place-{number}-2025").into());
            fields.insert(
                "place".to_owned(),
                serde_json::json!({"zh": format!("地方{number}市"), "en": format!("Place {number}")}),
            );
        }
        writeln!(lines, "{copy}").expect("a string takes all that is written");
    }
    let file = folder.join(format!("copies-{count}.jsonl"));
    fs::write(&file, lines).expect("the copies are written");
    file
}
