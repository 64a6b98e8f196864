//! The columns of the years of a place: name, unit, line, first and last value, and the newest promise that a
//! result answers.

use crate::app::looks::unambiguous;
use crate::app::years::{ONE_ROW, YearsRow, YearsView};
use crate::library::{Point, Series};
use crate::pages::{PageContext, YearLine, difference_in_series, margins, said_in_series, same_unit, unit_of_series};
use crate::report::{Role, Years};
use crate::text::{Label, Lang, counted, fit, width};

/// The cells of the two years at the ends of an axis.
const ENDS: u16 = 9;
/// The most years of an axis; of more the newest are drawn.
const AXIS: u16 = 40;
/// The cells that one point takes where there is no room for the newest promise.
const LAST: u16 = 22;
/// The fewest cells of a name before a column gives way.
const NAME: u16 = 16;
/// The most cells of words in a column of numbers.
const WORDS: usize = 8;
/// The most cells a name takes: the length budget of titles.
const fn name_budget(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 24,
        Lang::En => 30,
    }
}

/// What one indicator shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct YearsCells {
    pub(crate) name: String,
    pub(crate) unit: String,
    /// The results on the axis.
    pub(crate) line: YearLine,
    /// The first and the last result.
    pub(crate) ends: String,
    pub(crate) met: Option<Met>,
}

/// The newest promise that a result answers, or one side alone where there is none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Met {
    pub(crate) year: String,
    pub(crate) target: String,
    pub(crate) result: String,
    pub(crate) difference: String,
}

/// The cells that a side needs: words have those of a number, and what else is free in their row.
fn cells_of_side(said: &str) -> usize {
    let number = said.chars().any(|c| c.is_ascii_digit());
    if number { width(said) } else { width(said).min(WORDS) }
}

/// The columns of the year, the promise, the result and the difference: each where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MetColumns {
    pub(crate) year: u16,
    pub(crate) target: (u16, u16),
    pub(crate) result: (u16, u16),
    pub(crate) difference: u16,
}

/// All rows of the view and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsTable {
    pub(crate) rows: Vec<YearsCells>,
    pub(crate) mark: u16,
    pub(crate) name: (u16, u16),
    /// Where the units end.
    pub(crate) unit: Option<u16>,
    /// Where the lines begin, and the first year on them.
    pub(crate) line: (u16, i32),
    /// Where first and last value begin.
    pub(crate) ends: Option<u16>,
    pub(crate) met: Option<MetColumns>,
    pub(crate) right: u16,
    pub(crate) two_rows: bool,
}

/// The widest cell of each column.
struct Widths {
    name: u16,
    unit: u16,
    line: u16,
    ends: u16,
    target: u16,
    result: u16,
    difference: u16,
}

impl Widths {
    /// Year, promise with its mark, result with its mark, difference, two cells between them.
    const fn met(&self) -> u16 {
        4 + 2 + 2 + self.target + 2 + 2 + self.result + 2 + self.difference
    }
}

impl YearsTable {
    /// The table of a view in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, years: &YearsView, cells: u16) -> Self {
        let (first, last) = years.axis;
        let count = u16::try_from(last - first + 1).unwrap_or(AXIS).min(AXIS);
        let first = last - i32::from(count) + 1;
        let axis = (first, last);
        let rows: Vec<YearsCells> = years.rows.iter().map(|row| YearsCells::of(context, &row.series, axis)).collect();
        let most = |of: &dyn Fn(&YearsCells) -> usize| counted(rows.iter().map(of).max().unwrap_or(0));
        let met = |of: &dyn Fn(&Met) -> usize| most(&|row: &YearsCells| row.met.as_ref().map_or(0, of));
        let widths = Widths {
            name: most(&|row| width(&row.name).min(name_budget(context.lang))),
            unit: most(&|row| width(&row.unit)),
            line: count.max(ENDS),
            ends: most(&|row| width(&row.ends)),
            target: met(&|met| cells_of_side(&met.target)),
            result: met(&|met| cells_of_side(&met.result)),
            difference: met(&|met| width(&met.difference)),
        };
        let table = Self::placed(&widths, cells, first);
        Self { rows, ..table }
    }

    /// Gives each column its place; what has no room gives way in a fixed order.
    fn placed(widths: &Widths, cells: u16, first: i32) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        let room = |taken: u16| right.saturating_sub(left + 2 + widths.line + taken);
        let (unit, ends, met) = (widths.unit + 2, widths.ends + 3, widths.met() + 3);
        let (with_unit, with_ends, with_met) = if room(unit + ends + met) >= widths.name {
            (true, true, true)
        } else if room(unit + met) >= NAME.min(widths.name) {
            (true, false, true)
        } else {
            (false, false, room(met) >= NAME.min(widths.name))
        };
        let last = if with_met { 0 } else { LAST };
        let taken = last + u16::from(with_unit) * unit + u16::from(with_ends) * ends + u16::from(with_met) * met;
        let two_rows = cells < ONE_ROW;
        let name = widths.name.min(room(taken));
        let after = left + name + 2;
        let line = match (two_rows, with_unit) {
            (true, _) => left + 2,
            (_, true) => after + unit,
            (_, false) => after,
        };
        let behind = line + widths.line + 3;
        let met_at = if with_ends { behind + ends } else { behind };
        Self {
            rows: Vec::new(),
            mark,
            name: (left, name),
            unit: with_unit.then_some(line - 2),
            line: (line, first),
            ends: with_ends.then_some(behind),
            met: with_met.then(|| MetColumns::at(met_at, widths)),
            right,
            two_rows,
        }
    }
}

impl MetColumns {
    const fn at(x: u16, widths: &Widths) -> Self {
        let target = x + 6;
        let target_end = target + 2 + widths.target;
        let result = target_end + 2;
        let result_end = result + 2 + widths.result;
        Self {
            year: x,
            target: (target, target_end),
            result: (result, result_end),
            difference: result_end + 2 + widths.difference,
        }
    }
}

impl YearsCells {
    fn of(context: &PageContext<'_>, series: &Series, axis: (i32, i32)) -> Self {
        Self {
            name: drawable(context, short_name(context, series)),
            unit: unit_of_series(context, series),
            line: YearLine::of(series, axis),
            ends: ends(context, series),
            // Where no promise has its result, the newest of what there is.
            met: series.newest_met().or_else(|| series.years.last()).map(|year| Met {
                year: year.years.to_string(),
                target: year.target.as_ref().map(|point| said(context, series, point)).unwrap_or_default(),
                result: year.result.as_ref().map(|point| said(context, series, point)).unwrap_or_default(),
                difference: difference_in_series(context, series, year),
            }),
        }
    }
}

/// What the newest report calls it: as short as a list needs, beside its unit.
fn short_name<'a>(context: &PageContext<'_>, series: &'a Series) -> &'a str {
    series.points().last().map_or(series.indicator.as_str(), |point| point.name.get(context.lang))
}

/// The name of the indicator, else what the newest report calls it.
pub(crate) fn name_of_series<'a>(context: &PageContext<'a>, series: &'a Series) -> &'a str {
    match (context.library.lexicon().indicator(&series.indicator), context.lang) {
        (Some(name), Lang::Zh) => name.zh(),
        (Some(name), Lang::En) => name.en(),
        (None, _) => short_name(context, series),
    }
}

/// What a point says in the unit of its series, as the screen can draw it.
pub(crate) fn said(context: &PageContext<'_>, series: &Series, point: &Point) -> String {
    drawable(context, &said_in_series(context, series, point))
}

/// The first and the last result of single years in the unit of the series.
fn ends(context: &PageContext<'_>, series: &Series) -> String {
    let unit = series.latest().and_then(Point::figure);
    let results = series.years.iter().filter(|year| matches!(year.years, Years::One(_)));
    let mut results = results
        .filter_map(|year| year.result.as_ref())
        .filter(|point| point.figure().zip(unit).is_some_and(|(own, like)| same_unit(own, like)));
    let Some(first) = results.next() else {
        return String::new();
    };
    let first_said = said(context, series, first);
    match results.next_back() {
        Some(last) => format!("{first_said} → {}", said(context, series, last)),
        None => first_said,
    }
}

/// The point that a row is at, with its year and unit: `2024 4.3 万人`.
pub(crate) fn point_said(context: &PageContext<'_>, row: &YearsRow) -> Option<(Role, String)> {
    let point = row.point()?;
    let said = match point.figure() {
        Some(figure) => context.quantity(figure).line() + context.estimated(figure),
        None => fit(&said(context, &row.series, point), 2 * WORDS),
    };
    Some((point.role, format!("{} {said}", point.years)))
}

/// What stands over the newest promise with a result.
pub(crate) const MET: Label = Label::new("最近一次承诺与结果", "Latest promise and result");

/// A text of the data as the screen can draw it.
pub(crate) fn drawable(context: &PageContext<'_>, text: &str) -> String {
    let mut text = text.to_owned();
    if context.ascii {
        unambiguous(&mut text);
    }
    text
}
