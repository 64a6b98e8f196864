//! From the tags of a page to lines in blocks. Only the nesting that lines and blocks need is followed,
//! and only so deep: whatever a page does, the time grows with its length and nothing recurses.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::super::decode::is_han;
use super::super::lines::{Cell, Piece};
use super::about::About;
use super::tags::{Kind, Tag, tag};

/// So many elements are followed inside each other; what nests deeper is text of the deepest one.
const DEPTH: usize = 256;

/// What to do with the parts of a page that belong to the site, and with what it hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Areas {
    Dropped,
    Kept,
}

/// A page as lines in blocks.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) about: About,
    pub(super) pieces: Vec<Piece>,
    /// The parent of each block. A block comes before those inside it, the page itself first.
    pub(super) parents: Vec<usize>,
    /// The 汉字 in the lines, and those in the parts that were dropped.
    pub(super) kept: usize,
    pub(super) dropped: usize,
}

impl Page {
    pub(super) fn read(content: &str, areas: Areas) -> Self {
        let mut reader = Reader::new(areas);
        each_event(content, &mut |event| reader.take(event));
        reader.end_line();
        reader.page
    }
}

/// Gives the tags and the text of a page as they come. Not generic: the state machine of the standard is a thirtieth of the
/// whole program, and one is enough.
pub(super) fn each_event(content: &str, take: &mut dyn FnMut(&CallbackEvent<'_>)) {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        take(&event);
        None
    });
    emitter.naively_switch_states(true);
    // Reading from memory cannot fail, and no event gives a token.
    for token in Tokenizer::new_with_emitter(content, emitter) {
        let Ok(()) = token;
    }
}

/// An element that has begun.
#[derive(Clone, Copy, Debug)]
struct Open {
    tag: Tag,
    /// The block that its text stands in.
    block: usize,
    /// Whether its text is left out, whatever stands around it.
    hidden: bool,
    bold: bool,
}

/// The tag that is being read, with those of its attributes that matter.
#[derive(Debug, Default)]
struct Starting {
    tag: Option<Tag>,
    attribute: Vec<u8>,
    name: String,
    content: String,
    hidden: bool,
    bold: bool,
    leads_away: bool,
}

/// White space that stands before the next character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    LineEnd,
}

#[derive(Debug)]
struct Reader {
    page: Page,
    areas: Areas,
    open: Vec<Open>,
    /// Elements that began beyond the depth that is followed.
    beyond: usize,
    starting: Starting,
    line: Piece,
    gap: Gap,
    /// How many of the open elements are of each kind that the text depends on.
    hidden: usize,
    bold: usize,
    links: usize,
    titles: usize,
    pre: usize,
    headings: Vec<u8>,
    rows: Vec<Cell>,
    row_count: usize,
}

impl Reader {
    fn new(areas: Areas) -> Self {
        Self {
            page: Page { parents: vec![0], ..Page::default() },
            areas,
            open: Vec::new(),
            beyond: 0,
            starting: Starting::default(),
            line: Piece::default(),
            gap: Gap::None,
            hidden: 0,
            bold: 0,
            links: 0,
            titles: 0,
            pre: 0,
            headings: Vec::new(),
            rows: Vec::new(),
            row_count: 0,
        }
    }

    fn take(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.starting = Starting { tag: tag(name), ..Starting::default() },
            CallbackEvent::AttributeName { name } => {
                self.starting.attribute.clear();
                self.starting.attribute.extend_from_slice(name);
                self.starting.hidden |= *name == b"hidden";
                self.starting.leads_away |= *name == b"href";
            }
            CallbackEvent::AttributeValue { value } => self.starting.attribute(value),
            CallbackEvent::CloseStartTag { .. } => self.start(),
            CallbackEvent::EndTag { name } => {
                if let Some(tag) = tag(name) {
                    self.end(tag);
                }
            }
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
    }

    fn start(&mut self) {
        let starting = std::mem::take(&mut self.starting);
        let Some(mut tag) = starting.tag else { return };
        match tag.kind {
            Kind::Link => {
                self.end_links();
                // An anchor is a place and no link.
                if !starting.leads_away {
                    tag.kind = Kind::Inline;
                }
            }
            Kind::Break => return self.end_line(),
            Kind::Meta => return self.page.about.meta(&starting.name, &starting.content),
            kind if kind.is_block() => {
                self.end_line();
                self.end_implied(kind);
            }
            _ => {}
        }
        if self.open.len() >= DEPTH {
            self.beyond += 1;
            return;
        }
        let dropped = tag.kind == Kind::Dropped;
        let area = self.areas == Areas::Dropped && (tag.kind == Kind::Area || starting.hidden);
        let block = if tag.kind.is_block() { self.begin_block() } else { self.block() };
        let bold = tag.kind == Kind::Bold || starting.bold;
        self.push(Open { tag, block, hidden: dropped || area, bold });
    }

    fn begin_block(&mut self) -> usize {
        let parent = self.block();
        self.page.parents.push(parent);
        self.page.parents.len() - 1
    }

    /// The block that text stands in now.
    fn block(&self) -> usize {
        self.open.last().map_or(0, |open| open.block)
    }

    fn push(&mut self, open: Open) {
        self.hidden += usize::from(open.hidden);
        self.bold += usize::from(open.bold);
        match open.tag.kind {
            Kind::Link => self.links += 1,
            Kind::Title => self.titles += 1,
            Kind::Pre => self.pre += 1,
            Kind::Heading(level) => self.headings.push(level),
            Kind::Row => {
                self.row_count += 1;
                self.rows.push(Cell { row: self.row_count, at: 0 });
            }
            Kind::Cell => {
                if let Some(row) = self.rows.last_mut() {
                    row.at += 1;
                }
            }
            _ => {}
        }
        self.open.push(open);
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.hidden -= usize::from(open.hidden);
        self.bold -= usize::from(open.bold);
        match open.tag.kind {
            Kind::Link => self.links -= 1,
            Kind::Title => self.titles -= 1,
            Kind::Pre => self.pre -= 1,
            Kind::Heading(_) => {
                self.headings.pop();
            }
            Kind::Row => {
                self.rows.pop();
            }
            _ => {}
        }
    }

    /// A link ends where the next one begins, whatever stands between them.
    fn end_links(&mut self) {
        for open in self.open.iter_mut().filter(|open| open.tag.kind == Kind::Link) {
            open.tag.kind = Kind::Inline;
            self.links -= 1;
        }
    }

    /// Ends what `next` cannot stand in: a paragraph before any block, an item before the next one.
    fn end_implied(&mut self, next: Kind) {
        let ends = |open: Kind| match next {
            Kind::Item => matches!(open, Kind::Item | Kind::Paragraph),
            Kind::Row => matches!(open, Kind::Row | Kind::Cell),
            Kind::Cell => open == Kind::Cell,
            _ => open == Kind::Paragraph,
        };
        let keeps = |open: Kind| match next {
            Kind::Item => matches!(open, Kind::List | Kind::Table | Kind::Cell | Kind::Block),
            Kind::Row | Kind::Cell => open == Kind::Table,
            _ => open.is_block() && open != Kind::Paragraph,
        };
        let mut found = None;
        for (at, open) in self.open.iter().enumerate().rev() {
            if ends(open.tag.kind) {
                found = Some(at);
            } else if keeps(open.tag.kind) {
                break;
            }
        }
        while found.is_some_and(|at| self.open.len() > at) {
            self.pop();
        }
    }

    fn end(&mut self, tag: Tag) {
        if tag.kind.is_void() {
            return self.end_line();
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            if tag.kind.is_block() {
                self.end_line();
            }
            return;
        }
        // An end tag reaches no further than the block, the cell, the table it stands in.
        let stops = |open: Kind| match tag.kind {
            Kind::Table => false,
            Kind::Row | Kind::Cell => open == Kind::Table,
            kind if kind.is_block() => matches!(open, Kind::Table | Kind::Cell),
            _ => open.is_block(),
        };
        for at in (0..self.open.len()).rev() {
            let Some(open) = self.open.get(at).map(|open| open.tag) else { return };
            if open.name == tag.name {
                if self.open.iter().skip(at).any(|open| open.tag.kind.is_block()) {
                    self.end_line();
                }
                while self.open.len() > at {
                    self.pop();
                }
                return;
            }
            if stops(open.kind) {
                break;
            }
        }
        if tag.kind.is_block() {
            self.end_line();
        }
    }

    fn text(&mut self, text: &str) {
        if self.titles > 0 {
            return self.page.about.title_text(text);
        }
        if self.hidden > 0 {
            // Scripts are written in other letters; a text in a dropped part counts.
            if !self.open.iter().any(|open| open.tag.kind == Kind::Dropped) {
                self.page.dropped += text.chars().filter(|&c| is_han(c)).count();
            }
            return;
        }
        for c in text.chars() {
            match c {
                '\n' | '\r' if self.pre > 0 => self.end_line(),
                '\n' | '\r' => self.gap = Gap::LineEnd,
                ' ' | '\t' | '\u{c}' | '\u{a0}' if self.gap == Gap::None => self.gap = Gap::Space,
                ' ' | '\t' | '\u{c}' | '\u{a0}' => {}
                c => self.character(c),
            }
        }
    }

    fn character(&mut self, c: char) {
        let last = self.line.text.chars().next_back();
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        // A line end in the source between two 汉字 is nothing that a reader sees.
        let is_joint = gap == Gap::LineEnd && last.is_some_and(is_wide) && is_wide(c);
        if gap != Gap::None && last.is_some() && !is_joint {
            self.line.text.push(' ');
        }
        if last.is_none() {
            self.line.block = self.block();
            self.line.heading = self.headings.last().copied().unwrap_or(0);
            self.line.cell = self.rows.last().copied().filter(|cell| cell.at > 0);
        }
        self.page.kept += usize::from(is_han(c));
        self.line.push(c, (self.bold > 0, self.links > 0));
    }

    fn end_line(&mut self) {
        self.gap = Gap::None;
        if self.line.chars > 0 {
            self.page.pieces.push(std::mem::take(&mut self.line));
        } else {
            self.line = Piece::default();
        }
    }
}

impl Starting {
    fn attribute(&mut self, value: &[u8]) {
        let text = || String::from_utf8_lossy(value).into_owned();
        match self.attribute.as_slice() {
            b"name" | b"property" | b"itemprop" if self.name.is_empty() => self.name = text(),
            b"content" => self.content = text(),
            b"style" => {
                let style: String = text().to_ascii_lowercase().split_whitespace().collect();
                self.hidden |= style.contains("display:none");
                self.bold |= ["bold", "600", "700", "800", "900"]
                    .iter()
                    .any(|weight| style.contains(&format!("font-weight:{weight}")));
            }
            _ => {}
        }
    }
}

/// Whether a space beside `c` is none that a Chinese text has.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
