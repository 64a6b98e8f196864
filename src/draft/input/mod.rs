//! From the bytes of a file to a text or to data, by content and not by name: format 1 as JSON,
//! plain text, Markdown, saved web pages and Word files.

mod decode;
mod docx;
mod html;
mod kind;
mod lines;
mod plain;
mod refuse;

use std::path::Path;

use super::text::Text;
use crate::report::Fault;
use crate::text::clean;
use decode::{decode, is_han};
use kind::{Form, Kind, form, kind};
use refuse::{Refusal, Unread};

/// How standard input is named where a file could be.
pub(crate) const STANDARD_INPUT: &str = "-";
/// A text is a report from a sentence of so many 汉字 on.
const SENTENCE: usize = 8;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The text of a JSON file, as it is.
    Data(String),
    /// The text of a report, to make data of.
    Text(Text),
}

/// Where bytes come from, as far as it says something about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The file as the user named it, without control characters.
    pub file: String,
    /// The name of the file without its ending, then that of its folder.
    pub names: Vec<String>,
}

impl Origin {
    /// The origin of the file at `path`; `-` is standard input.
    pub fn of(path: &Path) -> Self {
        let shown = |name: &std::ffi::OsStr| clean(&name.to_string_lossy()).into_owned();
        let file = shown(path.as_os_str());
        if file == STANDARD_INPUT {
            return Self { file, names: Vec::new() };
        }
        let folder = path.parent().and_then(Path::file_name);
        let names = [path.file_stem(), folder].into_iter().flatten().map(shown).collect();
        Self { file, names }
    }
}

/// What `bytes` hold.
///
/// # Errors
/// One fault that says what the file is instead and what to do.
pub fn read(bytes: Vec<u8>, origin: &Origin) -> Result<Content, Vec<Fault>> {
    content(bytes).map_err(|refusal| vec![refusal.of(&origin.file)]).map(|content| match content {
        Content::Text(text) => Content::Text(Text { names: origin.names.clone(), ..text }),
        data @ Content::Data(_) => data,
    })
}

fn content(bytes: Vec<u8>) -> Result<Content, Refusal> {
    if kind(&bytes)? == Kind::Zip {
        return of_report(docx::read(&bytes)?, Unread::NoReport);
    }
    let decoded = decode(bytes).ok_or(Unread::NotText)?;
    if decoded.text.trim().is_empty() {
        return Err(Unread::Empty.into());
    }
    let (text, otherwise) = match form(&decoded.text)? {
        Form::Json if decoded.damaged > 0 => {
            let before = decoded.text.split('\u{fffd}').next().unwrap_or_default();
            return Err(Unread::Broken(before.lines().count().max(1)).into());
        }
        Form::Json => return Ok(Content::Data(decoded.text)),
        Form::Page => (html::read(&decoded.text), Unread::Frames),
        Form::Plain => (plain::read(&decoded.text), Unread::NoReport),
    };
    of_report(Text { damaged: decoded.damaged, ..text }, otherwise)
}

/// `text` where it can be a report.
fn of_report(text: Text, otherwise: Unread) -> Result<Content, Refusal> {
    let is_sentence = |sentence: &str| sentence.chars().filter(|&c| is_han(c)).nth(SENTENCE - 1).is_some();
    let holds_one = |line: &str| line.split(['。', '！', '？']).any(is_sentence);
    if text.lines.iter().any(|line| holds_one(&line.text)) { Ok(Content::Text(text)) } else { Err(otherwise.into()) }
}

#[cfg(test)]
mod tests;
