//! The years of a place: its indicators with their lines, and below them the table of the one under the cursor.

use ratatui::layout::Position;

use super::bars::{draw_spark, mark_of};
use super::canvas::Canvas;
use super::chips;
use crate::app::{
    App, MetColumns, Regions, UNDER, YearsCells, YearsForm, YearsLine, YearsRow, YearsTable, YearsView, drawable,
    listed_name, name_of_series, point_said, said,
};
use crate::library::{Point, SeriesYear};
use crate::pages::{Ink, LABEL_WIDTH, PageContext, difference_in_series, margins, unit_of_series};
use crate::report::{Role, Years};
use crate::text::{Bilingual, Label, cells_of, counted, fit, width};

/// Draws the list; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let (years, area) = (app.years()?, regions.list);
    let table = app.years_table(area.width)?;
    let mut canvas = canvas.within(area);
    table.head(app, &mut canvas);
    let mut at = None;
    let lines = years.lines(&table);
    for (y, line) in (1..canvas.height()).zip(lines.iter().skip(years.cursor.top)) {
        match *line {
            YearsLine::Blank => {}
            YearsLine::Scattered => {
                let text = Label::new("零星年份，不成线", "Scattered years, no line");
                canvas.text(table.name, y, Ink::Bold, text.get(app.lang));
            }
            YearsLine::LeftOut(count) => {
                let text = left_out(count);
                let room = usize::from(table.right.saturating_sub(table.name));
                canvas.text(table.name, y, Ink::Dim, &fit(text.get(app.lang), room));
            }
            YearsLine::Row(place, row) => {
                let selected = place == years.cursor.selected;
                let (Some(cells), Some(of)) = (table.rows.get(place), years.rows.get(place)) else { continue };
                if row > 0 {
                    table.second_row(app, &mut canvas, y, (cells, of));
                    continue;
                }
                let end = table.row(app, &mut canvas, y, (cells, of));
                if selected {
                    canvas.select_row(y, table.mark, end);
                    at = Some((table.mark, area.y + y));
                }
            }
        }
    }
    at
}

/// The indicator that a cell of the list belongs to.
pub(super) fn row_at(app: &App, regions: &Regions, at: Position) -> Option<usize> {
    let years = app.years()?;
    let row = usize::from(at.y.checked_sub(regions.list.y + 1)?);
    let table = app.years_table(regions.list.width)?;
    let line = *years.lines(&table).get(years.cursor.top + row)?;
    match line {
        YearsLine::Row(place, _) if regions.list.contains(at) => Some(place),
        _ => None,
    }
}

fn left_out(count: usize) -> Bilingual {
    Bilingual::new(
        format!("另有 {count} 个指标只见于一份报告"),
        if count == 1 {
            "1 more is in one report only".to_owned()
        } else {
            format!("{count} more are in one report only")
        },
    )
}

impl YearsTable {
    /// What the list is narrowed to, the ends of the axis, and what the columns are.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>) {
        let behind = chips::draw(app, canvas);
        let Some(years) = app.years() else { return };
        let ((x, first), last) = (self.line, years.axis.1);
        let cells = self.axis(app);
        if x < behind + 2 {
            let axis = format!("{first}–{last}");
            match self.met {
                Some(_) => canvas.text(behind + 2, 0, Ink::Dim, &axis),
                None => canvas.text_to(self.right, 0, Ink::Dim, &axis),
            };
        } else if cells < 9 {
            canvas.text(x, 0, Ink::Dim, &format!("{first}–{last}"));
        } else {
            canvas.text(x, 0, Ink::Dim, &first.to_string());
            canvas.text_to(x + cells, 0, Ink::Dim, &last.to_string());
        }
        if let Some(met) = self.met {
            let room = usize::from(self.right.saturating_sub(met.year));
            let end = canvas.text(met.year, 0, Ink::Dim, &fit(met.label().get(app.lang), room));
            let gap = GAP.get(app.lang);
            if let Some(x) = met.difference.filter(|x| end + 2 + cells_of(gap) <= *x) {
                canvas.text_to(x, 0, Ink::Dim, gap);
            }
        }
        if let Some(ends) = self.ends {
            canvas.text(ends, 0, Ink::Dim, Label::new("首 → 末", "first → last").get(app.lang));
        }
    }

    /// One indicator; the column behind its name.
    fn row(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (cells, of): (&YearsCells, &YearsRow)) -> u16 {
        if self.form == YearsForm::One {
            self.line(canvas, y, cells);
        }
        match (self.form, self.met) {
            (YearsForm::Two, None) => {
                self.point(app, canvas, (self.name + cells_of(&cells.name), y), of);
            }
            (_, columns) => self.met(canvas, y, (columns, cells)),
        }
        // Written last, the name has all that the others leave.
        canvas.text_on((self.name, y), Ink::Plain, self.name_rows(cells).0, self.right)
    }

    /// The unit, the line of results and its ends.
    fn line(&self, canvas: &mut Canvas<'_>, y: u16, cells: &YearsCells) {
        if let Some(unit) = self.unit_end(cells) {
            canvas.text_to(unit, y, Ink::Plain, &cells.unit);
        }
        draw_spark(canvas, self.line.0, y, (&cells.line.values, cells.line.full), Ink::Result);
        if let Some(ends) = self.ends {
            canvas.text(ends, y, Ink::Plain, &cells.ends);
        }
    }

    /// The last promise that met a result, without words that have a row of their own.
    fn met(&self, canvas: &mut Canvas<'_>, y: u16, (columns, cells): (Option<MetColumns>, &YearsCells)) {
        let Some((columns, met)) = columns.zip(cells.met.as_ref()) else {
            return;
        };
        canvas.text(columns.year, y, Ink::Dim, &met.year);
        if let Some(difference) = columns.difference {
            canvas.text_to(difference, y, Ink::Bold, &met.difference);
        }
        let below = self.words_below(cells);
        for ((x, _), text, role) in columns.sides(met) {
            if !text.is_empty() && !below.iter().any(|side| side.2 == role) {
                self.side(canvas, y, (x, text, role));
            }
        }
    }

    /// A promise or a result with its mark.
    fn side(&self, canvas: &mut Canvas<'_>, y: u16, (x, text, role): (u16, &str, Role)) {
        canvas.text(x, y, Ink::of(role), mark_of(role));
        canvas.text_on((x + 2, y), Ink::Plain, text, self.right);
    }

    /// The point that is looked at, at the right edge and behind column `least`; where it begins.
    fn point(&self, app: &App, canvas: &mut Canvas<'_>, (least, y): (u16, u16), of: &YearsRow) -> u16 {
        let Some(point) = of.point() else {
            return self.right;
        };
        let said = point_said(&app.context(), &of.series, point);
        let room = usize::from(self.right.saturating_sub(least + 4));
        let from = canvas.text_to(self.right, y, Ink::Plain, &fit(&said, room)).saturating_sub(2);
        canvas.text(from, y, Ink::of(point.role), mark_of(point.role));
        from
    }

    /// The cells of the axis.
    fn axis(&self, app: &App) -> u16 {
        let last = app.years().map_or(self.line.1, |years| years.axis.1);
        counted(usize::try_from(last - self.line.1 + 1).unwrap_or(0))
    }

    /// What goes on under a name: the name and words; or the line of results with its ends or the point looked at.
    fn second_row(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (cells, of): (&YearsCells, &YearsRow)) {
        let behind = self.line.0 + counted(cells.line.values.len());
        let words = self.words_below(cells);
        // The point comes first: its unit stays whole, or its words.
        let line = match self.form {
            YearsForm::One => false,
            YearsForm::Two => true,
            YearsForm::Below => self.point(app, canvas, (0, y), of) > behind,
        };
        if line {
            self.line(canvas, y, cells);
        }
        for side in &words {
            self.side(canvas, y, *side);
        }
        match (self.form, self.met) {
            (YearsForm::One, _) => {
                canvas.text_on((self.name + UNDER, y), Ink::Plain, self.name_rows(cells).1, self.right);
            }
            (YearsForm::Two, Some(columns)) if words.is_empty() => {
                canvas.text_on((columns.year, y), Ink::Dim, &cells.ends, self.right);
            }
            (YearsForm::Two, None) => {
                let text = fit(&cells.ends_in_unit, usize::from(self.right.saturating_sub(behind + 2)));
                canvas.text_to(self.right, y, Ink::Dim, &text);
            }
            _ => {}
        }
    }
}

/// The table of the indicator under the cursor: promised and delivered at each year, the difference, the source.
pub(super) fn draw_details(app: &App, canvas: &mut Canvas<'_>) {
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

/// Delivered less promised.
const GAP: Label = Label::new("差", "Gap");

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
