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

/// A line of the targets or of the growth rates: an entry with one of its figures, in the columns of its block.
#[derive(Clone, Copy)]
pub(super) struct RateLine<'a> {
    pub(super) app: &'a App,
    pub(super) columns: &'a RateColumns,
    pub(super) view: EntryView<'a>,
    pub(super) figure: usize,
}

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

impl<'a> RateLine<'a> {
    fn shown(&self) -> Option<&'a Figure> {
        self.view.figures().get(self.figure)
    }

    /// The figure of the same scope in the other year.
    fn same(&self) -> Option<&'a Figure> {
        let context = self.app.context();
        context.pairs.same(Side { entry: self.view.at(), figure: Some(self.figure) })?.figure(context.library)
    }

    /// A target with its axis, its difference and the line of other years; the column behind its unit.
    pub(super) fn target(&self, canvas: &mut Canvas<'_>, y: u16, row: u16) -> u16 {
        if row == 0 {
            self.past(canvas, y);
        }
        let Some(figure) = self.shown() else {
            return self.words(canvas, y, row);
        };
        if row > 0 {
            let title = title_of(&self.app.context(), self.view, self.figure);
            let x = self.columns.title.0 + 2;
            return canvas.text_on((x, y), Ink::Plain, self.columns.title_rows(title).1, self.columns.right);
        }
        let end = self.number(canvas, y);
        if let Some((x, cells)) = self.columns.chart {
            if figure.unit() == "%" {
                let dim = canvas.theme.style(Ink::Dim);
                canvas.line(x, y, cells, dim, "─");
                let values = (self.same().map(Figure::value), Some(figure.value()), self.columns.full);
                draw_pair(canvas, (x, y), values, cells, "━");
            } else if let Some(other) = self.same() {
                // Another unit has no place on the axis of the rates: its number stands there.
                let text = format!(" {}", self.app.context().quantity(other).line());
                if end + 2 + 1 + cells_of(&text) <= x + cells {
                    let x = canvas.text((end + 2).max(x), y, Ink::of(other.role()), mark_of(other.role()));
                    canvas.text(x, y, Ink::Plain, &text);
                }
            }
        }
        self.second(canvas, y);
        end
    }

    /// The line of a target over other years.
    fn past(&self, canvas: &mut Canvas<'_>, y: u16) {
        let line = self.app.context().past_line(self.view, self.figure);
        if let (Some((x, _)), Some(line)) = (self.columns.past, line) {
            draw_spark(canvas, x, y, (&line.values, line.full), Ink::Result);
        }
    }

    /// A target without a number: its words stand where the number would begin, or in the next row.
    fn words(&self, canvas: &mut Canvas<'_>, y: u16, row: u16) -> u16 {
        let (columns, lang) = (self.columns, self.app.lang);
        let (x, cells) = columns.title;
        let text = self.view.words().map_or("", |words| words.get(lang));
        if row > 0 {
            // Long words begin nearer to the edge.
            let x = (x + 2).min(columns.right.saturating_sub(cells_of(text))).max(x);
            return canvas.text(x, y, Ink::Plain, &fit(text, usize::from(columns.right.saturating_sub(x))));
        }
        let room = usize::from(columns.right.saturating_sub(x));
        let end = canvas.text(x, y, Ink::Plain, &fit(self.view.title().get(lang), room));
        if columns.rows(&self.app.context(), self.view, self.figure) == 1 {
            let last = columns.right.saturating_sub(cells_of(text));
            canvas.text((x + cells + 2).min(last), y, Ink::Plain, text);
        }
        end
    }

    /// A growth rate with its bar and the promise of the next year; the column behind its unit.
    pub(super) fn rate(&self, canvas: &mut Canvas<'_>, y: u16) -> u16 {
        let end = self.number(canvas, y);
        if let (Some((x, cells)), Some(figure)) = (self.columns.chart, self.shown()) {
            let (role, value, full) = (figure.role(), figure.value(), self.columns.full);
            let other = self.same().map(Figure::value);
            draw_bar(canvas, x, y, Bar::Growth { role, value, other, full }, cells);
        }
        self.second(canvas, y);
        end
    }

    /// Title and number; the column behind the unit.
    fn number(&self, canvas: &mut Canvas<'_>, y: u16) -> u16 {
        let (context, columns, view) = (self.app.context(), self.columns, self.view);
        let title = title_of(&context, view, self.figure);
        self.beside(canvas, y);
        let mut end = columns.unit;
        if let Some(figure) = self.shown() {
            let quantity = context.quantity(figure);
            put(canvas, y, columns.point, &quantity, Ink::Bold);
            end = canvas.text(columns.unit, y, Ink::Plain, &quantity.unit).max(columns.unit);
        }
        let next = canvas.first_written(y, columns.title.0).map_or(columns.right, |next| next - columns.gap);
        let room = usize::from(next.saturating_sub(columns.title.0));
        canvas.text(columns.title.0, y, Ink::Plain, &fit(columns.title_rows(title).0, room));
        if title == view.title().get(self.app.lang) {
            let marks = self.app.kept.marks(view.at());
            mark_text(canvas, y, (columns.title.0, title), &marks, Field::Title(self.app.lang));
        }
        end
    }

    /// Where there is no chart, the other year's number stands before that of the line, so that only the title
    /// beside it is shortened.
    fn beside(&self, canvas: &mut Canvas<'_>, y: u16) {
        let (x, room) = self.columns.title;
        let Some(other) = self.same().filter(|_| self.columns.chart.is_none()) else {
            return;
        };
        let text = format!(" {}", self.app.context().quantity(other).number());
        if let Some(left) = room.checked_sub(cells_of(&text) + 3).filter(|left| *left >= LEAST_TITLE) {
            let at = canvas.text(x + left + 2, y, Ink::of(other.role()), mark_of(other.role()));
            canvas.text(at, y, Ink::Plain, &text);
        }
    }

    /// The difference beside a target, or the promise beside a growth rate.
    fn second(&self, canvas: &mut Canvas<'_>, y: u16) {
        let quantity = second_of(&self.app.context(), self.view, self.figure);
        if let (Some(point), Some(quantity)) = (self.columns.second, quantity) {
            put(canvas, y, point, &quantity, Ink::Plain);
        }
    }
}

/// A number on its decimal point.
fn put(canvas: &mut Canvas<'_>, y: u16, point: u16, quantity: &Quantity, ink: Ink) {
    canvas.text_to(point, y, ink, &format!("{}{}", quantity.mark, quantity.whole));
    canvas.text(point, y, ink, &quantity.fraction);
}
