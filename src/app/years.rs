//! The years of one place: its indicators, each with what was promised and delivered year by year.

use std::rc::Rc;

use ratatui::layout::Rect;

use super::action::Action;
use super::columns::YearsTable;
use super::cursor::Cursor;
use super::memo::Memo;
use super::state::App;
use crate::library::{Point, Series, SeriesYear};
use crate::report::{Role, Years};
use crate::text::Lang;

/// One indicator, and which of its points is looked at.
#[derive(Clone, Debug)]
pub struct YearsRow {
    /// Promise and delivery over the years.
    pub series: Series,
    /// The point that Enter leads to: its place among the points of the series.
    pub point: usize,
}

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearsLine {
    /// An indicator: its place in the list, and which of its rows.
    Row(usize, u16),
    /// Nothing.
    Blank,
    /// What stands over the indicators without a line and without a promise that a result answers.
    Scattered,
    /// How many indicators only one report speaks of.
    LeftOut(usize),
}

/// The indicators of one place over its reports.
#[derive(Debug)]
pub struct YearsView {
    /// The indicators: first those with a line or a promise met by a result.
    pub rows: Vec<YearsRow>,
    /// The number of indicators that stand before the scattered ones.
    main: usize,
    /// The indicators that only one report speaks of.
    left_out: usize,
    /// The first and the last year with a result, for the lines are of results; without any those of all points.
    pub axis: (i32, i32),
    /// The selection, and the first line in sight.
    pub cursor: Cursor,
    table: Memo<(Lang, bool, u16), YearsTable>,
}

impl YearsView {
    /// The view over these series; `None` when there are none.
    pub(super) fn of(series: Vec<Series>, left_out: usize) -> Option<Self> {
        let tells = |series: &Series| series.makes_line() || series.newest_met().is_some();
        let (main, scattered): (Vec<Series>, Vec<Series>) = series.into_iter().partition(tells);
        let split = main.len();
        let rows: Vec<YearsRow> = main.into_iter().chain(scattered).map(YearsRow::new).collect();
        let axis = axis_of(&rows, |year| year.result.is_some()).or_else(|| axis_of(&rows, |_| true))?;
        let (cursor, table) = (Cursor::default(), Memo::default());
        Some(Self { rows, main: split, left_out, axis, cursor, table })
    }

    /// Stands where another view of the same place stood.
    pub(super) fn follow(&mut self, other: &Self) {
        let Some(row) = other.row() else { return };
        let Some(at) = self.place_of(&row.series.indicator) else { return };
        self.cursor = Cursor { selected: at, top: other.cursor.top };
        if let Some(own) = self.rows.get_mut(at) {
            let stood = own.series.points().position(|point| Some(point) == row.point());
            own.point = stood.unwrap_or(own.point);
        }
    }

    /// The place of the indicator in the list.
    pub(super) fn place_of(&self, indicator: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.series.indicator == indicator)
    }

    /// The indicator under the cursor.
    pub fn row(&self) -> Option<&YearsRow> {
        self.rows.get(self.cursor.selected)
    }

    /// The point that Enter leads to.
    pub fn point(&self) -> Option<&Point> {
        self.row()?.point()
    }

    /// The lines of the list as its table has room for them.
    pub(crate) fn lines(&self, table: &YearsTable) -> Vec<YearsLine> {
        let mut lines = Vec::new();
        for at in 0..self.rows.len() {
            if at == self.main {
                lines.extend((at > 0).then_some(YearsLine::Blank));
                lines.push(YearsLine::Scattered);
            }
            lines.extend((0..table.height(at)).map(|row| YearsLine::Row(at, row)));
        }
        if self.left_out > 0 {
            lines.extend([YearsLine::Blank, YearsLine::LeftOut(self.left_out)]);
        }
        lines
    }

    /// Brings the selection into sight below the head.
    pub(super) fn settle(&mut self, list: Rect, table: &YearsTable) {
        self.cursor.step(0, self.rows.len());
        let lines = self.lines(table);
        let selected = self.cursor.selected;
        let own = |line: &YearsLine| matches!(line, YearsLine::Row(at, _) if *at == selected);
        let mut span = (lines.iter().position(own).unwrap_or(0), lines.iter().rposition(own).unwrap_or(0));
        // What opens a group comes into sight with its first indicator, what ends the list with its last.
        if selected == self.main {
            span.0 = span.0.saturating_sub(1);
        }
        if selected + 1 == self.rows.len() {
            span.1 = lines.len().saturating_sub(1);
        }
        self.cursor.window(span, lines.len(), usize::from(list.height.saturating_sub(1)));
    }

    fn step_point(&mut self, by: isize) {
        let selected = self.cursor.selected;
        if let Some(row) = self.rows.get_mut(selected) {
            let last = row.series.points().count().saturating_sub(1);
            row.point = row.point.saturating_add_signed(by).min(last);
        }
    }
}

impl YearsRow {
    /// The point of the newest promise that a result answers, else the newest result, else the newest point.
    fn new(series: Series) -> Self {
        let met = series.newest_met().and_then(|year| year.result.as_ref());
        let newest = || series.points().filter(|point| point.role == Role::Result).last();
        let wanted = met.or_else(newest);
        let last = series.points().count().saturating_sub(1);
        let point = series.points().position(|point| Some(point) == wanted).unwrap_or(last);
        Self { series, point }
    }

    /// The point that is looked at.
    pub fn point(&self) -> Option<&Point> {
        self.series.points().nth(self.point)
    }
}

/// The first and the last of the years that count.
fn axis_of(rows: &[YearsRow], counts: impl Fn(&SeriesYear) -> bool) -> Option<(i32, i32)> {
    let years = || rows.iter().flat_map(|row| &row.series.years).filter(|year| counts(year));
    let ends = || years().map(|year| ends_of(year.years));
    Some((ends().map(|ends| ends.0).min()?, ends().map(|ends| ends.1).max()?))
}

/// The first and the last of some years.
const fn ends_of(years: Years) -> (i32, i32) {
    match years {
        Years::One(year) => (year, year),
        Years::Span(first, last) => (first, last),
    }
}

impl App {
    /// The years of the place in view, while they are open.
    pub fn years(&self) -> Option<&YearsView> {
        self.across.years.as_ref()
    }

    /// What the list of the years shows in a region of this width, made anew only where that has changed.
    pub(crate) fn years_table(&self, width: u16) -> Option<Rc<YearsTable>> {
        let years = self.years()?;
        let key = (self.lang, self.looks.ascii, width);
        Some(years.table.get(key, || YearsTable::of(&self.context(), years, width)))
    }

    pub(super) fn select_year_row(&mut self, place: usize) {
        if let Some(years) = &mut self.across.years {
            years.cursor.selected = place;
        }
    }

    pub(super) fn travel_years(&mut self, action: &Action) {
        let page = self.page_of_table();
        let Some(years) = &mut self.across.years else {
            return;
        };
        let length = years.rows.len();
        match action {
            Action::Earlier => years.step_point(-1),
            Action::Later => years.step_point(1),
            other => {
                years.cursor.travel(other, length, page);
            }
        }
    }
}
