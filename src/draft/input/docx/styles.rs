//! Which styles of a Word file are headings, and which make its table of contents.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::refuse::{Refusal, Unread};
use super::numbering::Place;

/// So many styles are followed from one that is based on another.
const BASES: usize = 16;

/// What a style means for a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Heading(u8),
    Contents,
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: HashMap<String, Given>,
}

#[derive(Clone, Debug, Default)]
struct Given {
    own: Option<Style>,
    place: Place,
    base: Option<String>,
}

impl Styles {
    /// What the style called `id` means, by itself or by what it is based on.
    pub(super) fn get(&self, id: &str) -> Option<Style> {
        self.line(id).find_map(|given| given.own)
    }

    /// Where its paragraphs stand in a list.
    pub(super) fn place(&self, id: &str) -> Place {
        self.line(id).fold(Place::default(), |place, given| place.or(given.place.clone()))
    }

    /// A style, then those that it is based on.
    fn line(&self, id: &str) -> impl Iterator<Item = &Given> {
        let base = |given: &&Given| self.known.get(given.base.as_deref()?);
        std::iter::successors(self.known.get(id), base).take(BASES)
    }
}

/// The styles in a part of the file.
pub(super) fn read(part: &str) -> Result<Styles, Refusal> {
    let mut reader = Reader::from_str(part);
    let mut styles = Styles::default();
    let mut current: Option<(String, Given)> = None;
    loop {
        match reader.read_event().map_err(|_| Unread::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "style" => current = value(&tag, "w:styleId").map(|id| (id, Given::default())),
                name => {
                    if let Some((_, given)) = &mut current {
                        given.take(name, &tag);
                    }
                }
            },
            Event::End(tag) if tag.local_name().as_ref() == "style" => styles.known.extend(current.take()),
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

impl Given {
    fn take(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "name" => self.own = value(tag, "w:val").and_then(|name| meaning(&name)).or(self.own),
            "basedOn" => self.base = value(tag, "w:val"),
            "numId" | "ilvl" => self.place.take(name, tag),
            "outlineLvl" => self.own = self.own.or(level(tag).map(Style::Heading)),
            _ => {}
        }
    }
}

/// What the usual names of styles mean.
fn meaning(name: &str) -> Option<Style> {
    let name = name.trim().to_lowercase();
    if name.starts_with("toc ") || name.starts_with("目录") {
        return Some(Style::Contents);
    }
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    let level: u8 = number.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(Style::Heading(level))
}

/// The outline level of a paragraph or a style, 1 for the highest; 9 in the file means text.
pub(super) fn level(tag: &BytesStart<'_>) -> Option<u8> {
    let level: u8 = value(tag, "w:val")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

/// The value of an attribute.
pub(super) fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    Some(tag.try_get_attribute(name).ok()??.value.into_owned())
}
