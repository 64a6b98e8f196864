//! The table of the indicator under the cursor: what was promised and delivered at each year, and where it stands.

use super::GAP;
use crate::app::{App, YearsRow, YearsView, drawable, said};
use crate::library::{Point, SeriesYear};
use crate::pages::{
    Ink, LABEL_WIDTH, PageContext, difference_in_series, listed_name, margins, name_of_series, unit_of_series,
};
use crate::report::{Role, Years};
use crate::text::{Label, cells_of, counted, fit, width, wrap};
use crate::ui::bars::mark_of;
use crate::ui::canvas::Canvas;
use crate::ui::point_source;

/// The table of the indicator under the cursor: promised and delivered at each year, the difference, the source.
pub(in crate::ui) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let (cells, dim) = (canvas.width(), canvas.theme.style(Ink::Dim));
    canvas.line(0, 0, cells, dim, "─");
    let (context, row) = (app.context(), app.years().and_then(YearsView::row));
    let Some(row) = row else { return };
    let right = cells.saturating_sub(1);
    let unit = unit_of_series(&context, &row.series);
    let room = usize::from(right.saturating_sub(2));
    // The name of the indicator, or the shorter one of the list: its unit is there in any case.
    let [long, short] = [name_of_series, listed_name].map(|name| drawable(&context, name(&context, &row.series)));
    let unit = if unit.is_empty() { unit } else { format!("  {unit}") };
    let left = room.saturating_sub(width(&unit) + 2);
    let name = if width(&long) <= left { long } else { fit(&short, left) };
    canvas.text(2, 0, Ink::Bold, &format!(" {name}{unit} "));
    let sheet = Sheet::of(&context, row, right);
    sheet.draw(app, canvas, row);
    if let Some(point) = row.point() {
        point_source::draw(app, canvas, 5, point);
    }
}

/// The years of a series as columns.
struct Sheet<'a> {
    columns: Vec<Column<'a>>,
    /// Where the first column begins.
    x: u16,
    /// The first column in sight, and where each one in sight ends.
    top: usize,
    ends: Vec<u16>,
}

struct Column<'a> {
    head: String,
    year: Option<&'a SeriesYear>,
    target: String,
    /// A result, and what of its words goes on in the row of the difference, which words do not have.
    result: [String; 2],
    difference: String,
}

/// The fewest and the most cells of a column of numbers, the gap before it among them.
const COLUMN: (u16, u16) = (6, 12);
const BEFORE: u16 = 2;
/// The cells of words that stay in one row.
const WORDS: u16 = 14;

impl<'a> Sheet<'a> {
    fn of(context: &PageContext<'_>, row: &'a YearsRow, right: u16) -> Self {
        let x = margins(right + 1).1 + counted(LABEL_WIDTH);
        let room = right.saturating_sub(x);
        let mut columns = columns_of(context, row);
        let (mut top, mut cells) = in_sight(&columns, room, row.point());
        if cells.len() < columns.len() {
            columns.iter_mut().for_each(Column::narrow);
            (top, cells) = in_sight(&columns, room, row.point());
        }
        let ends = cells.into_iter().scan(x, |end, cells| {
            *end += cells;
            Some(*end)
        });
        let ends = ends.collect();
        Self { columns, x, top, ends }
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>, row: &YearsRow) {
        let lang = app.lang;
        let (mark, text) = margins(canvas.width());
        for (y, role, label) in
            [(2, Role::Target, Label::new("承诺", "Promise")), (3, Role::Result, Label::new("结果", "Result"))]
        {
            canvas.text(mark, y, Ink::of(role), mark_of(role));
            canvas.text(text, y, Ink::Dim, label.get(lang));
        }
        canvas.text(text, 4, Ink::Dim, GAP.get(lang));
        if self.top > 0 {
            canvas.text(text, 1, Ink::Dim, "←");
        }
        let mut start = self.x;
        for (&end, column) in self.ends.iter().zip(self.columns.iter().skip(self.top)) {
            column.draw(canvas, (start, end), row.point());
            start = end;
        }
        if self.top + self.ends.len() < self.columns.len() {
            canvas.text_to(canvas.width().saturating_sub(1), 1, Ink::Dim, "→");
        }
    }
}

/// The first column in sight and the cells of each: numbers stand at equal steps, words have what they need. The
/// point that is looked at is in sight, with the newest years where there is a choice.
fn in_sight(columns: &[Column<'_>], room: u16, here: Option<&Point>) -> (usize, Vec<u16>) {
    let needed: Vec<u16> = columns.iter().map(|column| (column.cells() + BEFORE).max(COLUMN.0).min(room)).collect();
    let numbers = columns.iter().zip(&needed).filter(|(column, _)| !column.has_words());
    let step = numbers.map(|(_, cells)| *cells).max().unwrap_or(COLUMN.0);
    let wide = needed.iter().copied().max().unwrap_or(step).min(COLUMN.1);
    let at_step = |step: u16| needed.iter().map(|cells| step.max(*cells)).collect::<Vec<_>>();
    let total = |cells: &[u16]| cells.iter().map(|cells| usize::from(*cells)).sum::<usize>();
    let even = room / counted(columns.len().max(1));
    let steps = [even.min(wide).max(step), step];
    // Where closer steps bring all years into sight they do without the signs of more.
    let mut all = steps.map(at_step).into_iter().chain([needed.clone()]);
    if let Some(cells) = all.find(|cells| total(cells) <= usize::from(room)) {
        return (0, cells);
    }
    let cells = at_step(step);
    // The sign of more years stands at the margin.
    let left = usize::from(room.saturating_sub(2));
    let fitting = |cells: &mut dyn Iterator<Item = &u16>| {
        let mut taken = 0;
        let fits = cells.take_while(|cells| {
            taken += usize::from(**cells);
            taken <= left
        });
        fits.count().max(1)
    };
    let newest = columns.len() - fitting(&mut cells.iter().rev());
    let here = here.and_then(|point| columns.iter().position(|column| column.holds(point)));
    let top = newest.min(here.unwrap_or(0));
    let shown = fitting(&mut cells.iter().skip(top));
    (top, cells.into_iter().skip(top).take(shown).collect())
}

impl Column<'_> {
    fn point(&self, role: Role) -> Option<&Point> {
        let year = self.year?;
        if role == Role::Target { year.target.as_ref() } else { year.result.as_ref() }
    }

    /// Long words of a result go on in the row of the difference, if it is free.
    fn narrow(&mut self) {
        let [text, more] = &mut self.result;
        let number = text.chars().any(|c| c.is_ascii_digit());
        if number || !self.difference.is_empty() || cells_of(text) <= WORDS {
            return;
        }
        let halves = width(text).div_ceil(2)..width(text);
        let rows = halves.map(|cells| wrap(text, cells)).find(|rows| rows.len() <= 2);
        if let Some([first, second]) = rows.as_deref() {
            (*text, *more) = (first.clone(), second.clone());
        }
    }

    /// Whether one of its sides says something else than a number.
    fn has_words(&self) -> bool {
        let words = |role: Role| self.point(role).is_some_and(|point| point.figure().is_none());
        words(Role::Target) || words(Role::Result)
    }

    /// The cells of its widest text.
    fn cells(&self) -> u16 {
        let [result, more] = &self.result;
        let texts = [&self.head, &self.target, result, more, &self.difference];
        texts.map(|text| cells_of(text)).into_iter().max().unwrap_or(0)
    }

    fn holds(&self, point: &Point) -> bool {
        [Role::Target, Role::Result].iter().any(|role| self.point(*role) == Some(point))
    }

    /// All texts end where the column does; the point that is looked at is marked.
    fn draw(&self, canvas: &mut Canvas<'_>, (start, end): (u16, u16), here: Option<&Point>) {
        let room = usize::from(end.saturating_sub(start));
        canvas.text_to(end, 1, Ink::Dim, &self.head);
        canvas.text_to(end, 4, Ink::Bold, &self.difference);
        let [result, more] = &self.result;
        let sides = [(2, &self.target, Role::Target), (3, result, Role::Result), (4, more, Role::Result)];
        for (y, text, role) in sides.into_iter().filter(|(_, text, _)| !text.is_empty()) {
            let from = canvas.text_to(end, y, Ink::Plain, &fit(text, room));
            if self.point(role).is_some() && self.point(role) == here {
                canvas.select(y, from, end);
            }
        }
    }
}

/// Every year from the first to the last, also those of which nothing is known; a span after the year it ends with.
fn columns_of<'a>(context: &PageContext<'_>, row: &'a YearsRow) -> Vec<Column<'a>> {
    let series = &row.series;
    let cell = |point: Option<&Point>| point.map(|point| said(context, series, point)).unwrap_or_default();
    let mut columns: Vec<Column<'a>> = Vec::new();
    let mut next: Option<i32> = None;
    for year in &series.years {
        if let Years::One(one) = year.years {
            let gap = next.unwrap_or(one)..one;
            columns.extend(gap.map(|year| Column::empty(year.to_string())));
            next = Some(one + 1);
        }
        let head = match year.years {
            Years::One(year) => year.to_string(),
            Years::Span(first, last) => format!("{:02}–{:02}", first % 100, last % 100),
        };
        let difference = difference_in_series(context, series, year);
        let result = [cell(year.result.as_ref()), String::new()];
        columns.push(Column { head, year: Some(year), target: cell(year.target.as_ref()), result, difference });
    }
    columns
}

impl Column<'_> {
    const fn empty(head: String) -> Self {
        Self {
            head,
            year: None,
            target: String::new(),
            result: [const { String::new() }; 2],
            difference: String::new(),
        }
    }
}
