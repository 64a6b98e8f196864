//! The texts that are measured on: a folder that is named, or reports made of the built-in one's own words.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sulan::library::{EntryView, Library};
use sulan::report::{Tab, as_in_source, places};

/// How many reports are made, unless `SULAN_REPORTS` says another number.
const REPORTS: usize = 304;
/// The bytes of a part of a made report: three parts are as long as a usual report.
const PART: usize = 16_000;

/// A folder of texts.
pub(crate) struct Corpus {
    pub(crate) folder: PathBuf,
    /// All of them in one file.
    pub(crate) whole: PathBuf,
    pub(crate) files: usize,
    pub(crate) bytes: f64,
    /// What is taken away at the end.
    scratch: PathBuf,
}

impl Corpus {
    /// The folder that `SULAN_CORPUS` names, else made reports.
    pub(crate) fn open() -> Self {
        let scratch = std::env::temp_dir().join(format!("sulan-bench-library-{}", std::process::id()));
        fs::create_dir_all(&scratch).expect("a folder for the bench can be made");
        let folder = std::env::var_os("SULAN_CORPUS").map_or_else(|| made(&scratch.join("reports")), PathBuf::from);
        let whole = scratch.join("whole.txt");
        let texts: Vec<String> = files(&folder).iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
        fs::write(&whole, texts.join("\n")).expect("the texts fit on the disk");
        let bytes = texts.iter().map(|text| u32::try_from(text.len()).map_or(0.0, f64::from)).sum();
        Self { folder, whole, files: texts.len(), bytes, scratch }
    }

    /// The files themselves.
    pub(crate) fn paths(&self) -> Vec<PathBuf> {
        files(&self.folder)
    }
}

impl Drop for Corpus {
    fn drop(&mut self) {
        // What is left behind in the folder for such files does no harm.
        let _ = fs::remove_dir_all(&self.scratch);
    }
}

/// The files of a folder and of those in it, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// Made reports of real places over the years.
fn made(folder: &Path) -> PathBuf {
    fs::create_dir_all(folder).expect("a folder for the bench can be made");
    let count = std::env::var("SULAN_REPORTS").ok().and_then(|count| count.parse().ok()).unwrap_or(REPORTS);
    let library = Library::built_in().expect("the embedded report loads");
    let places = places::all().iter().filter(|place| place.code().is_some());
    let years = (2003..=2026).rev().flat_map(|year| places.clone().map(move |place| (year, &place.name().zh)));
    for (number, (year, place)) in years.take(count).enumerate() {
        let text = report(&library, place, year, number);
        fs::write(folder.join(format!("{place}{year}.txt")), text).expect("a report fits on the disk");
    }
    folder.to_owned()
}

/// A report of the built-in one's words, with numbers of its own.
fn report(library: &Library, place: &str, year: i32, number: usize) -> String {
    let mut text =
        format!("{place}政府工作报告\n——{year}年1月10日在{place}第十届人民代表大会第一次会议上\n各位代表：\n");
    let growth = 4 + number % 5;
    let parts = [
        (Tab::Review, format!("一、{}年工作回顾", year - 1)),
        (Tab::Targets, format!("二、{year}年主要目标\n今年主要预期目标是：地区生产总值增长{growth}%左右。")),
        (Tab::Tasks, format!("三、{year}年重点工作")),
    ];
    for (tab, heading) in parts {
        let entries: Vec<EntryView<'_>> = library.entries().filter(|view| view.tab() == tab).collect();
        writeln!(text, "{heading}").expect("a string takes all text");
        let end = text.len() + if tab == Tab::Targets { 0 } else { PART + PART / 2 };
        let mut turn = number;
        while text.len() < end {
            for (at, view) in entries.iter().enumerate() {
                let stop = if at % 5 == 4 { "。\n" } else { "；" };
                let more = u8::try_from(turn % 90).map_or(0.0, f64::from);
                let figure = view.figures().first().map(|figure| figure.with_amount(figure.value() + more));
                let figure = figure.as_ref().map(as_in_source).unwrap_or_default().replace(' ', "");
                write!(text, "{}{figure}{stop}", view.title().zh).expect("a string takes all text");
            }
            if number.is_multiple_of(3) {
                text += "大力发展低空经济。\n";
            }
            turn += 1;
        }
    }
    text
}
