//! The numbers that Word writes before paragraphs by itself (一、 and （一） of a list): they stand in no run of text,
//! only in the definitions of the lists.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::refuse::{Refusal, Unread};
use super::styles::value;

/// A list has so many levels.
const LEVELS: usize = 9;
/// The most characters of a number, with what stands around it.
const LABEL: usize = 24;

/// Where a paragraph stands in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The list; `0` takes the paragraph out of any.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl Place {
    /// Takes in an element of the properties of a paragraph or a style.
    pub(super) fn take(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "numId" => self.list = value(tag, "w:val"),
            "ilvl" => self.level = level(tag, "w:val"),
            _ => {}
        }
    }

    /// What is not said here, as `other` says it.
    pub(super) fn or(self, other: Self) -> Self {
        Self { list: self.list.or(other.list), level: self.level.or(other.level) }
    }
}

/// The lists of a file, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<String, Vec<Level>>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<String>,
}

/// A list in the text: a pattern, perhaps begun anew.
#[derive(Debug, Default)]
struct List {
    pattern: String,
    starts: [Option<u32>; LEVELS],
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// The number with what stands around it, `%1` for the count of the first level.
    text: String,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), style: None }
    }
}

impl Numbering {
    /// The number of the next paragraph at this place, as it is seen; `None` for a bullet or no number at all.
    pub(super) fn next(&mut self, place: &Place, style: Option<&str>) -> Option<String> {
        let id = place.list.as_deref()?;
        let list = self.lists.get(id)?;
        let levels = self.patterns.get(&list.pattern)?;
        let of_style = || levels.iter().position(|level| style.is_some() && level.style.as_deref() == style);
        let at = place.level.or_else(of_style).unwrap_or(0);
        let level = levels.get(at)?;
        let counts = self.counts.entry(list.pattern.clone()).or_default();
        if self.begun.insert(id.to_owned()) {
            let anew = counts.iter_mut().zip(list.starts).filter(|(_, start)| start.is_some());
            anew.for_each(|(count, _)| *count = None);
        }
        let start = |at: usize| {
            let own = list.starts.get(at).copied().flatten();
            own.unwrap_or_else(|| levels.get(at).map_or(1, |level| level.start))
        };
        for (deeper, count) in counts.iter_mut().enumerate().skip(at) {
            let next = count.map_or_else(|| start(at), |count| count.saturating_add(1));
            *count = (deeper == at).then_some(next);
        }
        let count = |at: usize| counts.get(at).copied().flatten().unwrap_or_else(|| start(at));
        level.label(|at| levels.get(at).map(|level| written(count(at), &level.format)))
    }
}

impl Level {
    fn label(&self, number: impl Fn(usize) -> Option<String>) -> Option<String> {
        if matches!(self.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut label = String::new();
        let mut chars = self.text.chars();
        while let Some(c) = chars.next() {
            match c {
                '%' => {
                    let at = chars.next().and_then(|c| c.to_digit(10)).and_then(|at| usize::try_from(at).ok());
                    label.extend(at.and_then(|at| at.checked_sub(1)).and_then(&number));
                }
                c => label.push(c),
            }
        }
        // What follows is another number or word, as far as no sign parts the two.
        if label.chars().last().is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
            label.push(' ');
        }
        (!label.trim().is_empty() && label.chars().count() <= LABEL).then_some(label)
    }
}

/// A count in the numerals of a format.
fn written(count: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital"
        | "chineseLegalSimplified" => chinese(count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            let circled = (1..=20).contains(&count).then(|| char::from_u32(0x245f + count)).flatten();
            circled.map_or_else(|| count.to_string(), String::from)
        }
        "lowerLetter" => letter(count, 'a'),
        "upperLetter" => letter(count, 'A'),
        _ => count.to_string(),
    }
}

fn letter(count: u32, first: char) -> String {
    let letter = (1..=26).contains(&count).then(|| char::from_u32(u32::from(first) + count - 1)).flatten();
    letter.map_or_else(|| count.to_string(), String::from)
}

/// Up to 99 in Chinese numerals; no report has more sections.
fn chinese(count: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u32| usize::try_from(at).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or_default();
    match count {
        1..10 => digit(count).to_owned(),
        10..20 => format!("十{}", digit(count % 10)),
        20..100 => format!("{}十{}", digit(count / 10), digit(count % 10)),
        _ => count.to_string(),
    }
}

/// The lists in a part of the file.
pub(super) fn read(part: &str) -> Result<Numbering, Refusal> {
    let mut reader = Reader::from_str(part);
    let mut reading = Reading::default();
    loop {
        match reader.read_event().map_err(|_| Unread::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) => reading.take(tag.local_name().as_ref(), &tag),
            Event::Eof => return Ok(reading.numbering),
            _ => {}
        }
    }
}

/// What is being defined.
#[derive(Debug, Default)]
struct Reading {
    numbering: Numbering,
    pattern: Option<String>,
    list: Option<String>,
    level: usize,
}

impl Reading {
    fn take(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "abstractNum" => {
                self.pattern = value(tag, "w:abstractNumId");
                let known = self.pattern.clone().map(|id| (id, vec![Level::default(); LEVELS]));
                self.numbering.patterns.extend(known);
                self.list = None;
            }
            "num" => {
                self.list = value(tag, "w:numId");
                self.numbering.lists.extend(self.list.clone().map(|id| (id, List::default())));
                self.pattern = None;
            }
            "abstractNumId" => {
                let given = value(tag, "w:val");
                if let (Some(list), Some(pattern)) = (self.open_list(), given) {
                    list.pattern = pattern;
                }
            }
            "lvl" | "lvlOverride" => self.level = level(tag, "w:ilvl").unwrap_or(LEVELS),
            "startOverride" => {
                let (level, start) = (self.level, start(tag));
                if let Some(slot) = self.open_list().and_then(|list| list.starts.get_mut(level)) {
                    *slot = start;
                }
            }
            name => {
                if let Some(level) = self.open_level() {
                    level.take(name, tag);
                }
            }
        }
    }

    fn open_list(&mut self) -> Option<&mut List> {
        self.numbering.lists.get_mut(self.list.as_ref()?)
    }

    fn open_level(&mut self) -> Option<&mut Level> {
        self.numbering.patterns.get_mut(self.pattern.as_ref()?)?.get_mut(self.level)
    }
}

impl Level {
    fn take(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "start" => self.start = start(tag).unwrap_or(1),
            "numFmt" => self.format = value(tag, "w:val").unwrap_or_default(),
            "lvlText" => self.text = value(tag, "w:val").unwrap_or_default().chars().take(LABEL).collect(),
            "pStyle" => self.style = value(tag, "w:val"),
            _ => {}
        }
    }
}

fn start(tag: &BytesStart<'_>) -> Option<u32> {
    value(tag, "w:val")?.parse().ok()
}

fn level(tag: &BytesStart<'_>, attribute: &str) -> Option<usize> {
    value(tag, attribute)?.parse().ok().filter(|&level| level < LEVELS)
}

#[cfg(test)]
mod tests {
    use super::{chinese, written};

    #[test]
    fn counts_in_the_numerals_of_a_format() {
        let said: Vec<String> = [1, 10, 11, 20, 34, 100].into_iter().map(chinese).collect();
        assert_eq!(said, ["一", "十", "十一", "二十", "三十四", "100"]);
        let formats = ["decimal", "chineseCounting", "decimalEnclosedCircle", "lowerLetter", "upperLetter"];
        assert_eq!(formats.map(|format| written(3, format)), ["3", "三", "③", "c", "C"]);
        assert_eq!(written(30, "upperLetter"), "30");
    }
}
