//! What an indicator of the years of a place shows: its name, its line, and the newest promise that a result answers.

use crate::app::looks::drawable;
use crate::library::{Point, Series};
use crate::pages::{
    PageContext, YearLine, difference_in_series, listed_name, said_in_series, said_with_unit, same_unit, unit_of_series,
};
use crate::report::Years;
use crate::text::width;

/// The cells that words keep in a column of numbers where there is no room for all of them.
pub(super) const WORDS: usize = 7;

/// What one indicator shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct YearsCells {
    pub(crate) name: String,
    pub(crate) unit: String,
    /// The results on the axis.
    pub(crate) line: YearLine,
    /// The first and the last result.
    pub(crate) ends: String,
    /// The same with their unit.
    pub(crate) ends_in_unit: String,
    pub(crate) met: Option<Met>,
    /// The cells of the widest of its points, with the mark.
    pub(super) point: usize,
}

/// The newest promise that a result answers, or one side alone where there is none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Met {
    pub(crate) year: String,
    pub(crate) target: String,
    pub(crate) result: String,
    pub(crate) difference: String,
}

impl YearsCells {
    pub(super) fn of(context: &PageContext<'_>, series: &Series, axis: (i32, i32)) -> Self {
        Self {
            name: drawable(context, listed_name(context, series)),
            unit: unit_of_series(context, series),
            line: YearLine::of(series, axis),
            ends: ends(context, series, |last| said(context, series, last)),
            ends_in_unit: ends(context, series, |last| drawable(context, &said_with_unit(context, series, last))),
            point: series.points().map(|point| 2 + cells_of_point(context, series, point)).max().unwrap_or(0),
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

/// What a point says in the unit of its series, as the screen can draw it.
pub(crate) fn said(context: &PageContext<'_>, series: &Series, point: &Point) -> String {
    drawable(context, &said_in_series(context, series, point))
}

/// The first and the last result of single years in the unit of the series; the last as `said` says it.
fn ends(context: &PageContext<'_>, series: &Series, last_said: impl Fn(&Point) -> String) -> String {
    let unit = series.latest().and_then(Point::figure);
    let results = series.years.iter().filter(|year| matches!(year.years, Years::One(_)));
    let mut results = results
        .filter_map(|year| year.result.as_ref())
        .filter(|point| point.figure().zip(unit).is_some_and(|(own, like)| same_unit(own, like)));
    let Some(first) = results.next() else {
        return String::new();
    };
    match results.next_back() {
        Some(last) => format!("{} → {}", said(context, series, first), last_said(last)),
        None => last_said(first),
    }
}

/// A point with its year and unit: `2024 4.3 万人`.
pub(crate) fn point_said(context: &PageContext<'_>, series: &Series, point: &Point) -> String {
    let said = match point.figure() {
        Some(figure) => context.quantity(figure).line() + context.estimated(figure),
        None => said(context, series, point),
    };
    format!("{} {said}", point.years)
}

/// The cells that a point needs: of words, those of two short ones.
fn cells_of_point(context: &PageContext<'_>, series: &Series, point: &Point) -> usize {
    let cells = width(&point_said(context, series, point));
    if point.figure().is_some() { cells } else { cells.min(width(&point.years.to_string()) + 1 + 2 * WORDS) }
}
