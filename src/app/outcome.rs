//! What is to be written to a file, and what came of what was asked of the system.

use super::group::Item;
use super::notice::Notice;
use crate::text::{Label, Lang, several};

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
    /// What to write, in this order: entries, nothing but pairs, or all rows of the years or the places.
    pub items: Vec<Item>,
    /// Whether a file of that name may be written over.
    pub over: bool,
}

/// What came of a copy, an export or Ctrl-Z.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The terminal was asked to copy the text; it gives no answer, and some do nothing. A program may
    /// answer later.
    Handed,
    /// This program has copied the text.
    Copied(&'static str),
    /// The text is too long for the terminal, and a program is at work on it.
    Copying,
    /// The text is too long for the terminal, and no program took it.
    Uncopied,
    /// The file holds so many entries or pairs.
    Written(usize),
    /// A file of that name exists and was left alone.
    Exists,
    /// The file could not be written; nothing was left half-written.
    Unwritten(Unwritten),
    /// No shell could bring the program back, so that it goes on.
    Unsuspended,
}

/// Why a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// What is in the way, short enough for the narrowest last row.
    pub what: Label,
    /// What to do about it.
    pub mend: Label,
}

impl Unwritten {
    /// What the last row says, with the name of the file.
    pub(super) fn notice(self, name: &str, lang: Lang) -> Notice {
        let (what, mend) = (self.what.get(lang), self.mend.get(lang));
        let (news, longer, joint) = match lang {
            Lang::Zh => (format!("没有写入：{what}"), format!("没有写入：{what}，{mend}"), "："),
            Lang::En => (format!("Not written: {what}"), format!("Not written: {what}; {mend}"), ": "),
        };
        Notice { news, longer: Some(longer), joint, name: name.to_owned() }
    }
}

/// What was copied last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) count: usize,
    pub(super) kind: TakenAs,
    /// The first line.
    pub(super) first: String,
}

/// What entries are copied as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TakenAs {
    #[default]
    Lines,
    Citations,
}

/// What a notice says about a copy.
pub(super) fn copy_notice(outcome: &Outcome, taken: &Taken, lang: Lang) -> Option<Notice> {
    let first = &taken.first;
    let news = match outcome {
        Outcome::Handed => format!("{}{first}", handed(taken, lang)),
        Outcome::Copied(program) => format!("{}{first}", copied(taken, program, lang)),
        Outcome::Copying => Label::new("正在复制……", "Copying …").get(lang).to_owned(),
        Outcome::Uncopied => return Some(UNCOPIED.notice(lang)),
        _ => return None,
    };
    Some(news.into())
}

/// That the terminal was asked, not that it did it: GNU screen and others drop it without a word.
fn handed(taken: &Taken, lang: Lang) -> String {
    match (lang, taken.kind, taken.count) {
        (Lang::Zh, TakenAs::Lines, 1) => "已交给终端复制：".to_owned(),
        (Lang::Zh, TakenAs::Lines, count) => format!("已交给终端复制 {count} 条："),
        (Lang::Zh, TakenAs::Citations, 1) => "已交给终端复制引文：".to_owned(),
        (Lang::Zh, TakenAs::Citations, count) => format!("已交给终端复制 {count} 条引文："),
        (Lang::En, TakenAs::Lines, 1) => "Handed to the terminal: ".to_owned(),
        (Lang::En, TakenAs::Lines, count) => format!("Handed to the terminal, {count} lines: "),
        (Lang::En, TakenAs::Citations, 1) => "Handed to the terminal, a citation: ".to_owned(),
        (Lang::En, TakenAs::Citations, count) => format!("Handed to the terminal, {count} citations: "),
    }
}

fn copied(taken: &Taken, program: &str, lang: Lang) -> String {
    match (lang, taken.kind, taken.count) {
        (Lang::Zh, TakenAs::Lines, 1) => format!("已复制（{program}）："),
        (Lang::Zh, TakenAs::Lines, count) => format!("已复制 {count} 条（{program}）："),
        (Lang::Zh, TakenAs::Citations, 1) => format!("已复制引文（{program}）："),
        (Lang::Zh, TakenAs::Citations, count) => format!("已复制 {count} 条引文（{program}）："),
        (Lang::En, TakenAs::Lines, 1) => format!("Copied ({program}): "),
        (Lang::En, TakenAs::Lines, count) => format!("Copied {count} lines ({program}): "),
        (Lang::En, TakenAs::Citations, 1) => format!("Copied the citation ({program}): "),
        (Lang::En, TakenAs::Citations, count) => format!("Copied {count} citations ({program}): "),
    }
}

const UNCOPIED: News = News {
    news: Label::new("没有复制：太长；可按 e 导出。", "Not copied: too long; e exports it."),
    longer: Label::new(
        "没有复制：文字太长，也没有可用的剪贴板程序；少选几条，或按 e 导出。",
        "Not copied: too long, and no clipboard program took it; pick fewer, or press e.",
    ),
};

/// What the last row says when Ctrl-Z would leave nobody to type `fg`.
pub(super) const UNSUSPENDED: News = News {
    news: Label::new("没有挂起：不是从 shell 里启动的。", "Not suspended: no shell started it."),
    longer: Label::new(
        "没有挂起：本程序不是从 shell 里启动的，挂起后无法回来。",
        "Not suspended: no shell here could bring it back.",
    ),
};

/// What the last row says under a name whose end tells no format.
pub(super) const UNKNOWN_FORM: News = News {
    news: Label::new("文件名要以 .md、.csv 或 .json 结尾。", "Names end in .md, .csv or .json."),
    longer: Label::new("文件名要以 .md、.csv 或 .json 结尾。", "The name must end in .md, .csv or .json."),
};

/// What the last row says when there is nothing to take.
pub(super) const NOTHING: Label = Label::new("这里没有条目。", "There is no entry here.");

/// News that says more where there is room for it.
pub(super) struct News {
    /// In the narrowest window.
    news: Label,
    longer: Label,
}

impl News {
    pub(super) fn notice(&self, lang: Lang) -> Notice {
        let [news, longer] = [self.news, self.longer].map(|label| label.get(lang).to_owned());
        Notice { longer: Some(longer), ..Notice::from(news) }
    }
}

/// What an export writes so many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// Entries or pairs.
    Entries,
    /// Rows of a table over years or places.
    Rows,
}

impl Exported {
    /// So many of them, in words.
    pub fn counted(self, count: usize, lang: Lang) -> String {
        match (lang, self, count) {
            (Lang::Zh, Self::Entries, _) => format!("{count} 条"),
            (Lang::Zh, Self::Rows, _) => format!("{count} 行"),
            (Lang::En, Self::Entries, _) => several(count, "entry", "entries"),
            (Lang::En, Self::Rows, _) => several(count, "row", "rows"),
        }
    }
}

/// What the last row says after a file was written.
pub(super) fn written(counted: &str, name: &str, lang: Lang) -> Notice {
    let (news, joint) = match lang {
        Lang::Zh => (format!("已写入 {counted}"), "到 "),
        Lang::En => (format!("Wrote {counted}"), " to "),
    };
    Notice { news, longer: None, joint, name: name.to_owned() }
}
