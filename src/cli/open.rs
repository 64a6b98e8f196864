//! The reports that the arguments name, read into one library; the built-in one when they name none.
//! Every fault of every file is told, so that a reader mends them in one go.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::args::SUBCOMMANDS;
use super::data::doubts;
use super::words::{searched, told_path};
use super::{Status, Trouble, output};
use crate::disk;
use crate::draft::input::{self, Content, Origin, STANDARD_INPUT};
use crate::draft::{self, Draft, Hints};
use crate::library::Library;
use crate::report::{Fault, Lexicon, Report, read_reports, take_in};
use crate::text::{Bilingual, Label, Lang, clean};

/// The number of faults that are told one by one.
const TOLD: usize = 10;

/// What the arguments say about the reports to open.
pub(super) struct Asked<'a> {
    /// The reports that `--report` names.
    pub(super) reports: &'a [PathBuf],
    /// The files that stand without a sub-command.
    pub(super) files: &'a [PathBuf],
    /// What is said of those that do not say it themselves.
    pub(super) hints: &'a Hints,
}

/// The library of the reports that are asked for.
pub(super) fn open(asked: &Asked<'_>, lang: Lang) -> Result<Library, Trouble> {
    if let Some(trouble) = asked.files.iter().find_map(|file| mistaken(file, lang)) {
        return Err(trouble);
    }
    let trouble = |found: Vec<Fault>| told(&found, lang);
    if asked.reports.is_empty() && asked.files.is_empty() {
        return Library::built_in().map_err(trouble);
    }
    let mut lexicon = Library::built_in_lexicon().map_err(trouble)?;
    let (mut found, mut faults, mut said) = (Vec::new(), Vec::new(), Vec::new());
    for file in asked.reports.iter().chain(asked.files) {
        match read(file, asked.hints, &lexicon) {
            Ok(read) => {
                faults.extend(twice(&found, &read.reports, file));
                found.extend(read.reports);
                lexicon = read.lexicon;
                said.extend(read.draft.iter().flat_map(|draft| doubts(&shown(file), draft, lang)));
            }
            Err(more) => faults.extend(more),
        }
    }
    if !faults.is_empty() {
        return Err(trouble(faults));
    }
    output::told(&said, Status::Done);
    Ok(Library::new(found, lexicon))
}

/// What a file gave.
struct Read {
    reports: Vec<Report>,
    lexicon: Lexicon,
    /// How a text was read, for what it leaves open.
    draft: Option<Draft>,
}

fn read(file: &Path, hints: &Hints, lexicon: &Lexicon) -> Result<Read, Vec<Fault>> {
    match content(file)? {
        Content::Data(text) => {
            let (reports, lexicon) = read_reports(&text, &shown(file), lexicon.clone())?;
            Ok(Read { reports, lexicon, draft: None })
        }
        Content::Text(text) => {
            let draft = draft::read(&text, hints);
            let (report, lexicon) = take_in(draft.report.clone(), &shown(file), lexicon.clone())?;
            Ok(Read { reports: vec![report], lexicon, draft: Some(draft) })
        }
    }
}

/// What a file holds, or standard input where it is called `-`.
pub(super) fn content(file: &Path) -> Result<Content, Vec<Fault>> {
    let bytes = match file.to_str() {
        Some(STANDARD_INPUT) => disk::read_all(io::stdin().lock(), disk::LARGEST),
        _ => disk::read(file, disk::LARGEST),
    };
    let bytes = bytes.map_err(|error| vec![unreadable(file, &error)])?;
    input::read(bytes, &Origin::of(file))
}

/// A fault for each report of `new` whose id another file has already used:
/// printed ids could not tell the two apart.
fn twice(known: &[Report], new: &[Report], file: &Path) -> Vec<Fault> {
    let clash = |report: &&Report| known.iter().any(|other| other.id() == report.id());
    let told = |report: &Report| {
        let what = Bilingual::new(
            format!("报告编号“{}”在另一个文件里已有", report.id()),
            format!("another file already has the report id \"{}\"", report.id()),
        );
        let mend = Label::new("请只打开其中一份，或改掉一个编号", "open only one of them, or change one of the ids");
        Fault { path: "id".to_owned(), ..fault(file, what, mend.into()) }
    };
    new.iter().filter(clash).map(told).collect()
}

/// What to say of a file that the system does not let us read.
pub(super) fn unreadable(file: &Path, error: &io::Error) -> Fault {
    if error.kind() == ErrorKind::FileTooLarge {
        let most = disk::LARGEST >> 20;
        let what = Bilingual::new(format!("超过 {most} MB"), format!("larger than {most} MB"));
        let mend = Label::new("请拆成几个文件", "split it into several files");
        return fault(file, what, mend.into());
    }
    let refusal = disk::refused(error);
    fault(file, refusal.what.into(), refusal.mend.into())
}

fn fault(file: &Path, what: Bilingual, mend: Bilingual) -> Fault {
    Fault { file: shown(file), line: None, path: String::new(), what, mend }
}

pub(super) fn shown(file: &Path) -> String {
    told_path(&clean(&file.to_string_lossy()))
}

fn told(faults: &[Fault], lang: Lang) -> Trouble {
    Trouble { lines: sentences(faults, lang), status: Status::Data }
}

/// The sentences of `faults`, not more than a reader can take in.
pub(super) fn sentences(faults: &[Fault], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = faults.iter().take(TOLD).map(|fault| fault.sentence(lang)).collect();
    if let Some(more) = faults.len().checked_sub(TOLD).filter(|&more| more > 0) {
        let rest = Bilingual::new(format!("另有 {more} 处问题。"), format!("Further faults: {more}."));
        lines.push(rest.get(lang).to_owned());
    }
    lines
}

/// What a word without such a file was probably meant to be.
fn mistaken(file: &Path, lang: Lang) -> Option<Trouble> {
    if file.exists() || file == Path::new(STANDARD_INPUT) {
        return None;
    }
    let word = shown(file);
    if let Some(meant) = meant(&word) {
        let said = Bilingual::new(
            format!("没有文件“{word}”；是不是 {meant}？子命令写在最前，报告用 --report FILE。"),
            format!("There is no file \"{word}\"; is it {meant}? A sub-command comes first, a report after --report."),
        );
        return Some(Trouble { lines: vec![said.get(lang).to_owned()], status: Status::Usage });
    }
    if word.contains(['/', '\\', '.']) {
        return None;
    }
    // Nothing about the word says that it is a path: it may as well be a query.
    let what = Label::new("没有这个文件", "no such file");
    let mend = Bilingual::new(
        format!("请检查路径，要搜索请用 {}", searched(&word)),
        format!("check the path, or search with {}", searched(&word)),
    );
    Some(told(&[fault(file, what.into(), mend)], lang))
}

/// The command line that `word` resembles.
fn meant(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    match word.as_str() {
        "help" => return Some("sulan --help".to_owned()),
        "version" => return Some("sulan --version".to_owned()),
        _ => {}
    }
    let near = |sub: &&str| {
        let begins = word.len() >= 2 && sub.starts_with(word.as_str());
        // Two slips in a word of six letters still leave it recognisable; one in a short word.
        begins || strsim::osa_distance(&word, sub) <= sub.len() / 3
    };
    let best = SUBCOMMANDS.into_iter().filter(near).min_by_key(|sub| strsim::osa_distance(&word, sub));
    best.map(|sub| format!("sulan {sub}"))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_a_file_name_is_not() {
        for (word, sub) in
            [("lisst", "list"), ("List", "list"), ("serach", "search"), ("comp", "compare"), ("shwo", "show")]
        {
            assert_eq!(meant(word), Some(format!("sulan {sub}")), "{word}");
        }
        for word in ["report.json", "列表", "s", "last.json", "lists/a", "jilin"] {
            assert_eq!(meant(word), None, "{word}");
        }
    }
}
