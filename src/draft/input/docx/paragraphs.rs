//! From the XML of a Word file to its paragraphs: what a reader sees on the page, without what was
//! deleted, hidden, or only makes a field.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::lines::{Cell, Piece};
use super::super::refuse::{Refusal, Unread};
use super::numbering::{Numbering, Place};
use super::styles::{Style, Styles, level, value};

/// So many paragraphs stand in each other, by text boxes; what is deeper belongs to the deepest one.
const DEPTH: usize = 32;

/// The paragraphs in `document`, with the numbers that `numbering` counts before them.
pub(super) fn read(document: &str, styles: &Styles, numbering: Numbering) -> Result<Vec<Piece>, Refusal> {
    let mut reader = Reader::from_str(document);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    let mut walk = Walk::new(styles, numbering);
    let mut depth = 0_i64;
    loop {
        match reader.read_event().map_err(|_| Unread::Damaged)? {
            Event::Start(tag) => {
                depth += 1;
                walk.start(&tag);
            }
            Event::Empty(tag) => {
                walk.start(&tag);
                walk.end(tag.local_name().as_ref());
            }
            Event::End(tag) => {
                depth -= 1;
                walk.end(tag.local_name().as_ref());
            }
            Event::Text(text) => walk.text(&text),
            Event::CData(text) => walk.text(&text),
            Event::GeneralRef(reference) => {
                let c = reference.resolve_char_ref().ok().flatten().or_else(|| named(&reference));
                walk.text(c.map_or_else(String::new, String::from).as_str());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    // A part that was cut off ends here too.
    if depth == 0 { Ok(walk.done) } else { Err(Unread::Damaged.into()) }
}

fn named(reference: &str) -> Option<char> {
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// A paragraph that has begun.
#[derive(Debug, Default)]
struct Paragraph {
    piece: Piece,
    is_contents: bool,
    style: Option<String>,
    place: Place,
    /// Its number, until there is text behind it.
    label: Option<String>,
}

#[derive(Debug)]
struct Walk<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    done: Vec<Piece>,
    open: Vec<Paragraph>,
    /// Paragraphs that began beyond the depth that is followed.
    beyond: usize,
    /// Elements around the text here that leave it out.
    left_out: usize,
    /// Elements around here that tell what properties were before a change.
    changed: usize,
    /// Whether the run is hidden, and whether it is bold.
    hidden: bool,
    bold: bool,
    rows: Vec<Cell>,
    row_count: usize,
    /// Whether a text element is open, and not one of a field or of what was deleted.
    in_text: bool,
}

impl<'a> Walk<'a> {
    const fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            changed: 0,
            done: Vec::new(),
            open: Vec::new(),
            beyond: 0,
            left_out: 0,
            hidden: false,
            bold: false,
            rows: Vec::new(),
            row_count: 0,
            in_text: false,
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            name if is_left_out(name) => self.left_out += 1,
            "pPrChange" | "rPrChange" => self.changed += 1,
            _ if self.changed > 0 => {}
            "p" if self.open.len() < DEPTH => self.open.push(Paragraph::default()),
            "p" => self.beyond += 1,
            "r" => (self.hidden, self.bold) = (false, false),
            "t" => self.in_text = true,
            "tab" | "ptab" => self.push(' '),
            "noBreakHyphen" => self.push('-'),
            "br" if matches!(value(tag, "w:type").as_deref(), None | Some("textWrapping")) => self.end_line(),
            "cr" => self.end_line(),
            "pStyle" => self.named_style(value(tag, "w:val")),
            name @ ("numId" | "ilvl") => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.place.take(name, tag);
                }
            }
            "outlineLvl" => self.style(level(tag).map(Style::Heading)),
            "vanish" => self.hidden = is_on(tag),
            "b" => self.bold = is_on(tag),
            "tr" => {
                self.row_count += 1;
                self.rows.push(Cell { row: self.row_count, at: 0 });
            }
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.at += 1;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            name if is_left_out(name) => self.left_out = self.left_out.saturating_sub(1),
            "pPrChange" | "rPrChange" => self.changed = self.changed.saturating_sub(1),
            _ if self.changed > 0 => {}
            "pPr" => self.count(),
            "p" if self.beyond > 0 => self.beyond -= 1,
            "p" => {
                self.end_line();
                self.open.pop();
            }
            "r" => (self.hidden, self.bold) = (false, false),
            "t" => self.in_text = false,
            "tr" => {
                self.rows.pop();
            }
            _ => {}
        }
    }

    fn named_style(&mut self, id: Option<String>) {
        self.style(id.as_deref().and_then(|id| self.styles.get(id)));
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.style = id;
        }
    }

    /// Counts the paragraph in its list, now that its properties are known.
    fn count(&mut self) {
        let Some(paragraph) = self.open.last_mut().filter(|_| self.beyond == 0 && self.left_out == 0) else { return };
        let style = paragraph.style.as_deref();
        let of_style = style.map(|id| self.styles.place(id)).unwrap_or_default();
        let place = std::mem::take(&mut paragraph.place).or(of_style);
        paragraph.label = self.numbering.next(&place, style);
    }

    fn style(&mut self, style: Option<Style>) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match style {
            Some(Style::Heading(level)) => paragraph.piece.heading = level,
            Some(Style::Contents) => paragraph.is_contents = true,
            None => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            text.chars().for_each(|c| self.push(c));
        }
    }

    fn push(&mut self, c: char) {
        let is_seen = self.left_out == 0 && !self.hidden;
        if let Some(paragraph) = self.open.last_mut().filter(|_| is_seen) {
            for c in paragraph.label.take().iter().flat_map(|label| label.chars()).chain([c]) {
                paragraph.piece.push(c, (self.bold, false));
            }
        }
    }

    /// Ends the line, not the paragraph: what follows has the same style.
    fn end_line(&mut self) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let heading = paragraph.piece.heading;
        let piece = std::mem::replace(&mut paragraph.piece, Piece { heading, ..Piece::default() });
        if piece.chars > 0 && !paragraph.is_contents {
            let cell = self.rows.last().copied().filter(|cell| cell.at > 0);
            self.done.push(Piece { cell, ..piece });
        }
    }
}

/// Elements whose text nobody sees: deleted, moved away, a second form of the same thing, a reading.
fn is_left_out(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback" | "rt" | "footnote" | "endnote" | "comment")
}

/// Whether a switch of a run is on: it is unless it says otherwise.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(value(tag, "w:val").as_deref(), Some("0" | "false" | "off" | "none"))
}
