//! Lines of text in columns that are measured in cells.
//! A line that does not fit its columns flows on instead, so that the reading order is never broken.

use super::Page;
use super::spans::Spans;

/// The spaces between two columns.
const GAP: usize = 2;
/// The spaces before the second and further lines of a row that flows.
const INDENT: usize = 4;
/// The cells that the last column needs to be worth wrapping into.
const NARROWEST: usize = 24;

/// One row: cells that stand in columns, and what follows them.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Spans>,
    pub(super) tail: Vec<Spans>,
}

/// The lines of `rows`; `widest` is the most that each column may take.
pub(super) fn lines(rows: &[Row], widest: &[usize], page: Page) -> Vec<String> {
    let widths: Vec<usize> = (0..).zip(widest).map(|(at, &most)| width_of_column(rows, at, most)).collect();
    rows.iter().flat_map(|row| lines_of(row, &widths, page.columns)).map(|line| line.painted(page.color)).collect()
}

/// The width of the widest cell that is not wider than `most`; a wider one overflows.
fn width_of_column(rows: &[Row], at: usize, most: usize) -> usize {
    let widths = rows.iter().filter_map(|row| row.cells.get(at)).map(Spans::width);
    widths.filter(|&width| width <= most).max().unwrap_or(0)
}

fn lines_of(row: &Row, widths: &[usize], columns: Option<usize>) -> Vec<Spans> {
    let head = head(row, widths);
    let tail = joined(&row.tail);
    let Some(columns) = columns else {
        let mut line = head;
        line.push(tail);
        return vec![line];
    };
    let start = head.width();
    let fits = row.cells.iter().zip(widths).all(|(cell, &width)| cell.width() <= width);
    match columns.checked_sub(start) {
        Some(rest) if fits && (rest >= NARROWEST || rest >= tail.width()) => hanging(&head, &tail, rest),
        _ => flowing(row, columns),
    }
}

/// The cells in their columns, with the space before what follows.
fn head(row: &Row, widths: &[usize]) -> Spans {
    let mut head = Spans::default();
    for (cell, &width) in row.cells.iter().zip(widths) {
        head.push(cell.clone());
        head.push_spaces(width.saturating_sub(cell.width()) + GAP);
    }
    head
}

fn joined(parts: &[Spans]) -> Spans {
    let mut all = Spans::default();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push_spaces(GAP);
        }
        all.push(part.clone());
    }
    all
}

/// What follows the columns, wrapped within its own.
fn hanging(head: &Spans, tail: &Spans, rest: usize) -> Vec<Spans> {
    let mut lines = Vec::new();
    for part in tail.wrapped(rest) {
        let mut line = if lines.is_empty() { head.clone() } else { Spans::default() };
        if !lines.is_empty() {
            line.push_spaces(head.width());
        }
        line.push(part);
        lines.push(line);
    }
    if lines.is_empty() { vec![head.clone()] } else { lines }
}

/// The whole row one after the other.
fn flowing(row: &Row, columns: usize) -> Vec<Spans> {
    let mut whole = joined(&row.cells);
    let tail = joined(&row.tail);
    if !tail.is_empty() {
        whole.push_spaces(GAP);
        whole.push(tail);
    }
    let indent = INDENT.min(columns / 4);
    let lines = whole.wrapped(columns - indent);
    let indented = |(at, part): (usize, Spans)| {
        let mut line = Spans::default();
        line.push_spaces(if at == 0 { 0 } else { indent });
        line.push(part);
        line
    };
    // A terminal of one cell holds nothing of this; the line is left to it whole.
    if lines.is_empty() { vec![whole] } else { lines.into_iter().enumerate().map(indented).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Page, Row, lines};
    use crate::print::spans::{Ink, Spans};
    use crate::text::{Lang, width};

    fn row(name: &str, value: &str, tail: &str) -> Row {
        let plain = |text: &str| Spans::new(text, Ink::Plain);
        Row { cells: vec![plain(name), plain(value)], tail: vec![plain(tail)] }
    }

    fn rows() -> Vec<Row> {
        vec![
            row("粮食产量", "95.28 亿斤", "乡村振兴再上新台阶 第 2 句"),
            row("商贸服务型国家物流枢纽建设城市", "–", "2024 荣誉榜 第 4 句"),
            row("", "7 户", ""),
        ]
    }

    fn page(columns: Option<usize>) -> Page {
        Page { lang: Lang::Zh, columns, color: false }
    }

    #[test]
    fn columns_line_up_and_a_wide_cell_overflows() {
        let expected = [
            "粮食产量  95.28 亿斤  乡村振兴再上新台阶 第 2 句",
            "商贸服务型国家物流枢纽建设城市  –           2024 荣誉榜 第 4 句",
            "          7 户",
        ];
        assert_eq!(lines(&rows(), &[20, 20], page(None)), expected);
    }

    #[test]
    fn no_line_is_wider_than_the_terminal_and_nothing_is_lost() {
        let bare = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        let whole: String = lines(&rows(), &[20, 20], page(None)).concat();
        for columns in 2..120 {
            let lines = lines(&rows(), &[20, 20], page(Some(columns)));
            assert!(lines.iter().all(|line| width(line) <= columns.max(3)), "{columns}: {lines:#?}");
            assert_eq!(bare(&lines.concat()), bare(&whole), "{columns}");
        }
    }
}
