//! What is said of a file that cannot be read as a report, and what to do about it.

use crate::report::Fault;
use crate::text::{Bilingual, Label};

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    Empty,
    Pdf,
    OldWord,
    Rtf,
    Ofd,
    Office,
    Archive,
    WebArchive,
    Image,
    Program,
    Damaged,
    Locked,
    Bomb,
    NotText,
    NoReport,
    Frames,
    /// Characters of a data file that cannot be decoded, from this line on.
    Broken(usize),
}

/// A reason with what to do, for a file that gets its name later.
#[derive(Debug)]
pub(super) struct Refusal(pub(super) Unread);

impl From<Unread> for Refusal {
    fn from(why: Unread) -> Self {
        Self(why)
    }
}

impl Refusal {
    /// The fault of the file that is shown as `file`.
    pub(super) fn of(&self, file: &str) -> Fault {
        let (what, mend) = match self.0 {
            Unread::Pdf => (Label::new("是 PDF，读不了", "a PDF, which is not read"), pdf(file)),
            other => {
                let (what, mend) = words(other);
                (what, mend.into())
            }
        };
        let line = if let Unread::Broken(line) = self.0 { Some(line) } else { None };
        Fault { file: file.to_owned(), line, path: String::new(), what: what.into(), mend }
    }
}

fn pdf(file: &str) -> Bilingual {
    let plain = |c: char| c.is_alphanumeric() || "._-/+@".contains(c);
    let quoted = if file.chars().all(plain) && !file.starts_with('-') {
        file.to_owned()
    } else {
        format!("'{}'", file.replace('\'', r"'\''"))
    };
    let named = if file == super::STANDARD_INPUT { "report.pdf" } else { &quoted };
    Bilingual::new(
        format!("请先取出文字：pdftotext {named} - | sulan -"),
        format!("take the text out first: pdftotext {named} - | sulan -"),
    )
}

fn words(why: Unread) -> (Label, Label) {
    match why {
        Unread::Empty => {
            (Label::new("文件是空的", "the file is empty"), Label::new("应有一份报告", "it should hold a report"))
        }
        Unread::Pdf => (Label::new("是 PDF", "a PDF"), Label::new("请先取出文字", "take the text out first")),
        Unread::OldWord => (
            Label::new(
                "是旧版 Office 文件（.doc 之类），或加了密码",
                "an old Office file (such as .doc), or locked with a password",
            ),
            Label::new("请用 Word 或 WPS 另存为不加密的 .docx", "save it as .docx without a password"),
        ),
        Unread::Rtf => {
            (Label::new("是 RTF 文件", "an RTF file"), Label::new("请另存为 .docx 或 .txt", "save it as .docx or .txt"))
        }
        Unread::Ofd => (
            Label::new("是 OFD 版式文件，读不了", "an OFD file, which is not read"),
            Label::new("请用阅读器导出为 .txt", "export it as .txt"),
        ),
        Unread::Office => (
            Label::new("是表格、幻灯片或 OpenDocument 文件", "a sheet, slides or an OpenDocument file"),
            Label::new("请另存为 .docx 或 .txt", "save it as .docx or .txt"),
        ),
        Unread::Archive => (
            Label::new("是压缩包，不是 Word 文件", "an archive, not a Word file"),
            Label::new("请解开后打开里面的报告", "unpack it and open the report in it"),
        ),
        Unread::WebArchive => (
            Label::new("是单个文件的网页（.mht）", "a web page in one file (.mht)"),
            Label::new("请在浏览器里另存为“网页，仅 HTML”", "save the page as \"HTML only\""),
        ),
        Unread::Image => (
            Label::new("是图片，没有文字", "a picture, without text"),
            Label::new("请找到文字版", "find the report as text"),
        ),
        Unread::Program => {
            (Label::new("是程序或媒体文件", "a program or a media file"), Label::new("请写报告的路径", "name a report"))
        }
        Unread::Damaged => (
            Label::new("文件损坏或没有下载完", "the file is damaged or incomplete"),
            Label::new("请重新下载，或用 Word 打开后另存", "download it again, or open it in Word and save it"),
        ),
        Unread::Locked => (
            Label::new("压缩包加了密码，或压缩方法不认识", "an archive with a password, or packed in an unknown way"),
            Label::new("请解开后打开里面的报告", "unpack it and open the report in it"),
        ),
        Unread::Bomb => (
            Label::new("解开后大得不像报告", "it unpacks to far more than a report"),
            Label::new("请检查文件的来历", "check where the file comes from"),
        ),
        Unread::NotText => (
            Label::new("不是文字，或编码不认识", "not a text, or in an unknown encoding"),
            Label::new("请另存为 UTF-8 的文字", "save it as text in UTF-8"),
        ),
        Unread::NoReport => (
            Label::new("里面没有报告的文字", "it holds no text of a report"),
            Label::new(
                "至少应有一句八个汉字以上的话",
                "it should hold at least one sentence of eight Chinese characters",
            ),
        ),
        Unread::Broken(_) => (
            Label::new("有的字节不是文字", "some bytes are no text"),
            Label::new("请改正这一行，存为 UTF-8", "correct this line and save the file as UTF-8"),
        ),
        Unread::Frames => (
            Label::new("网页里没有报告的文字", "the page holds no text of a report"),
            Label::new(
                "请打开正文那一页再保存，或把正文复制成文字文件",
                "save the page of the text itself, or copy the text into a file",
            ),
        ),
    }
}
