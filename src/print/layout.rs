//! Lines of text in columns that are measured in cells.
//! Where columns do not fit, lines flow on instead; the reading order is never broken.

use super::Page;
use super::spans::Spans;

/// The spaces between two columns.
const GAP: usize = 2;
/// The spaces before the second and further lines of a row that flows.
const INDENT: usize = 4;
/// The cells that the last column needs to be worth wrapping into.
const NARROWEST: usize = 24;
/// Columns are worth it where at most one row in so many has a cell that is wider than its column.
const FEW: usize = 4;
/// One cell in so many may be wider than a column that is made for the others.
const RARE: usize = 20;

/// One row: cells that stand in columns, and what follows them.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Spans>,
    pub(super) tail: Vec<Spans>,
}

/// Where what follows the columns stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    /// Behind them, wrapped within its own column.
    Beside,
    /// In lines of its own.
    Below,
}

/// The lines of `rows`; `most` is the most that each column may take.
///
/// With a width given all rows stand in columns in the same way, the one that needs fewer lines, or in two columns with
/// all but the first cell below each other, or all flow: a list of both could not be read down.
pub(super) fn lines(rows: &[Row], most: &[usize], page: Page) -> Vec<String> {
    let line = |line: Spans| line.painted(page.color);
    let Some(columns) = page.columns else {
        let widths = widths(rows, most, None);
        return rows.iter().map(|row| line(one_line(row, &widths))).collect();
    };
    let ways = [Tail::Beside, Tail::Below].into_iter().filter_map(|tail| in_columns(rows, most, (columns, tail)));
    let lines = ways.min_by_key(Vec::len).or_else(|| stacked(rows, most, columns));
    let lines = lines.unwrap_or_else(|| rows.iter().flat_map(|row| flowing(row, columns)).collect());
    lines.into_iter().map(line).collect()
}

/// The width of each column: that of its widest cell that is not wider than it may be. Where a `room` is too small
/// for all, a few of the widest cells are left out, and then the widest columns give way first.
fn widths(rows: &[Row], most: &[usize], room: Option<usize>) -> Vec<usize> {
    let widest = |at: usize, most: usize, left_out: usize| {
        let mut widths: Vec<usize> = rows.iter().filter_map(|row| row.cells.get(at)).map(Spans::width).collect();
        widths.sort_unstable();
        widths.truncate(widths.len() - left_out);
        widths.into_iter().rev().find(|&width| width <= most).unwrap_or(0)
    };
    let widths = |left_out: usize| -> Vec<usize> {
        most.iter().enumerate().map(|(at, &most)| widest(at, most, left_out)).collect()
    };
    let all = widths(0);
    let Some(room) = room.filter(|&room| all.iter().sum::<usize>() > room) else {
        return all;
    };
    let mut widths = widths(rows.len() / RARE);
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max() else { break };
        *widest -= 1;
    }
    widths.into_iter().enumerate().map(|(at, most)| widest(at, most, 0)).collect()
}

/// Where the columns begin, and what follows them.
fn starts(widths: &[usize]) -> Vec<usize> {
    let mut start = 0;
    let ends = widths.iter().map(|width| {
        start += width + GAP;
        start
    });
    [0].into_iter().chain(ends).collect()
}

/// All rows in columns; `None` where what follows them has no room, or many cells are wider than their column.
fn in_columns(rows: &[Row], most: &[usize], (columns, tail): (usize, Tail)) -> Option<Vec<Spans>> {
    let kept = if tail == Tail::Beside { NARROWEST + GAP } else { 0 };
    let widths = widths(rows, most, Some(columns.saturating_sub(kept + GAP * most.len().saturating_sub(1))));
    let rest = columns.saturating_sub(starts(&widths).last().copied().unwrap_or(0));
    let room = tail == Tail::Below || rest >= NARROWEST || rows.iter().all(|row| joined(&row.tail).width() <= rest);
    let too_wide = |row: &&Row| row.cells.iter().zip(&widths).any(|(cell, &width)| cell.width() > width);
    let worth = rows.iter().filter(too_wide).count() * FEW <= rows.len();
    (room && worth).then(|| rows.iter().flat_map(|row| steps(row, &widths, (columns, tail))).collect())
}

/// The row in one line; a cell that is wider than its column pushes on what follows.
fn one_line(row: &Row, widths: &[usize]) -> Spans {
    let mut line = Spans::default();
    for (cell, &width) in row.cells.iter().zip(widths) {
        line.push(cell.clone());
        line.push_spaces(width.saturating_sub(cell.width()) + GAP);
    }
    line.push(joined(&row.tail));
    line
}

/// All rows with their first cell in a column of its own and all else below each other in a second one; `None` where
/// that has no room, or many first cells are wider than their column.
fn stacked(rows: &[Row], most: &[usize], columns: usize) -> Option<Vec<Spans>> {
    let most = (columns * 2 / 5).min(*most.first()?);
    let first = widths(rows, &[most], None).first().copied()?;
    let start = first + GAP;
    let too_wide = rows.iter().filter(|row| row.cells.first().is_some_and(|cell| cell.width() > first)).count();
    if columns < start + NARROWEST || too_wide * FEW > rows.len() {
        return None;
    }
    let stack = |row: &Row| {
        let (name, rest) = row.cells.split_first().map_or_else(Default::default, |(name, rest)| (name.clone(), rest));
        let parts = rest.iter().cloned().chain([joined(&row.tail)]).filter(|part| !part.is_empty());
        let mut pieces = parts.flat_map(|part| part.wrapped(columns - start)).peekable();
        let mut lines =
            if name.width() > first || pieces.peek().is_none() { name.wrapped(columns) } else { vec![name] };
        let beside = usize::from(lines.len() == 1 && lines.iter().all(|name| name.width() <= first));
        for (at, piece) in pieces.enumerate() {
            let mut line = if at < beside { lines.pop().unwrap_or_default() } else { Spans::default() };
            line.push_spaces(start.saturating_sub(line.width()));
            line.push(piece);
            lines.push(line);
        }
        lines
    };
    Some(rows.iter().flat_map(stack).collect())
}

/// The row in its columns. Behind a cell that is wider than its column the next one stands a line lower, in its own
/// column: so the columns line up and the reading order is not broken.
fn steps(row: &Row, widths: &[usize], (columns, tail): (usize, Tail)) -> Vec<Spans> {
    let mut starts = starts(widths);
    if tail == Tail::Below
        && let Some(last) = starts.last_mut()
    {
        *last = INDENT.min(columns / 4);
    }
    let parts = row.cells.iter().cloned().chain([joined(&row.tail)]);
    let mut lines: Vec<Spans> = Vec::new();
    let mut line = Spans::default();
    for (part, start) in parts.zip(starts) {
        for piece in part.wrapped(columns.saturating_sub(start)) {
            if line.width() > start.saturating_sub(GAP) {
                lines.push(std::mem::take(&mut line));
            }
            line.push_spaces(start.saturating_sub(line.width()));
            line.push(piece);
        }
    }
    lines.push(line);
    lines
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
    fn behind_a_wide_cell_the_next_one_stands_lower_in_its_own_column() {
        let row = |name: &str, value: &str| row(name, value, "本报告无 2024 年数字");
        let rows = [
            row("粮食产量", "95.28 亿斤"),
            row("商贸服务型国家物流枢纽建设城市", "–"),
            row("黑土地保护性耕作", "60 万亩"),
            row("重点水利项目", "67 项"),
        ];
        let expected = [
            "粮食产量          95.28 亿斤  本报告无 2024 年数字",
            "商贸服务型国家物流枢纽建设城市",
            "                  –           本报告无 2024 年数字",
            "黑土地保护性耕作  60 万亩     本报告无 2024 年数字",
            "重点水利项目      67 项       本报告无 2024 年数字",
        ];
        assert_eq!(lines(&rows, &[20, 20], page(Some(60))), expected);
        // Where every second row has one, columns would be a stair.
        let stair = lines(rows.get(1..3).unwrap_or_default(), &[20, 20], page(Some(60)));
        assert_eq!(
            stair,
            [
                "商贸服务型国家物流枢纽建设城市  –  本报告无 2024 年数字",
                "黑土地保护性耕作  60 万亩  本报告无 2024 年数字"
            ]
        );
    }

    #[test]
    fn where_not_all_columns_fit_all_but_the_first_stand_below_each_other() {
        let row = |name: &str, tail: &str| {
            let plain = |text: &str| Spans::new(text, Ink::Plain);
            let cells = vec![plain(name), plain("2024: 87,000 mu"), plain("2025: 67,000 mu")];
            Row { cells, tail: vec![plain(tail)] }
        };
        let rows = [row("Farmland", "other scope"), row("Roads", "not subtracted: new ones against all")];
        let expected = [
            "Farmland  2024: 87,000 mu",
            "          2025: 67,000 mu",
            "          other scope",
            "Roads     2024: 87,000 mu",
            "          2025: 67,000 mu",
            "          not subtracted: new ones",
            "          against all",
        ];
        assert_eq!(lines(&rows, &[20, 20, 20], page(Some(34))), expected);
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
