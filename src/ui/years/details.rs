//! The table of the indicator under the cursor: what was promised and delivered at each year, and where it stands.

use super::GAP;
use crate::app::{App, YearsRow, YearsView, drawable, listed_name, name_of_series, said};
use crate::library::{Point, SeriesYear};
use crate::pages::{Ink, LABEL_WIDTH, PageContext, difference_in_series, margins, unit_of_series};
use crate::report::{Role, Years};
use crate::text::{Bilingual, Label, cells_of, counted, fit, width};
use crate::ui::bars::mark_of;
use crate::ui::canvas::Canvas;

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
    source(app, canvas, row);
}

/// The least cells of a heading between its report and the sentence.
const HEADING: usize = 4;

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
    result: String,
    difference: String,
}

/// The fewest and the most cells of a column.
const COLUMN: (u16, u16) = (6, 12);

impl<'a> Sheet<'a> {
    fn of(context: &PageContext<'_>, row: &'a YearsRow, right: u16) -> Self {
        let columns = columns_of(context, row);
        let x = margins(right + 1).1 + counted(LABEL_WIDTH);
        let room = right.saturating_sub(x);
        // Words give way to the years, numbers do not.
        let numbers = columns.iter().map(|column| column.cells(true)).max().unwrap_or(0) + 2;
        let all = columns.iter().map(|column| column.cells(false)).max().unwrap_or(0) + 2;
        let each = room / counted(columns.len().max(1));
        let cells = each.min(all.min(COLUMN.1)).max(numbers.max(COLUMN.0));
        // Where the words of a year want more than the others need, that year has it.
        let own = columns.iter().map(|column| (column.cells(false) + 2).max(COLUMN.0));
        let own: Vec<u16> = own.collect();
        if all > cells && own.iter().map(|cells| usize::from(*cells)).sum::<usize>() <= usize::from(room) {
            let mut end = x;
            let ends = own.into_iter().map(|cells| {
                end += cells;
                end
            });
            let ends = ends.collect();
            return Self { columns, x, top: 0, ends };
        }
        // The sign of more years stands at the margin.
        let all = usize::from(room / cells) >= columns.len();
        let shown = usize::from(if all { room } else { room.saturating_sub(2) } / cells).max(1);
        let here = row.point().and_then(|point| columns.iter().position(|column| column.holds(point)));
        // The point that is looked at stands in sight, with the newest years where there is a choice.
        let top = columns.len().saturating_sub(shown).min(here.unwrap_or(0));
        let ends = (1..).take(columns.len().min(shown)).map(|place: u16| x + place * cells).collect();
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
        let here = row.point();
        // Words may begin in the columns of years before theirs that have none.
        let mut free = [self.x; 2];
        let mut start = self.x;
        for (&end, column) in self.ends.iter().zip(self.columns.iter().skip(self.top)) {
            canvas.text_to(end, 1, Ink::Dim, &column.head);
            let room = usize::from(end.saturating_sub(start + 1));
            start = end;
            let sides = [(2, &column.target, Role::Target), (3, &column.result, Role::Result)];
            for ((y, text, role), free) in sides.into_iter().zip(&mut free).filter(|((_, text, _), _)| !text.is_empty())
            {
                let from = canvas.text_to(end, y, Ink::Plain, &fit(text, usize::from(end.saturating_sub(*free))));
                *free = end + 2;
                if column.point(role).is_some() && column.point(role) == here {
                    canvas.select(y, from, end);
                }
            }
            canvas.text_to(end, 4, Ink::Bold, &fit(&column.difference, room));
        }
        if self.top + self.ends.len() < self.columns.len() {
            canvas.text_to(canvas.width().saturating_sub(1), 1, Ink::Dim, "→");
        }
    }
}

impl Column<'_> {
    fn point(&self, role: Role) -> Option<&Point> {
        let year = self.year?;
        if role == Role::Target { year.target.as_ref() } else { year.result.as_ref() }
    }

    /// The cells of its widest text, or of its widest number.
    fn cells(&self, numbers: bool) -> u16 {
        let side = |role: Role, text: &str| {
            let number = self.point(role).is_some_and(|point| point.figure().is_some());
            if number || !numbers { cells_of(text) } else { 0 }
        };
        let sides = [side(Role::Target, &self.target), side(Role::Result, &self.result)];
        sides.into_iter().chain([cells_of(&self.head), cells_of(&self.difference)]).max().unwrap_or(0)
    }

    fn holds(&self, point: &Point) -> bool {
        [Role::Target, Role::Result].iter().any(|role| self.point(*role) == Some(point))
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
        columns.push(Column {
            head,
            year: Some(year),
            target: cell(year.target.as_ref()),
            result: cell(year.result.as_ref()),
            difference: difference_in_series(context, series, year),
        });
    }
    columns
}

impl Column<'_> {
    const fn empty(head: String) -> Self {
        Self { head, year: None, target: String::new(), result: String::new(), difference: String::new() }
    }
}

/// Where the point that is looked at stands: its report, heading and sentence; words whole, if they were cut above.
fn source(app: &App, canvas: &mut Canvas<'_>, row: &YearsRow) {
    let (Some(point), text) = (row.point(), margins(canvas.width()).1) else { return };
    let context = app.context();
    let x = text + counted(LABEL_WIDTH);
    let right = canvas.width().saturating_sub(1);
    canvas.text(text, 5, Ink::Dim, Label::new("出处", "Source").get(app.lang));
    let (year, sentence) = (point.report_year, point.sentence);
    let report = Bilingual::new(format!("{year} 年报告"), format!("report of {year}"));
    let behind = Bilingual::new(format!(" · 第 {sentence} 句"), format!(" · sentence {sentence}"));
    let words =
        point.words().map(|words| format!("   {}", drawable(&context, words.get(app.lang)))).unwrap_or_default();
    let behind = behind.get(app.lang).to_owned() + &words;
    let start = format!("{} · ", report.get(app.lang));
    let room = usize::from(right.saturating_sub(x));
    let left = room.saturating_sub(width(&start) + width(&behind));
    // Where there is no room for a heading, report and sentence are whole.
    let said = if left < HEADING {
        report.get(app.lang).to_owned() + &behind
    } else {
        start + &fit(&drawable(&context, &point.heading), left) + &behind
    };
    canvas.text(x, 5, Ink::Dim, &fit(&said, room));
}
