//! A report in a file, which is read again when it is asked for.

use std::fs::{File, Metadata};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::work::{content, unreadable};
use super::{Wish, shown};
use crate::draft;
use crate::draft::input::Content;
use crate::library::Source;
use crate::report::{Fault, Report, reread};
use crate::text::Label;

/// A file, and what tells that it is no longer what was read.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) path: PathBuf,
    /// The path as it is told to a reader.
    pub(super) shown: String,
    stamp: Stamp,
    wish: Arc<Wish>,
}

#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    written: Option<SystemTime>,
}

impl Stamp {
    fn of(told: &Metadata) -> Self {
        Self { length: told.len(), written: told.modified().ok() }
    }
}

impl Place {
    /// The file at `path`, of which the system says `told`.
    pub(super) fn new(path: &Path, told: &Metadata, wish: &Arc<Wish>) -> Self {
        Self { path: path.to_owned(), shown: shown(path), stamp: Stamp::of(told), wish: Arc::clone(wish) }
    }

    fn changed(&self) -> Box<Fault> {
        Box::new(Fault {
            file: self.shown.clone(),
            line: None,
            path: String::new(),
            what: Label::new("打开以后文件变了", "the file has changed since it was opened").into(),
            mend: Label::new("请重新打开", "open it anew").into(),
        })
    }
}

/// Where in its file a report stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// The file is the text of one report.
    Text,
    /// These bytes of a file of JSON.
    Bytes { offset: u64, length: u64 },
    /// The report at this place of a file of JSON that is not UTF-8.
    Number(usize),
}

/// A report in a file.
#[derive(Debug)]
pub(super) struct InFile {
    pub(super) place: Arc<Place>,
    pub(super) part: Part,
}

impl Source for InFile {
    fn read(&self) -> Result<Arc<Report>, Box<Fault>> {
        let place = &self.place;
        let refused = |error: &std::io::Error| Box::new(unreadable(&place.path, error));
        let mut file = File::open(&place.path).map_err(|error| refused(&error))?;
        let told = file.metadata().map_err(|error| refused(&error))?;
        if Stamp::of(&told) != place.stamp {
            return Err(place.changed());
        }
        let report = match self.part {
            Part::Bytes { offset, length } => {
                let mut text = String::new();
                file.seek(SeekFrom::Start(offset)).map_err(|error| refused(&error))?;
                file.take(length).read_to_string(&mut text).map_err(|error| refused(&error))?;
                reread(&text, 0)
            }
            Part::Text | Part::Number(_) => match (content(&place.path), self.part) {
                (Ok(Content::Text(text)), Part::Text) => {
                    Some(draft::read(&text, &place.wish.hints).report.into_report())
                }
                (Ok(Content::Data(text)), Part::Number(at)) => reread(&text, at),
                _ => None,
            },
        };
        report.map(Arc::new).ok_or_else(|| place.changed())
    }

    fn file(&self) -> Option<&str> {
        Some(&self.place.shown)
    }
}
