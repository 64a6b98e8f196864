//! What is to be written to a file, and what came of what was asked of the system.

use super::group::Item;
use crate::text::{Bilingual, Label, Lang};

/// The formats of an export, told by the end of the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table for a draft: `.md`.
    Markdown,
    /// A table for a spreadsheet: `.csv`.
    Csv,
    /// For programs: `.json`.
    Json,
}

impl Form {
    /// The format that the end of a name asks for.
    pub fn of(name: &str) -> Option<Self> {
        let (stem, end) = name.rsplit_once('.')?;
        // A name that is nothing but its end is a hidden file without one.
        if stem.is_empty() || stem.ends_with(['/', '\\']) {
            return None;
        }
        match end.to_ascii_lowercase().as_str() {
            "md" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The name as typed.
    pub name: String,
    /// The format.
    pub form: Form,
    /// What to write, in this order: entries, or nothing but pairs.
    pub items: Vec<Item>,
    /// Whether a file of that name may be written over.
    pub over: bool,
}

/// What came of a copy, an export or Ctrl-Z.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The text went to the clipboard by these ways; a later answer may name more.
    Copied(Vec<&'static str>),
    /// The text is too long for the terminal, and a program is at work on it.
    Copying,
    /// The text is too long for the terminal, and no program took it.
    Uncopied,
    /// The file holds so many entries or pairs.
    Written(usize),
    /// A file of that name exists and was left alone.
    Exists,
    /// The file could not be written; nothing was left half-written.
    Unwritten(Bilingual),
    /// No shell could bring the program back, so that it goes on.
    Unsuspended,
}

/// What a notice says about a copy of `count` lines, the first of which is `first`.
pub(super) fn copy_notice(outcome: &Outcome, (count, first): (usize, &str), lang: Lang) -> Option<String> {
    let said = |ways: &[&str]| match (lang, count) {
        (Lang::Zh, 1) => format!("已复制（{}）：{first}", ways.join("、")),
        (Lang::Zh, _) => format!("已复制 {count} 条（{}）：{first}", ways.join("、")),
        (Lang::En, 1) => format!("Copied ({}): {first}", ways.join(", ")),
        (Lang::En, _) => format!("Copied {count} lines ({}): {first}", ways.join(", ")),
    };
    match outcome {
        Outcome::Copied(ways) => Some(said(ways)),
        Outcome::Copying => Some(Label::new("正在复制……", "Copying …").get(lang).to_owned()),
        Outcome::Uncopied => Some(UNCOPIED.get(lang).to_owned()),
        _ => None,
    }
}

const UNCOPIED: Label = Label::new(
    "没有复制：文字太长，也没有可用的剪贴板程序；少选几条，或按 e 导出。",
    "Not copied: too long, and no clipboard program took it; pick fewer, or press e.",
);

/// What the last row says when Ctrl-Z would leave nobody to type `fg`.
pub(super) const UNSUSPENDED: Label = Label::new(
    "没有挂起：本程序不是从 shell 里启动的，挂起后无法回来。",
    "Not suspended: no shell here could bring it back.",
);

/// What the last row says under a name whose end tells no format.
pub(super) const UNKNOWN_FORM: Label =
    Label::new("文件名要以 .md、.csv 或 .json 结尾。", "The name must end in .md, .csv or .json.");

/// What the last row says when there is nothing to take.
pub(super) const NOTHING: Label = Label::new("这里没有条目。", "There is no entry here.");

/// What the last row says after a file was written.
pub(super) fn written(count: usize, name: &str, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("已写入 {count} 条到 {name}"),
        (Lang::En, 1) => format!("Wrote 1 entry to {name}"),
        (Lang::En, _) => format!("Wrote {count} entries to {name}"),
    }
}
