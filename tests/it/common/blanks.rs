//! The blank cells of a row, and which of them a column has earned.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use sulan::pages::margins;
use sulan::text::width;

/// The blank cells between two columns, and those at the right edge.
const GAP: usize = 2;
const MARGIN: usize = 1;

/// The rows of a region: which of their cells are written.
pub(super) struct Table {
    rows: Vec<Row>,
}

/// One row, cell by cell.
struct Row {
    written: Vec<bool>,
    /// A heading has no columns, and neither have marks and axes in a row of their own: what they write earns nothing.
    idle: bool,
}

impl Table {
    pub(super) fn of(screen: &Buffer, area: Rect) -> Self {
        let area = area.intersection(screen.area);
        Self { rows: (area.top()..area.bottom()).map(|y| Row::of(screen, Rect { y, height: 1, ..area })).collect() }
    }

    /// The cells that a row leaves blank for a text that is cut before column `at`: between and behind its texts from column
    /// `from` on, but for the gaps that columns keep and for those in which another row of `tables` has something. What
    /// begins where texts of other rows begin stays there: only what is behind it counts.
    pub(super) fn free(&self, y: usize, (from, at): (usize, usize), tables: &[&Self]) -> usize {
        let Some(row) = self.rows.get(y) else { return 0 };
        let earned = |x: usize| {
            let others = tables.iter().flat_map(|table| table.rows.iter()).filter(|other| !other.idle);
            others.filter(|other| !std::ptr::eq(*other, row)).any(|other| other.written.get(x) == Some(&true))
        };
        let begins = |row: &Row, x: usize| {
            row.written.get(x) == Some(&true) && (x == 0 || row.written.get(x - 1) == Some(&false))
        };
        let start = (0..at).rev().find(|&x| begins(row, x)).unwrap_or(0);
        let others = tables.iter().flat_map(|table| table.rows.iter()).filter(|other| !std::ptr::eq(*other, row));
        let from = if others.filter(|other| begins(other, start)).count() > 0 { from.max(at) } else { from };
        let runs = row.runs().filter(|(run, _)| run.start >= from);
        let spare = runs.map(|(run, gap)| {
            let beside = run.start == at;
            let cells: Vec<bool> = run.map(&earned).collect();
            let pieces: Vec<usize> = cells.split(|earned| *earned).map(<[bool]>::len).collect();
            let last = pieces.len() - 1;
            // Between two columns of other rows there is a gap as well.
            let spare = pieces.iter().enumerate().map(|(place, cells)| {
                let gap = if place == last { gap } else { GAP };
                cells.saturating_sub(gap)
            });
            let spare: usize = spare.sum();
            // Farther on a single cell is what a wide character leaves of a column.
            if beside || spare > 1 { spare } else { 0 }
        });
        spare.sum()
    }
}

impl Row {
    fn of(screen: &Buffer, row: Rect) -> Self {
        let mut written = Vec::with_capacity(usize::from(row.width));
        let (mut heading, mut speaks) = (None, false);
        let text = usize::from(margins(row.width).1);
        while written.len() < usize::from(row.width) {
            let x = row.x + u16::try_from(written.len()).unwrap_or(u16::MAX);
            let cell = screen.cell((x, row.y)).unwrap_or(&Cell::EMPTY);
            let filled = cell.symbol() != " ";
            speaks |= cell.symbol().contains(char::is_alphanumeric);
            if filled && heading.is_none() && written.len() >= text {
                // What is selected or was searched for is bold too.
                let marked = cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
                heading = Some(cell.modifier.contains(Modifier::BOLD) && !marked);
            }
            written.extend(std::iter::repeat_n(filled, width(cell.symbol()).max(1)));
        }
        // A blank between two words is theirs.
        let words = written.windows(3).map(|three| matches!(three, [true, false, true])).collect::<Vec<_>>();
        for (at, _) in words.iter().enumerate().filter(|(_, between)| **between) {
            if let Some(cell) = written.get_mut(at + 1) {
                *cell = true;
            }
        }
        Self { written, idle: heading.unwrap_or_default() || !speaks }
    }

    /// The blank cells behind the first text of the row, run by run, with the gap that each keeps.
    fn runs(&self) -> impl Iterator<Item = (std::ops::Range<usize>, usize)> {
        let length = self.written.len();
        let starts = (1..length).filter(|&x| self.written.get(x - 1..=x) == Some(&[true, false]));
        starts.map(move |start| {
            let end = (start..length).find(|&x| self.written.get(x) == Some(&true));
            (start..end.unwrap_or(length), if end.is_some() { GAP } else { MARGIN })
        })
    }
}

/// The blank cells before the last text of a row, but for a gap, from column `least` on.
pub(super) fn blanks_before(row: &str, least: usize) -> usize {
    let start = row.rfind("  ").map_or(0, |at| at + 2);
    let rest = row.get(..start).unwrap_or_default();
    (rest.len() - rest.trim_end_matches(' ').len()).saturating_sub(GAP).min(width(rest).saturating_sub(least))
}

#[test]
fn a_blank_cell_belongs_to_a_column_only_where_a_row_has_something_in_it() {
    let rows = ["Culture-tour…  Tourism  1–2      word form ", "Ten brands              Went viral  synonym   "];
    let area = Rect::new(0, 0, 44, 2);
    let draw = |rows: &[&str]| {
        let mut screen = Buffer::empty(area);
        for (y, row) in (0..).zip(rows) {
            screen.set_string(0, y, row, ratatui::style::Style::new());
        }
        Table::of(&screen, area)
    };
    let (alone, both) = (draw(&rows[..1]), draw(&rows));
    assert_eq!(alone.free(0, (0, 13), &[&alone]), 4, "the column of the units is nobody's");
    assert_eq!(both.free(0, (0, 13), &[&both]), 0, "the other row fills it");
    let axis = draw(&[rows[0], "────○━━━━━━━━●──────────────────────────────"]);
    assert_eq!(axis.free(0, (0, 13), &[&axis]), 4, "an axis fills nothing");
    assert_eq!(alone.free(0, (0, 13), &[&alone, &both]), 0, "a row out of sight fills it too");
}
