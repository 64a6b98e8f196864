//! The parts of a Word file, unpacked from its archive.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::decode::decode;
use super::super::refuse::{Refusal, Unread};

/// A part unpacks to no more than so many bytes; the longest report has some 300 kB.
const LIMIT: u64 = 64 << 20;
/// And to no more than so many times its packed size, once it is larger than a report can be.
const RATIO: u64 = 100;
const REPORT: u64 = 4 << 20;

/// An archive that may be a Word file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
        Ok(Self { archive })
    }

    /// The XML of the text itself.
    pub(super) fn document(&mut self) -> Result<String, Refusal> {
        let named = self.part("_rels/.rels")?.and_then(|part| main_part(&part));
        let name = named.unwrap_or_else(|| "word/document.xml".to_owned());
        let document = if name.starts_with("word/") { self.part(&name)? } else { None };
        document.ok_or_else(|| self.other().into())
    }

    pub(super) fn styles(&mut self) -> Result<Option<String>, Refusal> {
        self.part("word/styles.xml")
    }

    pub(super) fn numbering(&mut self) -> Result<Option<String>, Refusal> {
        self.part("word/numbering.xml")
    }

    /// The title among the properties of the file.
    pub(super) fn title(&mut self) -> Option<String> {
        let part = self.part("docProps/core.xml").ok()??;
        let mut reader = Reader::from_str(&part);
        let (mut inside, mut title) = (false, String::new());
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => inside = tag.local_name().as_ref() == "title",
                Event::End(_) => inside = false,
                Event::Text(text) if inside => title.push_str(&text),
                Event::Eof => break,
                _ => {}
            }
        }
        Some(crate::text::clean(title.trim()).into_owned()).filter(|title| !title.is_empty())
    }

    /// The text of a part; `None` where the archive has none of that name.
    fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(refusal(&error)),
        };
        let limit = LIMIT.min(REPORT.max(file.compressed_size().saturating_mul(RATIO)));
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Unread::Damaged)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
            return Err(Unread::Bomb.into());
        }
        decode_xml(bytes).map(Some)
    }

    /// What an archive without a Word text is.
    fn other(&self) -> Unread {
        let holds = |start: &str| self.archive.file_names().flatten().any(|name| name.starts_with(start));
        if holds("OFD.xml") {
            Unread::Ofd
        } else if holds("xl/") || holds("ppt/") || holds("content.xml") {
            Unread::Office
        } else {
            Unread::Archive
        }
    }
}

/// XML is UTF-8 unless it says otherwise; a part of ASCII alone is text too.
fn decode_xml(bytes: Vec<u8>) -> Result<String, Refusal> {
    decode(bytes).map(|decoded| decoded.text).ok_or_else(|| Unread::Damaged.into())
}

fn refusal(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword => Unread::Locked.into(),
        _ => Unread::Damaged.into(),
    }
}

/// The name of the part that the package says is its document.
fn main_part(relations: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                let kind = tag.try_get_attribute("Type").ok()??;
                if kind.value.ends_with("/officeDocument") {
                    let target = tag.try_get_attribute("Target").ok()??;
                    return Some(target.value.trim_start_matches('/').to_owned());
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
