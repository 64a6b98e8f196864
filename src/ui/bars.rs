//! Bars, gauges and sparklines. A bar stops at its end; the number beside it tells the truth.

use ratatui::style::Style;
use ratatui::symbols::bar;
use ratatui::widgets::Sparkline;

use super::canvas::Canvas;
pub(super) use crate::pages::mark_of;
use crate::pages::{Bar, Ink};
use crate::report::Role;
use crate::text::counted;

/// Draws `bar` over `cells` cells from column `x` of row `y`.
pub(super) fn draw_bar(canvas: &mut Canvas<'_>, x: u16, y: u16, bar: Bar, cells: u16) {
    match bar {
        Bar::Growth { role, value, other, full } => {
            let bar = halves(value, full, cells);
            // A fall has no place on a scale that begins at 0; its number says so.
            let Some(other) = other.filter(|other| *other >= 0.0) else {
                draw_growth(canvas, (x, y), role, bar);
                return;
            };
            let (bar, at) = beside_end((value, bar), (other, place_on(other, full, cells)), cells);
            draw_growth(canvas, (x, y), role, bar);
            let mark = if role == Role::Target { Role::Result } else { Role::Target };
            if (value - other).abs() < f64::EPSILON {
                canvas.text(x + at, y, Ink::Target, "◉");
            } else {
                draw_mark(canvas, (x + at, y), mark);
            }
        }
        Bar::Share { role, value } => draw_share(canvas, (x, y), (role, value), cells),
        Bar::Pair { result, target, full } => {
            let track = canvas.theme.style(Ink::Dim);
            canvas.line(x, y, cells, track, "·");
            draw_pair(canvas, (x, y), (result, target, full), cells, "─");
        }
    }
}

/// Two marks on one scale with a line between them. Two unequal values never share a cell.
pub(super) fn draw_pair(
    canvas: &mut Canvas<'_>,
    (x, y): (u16, u16),
    (result, target, full): (Option<f64>, Option<f64>, f64),
    cells: u16,
    between: &str,
) {
    let place = |value: f64| place_on(value, full, cells);
    let right_half = |value: f64| place_on(value, full, cells * 2) % 2 == 1;
    let (Some(r), Some(t)) = (result, target) else {
        for (value, role) in [(result, Role::Result), (target, Role::Target)] {
            if let Some(value) = value {
                draw_mark(canvas, (x + place(value), y), role);
            }
        }
        return;
    };
    let (mut at_r, mut at_t) = (place(r), place(t));
    if at_r == at_t && (r - t).abs() < f64::EPSILON {
        canvas.text(x + at_r, y, Ink::Target, "◉");
        return;
    }
    if at_r == at_t {
        // The one that is nearer to the next cell moves there, to the half.
        let (low, high) = if r < t { (&mut at_r, &mut at_t) } else { (&mut at_t, &mut at_r) };
        let up = right_half(r.max(t)) || *low == 0;
        if up && *high + 1 < cells { *high += 1 } else { *low = low.saturating_sub(1) }
    }
    let (from, to) = (at_r.min(at_t), at_r.max(at_t));
    canvas.line(x + from, y, to - from, Style::new(), between);
    draw_mark(canvas, (x + at_r, y), Role::Result);
    draw_mark(canvas, (x + at_t, y), Role::Target);
}

fn draw_mark(canvas: &mut Canvas<'_>, (x, y): (u16, u16), role: Role) {
    canvas.text(x, y, Ink::of(role), mark_of(role));
}

fn draw_growth(canvas: &mut Canvas<'_>, (x, y): (u16, u16), role: Role, halves: u16) {
    let style = canvas.theme.style(Ink::of(role));
    let (whole, half) = if role == Role::Target { ("╍", "╸") } else { ("━", "╸") };
    canvas.line(x, y, halves / 2, style, whole);
    if halves % 2 == 1 {
        canvas.styled(x + halves / 2, y, style, half);
    }
}

fn draw_share(canvas: &mut Canvas<'_>, (x, y): (u16, u16), (role, value): (Role, f64), cells: u16) {
    let halves = halves(value, 100.0, cells);
    let style = canvas.theme.style(Ink::of(role));
    let whole = if role == Role::Target { "╍" } else { "━" };
    canvas.line(x, y, halves / 2, style, whole);
    let mut at = x + halves / 2;
    if halves % 2 == 1 {
        canvas.styled(at, y, style, "╾");
        at += 1;
    }
    let rest = (x + cells).saturating_sub(at);
    let dim = canvas.theme.style(Ink::Dim);
    canvas.line(at, y, rest, dim, "─");
}

/// The length of a bar in half cells: none for a fall, at most the whole bar, at least a half cell for any growth.
fn halves(value: f64, full: f64, cells: u16) -> u16 {
    if !value.is_finite() || value <= 0.0 || full <= 0.0 {
        return 0;
    }
    let all = cells * 2;
    let length = (value / full * f64::from(all)).round();
    (1..=all).rev().find(|&halves| f64::from(halves) <= length).unwrap_or(1)
}

/// The halves of a bar and the cell of the other year's mark, which never hides the end of the bar:
/// a lower value stands before its last cell, a higher one behind it.
fn beside_end((value, bar): (f64, u16), (other, at): (f64, u16), cells: u16) -> (u16, u16) {
    let Some(end) = bar.div_ceil(2).checked_sub(1) else {
        return (bar, at);
    };
    if (value - other).abs() < f64::EPSILON {
        return (bar, end);
    }
    match (other < value, end) {
        (true, 0) => (3, 0),
        (true, end) => (bar, at.min(end - 1)),
        (false, end) if end + 1 < cells => (bar, at.max(end + 1)),
        (false, end) => (end * 2, end),
    }
}

/// The cell that contains a value on a scale from 0 to `full`.
pub(super) fn place_on(value: f64, full: f64, cells: u16) -> u16 {
    let last = cells.saturating_sub(1);
    if !value.is_finite() || full <= 0.0 {
        return 0;
    }
    let place = (value / full * f64::from(cells)).floor();
    (0..=last).rev().find(|&cell| f64::from(cell) <= place).unwrap_or(0)
}

/// Draws one block a value on a scale from 0 to `full`; a rise is never invisible, a fall is
/// blank as an empty bar is, and a value that is not there leaves a dot.
pub(super) fn draw_spark(canvas: &mut Canvas<'_>, x: u16, y: u16, (values, full): (&[Option<f64>], f64), ink: Ink) {
    let levels: Vec<Option<u64>> = values.iter().map(|value| value.map(|value| level(value, full))).collect();
    let cells = counted(levels.len());
    if canvas.theme.ascii {
        let text: String = levels.iter().map(|level| level.map_or("·", block)).collect();
        canvas.text(x, y, ink, &text);
        return draw_signs(canvas, (x, y), values, ink);
    }
    let (style, dim) = (canvas.theme.style(ink), canvas.theme.style(Ink::Dim));
    let widget =
        Sparkline::default().data(&levels).max(8).style(style).absent_value_symbol("·").absent_value_style(dim);
    canvas.widget(widget, x, y, cells);
    draw_signs(canvas, (x, y), values, ink);
}

/// A fall has no block: its sign stands there, and a nought where nothing changed; a blank cell would say nothing.
fn draw_signs(canvas: &mut Canvas<'_>, (x, y): (u16, u16), values: &[Option<f64>], ink: Ink) {
    for (x, value) in (x..).zip(values).filter_map(|(x, value)| Some((x, (*value)?))).filter(|(_, value)| *value <= 0.0)
    {
        canvas.text(x, y, ink, if value < 0.0 { "−" } else { "0" });
    }
}

/// Writes the first and the last year over lines of so many cells.
pub(super) fn draw_years(canvas: &mut Canvas<'_>, (x, y): (u16, u16), (first, last): (i32, i32)) {
    let cells = counted(usize::try_from(last - first + 1).unwrap_or(0));
    canvas.text(x, y, Ink::Dim, &first.to_string());
    canvas.text_to(x + cells, y, Ink::Dim, &last.to_string());
}

/// The height of a block in eighths.
fn level(value: f64, full: f64) -> u64 {
    u64::from(halves(value, full, 4))
}

fn block(level: u64) -> &'static str {
    match level {
        0 => " ",
        1 => bar::ONE_EIGHTH,
        2 => bar::ONE_QUARTER,
        3 => bar::THREE_EIGHTHS,
        4 => bar::HALF,
        5 => bar::FIVE_EIGHTHS,
        6 => bar::THREE_QUARTERS,
        7 => bar::SEVEN_EIGHTHS,
        _ => bar::FULL,
    }
}

#[cfg(test)]
mod tests {
    use super::{beside_end, halves, level, place_on};

    #[test]
    fn the_other_years_mark_never_hides_the_end_of_a_bar() {
        // +9.9 beside a promise of +7.9, and +21.6 beside at least +20, on bars of 20 and 16 cells.
        for (value, other) in
            [(9.9, 7.9), (21.6, 20.0), (7.9, 9.9), (20.0, 21.6), (0.6, 0.5), (50.0, 49.9), (49.9, 50.0)]
        {
            for cells in [10, 14, 16, 20, 60] {
                let (bar, at) =
                    beside_end((value, halves(value, 50.0, cells)), (other, place_on(other, 50.0, cells)), cells);
                let last = (bar.div_ceil(2)).checked_sub(1);
                assert!(at < cells && last < Some(cells), "{value} {other} {cells}");
                assert!(if other < value { Some(at) < last } else { Some(at) > last }, "{value} {other} {cells}");
            }
        }
        assert_eq!(beside_end((5.0, 4), (5.0, 2), 20), (4, 1));
        assert_eq!(beside_end((-5.0, 0), (5.0, 2), 20), (0, 2));
    }

    #[test]
    fn a_bar_is_clamped_and_a_fall_has_none() {
        assert_eq!(halves(120.0, 100.0, 20), 40);
        assert_eq!(halves(-3.0, 50.0, 20), 0);
        assert_eq!(halves(f64::NAN, 50.0, 20), 0);
        assert_eq!(halves(0.1, 50.0, 20), 1);
        assert_eq!(halves(25.0, 50.0, 20), 20);
    }

    #[test]
    fn a_mark_sits_in_the_cell_that_contains_its_value() {
        assert_eq!(place_on(0.0, 10.0, 50), 0);
        assert_eq!(place_on(3.0, 10.0, 50), 15);
        assert_eq!(place_on(10.0, 10.0, 50), 49);
        assert_eq!(place_on(99.0, 10.0, 50), 49);
        assert_eq!(place_on(-1.0, 10.0, 50), 0);
    }

    #[test]
    fn a_block_is_between_one_and_eight_eighths() {
        assert_eq!(level(0.0, 50.0), 0);
        assert_eq!(level(2.4, 50.0), 1);
        assert_eq!(level(50.0, 50.0), 8);
    }
}
