//! Measures the search beside the plainest scan there is and beside the matchers of others.
//! `cargo bench --bench search` prints medians in ms and, in brackets, times the scan of the same run;
//! of a typed key, times the scan for what has been begun and times that for the whole.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod lines;

use std::time::Instant;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;
use memchr::memmem;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use sulan::report::Library;
use sulan::search::{Corpus, Index, Ranking, Session};

/// Kind, query, and the characters that the plain scan looks for in its place.
const QUERIES: &[(&str, &str, &str)] = &[
    ("汉字", "高标准农田", "高标准农田"),
    ("one 汉字", "高", "高"),
    ("gapped 汉字", "高标农田", "高标准农田"),
    ("full pinyin", "gaobiaozhunnongtian", "高标准农田"),
    ("initials", "gbznt", "高标准农田"),
    ("mixed", "gao标准", "高标准"),
    ("one letter", "g", "高"),
    ("English", "farmland", "farmland"),
    ("slip", "farmalnd", "farmland"),
    ("two words", "jilin 农田", "农田"),
];

/// What is typed one key at a time, and what the plain scan looks for in its place: the
/// characters that have been begun.
const TYPED: &[(&str, &[&str])] = &[
    ("高标准农田", &["高", "高标", "高标准", "高标准农", "高标准农田"]),
    ("gaobiaozhun", &["高", "高", "高", "高标", "高标", "高标", "高标", "高标准", "高标准", "高标准", "高标准"]),
    ("gbznt", &["高", "高标", "高标准", "高标准农", "高标准农田"]),
];

/// The median of some runs, in ms.
fn median(runs: usize, mut run: impl FnMut() -> usize) -> (f64, usize) {
    let mut found = 0;
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            found = std::hint::black_box(run());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    (middle(&mut times), found)
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The number of hits, of which a screenful is read.
fn read(ranking: &Ranking) -> usize {
    std::hint::black_box(ranking.iter().take(100).map(|hit| hit.record).sum::<usize>());
    ranking.len()
}

/// The number of lines that hold the text: one buffer, memchr's search, a jump to the next line.
fn plain(buffer: &str, text: &str) -> usize {
    let finder = memmem::Finder::new(text);
    let (bytes, mut at, mut found) = (buffer.as_bytes(), 0, 0);
    while let Some(rest) = bytes.get(at..)
        && let Some(place) = finder.find(rest)
    {
        found += 1;
        let after = rest.get(place..).unwrap_or_default();
        at += place + memchr::memchr(b'\n', after).map_or(after.len(), |end| end + 1);
    }
    found
}

/// The plain scan on as many threads as the search takes.
fn plain_apart(halves: &[&str], text: &str) -> usize {
    std::thread::scope(|scope| {
        let parts: Vec<_> = halves.iter().map(|half| scope.spawn(|| plain(half, text))).collect();
        parts.into_iter().map(|part| part.join().unwrap_or_default()).sum()
    })
}

fn halves(buffer: &str) -> Vec<&str> {
    let threads = std::thread::available_parallelism().map_or(1, |number| number.get().min(8));
    let mut rest = buffer;
    let mut halves = Vec::new();
    for left in (1..=threads).rev() {
        let aim = rest.len() / left;
        let cut = rest
            .as_bytes()
            .get(aim..)
            .and_then(|after| memchr::memchr(b'\n', after))
            .map_or(rest.len(), |end| aim + end + 1);
        let (half, after) = rest.split_at(cut);
        halves.push(half);
        rest = after;
    }
    halves
}

fn others(lines: &[String], query: &str) -> String {
    let runs = if lines.len() > 500_000 { 1 } else { 5 };
    let skim = SkimMatcherV2::default().ignore_case();
    let fuzzy = median(runs, || lines.iter().filter(|line| skim.fuzzy_match(line, query).is_some()).count());
    let mut nucleo = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let texts: Vec<Utf32String> = lines.iter().map(|line| Utf32String::from(line.as_str())).collect();
    let picker =
        median(runs, || texts.iter().filter(|text| pattern.score(text.slice(..), &mut nucleo).is_some()).count());
    let ib = IbMatcher::builder(query)
        .pinyin(PinyinMatchConfig::notations(PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter))
        .build();
    let ib = median(runs, || lines.iter().filter(|line| ib.is_match(line.as_str())).count());
    format!("{:>9.2} {:>9.2} {:>9.2}", fuzzy.0, picker.0, ib.0)
}

fn bench(lines: &[String], with_others: bool) {
    let buffer = lines.join("\n") + "\n";
    let halves = halves(&buffer);
    let start = Instant::now();
    let corpus: Corpus = lines.iter().collect();
    println!(
        "\n{} records, {} MB; index built in {:.0} ms",
        lines.len(),
        buffer.len() / 1_000_000,
        start.elapsed().as_secs_f64() * 1000.0
    );
    println!(
        "{:<14} {:>9} {:>17} {:>8} {:>8}   fuzzy-m.    nucleo     ib-m.",
        "query", "hits", "search", "scan", "scan x2"
    );
    let runs = if lines.len() > 500_000 { 7 } else { 21 };
    for &(kind, query, scanned) in QUERIES {
        let (scan, _) = median(runs, || plain(&buffer, scanned));
        let (apart, _) = median(runs, || plain_apart(&halves, scanned));
        let (ours, hits) = median(runs, || read(&corpus.search(query)));
        let others = if with_others { others(lines, query) } else { String::new() };
        println!(
            "{kind:<14} {hits:>9} {ours:>9.3} ({:>4.1}×) {scan:>8.3} {apart:>8.3}  {others}",
            ours / scan.min(apart)
        );
    }
    for &(query, scanned) in TYPED {
        let scans: Vec<f64> = scanned.iter().map(|text| median(runs, || plain(&buffer, text)).0).collect();
        let last = scans.last().copied().unwrap_or_default();
        let ends: Vec<usize> = query.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        // Every run is a session of its own, in which the same keys come one after another.
        let mut times = vec![Vec::new(); ends.len() + 1];
        for _ in 0..runs {
            let mut session = Session::new();
            let typed = ends.iter().chain(ends.iter().rev().nth(1));
            for (end, times) in typed.zip(&mut times) {
                let key = || read(session.search(&corpus, query.get(..*end).unwrap_or_default()));
                times.push(median(1, key).0);
            }
        }
        let mut keys: Vec<f64> = times.iter_mut().map(|times| middle(times)).collect();
        let back = keys.pop().unwrap_or_default();
        let shown = |(ms, scan): (&f64, &f64)| format!("{ms:.2} ({:.1}×, {:.1}×)", ms / scan, ms / last);
        let keys: Vec<String> = keys.iter().zip(&scans).map(shown).collect();
        println!("typing {query}: {}; back {back:.3}", keys.join(", "));
    }
}

fn embedded() {
    let Ok(library) = Library::built_in() else { return };
    let (build, _) = median(5, || Index::new(&library).corpus().len());
    let index = Index::new(&library);
    println!("the embedded report, {} entries; index built in {build:.2} ms; a key with all marks, µs:", library.len());
    for &(kind, query, _) in QUERIES {
        let (ms, hits) = median(101, || index.search(query).len());
        println!("  {kind:<14} {query:<20} {hits:>4} hits {:>8.1}", ms * 1000.0);
    }
}

fn main() {
    embedded();
    for (size, with_others) in [(1_000, true), (100_000, true), (1_000_000, true)] {
        let lines: Vec<String> = lines::Lines::new(20_240_101).take(size).collect();
        bench(&lines, with_others);
    }
    if let Some(folder) = std::env::var_os("SULAN_CORPUS") {
        let lines = lines::read(std::path::Path::new(&folder));
        println!("\nthe reports in SULAN_CORPUS:");
        bench(&lines, true);
    }
}
