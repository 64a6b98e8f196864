//! Rows of text and shapes with roles, not styles: how a role looks is the theme's affair.

use crate::report::Role;
use crate::text::wrap;

/// How a piece of text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Plain,
    /// A heading, a number, a key.
    Bold,
    /// A label, a note, a source.
    Dim,
    /// A shape of a result.
    Result,
    /// A shape of a promise.
    Target,
}

impl Ink {
    /// The ink of the shapes of a role.
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Target => Self::Target,
            Role::Result | Role::Base => Self::Result,
        }
    }
}

/// The mark of a role: ● a result, ○ a promise.
pub const fn mark_of(role: Role) -> &'static str {
    match role {
        Role::Target => "○",
        Role::Result | Role::Base => "●",
    }
}

/// A bar on a labelled scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bar {
    /// Growth from 0 to `full`, with the other year's mark on it.
    Growth {
        /// Whether the bar is a result or a promise.
        role: Role,
        /// The growth in %.
        value: f64,
        /// The growth of the other year.
        other: Option<f64>,
        /// The growth that fills the bar.
        full: f64,
    },
    /// A share of a whole, from 0 to 100 %.
    Share {
        /// Whether the bar is a result or a promise.
        role: Role,
        /// The share in %.
        value: f64,
    },
    /// A result and a promise on one scale from 0 to `full`.
    Pair {
        /// The result.
        result: Option<f64>,
        /// The promise.
        target: Option<f64>,
        /// The value at the right end.
        full: f64,
    },
}

/// One piece of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text.
    Text(Ink, String),
    /// Text of which the first part is shortened where there is no room for both: a heading and its sentence.
    Shortened(Ink, String, String),
    /// The first of these texts that has room whole, the longest first, or none: what would say something else cut.
    Whole(Ink, Vec<String>),
    /// A bar of so many cells.
    Bar(Bar, u16),
    /// Goes on at a column, counted from the start of the row's text.
    Column(u16),
    /// One block a value, on a scale from 0 to `full`.
    Spark {
        /// The values in order; none leaves a dot.
        values: Vec<Option<f64>>,
        /// The value of a full block.
        full: f64,
        /// Whether they are results or promises.
        ink: Ink,
    },
}

/// One row about an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The mark in the first column.
    pub mark: Option<Role>,
    /// The label in front.
    pub label: String,
    /// What it says.
    pub pieces: Vec<Piece>,
}

/// Rows in the order of reading.
pub type Content = Vec<Row>;

impl Row {
    /// A row of text under a label.
    pub fn text(label: impl Into<String>, ink: Ink, text: impl Into<String>) -> Self {
        Self { mark: None, label: label.into(), pieces: vec![Piece::Text(ink, text.into())] }
    }

    /// A row with the mark of a role.
    pub(super) fn marked(role: Role, label: String, text: String) -> Self {
        Self { mark: Some(role), label, pieces: vec![Piece::Text(Ink::Plain, text)] }
    }

    /// The cells of its pieces.
    pub(crate) fn cells(&self) -> usize {
        self.pieces.iter().fold(0, |x, piece| match piece {
            Piece::Column(at) => x.max(usize::from(*at)),
            piece => x + piece.cells(),
        })
    }

    pub(super) fn push(&mut self, ink: Ink, text: impl Into<String>) {
        self.pieces.push(Piece::Text(ink, text.into()));
    }
}

/// The cells that labels take, with the gap behind them; the same in both languages,
/// so that nothing shifts when the language changes.
pub const LABEL_WIDTH: usize = 8;

/// The blank cells between the parts of a row.
pub(crate) const GAP: &str = "   ";

/// The column of the marks and the column of the text, from the left edge of a region.
pub fn margins(width: u16) -> (u16, u16) {
    if width >= 60 { (1, 3) } else { (0, 2) }
}

/// A row in as many lines as it needs in a window of `width` cells.
pub(super) fn flow(row: Row, width: usize) -> Content {
    let (_, indent) = margins(u16::try_from(width).unwrap_or(u16::MAX));
    let titled = row.label.is_empty() && row.mark.is_none();
    let taken = usize::from(indent) + if titled { 0 } else { LABEL_WIDTH } + 1;
    let room = width.saturating_sub(taken);
    // What continues a labelled row stands under its text, not under its label.
    let next = || Row { label: if titled { String::new() } else { " ".to_owned() }, ..Row::default() };
    let mut rows = vec![Row { mark: row.mark, label: row.label.clone(), pieces: Vec::new() }];
    let mut used = 0;
    for piece in row.pieces.into_iter().flat_map(Piece::in_full) {
        let whole = used + piece.cells() <= room;
        let parts = if whole { vec![piece] } else { piece.broken(room) };
        for (at, part) in parts.into_iter().enumerate() {
            if used > 0 && (at > 0 || !whole) {
                rows.push(next());
                used = 0;
            }
            used += part.cells();
            rows.last_mut().expect("the first row is there from the start").pieces.push(part);
        }
    }
    rows
}

impl Piece {
    /// The cells the piece takes.
    pub fn cells(&self) -> usize {
        match self {
            Self::Text(_, text) => crate::text::width(text),
            Self::Shortened(_, head, tail) => crate::text::width(head) + crate::text::width(tail),
            Self::Whole(_, texts) => texts.first().map_or(0, |text| crate::text::width(text)),
            Self::Bar(_, cells) => usize::from(*cells),
            Self::Column(_) => 0,
            Self::Spark { values, .. } => values.len(),
        }
    }

    /// Where lines can be broken nothing need be shortened; what would say something else cut is broken at its gaps.
    fn in_full(self) -> Vec<Self> {
        match self {
            Self::Whole(ink, texts) => {
                let text = texts.into_iter().next().unwrap_or_default();
                let parts =
                    text.split(GAP).enumerate().map(|(at, part)| if at > 0 { GAP } else { "" }.to_owned() + part);
                parts.filter(|part| !part.is_empty()).map(|part| Self::Text(ink, part)).collect()
            }
            Self::Shortened(ink, head, tail) => vec![Self::Text(ink, head + &tail)],
            piece => vec![piece],
        }
    }

    /// The piece in lines of at most `room` cells; only text can be broken.
    fn broken(self, room: usize) -> Vec<Self> {
        match self {
            Self::Text(ink, text) => {
                wrap(text.trim_start(), room).into_iter().map(|line| Self::Text(ink, line)).collect()
            }
            whole => vec![whole],
        }
    }
}
