//! `sulan check`, `schema`, `new` and `draft`: for those who make data or correct them.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Status;
use super::open::{no_reports, sentences};
use super::output::{Output, told};
use crate::draft::{self, Draft, Hints, PassedOver, input::Content};
use crate::library::{Library, numbered};
use crate::loader::{Files, content, find, is_report, no_report, passed_over, shown, unreadable};
use crate::print::{Page, text};
use crate::report::{Checked, Fault, check_reports, schema};
use crate::text::{Bilingual, Label, Lang};

/// A whole report that shows everything a writer needs.
const STARTER: &str = include_str!("../../assets/starter.json");
/// The name of the starter where none is given.
pub(super) const STARTER_NAME: &str = "report.json";

/// `sulan check`: every fault of every file, and a line for each file without one. What is no data in a folder is
/// named and passed over.
pub(super) fn check(files: &[PathBuf], lang: Lang) -> Status {
    let mut lines = Vec::new();
    let mut status = Status::Done;
    let Files { found, faults, mut passed } = find(files);
    if !faults.is_empty() {
        status = Status::Data;
    }
    lines.extend(faults.iter().map(|fault| fault.sentence(lang)));
    for found in &found {
        let file = &found.path;
        let checked = match content(file) {
            Ok(Content::Data(text)) => check_reports(&text, &shown(file), Library::built_in_lexicon()),
            Ok(Content::Text(_)) if !found.is_named() => {
                passed.push(no_data(file));
                continue;
            }
            // Data that are damaged say the line, whatever else lies in a folder does not.
            Err(faults) if !found.is_named() && faults.iter().all(|fault| fault.line.is_none()) => {
                passed.extend(faults);
                continue;
            }
            Ok(Content::Text(_)) => Checked { faults: vec![no_data(file)], ..Checked::default() },
            Err(faults) => Checked { faults, ..Checked::default() },
        };
        lines.extend(checked.faults.iter().map(|fault| fault.sentence(lang)));
        lines.extend(checked.warnings.iter().map(|fault| warned(&fault.sentence(lang), lang)));
        if checked.faults.is_empty() {
            lines.push(whole(file, &checked).get(lang).to_owned());
        } else {
            status = Status::Data;
        }
    }
    let mut remarks: Vec<String> = passed.iter().map(|fault| passed_over(fault).get(lang).to_owned()).collect();
    if lines.is_empty() {
        status = Status::Data;
        remarks.extend(files.iter().map(|folder| no_data_in(&shown(folder)).get(lang).to_owned()));
    }
    let status = Output::new(lang).write(status, |out| lines.iter().try_for_each(|line| writeln!(out, "{line}")));
    told(&remarks, status)
}

fn no_data_in(folder: &str) -> Bilingual {
    Bilingual::new(
        format!("{folder}：里面没有数据文件；请换一个文件夹，或用 sulan draft 把文字写成数据。"),
        format!("{folder}: there are no data in it; name another folder, or make data of texts with sulan draft."),
    )
}

/// A sentence about what is no fault.
pub(super) fn warned(sentence: &str, lang: Lang) -> String {
    Label::new("提醒：", "warning: ").get(lang).to_owned() + sentence
}

fn no_data(file: &Path) -> Fault {
    let name = shown(file);
    Fault {
        what: Label::new("是文字，不是数据", "a text, not data").into(),
        mend: Bilingual::new(
            format!("可以直接打开，或用 sulan draft {name} 写成数据"),
            format!("open it as it is, or make data of it with sulan draft {name}"),
        ),
        file: name,
        line: None,
        path: String::new(),
    }
}

/// What is said of a file without a fault.
fn whole(file: &Path, checked: &Checked) -> Bilingual {
    let (name, count, entries, figures) = (shown(file), checked.reports.len(), checked.entries, checked.figures);
    Bilingual::new(
        format!("{name}：没有错误（报告 {count} 份，条目 {entries} 个，数字 {figures} 个）。"),
        format!("{name}: no faults (reports: {count}, entries: {entries}, figures: {figures})."),
    )
}

/// `sulan schema`: the JSON Schema of format 1.
pub(super) fn print_schema(lang: Lang) -> Status {
    Output::new(lang).write(Status::Done, |out| {
        serde_json::to_writer_pretty(&mut *out, &schema(lang))?;
        writeln!(out)
    })
}

/// `sulan new`: a starter file, where there is none of that name.
pub(super) fn new(file: &Path, lang: Lang) -> Status {
    let name = shown(file);
    let written = OpenOptions::new().write(true).create_new(true).open(file);
    match written.and_then(|mut file| file.write_all(STARTER.as_bytes())) {
        Ok(()) => {
            let done = Bilingual::new(
                format!("已写好 {name}；改好以后用 sulan check {name} 检查，用 sulan {name} 打开。"),
                format!("Wrote {name}; correct it, check it with sulan check {name}, open it with sulan {name}."),
            );
            Output::new(lang).write(Status::Done, |out| writeln!(out, "{}", done.get(lang)))
        }
        Err(error) => told(&sentences(&[unwritten(file, &error)], lang), Status::Data),
    }
}

fn unwritten(file: &Path, error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return Fault {
            file: shown(file),
            line: None,
            path: String::new(),
            what: Label::new("已经有这个文件，没有写", "the file exists already and was left as it is").into(),
            mend: Label::new(
                "请另给一个名字，例如 sulan new report-2.json",
                "give another name, such as sulan new report-2.json",
            )
            .into(),
        };
    }
    let mut fault = unreadable(file, error);
    if error.kind() == io::ErrorKind::NotFound {
        fault.what = Label::new("没有这个文件夹", "no such folder").into();
    }
    fault
}

/// What `sulan draft` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The data.
    Data,
    /// The digits that are in no figure.
    PassedOver,
}

/// `sulan draft`: the data of reports that are texts, to be corrected by hand.
pub(super) fn draft(files: &[PathBuf], hints: &Hints, wanted: Wanted, page: Page) -> Status {
    let lang = page.lang;
    let Files { found, mut faults, mut passed } = find(files);
    let many = found.len() > 1 || found.iter().any(|found| !found.is_named());
    let (mut drafts, mut doubted) = (Vec::new(), Vec::new());
    for found in &found {
        match draft_of(&found.path, hints) {
            // Notes and articles lie in a folder too.
            Ok(draft) if !found.is_named() && !is_report(&draft) => passed.push(no_report(&found.path)),
            Ok(draft) => {
                let file = shown(&found.path);
                if found.is_named() {
                    doubted.extend(doubts(&file, &draft.doubts, lang));
                }
                drafts.push((file, draft));
            }
            Err(more) if found.is_named() => faults.extend(more),
            Err(more) => passed.extend(more),
        }
    }
    let mut remarks: Vec<String> = passed.iter().map(|fault| passed_over(fault).get(lang).to_owned()).collect();
    if !faults.is_empty() || drafts.is_empty() {
        remarks.extend(sentences(&faults, lang));
        if faults.is_empty() {
            remarks.extend(files.iter().map(|folder| no_reports(&shown(folder)).get(lang).to_owned()));
        }
        return told(&remarks, Status::Data);
    }
    // The data of all must open as one file.
    let mut given: HashSet<String> = HashSet::new();
    for (_, Draft { report, .. }) in &mut drafts {
        let own = numbered(&report.id, |id| given.contains(id));
        given.insert(own.clone());
        report.id = own.into();
    }
    let status = Output::new(lang).write(Status::Done, |out| match wanted {
        Wanted::Data if many => print_lines(out, &drafts),
        Wanted::Data => print_data(out, &drafts),
        Wanted::PassedOver => print_passed_over(out, &drafts, (page, many)),
    });
    remarks.append(&mut doubted);
    told(&remarks, status)
}

fn draft_of(file: &Path, hints: &Hints) -> Result<Draft, Vec<Fault>> {
    match content(file)? {
        Content::Text(text) => Ok(draft::read(&text, hints)),
        Content::Data(_) => Err(vec![Fault {
            file: shown(file),
            line: None,
            path: String::new(),
            what: Label::new("已经是数据，不必起草", "already data, with nothing to draft").into(),
            mend: Label::new("请直接打开，或用 sulan check 检查", "open it as it is, or check it with sulan check")
                .into(),
        }]),
    }
}

/// What a draft leaves open, a sentence each.
pub(super) fn doubts(file: &str, doubts: &[Bilingual], lang: Lang) -> Vec<String> {
    let (colon, stop) = match lang {
        Lang::Zh => ("：", "。"),
        Lang::En => (": ", "."),
    };
    doubts.iter().map(|doubt| format!("{file}{colon}{}{stop}", doubt.get(lang))).collect()
}

/// A report as a person can correct it.
fn print_data(out: &mut dyn Write, drafts: &[(String, Draft)]) -> io::Result<()> {
    for (_, draft) in drafts {
        serde_json::to_writer_pretty(&mut *out, &draft.report)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Several reports as JSON Lines.
fn print_lines(out: &mut dyn Write, drafts: &[(String, Draft)]) -> io::Result<()> {
    for (_, draft) in drafts {
        serde_json::to_writer(&mut *out, &draft.report)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Line, digits and reason, after the file where there may be many.
fn print_passed_over(out: &mut dyn Write, drafts: &[(String, Draft)], (page, many): (Page, bool)) -> io::Result<()> {
    let place = |file: &str, passed: &PassedOver| {
        if many { format!("{file}:{}", passed.line) } else { passed.line.to_string() }
    };
    let row = |file: &str, passed: &PassedOver| {
        [place(file, passed), passed.digits.clone(), passed.reason.label().get(page.lang).to_owned()]
    };
    let rows: Vec<[String; 3]> =
        drafts.iter().flat_map(|(file, draft)| draft.passed_over.iter().map(move |passed| row(file, passed))).collect();
    text::table(out, &rows, page)
}
