//! Mutated files of every kind that is read: never a panic or a hang, and never a character in what was
//! read, or in what is said of it, that could steer a terminal.
//!
//! `cargo test mutated::` reads some thousand of them. Ten minutes of it, all readers side by side, however few the
//! cores are:
//!
//! ```text
//! SULAN_MUTATIONS=1000000 timeout 600 cargo test --release mutated:: -- --test-threads 5
//! ```
//!
//! A failure prints the seed and leaves the file in the folder for temporary files.
//! `SULAN_SEED=7 SULAN_MUTATIONS=1 cargo test mutated::` makes the file of seed 7 alone.

use std::io::{Cursor, Write};
use std::panic::catch_unwind;
use std::path::Path;

use sulan::draft::input::{Content, Origin, read};
use sulan::draft::{self, Hints, Text};
use sulan::library::Library;
use sulan::report::{Fault, Report, check_reports, read_reports, take_one};
use sulan::text::{Lang, clean};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::monkey::{Numbers, asked};

/// The files of a usual run, all kinds together.
const FILES: u64 = 2_000;
const KINDS: u64 = 4;

/// What makes trouble in one format or another.
const PIECES: [&str; 44] = [
    "\u{1b}[31m",
    "\u{1b}]0;a\u{7}",
    "\u{9b}2J",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\0",
    "\u{200b}",
    "\u{2028}",
    "\r",
    "\n",
    "\n\n",
    "。",
    "：",
    "一、",
    "（一）",
    "**",
    "# ",
    "---\n",
    "| a | b |\n",
    "1e999",
    "-1",
    "99999999999999999999",
    "null",
    "\"",
    "\\u001b",
    "\\ud800",
    "{",
    "}",
    "[",
    "],",
    ",",
    "<div>",
    "</div>",
    "<p>",
    "<table><tr><td>",
    "<a href=a>",
    "<script>",
    "<!--",
    "]]>",
    "&#x1b;",
    "&#8238;",
    "&amp",
    "<w:p><w:r><w:t>",
];

const DATA: &str = include_str!("../sample.json");
const PLAIN: &str = "---\ntitle: 某市政府工作报告\ndate: 2025-01-10\n---\n——2025年1月8日在某市第十七届人民代表大会第五次会议上\n\n各位代表：\n现在，我代表市政府向大会报告工作。\n\n**一、2024年工作回顾**\n\n（一）工业逆势上扬。全年规模以上工业增加值增长4.5%，新增高新技术企业110户以上，粮食产量95.28亿斤。\n\n## 二、2025年主要目标\n地区生产总值增长6%左右，城镇新增就业3.35万人，居民收入与经济增长同步。\n\n三、重点任务\n（一）抓项目。新建农村公路365公里，改造老旧小区171个，实施1-2个试点，由1.5%提高到2.1%。\n- 各位代表！让我们一起努力，谢谢大家。\n";

/// A mutated file of one kind, from a seed.
fn mutated(kind: u64, numbers: &mut Numbers) -> Vec<u8> {
    match kind {
        0 => hurt(DATA.as_bytes().to_vec(), numbers),
        1 => {
            let bytes = hurt(PLAIN.as_bytes().to_vec(), numbers);
            in_some_encoding(bytes, numbers)
        }
        2 => {
            let bytes = hurt(page().into_bytes(), numbers);
            in_some_encoding(bytes, numbers)
        }
        // The archive, its XML, or only the text in the XML.
        _ => match numbers.below(3) {
            0 => hurt(docx(&document(PLAIN)), numbers),
            1 => docx(&hurt(document(PLAIN), numbers)),
            _ => {
                let text = hurt(PLAIN.as_bytes().to_vec(), numbers);
                docx(&document(&String::from_utf8_lossy(&text).replace(['<', '&', '\0'], "")))
            }
        },
    }
}

/// The same bytes after a few random changes.
fn hurt(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    for _ in 0..=numbers.below(6) {
        let at = place(&bytes, numbers);
        let end = (at + place(&bytes, numbers) % 200).min(bytes.len());
        match numbers.below(9) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes.get(at..end).unwrap_or_default().to_vec();
                insert(&mut bytes, at, &again);
            }
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = numbers.below(256).to_le_bytes()[0];
                }
            }
            4 => {
                let piece = numbers.one_of(&PIECES).repeat(usize::try_from(numbers.below(300)).unwrap_or(0));
                insert(&mut bytes, at, piece.as_bytes());
            }
            _ => insert(&mut bytes, at, numbers.one_of(&PIECES).as_bytes()),
        }
    }
    bytes
}

fn place(bytes: &[u8], numbers: &mut Numbers) -> usize {
    usize::try_from(numbers.below(bytes.len() as u64 + 1)).unwrap_or(0).min(bytes.len())
}

fn insert(bytes: &mut Vec<u8>, at: usize, more: &[u8]) {
    drop(bytes.splice(at..at, more.iter().copied()));
}

fn in_some_encoding(bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes);
    match numbers.below(4) {
        0 => encoding_rs::GB18030.encode(&text).0.into_owned(),
        1 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => bytes,
    }
}

fn page() -> String {
    let lines = PLAIN.lines().map(|line| format!("<p class=a><span style=\"font-weight: bold\">{line}</span></p>\n"));
    format!(
        "<!DOCTYPE html><html><head><meta charset=gb2312><title>政府工作报告</title><meta name=PubDate content=2025-01-10><script>var a = '<p>';</script></head><body><ul><li><a href=a>首页</a></ul><div id=zoom>{}<table><tr><td>指标</td><td>95.28</td></tr></table></div><div style=display:none>分享到</div></body></html>",
        lines.collect::<String>()
    )
}

fn document(text: &str) -> Vec<u8> {
    let lines = text.lines().map(|line| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{line}</w:t><w:br/></w:r></w:p>"
        )
    });
    let body: String = lines.collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>").into_bytes()
}

/// A Word file around the XML of its text.
pub(crate) fn docx(document: &[u8]) -> Vec<u8> {
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [("word/document.xml", document), ("word/styles.xml", styles.as_bytes())] {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(name, options).expect("a part begins");
        zip.write_all(part).expect("a part is written");
    }
    zip.finish().expect("the archive is written").into_inner()
}

/// Reads a file as the program does, and looks at all that comes of it.
fn use_of(bytes: Vec<u8>) {
    match read(bytes, &Origin::of(Path::new("某市-2025.txt"))) {
        Ok(Content::Data(text)) => data(&text),
        Ok(Content::Text(text)) => drafted(&text),
        Err(faults) => told(&faults),
    }
}

fn data(text: &str) {
    let lexicon = Library::built_in_lexicon();
    let checked = check_reports(text, "a.json", lexicon.clone());
    told(&checked.faults);
    told(&checked.warnings);
    let opened = read_reports(text, "a.json", lexicon);
    assert_eq!(opened.is_ok(), checked.faults.is_empty(), "opening and checking disagree");
    if let Ok((reports, _)) = opened {
        reports.iter().for_each(shown);
    }
}

fn drafted(text: &Text) {
    let mut last = 0;
    for line in &text.lines {
        calm(&line.text);
        assert!(!line.text.is_empty() && line.text.trim() == line.text, "{:?}", line.text);
        assert!(line.number > last, "the numbers of the lines go up");
        last = line.number;
    }
    [&text.title, &text.date, &text.site].into_iter().flatten().for_each(|told| calm(told));
    let draft = draft::read(text, &Hints { year: Some(2025), place: None });
    let again = serde_json::to_string(&draft.report).expect("a draft can be written");
    let lexicon = Library::built_in_lexicon();
    let accepted = take_one(draft.report, "a.txt", &lexicon).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(|fault| fault.sentence(Lang::En)).collect::<Vec<_>>().join("\n"))
    });
    let report = accepted.report;
    shown(&report);
    let (read, _) = read_reports(&again, "a.json", lexicon).expect("what was drafted opens");
    assert_eq!(read, [report], "what was written is what is read");
}

/// No text of a report could steer a terminal.
fn shown(report: &Report) {
    // A stroke of the text itself is written twice; what is left stands before a code.
    let told = format!("{report:?}").replace("\\\\", "");
    for code in ["1b", "7", "9b", "202e", "2066", "feff", "200b", "2028", "85"] {
        assert!(!told.contains(&format!("\\u{{{code}}}")), "{told}");
    }
    assert!(!told.contains("\\0"), "{told}");
}

fn told(faults: &[Fault]) {
    for fault in faults {
        for lang in Lang::ALL {
            calm(&fault.sentence(lang));
        }
    }
}

fn calm(text: &str) {
    assert_eq!(clean(text), text);
}

fn play(kind: u64) {
    let all = asked("SULAN_MUTATIONS").unwrap_or(FILES);
    let seeds = match asked("SULAN_SEED") {
        Some(seed) => seed..seed + all,
        None => 0..all / KINDS,
    };
    for seed in seeds {
        let bytes = mutated(kind, &mut Numbers::new(seed));
        let copy = bytes.clone();
        if let Err(panic) = catch_unwind(|| use_of(bytes)) {
            let file = std::env::temp_dir().join(format!("sulan-mutated-{kind}-{seed}"));
            std::fs::write(&file, copy).expect("the file is kept");
            let said = panic.downcast_ref::<String>().cloned();
            let said = said.or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned()));
            panic!("seed {seed}, kept as {}: {}", file.display(), said.unwrap_or_default());
        }
    }
}

#[test]
fn data_files() {
    play(0);
}

#[test]
fn plain_texts() {
    play(1);
}

#[test]
fn saved_pages() {
    play(2);
}

#[test]
fn word_files() {
    play(3);
}

#[test]
fn the_files_are_not_mutated_beyond_recognition() {
    for kind in 0..KINDS {
        let read = (0..200).filter(|&seed| {
            let bytes = mutated(kind, &mut Numbers::new(seed));
            read(bytes, &Origin::default()).is_ok()
        });
        let read = read.count();
        assert!((30..200).contains(&read), "of 200 files of kind {kind} {read} are read");
    }
}
