//! Measures the search beside the plainest scan there is and beside the matchers of others.
//! `cargo bench --bench search` prints medians in ms and, in brackets, times the scan of the same run;
//! of a typed key, times the scan for what has been begun and times that for the whole. Before that it types into
//! the browser itself over 1, 40 and 640 reports; `SULAN_REPORTS_ONLY=1` ends there.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod lines;

use std::sync::mpsc::{Sender, channel};
use std::time::Instant;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;
use memchr::memmem;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::json;
use sulan::app::{Action, App, Edit, SearchNews};
use sulan::library::Library;
use sulan::report::read_reports;
use sulan::search::{Index, Ranking, Session};
use sulan::text::Lang;
use sulan::ui;

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
    let index = Index::from(lines);
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
        let (ours, hits) = median(runs, || read(index.search(query).ranking()));
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
            let mut session = Session::new(index.clone());
            let typed = ends.iter().chain(ends.iter().rev().nth(1));
            for (end, times) in typed.zip(&mut times) {
                let key = || read(session.search(query.get(..*end).unwrap_or_default()).ranking());
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

/// The built-in report so many times, under other ids and places.
fn copies(count: usize) -> Option<Library> {
    let report: serde_json::Value = serde_json::from_str(include_str!("../../assets/jilin-city-2025.json")).ok()?;
    let copy = |number: usize| {
        let mut copy = report.clone();
        let object = copy.as_object_mut()?;
        object.insert("id".to_owned(), format!("jilin-city-2025-{number}").into());
        let place = json!({"zh": format!("第{number}市"), "en": format!("City {number}")});
        object.insert("place".to_owned(), place);
        Some(copy)
    };
    let copies: serde_json::Value = (0..count).map(copy).collect::<Option<Vec<_>>>()?.into();
    let (reports, lexicon) = read_reports(&copies.to_string(), "copies", Library::built_in_lexicon()).ok()?;
    Some(Library::new(reports, lexicon))
}

/// How long a key takes, in ms.
#[derive(Clone, Copy, Default)]
struct Wait {
    /// Until its frame is drawn: what a reader waits for.
    frame: f64,
    /// Until all of its hits are there.
    whole: f64,
}

/// The browser with threads that do its work, as in the program.
struct Browser {
    app: App,
    screen: Buffer,
}

impl Browser {
    fn new(library: Library) -> Self {
        let screen = Buffer::empty(Rect::new(0, 0, 120, 40));
        let mut browser = Self { app: App::new(library, Lang::Zh, (120, 40)), screen };
        browser.frame();
        browser
    }

    fn frame(&mut self) {
        self.screen.reset();
        std::hint::black_box(ui::draw(&self.app, &mut self.screen));
    }

    fn act(&mut self, action: Action) -> Wait {
        let ms = |start: Instant| start.elapsed().as_secs_f64() * 1000.0;
        let start = Instant::now();
        self.app.update(action);
        let (sender, news) = channel();
        self.start(&sender);
        self.frame();
        let frame = ms(start);
        while self.app.is_searching() || self.app.searched().is_some() {
            let Ok(told) = news.recv() else { break };
            self.app.hear(told);
            self.start(&sender);
            self.frame();
        }
        Wait { frame, whole: ms(start) }
    }

    fn start(&mut self, sender: &Sender<SearchNews>) {
        while let Some(task) = self.app.search_task() {
            let sender = sender.clone();
            std::thread::spawn(move || task.run(|told| sender.send(told).is_ok()));
        }
    }
}

/// What is typed in the browser, and the keys that the table below shows.
const IN_BROWSER: [&str; 3] = ["高标准", "gaobiao", "87"];

/// `/`, the first key, the slowest of the later ones, and one deleted.
type Keys = [Wait; 4];

/// The program's own path: `/`, then typed keys, each with its frame, then one deleted.
fn browse(library: &Library, query: &str) -> Keys {
    let mut browser = Browser::new(library.clone());
    let slash = browser.act(Action::Search);
    let keys: Vec<Wait> = query.chars().map(|c| browser.act(Action::Insert(c.to_string()))).collect();
    let most = |wait: fn(&Wait) -> f64| keys.iter().skip(1).map(wait).fold(0.0, f64::max);
    let later = Wait { frame: most(|wait| wait.frame), whole: most(|wait| wait.whole) };
    [slash, keys.first().copied().unwrap_or_default(), later, browser.act(Action::Edit(Edit::DeleteBack))]
}

/// The medians of some runs of one query.
fn browsed(library: &Library, query: &str, runs: usize) -> Keys {
    let all: Vec<Keys> = (0..runs).map(|_| browse(library, query)).collect();
    std::array::from_fn(|key| {
        let part = |wait: fn(&Wait) -> f64| {
            let mut times: Vec<f64> = all.iter().filter_map(|keys| keys.get(key).map(wait)).collect();
            middle(&mut times)
        };
        Wait { frame: part(|wait| wait.frame), whole: part(|wait| wait.whole) }
    })
}

/// What this process holds, in MB; 0 where the system does not tell.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

/// Measures so many reports; what the browser took.
fn reports(count: usize) -> [Keys; 3] {
    let library = copies(count).unwrap_or_default();
    let before = memory();
    let (build, entries) = median(if count > 100 { 3 } else { 15 }, || Index::new(&library).len());
    let index = Index::new(&library);
    let held = memory() - before;
    let each = build * 1000.0 / f64::from(u32::try_from(entries).unwrap_or(u32::MAX));
    println!(
        "\n{count} reports, {entries} entries; index built in {build:.2} ms, {each:.2} µs an entry; +{held:.0} MB"
    );
    println!("a key, answered and a screenful of marks made, µs:");
    for &(kind, query, _) in QUERIES {
        let (ms, hits) = median(if count > 100 { 11 } else { 101 }, || {
            let answer = index.search(query);
            std::hint::black_box(answer.hits().take(40).count());
            answer.ranking().len()
        });
        println!("  {kind:<14} {query:<20} {hits:>7} hits {:>9.1}", ms * 1000.0);
    }
    drop(index);
    println!("in the browser, ms to the frame and, where that is later, to all hits: /, first key, slowest, deleted");
    IN_BROWSER.map(|query| {
        let keys = browsed(&library, query, if count > 100 { 3 } else { 9 });
        let said = keys.map(|Wait { frame, whole }| {
            if whole > frame * 1.5 + 0.5 { format!("{frame:.2} → {whole:.1}") } else { format!("{frame:.2}") }
        });
        println!("  {query:<10} {}", said.join("   "));
        keys
    })
}

/// Sets the keys of more reports beside those of one.
fn ratios(count: usize, keys: &[Keys; 3], one: &[Keys; 3]) {
    for ((query, keys), one) in IN_BROWSER.iter().zip(keys).zip(one) {
        let times = keys.iter().zip(one).map(|(keys, one)| format!("{:.1}×", keys.frame / one.frame));
        println!("  {query:<10} {count} reports to one: {}", times.collect::<Vec<_>>().join("   "));
    }
}

fn main() {
    let one = reports(1);
    for count in [40, 640] {
        let keys = reports(count);
        println!("times that of one report, to the frame:");
        ratios(count, &keys, &one);
    }
    if std::env::var_os("SULAN_REPORTS_ONLY").is_some() {
        return;
    }
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
