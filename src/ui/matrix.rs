//! The reports as a matrix: places down, years across, the line that narrows them in the first row.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::chrome::draw_rule;
use super::prompt;
use crate::app::{App, Matrix, MatrixGrid, MatrixRow, Regions, drawable};
use crate::pages::{Holdings, Ink, LABEL_WIDTH, margins};
use crate::text::{Label, Lang, counted, fit, several, width};

/// Draws the matrix; the cell of the cursor in the line that narrows it.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let matrix = app.matrix()?;
    let cursor = draw_line(app, &mut canvas.within(regions.tabs), matrix);
    if let Some(rule) = regions.rule {
        draw_rule(&mut canvas.within(rule), None);
    }
    let mut canvas = canvas.within(regions.list);
    let grid = matrix.grid(regions.list.width, app.lang);
    grid.head(app, &mut canvas, matrix);
    for (y, place) in (1..canvas.height()).zip(matrix.cursor.top..) {
        let Some(row) = matrix.row(place) else { break };
        let end = grid.row(app, &mut canvas, y, row);
        if place == matrix.cursor.selected {
            canvas.select_row(y, grid.mark, end);
            if let Some((from, to)) = grid.cells_of(matrix.year) {
                canvas.select(y, from, to);
            }
        }
    }
    if matrix.counts().0 == 0 {
        let text = Label::new(
            "没有这样的地方；可输入地名、省份、年份、拼音",
            "No such place; type a place, a province, a year",
        );
        let room = usize::from(canvas.width().saturating_sub(grid.name.0 + 1));
        canvas.text(grid.name.0, 1, Ink::Dim, &fit(text.get(app.lang), room));
    }
    Some(cursor)
}

/// The place that a cell of the matrix belongs to.
pub(super) fn row_at(app: &App, regions: &Regions, at: Position) -> Option<usize> {
    let matrix = app.matrix()?;
    let row = usize::from(at.y.checked_sub(regions.list.y + 1)?);
    let place = matrix.cursor.top + row;
    (regions.list.contains(at) && place < matrix.counts().0).then_some(place)
}

/// What narrows the places, and how many they are.
fn draw_line(app: &App, canvas: &mut Canvas<'_>, matrix: &Matrix) -> (u16, u16) {
    let (places, reports) = matrix.counts();
    let right = canvas.width().saturating_sub(1);
    let counts = match app.lang {
        Lang::Zh => format!("{places} 个地方  {reports} 份报告"),
        Lang::En => format!("{}  {}", several(places, "place", "places"), several(reports, "report", "reports")),
    };
    let end = canvas.text_to(right, 0, Ink::Dim, &counts);
    let start = canvas.text(1, 0, Ink::Bold, "/") + 1;
    let room = usize::from(end.saturating_sub(start + 2)).max(2);
    let (shown, column) = prompt::window(&matrix.input, room);
    let behind = canvas.text(start, 0, Ink::Bold, &shown) + 3;
    if matrix.input.is_empty() {
        let hint = Label::new("地名、省份、年份、拼音", "place, province, year");
        if usize::from(behind) + width(hint.get(app.lang)) + 2 <= usize::from(end) {
            canvas.text(behind, 0, Ink::Dim, hint.get(app.lang));
        }
    }
    (start + counted(column), 0)
}

impl MatrixGrid {
    /// The years in sight.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>, matrix: &Matrix) {
        canvas.text(self.name.0, 0, Ink::Dim, Label::new("地方", "Place").get(app.lang));
        let (x, each) = self.year;
        for (place, year) in (0..self.shown).zip(self.first..) {
            let text = if each > 4 { year.to_string() } else { format!("{:02}", year.rem_euclid(100)) };
            let ink = if year == matrix.year { Ink::Bold } else { Ink::Dim };
            canvas.text(x + place * each, 0, ink, &text);
        }
        if matrix.years.is_some_and(|years| years.0 < self.first) {
            canvas.text(x.saturating_sub(2), 0, Ink::Dim, "←");
        }
        let end = x + self.shown * each;
        if matrix.years.is_some_and(|years| years.1 >= self.first + i32::from(self.shown)) {
            canvas.text(end, 0, Ink::Dim, "→");
        }
        let label = Label::new("份", "all").get(app.lang);
        canvas.text_to(self.count, 0, Ink::Dim, label);
    }

    /// The cells of a year, where it is in sight.
    fn cells_of(&self, year: i32) -> Option<(u16, u16)> {
        let place = u16::try_from(year - self.first).ok().filter(|place| *place < self.shown)?;
        let (x, each) = self.year;
        Some((x + place * each, x + place * each + each - 1))
    }

    /// The reports of one place; the column behind its name.
    fn row(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, row: &MatrixRow) -> u16 {
        let name = drawable(&app.context(), row.place.name.get(app.lang));
        let end = canvas.text(self.name.0, y, Ink::Plain, &fit(&name, usize::from(self.name.1)));
        let (x, each) = self.year;
        for (place, year) in (0..self.shown).zip(self.first..) {
            let (ink, mark) = match row.reports.get(&year) {
                Some(report) if *report == app.report_in_view() => (Ink::Target, "◉"),
                Some(_) => (Ink::Result, "●"),
                None => (Ink::Dim, "·"),
            };
            canvas.text(x + place * each, y, ink, mark);
        }
        canvas.text_to(self.count, y, Ink::Dim, &row.all.len().to_string());
        end
    }
}

/// The report under the cursor: its title, what it holds and where it was read.
pub(super) fn draw_details(app: &App, canvas: &mut Canvas<'_>) {
    let (cells, dim) = (canvas.width(), canvas.theme.style(Ink::Dim));
    canvas.line(0, 0, cells, dim, "─");
    let Some(matrix) = app.matrix() else { return };
    let (right, (_, text)) = (cells.saturating_sub(1), margins(cells));
    let place = matrix.row(matrix.cursor.selected);
    let name = place.map(|row| drawable(&app.context(), row.place.name.get(app.lang))).unwrap_or_default();
    if place.is_none() {
        return;
    }
    let heading = format!(" {name} {} ", matrix.year);
    canvas.text(2, 0, Ink::Bold, &fit(&heading, usize::from(right.saturating_sub(2))));
    let room = usize::from(right.saturating_sub(text));
    let Some(head) = matrix.report().and_then(|at| app.library.head(at)) else {
        canvas.text(text, 1, Ink::Dim, Label::new("没有报告", "no report").get(app.lang));
        return;
    };
    canvas.text(text, 1, Ink::Plain, &fit(&drawable(&app.context(), head.title.get(app.lang)), room));
    let Holdings { entries, figures, tasks } = Holdings::of(head, app.lang);
    let (all, of_tasks) = (format!("{entries}   {figures}"), format!("   {tasks}"));
    let x = canvas.text(text, 2, Ink::Plain, &fit(&all, room));
    if usize::from(x) + width(&of_tasks) <= usize::from(right) {
        canvas.text(x, 2, Ink::Plain, &of_tasks);
    }
    let label = Label::new("编号", "Id").get(app.lang);
    canvas.text(text, 3, Ink::Dim, label);
    canvas.text(text + counted(LABEL_WIDTH), 3, Ink::Dim, &fit(&head.id, room.saturating_sub(LABEL_WIDTH)));
}
