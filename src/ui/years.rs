//! The years of a place: its indicators with their lines, and below them the table of the one under the cursor.

pub(super) mod details;

use ratatui::layout::Position;

use super::bars::{draw_spark, mark_of};
use super::canvas::Canvas;
use super::chips;
use crate::app::{
    App, MetColumns, Regions, UNDER, YearsCells, YearsForm, YearsLine, YearsRow, YearsTable, drawable, point_said, said,
};
use crate::library::Point;
use crate::pages::{Ink, said_with_unit};
use crate::report::Role;
use crate::text::{Bilingual, Label, cells_of, counted, fit};

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
            let end = canvas.text(met.year, 0, Ink::Dim, met.label(app.lang, room));
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
                let behind = self.name + cells_of(&cells.name);
                self.point(app, canvas, ((behind, behind), y), of);
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
        // Only words may want more than their column.
        if text.chars().any(|c| c.is_ascii_digit()) {
            canvas.text(x + 2, y, Ink::Plain, text);
        } else {
            canvas.text_on((x + 2, y), Ink::Plain, text, self.right);
        }
    }

    /// The point that is looked at, at the right edge and behind column `least`, a result behind its promise where that
    /// leaves the column `line` free; where it begins.
    fn point(&self, app: &App, canvas: &mut Canvas<'_>, ((least, line), y): ((u16, u16), u16), of: &YearsRow) -> u16 {
        let Some(point) = of.point() else {
            return self.right;
        };
        if let Some([promise, result]) = both_said(app, of, point) {
            let year = format!("{} ", point.years);
            let cells = cells_of(&year) + 2 + cells_of(&promise) + 2 + 2 + cells_of(&result);
            if let Some(from) = self.right.checked_sub(cells).filter(|from| *from >= line + 2) {
                let x = canvas.text(from, y, Ink::Plain, &year);
                self.side(canvas, y, (x, &promise, Role::Target));
                self.side(canvas, y, (x + 2 + cells_of(&promise) + 2, &result, Role::Result));
                return from;
            }
        }
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
            YearsForm::Below => self.point(app, canvas, ((0, behind), y), of) > behind,
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
                canvas.text_on((columns.year, y), Ink::Plain, &cells.ends, self.right);
            }
            (YearsForm::Two, None) => {
                let text = fit(&cells.ends_in_unit, usize::from(self.right.saturating_sub(behind + 2)));
                canvas.text_to(self.right, y, Ink::Plain, &text);
            }
            _ => {}
        }
    }
}

/// The promise that a result answers, and the result with their unit; `None` where one of them is words or is not there.
fn both_said(app: &App, of: &YearsRow, point: &Point) -> Option<[String; 2]> {
    let year = of.series.years.iter().find(|year| year.years == point.years)?;
    let promise = year.target.as_ref().filter(|promise| promise.figure().is_some())?;
    let result = year.result.as_ref().filter(|result| point.role == Role::Result && result.figure().is_some())?;
    let context = app.context();
    let result = drawable(&context, &said_with_unit(&context, &of.series, result));
    Some([said(&context, &of.series, promise), result])
}

/// Delivered less promised.
const GAP: Label = Label::new("差", "Gap");
