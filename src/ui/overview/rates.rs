//! The blocks of rates: the targets on one axis, and the growth rates by size.

use super::super::bars::{draw_bar, draw_pair, draw_spark, mark_of, place_on};
use super::super::canvas::Canvas;
use super::super::marks::mark_text;
use crate::app::{App, RateColumns, second_of, title_of};
use crate::library::{EntryView, Side};
use crate::pages::{Bar, Ink};
use crate::report::{Figure, Quantity, Role};
use crate::search::Field;
use crate::text::{Lang, cells_of, fit};

/// The cells of a title that are left beside the number of the other year.
const LEAST_TITLE: u16 = 12;

/// The ticks of the axis over the targets, as many as stand apart.
pub(super) fn axis(canvas: &mut Canvas<'_>, y: u16, (columns, from): (&RateColumns, u16)) {
    let Some((x, cells)) = columns.chart else {
        return;
    };
    for steps in [5_u8, 2, 1] {
        let ticks = (0..=steps).map(|step| {
            let value = columns.full * f64::from(step) / f64::from(steps);
            (x + place_on(value, columns.full, cells), value.to_string())
        });
        let ticks: Vec<(u16, String)> = ticks.collect();
        let apart = ticks.windows(2).all(|pair| match pair {
            [(x, text), (next, _)] => x + cells_of(text) + 1 < *next,
            _ => true,
        });
        let last = ticks.last().map_or(0, |(x, text)| x + cells_of(text));
        let limit = columns.past.map_or(columns.right, |(past, _)| past - 1);
        // Before the lines of other years the unit may want room; it stands in every row.
        if apart && from + 1 < x && (last + 2 <= limit || columns.past.is_some() && last <= limit) {
            let mut end = x;
            for (x, text) in ticks {
                end = canvas.text(x, y, Ink::Dim, &text);
            }
            if last + 2 <= limit {
                canvas.text(end + 1, y, Ink::Dim, "%");
            }
            return;
        }
    }
}

/// The end of the scale of the growth rates, and the year of the promises.
pub(super) fn growth_head(app: &App, canvas: &mut Canvas<'_>, y: u16, (columns, from): (&RateColumns, u16)) {
    let Some((x, cells)) = columns.chart else {
        return;
    };
    let text = match app.lang {
        Lang::Zh => format!("全长 {} %", columns.full),
        Lang::En => format!("full = {} %", columns.full),
    };
    let start = (x + cells).saturating_sub(cells_of(&text));
    if start > from + 1 {
        canvas.text(start, y, Ink::Dim, &text);
    }
    if let (Some(point), Some(year)) = (columns.second, app.context().year()) {
        let text = format!(" {year}");
        let at = point.saturating_sub(4).max(x + cells + 2);
        if at + 1 + cells_of(&text) <= columns.right {
            let end = canvas.text(at, y, Ink::Target, mark_of(Role::Target));
            canvas.text(end, y, Ink::Plain, &text);
        }
    }
}

/// A target with its axis and its difference; the column behind its unit.
pub(super) fn target(
    app: &App,
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) -> u16 {
    let context = app.context();
    let Some(figure) = view.figures().get(place) else {
        return words(app, canvas, (y, row), (columns, view));
    };
    let end = number(app, canvas, y, (columns, view, place));
    let side = Side { entry: view.at(), figure: Some(place) };
    let same = context.pairs.same(side).and_then(|side| side.figure(context.library));
    if let Some((x, cells)) = columns.chart {
        if figure.unit() == "%" {
            let dim = canvas.theme.style(Ink::Dim);
            canvas.line(x, y, cells, dim, "─");
            draw_pair(canvas, (x, y), (same.map(Figure::value), Some(figure.value()), columns.full), cells, "━");
        } else if let Some(other) = same {
            // Another unit has no place on the axis of the rates: its number stands there.
            let text = format!(" {}", context.quantity(other).line());
            if end + 2 + 1 + cells_of(&text) <= x + cells {
                let x = canvas.text((end + 2).max(x), y, Ink::of(other.role()), mark_of(other.role()));
                canvas.text(x, y, Ink::Plain, &text);
            }
        }
    }
    second(canvas, y, columns, second_of(&context, view, place).as_ref());
    end
}

/// The line of a target over other years.
pub(super) fn past(
    app: &App,
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) {
    if let (0, Some((x, _)), Some(line)) = (row, columns.past, app.context().past_line(view, place)) {
        draw_spark(canvas, x, y, (&line.values, line.full), Ink::Result);
    }
}

/// A target without a number: its words stand where the number would begin, or in the next row.
fn words(
    app: &App,
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, view): (&RateColumns, EntryView<'_>),
) -> u16 {
    let (x, cells) = columns.title;
    let text = view.words().map_or("", |words| words.get(app.lang));
    if row > 0 {
        let room = usize::from(columns.right.saturating_sub(x + 2));
        return canvas.text(x + 2, y, Ink::Plain, &fit(text, room));
    }
    let end =
        canvas.text(x, y, Ink::Plain, &fit(view.title().get(app.lang), usize::from(columns.right.saturating_sub(x))));
    if columns.rows(view, app.lang) == 1 {
        let last = columns.right.saturating_sub(cells_of(text));
        canvas.text((x + cells + 2).min(last), y, Ink::Plain, text);
    }
    end
}

/// A growth rate with its bar and the promise of the next year; the column behind its unit.
pub(super) fn rate(
    app: &App,
    canvas: &mut Canvas<'_>,
    y: u16,
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) -> u16 {
    let context = app.context();
    let end = number(app, canvas, y, (columns, view, place));
    let side = Side { entry: view.at(), figure: Some(place) };
    let other = context.pairs.same(side).and_then(|side| side.figure(context.library));
    if let (Some((x, cells)), Some(figure)) = (columns.chart, view.figures().get(place)) {
        let (value, full) = (figure.value(), columns.full);
        draw_bar(
            canvas,
            x,
            y,
            Bar::Growth { role: figure.role(), value, other: other.map(Figure::value), full },
            cells,
        );
    }
    second(canvas, y, columns, second_of(&context, view, place).as_ref());
    end
}

/// Title and number; the column behind the unit.
fn number(
    app: &App,
    canvas: &mut Canvas<'_>,
    y: u16,
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) -> u16 {
    let context = app.context();
    let title = title_of(&context, view, place);
    beside(app, canvas, y, (columns, view, place));
    let mut end = columns.unit;
    if let Some(figure) = view.figures().get(place) {
        let quantity = context.quantity(figure);
        put(canvas, y, columns.point, &quantity, Ink::Bold);
        end = canvas.text(columns.unit, y, Ink::Plain, &quantity.unit).max(columns.unit);
    }
    canvas.text_on((columns.title.0, y), Ink::Plain, title, columns.right);
    if title == view.title().get(app.lang) {
        mark_text(canvas, y, (columns.title.0, title), &app.kept.marks(view.at()), Field::Title(app.lang));
    }
    end
}

/// Where there is no chart, the other year's number stands before that of the line, so that only the title beside
/// it is shortened.
fn beside(app: &App, canvas: &mut Canvas<'_>, y: u16, (columns, view, place): (&RateColumns, EntryView<'_>, usize)) {
    let (x, room) = columns.title;
    let side = Side { entry: view.at(), figure: Some(place) };
    let context = app.context();
    let same = context.pairs.same(side).and_then(|side| side.figure(context.library));
    let Some(other) = same.filter(|_| columns.chart.is_none()) else {
        return;
    };
    let text = format!(" {}", context.quantity(other).number());
    if let Some(left) = room.checked_sub(cells_of(&text) + 3).filter(|left| *left >= LEAST_TITLE) {
        let at = canvas.text(x + left + 2, y, Ink::of(other.role()), mark_of(other.role()));
        canvas.text(at, y, Ink::Plain, &text);
    }
}

/// A number on its decimal point.
fn put(canvas: &mut Canvas<'_>, y: u16, point: u16, quantity: &Quantity, ink: Ink) {
    canvas.text_to(point, y, ink, &format!("{}{}", quantity.mark, quantity.whole));
    canvas.text(point, y, ink, &quantity.fraction);
}

fn second(canvas: &mut Canvas<'_>, y: u16, columns: &RateColumns, quantity: Option<&Quantity>) {
    if let (Some(point), Some(quantity)) = (columns.second, quantity) {
        put(canvas, y, point, quantity, Ink::Plain);
    }
}
